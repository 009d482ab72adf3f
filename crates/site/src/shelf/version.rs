//! One version of a site.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use crate::files::hash;
use crate::kit::Content;
use crate::mark::Mark;
use crate::pack::{Effort, Packed, pack};

/// One version of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number on the shelf and the hash of its pages, joined by `-`.
    #[serde(skip)]
    pub id: String,
    /// The id of the version that was shown before it, if any.
    pub before: Option<String>,
    /// The version in the settings sheet.
    pub version: String,
    /// What tells its content from any other.
    pub fingerprint: String,
    /// When it was published, in Japan; `None` when the site was built with it.
    pub published_on: Option<String>,
    /// What stands on its pages.
    pub mark: Mark,
    /// The files that change under their names, without their copies.
    pub files: Vec<String>,
    /// The files whose names change with their content, without their copies.
    pub assets: Vec<String>,
}

/// A version that is ready to be put on the shelf.
#[derive(Clone, Debug)]
pub struct NewVersion {
    content: Content,
    mark: Mark,
    /// The files that change under their names.
    pub(super) changing: BTreeMap<String, Packed>,
    /// The files whose names change with their content.
    pub(super) fixed: BTreeMap<String, Packed>,
}

impl NewVersion {
    /// Compresses the files of a version.
    ///
    /// # Errors
    /// As [`pack`].
    pub fn new(content: Content, mark: Mark, effort: Effort) -> io::Result<Self> {
        let (fixed, changing) = pack(&content.site, effort)?
            .into_iter()
            .partition(|(name, _)| name.starts_with("assets/"));
        Ok(Self {
            content,
            mark,
            changing,
            fixed,
        })
    }

    /// All its files, by name.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Packed)> {
        self.changing.iter().chain(&self.fixed)
    }

    pub(super) fn version(&self, number: u32, before: Option<String>) -> Version {
        let pages = self
            .changing
            .iter()
            .map(|(name, packed)| [name, "=", &hash(&packed.plain), "\n"].concat());
        let id = format!("{number:06}-{}", hash(pages.collect::<String>().as_bytes()));
        let live = &self.content.live;
        Version {
            id,
            before,
            version: live.version.clone(),
            fingerprint: live.fingerprint.clone(),
            published_on: live.published_on.clone(),
            mark: self.mark,
            files: self.changing.keys().cloned().collect(),
            assets: self.fixed.keys().cloned().collect(),
        }
    }
}

impl Version {
    pub(super) fn json(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    pub(super) fn read(id: &str, bytes: &[u8]) -> io::Result<Self> {
        let version: Self = serde_json::from_slice(bytes)?;
        Ok(Self {
            id: id.to_owned(),
            ..version
        })
    }
}

/// The number in an id.
pub(super) fn number(id: &str) -> Option<u32> {
    id.split_once('-')?.0.parse().ok()
}
