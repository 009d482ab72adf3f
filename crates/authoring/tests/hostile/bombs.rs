//! Files that are small and stand for something huge, or lie about what they are. Each is refused, and says why.

use std::io::{Cursor, Write};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use authoring::finding::Severity;
use authoring::workbook::to_workbook;
use authoring::{Files, Given, read_given};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::driver::{watched, workbook};
use crate::support::{cells, minimal, put, rezipped};

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// One bomb at a time: the bound is for one reading, and making the bombs takes memory, too.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The English of all errors; at least one.
fn errors(given: &Given) -> Vec<String> {
    let reading = watched("a bomb", || read_given(given));
    assert!(reading.compiled.is_none());
    let errors: Vec<String> = reading
        .findings
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.what.en)
        .collect();
    assert!(!errors.is_empty());
    errors
}

fn assert_refused(given: &Given, why: &str) {
    let errors = errors(given);
    assert!(
        errors.iter().any(|error| error.contains(why)),
        "{why}: {:?}",
        errors.iter().take(3).collect::<Vec<_>>()
    );
}

static WORKBOOK: LazyLock<Vec<u8>> =
    LazyLock::new(|| to_workbook(&Given::Folder(minimal())).output.unwrap());

/// The minimal workbook with its first sheet replaced.
fn with_sheet(xml: &str) -> Given {
    workbook(rezipped(&WORKBOOK, |name, text| {
        if name == SHEET { xml.to_owned() } else { text }
    }))
}

fn sheet(data: &str) -> String {
    [
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
        data,
        "</sheetData></worksheet>",
    ]
    .concat()
}

fn with_rows(file: &str, header: &str, row: impl Fn(usize) -> String, n: usize) -> Given {
    let mut files = minimal();
    let rows: String = (0..n).map(row).collect();
    files.insert(file.into(), format!("{header}\n{rows}").into_bytes());
    Given::Folder(files)
}

#[test]
fn a_zip_bomb_is_not_inflated() {
    let _alone = alone();
    let spaces = " ".repeat(128 << 20);
    let bomb = with_sheet(&sheet(&spaces));
    drop(spaces);
    let Given::Workbook { bytes, .. } = &bomb else {
        unreachable!("it was made as a workbook")
    };
    assert!(bytes.len() < 1 << 20);
    assert_refused(&bomb, "too large");
}

#[test]
fn a_zip_that_lies_about_its_size_is_not_inflated_either() {
    let _alone = alone();
    let spaces = " ".repeat(120 << 20);
    let Given::Workbook { name, mut bytes } = with_sheet(&sheet(&spaces)) else {
        unreachable!("it was made as a workbook")
    };
    let size = u32::try_from(sheet(&spaces).len()).unwrap().to_le_bytes();
    drop(spaces);
    let mut n_lies = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == size {
            bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
            n_lies += 1;
        }
    }
    assert!(n_lies >= 1);
    errors(&Given::Workbook { name, bytes });
}

#[test]
fn a_zip_of_a_hundred_thousand_parts_is_refused() {
    let _alone = alone();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..100_000 {
        archive
            .start_file(format!("{part}.xml"), SimpleFileOptions::default())
            .unwrap();
    }
    archive.write_all(b"<a/>").unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    assert_refused(&workbook(bytes), "too large");
}

#[test]
fn rows_of_a_million_columns_are_refused() {
    let _alone = alone();
    let row = "x,".repeat(1_000_000);
    let given = Given::Folder(Files::from([(
        "needs.csv".into(),
        format!("{row}\n{row}\n").into_bytes(),
    )]));
    assert_refused(&given, "only 256 columns can be read");
    let cells = "<c t=\"str\"><v>x</v></c>".repeat(1_000_000);
    let given = with_sheet(&sheet(&format!("<row>{cells}</row>")));
    assert_refused(&given, "only 256 columns can be read");
}

#[test]
fn a_sheet_that_says_it_is_huge_is_read_by_what_is_in_it() {
    let _alone = alone();
    let cell = |place: &str| {
        let row: String = place.chars().filter(char::is_ascii_digit).collect();
        format!("<row r=\"{row}\"><c r=\"{place}\" t=\"str\"><v>x</v></c></row>")
    };
    let data = sheet(&[cell("A1"), cell("XFD1048576")].concat());
    let data = data.replace(
        "<sheetData>",
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>",
    );
    assert_refused(&with_sheet(&data), "only 256 columns can be read");
}

#[test]
fn places_outside_any_sheet_and_counts_that_lie_are_refused() {
    let _alone = alone();
    for (xml, why) in [
        (sheet("<row r=\"4294967295\"/>"), "outside any sheet"),
        (
            sheet("<row><c r=\"ZZZZZZZZ1\"/></row>"),
            "outside any sheet",
        ),
        (
            sheet("<row><c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"B2:A1\">A1</f></c></row>"),
            "outside any sheet",
        ),
        (
            sheet("<row><c t=\"n\"><v>infinity</v></c></row>"),
            "a number that is none",
        ),
        (
            sheet(
                "<row r=\"9\"/><row r=\"2\"><c t=\"str\"><v>x</v></c></row><row r=\"1\"><c t=\"str\"><v>x</v></c></row>",
            ),
            "out of order",
        ),
        (
            format!(
                "<!DOCTYPE a [<!ENTITY b \"{}\">]><a>&b;</a>",
                "c".repeat(1000)
            ),
            "a document type",
        ),
        ("<a>".repeat(100_000), "too deep"),
        (
            format!("<a b=\"{}\"/>", "c".repeat(100_000)),
            "a very long attribute",
        ),
        (
            sheet("<row><c r=\"A1\" r=\"ZZZZZZZZ1\"/></row>"),
            "duplicated attribute",
        ),
        (
            format!(
                "<a {}/>",
                (0..100).map(|n| format!("b{n}=\"\" ")).collect::<String>()
            ),
            "very many attributes",
        ),
        (sheet(&"<row><c/></row>".repeat(6_100_000)), "too large"),
    ] {
        assert_refused(&with_sheet(&xml), why);
    }
    let strings = |name: &str, text: String| {
        if name == "xl/sharedStrings.xml" {
            let start = text.find("uniqueCount=\"").unwrap();
            let rest = text[start + 13..].split_once('"').unwrap().1;
            [&text[..start], "uniqueCount=\"18446744073709551615\"", rest].concat()
        } else {
            text
        }
    };
    assert_refused(&workbook(rezipped(&WORKBOOK, strings)), "too large");
}

