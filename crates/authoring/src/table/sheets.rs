//! The sheets of the content workbook and their columns: what reading, writing and the README of the editors go by.
//!
//! Source: `content/README.md`; `survey`, `choices` and `settings` are those of XLSForm.

/// The columns of a sheet: some, one for each of these texts in each language after English, and some more.
macro_rules! columns {
    (
        [$($before:expr),* $(,)?],
        [$($stem:literal, $ja:literal, $en:literal);* $(;)?],
        [$($after:expr),* $(,)?] $(,)?
    ) => {
        &[
            $($before,)*
            $(
                Column::may(concat!($stem, "zh-Hans"), concat!($ja, "（簡体字中国語）。"), concat!($en, " in Chinese (simplified).")),
                Column::may(concat!($stem, "ko"), concat!($ja, "（韓国語）。"), concat!($en, " in Korean.")),
                Column::may(concat!($stem, "vi"), concat!($ja, "（ベトナム語）。"), concat!($en, " in Vietnamese.")),
                Column::may(concat!($stem, "pt-BR"), concat!($ja, "（ポルトガル語）。"), concat!($en, " in Portuguese (Brazil).")),
                Column::may(concat!($stem, "tl"), concat!($ja, "（タガログ語）。"), concat!($en, " in Tagalog.")),
                Column::may(concat!($stem, "ne"), concat!($ja, "（ネパール語）。"), concat!($en, " in Nepali.")),
            )*
            $($after,)*
        ]
    };
}

mod asks;
mod codes;
mod forms;
mod imports;
mod places;
mod reviews;
mod rules;
mod words;

pub use asks::ASKS;
pub use codes::CODES;
pub use forms::{CHOICES, SETTINGS, SURVEY};
pub use imports::{IMPORTED, IMPORTS};
pub use places::{AREAS, CONTACTS, ENTRIES, EVENTS, UNUSED, WRONG_NUMBERS};
pub use reviews::REVIEWS;
pub use rules::{NEEDS, NEVER, SENTENCES, SOURCES, SUPPORTS, VOICES};
pub use words::{GUARD, LANGUAGES, TEXT};

use super::limits::LONGEST_CELL;

/// One sheet of the workbook.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; `supports` is in `supports.csv`.
    pub name: &'static str,
    /// Whether content without it cannot be published.
    pub is_needed: bool,
    /// Its columns, in the order in which they are explained.
    pub columns: &'static [Column],
    /// More rows than this are a slip of a spreadsheet program, or meant to harm.
    pub most_rows: usize,
}

impl Sheet {
    /// The name of its file.
    pub fn file(&self) -> String {
        [self.name, ".csv"].concat()
    }

    /// The declaration of a column.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// One column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The name that the program knows: `label::ja` for `label::日本語 (ja)`.
    pub name: &'static str,
    /// Whether the sheet must have it.
    pub is_required: bool,
    /// What it is for, in Japanese.
    pub ja: &'static str,
    /// What it is for, in English.
    pub en: &'static str,
    /// What may stand in it.
    pub holds: Holds,
}

/// What may stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Any text.
    Text,
    /// A name of its own, in lower-case letters, digits, `-` and `_`.
    Id,
    /// A short name of any letters.
    Label,
    /// One of these words, or nothing.
    Word(&'static [&'static str]),
    /// Some of these words.
    Words(&'static [&'static str]),
    /// `yes` or nothing.
    Yes,
    /// What stands in this column of this sheet.
    Name(&'static str, &'static str),
    /// Some of what stands in this column of this sheet.
    Names(&'static str, &'static str),
    /// Some of the roles: the list `role` of `choices`.
    Roles,
    /// The two digits of a prefecture.
    Prefecture,
    /// The digits of some prefectures.
    Prefectures,
    /// An XLSForm expression.
    Expression,
    /// A day, month or year.
    Date,
    /// Hours or times in words or in the syntax of opening_hours.
    Hours,
    /// A phone or fax number.
    Phone,
    /// A postal code.
    PostalCode,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
}

impl Column {
    /// A column of texts that the sheet must have.
    pub const fn must(name: &'static str, ja: &'static str, en: &'static str) -> Self {
        Self {
            name,
            is_required: true,
            ja,
            en,
            holds: Holds::Text,
        }
    }

    /// A column of texts that the sheet may have.
    pub const fn may(name: &'static str, ja: &'static str, en: &'static str) -> Self {
        Self {
            is_required: false,
            ..Self::must(name, ja, en)
        }
    }

