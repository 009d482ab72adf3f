//! The content folder: its files, and the tables in them.

use std::collections::BTreeMap;
use std::path::Path;

use super::Table;
use super::sheets::{SHEETS, Sheet, TEXT};
use crate::finding::{Findings, Place};
use crate::nearest::did_you_mean;
use crate::said;

/// The files of a content folder, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Why a content folder cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {path}")]
pub struct Unreadable {
    /// What could not be read.
    pub path: String,
    /// Why.
    pub source: std::io::Error,
}

/// All tables of a content folder.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    tables: BTreeMap<String, Table>,
}

/// The CSV files of a folder; files of other kinds and folders in it are left aside.
///
/// # Errors
/// When the folder or one of the files cannot be read.
pub fn files_of(dir: &Path) -> Result<Files, Unreadable> {
    let unreadable = |path: &Path| {
        let path = path.display().to_string();
        |source| Unreadable { path, source }
    };
    let mut files = Files::new();
    for item in std::fs::read_dir(dir).map_err(unreadable(dir))? {
        let path = item.map_err(unreadable(dir))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|name| is_csv(name)) {
            let bytes = std::fs::read(&path).map_err(unreadable(&path))?;
            files.insert(name.to_owned(), bytes);
        }
    }
    Ok(files)
}

/// Spreadsheet programs keep a lock file that starts with a dot or a tilde beside an open one.
fn is_csv(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".csv") && !name.starts_with(['.', '~'])
}

impl Folder {
    /// The tables in these files; says which tables and columns are missing, and which are not used.
    pub fn from_files(files: &Files, findings: &mut Findings) -> Self {
        let tables: BTreeMap<String, Table> = files
            .iter()
            .map(|(name, bytes)| (name.clone(), Table::from_csv(name, bytes, findings)))
            .collect();
        for (file, table) in &tables {
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
            if !tables.contains_key(&file) {
                findings.error(
                    Place::table(&file),
                    said!("表 {file} がありません。", "The table {file} is missing."),
                    said!(
                        "フォルダーに {file} を置いてください。",
                        "Put {file} into the folder."
                    ),
                );
            }
        }
        Self { tables }
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

fn sheet_of(file: &str) -> Option<&'static Sheet> {
    let stem = file.get(..file.len().checked_sub(4)?)?;
    let is_text = stem.starts_with(TEXT.name);
    SHEETS
        .iter()
        .copied()
        .find(|sheet| sheet.name == stem || (is_text && sheet.name == TEXT.name))
}

fn file_names() -> Vec<String> {
    SHEETS.iter().map(|sheet| sheet.file()).collect()
}

fn check_columns(table: &Table, sheet: &Sheet, findings: &mut Findings) {
    for column in sheet.required {
        if !table.columns().any(|known| known == *column) {
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
    let known = || sheet.required.iter().chain(sheet.optional).copied();
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
