//! Tables as an editor sees them: columns by name, rows by number, cells trimmed.

mod csv_file;
mod folder;
pub mod sheets;

use crate::finding::Place;

pub use folder::{Files, Folder, Unreadable, files_of};

/// One table of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    file: String,
    columns: Vec<Column>,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    /// The name the program knows: `label::日本語 (ja)` is `label::ja`.
    name: String,
    /// The header as the editor sees it.
    header: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    number: usize,
    cells: Vec<String>,
}

impl Table {
    /// The rows under the header that are not empty, in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.lines.iter().map(|line| Row { table: self, line })
    }

    /// The names of the columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The header of a column; its name where the table has no such column.
    pub fn header<'a>(&'a self, name: &'a str) -> &'a str {
        self.columns
            .iter()
            .find(|column| column.name == name)
            .map_or(name, |column| &column.header)
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    line: &'a Line,
}

impl<'a> Row<'a> {
    /// The cell in a column; empty where the table has no such column.
    pub fn cell(self, column: &'a str) -> Cell<'a> {
        let index = self
            .table
            .columns
            .iter()
            .position(|known| known.name == column);
        let value = index
            .and_then(|index| self.line.cells.get(index))
            .map_or("", String::as_str);
        Cell {
            file: &self.table.file,
            row: self.line.number,
            column: self.table.header(column),
            value,
        }
    }

    /// What stands in a column, or `None` where the table has no such column.
    pub fn get(self, column: &str) -> Option<&'a str> {
        let index = self
            .table
            .columns
            .iter()
            .position(|known| known.name == column)?;
        self.line.cells.get(index).map(String::as_str)
    }

    /// What stands in a column; empty where the table has no such column.
    pub fn text(self, column: &'a str) -> String {
        self.cell(column).value.to_owned()
    }

    /// All cells, in the order of the columns.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        self.table
            .columns
            .iter()
            .zip(&self.line.cells)
            .map(move |(column, value)| Cell {
                file: &self.table.file,
                row: self.line.number,
                column: &column.header,
                value,
            })
    }

    /// Its number in the spreadsheet; the header is row 1.
    pub fn number(self) -> usize {
        self.line.number
    }

    /// The table that the row belongs to.
    pub fn table(self) -> &'a Table {
        self.table
    }
}

impl From<Row<'_>> for Place {
    fn from(row: Row<'_>) -> Self {
        Self {
            row: Some(row.line.number),
            ..Self::table(&row.table.file)
        }
    }
}

/// One cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The row; the header is row 1.
    pub row: usize,
    /// The column's header.
    pub column: &'a str,
    /// What stands in it, trimmed.
    pub value: &'a str,
}

impl<'a> Cell<'a> {
    /// Whether nothing stands in it.
    pub fn is_empty(self) -> bool {
        self.value.is_empty()
    }

    /// The words in it, which spaces separate.
    pub fn words(self) -> impl Iterator<Item = &'a str> {
        self.value.split_whitespace()
    }

    /// The words in it, which spaces or semicolons separate.
    pub fn listed(self) -> impl Iterator<Item = &'a str> {
        self.value
            .split(|character: char| character == ';' || character.is_whitespace())
            .filter(|word| !word.is_empty())
    }
}

impl From<Cell<'_>> for Place {
    fn from(cell: Cell<'_>) -> Self {
        Self {
            file: cell.file.to_owned(),
            row: Some(cell.row),
            column: Some(cell.column.to_owned()),
            value: Some(cell.value.to_owned()),
        }
    }
}
