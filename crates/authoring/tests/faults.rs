//! What spreadsheet programs and people do to tables: each fault is repaired with a warning, or refused with what to do.
//!
//! Source: the table of faults in docs/decisions/0008-workbook.md.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod support;

use authoring::finding::{Finding, Severity};
use authoring::workbook::to_workbook;
use authoring::{Compiled, Files, Given, Reading, read_files, read_given};
use domain::directory::Entry;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use support::{cells, minimal, put, rezipped, row_of, spoiled};

const SAMPLE: &str = "sample-sc-2";

/// What reading gives: it compiles, with exactly one warning more than the minimal pack; that warning.
fn repaired(files: &Files) -> (Compiled, Finding) {
    let known: Vec<Finding> = read_files(&minimal()).findings;
    let Reading {
        findings, compiled, ..
    } = read_files(files);
    let mut new: Vec<Finding> = findings
        .into_iter()
        .filter(|finding| finding.severity != Severity::Note && !known.contains(finding))
        .collect();
    assert_eq!(new.len(), 1, "{new:#?}");
    let warning = new.remove(0);
    assert_eq!(warning.severity, Severity::Warning, "{warning:#?}");
    assert!(!warning.what.ja.is_ascii() && !warning.what_to_do.ja.is_ascii());
    (compiled.unwrap(), warning)
}

/// The errors of reading; nothing is compiled.
fn refused(reading: Reading) -> Vec<Finding> {
    assert!(reading.compiled.is_none());
    let mut errors = reading.findings;
    errors.retain(|finding| finding.severity == Severity::Error);
    errors
}

fn entry(compiled: &Compiled, id: &str) -> Entry {
    compiled
        .entries
        .iter()
        .flat_map(|(file, _)| &file.entries)
        .find(|entry| entry.id == id)
        .unwrap()
        .clone()
}

/// The sample entry after a cell was spoiled and repaired, and the English of the warning.
fn entry_with(column: &str, value: &str) -> (Entry, String) {
    let (compiled, warning) = repaired(&spoiled("entries.csv", "id", SAMPLE, column, value));
    assert_eq!(warning.place.file, "entries.csv");
    assert_eq!(warning.place.column.as_deref(), Some(column));
    assert_eq!(warning.place.value.as_deref(), Some(value));
    (entry(&compiled, SAMPLE), warning.what.en)
}

/// A workbook of the minimal pack in which one sheet was written by somebody else.
fn workbook_with(file: &str, write: impl Fn(&mut Worksheet, &[Vec<String>])) -> Given {
    let files = minimal();
    let mut workbook = Workbook::new();
    for name in files.keys() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name.strip_suffix(".csv").unwrap()).unwrap();
        let table = cells(&files, name);
        for (row, cells) in (0..).zip(&table) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        if name == file {
            write(sheet, &table);
        }
    }
    Given::Workbook {
        name: "見本.xlsx".into(),
        bytes: workbook.save_to_buffer().unwrap(),
    }
}

/// Where a cell of the minimal pack stands in its sheet, from 0.
fn position(table: &[Vec<String>], id: &str, column: &str) -> (u32, u16) {
    let row = table.iter().position(|row| row[0] == id).unwrap();
    let column = table[0].iter().position(|header| header == column).unwrap();
    (row.try_into().unwrap(), column.try_into().unwrap())
}

/// Reads a workbook in which one cell of the sample entry was written in another way.
fn entries_with(column: &str, write: impl Fn(&mut Worksheet, u32, u16)) -> Reading {
    read_given(&workbook_with("entries.csv", |sheet, table| {
        let (row, column) = position(table, SAMPLE, column);
        write(sheet, row, column);
    }))
}

fn warnings(reading: &Reading) -> Vec<&str> {
    reading
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Warning)
        .map(|finding| finding.what.en.as_str())
        .collect()
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let mut files = minimal();
    for bytes in files.values_mut() {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    let plain = read_files(&minimal());
    let windows = read_files(&files);
    assert_eq!(windows.findings, plain.findings);
    assert_eq!(
        windows.compiled.unwrap().rules,
        plain.compiled.unwrap().rules
    );
}

