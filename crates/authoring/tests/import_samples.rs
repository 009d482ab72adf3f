//! The sample files of every data set, in their old and new form, go into the minimal pack and pass the check.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::Severity;
use authoring::import::report::{Became, Counts, Encoding, Skip, text};
use authoring::import::{Data, import};
use authoring::read_files;
use domain::directory::{Certainty, Kind};
use support::imports::{
    became, dated_credit, imported, named, refusal, request, row_of_bytes, sample, with,
};
use support::{findings_in, minimal};

const SAMPLES: [&str; 12] = [
    "hospital-new.csv",
    "hospital-old.csv",
    "event-new.csv",
    "event-old.csv",
    "care_service-new.csv",
    "care_service-old.csv",
    "public_facility-new.csv",
    "public_facility-old.csv",
    "support_system-new.csv",
    "support_system-old.csv",
    "mhlw_hospital_20251201.csv",
    "hsds.json",
];

#[test]
fn every_sample_goes_in_and_the_tables_pass_the_check() {
    for name in SAMPLES {
        let imported = imported(name, &sample(name), &minimal());
        assert!(imported.report.counts().new > 0, "{name}");
        let files = with(&minimal(), &imported);
        assert_eq!(findings_in(&files, Severity::Error), [], "{name}");
        assert_eq!(findings_in(&files, Severity::Warning), [], "{name}");
    }
}

#[test]
fn the_numbers_of_a_report_add_up() {
    for name in SAMPLES {
        let Counts {
            read,
            new,
            changed,
            unchanged,
            skipped,
        } = imported(name, &sample(name), &minimal()).report.counts();
        assert_eq!(read, new + changed + unchanged + skipped, "{name}");
    }
}

#[test]
fn old_and_new_headers_give_the_same_place() {
    for (data, name) in [
        ("hospital", "見本第一病院"),
        ("care_service", "見本訪問看護ステーション"),
        ("public_facility", "見本健康センター"),
        ("support_system", "見本ウィッグ助成"),
    ] {
        let rows = ["new", "old"].map(|age| {
            let file = format!("{data}-{age}.csv");
            let files = with(&minimal(), &imported(&file, &sample(&file), &minimal()));
            named(&files, "entries.csv", name)
        });
        let [new, old] = &rows;
        for column in [
            "kind",
            "name",
            "prefecture",
            "place",
            "hours_text",
            "who_can_use",
            "url",
            "checked_on",
        ] {
            assert_eq!(new.get(column), old.get(column), "{data} {column}");
        }
        // The old lists say less.
        for column in ["address", "phone", "municipality"] {
            let (new, old) = (&new[column], &old[column]);
            assert!(old == new || old.is_empty(), "{data} {column}: {new} {old}");
        }
    }
}

#[test]
fn a_row_of_an_import_is_credited_dated_by_its_source_and_still_to_be_verified() {
    let bytes = sample("hospital-new.csv");
    let mut asked = request("hospital-new.csv", &bytes);
    asked.credit = dated_credit();
    let imported = import(&asked, &minimal()).unwrap();
    let files = with(&minimal(), &imported);
    let row = named(&files, "entries.csv", "見本第一病院");
    for (column, value) in [
        ("source_name", "見本市"),
        ("source_url", "https://example.jp/data"),
        ("source_kind", "public"),
        ("source_date", "2026-04-01"),
        ("checked_on", "2026-04-01"),
        ("check_by", "2028-04-01"),
        ("verified_on", ""),
        ("origin_id", "medical:22-2210000001"),
        ("hours_text", "月;火;水 09:00〜16:00"),
        ("hours", "Mo,Tu,We 09:00-16:00"),
    ] {
        assert_eq!(row[column], value, "{column}");
    }
    let compiled = read_files(&files).compiled.unwrap();
    let entry = compiled
        .entries
        .iter()
        .flat_map(|(file, _)| &file.entries)
        .find(|entry| entry.id == row["id"])
        .unwrap();
    assert_eq!((entry.kind, entry.certainty), (Kind::Care, Certainty::Weak));
    let credits = named_import(&files, &row["import"]);
    assert_eq!(credits["license"], "CC BY 4.0");
    assert_eq!(credits["retrieved"], "2026-11-20");
}

