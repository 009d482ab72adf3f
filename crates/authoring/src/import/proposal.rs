//! One row of a source as a row that could stand in our tables.

use std::collections::BTreeMap;

use domain::Date;
use domain::directory::{Kind, Prefecture};
use domain::support::SourceKind;

use super::reach;
use super::report::{Repair, Skip};
use super::text::{clean, fingerprint, fold, without_amounts};
use super::value::{Coordinates, coordinates};
use super::{Credit, Request};

/// The table that a proposal is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// `entries`.
    Entries,
    /// `events`.
    Events,
}

/// Where a row comes from, in a form that stays the same when the source is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An id that the source keeps for one place: whose id it is (医療機関コード, 事業所番号, the ministry's, HSDS), and the id.
    Sure(&'static str, String),
    /// A number in the list, which may be given to another place when the list changes.
    Number(String),
    /// No id at all: name and address.
    Nameless,
}

/// One row that could stand in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its row in the file.
    pub row: usize,
    /// Where it comes from.
    pub origin: Origin,
    /// Its cells by column; a column that the source does not have is missing.
    pub cells: BTreeMap<&'static str, String>,
    /// What was repaired.
    pub repairs: Vec<Repair>,
    /// Why it should not become a new row; a row that is in the table already follows the source all the same.
    pub not_new: Option<Skip>,
}

/// What was read of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// A row for the table.
    Proposal(Box<Proposal>),
    /// Nothing, and why.
    Skipped {
        /// Its row in the file.
        row: usize,
        /// Its name, if any.
        name: String,
        /// Why.
        why: Skip,
    },
}

impl Proposal {
    /// What stands in a column; empty where the source does not say.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Name and address (an event: also its time), however they are written: what a place without an id is known by.
    pub fn twin(&self) -> String {
        twin(
            self.cell("name"),
            self.cell("address"),
            self.cell("schedule_text"),
        )
    }

    /// The `origin_id`: the source's own id, or a fingerprint of name and address.
    pub fn origin_id(&self, data: &str) -> String {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_' | '.');
        let own = |scheme: &str, id: &str| {
            if id.chars().all(is_plain) {
                format!("{scheme}:{id}")
            } else {
                format!("{scheme}:{}", fingerprint(id))
            }
        };
        match &self.origin {
            Origin::Sure(scheme, id) => own(scheme, id),
            Origin::Number(id) => own(&format!("{data}-no"), id),
            Origin::Nameless => format!("{data}-name:{}", fingerprint(&self.twin())),
        }
    }
}

/// Name, address and time of a meeting, folded.
pub fn twin(name: &str, address: &str, schedule: &str) -> String {
    [fold(name), fold(address), fold(schedule)].join("|")
}

/// A proposal while it is being put together.
#[derive(Debug, Default)]
pub struct Draft {
    /// The cells so far.
    pub cells: BTreeMap<&'static str, String>,
    /// The repairs so far.
    pub repairs: Vec<Repair>,
    notes: Vec<String>,
}

impl Draft {
    /// Puts a text into a column as it may stand there: one line, and no sentence with an amount.
    pub fn set(&mut self, column: &'static str, text: &str) {
        let text = self.plain(text);
        self.cells.insert(column, text);
    }

    /// Puts a text into a column that may name an amount: an entry's or event's own fee.
    pub fn set_fee(&mut self, column: &'static str, text: &str) {
        self.cells.insert(column, clean(text));
    }

    /// Keeps what has no column of its own for the editor to read; screens never show it.
    pub fn note(&mut self, label: &str, text: &str) {
        let text = self.plain(text);
        if !text.is_empty() {
            self.notes.push(format!("{label}: {text}"));
        }
    }

    /// Puts the first two numbers of a cell into `phone` and `phone2`.
    pub fn phones(&mut self, text: &str, extension: &str) {
        let mut numbers = reach::phones(text, &mut self.repairs).into_iter();
        for column in ["phone", "phone2"] {
            self.cells
                .insert(column, numbers.next().unwrap_or_default());
        }
        let is_known = !self.cells.get("phone").is_none_or(String::is_empty);
        self.set("phone_ext", if is_known { extension } else { "" });
    }