#[test]
fn cp932_is_read_with_a_warning() {
    let mut files = minimal();
    let text = String::from_utf8(files["entries.csv"].clone()).unwrap();
    let (bytes, _, is_damaged) = encoding_rs::SHIFT_JIS.encode(&text);
    assert!(!is_damaged);
    files.insert("entries.csv".into(), bytes.into_owned());
    let (_, warning) = repaired(&files);
    assert!(warning.what.en.contains("CP932"));
}

#[test]
fn a_prefecture_gets_its_zero_back() {
    let files = spoiled("contacts.csv", "id", "sample-local", "prefectures", "1 12");
    let (compiled, warning) = repaired(&files);
    assert_eq!(warning.what.en, "\"1 12\" was read as \"01 12\".");
    let local = compiled
        .pack
        .contacts
        .iter()
        .find(|contact| contact.id == "sample-local");
    let codes: Vec<String> = local
        .unwrap()
        .prefectures
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(codes, ["01", "12"]);
}

#[test]
fn a_phone_number_gets_its_zero_back() {
    let (entry, said) = entry_with("phone", "540000001");
    assert_eq!(entry.phones[0].digits, "0540000001");
    assert_eq!(said, "\"540000001\" was read as \"0540000001\".");
}

#[test]
fn full_width_digits_become_half_width_ones() {
    let (entry, _) = entry_with("phone", "０５４－０００－０００１");
    assert_eq!(entry.phones[0].digits, "054-000-0001");
}

#[test]
fn a_postal_code_gets_its_zero_and_its_hyphen_back() {
    assert_eq!(
        entry_with("postal_code", "600001").0.postal_code,
        "060-0001"
    );
}

#[test]
fn a_number_that_became_an_exponent_is_refused_with_what_to_do() {
    let files = spoiled("entries.csv", "id", SAMPLE, "phone", "1.23E+11");
    let errors = refused(read_files(&files));
    let [error] = errors.as_slice() else {
        panic!("{errors:#?}")
    };
    assert_eq!(error.place.value.as_deref(), Some("1.23E+11"));
    assert!(error.what_to_do.en.contains("Format the cell as text"));
}

#[test]
fn a_time_that_became_a_fraction_is_a_time_again() {
    let files = spoiled("events.csv", "id", "sample-ev-3", "schedule_text", "0.375");
    let (compiled, warning) = repaired(&files);
    assert_eq!(warning.what.en, "\"0.375\" was read as \"9:00\".");
    assert_eq!(entry(&compiled, "sample-ev-3").meetings[0].words, "9:00");
}

#[test]
fn a_date_with_slashes_or_an_era_is_a_date() {
    for written in ["2024/4/1", "2024年4月1日", "令和6年4月1日"] {
        let mut files = spoiled("sources.csv", "id", "sample-page", "date", written);
        let (_, warning) = repaired(&files);
        assert_eq!(
            warning.what.en,
            format!("\"{written}\" was read as \"2024-04-01\".")
        );
        files.clear();
    }
}

#[test]
fn a_fixed_word_is_known_in_any_width_and_case() {
    let (_, said) = entry_with("confidence", "Ｏｆｆｉｃｉａｌ－Ｏｌｄ");
    assert_eq!(
        said,
        "\"Ｏｆｆｉｃｉａｌ－Ｏｌｄ\" was read as \"official-old\"."
    );
}

#[test]
fn headers_are_known_in_any_width_and_case_and_with_known_slips() {
    let mut files = minimal();
    let mut table = cells(&files, "entries.csv");
    for header in &mut table[0] {
        match header.as_str() {
            "id" => *header = "ＩＤ".into(),
            "organization" => *header = "organisation".into(),
            _ => {}
        }
    }
    put(&mut files, "entries.csv", &table);
    let (compiled, warning) = repaired(&files);
    assert_eq!(
        warning.what.en,
        "The header \"organisation\" was read as \"organization\"."
    );
    assert_eq!(
        entry(&compiled, SAMPLE),
        entry(&support::compiled(), SAMPLE)
    );
}

