//! Packs for tests: the minimal one, and the same with one cell spoiled.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod imports;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use authoring::finding::{Finding, Severity};
use authoring::{Compiled, Files, Reading, read_files};
use domain::text::Key;

/// A folder of the project.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// The files of the minimal pack, with the app's own words.
pub fn minimal() -> Files {
    let mut files = BTreeMap::new();
    for item in std::fs::read_dir(folder("tests/packs/minimal")).unwrap() {
        let path = item.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.insert(name, std::fs::read(&path).unwrap());
    }
    let rows: String = Key::all()
        .map(|key| match key.name() {
            // It stands on the crisis screen and is no fixed sentence: nobody has reviewed a translation.
            name if name.starts_with("crisis.") => format!("ui.{name},見本,,,\n"),
            name => format!("ui.{name},見本,{{見本|みほん}},sample,\n"),
        })
        .collect();
    files.insert(
        "text-app.csv".into(),
        format!("key,ja,ja-x-easy,en,note\n{rows}").into_bytes(),
    );
    files
}

/// The minimal pack compiled.
pub fn compiled() -> Compiled {
    read_files(&minimal()).compiled.unwrap()
}

/// The content that ships, compiled.
pub fn shipped() -> Compiled {
    let Reading {
        findings, compiled, ..
    } = authoring::read(&folder("content"));
    let Some(compiled) = compiled else {
        let errors = findings
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error);
        panic!("{:#?}", errors.collect::<Vec<_>>());
    };
    compiled
}

/// The cells of a table.
pub fn cells(files: &Files, file: &str) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(files[file].as_slice())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// Puts cells back into a table.
pub fn put(files: &mut Files, file: &str, cells: &[Vec<String>]) {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    for row in cells {
        writer.write_record(row).unwrap();
    }
    files.insert(file.into(), writer.into_inner().unwrap());
}

/// The spreadsheet row of the row whose `key` column holds `id`.
pub fn row_of(files: &Files, file: &str, key: &str, id: &str) -> usize {
    let cells = cells(files, file);
    let column = cells[0].iter().position(|header| header == key).unwrap();
    cells.iter().position(|row| row[column] == id).unwrap() + 1
}

/// The minimal pack with one cell changed; the cell is in the row whose first unique id is `id`.
pub fn spoiled(file: &str, key: &str, id: &str, column: &str, value: &str) -> Files {
    let mut files = minimal();
    change_cell(&mut files, file, (key, id), column, value);
    files
}

/// Puts a value into the row whose `key` column first holds `id`.
pub fn change_cell(
    files: &mut Files,
    file: &str,
    (key, id): (&str, &str),
    column: &str,
    value: &str,
) {
    let row = row_of(files, file, key, id);
    let mut table = cells(files, file);
    let column = table[0].iter().position(|header| header == column).unwrap();
    table[row - 1][column] = value.into();
    put(files, file, &table);
}

/// A workbook with the text of its parts changed; `change` gets the name of each part and what is in it.
pub fn rezipped(workbook: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        writer
            .start_file(&name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(change(&name, text).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Severity, file, row and column of each finding.
pub fn places(findings: &[Finding]) -> Vec<(Severity, &str, Option<usize>, Option<&str>)> {
    findings
        .iter()
        .map(|finding| {
            let place = &finding.place;
            (
                finding.severity,
                place.file.as_str(),
                place.row,
                place.column.as_deref(),
            )
        })
        .collect()
}

/// The findings of this severity; content compiles exactly when there is no error.
pub fn findings_in(files: &Files, severity: Severity) -> Vec<Finding> {
    let reading = read_files(files);
    let has_errors = reading
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.compiled.is_none(), has_errors);
    reading
        .findings
        .into_iter()
        .filter(|finding| finding.severity == severity)
        .collect()
}
