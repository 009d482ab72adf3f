//! What an editor gives: a folder of CSV files, or one workbook.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::finding::{Finding, Findings, Place, Said};
use crate::said;
use crate::table::sheets::SHEETS;
use crate::table::{Allowance, Files, Folder, Grid, LARGEST_FILE, too_large};
use crate::workbook;

/// The content as an editor gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// The CSV files of a folder, by name.
    Folder(Files),
    /// A workbook.
    Workbook {
        /// The file's name.
        name: String,
        /// The .xlsx file.
        bytes: Vec<u8>,
    },
}

impl Given {
    /// What stands at a path: a folder, or a workbook.
    ///
    /// # Errors
    /// The findings that say why it cannot be read.
    pub fn at(path: &Path) -> Result<Self, Vec<Finding>> {
        let mut findings = Findings::default();
        match given_at(path, &mut findings) {
            Some(given) => Ok(given),
            None => Err(findings.sorted()),
        }
    }

    /// Findings about what was compiled from it, with its tables as the editor sees them: files, or sheets.
    pub fn as_called(&self, findings: Vec<Finding>) -> Vec<Finding> {
        self.naming().in_findings(findings)
    }

    /// What its tables are called.
    pub(crate) fn naming(&self) -> Naming {
        match self {
            Self::Folder(_) => Naming::Files,
            Self::Workbook { .. } => Naming::Sheets,
        }
    }
}

/// What the tables are called in findings, as the editor sees them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Naming {
    /// `supports.csv`
    #[default]
    Files,
    /// `supports`
    Sheets,
}

impl Naming {
    /// The findings in these names.
    pub fn in_findings(self, mut findings: Vec<Finding>) -> Vec<Finding> {
        match self {
            Self::Files => {}
            Self::Sheets => {
                for finding in &mut findings {
                    finding.place.file = sheet_name(&finding.place.file);
                    for said in [&mut finding.what, &mut finding.what_to_do] {
                        *said = with_sheet_names(said);
                    }
                }
            }
        }
        findings
    }
}

/// The sheet of a file; other names stay.
fn sheet_name(file: &str) -> String {
    file.strip_suffix(".csv").unwrap_or(file).to_owned()
}

fn with_sheet_names(said: &Said) -> Said {
    let named = |text: &str| {
        SHEETS.iter().fold(text.to_owned(), |text, sheet| {
            text.replace(&sheet.file(), sheet.name)
        })
    };
    Said {
        ja: named(&said.ja),
        en: named(&said.en),
    }
}

/// The tables in what an editor gave; says what is wrong with files, sheets, columns and cells.
///
/// `None`, with an error, for a workbook that cannot be read at all.
pub fn folder_of(given: &Given, findings: &mut Findings) -> Option<Folder> {
    let mut folder = tables_of(given, findings)?;
    folder.check_sheets(findings);
    Some(folder)
}

/// The same tables, without a word on those that are missing or not used.
pub fn tables_of(given: &Given, findings: &mut Findings) -> Option<Folder> {
    let grids = match given {
        Given::Folder(files) => grids_of(files, findings),
        Given::Workbook { name, bytes } => workbook::grids(name, bytes, findings)?,
    };
    Some(Folder::from_grids(grids, findings))
}

/// The tables in these files; says what is wrong with them.
pub fn folder_of_files(files: &Files, findings: &mut Findings) -> Folder {
    let mut folder = Folder::from_grids(grids_of(files, findings), findings);
    folder.check_sheets(findings);
    folder
}

fn grids_of(files: &Files, findings: &mut Findings) -> Vec<Grid> {
    let mut allowance = Allowance::default();
    files
        .iter()
        .map(|(name, bytes)| Grid::from_csv(name, bytes, &mut allowance, findings))
        .collect()
}

/// A content folder or a workbook; `None`, with an error, where it cannot be read.
fn given_at(path: &Path, findings: &mut Findings) -> Option<Given> {
    let given = if path.is_dir() {
        files_of(path, findings).map(Given::Folder)
    } else {
        let name = file_name(path);
        let is_workbook = name.to_ascii_lowercase().ends_with(".xlsx");
        if path.is_file() && !is_workbook {
            findings.error(
                Place::table(&name),
                said!(
                    "フォルダーでも .xlsx のワークブックでもありません。",
                    "It is neither a folder nor an .xlsx workbook."
                ),
                said!(
                    "CSV のフォルダーか、Excel ブック (.xlsx) を指定してください。",
                    "Name a folder of CSV files or an Excel workbook (.xlsx)."
                ),
            );
            return None;
        }
        bytes_of(path, findings).map(|bytes| Given::Workbook { name, bytes })
    };
    given.filter(|_| !findings.has_errors())
}

/// The CSV files of a folder; files of other kinds and folders in it are left aside.
fn files_of(dir: &Path, findings: &mut Findings) -> Option<Files> {
    let items = match fs::read_dir(dir) {
        Ok(items) => items,
        Err(error) => {
            unreadable(dir, &error, findings);
            return None;
        }
    };
    let mut files = Files::new();
    for item in items {
        let path = match item {
            Ok(item) => item.path(),
            Err(error) => {
                unreadable(dir, &error, findings);
                return None;
            }
        };
        let name = file_name(&path);
        if is_csv(&name)
            && let Some(bytes) = bytes_of(&path, findings)
        {
            files.insert(name, bytes);
        }
    }
    Some(files)
}

/// The bytes of a file that is not too large.
fn bytes_of(path: &Path, findings: &mut Findings) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX);
    let read = fs::File::open(path)
        .and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
    match read {
        Ok(_) if bytes.len() > LARGEST_FILE => {
            too_large(&file_name(path), findings);
            None
        }
        Ok(_) => Some(bytes),
        Err(error) => {
            unreadable(path, &error, findings);
            None
        }
    }
}

fn unreadable(path: &Path, cause: &std::io::Error, findings: &mut Findings) {
    findings.error(
        Place::table(&path.display().to_string()),
        said!("読めません（{cause}）。", "It cannot be read ({cause})."),
        said!(
            "名前と、開いている表計算ソフトがないかを確かめてください。",
            "Check the name, and whether a spreadsheet program has it open."
        ),
    );
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Spreadsheet programs keep a lock file that starts with a dot or a tilde beside an open one.
fn is_csv(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".csv") && !name.starts_with(['.', '~'])
}