#[test]
fn a_remark_below_a_table_is_left_out_with_a_warning() {
    let mut files = minimal();
    let bytes = files.get_mut("entries.csv").unwrap();
    bytes.extend("第1.2版（2026年4月1日現在）,\n".as_bytes());
    let Reading {
        findings, compiled, ..
    } = read_files(&files);
    assert!(compiled.is_some());
    let n_rows = cells(&files, "entries.csv").len();
    assert!(findings.iter().any(|finding| {
        finding.place.row == Some(n_rows)
            && finding.what.en.starts_with("This row looks like a remark")
    }));
}

#[test]
fn numbers_dates_and_truths_of_a_workbook_are_read_as_they_are_typed() {
    let reading = read_given(&workbook_with("sources.csv", |sheet, table| {
        let (row, column) = position(table, "sample-page", "date");
        let date = ExcelDateTime::from_ymd(2024, 4, 1).unwrap();
        let format = Format::new().set_num_format("yyyy/m/d");
        sheet
            .write_datetime_with_format(row, column, date, &format)
            .unwrap();
    }));
    let date = reading.compiled.unwrap().pack.sources[0].date.unwrap();
    assert_eq!(date.to_string(), "2024-04-01");

    let reading = entries_with("prefecture", |sheet, row, column| {
        sheet.write_number(row, column, 2.0).unwrap();
    });
    assert_eq!(warnings(&reading)[0], "\"2\" was read as \"02\".");

    let reading = entries_with("phone", |sheet, row, column| {
        sheet.write_number(row, column, 540_000_001.0).unwrap();
    });
    assert_eq!(
        entry(&reading.compiled.unwrap(), SAMPLE).phones[0].digits,
        "0540000001"
    );

    let reading = read_given(&workbook_with("choices.csv", |sheet, table| {
        let row = table.iter().position(|row| row[1] == "bereaved").unwrap();
        let column = position(table, &table[1][0], "own_door").1;
        sheet
            .write_boolean(row.try_into().unwrap(), column, true)
            .unwrap();
    }));
    assert_eq!(warnings(&reading), ["\"TRUE\" was read as \"yes\"."]);
    assert!(reading.compiled.is_some());
}

#[test]
fn the_value_of_a_formula_is_read_with_a_warning_and_none_is_refused() {
    let given = workbook_with("entries.csv", |sheet, table| {
        let (row, column) = position(table, SAMPLE, "phone_note");
        let formula = Formula::new("CONCATENATE(\"代\",\"表\")").set_result("代表");
        sheet.write_formula(row, column, formula).unwrap();
    });
    let reading = read_given(&given);
    assert_eq!(
        warnings(&reading),
        ["The cell has a formula; its value when saved was read."]
    );
    assert_eq!(
        entry(&reading.compiled.unwrap(), SAMPLE).phones[0].note,
        "代表"
    );
    let Given::Workbook { name, bytes } = given else {
        unreachable!("it was written as a workbook")
    };
    let bytes = rezipped(&bytes, |_, text| text.replace("<v>代表</v>", ""));
    let errors = refused(read_given(&Given::Workbook { name, bytes }));
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].place.column.as_deref(), Some("phone_note"));
    assert!(errors[0].what_to_do.en.contains("paste it as a value"));
}

#[test]
fn a_cell_that_shows_an_error_is_refused() {
    let reading = entries_with("phone_note", |sheet, row, column| {
        let formula = Formula::new("A1+#REF!").set_result("#REF!");
        sheet.write_formula(row, column, formula).unwrap();
    });
    let errors = refused(reading);
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].place.value.as_deref(), Some("#REF!"));
}

#[test]
fn a_number_of_more_than_15_digits_is_said_to_have_lost_some() {
    let reading = entries_with("editor_note", |sheet, row, column| {
        sheet
            .write_number(row, column, 1_234_567_890_123_456_000.0)
            .unwrap();
    });
    assert!(warnings(&reading)[0].contains("more than 15 digits"));
}