#[test]
fn one_part_read_as_many_sheets_is_refused() {
    let _alone = alone();
    let given = workbook(rezipped(&WORKBOOK, |name, text| {
        if name.ends_with("workbook.xml.rels") {
            text.replace("worksheets/sheet2.xml", "worksheets/sheet1.xml")
        } else {
            text
        }
    }));
    assert_refused(&given, "two sheets in one");
}

#[test]
fn more_rows_and_longer_cells_than_a_table_has_are_refused() {
    let _alone = alone();
    let given = with_rows("needs.csv", "id,ja", |_| "N01,x\n".into(), 2_000_000);
    assert_refused(&given, "nothing was read from this row on");
    let given = with_rows(
        "needs.csv",
        "id,ja",
        |_| format!("N01,{}\n", "x".repeat(40_000)),
        2,
    );
    assert_refused(&given, "a cell holds at most 32767");
    let given = Given::Folder(Files::from([("needs.csv".into(), vec![b'x'; 40 << 20])]));
    assert_refused(&given, "larger than 32 MB");
}

#[test]
fn tables_of_errors_alone_end_and_are_counted() {
    let _alone = alone();
    let word = "nowhere ".repeat(400);
    let given = with_rows(
        "contacts.csv",
        "id,phone,url,status,ship,supports,group,prefectures",
        |row| format!("a{row},x,y,z,q,{word},r,{word}\n"),
        1_500,
    );
    assert_refused(&given, "too many to list");
}

#[test]
fn lists_shared_by_very_many_questions_are_refused() {
    let _alone = alone();
    let mut files = minimal();
    let mut survey = cells(&files, "survey.csv");
    let column = survey[0]
        .iter()
        .position(|header| header == "type")
        .unwrap();
    let name = survey[0]
        .iter()
        .position(|header| header == "name")
        .unwrap();
    let row = survey[1].clone();
    for index in 0..450 {
        let mut row = row.clone();
        row[column] = "select_multiple huge".into();
        row[name] = format!("q{index}");
        survey.push(row);
    }
    put(&mut files, "survey.csv", &survey);
    let mut choices = cells(&files, "choices.csv");
    let row = choices[1].clone();
    for index in 0..4_000 {
        let mut row = row.clone();
        row[0] = "huge".into();
        row[1] = format!("c{index}");
        choices.push(row);
    }
    put(&mut files, "choices.csv", &choices);
    assert_refused(&Given::Folder(files), "too many choices");
}

#[test]
fn deep_expressions_and_circles_are_refused() {
    let _alone = alone();
    let with = |cell: [&str; 4]| {
        let [file, id, column, text] = cell;
        let mut files = minimal();
        let mut table = cells(&files, file);
        let column = table[0].iter().position(|header| header == column).unwrap();
        let row = table
            .iter()
            .position(|row| row.contains(&id.to_owned()))
            .unwrap();
        table[row][column] = text.to_owned();
        put(&mut files, file, &table);
        files
    };
    let deep = format!("{}true(){}", "(".repeat(4_000), ")".repeat(4_000));
    let given = with(["supports.csv", "crisis-lines", "when", &deep]);
    assert_refused(&Given::Folder(given), "within each other");
    let long = "(".repeat(100_000);
    let given = with(["supports.csv", "crisis-lines", "when", &long]);
    assert_refused(&Given::Folder(given), "100000 characters");
    let mut files = with([
        "survey.csv",
        "role",
        "relevant",
        "count-selected(${worries}) > 0",
    ]);
    let circle = with(["survey.csv", "worries", "relevant", "${role} = 'patient'"]);
    assert_refused(&Given::Folder(files.clone()), "has not been asked yet");
    let mut table = cells(&files, "survey.csv");
    let other = cells(&circle, "survey.csv");
    for (row, other) in table.iter_mut().zip(other) {
        if row.contains(&"worries".to_owned()) {
            *row = other;
        }
    }
    put(&mut files, "survey.csv", &table);
    assert_refused(&Given::Folder(files), "has not been asked yet");
}

#[test]
fn a_workbook_just_within_every_bound_is_read_within_memory() {
    let _alone = alone();
    let cells = "<c t=\"str\"><v>x</v></c>".repeat(256);
    let data = sheet(&format!("<row>{cells}</row>").repeat(11_700));
    let string = "<si><t>12345</t></si>";
    let strings = format!(
        "<sst uniqueCount=\"1000000\">{}</sst>",
        string.repeat(999_999)
    );
    let bytes = rezipped(&WORKBOOK, |name, text| match name {
        SHEET => data.clone(),
        "xl/sharedStrings.xml" => strings.clone(),
        _ => text,
    });
    drop((data, strings));
    assert_refused(&workbook(bytes), "There are two columns");
}
