//! What an import did and did not do, for the editor who has to answer for it.

mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::finding::Said;

pub use words::text;

/// What had to be done to a value on its way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repair {
    /// Zeros or the check digit of a 全国地方公共団体コード were put back.
    CodePadded,
    /// Its check digit was wrong.
    CheckDigit,
    /// A long number had become `2.21E+09` and is not used.
    Exponent,
    /// A time was the fraction of a day.
    TimeFraction,
    /// A date was written in another form.
    DateForm,
    /// A date in free text was kept as a note.
    DateKeptAsNote,
    /// Latitude and longitude were swapped.
    CoordinatesSwapped,
    /// Coordinates outside Japan were dropped.
    CoordinatesDropped,
    /// The address was put together from parts, or got its prefecture.
    AddressJoined,
    /// What stood for a phone or fax number was none.
    PhoneDropped,
    /// A phone number got its first zero back.
    PhoneZero,
    /// What stood for a web or mail address was none.
    AddressDropped,
    /// Sentences with amounts of money were left out.
    AmountLeftOut,
    /// The row had more cells than the header, or fewer.
    Uneven,
}

/// Why a row of the source came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reason", content = "of")]
pub enum Skip {
    /// It has no name.
    NoName,
    /// It is a remark under the table, or the header once more.
    Footer,
    /// It is the same as another row of the file.
    Duplicate(usize),
    /// It does not say in which prefecture it is.
    NoPrefecture,
    /// It is in another prefecture than asked for.
    OtherPrefecture,
    /// None of the words asked for stands in it.
    NoMatch,
    /// It is over.
    Over,
    /// The source says that it is closed or canceled.
    Closed,
    /// It is a scheme for businesses or municipalities.
    NotForPeople,
    /// The row does not have the shape that the file should have.
    Shapeless,
    /// No `--entry-kind` was given, and the row does not say what it is.
    NoKind,
    /// It came from another import, named here, which stays responsible for it.
    OtherImport(String),
    /// A row written by hand, named here, has the same name.
    SameName(String),
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "became")]
pub enum Became {
    /// A new row in the table.
    New,
    /// A row of the table changed.
    Changed,
    /// Nothing to change.
    Unchanged,
    /// Nothing, and why.
    Skipped(Skip),
}

/// One cell that the source wants otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The column.
    pub column: String,
    /// What stood in the table.
    pub old: String,
    /// What the source says.
    pub new: String,
}

/// One row of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowReport {
    /// Its number in the file; for JSON the place in the list, from 1.
    pub row: usize,
    /// The id in our table; empty when there is none.
    pub id: String,
    /// Its id in the source, as in the column `origin_id`; empty when it was not read that far.
    pub origin_id: String,
    /// Its name.
    pub name: String,
    /// What became of it.
    #[serde(flatten)]
    pub became: Became,
    /// Cells that were changed.
    pub changes: Vec<Difference>,
    /// Cells that a person has changed or verified: left alone.
    pub conflicts: Vec<Difference>,
    /// Whether a signature was taken off, because a verified field was taken from the source.
    pub signature_removed: bool,
    /// What was repaired.
    pub repairs: Vec<Repair>,
}

/// A row of our table that the source no longer has. It stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Vanished {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its id in the source.
    pub origin_id: String,
}

/// How the bytes of the file were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8WithMark,
    /// Shift_JIS (CP932), read as UTF-8 from here on.
    Cp932,
}

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The name of the import, as in the column `import`.
    pub import: String,
    /// The data set.
    pub data: Said,
    /// The file that was read.
    pub file: String,
    /// Who published it.
    pub source_name: String,
    /// Where.
    pub source_url: String,
    /// Under which licence.
    pub license: String,
    /// When it was fetched; not a check by a person.
    pub retrieved: String,
    /// How it was written.
    pub encoding: Encoding,
    /// Columns of the file that nothing is done with.
    pub unused_columns: Vec<String>,
    /// Every row of the file.
    pub rows: Vec<RowReport>,
    /// Rows of the table that the file no longer has.
    pub vanished: Vec<Vanished>,
}

/// How many rows became what; `read` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Rows read.
    pub read: usize,
    /// Rows that are new.
    pub new: usize,
    /// Rows that changed.
    pub changed: usize,
    /// Rows that stayed.
    pub unchanged: usize,
    /// Rows that came to nothing.
    pub skipped: usize,
}

impl Report {
    /// The sums.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts {
            read: self.rows.len(),
            ..Counts::default()
        };
        for row in &self.rows {
            match row.became {
                Became::New => counts.new += 1,
                Became::Changed => counts.changed += 1,
                Became::Unchanged => counts.unchanged += 1,
                Became::Skipped(_) => counts.skipped += 1,
            }
        }
        counts
    }

    /// How often each repair was made.
    pub fn repairs(&self) -> BTreeMap<Repair, usize> {
        let mut counts = BTreeMap::new();
        for repair in self.rows.iter().flat_map(|row| &row.repairs) {
            *counts.entry(*repair).or_default() += 1;
        }
        counts
    }

    /// The report as JSON, with the sums first.
    ///
    /// # Errors
    /// When it cannot be written, which text and numbers never cause.
    pub fn json(&self) -> serde_json::Result<String> {
        #[derive(Serialize)]
        struct Whole<'a> {
            counts: Counts,
            #[serde(flatten)]
            report: &'a Report,
        }
        serde_json::to_string_pretty(&Whole {
            counts: self.counts(),
            report: self,
        })
    }
}
