//! Rows by their ids or keys, and what they are called.

use std::collections::BTreeMap;

use domain::text::plain;

use crate::table::sheets::{
    AREAS, CHOICES, CONTACTS, ENTRIES, EVENTS, NEEDS, REVIEWS, SENTENCES, SETTINGS, SHEETS,
    SOURCES, SUPPORTS, SURVEY, TEXT, UNUSED, VOICES,
};
use crate::table::{Folder, Row, Table};

/// A row and what it is known by.
#[derive(Clone, Debug)]
pub struct Keyed<'a> {
    /// Unique in its sheet.
    pub key: String,
    /// The row.
    pub row: Row<'a>,
    /// The name of the sheet.
    pub sheet: &'a str,
    /// The columns that the key is put together from.
    pub key_columns: &'static [&'static str],
}

impl<'a> Keyed<'a> {
    /// What stands in a column; empty where the table has no such column.
    pub fn text(&self, column: &str) -> &'a str {
        self.row.get(column).unwrap_or_default()
    }

    /// The header of a column, here or, where this table has no such column, in the other.
    pub fn header(&self, column: &str, other: &Keyed<'_>) -> String {
        let has = |table: &Table| table.columns().any(|known| known == column);
        let table = if has(self.row.table()) {
            self.row.table()
        } else {
            other.row.table()
        };
        table.header(column).to_owned()
    }
}

/// All rows of a content folder, by sheet.
#[derive(Debug, Default)]
pub struct Sheets<'a> {
    rows: BTreeMap<&'a str, Vec<Keyed<'a>>>,
    /// The Japanese texts by key.
    texts: BTreeMap<&'a str, &'a str>,
}

impl<'a> Sheets<'a> {
    /// The rows of a folder. The parts of the text table are one sheet.
    pub fn of(folder: &'a Folder) -> Self {
        let mut sheets = Self::default();
        let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for table in folder.tables() {
            let sheet = sheet_name(table.file());
            let rows = sheets.rows.entry(sheet).or_default();
            for row in table.rows() {
                let key_columns = key_columns(sheet);
                let mut key = key_of(key_columns, sheet, row);
                let n_seen = seen.entry((sheet, key.clone())).or_default();
                *n_seen += 1;
                // A second row with the same id is an error elsewhere; here nothing is lost.
                if *n_seen > 1 {
                    key = format!("{key} ({n_seen})");
                }
                rows.push(Keyed {
                    key,
                    row,
                    sheet,
                    key_columns,
                });
                if sheet == TEXT.name
                    && let (Some(name), Some(text)) = (row.get("key"), row.get("ja"))
                {
                    sheets.texts.entry(name).or_insert(text);
                }
            }
        }
        sheets
    }

    /// The sheets of both folders: contact points first, then in the order of the workbook, then the others.
    pub fn names<'n>(one: &Sheets<'n>, other: &Sheets<'n>) -> Vec<&'n str> {
        let mut names: Vec<&str> = one.rows.keys().chain(other.rows.keys()).copied().collect();
        let place = |name: &str| {
            let contacts = [CONTACTS.name, ENTRIES.name, EVENTS.name];
            let others = SHEETS.iter().map(|sheet| sheet.name);
            contacts
                .into_iter()
                .chain(others)
                .position(|known| known == name)
                .unwrap_or(usize::MAX)
        };
        names.sort_by_key(|name| (place(name), *name));
        names.dedup();
        names
    }

    /// The rows of a sheet, in order.
    pub fn rows(&self, sheet: &str) -> &[Keyed<'a>] {
        self.rows.get(sheet).map_or(&[], Vec::as_slice)
    }

    /// What a row is called on screens, without furigana; empty when it has no name.
    pub fn title(&self, keyed: &Keyed<'_>) -> String {
        let text = |key: &[&str]| self.texts.get(key.concat().as_str()).copied();
        let own = |column: &str| keyed.row.get(column);
        let id = own("id").unwrap_or_default();
        let found = match keyed.sheet {
            sheet if [SURVEY.name, CHOICES.name].contains(&sheet) => own("label::ja"),
            sheet if sheet == SUPPORTS.name => text(&["support.", id, ".name"]),
            sheet if sheet == CONTACTS.name => text(&["contact.", id, ".name"]),
            sheet if sheet == SENTENCES.name => text(&["sentence.", id]),
            sheet if sheet == VOICES.name => {
                text(&["support.", own("support").unwrap_or_default(), ".name"])
            }
            sheet if sheet == TEXT.name => {
                let mut parts = own("key").unwrap_or_default().split('.');
                match (parts.next(), parts.next()) {
                    (Some(kind @ ("support" | "contact")), Some(id)) => {
                        text(&[kind, ".", id, ".name"])
                    }
                    _ => None,
                }
            }
            sheet if [NEEDS.name, AREAS.name].contains(&sheet) => own("ja"),
            _ => own("name"),
        };
        plain(found.unwrap_or_default())
    }
}

/// The sheet that a file belongs to; its own name where it is of none.
fn sheet_name(file: &str) -> &str {
    let stem = file.strip_suffix(".csv").unwrap_or(file);
    if stem.starts_with(TEXT.name) {
        TEXT.name
    } else {
        stem
    }
}

/// The columns by which the rows of a sheet are known; none for a sheet of one row, and where that is not known.
fn key_columns(sheet: &str) -> &'static [&'static str] {
    match sheet {
        _ if sheet == SURVEY.name => &["name"],
        _ if sheet == CHOICES.name => &["list_name", "name"],
        _ if sheet == VOICES.name => &["support", "voice"],
        _ if sheet == AREAS.name => &["code"],
        _ if sheet == UNUSED.name => &["file", "row"],
        _ if sheet == REVIEWS.name => &["name", "version"],
        _ if sheet == TEXT.name => &["key"],
        _ if [
            NEEDS, SUPPORTS, SENTENCES, SOURCES, CONTACTS, ENTRIES, EVENTS,
        ]
        .iter()
        .any(|known| known.name == sheet) =>
        {
            &["id"]
        }
        _ => &[],
    }
}

fn key_of(columns: &[&str], sheet: &str, row: Row<'_>) -> String {
    if columns.is_empty() && sheet != SETTINGS.name {
        // In a sheet of somebody else, the first column is the best guess.
        return row.cells().next().map_or("", |cell| cell.value).to_owned();
    }
    let parts: Vec<&str> = columns
        .iter()
        .filter_map(|column| row.get(column))
        .collect();
    parts.join(" ")
}
