//! Importing again: ids stay, nothing changes without cause, and what a person wrote is never overwritten in silence.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::collections::BTreeSet;

use authoring::Files;
use authoring::import::report::{Became, Difference};
use authoring::import::{Credit, Imported, import};
use domain::support::SourceKind;
use proptest::prelude::*;
use support::imports::{imported, line, named, request, sample, table, with, write};
use support::minimal;

const FILE: &str = "hospital.csv";
const HEADER: &str =
    "全国地方公共団体コード,ID,地方公共団体名,名称,医療機関の種類,所在地_連結表記,電話番号,備考";

/// A place of a list: number, name, street, last digit of the phone number.
type Place = (u8, String, u8, u8);

fn list(id: &str, places: &[Place]) -> String {
    let rows = places.iter().map(|(number, name, street, phone)| {
        format!("221309,{number},静岡県見本市,見本{name},病院,静岡県見本市見本町{street},054-000-000{phone},\n")
    });
    format!("{}\n{}", HEADER.replace("ID", id), rows.collect::<String>())
}

fn one(phone: u8) -> String {
    list("ID", &[(1, "病院甲".into(), 1, phone)])
}

fn after(text: &str) -> Files {
    with(&minimal(), &imported(FILE, text.as_bytes(), &minimal()))
}

fn taking(text: &str, tables: &Files, column: &str) -> Imported {
    let mut asked = request(FILE, text.as_bytes());
    asked.take = BTreeSet::from([column.to_owned()]);
    import(&asked, tables).unwrap()
}

fn difference(column: &str, old: &str, new: &str) -> Difference {
    let [column, old, new] = [column, old, new].map(str::to_owned);
    Difference { column, old, new }
}

#[test]
fn importing_every_sample_twice_changes_nothing() {
    for name in [
        "hospital-new.csv",
        "event-new.csv",
        "care_service-new.csv",
        "public_facility-old.csv",
        "support_system-new.csv",
        "mhlw_hospital_20251201.csv",
        "hsds.json",
    ] {
        let bytes = sample(name);
        let once = imported(name, &bytes, &minimal());
        let again = imported(name, &bytes, &with(&minimal(), &once));
        assert_eq!(again.files, Files::new(), "{name}");
        let (first, second) = (once.report.counts(), again.report.counts());
        assert_eq!(
            (second.unchanged, second.new, second.changed),
            (first.new, 0, 0),
            "{name}"
        );
    }
}

#[test]
fn what_the_source_changes_is_changed_and_said() {
    let tables = after(&one(1));
    let again = imported(FILE, one(2).as_bytes(), &tables);
    let line = line(&again.report, "見本病院甲");
    assert_eq!(line.became, Became::Changed);
    assert_eq!(
        line.changes,
        [difference("phone", "054-000-0001", "054-000-0002")]
    );
    let files = with(&tables, &again);
    assert_eq!(
        named(&files, "entries.csv", "見本病院甲")["phone"],
        "054-000-0002"
    );
}

#[test]
fn what_a_person_changed_stays_while_the_source_says_the_same() {
    let mut tables = after(&one(1));
    write(
        &mut tables,
        "entries.csv",
        "見本病院甲",
        "phone",
        "054-000-0009",
    );
    write(
        &mut tables,
        "entries.csv",
        "見本病院甲",
        "kind",
        "support_centre",
    );
    let again = imported(FILE, one(1).as_bytes(), &tables);
    assert_eq!(again.files, Files::new());
    assert_eq!(line(&again.report, "見本病院甲").conflicts, []);
}

#[test]
fn where_person_and_source_differ_the_person_wins_and_both_are_said_each_time() {
    let mut tables = after(&one(1));
    write(
        &mut tables,
        "entries.csv",
        "見本病院甲",
        "phone",
        "054-000-0009",
    );
    for _ in 0..2 {
        let again = imported(FILE, one(2).as_bytes(), &tables);
        let line = line(&again.report, "見本病院甲");
        assert_eq!(
            line.conflicts,
            [difference("phone", "054-000-0009", "054-000-0002")]
        );
        assert_eq!(line.became, Became::Unchanged);
        tables = with(&tables, &again);
        assert_eq!(
            named(&tables, "entries.csv", "見本病院甲")["phone"],
            "054-000-0009"
        );
    }
}

