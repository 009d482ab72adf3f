//! A CSV file as Excel, LibreOffice or an editor's text program writes it.

use super::grid::{Grid, GridRow, trimmed};
use super::limits::{Allowance, LARGEST_FILE, MOST_COLUMNS, too_large};
use crate::finding::{Findings, Place};
use crate::said;

impl Grid {
    /// The cells of a CSV file: UTF-8 with or without a byte order mark, any line ends, or CP932 with a warning.
    ///
    /// Empty rows are left out but counted, so that row numbers are those of the spreadsheet.
    pub fn from_csv(
        file: &str,
        bytes: &[u8],
        allowance: &mut Allowance,
        findings: &mut Findings,
    ) -> Self {
        let mut grid = Self::new(file);
        if bytes.len() > LARGEST_FILE {
            too_large(file, findings);
            return grid;
        }
        let text = text_of(file, bytes, findings);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut number = 0;
        let mut n_columns = None;
        loop {
            let start = reader.position().byte();
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    findings.error(
                        Place::table(file),
                        said!(
                            "表として読めません（{error}）。",
                            "It cannot be read as a table ({error})."
                        ),
                        said!(
                            "表計算ソフトで開き、CSV UTF-8 として保存し直してください。",
                            "Open it in a spreadsheet program and save it again as CSV UTF-8."
                        ),
                    );
                    break;
                }
            }
            number += 1 + empty_lines_at(&text, start);
            // A cell beyond the last column that can be read is enough to say so.
            let cells: Vec<String> = record
                .iter()
                .map(trimmed)
                .enumerate()
                .filter(|(column, cell)| *column < MOST_COLUMNS || !cell.is_empty())
                .take(MOST_COLUMNS + 1)
                .map(|(_, cell)| cell.to_owned())
                .collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            let n_cells = record.len();
            let n_columns = *n_columns.get_or_insert(n_cells);
            if n_cells < n_columns {
                warn_short(file, number, n_cells, n_columns, findings);
            }
            let row = GridRow {
                number,
                cells,
                oddities: Vec::new(),
            };
            if !grid.add(row, allowance, findings) {
                break;
            }
        }
        grid
    }
}

fn warn_short(file: &str, row: usize, n_cells: usize, n_columns: usize, findings: &mut Findings) {
    findings.warning(
        Place {
            row: Some(row),
            ..Place::table(file)
        },
        said!(
            "この行のセルは {n_cells} 個で、列の数 {n_columns} より少なくなっています。",
            "This row has {n_cells} cells, fewer than the {n_columns} columns."
        ),
        said!(
            "途中のコンマが抜けていないか確認してください。足りないセルは空とみなします。",
            "Check that no comma is missing. The missing cells count as empty."
        ),
    );
}

/// The text of the file with plain line ends.
fn text_of(file: &str, bytes: &[u8], findings: &mut Findings) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let (text, _, is_damaged) = encoding_rs::SHIFT_JIS.decode(bytes);
            let what_to_do = said!(
                "「CSV UTF-8（コンマ区切り）」として保存し直してください。",
                "Save it again as \"CSV UTF-8 (comma delimited)\"."
            );
            if is_damaged {
                findings.error(
                    Place::table(file),
                    said!(
                        "文字コードが UTF-8 でも Shift_JIS (CP932) でもありません。",
                        "Its encoding is neither UTF-8 nor Shift_JIS (CP932)."
                    ),
                    what_to_do,
                );
            } else {
                findings.warning(
                    Place::table(file),
                    said!(
                        "文字コードが Shift_JIS (CP932) です。一部の漢字や記号が失われていることがあります。",
                        "Its encoding is Shift_JIS (CP932); some characters may have been lost."
                    ),
                    what_to_do,
                );
            }
            text.into_owned()
        }
    };
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The reader skips empty lines without counting them; the spreadsheet shows them as rows.
fn empty_lines_at(text: &str, start: u64) -> usize {
    usize::try_from(start)
        .ok()
        .and_then(|start| text.get(start..))
        .map_or(0, |rest| {
            rest.bytes().take_while(|byte| *byte == b'\n').count()
        })
}

#[cfg(test)]
mod tests {
    use super::super::Table;
    use super::*;
    use crate::finding::Severity;

    fn read(bytes: &[u8]) -> (Table, Vec<(Severity, Option<usize>)>) {
        let mut findings = Findings::default();
        let grid = Grid::from_csv("見本.csv", bytes, &mut Allowance::default(), &mut findings);
        let table = Table::from_grid(grid, None, &mut findings);
        let found = findings.sorted();
        let found = found
            .into_iter()
            .map(|finding| (finding.severity, finding.place.row))
            .collect();
        (table, found)
    }

    fn cells(table: &Table, column: &str) -> Vec<(usize, String)> {
        table
            .rows()
            .map(|row| {
                let cell = row.cell(column);
                (cell.row, cell.value.to_owned())
            })
            .collect()
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_make_no_difference() {
        let plain = read("id,name\na, 見本 \n".as_bytes());
        assert_eq!(read("\u{feff}id,name\r\na, 見本 \r\n".as_bytes()), plain);
        assert_eq!(cells(&plain.0, "name"), [(2, "見本".to_owned())]);
        assert_eq!(plain.1, []);
    }

    #[test]
    fn a_byte_order_mark_within_a_table_is_nothing() {
        let (table, found) = read("\u{feff}\u{feff}id,name\n\u{feff}a,\u{feff} \n".as_bytes());
        assert_eq!(cells(&table, "id"), [(2, "a".to_owned())]);
        assert_eq!(cells(&table, "name"), [(2, String::new())]);
        assert_eq!(found, []);
    }

    #[test]
    fn cp932_is_read_with_a_warning() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("id,name\na,見本①\n");
        let (table, found) = read(&bytes);
        assert_eq!(cells(&table, "name"), [(2, "見本①".to_owned())]);
        assert_eq!(found, [(Severity::Warning, None)]);
    }

    #[test]
    fn bytes_of_no_known_encoding_are_an_error() {
        assert_eq!(read(b"id\n\xff\xff\n").1, [(Severity::Error, None)]);
    }

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_shows_them() {
        let (table, _) = read("id,x\n\na,\"two\nlines\"\n,\n\n\nb,1\n".as_bytes());
        assert_eq!(
            cells(&table, "id"),
            [(3, "a".to_owned()), (7, "b".to_owned())]
        );
    }

    #[test]
    fn headers_are_known_whatever_their_width_and_language_name() {
        let (table, _) = read(" ｉｄ ,label::日本語 (ja),label::Español（es）\n".as_bytes());
        let names: Vec<&str> = table.columns().collect();
        assert_eq!(names, ["id", "label::ja", "label::es"]);
        assert_eq!(table.header("label::ja"), "label::日本語 (ja)");
    }

    #[test]
    fn a_row_with_too_many_cells_is_an_error_with_its_number() {
        assert_eq!(
            read("id,x\na,1,2\n".as_bytes()).1,
            [(Severity::Error, Some(2))]
        );
        assert_eq!(read("id,x\na,1,\n".as_bytes()).1, []);
    }

    #[test]
    fn a_row_with_too_few_cells_is_filled_up_with_a_warning() {
        let (table, found) = read("id,x\na\n".as_bytes());
        assert_eq!(cells(&table, "x"), [(2, String::new())]);
        assert_eq!(found, [(Severity::Warning, Some(2))]);
    }

    proptest::proptest! {
        #[test]
        fn no_file_however_broken_stops_the_reading(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            read(&bytes);
        }
    }
}
