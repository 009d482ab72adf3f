//! From one form of the content to the other, without loss.

use super::write::write;
use crate::finding::{Finding, Findings};
use crate::given::{Given, tables_of};
use crate::table::Files;

/// What writing the content in another form gives.
#[derive(Debug)]
pub struct Converted<T> {
    /// What is worth knowing, and what stands in the way.
    pub findings: Vec<Finding>,
    /// The other form; `None` as soon as there is one error, so that nothing is lost in it.
    pub output: Option<T>,
}

/// The content as an .xlsx workbook. The same tables always give the same bytes.
///
/// What the tables say is not checked; only what would be lost is an error.
pub fn to_workbook(given: &Given) -> Converted<Vec<u8>> {
    converted(given, write)
}

/// The content as CSV files in UTF-8, by name.
///
/// What the tables say is not checked; only what would be lost is an error.
pub fn to_tables(given: &Given) -> Converted<Files> {
    converted(given, |folder, _| {
        Some(
            folder
                .tables()
                .map(|table| (table.file().to_owned(), table.to_csv()))
                .collect(),
        )
    })
}

fn converted<T>(
    given: &Given,
    convert: impl FnOnce(&crate::table::Folder, &mut Findings) -> Option<T>,
) -> Converted<T> {
    let mut findings = Findings::default();
    let folder = tables_of(given, &mut findings).filter(|_| !findings.has_errors());
    let output = folder.and_then(|folder| convert(&folder, &mut findings));
    Converted {
        findings: given.naming().in_findings(findings.sorted()),
        output,
    }
}
