//! The version of the site that is shown, laid over the files at the top of its folder.
//!
//! Publishing changes which version that is in one step; the files at the top follow one by one, for hosts that serve
//! them as they are. Reading the version itself, the receiver never sees a mixture.

use std::collections::BTreeMap;
use std::path::Path;

use ::site::Shelf;
use axum::body::Bytes;

use super::SiteError;

/// Puts the files of the version that is shown in the place of those at the top, and gives its id; `None` for a site
/// without versions, which stays as it is.
pub fn lay_over(
    dir: &Path,
    contents: &mut BTreeMap<String, Bytes>,
) -> Result<Option<String>, SiteError> {
    let shelf = Shelf::of(dir);
    let Some(version) = shelf.shown()? else {
        return Ok(None);
    };
    for name in shelf.names()? {
        for ending in ["", ".br", ".gz"] {
            contents.remove(&[&name, ending].concat());
        }
    }
    let files = shelf.files(&version)?;
    contents.extend(files.into_iter().map(|(name, bytes)| (name, bytes.into())));
    match version
        .assets
        .iter()
        .find(|name| !contents.contains_key(*name))
    {
        Some(name) => Err(SiteError::Incomplete {
            dir: dir.to_owned(),
            name: name.clone(),
        }),
        None => Ok(Some(version.id)),
    }
}
