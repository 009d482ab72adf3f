//! How large the tables may be, so that no file makes the program run out of memory or time.
//!
//! The largest pack that we expect (20,000 entries of 39 columns) takes half of each.

use crate::finding::{Findings, Place};
use crate::said;

/// More bytes than this are not read from one file.
pub const LARGEST_FILE: usize = 32 << 20;
/// The columns of a table.
pub const MOST_COLUMNS: usize = 256;
/// The characters in a cell, counted as Excel does: in UTF-16 code units.
///
/// Source: Microsoft, "Excel specifications and limits".
pub const LONGEST_CELL: usize = 32_767;
/// The cells of all tables together, empty ones between others included.
const MOST_CELLS: usize = 3_000_000;
/// The bytes of the text in all tables together.
const MOST_TEXT: usize = 32 << 20;

/// What is left of the limits while tables are being read.
#[derive(Clone, Debug)]
pub struct Allowance {
    cells: usize,
    text: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }
}

impl Allowance {
    /// Takes a row of `n_cells`; empties, with an error each, cells that are too long. `false`, with an error, where the
    /// limits are reached.
    pub fn take_row(
        &mut self,
        n_cells: usize,
        cells: &mut [String],
        place: &Place,
        findings: &mut Findings,
    ) -> bool {
        for cell in cells.iter_mut() {
            let length = length(cell);
            if length > LONGEST_CELL {
                findings.error(
                    place.clone(),
                    said!(
                        "{length} 文字のセルがあります。セルには {LONGEST_CELL} 文字までしか入りません。",
                        "A cell has {length} characters; a cell holds at most {LONGEST_CELL}."
                    ),
                    said!("短くするか、行を分けてください。", "Shorten it, or split the row."),
                );
                cell.clear();
            }
        }
        let text: usize = cells.iter().map(String::len).sum();
        if self.take(n_cells, text) {
            return true;
        }
        findings.error(
            place.clone(),
            said!(
                "表が大きすぎるので、この行から先は読んでいません。",
                "The tables are too large; nothing was read from this row on."
            ),
            said!(
                "まちがって大きくなっていないか確かめ、いらない行と列を消してください。",
                "Check whether they grew by mistake, and remove rows and columns that are not needed."
            ),
        );
        false
    }

    /// Takes cells and text; `false` where the limits are reached.
    pub fn take(&mut self, n_cells: usize, text: usize) -> bool {
        match (self.cells.checked_sub(n_cells), self.text.checked_sub(text)) {
            (Some(cells), Some(text)) => {
                *self = Self { cells, text };
                true
            }
            _ => {
                *self = Self { cells: 0, text: 0 };
                false
            }
        }
    }
}

/// The characters of a text as Excel counts them.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The finding about a file of too many bytes.
pub fn too_large(file: &str, findings: &mut Findings) {
    let megabytes = LARGEST_FILE >> 20;
    findings.error(
        Place::table(file),
        said!(
            "ファイルが {megabytes} MB より大きいので、読んでいません。",
            "The file is larger than {megabytes} MB and was not read."
        ),
        said!(
            "正しいファイルか確かめ、いらない行や図を消してください。",
            "Check that it is the right file, and remove rows or pictures that are not needed."
        ),
    );
}
