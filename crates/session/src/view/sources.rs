//! Where the facts of a support come from.

use domain::support::{SourceKind, Support};
use domain::text::Key;

use super::{Link, Phrase};
use crate::model::Model;

/// A source: its name, its page, its date.
pub type SourceRow = (Phrase, Option<Link>, Phrase);

impl Model {
    /// The sources of a support that may be named.
    pub(super) fn sources(&self, support: &Support) -> Vec<SourceRow> {
        support
            .sources
            .iter()
            .filter_map(|id| self.pack.source(*id))
            .filter(|source| source.kind != SourceKind::Other && !source.name.is_empty())
            .map(|source| {
                let name = self.fact(&source.name);
                let date = source
                    .date
                    .map_or_else(|| self.say(Key::Undated), |date| self.date(date));
                (name.clone(), self.link(name, &source.url), date)
            })
            .collect()
    }
}
