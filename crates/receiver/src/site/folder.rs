//! Reading the folder of a built site, and nothing beside it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use walkdir::{DirEntry, WalkDir};

use super::SiteError;

/// More than this is no site: the built one has a few MB, with the directory of all prefectures.
const LIMIT_MB: u64 = 256;

/// The files in the folder by their names, which are paths inside it, joined by `/`.
///
/// Hidden files and folders are left out, and so are symbolic links, which might lead outside.
pub fn read(dir: &Path) -> Result<BTreeMap<String, Bytes>, SiteError> {
    // Before anything is read: the wrong folder may be a large one.
    if !dir
        .join("index.html")
        .symlink_metadata()
        .is_ok_and(|start| start.is_file())
    {
        return Err(SiteError::NoIndex {
            dir: dir.to_owned(),
        });
    }
    let mut files = BTreeMap::new();
    let mut n_bytes = 0;
    let walk = WalkDir::new(dir).follow_links(false).sort_by_file_name();
    for entry in walk
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
    {
        let entry = entry.map_err(|error| walk_error(dir, error))?;
        if entry.depth() > 0 && entry.path_is_symlink() {
            tracing::warn!(
                "{} is a symbolic link and is not served",
                entry.path().display()
            );
        } else if entry.file_type().is_file() {
            n_bytes += entry
                .metadata()
                .map_err(|error| walk_error(dir, error))?
                .len();
            if n_bytes > LIMIT_MB * 1_000_000 {
                return Err(SiteError::TooBig {
                    dir: dir.to_owned(),
                    limit: LIMIT_MB,
                });
            }
            let content = std::fs::read(entry.path()).map_err(|source| SiteError::Unreadable {
                file: entry.path().to_owned(),
                source,
            })?;
            files.insert(name(dir, entry.path())?, Bytes::from(content));
        }
    }
    Ok(files)
}

/// The name of the file that a compressed copy is made from; `None` when the name is not one of a copy.
pub fn original(name: &str) -> Option<&str> {
    name.strip_suffix(".br")
        .or_else(|| name.strip_suffix(".gz"))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn name(dir: &Path, file: &Path) -> Result<String, SiteError> {
    let inside = file.strip_prefix(dir).unwrap_or(file);
    let segments: Option<Vec<&str>> = inside.iter().map(|segment| segment.to_str()).collect();
    segments
        .map(|segments| segments.join("/"))
        .ok_or_else(|| SiteError::Nameless {
            file: file.to_owned(),
        })
}

fn walk_error(dir: &Path, error: walkdir::Error) -> SiteError {
    let file = error.path().map_or_else(|| dir.to_owned(), PathBuf::from);
    SiteError::Unreadable {
        file,
        source: io::Error::from(error),
    }
}
