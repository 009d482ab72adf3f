//! The built site, held in memory: what there is at which address.
//!
//! It is read at the start, and again when another version is published. A request is looked up among what was read and never touches the disk, so there is
//! no path to the outside of the folder.

mod address;
mod coding;
mod folder;
mod kind;
mod policy;
mod shown;

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ::site::ShelfError;
use axum::body::Bytes;
use axum::http::HeaderValue;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sha2::{Digest, Sha256};

pub use coding::{Coding, Wanted};
pub use policy::{FILE_POLICY, PolicyError};

/// The files of a built site by their addresses.
#[derive(Debug)]
pub struct Site {
    /// By name: the path inside the folder, joined by `/`.
    places: BTreeMap<String, Place>,
    shown: Option<String>,
}

/// What is at an address.
#[derive(Debug)]
pub enum Place {
    /// A file.
    File(Box<File>),
    /// A folder that was asked for without its closing slash.
    Folder {
        /// Where its page is, relative to the address that was asked for, so that it holds behind any proxy.
        page: HeaderValue,
    },
}

/// A file, as it is and compressed.
#[derive(Debug)]
pub struct File {
    /// Its media type.
    pub media_type: HeaderValue,
    /// Its content security policy.
    pub policy: HeaderValue,
    /// How long a browser may keep it.
    pub lifetime: Lifetime,
    plain: Variant,
    brotli: Option<Variant>,
    gzip: Option<Variant>,
}

/// How long a browser may keep a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// The name changes with the content: for ever.
    Fixed,
    /// The content may change under the name: ask every time.
    Changing,
}

/// One form of a file's content.
#[derive(Debug)]
pub struct Variant {
    /// The bytes to send.
    pub bytes: Bytes,
    /// Its entity tag, strong: equal only for equal bytes.
    pub tag: HeaderValue,
}

/// Why a folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// There is no site in it.
    #[error(
        "there is no index.html in {}; build the site with `cargo xtask dist`, or name the folder that holds it with --dist",
        dir.display()
    )]
    NoIndex {
        /// The folder.
        dir: PathBuf,
    },
    /// Something in it cannot be read.
    #[error("{} cannot be read", file.display())]
    Unreadable {
        /// The file or folder.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A name that no address can say.
    #[error("the name of {} is not UTF-8; rename it", file.display())]
    Nameless {
        /// The file.
        file: PathBuf,
    },
    /// Too much for a site; most likely the wrong folder.
    #[error("{} holds more than {limit} MB; is it the folder of the built site?", dir.display())]
    TooBig {
        /// The folder.
        dir: PathBuf,
        /// What would be accepted, in MB.
        limit: u64,
    },
    /// The versions of it cannot be read.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// A file that its pages name is not there.
    #[error("{name} is missing in {}; is the site still being copied? Copy all of it, the hidden folder too", dir.display())]
    Incomplete {
        /// The folder.
        dir: PathBuf,
        /// The file, inside the folder.
        name: String,
    },
    /// A page without a policy that can be sent.
    #[error(
        "{name} has no content security policy to send; build the site again with `cargo xtask dist`"
    )]
    Page {
        /// The page, inside the folder.
        name: String,
        /// What is wrong with its policy.
        source: PolicyError,
    },
}

impl Site {
    /// Reads a built site.
    ///
    /// Names that begin with a dot are left out, and so are symbolic links and compressed copies that are not copies
    /// of the file beside them; the log names those. Errs when there is no `index.html`, on a page
    /// without a policy, and when a file of the version that is shown is missing.
    pub fn read(dir: &Path) -> Result<Self, SiteError> {
        let mut contents = folder::read(dir)?;
        let shown = shown::lay_over(dir, &mut contents)?;
        let mut places = BTreeMap::new();
        for (name, content) in &contents {
            if folder::original(name).is_some_and(|original| contents.contains_key(original)) {
                continue;
            }
            if let Some((folder, "index.html")) = name.rsplit_once('/') {
                places.insert(
                    folder.to_owned(),
                    Place::Folder {
                        page: page_of(folder),
                    },
                );
            }
            let copy = |ending: &str, decoded: fn(&[u8]) -> Box<dyn Read + '_>| {
                let copy_name = format!("{name}{ending}");
                let copy = contents.get(&copy_name)?;
                if same(decoded(copy), content) {
                    return Some(Variant::new(copy.clone()));
                }
                tracing::warn!(
                    "{copy_name} is not a copy of {name} and is not served; compress {name} again"
                );
                None
            };
            let file = File {
                media_type: kind::media_type(name),
                policy: kind::policy(name, content).map_err(|source| SiteError::Page {
                    name: name.clone(),
                    source,
                })?,
                lifetime: if kind::is_hashed(name) {
                    Lifetime::Fixed
                } else {
                    Lifetime::Changing
                },
                brotli: copy(".br", |bytes| {
                    Box::new(brotli_decompressor::Decompressor::new(bytes, 4096))
                }),
                gzip: copy(".gz", |bytes| Box::new(flate2::read::GzDecoder::new(bytes))),
                plain: Variant::new(content.clone()),
            };
            places.insert(name.clone(), Place::File(Box::new(file)));
        }
        Ok(Self { places, shown })
    }

    /// The id of the version that was read; `None` for a site without versions.
    pub fn shown(&self) -> Option<&String> {
        self.shown.as_ref()
    }

    /// What is at the path of a request, still percent-encoded; `None` when nothing is.
    pub fn find(&self, path: &str) -> Option<&Place> {
        self.places.get(&address::name(path)?)
    }

    /// The page for addresses that lead nowhere, if the site has one.
    pub fn not_found(&self) -> Option<&File> {
        match self.places.get(::site::NOT_FOUND)? {
            Place::File(file) => Some(file),
            Place::Folder { .. } => None,
        }
    }
}

impl File {
    /// Its content, not compressed.
    pub fn plain(&self) -> &[u8] {
        &self.plain.bytes
    }

    /// The form of this file that `wanted` likes best.
    pub fn variant(&self, wanted: &Wanted) -> (Coding, &Variant) {
        let compressed = [
            (Coding::Brotli, self.brotli.as_ref()),
            (Coding::Gzip, self.gzip.as_ref()),
        ];
        let there = compressed
            .into_iter()
            .filter_map(|(coding, variant)| Some((coding, variant?)));
        wanted
            .best(there)
            .unwrap_or((Coding::Identity, &self.plain))
    }
}

impl Variant {
    fn new(bytes: Bytes) -> Self {
        let digest = Sha256::digest(&bytes);
        let hex: String = digest
            .iter()
            .take(16)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Self {
            tag: header(&format!("\"{hex}\"")),
            bytes,
        }
    }
}

/// The way from `/a/b` to `/a/b/`.
fn page_of(folder: &str) -> HeaderValue {
    const NOT_PLAIN: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');
    let last = folder.rsplit('/').next().unwrap_or(folder);
    header(&format!("./{}/", utf8_percent_encode(last, NOT_PLAIN)))
}

/// A value made only of visible ASCII; anything else becomes empty rather than a crash.
fn header(ascii: &str) -> HeaderValue {
    HeaderValue::from_str(ascii).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn same(mut decoded: impl Read, content: &[u8]) -> bool {
    let mut bytes = Vec::with_capacity(content.len());
    // One byte more than can match, so that a copy that swells without end stops here.
    let limit = content.len() as u64 + 1;
    decoded.by_ref().take(limit).read_to_end(&mut bytes).is_ok() && bytes == content
}
