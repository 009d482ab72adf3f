//! What a person had saved on this device: the answers by name, and the pack they were given to.

use domain::survey::Survey;

use crate::snapshot::{self, Restored};

/// The layout below. Another layout has another number, and is not read.
const LAYOUT: &str = "1";

/// What was saved gives back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The answers that this survey knows, and what it does not know.
    pub restored: Restored,
    /// Whether the answers were given to another pack: its questions may have been others.
    pub is_other_pack: bool,
}

impl Saved {
    /// Whether the questions may have changed since.
    pub fn is_older(&self) -> bool {
        self.is_other_pack || !self.restored.dropped.is_empty()
    }
}

/// A snapshot as a line of text that outlasts the tab: `1;1a2b3c4d;role=patient;…`, the pack by its fingerprint.
pub fn write(fingerprint: u32, snapshot: &str) -> String {
    format!("{LAYOUT};{fingerprint:08x};{snapshot}")
}

/// Reads such a line; `None` where it is none. What the survey does not know is dropped and named.
pub fn read(survey: &Survey, fingerprint: u32, text: &str) -> Option<Saved> {
    let rest = text.strip_prefix(LAYOUT)?.strip_prefix(';')?;
    let (pack, snapshot) = rest.split_once(';')?;
    Some(Saved {
        restored: snapshot::read(survey, snapshot),
        is_other_pack: u32::from_str_radix(pack, 16) != Ok(fingerprint),
    })
}
