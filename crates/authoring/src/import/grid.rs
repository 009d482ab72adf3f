//! A table of ours as cells that can be changed in place, so that what an import does not touch stays as it is.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::Refusal;
use super::source::decode;
use crate::table::sheets::Sheet;

/// A table: its header and all its rows, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    header: Vec<String>,
    /// The columns by the names that the program knows.
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// The table in a CSV file; where there is none, an empty one with the columns of the sheet.
    ///
    /// # Errors
    /// When the file cannot be decoded.
    pub fn read(bytes: Option<&Vec<u8>>, sheet: &Sheet) -> Result<Self, Refusal> {
        let Some(bytes) = bytes else {
            let columns = sheet.columns.iter();
            let header = columns.map(|column| column.name.to_owned()).collect();
            return Ok(Self::new(header, Vec::new()));
        };
        let (text, _) = decode(bytes)?;
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = reader
            .records()
            .flatten()
            .map(|record| record.iter().map(str::to_owned).collect());
        let header = rows.next().unwrap_or_default();
        Ok(Self::new(header, rows.collect()))
    }

    fn new(header: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let name = |header: &String| header.nfkc().collect::<String>().trim().to_owned();
        let names = header.iter().map(name).collect();
        Self {
            header,
            names,
            rows,
        }
    }

    /// The number of rows under the header.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// What stands in a cell, trimmed; empty where there is no such cell.
    pub fn cell(&self, row: usize, column: &str) -> &str {
        self.place(column)
            .and_then(|place| self.rows.get(row)?.get(place))
            .map_or("", |cell| cell.trim())
    }

    /// Writes a cell; the column is added at the end where it is missing.
    pub fn set(&mut self, row: usize, column: &str, value: &str) {
        if self.cell(row, column) == value {
            return;
        }
        let place = self.place(column).unwrap_or_else(|| {
            self.header.push(column.to_owned());
            self.names.push(column.to_owned());
            self.header.len() - 1
        });
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= place {
                cells.resize(place + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(place) {
                value.clone_into(cell);
            }
        }
    }

    /// Adds an empty row and gives its place.
    pub fn add(&mut self) -> usize {
        self.rows.push(vec![String::new(); self.header.len()]);
        self.rows.len() - 1
    }

    /// The places of the rows by what stands in a column; rows with nothing there are left out.
    pub fn index(&self, column: &str) -> BTreeMap<String, usize> {
        (0..self.len())
            .map(|row| (self.cell(row, column).to_owned(), row))
            .filter(|(name, _)| !name.is_empty())
            .collect()
    }

    /// The table with only these rows.
    pub fn only(&self, rows: &[usize]) -> Self {
        let rows = rows
            .iter()
            .filter_map(|row| self.rows.get(*row).cloned())
            .collect();
        Self {
            header: self.header.clone(),
            names: self.names.clone(),
            rows,
        }
    }

    /// The table as CSV, UTF-8.
    pub fn write(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        for row in std::iter::once(&self.header).chain(&self.rows) {
            let missing = self.header.len().saturating_sub(row.len());
            let filled = row
                .iter()
                .map(String::as_str)
                .chain(std::iter::repeat_n("", missing));
            // Writing into memory does not fail.
            let _ = writer.write_record(filled);
        }
        writer.into_inner().unwrap_or_default()
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| name == column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::sheets::EVENTS;

    #[test]
    fn a_table_that_is_not_changed_is_written_as_it_was() {
        let text = "id,name,x\na,\"見本, 一\",1\nb,見本,\n";
        let grid = Grid::read(Some(&text.as_bytes().to_vec()), &EVENTS).unwrap();
        assert_eq!(String::from_utf8(grid.write()).unwrap(), text);
    }

    #[test]
    fn a_missing_column_is_added_only_when_something_stands_in_it() {
        let mut grid = Grid::read(Some(&b"id\na\n".to_vec()), &EVENTS).unwrap();
        grid.set(0, "phone", "");
        assert_eq!(grid.write(), b"id\na\n");
        grid.set(0, "phone", "054-000-0000");
        assert_eq!(grid.write(), b"id,phone\na,054-000-0000\n");
    }

    #[test]
    fn a_table_that_does_not_exist_yet_begins_with_the_columns_of_its_sheet() {
        let grid = Grid::read(None, &EVENTS).unwrap();
        assert_eq!(grid.len(), 0);
        assert!(grid.write().starts_with(b"id,name,entry,prefecture"));
    }
}
