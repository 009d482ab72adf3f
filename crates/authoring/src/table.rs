//! Tables as an editor sees them: columns by name, rows by number, cells trimmed.

mod csv_file;
mod folder;
mod grid;
mod header;
mod limits;
mod mend;
pub mod sheets;

use crate::finding::{Findings, Place};
use crate::said;
use sheets::Sheet;

pub use folder::{Files, Folder};
pub use grid::{Grid, GridRow, Oddity, trimmed};
pub use limits::{Allowance, LARGEST_FILE, MOST_COLUMNS, too_large};

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
    /// The table that a grid holds: the first row that is not empty gives the headers.
    ///
    /// Repairs what spreadsheet programs do to the columns of `sheet`, with a warning each; `None` for a table that
    /// nobody knows, which is left as it is.
    pub fn from_grid(grid: Grid, sheet: Option<&Sheet>, findings: &mut Findings) -> Self {
        let mut table = Self {
            file: grid.file,
            columns: Vec::new(),
            lines: Vec::new(),
        };
        let mut rows = grid.rows.into_iter();
        let Some(headers) = rows.next() else {
            return table;
        };
        let known: Vec<&str> = sheet.map_or(Vec::new(), |sheet| {
            sheet.columns.iter().map(|column| column.name).collect()
        });
        table.columns = header::columns_of(
            &table.file,
            headers.number,
            &headers.cells,
            &known,
            findings,
        );
        mend::check_oddities(&table, &headers, findings);
        let most_rows = sheet.map_or(usize::MAX, |sheet| sheet.most_rows);
        for row in rows {
            if table.lines.len() == most_rows {
                table.warn_of_rows(most_rows, row.number, findings);
                break;
            }
            table.add_row(row, findings);
        }
        if let Some(sheet) = sheet {
            mend::mend(&mut table, sheet, findings);
        }
        table
    }

    fn add_row(&mut self, mut row: GridRow, findings: &mut Findings) {
        let place = Place {
            row: Some(row.number),
            ..Place::table(&self.file)
        };
        let n_columns = self.columns.len();
        if n_columns > 2 && crate::repair::is_footer(&row.cells) {
            let value = row.cells.into_iter().next();
            findings.warning(
                Place { value, ..place },
                said!(
                    "表の下の注記と見て、この行は読んでいません。",
                    "This row looks like a remark below the table and was not read."
                ),
                said!(
                    "注記は消すか、行なら足りないセルを埋めてください。",
                    "Remove the remark; if it is a row, fill in its other cells."
                ),
            );
            return;
        }
        if row
            .cells
            .iter()
            .skip(n_columns)
            .any(|cell| !cell.is_empty())
        {
            let n_cells = row.cells.len();
            findings.error(
                place,
                said!(
                    "この行のセルは {n_cells} 個で、見出しの数 {n_columns} より多くあります。",
                    "This row has {n_cells} cells, more than the {n_columns} headers."
                ),
                said!(
                    "1行目に見出しを付けるか、余分なセルを消してください。CSV では、コンマを含むセルを \" で囲みます。",
                    "Give the column a header, or remove the extra cells. In CSV, put cells that contain a comma in double quotes."
                ),
            );
        }
        mend::check_oddities(self, &row, findings);
        row.cells.resize(n_columns, String::new());
        self.lines.push(Line {
            number: row.number,
            cells: row.cells,
        });
    }

    fn warn_of_rows(&self, most_rows: usize, row: usize, findings: &mut Findings) {
        findings.error(
            Place {
                row: Some(row),
                ..Place::table(&self.file)
            },
            said!(
                "この表は {most_rows} 行までです。この行から先は読んでいません。",
                "This table may have {most_rows} rows; nothing was read from this row on."
            ),
            said!(
                "まちがって増えた行を消してください。",
                "Remove the rows that were added by mistake."
            ),
        );
    }

    /// The table as a CSV file: UTF-8 without a byte order mark, quotation marks only where they are needed.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        let rows = std::iter::once(self.headers().map(str::to_owned).collect())
            .chain(self.lines.iter().map(|line| line.cells.clone()));
        for row in rows.filter(|row: &Vec<String>| !row.is_empty()) {
            // Writing to memory cannot fail, and rows of unequal length are allowed.
            let _ = writer.write_record(row);
        }
        writer.into_inner().unwrap_or_default()
    }

    /// The headers as the editor sees them.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.header.as_str())
    }

    /// A table of this name without columns and rows.
    pub fn named(file: String) -> Self {
        Self {
            file,
            columns: Vec::new(),
            lines: Vec::new(),
        }
    }

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
