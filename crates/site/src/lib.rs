//! From compiled content to the files of a built site, and the versions of it that are kept on disk.
//!
//! `cargo xtask dist` builds a site from the sources; `receiver publish` puts other content into a built one. Both make
//! their pages here, so that the same content gives the same bytes.

mod base_url;
mod cldr;
mod draw;
pub mod editor;
mod files;
mod kit;
mod leaflet;
mod mark;
mod pack;
pub mod page;
mod pen;
mod shelf;
mod sitemap;
pub mod style;
mod verify;

pub use base_url::{BaseUrl, BaseUrlError};
pub use draw::{DrawError, drawn};
pub use files::{Site, has_copies, hash};
pub use kit::{Content, Kit, KitError, RenderError};
pub use leaflet::{NOT_FOUND, is_leaflet};
pub use mark::Mark;
pub use pack::{Effort, Packed, pack};
pub use pen::Pen;
pub use shelf::{KEPT, Lock, NewVersion, Shelf, ShelfError, Version};
pub use verify::problems;

/// The folder of a built site that holds what is not served: hidden, so that the receiver passes it over.
pub const HIDDEN: &str = ".tomoni";

/// Every component of the app with every fixture on one page, for tests of accessibility and for pictures.
///
/// # Errors
/// As [`drawn`].
pub fn gallery(style: &str) -> Result<String, DrawError> {
    let body = drawn(tomoni::prerender::gallery())?;
    Ok(format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Tomoni</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n\
         <body>{body}</body>\n</html>\n"
    ))
}
