//! A table before its columns are known: what CSV files and workbooks have in common.

use super::limits::{Allowance, MOST_COLUMNS};
use crate::finding::{Findings, Place};
use crate::said;

/// The cells of a CSV file or a sheet, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The file's name; for the sheet `supports` that of its file, `supports.csv`.
    pub file: String,
    /// The rows that are not empty, in order.
    pub rows: Vec<GridRow>,
}

/// One row of a [`Grid`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// Its number in the spreadsheet; the first row is 1.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
    /// What only the spreadsheet program knows of its cells, by column.
    pub oddities: Vec<(usize, Oddity)>,
}

/// What a cell of a workbook holds besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// A formula; the text is what it gave when the workbook was saved.
    Formula,
    /// A formula of which the workbook does not say what it gives.
    FormulaWithoutValue,
    /// A formula that went wrong, like `#REF!`.
    Error(String),
    /// A number too long for a spreadsheet program, which keeps 15 digits.
    LongNumber,
}

/// A cell without what nobody sees at its ends: spaces of any kind, and byte order marks that got into a file when files
/// were put together.
pub fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
}

impl Grid {
    /// A grid without rows.
    pub fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            rows: Vec::new(),
        }
    }

    /// Adds a row unless it is empty; `false`, with an error, where a row or the whole is too large to go on.
    pub fn add(
        &mut self,
        row: GridRow,
        allowance: &mut Allowance,
        findings: &mut Findings,
    ) -> bool {
        let GridRow {
            number,
            mut cells,
            oddities,
        } = row;
        let n_used = cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1)
            .max(
                oddities
                    .iter()
                    .map(|(column, _)| column + 1)
                    .max()
                    .unwrap_or(0),
            );
        if n_used == 0 {
            return true;
        }
        let place = Place {
            row: Some(number),
            ..Place::table(&self.file)
        };
        if n_used > MOST_COLUMNS {
            findings.error(
                place,
                said!(
                    "この行は {n_used} 列目まで使っています。{MOST_COLUMNS} 列までしか読めません。",
                    "This row reaches to column {n_used}; only {MOST_COLUMNS} columns can be read."
                ),
                said!(
                    "右のほうのセルを消してください。",
                    "Remove the cells far to the right."
                ),
            );
            return false;
        }
        // Every row gets as many cells as there are headers.
        let n_cells = n_used.max(self.n_headers());
        cells.truncate(n_cells);
        if !allowance.take_row(n_cells, &mut cells, &place, findings) {
            return false;
        }
        self.rows.push(GridRow {
            number,
            cells,
            oddities,
        });
        true
    }

    fn n_headers(&self) -> usize {
        self.rows.first().map_or(0, |row| row.cells.len())
    }
}