#[test]
fn a_column_that_is_taken_follows_the_source_and_the_others_do_not() {
    let mut tables = after(&one(1));
    write(
        &mut tables,
        "entries.csv",
        "見本病院甲",
        "phone",
        "054-000-0009",
    );
    write(
        &mut tables,
        "entries.csv",
        "見本病院甲",
        "address",
        "見本の人が書いた住所",
    );
    let changed = list("ID", &[(1, "病院甲".into(), 7, 2)]);
    let again = taking(&changed, &tables, "phone");
    let report = line(&again.report, "見本病院甲");
    assert_eq!(
        report.changes,
        [difference("phone", "054-000-0009", "054-000-0002")]
    );
    assert_eq!(
        report.conflicts,
        [difference(
            "address",
            "見本の人が書いた住所",
            "静岡県見本市見本町7"
        )]
    );
    let settled = imported(FILE, changed.as_bytes(), &with(&tables, &again));
    assert_eq!(line(&settled.report, "見本病院甲").conflicts.len(), 1);
}

fn signed() -> Files {
    let mut tables = after(&one(1));
    for (column, value) in [
        ("verified_on", "2026-11-01"),
        ("verified_by", "見本の人"),
        ("checked_on", "2026-11-01"),
        ("check_by", "2028-11-01"),
    ] {
        write(&mut tables, "entries.csv", "見本病院甲", column, value);
    }
    tables
}

#[test]
fn a_verified_row_is_left_alone_and_said() {
    let again = imported(FILE, one(2).as_bytes(), &signed());
    assert!(!again.files.contains_key("entries.csv"));
    let conflicts = &line(&again.report, "見本病院甲").conflicts;
    assert_eq!(
        conflicts,
        &[difference("phone", "054-000-0001", "054-000-0002")]
    );
}

#[test]
fn taking_a_field_of_a_verified_row_takes_its_signature_off() {
    let again = taking(&one(2), &signed(), "phone");
    assert!(line(&again.report, "見本病院甲").signature_removed);
    let row = named(&with(&signed(), &again), "entries.csv", "見本病院甲");
    for (column, value) in [
        ("phone", "054-000-0002"),
        ("verified_on", ""),
        ("verified_by", ""),
        ("checked_on", ""),
        ("check_by", ""),
    ] {
        assert_eq!(row[column], value, "{column}");
    }
}

#[test]
fn a_column_that_no_import_writes_cannot_be_taken() {
    let text = one(1);
    let mut asked = request(FILE, text.as_bytes());
    asked.take = BTreeSet::from(["verified_on".to_owned()]);
    assert!(import(&asked, &minimal()).is_err());
}

#[test]
fn a_row_that_vanished_is_said_and_stays() {
    let both = list(
        "ID",
        &[(1, "病院甲".into(), 1, 1), (2, "病院乙".into(), 2, 2)],
    );
    let tables = after(&both);
    let again = imported(FILE, one(1).as_bytes(), &tables);
    let vanished: Vec<&str> = again
        .report
        .vanished
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(vanished, ["見本病院乙"]);
    named(&with(&tables, &again), "entries.csv", "見本病院乙");
}

#[test]
fn a_number_that_moved_to_another_place_does_not_take_its_row_along() {
    let three = |numbers: [u8; 3]| {
        let places = [("病院甲", 1), ("病院乙", 2), ("病院丙", 3)];
        let places: Vec<Place> = places
            .iter()
            .zip(numbers)
            .filter(|(_, number)| *number > 0)
            .map(|((name, street), number)| (number, (*name).to_owned(), *street, 1))
            .collect();
        list("NO", &places)
    };
    let tables = after(&three([1, 2, 3]));
    let id = |files: &Files, name: &str| named(files, "entries.csv", name)["id"].clone();
    // 乙 is gone, so 丙 moves up to its number.
    let again = imported(FILE, three([1, 0, 2]).as_bytes(), &tables);
    let files = with(&tables, &again);
    for name in ["見本病院甲", "見本病院乙", "見本病院丙"] {
        assert_eq!(id(&files, name), id(&tables, name), "{name}");
    }
    assert_eq!(again.report.vanished.len(), 1);
    let settled = imported(FILE, three([1, 0, 2]).as_bytes(), &files);
    assert_eq!(settled.files, Files::new());
}