#[test]
fn what_is_no_workbook_is_refused_with_what_to_do() {
    let written = to_workbook(&Given::Folder(minimal())).output.unwrap();
    for (bytes, what) in [
        (Vec::new(), "cannot be read as a workbook"),
        (b"id,name\n".to_vec(), "cannot be read as a workbook"),
        (
            written[..written.len() / 2].to_vec(),
            "cannot be read as a workbook",
        ),
        (
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].to_vec(),
            "old format (.xls) or has a password",
        ),
    ] {
        let errors = refused(read_given(&Given::Workbook {
            name: "見本.xlsx".into(),
            bytes,
        }));
        let [error] = errors.as_slice() else {
            panic!("{errors:#?}")
        };
        assert_eq!(error.place.file, "見本.xlsx");
        assert!(error.what.en.contains(what), "{}", error.what.en);
    }
}

#[test]
fn the_row_of_a_finding_is_that_of_the_spreadsheet() {
    let files = spoiled("entries.csv", "id", SAMPLE, "phone", "540000001");
    let (_, warning) = repaired(&files);
    assert_eq!(
        warning.place.row,
        Some(row_of(&files, "entries.csv", "id", SAMPLE))
    );
}

/// The lists that a workbook offers, as they stand in its rules.
fn offered() -> String {
    let workbook = to_workbook(&Given::Folder(minimal())).output.unwrap();
    let offered = std::cell::RefCell::new(String::new());
    rezipped(&workbook, |name, text| {
        if name.starts_with("xl/worksheets/sheet") {
            for rule in text.split("<formula1>").skip(1) {
                let list = rule.split_once("</formula1>").unwrap().0;
                offered.borrow_mut().push_str(&[list, "\n"].concat());
            }
        }
        text
    });
    offered.into_inner()
}

#[test]
fn every_word_of_a_drop_down_list_can_be_used() {
    let offered = offered();
    for (file, key, id, column, words) in [
        (
            "supports.csv",
            "id",
            "money-help",
            "scope",
            "hospital,municipality,prefecture,national",
        ),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "group",
            "danger,listen,index",
        ),
        ("contacts.csv", "id", "sample-line", "status", "P,S,C,G"),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "ship",
            "OPERATOR,NOSHIP,link only,LINK",
        ),
        (
            "entries.csv",
            "id",
            SAMPLE,
            "confidence",
            "official-recent,official-old,secondary",
        ),
        (
            "entries.csv",
            "id",
            SAMPLE,
            "source_kind",
            "public,hospital,organization,other",
        ),
        (
            "entries.csv",
            "id",
            SAMPLE,
            "channels",
            "visit,phone,mail,online",
        ),
        (
            "entries.csv",
            "id",
            SAMPLE,
            "tags",
            "ア,イ,ウ,エ,オ,カ,キ,ク,ケ",
        ),
        (
            "events.csv",
            "id",
            "sample-ev-3",
            "online",
            "yes,no,both,hybrid",
        ),
        (
            "choices.csv",
            "name",
            "bereaved",
            "exclusive",
            "yields,wins",
        ),
        ("choices.csv", "name", "bereaved", "own_door", "yes"),
    ] {
        assert!(offered.contains(&format!("\"{words}\"")), "{words}");
        for word in words.split(',') {
            let findings = read_files(&spoiled(file, key, id, column, word)).findings;
            let wrong = findings.iter().find(|finding| {
                finding.severity == Severity::Error
                    && finding.place.column.as_deref() == Some(column)
            });
            assert_eq!(wrong, None, "{file} {column} {word}");
        }
    }
}

#[test]
fn ids_of_other_sheets_are_offered_as_they_stand_there() {
    let offered = offered();
    for list in [
        "OFFSET(supports!$A$2,0,0,MAX(1,COUNTA(supports!$A:$A)-1),1)",
        "OFFSET(sources!$A$2,0,0,MAX(1,COUNTA(sources!$A:$A)-1),1)",
        "OFFSET(entries!$A$2,0,0,MAX(1,COUNTA(entries!$A:$A)-1),1)",
        "_lists!$B$2:$B$48",
    ] {
        assert!(offered.contains(list), "{list}: {offered}");
    }
}
