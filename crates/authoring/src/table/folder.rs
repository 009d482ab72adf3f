//! The tables of the content, by file name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::sheets::{SHEETS, Sheet, TEXT, sheet_of};
use super::{Grid, Table};
use crate::finding::{Findings, Place, missing_table};
use crate::nearest::did_you_mean;
use crate::said;

/// The files of a content folder, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// All tables of the content.
#[derive(Debug, Default)]
pub struct Folder {
    tables: BTreeMap<String, Table>,
}

impl Folder {
    /// The tables in these grids.
    pub fn from_grids(grids: Vec<Grid>, findings: &mut Findings) -> Self {
        let tables: BTreeMap<String, Table> = grids
            .into_iter()
            .map(|grid| {
                let sheet = sheet_of(&grid.file);
                let name = grid.file.clone();
                (name, Table::from_grid(grid, sheet, findings))
            })
            .collect();
        Self { tables }
    }

    /// Says which tables and columns are missing, and which are not used.
    /// A table that is missing is then there, empty, for what other tables look for in it.
    pub fn check_sheets(&mut self, findings: &mut Findings) {
        for (file, table) in &self.tables {
            match sheet_of(file) {
                Some(sheet) => check_columns(table, sheet, findings),
                None => findings.note(
                    Place::table(file),
                    said!("この表は使われません。", "This table is not used."),
                    did_you_mean(file, file_names().iter().map(String::as_str), "README.md"),
                ),
            }
        }
        for sheet in SHEETS.iter().filter(|sheet| sheet.is_needed) {
            let file = sheet.file();
            if let Entry::Vacant(place) = self.tables.entry(file.clone()) {
                findings.error(
                    Place::table(&file),
                    missing_table(&file),
                    said!("{file} を加えてください。", "Add {file}."),
                );
                place.insert(Table::named(file));
            }
        }
    }

    /// The table of this sheet, or an empty one.
    pub fn table(&self, sheet: &Sheet) -> &Table {
        static NONE: Table = Table {
            file: String::new(),
            columns: Vec::new(),
            lines: Vec::new(),
        };
        self.tables.get(&sheet.file()).unwrap_or(&NONE)
    }

    /// All parts of the text table, by file name.
    pub fn texts(&self) -> impl Iterator<Item = &Table> {
        self.tables
            .iter()
            .filter(|(file, _)| sheet_of(file).is_some_and(|sheet| sheet.name == TEXT.name))
            .map(|(_, table)| table)
    }

    /// All tables, by file name.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.values()
    }
}

fn file_names() -> Vec<String> {
    SHEETS.iter().map(|sheet| sheet.file()).collect()
}

fn check_columns(table: &Table, sheet: &Sheet, findings: &mut Findings) {
    let required = sheet.columns.iter().filter(|column| column.is_required);
    for column in required.map(|column| column.name) {
        if !table.columns().any(|known| known == column) {
            findings.error(
                Place::column(table.file(), column),
                said!(
                    "列「{column}」がありません。",
                    "The column \"{column}\" is missing."
                ),
                said!(
                    "1行目に「{column}」という見出しの列を作ってください。",
                    "Make a column with the header \"{column}\" in row 1."
                ),
            );
        }
    }
    let known = || sheet.columns.iter().map(|column| column.name);
    for column in table.columns().filter(|column| !column.is_empty()) {
        if !known().any(|name| name == column) {
            findings.note(
                Place::column(table.file(), table.header(column)),
                said!("この列は使われません。", "This column is not used."),
                did_you_mean(column, known(), "README.md"),
            );
        }
    }
}
