//! Whatever the bytes are, an import ends with a report or a refusal.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::Files;
use authoring::finding::{Finding, Severity};
use authoring::import::report::text;
use authoring::import::{Data, import};
use authoring::read_files;
use proptest::prelude::*;
use support::imports::{request, sample, with};
use support::{cells, minimal};

fn try_all(file: &str, bytes: &[u8]) {
    for data in [None].into_iter().chain(Data::ALL.map(Some)) {
        let mut asked = request(file, bytes);
        asked.data = data;
        if let Ok(imported) = import(&asked, &minimal()) {
            text(&imported.report);
            imported.report.json().unwrap();
        }
    }
}

/// A cell as a careless or malicious file may hold it.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9.,:/E+-]{0,14}",
        "[<>&\"'=+@;|（）「」]{0,6}",
        Just("静岡県".to_owned()),
        Just("見本".to_owned()),
    ]
}

/// What stands in a column under its header.
fn column(files: &Files, file: &str, name: &str) -> Vec<String> {
    let table = cells(files, file);
    let place = table[0].iter().position(|header| header == name).unwrap();
    table[1..].iter().map(|row| row[place].clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_bytes_stop_an_import(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        try_all("見本.csv", &bytes);
    }

    #[test]
    fn no_damage_to_a_sample_stops_an_import(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0usize..4) {
        let name = ["hospital-old.csv", "event-new.csv", "mhlw_hospital_20251201.csv", "hsds.json"][which];
        let mut bytes = sample(name);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        try_all(name, &bytes);
    }

    #[test]
    fn no_json_stops_an_import(json in "[\\[\\]{}\":,a-z0-9]{0,60}") {
        try_all("hsds.json", json.as_bytes());
        try_all("hsds.json", format!("{{\"contents\":[{{\"id\":\"1\",\"name\":{json}}}]}}").as_bytes());
    }

    #[test]
    fn whatever_stands_in_the_cells_of_a_list_the_tables_still_pass_the_check(cells in prop::collection::vec(cell(), 14)) {
        let header = "全国地方公共団体コード,ID,名称,名称_カナ,医療機関の種類,所在地_連結表記,建物名等(方書),緯度,経度,電話番号,FAX番号,郵便番号,URL,備考";
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(header.split(',')).unwrap();
        writer.write_record(&cells).unwrap();
        let bytes = writer.into_inner().unwrap();
        if let Ok(imported) = import(&request("hospital.csv", &bytes), &minimal()) {
            let findings = read_files(&with(&minimal(), &imported)).findings;
            // What an editor has to reword, the guard over words says.
            let reasons = column(&minimal(), "guard.csv", "why_en");
            let is_of_guard = |finding: &&Finding| reasons.iter().any(|reason| finding.what.en.ends_with(reason.as_str()));
            let errors: Vec<_> = findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error && !is_of_guard(finding))
                .collect();
            prop_assert!(errors.is_empty(), "{:?}", errors);
        }
    }
}

#[test]
fn a_deeply_nested_json_is_refused() {
    let deep = "[".repeat(100_000);
    assert!(import(&request("hsds.json", deep.as_bytes()), &minimal()).is_err());
}

#[test]
fn a_row_of_a_million_columns_is_no_header() {
    let wide = ",名称".repeat(1_000_000);
    assert!(import(&request("wide.csv", wide.as_bytes()), &minimal()).is_err());
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let large = vec![b'a'; 40_000_000];
    let refusal = import(&request("large.csv", &large), &minimal()).unwrap_err();
    assert!(refusal.what.en.contains("too large"));
}