    /// Puts what `read` makes of a text into a column; nothing, counted, where it makes nothing of it.
    pub fn set_read(
        &mut self,
        column: &'static str,
        text: &str,
        read: impl Fn(&str) -> Option<String>,
    ) {
        let value = read(text);
        if value.is_none() && !text.is_empty() {
            self.repairs.push(Repair::AddressDropped);
            self.note(column, text);
        }
        self.cells.insert(column, value.unwrap_or_default());
    }

    /// Puts coordinates into their columns as far as they can be believed.
    pub fn coordinates(&mut self, latitude: &str, longitude: &str) {
        let (latitude, longitude) = match coordinates(latitude, longitude) {
            Coordinates::At(latitude, longitude) => (latitude, longitude),
            Coordinates::Swapped(latitude, longitude) => {
                self.repairs.push(Repair::CoordinatesSwapped);
                (latitude, longitude)
            }
            Coordinates::Unusable => {
                self.repairs.push(Repair::CoordinatesDropped);
                (String::new(), String::new())
            }
            Coordinates::Missing => (String::new(), String::new()),
        };
        self.cells.insert("latitude", latitude);
        self.cells.insert("longitude", longitude);
    }

    /// Opening hours where they may be shown, else in the note.
    ///
    /// Source: `content/README.md`: hours need a source of 2023 or later; those of salons and groups are dates of meetings.
    pub fn hours(&mut self, kind: Kind, dated: Option<Date>, hours: Hours) {
        let is_meeting = matches!(kind, Kind::Salon | Kind::PatientGroup);
        let is_recent = dated.is_some_and(|date| date.year() >= 2023);
        if is_recent && !is_meeting {
            self.set("hours_text", &hours.words);
            self.cells.insert("hours", hours.syntax);
            self.set("closed", &hours.closed);
        } else {
            self.note("受付時間", &hours.words);
            self.note("休み", &hours.closed);
        }
    }

    /// The cells that say where the facts come from, and that nobody has checked them.
    ///
    /// Source: `content/README.md`, "checked_on": a date of retrieval is not a check, so rows of an import carry 要確認 until
    /// somebody signs them.
    pub fn credit(&mut self, credit: &Credit, dated: Option<Date>) {
        let (kind, confidence) = match credit.source_kind {
            SourceKind::Public => ("public", "official-old"),
            SourceKind::Hospital => ("hospital", "official-old"),
            SourceKind::Organization => ("organization", "official-old"),
            SourceKind::Other => ("other", "secondary"),
        };
        self.set("source_name", &credit.source_name);
        self.cells.insert("source_url", credit.source_url.clone());
        self.cells.insert("source_kind", kind.to_owned());
        self.cells.insert(
            "source_date",
            dated.map(|date| date.to_string()).unwrap_or_default(),
        );
        self.cells.insert("confidence", confidence.to_owned());
    }

    /// The proposal of this row.
    pub fn finish(mut self, row: usize, origin: Origin, not_new: Option<Skip>) -> Read {
        let notes = std::mem::take(&mut self.notes).join(" / ");
        self.cells.insert("import_note", notes);
        Read::Proposal(Box::new(Proposal {
            row,
            origin,
            cells: self.cells,
            repairs: self.repairs,
            not_new,
        }))
    }

    fn plain(&mut self, text: &str) -> String {
        match without_amounts(text) {
            Some(left) => {
                self.repairs.push(Repair::AmountLeftOut);
                clean(&left)
            }
            None => clean(text),
        }
    }
}

/// Opening hours of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// In words.
    pub words: String,
    /// In the opening_hours syntax, where they are simple enough.
    pub syntax: String,
    /// Days on which it is closed, in words.
    pub closed: String,
}

/// Why a row is not wanted as a new one: another prefecture, or none of the words asked for.
pub fn unwanted(request: &Request<'_>, prefecture: Prefecture, texts: &[&str]) -> Option<Skip> {
    if request
        .prefecture
        .is_some_and(|wanted| wanted != prefecture)
    {
        return Some(Skip::OtherPrefecture);
    }
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let is_wanted = request.words.is_empty()
        || request.words.iter().any(|word| {
            let word = fold(word);
            folded.iter().any(|text| text.contains(&word))
        });
    (!is_wanted).then_some(Skip::NoMatch)
}