#[test]
fn a_row_of_another_import_is_left_to_it_unless_the_list_has_only_moved() {
    let tables = after(&one(1));
    let text = one(2);
    let mut asked = request(FILE, text.as_bytes());
    let texts = ["見本県", "https://example.jp/other", "CC BY 4.0"];
    let retrieved = "2026-11-20".parse().unwrap();
    asked.credit = Credit::new(texts, SourceKind::Public, retrieved, None).unwrap();
    let again = import(&asked, &tables).unwrap();
    assert!(!again.files.contains_key("entries.csv"));
    assert_eq!(again.report.vanished, []);
    asked.earlier = Some(table(&tables["imports.csv"])[0]["id"].clone());
    let moved = import(&asked, &tables).unwrap();
    let row = named(&with(&tables, &moved), "entries.csv", "見本病院甲");
    assert_eq!(
        (row["phone"].as_str(), row["source_url"].as_str()),
        ("054-000-0002", "https://example.jp/other")
    );
    asked.earlier = Some("hospital-none".into());
    assert!(import(&asked, &tables).is_err());
}

#[test]
fn a_row_written_by_hand_is_linked_by_its_origin_and_loses_nothing() {
    let mut tables = minimal();
    write(
        &mut tables,
        "entries.csv",
        "見本センター",
        "origin_id",
        "hospital:221309-1",
    );
    let text = list("ID", &[(1, "センター".into(), 1, 5)]);
    let again = imported(FILE, text.as_bytes(), &tables);
    let row = named(&with(&tables, &again), "entries.csv", "見本センター");
    assert_eq!(
        (row["id"].as_str(), row["phone"].as_str()),
        ("sample-sc-2", "054-000-0001")
    );
    let conflicts = &line(&again.report, "見本センター").conflicts;
    assert!(conflicts.contains(&difference("phone", "054-000-0001", "054-000-0005")));
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let names = vec![(1, "甲"), (2, "乙"), (3, "丙"), (4, "丁"), (5, "戊")];
    let some = prop::sample::subsequence(names, 0..=5);
    (some, prop::collection::vec((1u8..5, 0u8..10), 5)).prop_map(|(names, rest)| {
        let whole = names.into_iter().zip(rest);
        whole
            .map(|((number, name), (street, phone))| (number, name.to_owned(), street, phone))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn importing_twice_changes_nothing(places in places(), is_numbered in any::<bool>()) {
        let text = list(if is_numbered { "NO" } else { "ID" }, &places);
        let tables = after(&text);
        let again = imported(FILE, text.as_bytes(), &tables);
        prop_assert_eq!(again.files, Files::new());
        prop_assert_eq!(again.report.counts().unchanged, places.len());
    }

    #[test]
    fn importing_a_changed_list_changes_only_what_changed(first in places(), second in places()) {
        let tables = after(&list("ID", &first));
        let again = imported(FILE, list("ID", &second).as_bytes(), &tables);
        let files = with(&tables, &again);
        for place in &second {
            let report = line(&again.report, &["見本", &place.1].concat());
            let expected = match first.iter().find(|other| other.1 == place.1) {
                None => Became::New,
                Some(same) if same == place => Became::Unchanged,
                Some(_) => Became::Changed,
            };
            prop_assert_eq!(&report.became, &expected);
            prop_assert_eq!(&report.conflicts, &[]);
        }
        let untouched = |name: &String| !second.iter().any(|place| *name == format!("見本{}", place.1));
        let before = table(&tables["entries.csv"]);
        let then = table(&files["entries.csv"]);
        for row in before.iter().filter(|row| untouched(&row["name"])) {
            prop_assert!(then.contains(row) || then.iter().any(|other| row.iter().all(|(column, cell)| other.get(column) == Some(cell))));
        }
        prop_assert_eq!(again.report.vanished.len(), first.iter().filter(|place| untouched(&format!("見本{}", place.1))).count());
    }

    #[test]
    fn nothing_that_a_person_wrote_is_lost(first in places(), second in places(), phone in 0u8..10) {
        let mut tables = after(&list("ID", &first));
        let written = format!("054-111-000{phone}");
        for place in &first {
            write(&mut tables, "entries.csv", &["見本", &place.1].concat(), "phone", &written);
        }
        let files = with(&tables, &imported(FILE, list("ID", &second).as_bytes(), &tables));
        for place in &first {
            let row = named(&files, "entries.csv", &["見本", &place.1].concat());
            prop_assert_eq!(&row["phone"], &written);
        }
    }
}
