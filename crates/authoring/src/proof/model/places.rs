//! The directory as the proof sees it: entries that are alike for every visit are one.

use std::collections::BTreeMap;

use domain::ChoiceId;
use domain::directory::{Entry, Kind, Prefecture, PrefectureEntries};

/// What a visit can tell two entries of a prefecture apart by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    /// What kind they are.
    pub kind: Kind,
    /// For whom; empty means everybody.
    pub roles: Vec<ChoiceId>,
    /// Whether somebody there can be reached by what is shown: a number, an address, or the page of a named office.
    ///
    /// A mail address alone is none of these.
    ///
    /// Source: the design's promise 1.
    pub can_be_reached: bool,
}

/// The entries of a prefecture, alike ones together, with their ids.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    /// Where.
    pub prefecture: Prefecture,
    /// The entries.
    pub alike: BTreeMap<Likeness, Vec<&'a str>>,
}

impl<'a> Places<'a> {
    /// The entries of a prefecture, alike ones together.
    pub fn of(file: &'a PrefectureEntries) -> Self {
        let mut alike: BTreeMap<Likeness, Vec<&str>> = BTreeMap::new();
        for entry in &file.entries {
            alike.entry(likeness(entry)).or_default().push(&entry.id);
        }
        Self {
            prefecture: file.prefecture,
            alike,
        }
    }
}

fn likeness(entry: &Entry) -> Likeness {
    let is_shown = !entry.phones.is_empty() || !entry.address.is_empty() || !entry.url.is_empty();
    Likeness {
        kind: entry.kind,
        roles: entry.roles.clone(),
        can_be_reached: is_shown && !entry.name.is_empty(),
    }
}
