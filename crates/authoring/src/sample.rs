//! The sample prefecture (見本県): rows for demonstrations, which never stand in published content.
//!
//! They lie in the folder `sample` of a content folder, in tables with columns of the same names.

use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, Writer};

use crate::compile::{Reading, Use, compile};
use crate::finding::{Findings, Place};
use crate::given::{Given, folder_of_files};
use crate::said;
use crate::table::Files;

/// The folder with the sample, in a content folder.
const FOLDER: &str = "sample";
/// The first column of a table of texts.
const KEY: &[u8] = b"key";

/// Why a table of the sample cannot be added.
#[derive(Debug, thiserror::Error)]
enum Unfit {
    #[error("{0}")]
    NotATable(#[from] csv::Error),
    #[error("there is no column {0}")]
    Column(String),
    #[error("it could not be put together")]
    Together,
}

/// Reads, checks and compiles a content folder together with its sample. A workbook has none.
pub fn read_with_sample(dir: &Path) -> Reading {
    match (Given::at(dir), Given::at(&dir.join(FOLDER))) {
        (Ok(Given::Folder(files)), Ok(Given::Folder(sample))) => {
            read_files_with_sample(files, &sample)
        }
        (Err(findings), _) | (_, Err(findings)) => Reading::failed(findings),
        (Ok(Given::Workbook { .. }), _) | (_, Ok(Given::Workbook { .. })) => {
            let mut findings = Findings::default();
            findings.error(
                Place::table(&dir.display().to_string()),
                said!(
                    "見本はフォルダーと一緒にしか読めません。",
                    "The sample can be read together with a folder only."
                ),
                said!(
                    "CSV のフォルダーを指定してください。",
                    "Name a folder of CSV files."
                ),
            );
            Reading::failed(findings.sorted())
        }
    }
}

/// Reads, checks and compiles the files of a content folder together with those of a sample.
pub fn read_files_with_sample(mut files: Files, sample: &Files) -> Reading {
    let mut findings = Findings::default();
    for (name, added) in sample {
        let whole = match files.get(name) {
            Some(table) => together(table, added),
            None => Ok(added.clone()),
        };
        match whole {
            Ok(whole) => {
                files.insert(name.clone(), whole);
            }
            Err(error) => findings.error(
                Place::table(&[FOLDER, "/", name].concat()),
                said!(
                    "見本の表を加えられません（{error}）。",
                    "This table of the sample cannot be added ({error})."
                ),
                said!(
                    "見出しを {name} とそろえてください。",
                    "Give it the columns of {name}."
                ),
            ),
        }
    }
    let folder = folder_of_files(&files, &mut findings);
    compile(folder, Use::Showing, findings)
}

/// A table with the rows of the sample's below it; a text whose key stands in it already takes the place of that text.
fn together(table: &[u8], added: &[u8]) -> Result<Vec<u8>, Unfit> {
    let (header, mut rows) = rows_of(table)?;
    let (added_header, added_rows) = rows_of(added)?;
    if let Some(unknown) = added_header
        .iter()
        .find(|name| !header.iter().any(|known| known == *name))
    {
        return Err(Unfit::Column(String::from_utf8_lossy(unknown).into_owned()));
    }
    let is_texts = header.get(0) == Some(KEY);
    for added in &added_rows {
        let row: ByteRecord = header
            .iter()
            .map(|name| {
                let place = added_header.iter().position(|added| added == name);
                place.and_then(|place| added.get(place)).unwrap_or_default()
            })
            .collect();
        match rows
            .iter_mut()
            .find(|known| is_texts && known.get(0) == row.get(0))
        {
            Some(known) => *known = row,
            None => rows.push(row),
        }
    }
    let mut whole = Writer::from_writer(Vec::new());
    whole.write_byte_record(&header)?;
    for row in rows {
        whole.write_byte_record(&row)?;
    }
    whole.into_inner().map_err(|_| Unfit::Together)
}

fn rows_of(table: &[u8]) -> Result<(ByteRecord, Vec<ByteRecord>), csv::Error> {
    let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    let mut reader = ReaderBuilder::new().from_reader(table);
    let header = reader.byte_headers()?.clone();
    let rows = reader.into_byte_records().collect::<Result<_, _>>()?;
    Ok((header, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(table: &str, added: &str) -> String {
        let whole = together(table.as_bytes(), added.as_bytes());
        whole.map_or_else(
            |error| error.to_string(),
            |whole| String::from_utf8_lossy(&whole).into_owned(),
        )
    }

    #[test]
    fn rows_of_the_sample_stand_below_the_others_under_their_columns() {
        assert_eq!(
            both("id,name\n1,a\n", "name,id\n見本,2\n"),
            "id,name\n1,a\n2,見本\n"
        );
        assert_eq!(
            both("\u{feff}id,name\r\n1,a\r\n", "id\n1\n"),
            "id,name\n1,a\n1,\n"
        );
    }

    #[test]
    fn a_text_of_the_sample_takes_the_place_of_the_text_with_its_key() {
        assert_eq!(
            both("key,ja\nui.a,1\nui.b,2\n", "key,ja\nui.a,見本\n"),
            "key,ja\nui.a,見本\nui.b,2\n"
        );
    }

    #[test]
    fn a_column_that_the_table_has_not_is_refused() {
        assert_eq!(
            both("id\n1\n", "id,phone\n2,0\n"),
            "there is no column phone"
        );
    }
}
