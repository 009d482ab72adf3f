//! The four targets: CSV bytes, workbooks, expressions, whole folders.

use std::sync::LazyLock;

use authoring::workbook::to_workbook;
use authoring::{Files, Given};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::driver::{check, check_round_trip, corpus, for_a_while, workbook};
use crate::support::{cells, minimal, put, rezipped};

static MINIMAL: LazyLock<Files> = LazyLock::new(minimal);
static WORKBOOK: LazyLock<Vec<u8>> =
    LazyLock::new(|| to_workbook(&Given::Folder(minimal())).output.unwrap());

/// Cells that have broken readers of spreadsheets.
const NASTY: [&str; 30] = [
    "",
    "\"",
    "\u{feff}",
    "\u{0}",
    "=1+1",
    "1.23E+11",
    "0.375",
    "-1",
    "99999999999999999999",
    "1e400",
    "NaN",
    "9999-99-99",
    "令和0年",
    "２０２６年１３月",
    "01 48 00",
    "N01 N01 N99",
    "all",
    "true()",
    "not(not(true()))",
    "selected(${role}, 'x')",
    "${most} = ''",
    "count-selected(${worries}) > 65535",
    "{漢|",
    "{n}",
    "<script>",
    "ア;コ;ア",
    "select_one role",
    "select_multiple municipality",
    "crisis-lines",
    "\u{202e}\u{200b}",
];

/// XML that has broken readers of workbooks.
const NASTY_XML: [&str; 24] = [
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "&#0;",
    "&#x110000;",
    "<",
    "</row>",
    "<row>",
    "<c r=\"XFE1048577\">",
    "r=\"A0\"",
    "r=\"AAAAAAAA1\"",
    "r=\"A99999999999\"",
    "ref=\"C3:A1\"",
    "uniqueCount=\"4294967295\"",
    "t=\"n\"",
    "t=\"s\"",
    "t=\"zz\"",
    "s=\"4294967295\"",
    "<f t=\"shared\" si=\"4294967295\" ref=\"A1\"/>",
    "<v>1e999</v>",
    "<v>+1</v>",
    "<![CDATA[",
    "]]>",
    "Target=\"../../../x\"",
    "Target=\"/\"",
];

/// One change of bytes.
#[derive(Clone, Debug)]
enum Change {
    Put(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    Repeat(Index, usize),
    Insert(Index, &'static str),
}

fn changes(words: &'static [&'static str]) -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Put(at, byte)),
        1 => any::<Index>().prop_map(Change::Cut),
        2 => (any::<Index>(), 1..200_usize).prop_map(|(at, n)| Change::Remove(at, n)),
        2 => (any::<Index>(), 1..200_usize).prop_map(|(at, n)| Change::Repeat(at, n)),
        4 => (any::<Index>(), select(words)).prop_map(|(at, word)| Change::Insert(at, word)),
    ];
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |at: &Index| at.index(bytes.len() + 1);
        match change {
            Change::Put(at, byte) => {
                let at = place(at);
                if let Some(old) = bytes.get_mut(at) {
                    *old = *byte;
                }
            }
            Change::Cut(at) => bytes.truncate(place(at)),
            Change::Remove(at, n) => {
                let at = place(at);
                let end = bytes.len().min(at + n);
                bytes.drain(at..end);
            }
            Change::Repeat(at, n) => {
                let at = place(at);
                let end = bytes.len().min(at + n);
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            Change::Insert(at, word) => {
                let at = place(at);
                bytes.splice(at..at, word.bytes());
            }
        }
    }
    bytes
}

fn with_table(file: &str, bytes: Vec<u8>) -> Given {
    let mut files = MINIMAL.clone();
    files.insert(file.to_owned(), bytes);
    Given::Folder(files)
}

fn file_names() -> Vec<String> {
    MINIMAL.keys().cloned().collect()
}

