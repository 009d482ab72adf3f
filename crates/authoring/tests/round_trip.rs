//! From CSV files to a workbook and back: nothing is lost, and the pack is the same.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod support;

use authoring::finding::{Finding, Severity};
use authoring::workbook::{Converted, to_tables, to_workbook};
use authoring::{Files, Given, read_files, read_given};
use proptest::prelude::*;
use support::{folder, minimal, shipped};

/// The content as it ships.
fn shipped_files() -> Files {
    match Given::at(&folder("content")).unwrap() {
        Given::Folder(files) => files,
        Given::Workbook { .. } => unreachable!("content is a folder"),
    }
}

fn workbook(files: &Files) -> Given {
    let Converted { findings, output } = to_workbook(&Given::Folder(files.clone()));
    match output {
        Some(bytes) => Given::Workbook {
            name: "見本.xlsx".into(),
            bytes,
        },
        None => panic!("{findings:#?}"),
    }
}

fn tables(given: &Given) -> Files {
    let Converted { findings, output } = to_tables(given);
    output.unwrap_or_else(|| panic!("{findings:#?}"))
}

fn errors(findings: &[Finding]) -> Vec<&Finding> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .collect()
}

#[test]
fn the_shipped_tables_come_back_from_a_workbook_byte_for_byte() {
    let files = shipped_files();
    let back = tables(&workbook(&files));
    assert_eq!(
        back.keys().collect::<Vec<_>>(),
        files.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &files {
        assert!(back[name] == *bytes, "{name} differs");
    }
}

#[test]
fn the_shipped_workbook_gives_the_same_pack_as_the_shipped_tables() {
    let from_tables = shipped();
    let reading = read_given(&workbook(&shipped_files()));
    assert_eq!(errors(&reading.findings), [] as [&Finding; 0]);
    let from_workbook = reading.compiled.unwrap();
    assert_eq!(from_workbook.rules, from_tables.rules);
    assert!(from_workbook.words == from_tables.words);
    assert!(from_workbook.guides == from_tables.guides);
    assert!(from_workbook.entries == from_tables.entries);
}

#[test]
fn findings_name_the_sheet_where_those_of_a_folder_name_the_file() {
    let mut files = minimal();
    files.remove("supports.csv");
    let of_folder = read_files(&files).findings;
    let of_workbook = read_given(&workbook(&files)).findings;
    let missing = |findings: &[Finding], file: &str| {
        findings.iter().any(|finding| {
            finding.place.file == file && finding.what.en == format!("The table {file} is missing.")
        })
    };
    assert!(missing(&of_folder, "supports.csv"));
    assert!(missing(&of_workbook, "supports"), "{of_workbook:#?}");
    assert_eq!(of_folder.len(), of_workbook.len());
}

#[test]
fn rows_keep_their_numbers_where_no_row_is_empty() {
    let files = support::spoiled("supports.csv", "id", "crisis-lines", "scope", "nowhere");
    let place = |findings: Vec<Finding>| {
        let finding = findings
            .into_iter()
            .find(|finding| finding.place.value.as_deref() == Some("nowhere"))
            .unwrap();
        (finding.place.row, finding.place.column)
    };
    assert_eq!(
        place(read_given(&workbook(&files)).findings),
        place(read_files(&files).findings)
    );
}

#[test]
fn the_same_tables_always_give_the_same_workbook() {
    let given = Given::Folder(shipped_files());
    let first = to_workbook(&given).output.unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(to_workbook(&given).output.unwrap() == first);
}

#[test]
fn a_cell_longer_than_excel_takes_is_refused_and_nothing_is_written() {
    let with = |length: usize| {
        let text = "あ".repeat(length);
        Given::Folder(Files::from([(
            "needs.csv".into(),
            format!("id,ja\nN01,{text}\n").into_bytes(),
        )]))
    };
    assert_eq!(errors(&to_workbook(&with(32_767)).findings).len(), 0);
    let Converted { findings, output } = to_workbook(&with(32_768));
    assert!(output.is_none());
    let [finding] = errors(&findings)[..] else {
        panic!("{findings:#?}")
    };
    assert_eq!(finding.place.row, Some(2));
    assert!(finding.what.en.contains("32768 characters"), "{finding:?}");
}

#[test]
fn a_table_whose_name_no_sheet_can_have_is_refused_and_nothing_is_written() {
    for name in [
        "a[b].csv",
        "_lists.csv",
        "abcdefghijklmnopqrstuvwxyz-abcdef.csv",
    ] {
        let given = Given::Folder(Files::from([(name.into(), b"id\na\n".to_vec())]));
        let Converted { findings, output } = to_workbook(&given);
        assert!(output.is_none(), "{name}");
        assert_eq!(errors(&findings)[0].place.file, name);
    }
}

/// Any text that a cell can hold, and more often what spreadsheets are known to spoil.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,12}",
        2 => "[ \"',;=+@\\-\n\t#0-9a-z]{0,12}",
        1 => prop::sample::select(vec![
            "=1+1", "'0123", "007", "1.23E+11", "0.375", "TRUE", "#REF!", "_x0041_", "_x005F_x0041_", "<b>&amp;</b>",
            "2026-11-24", "{漢字|かんじ}", "👩‍👧", "𠮟る", "\"\"", "a\"b", "a\nb\n\nc", "1/2", "-1", "@x", "\u{200b}x", "\u{feff}x",
            "\u{1}", "\u{fffe}", "]]>", "\u{7f}\u{85}x",
        ]).prop_map(str::to_owned),
        1 => ("[a-zあ-ん漢\n\"]", 200..32_000_usize).prop_map(|(text, n)| text.repeat(n).chars().take(n).collect()),
    ]
}

/// Tables as they come out of reading them once: cells trimmed, rows not empty.
fn any_tables() -> impl Strategy<Value = Files> {
    let table = (1..6_usize).prop_flat_map(|width| {
        let headers = prop::collection::vec("[a-z]{1,8}", width).prop_map(|names| {
            names
                .iter()
                .enumerate()
                .map(|(index, name)| format!("{name}{index}"))
                .collect::<Vec<_>>()
        });
        let rows = prop::collection::vec(prop::collection::vec(texts(), width), 0..8);
        (headers, rows)
    });
    prop::collection::vec(table, 1..4).prop_map(|tables| {
        let mut files = Files::new();
        for (index, (headers, rows)) in tables.into_iter().enumerate() {
            let mut cells = vec![headers];
            cells.extend(rows);
            support::put(&mut files, &format!("見本{index}.csv"), &cells);
        }
        files
    })
}

/// The cells of a table as an editor sees them.
fn trimmed(files: &Files, file: &str) -> Vec<Vec<String>> {
    let mut rows = support::cells(files, file);
    for cell in rows.iter_mut().flatten() {
        *cell = cell
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .to_owned();
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_tables_come_back_from_a_workbook_as_they_were(files in any_tables()) {
        // Once through reading and writing: trimmed, without empty rows.
        let Converted { findings, output } = to_tables(&Given::Folder(files.clone()));
        prop_assert!(errors(&findings).is_empty());
        let plain = output.unwrap();
        // A remark below a table is left out, and that is said.
        if findings.is_empty() {
            for file in files.keys() {
                prop_assert_eq!(trimmed(&plain, file), trimmed(&files, file));
            }
        }
        let back = tables(&workbook(&plain));
        prop_assert_eq!(back, plain);
    }
}