fn named_import(files: &authoring::Files, id: &str) -> std::collections::BTreeMap<String, String> {
    let rows = support::imports::table(&files["imports.csv"]);
    rows.into_iter().find(|row| row["id"] == id).unwrap()
}

#[test]
fn events_are_taken_by_their_words_and_only_while_they_are_to_come() {
    let imported = imported("event-new.csv", &sample("event-new.csv"), &minimal());
    assert_eq!(
        became(&imported.report),
        [
            &Became::New,
            &Became::Skipped(Skip::Over),
            &Became::Skipped(Skip::NoMatch),
            &Became::New,
        ]
    );
    let files = with(&minimal(), &imported);
    let salon = named(&files, "events.csv", "見本がんサロン");
    assert_eq!(salon["schedule_text"], "2027-04-01 13:00〜15:00");
    assert_eq!(
        (salon["fee"].as_str(), salon["url"].as_str()),
        ("無料", "https://example.jp/salon")
    );
    assert_eq!(
        named(&files, "events.csv", "見本がん講座")["schedule_text"],
        "4月頃 13:00〜15:00"
    );
    let compiled = read_files(&files).compiled.unwrap();
    let mut entries = compiled.entries.iter().flat_map(|(file, _)| &file.entries);
    let shown = entries
        .find(|entry| entry.name == "見本がんサロン")
        .unwrap();
    assert_eq!(
        (shown.fee.as_str(), shown.url.as_str()),
        ("無料", "https://example.jp/salon")
    );
}

#[test]
fn times_and_dates_of_an_old_list_of_events_are_read() {
    let (row, report) = row_of_bytes("event-old.csv", &sample("event-old.csv"));
    assert_eq!(row["schedule_text"], "2027-04-01 13:00〜15:00");
    assert_eq!(report.encoding, Encoding::Cp932);
}

#[test]
fn of_schemes_those_for_people_that_are_still_open_are_taken_without_their_amounts() {
    let (row, report) = row_of_bytes("support_system-new.csv", &sample("support_system-new.csv"));
    assert_eq!(
        became(&report),
        [
            &Became::New,
            &Became::Skipped(Skip::NotForPeople),
            &Became::Skipped(Skip::Over),
        ]
    );
    assert_eq!(
        (row["kind"].as_str(), row["url"].as_str()),
        ("subsidy_appearance", "https://example.jp/wig")
    );
    assert_eq!(
        (row["source_date"].as_str(), row["check_by"].as_str()),
        ("2026-04-01", "2028-04-01")
    );
    assert!(row.values().all(|cell| !cell.contains('円')));
    assert!(row["import_note"].contains("見本の助成です。"));
}

#[test]
fn the_national_list_is_read_by_position_and_rows_that_do_not_fit_are_skipped() {
    let imported = imported(
        "mhlw_hospital_20251201.csv",
        &sample("mhlw_hospital_20251201.csv"),
        &minimal(),
    );
    assert_eq!(
        became(&imported.report),
        [
            &Became::New,
            &Became::New,
            &Became::Skipped(Skip::Shapeless)
        ]
    );
    let files = with(&minimal(), &imported);
    let row = named(&files, "entries.csv", "見本第三病院");
    assert_eq!(
        (row["origin_id"].as_str(), row["source_date"].as_str()),
        ("mhlw:2210000000001", "2025-12-01")
    );
    assert_eq!(
        (row["closed"].as_str(), row["phone"].as_str()),
        ("土・日・祝日", "")
    );
    assert_eq!(row["url"], "https://example.jp/three");
}

#[test]
fn a_national_list_with_its_columns_moved_is_refused() {
    let text = String::from_utf8(sample("mhlw_hospital_20251201.csv")).unwrap();
    let moved = text.replacen("正式名称,", "見本の列,正式名称,", 1);
    let mut asked = request("mhlw.csv", moved.as_bytes());
    asked.data = Some(Data::MhlwHospital);
    assert!(refusal(&asked).what.en.contains("shape"));
}