#[test]
fn no_csv_file_breaks_the_reading() {
    for bytes in corpus("csv") {
        for file in file_names() {
            check(&with_table(&file, bytes.clone()));
        }
    }
    let changed_file = (select(file_names()), changes(&NASTY)).prop_map(|(file, changes)| {
        let bytes = changed(MINIMAL[&file].clone(), &changes);
        (file, bytes)
    });
    let any_file = (
        select(file_names()),
        prop::collection::vec(any::<u8>(), 0..2000),
    );
    for_a_while(
        "CSV bytes",
        &prop_oneof![4 => changed_file, 1 => any_file],
        |(file, bytes)| check(&with_table(&file, bytes)),
    );
}

#[test]
fn no_workbook_breaks_the_reading() {
    for bytes in corpus("xlsx") {
        check(&workbook(bytes));
    }
    let raw = changes(&NASTY_XML).prop_map(|changes| changed(WORKBOOK.clone(), &changes));
    let parts = [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet4.xml",
        "[Content_Types].xml",
        "_rels/.rels",
    ];
    let inside = (select(parts.to_vec()), changes(&NASTY_XML)).prop_map(|(part, changes)| {
        rezipped(&WORKBOOK, |name, text| {
            if name == part {
                String::from_utf8_lossy(&changed(text.into_bytes(), &changes)).into_owned()
            } else {
                text
            }
        })
    });
    let any_bytes = prop::collection::vec(any::<u8>(), 0..500);
    for_a_while(
        "workbooks",
        &prop_oneof![4 => raw, 8 => inside, 1 => any_bytes],
        |bytes| check(&workbook(bytes)),
    );
}

#[test]
fn no_expression_breaks_the_reading() {
    let with = |text: &str| {
        let mut files = MINIMAL.clone();
        for (file, column) in [
            ("supports.csv", "when"),
            ("survey.csv", "constraint"),
            ("survey.csv", "choice_filter"),
        ] {
            let mut table = cells(&files, file);
            let column = table[0].iter().position(|header| header == column).unwrap();
            table[2][column] = text.to_owned();
            put(&mut files, file, &table);
        }
        Given::Folder(files)
    };
    for bytes in corpus("expressions") {
        for line in String::from_utf8(bytes).unwrap().lines() {
            check(&with(line));
        }
    }
    let tokens = [
        "(",
        ")",
        ",",
        ".",
        "and",
        "or",
        "not(",
        "selected(",
        "count-selected(",
        "true()",
        "${role}",
        "${worries}",
        "${none}",
        "'patient'",
        "'a b'",
        "=",
        "!=",
        "<=",
        "7",
        "65535",
        "name",
        "prefecture",
        "\"",
        "$",
        "{",
        "病",
    ];
    let inputs = prop_oneof![
        4 => prop::collection::vec(select(tokens.to_vec()), 0..60).prop_map(|words| words.join(" ")),
        1 => "\\PC{0,80}",
        1 => (select(tokens.to_vec()), 1..3000_usize).prop_map(|(word, n)| word.repeat(n)),
    ];
    for_a_while("expressions", &inputs, |text| check(&with(&text)));
}

#[test]
fn no_folder_breaks_the_reading() {
    let text = prop_oneof![
        2 => select(NASTY.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => (select(NASTY.to_vec()), 1..4000_usize).prop_map(|(word, n)| [word, " "].concat().repeat(n)),
    ];
    let edit = (any::<Index>(), any::<Index>(), any::<Index>(), text);
    let edits = prop::collection::vec(edit, 0..12);
    let gone = prop::collection::vec(any::<Index>(), 0..2);
    for_a_while("folders", &(edits, gone), |(edits, gone)| {
        let mut files = MINIMAL.clone();
        let names = file_names();
        for (file, row, column, text) in edits {
            let name = &names[file.index(names.len())];
            let mut table = cells(&files, name);
            let row = row.index(table.len());
            let column = column.index(table[row].len());
            table[row][column] = text;
            put(&mut files, name, &table);
        }
        for file in gone {
            files.remove(&names[file.index(names.len())]);
        }
        let given = Given::Folder(files);
        check(&given);
        check_round_trip(&given);
    });
}
