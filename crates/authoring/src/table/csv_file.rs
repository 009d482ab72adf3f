//! A CSV file as Excel, LibreOffice or an editor's text program writes it.

use unicode_normalization::UnicodeNormalization;

use super::{Column, Line, Table};
use crate::finding::{Findings, Place};
use crate::said;

impl Table {
    /// The table in a CSV file: UTF-8 with or without a byte order mark, any line ends, or CP932 with a warning.
    ///
    /// Empty rows are left out but counted, so that row numbers are those of the spreadsheet.
    pub fn from_csv(file: &str, bytes: &[u8], findings: &mut Findings) -> Self {
        let text = text_of(file, bytes, findings);
        let mut table = Self {
            file: file.to_owned(),
            columns: Vec::new(),
            lines: Vec::new(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut number = 0;
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
            let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if table.columns.is_empty() {
                table.columns = columns_of(file, &cells, findings);
            } else {
                table.add_line(number, cells, findings);
            }
        }
        table
    }

    fn add_line(&mut self, number: usize, mut cells: Vec<String>, findings: &mut Findings) {
        let place = || Place {
            row: Some(number),
            ..Place::table(&self.file)
        };
        let n_columns = self.columns.len();
        let n_cells = cells.len();
        if cells.iter().skip(n_columns).any(|cell| !cell.is_empty()) {
            findings.error(
                place(),
                said!(
                    "この行のセルは {n_cells} 個で、列の数 {n_columns} より多くあります。",
                    "This row has {n_cells} cells, more than the {n_columns} columns."
                ),
                said!(
                    "コンマを含むセルは \" で囲んでください。",
                    "Put cells that contain a comma in double quotes."
                ),
            );
        } else if n_cells < n_columns {
            findings.warning(
                place(),
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
        cells.resize(n_columns, String::new());
        self.lines.push(Line { number, cells });
    }
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

fn columns_of(file: &str, cells: &[String], findings: &mut Findings) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(cells.len());
    for cell in cells {
        let name = name_of(cell);
        if !name.is_empty() && columns.iter().any(|column| column.name == name) {
            findings.error(
                Place {
                    row: Some(1),
                    ..Place::column(file, cell)
                },
                said!(
                    "列「{name}」が二つあります。",
                    "There are two columns \"{name}\"."
                ),
                said!("どちらかを消してください。", "Remove one of them."),
            );
        }
        columns.push(Column {
            name,
            header: cell.clone(),
        });
    }
    columns
}

/// The name of a column: width and spaces do not matter, and of a language only its code in brackets.
fn name_of(header: &str) -> String {
    let header: String = header.nfkc().collect();
    let header = header.trim();
    let with_code = header.split_once("::").and_then(|(field, language)| {
        let (_, code) = language.trim().strip_suffix(')')?.rsplit_once('(')?;
        Some([field.trim(), "::", code.trim()].concat())
    });
    with_code.unwrap_or_else(|| header.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn read(bytes: &[u8]) -> (Table, Vec<(Severity, Option<usize>)>) {
        let mut findings = Findings::default();
        let table = Table::from_csv("見本.csv", bytes, &mut findings);
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
