//! Every component with every fixture on one page; for tests of accessibility and for pictures, never published.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use tomoni::prerender;

use crate::house::House;

/// Writes the page among cargo's files and gives the folder it is in.
pub fn gallery(house: &House) -> Result<PathBuf> {
    let style = super::style(house)?;
    let body = super::content::drawn(prerender::gallery())?;
    let folder = house.target.join("gallery");
    fs::create_dir_all(&folder)?;
    let page = format!(
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Tomoni</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n\
         <body>{body}</body>\n</html>\n"
    );
    fs::write(folder.join("index.html"), page)?;
    Ok(folder)
}
