//! Findings: what is wrong in the tables, where, and what to do, for somebody who does not program.

mod groups;

use serde::Serialize;

pub use groups::{Group, Rows, Variant, groups, missing_table};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The content cannot be published.
    Error,
    /// It can be published, but something is probably not as meant.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// All, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];
}

/// One sentence in both languages of the editors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// A [`Said`] from two format strings: the Japanese, then the English.
#[macro_export]
macro_rules! said {
    ($ja:literal, $en:literal) => {
        $crate::finding::Said {
            ja: format!($ja),
            en: format!($en),
        }
    };
}

/// Where in the content something stands, as the spreadsheet shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, by its name in the content folder.
    #[serde(rename = "sheet")]
    pub file: String,
    /// The row; the header is row 1. `None` when it is about the whole table.
    pub row: Option<usize>,
    /// The column's header. `None` when it is about the whole row or table.
    pub column: Option<String>,
    /// What stands there. `None` when it is not about one cell.
    pub value: Option<String>,
}

impl Place {
    /// A whole table.
    pub fn table(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    /// A column of a table.
    pub fn column(file: &str, column: &str) -> Self {
        Self {
            column: Some(column.to_owned()),
            ..Self::table(file)
        }
    }
}

/// One thing that is wrong or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// What is wrong.
    pub what: Said,
    /// What to do about it.
    pub what_to_do: Said,
}

/// The bytes of all findings of one reading. Nobody reads more, and a file could be made of errors alone.
const MOST_TEXT: usize = 16 << 20;

/// Findings while they are being collected; nothing stops at the first.
#[derive(Debug, Default)]
pub struct Findings {
    all: Vec<Finding>,
    /// The bytes in all of them.
    n_bytes: usize,
    /// Those that were not kept because there are too many; the gravest of them.
    left_out: Option<(usize, Severity)>,
}

impl From<Vec<Finding>> for Findings {
    fn from(all: Vec<Finding>) -> Self {
        let mut findings = Self::default();
        for finding in all {
            findings.keep(finding.severity, || finding);
        }
        findings
    }
}

impl Findings {
    /// Adds an error.
    pub fn error(&mut self, place: impl Into<Place>, what: Said, what_to_do: Said) {
        self.add(Severity::Error, place, what, what_to_do);
    }

    /// Adds a warning.
    pub fn warning(&mut self, place: impl Into<Place>, what: Said, what_to_do: Said) {
        self.add(Severity::Warning, place, what, what_to_do);
    }

    /// Adds a note.
    pub fn note(&mut self, place: impl Into<Place>, what: Said, what_to_do: Said) {
        self.add(Severity::Note, place, what, what_to_do);
    }

    /// Adds the findings of a part.
    pub fn append(&mut self, part: Self) {
        for finding in part.all {
            self.keep(finding.severity, || finding);
        }
        if let Some((number, severity)) = part.left_out {
            self.leave_out(number, severity);
        }
    }

    /// Whether anything keeps the content from being published.
    pub fn has_errors(&self) -> bool {
        let is_left_out = matches!(self.left_out, Some((_, Severity::Error)));
        is_left_out
            || self
                .all
                .iter()
                .any(|finding| finding.severity == Severity::Error)
    }

    /// All findings, by file, the gravest first, then by row.
    pub fn sorted(mut self) -> Vec<Finding> {
        if let Some((number, severity)) = self.left_out {
            self.all.push(Finding {
                severity,
                place: Place::default(),
                what: said!(
                    "ほかに {number} 件あります。多すぎるので省きました。",
                    "There are {number} more, too many to list."
                ),
                what_to_do: said!(
                    "上のものを直してから、もう一度確かめてください。",
                    "Mend those above, then check again."
                ),
            });
        }
        self.all.sort_by(|a, b| {
            let key = |finding: &Finding| (finding.severity, finding.place.row);
            (&a.place.file, key(a)).cmp(&(&b.place.file, key(b)))
        });
        self.all
    }

    fn add(&mut self, severity: Severity, place: impl Into<Place>, what: Said, what_to_do: Said) {
        self.keep(severity, || Finding {
            severity,
            place: place.into(),
            what,
            what_to_do,
        });
    }

    /// Keeps a finding, or only counts it.
    fn keep(&mut self, severity: Severity, finding: impl FnOnce() -> Finding) {
        if self.n_bytes > MOST_TEXT {
            self.leave_out(1, severity);
            return;
        }
        let finding = finding();
        self.n_bytes += finding.size();
        self.all.push(finding);
    }

    fn leave_out(&mut self, more: usize, severity: Severity) {
        let (number, gravest) = self.left_out.unwrap_or((0, severity));
        self.left_out = Some((number + more, gravest.min(severity)));
    }
}

impl Finding {
    /// The bytes that it takes.
    fn size(&self) -> usize {
        let Place {
            file,
            row: _,
            column,
            value,
        } = &self.place;
        let texts = [&self.what, &self.what_to_do]
            .into_iter()
            .flat_map(|said| [&said.ja, &said.en]);
        let texts = texts.chain([file]).chain(column).chain(value);
        size_of::<Self>() + texts.map(String::len).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_a_file_errors_come_before_notes() {
        let mut findings = Findings::default();
        let at = |row| Place {
            row: Some(row),
            ..Place::table("a.csv")
        };
        findings.note(at(2), said!("", ""), said!("", ""));
        findings.error(at(9), said!("", ""), said!("", ""));
        findings.error(at(3), said!("", ""), said!("", ""));
        let rows: Vec<Option<usize>> = findings
            .sorted()
            .into_iter()
            .map(|finding| finding.place.row)
            .collect();
        assert_eq!(rows, [Some(3), Some(9), Some(2)]);
    }

    #[test]
    fn findings_without_end_are_counted_but_not_kept() {
        let long = "あ".repeat(1 << 20);
        let mut findings = Findings::default();
        for _ in 0..100 {
            findings.warning(Place::table("a.csv"), said!("{long}", ""), said!("", ""));
        }
        assert!(!findings.has_errors());
        findings.error(Place::table("a.csv"), said!("", ""), said!("", ""));
        assert!(findings.has_errors());
        let sorted = findings.sorted();
        let kept = sorted.len() - 1;
        let last = &sorted[0];
        assert_eq!(last.severity, Severity::Error);
        assert_eq!(
            last.what.en,
            format!("There are {} more, too many to list.", 101 - kept)
        );
    }

    #[test]
    fn a_warning_does_not_keep_content_from_being_published() {
        let mut findings = Findings::default();
        findings.warning(Place::table("a.csv"), said!("", ""), said!("", ""));
        assert!(!findings.has_errors());
    }
}