#[test]
fn a_service_at_two_places_becomes_two_entries() {
    let imported = imported("hsds.json", &sample("hsds.json"), &minimal());
    let files = with(&minimal(), &imported);
    let rows = support::imports::table(&files["entries.csv"]);
    let two: Vec<&str> = rows
        .iter()
        .filter(|row| row["name"] == "見本の二か所の会")
        .map(|row| row["address"].as_str())
        .collect();
    assert_eq!(two, ["千葉県別見本市見本町2-1", "千葉県別見本市見本町2-2"]);
    let one = named(&files, "entries.csv", "見本の相談");
    for (column, value) in [
        ("organization", "見本の団体"),
        ("phone", "054-000-0009"),
        ("phone_ext", "12"),
        ("phone_note", "代表"),
        ("fax", "054-000-0010"),
        ("languages", "pt"),
        ("accessibility", "車いす"),
        ("fee", "無料"),
        ("source_date", "2026-03-15"),
        ("address", "静岡県見本市見本町1-5"),
    ] {
        assert_eq!(one[column], value, "{column}");
    }
}

#[test]
fn a_file_of_another_kind_is_refused_with_the_name_of_its_kind() {
    let bytes = sample("care_service-new.csv");
    let mut asked = request("care_service-new.csv", &bytes);
    asked.data = Some(Data::Hospital);
    assert!(refusal(&asked).what_to_do.en.contains("care_service"));
    let unknown = request("unknown.csv", b"a,b,c\n1,2,3\n");
    assert!(refusal(&unknown).what_to_do.en.contains("hospital"));
    let childcare = "ID,名称,種別,受入年齢,一時預かりの有無,利用可能曜日\n1,見本園,見本,0,有,月\n";
    assert!(
        refusal(&request("preschool.csv", childcare.as_bytes()))
            .what
            .en
            .contains("which kind")
    );
}

#[test]
fn what_the_source_cannot_tell_the_editor_has_to_say() {
    let bytes = sample("hospital-new.csv");
    let mut without_kind = request("hospital-new.csv", &bytes);
    without_kind.entry_kind = None;
    assert!(
        refusal(&without_kind)
            .what_to_do
            .en
            .contains("--entry-kind")
    );
    let bytes = sample("event-new.csv");
    let mut without_words = request("event-new.csv", &bytes);
    without_words.words.clear();
    assert!(refusal(&without_words).what_to_do.en.contains("--match"));
    let bytes = sample("support_system-new.csv");
    let mut of_another_kind = request("support_system-new.csv", &bytes);
    of_another_kind.entry_kind = Some(Kind::Care);
    assert!(refusal(&of_another_kind).what_to_do.en.contains("subsidy_"));
}

#[test]
fn only_rows_of_the_prefecture_asked_for_become_new() {
    let bytes = sample("mhlw_hospital_20251201.csv");
    let mut asked = request("mhlw_hospital_20251201.csv", &bytes);
    asked.prefecture = authoring::import::prefecture("千葉県");
    let report = import(&asked, &minimal()).unwrap().report;
    assert_eq!(
        became(&report)[..2],
        [&Became::Skipped(Skip::OtherPrefecture), &Became::New]
    );
}

#[test]
fn a_source_without_name_address_or_license_is_refused() {
    use authoring::import::Credit;
    use domain::support::SourceKind;
    let retrieved = "2026-11-20".parse().unwrap();
    for texts in [
        ["", "https://example.jp", "x"],
        ["見本", "example.jp", "x"],
        ["見本", "https://example.jp", ""],
    ] {
        assert!(
            Credit::new(texts, SourceKind::Public, retrieved, None).is_err(),
            "{texts:?}"
        );
    }
}

#[test]
fn the_report_is_said_in_both_languages_and_names_source_license_and_reasons() {
    let report = imported("hospital-old.csv", &sample("hospital-old.csv"), &minimal()).report;
    let said = text(&report);
    for part in [
        "見本市",
        "https://example.jp/data",
        "CC BY 4.0",
        "2026-11-20",
        "CP932",
        "読んだ行 3",
        "read 3",
        "表の外の注記",
        "a remark outside the table",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let json: serde_json::Value = serde_json::from_str(&report.json().unwrap()).unwrap();
    assert_eq!(json["counts"]["skipped"], 1);
    assert_eq!(json["license"], "CC BY 4.0");
}
