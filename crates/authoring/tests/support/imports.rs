//! Imports of samples into the minimal pack.

use std::collections::BTreeMap;

use authoring::Files;
use authoring::import::report::{Became, Report, RowReport};
use authoring::import::{Credit, Imported, Refusal, Request, import};
use domain::directory::Kind;
use domain::support::SourceKind;

use super::{cells, folder, minimal};

/// The bytes of a sample file.
pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(folder("crates/authoring/tests/imports").join(name)).unwrap()
}

/// Where the samples are from: nowhere.
pub fn credit() -> Credit {
    let texts = ["見本市", "https://example.jp/data", "CC BY 4.0"];
    let retrieved = "2026-11-20".parse().unwrap();
    Credit::new(texts, SourceKind::Public, retrieved, None).unwrap()
}

/// The same with the date of the data.
pub fn dated_credit() -> Credit {
    let texts = ["見本市", "https://example.jp/data", "CC BY 4.0"];
    let [retrieved, source_date] = ["2026-11-20", "2026-04-01"].map(|date| date.parse().unwrap());
    Credit::new(texts, SourceKind::Public, retrieved, Some(source_date)).unwrap()
}

/// A request for these bytes, the kind known by the headers.
pub fn request<'a>(file: &'a str, bytes: &'a [u8]) -> Request<'a> {
    Request {
        data: None,
        file,
        bytes,
        credit: credit(),
        entry_kind: Some(match file {
            name if name.starts_with("support_system") => Kind::AppearanceSubsidy,
            name if name.starts_with("hsds") => Kind::PatientGroup,
            _ => Kind::Care,
        }),
        earlier: None,
        prefecture: None,
        words: if file.starts_with("event") {
            vec!["がん".into()]
        } else {
            Vec::new()
        },
        take: [].into(),
    }
}

/// What importing these bytes into these tables gives.
pub fn imported(file: &str, bytes: &[u8], tables: &Files) -> Imported {
    import(&request(file, bytes), tables).unwrap()
}

/// The tables with what was imported in them.
pub fn with(tables: &Files, imported: &Imported) -> Files {
    let mut files = tables.clone();
    files.extend(imported.files.clone());
    files
}

/// The only row that importing this CSV text into the minimal pack adds, by column.
pub fn only_row(file: &str, text: &str) -> (BTreeMap<String, String>, Report) {
    row_of_bytes(file, text.as_bytes())
}

/// The same for bytes.
pub fn row_of_bytes(file: &str, bytes: &[u8]) -> (BTreeMap<String, String>, Report) {
    let imported = imported(file, bytes, &minimal());
    let rows = table(&imported.proposed);
    assert_eq!(rows.len(), 1, "{:?}", imported.report);
    (rows.into_iter().next().unwrap(), imported.report)
}

/// Why an import is refused.
pub fn refusal(request: &Request<'_>) -> Refusal {
    import(request, &minimal()).unwrap_err()
}

/// The rows of a CSV, each by column.
pub fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let files = Files::from([("a".to_owned(), bytes.to_vec())]);
    let cells = cells(&files, "a");
    let (header, rows) = cells.split_first().unwrap();
    rows.iter()
        .map(|row| header.iter().cloned().zip(row.iter().cloned()).collect())
        .collect()
}

/// What became of each row, in the file's order.
pub fn became(report: &Report) -> Vec<&Became> {
    report.rows.iter().map(|row| &row.became).collect()
}

/// The line of the report on the row with this name.
pub fn line<'a>(report: &'a Report, name: &str) -> &'a RowReport {
    report.rows.iter().find(|row| row.name == name).unwrap()
}

/// The row with this name in a table of these files.
pub fn named(files: &Files, file: &str, name: &str) -> BTreeMap<String, String> {
    let mut rows = table(&files[file]).into_iter();
    rows.find(|row| row["name"] == name).unwrap()
}

/// Writes one cell of the row with this name; the column is added where it is missing.
pub fn write(files: &mut Files, file: &str, name: &str, column: &str, value: &str) {
    let mut all = cells(files, file);
    if !all[0].iter().any(|header| header == column) {
        all[0].push(column.into());
        for row in &mut all[1..] {
            row.push(String::new());
        }
    }
    let place = |header: &str| all[0].iter().position(|known| known == header).unwrap();
    let (name_at, column_at) = (place("name"), place(column));
    let row = all.iter().position(|row| row[name_at] == name).unwrap();
    all[row][column_at] = value.into();
    super::put(files, file, &all);
}