    /// Who drafted the words of a row, where it is not whom `languages` names.
    pub const DRAFTED_BY: Self = Self::may(
        "drafted_by",
        "この行の文を書いた人（languages と違うときだけ）。例：en:名前; ja-x-easy:名前",
        "Who drafted the words of this row, if not as in languages: en:Name; ja-x-easy:Name",
    );
    /// Who reviewed the words of a row, where it is not whom `languages` names.
    pub const REVIEWED_BY: Self = Self::may(
        "reviewed_by",
        "この行の文を確かめた人（languages と違うときだけ）。例：en:名前; ja-x-easy:名前",
        "Who reviewed the words of this row, if not as in languages: en:Name; ja-x-easy:Name",
    );

    /// The same column, holding something else.
    pub const fn of(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }

    /// The characters that a cell may have.
    pub fn longest(&self) -> usize {
        match self.holds {
            Holds::Text | Holds::Hours => LONGEST_CELL,
            // As long as a formula of Excel may be; nobody could read a longer one.
            Holds::Expression => 8_192,
            Holds::Words(_) | Holds::Names(..) | Holds::Roles | Holds::Prefectures => 4_000,
            Holds::Id
            | Holds::Label
            | Holds::Word(_)
            | Holds::Yes
            | Holds::Name(..)
            | Holds::Prefecture
            | Holds::Date
            | Holds::Phone
            | Holds::PostalCode
            | Holds::Latitude
            | Holds::Longitude => 100,
        }
    }

    /// The words that it knows; none where it takes others.
    pub fn words(&self) -> Vec<&'static str> {
        match self.holds {
            Holds::Word(words) | Holds::Words(words) => words.to_vec(),
            Holds::Yes => vec!["yes"],
            Holds::Text
            | Holds::Id
            | Holds::Label
            | Holds::Name(..)
            | Holds::Names(..)
            | Holds::Roles
            | Holds::Prefecture
            | Holds::Prefectures
            | Holds::Expression
            | Holds::Date
            | Holds::Hours
            | Holds::Phone
            | Holds::PostalCode
            | Holds::Latitude
            | Holds::Longitude => Vec::new(),
        }
    }
}

/// All sheets, in the order of the workbook.
pub const SHEETS: &[&Sheet] = &[
    &SURVEY,
    &CHOICES,
    &SETTINGS,
    &NEEDS,
    &SUPPORTS,
    &VOICES,
    &SENTENCES,
    &NEVER,
    &ASKS,
    &CODES,
    &SOURCES,
    &CONTACTS,
    &ENTRIES,
    &EVENTS,
    &IMPORTS,
    &IMPORTED,
    &AREAS,
    &UNUSED,
    &WRONG_NUMBERS,
    &REVIEWS,
    &TEXT,
    &LANGUAGES,
    &GUARD,
];

/// The sheet of a file; `None` where there is none of this name.
///
/// Words may be split: `text-app.csv` is a part of `text`.
pub fn sheet_of(file: &str) -> Option<&'static Sheet> {
    let stem = file.get(..file.len().checked_sub(4)?)?;
    let is_text = stem.starts_with(TEXT.name);
    SHEETS
        .iter()
        .copied()
        .find(|sheet| sheet.name == stem || (is_text && sheet.name == TEXT.name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_is_declared_once_and_explained_in_both_languages() {
        for sheet in SHEETS {
            let names: BTreeSet<&str> = sheet.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), sheet.columns.len(), "{}", sheet.name);
            for column in sheet.columns {
                let place = [sheet.name, column.name].join(".");
                assert!(!column.ja.is_ascii(), "{place}");
                assert!(column.en.is_ascii() || column.en.contains('ア'), "{place}");
            }
        }
    }

    #[test]
    fn the_kinds_of_entry_are_those_that_the_directory_knows() {
        use domain::directory::Kind;
        let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let column = |sheet: &Sheet, name| sheet.column(name).unwrap().words();
        assert_eq!(column(&ENTRIES, "kind"), known);
        assert_eq!(column(&SUPPORTS, "entry_kinds"), known);
    }

    #[test]
    fn every_text_has_a_column_for_every_language() {
        use domain::text::Lang;
        let texts = [
            (&SURVEY, "label::"),
            (&SURVEY, "hint::"),
            (&SURVEY, "constraint_message::"),
            (&CHOICES, "label::"),
            (&NEEDS, ""),
            (&TEXT, ""),
        ];
        for (sheet, stem) in texts {
            for lang in Lang::ALL {
                let name = [stem, lang.code()].concat();
                assert!(sheet.column(&name).is_some(), "{}.{name}", sheet.name);
            }
        }
    }

    #[test]
    fn what_a_column_refers_to_exists() {
        for column in SHEETS.iter().flat_map(|sheet| sheet.columns) {
            if let Holds::Name(sheet, name) | Holds::Names(sheet, name) = column.holds {
                let sheet = SHEETS.iter().find(|known| known.name == sheet).unwrap();
                assert!(sheet.column(name).is_some(), "{}", column.name);
            }
        }
    }
}
