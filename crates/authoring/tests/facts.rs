//! Numbers, sources, hours and days that cannot be as they stand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::{Finding, Severity};
use authoring::{Files, read_files};
use domain::Date;
use support::{cells, findings_in, minimal, put, row_of, spoiled};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A day on which nothing is new about the minimal pack but that one entry was to be checked in 2021.
const TODAY: &str = "2026-08-01";

fn found_on(files: &Files, today: &str) -> Vec<Finding> {
    let reading = read_files(files).on(day(today));
    let has_errors = reading
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.compiled.is_none(), has_errors);
    reading.findings
}

/// Severity, row and column of what is found on that day, and neither without it nor in the minimal pack.
fn new_on(files: &Files, today: &str) -> Vec<(Severity, Option<usize>, Option<String>)> {
    let mut known = read_files(files).findings;
    known.extend(found_on(&minimal(), today));
    found_on(files, today)
        .into_iter()
        .filter(|finding| !known.contains(finding))
        .map(|finding| (finding.severity, finding.place.row, finding.place.column))
        .collect()
}

/// The minimal pack with a column that it does not have, filled in one row.
fn with_column(file: &str, id: &str, columns: &[(&str, &str)]) -> Files {
    let mut files = minimal();
    let row = row_of(&files, file, "id", id);
    let mut table = cells(&files, file);
    for (column, value) in columns {
        table[0].push((*column).into());
        for (place, line) in table.iter_mut().enumerate().skip(1) {
            let is_it = place + 1 == row;
            line.push(if is_it {
                (*value).into()
            } else {
                String::new()
            });
        }
    }
    put(&mut files, file, &table);
    files
}

fn only(found: &[Finding]) -> &Finding {
    let [finding] = found else {
        panic!("{found:#?}");
    };
    finding
}

#[test]
fn a_number_of_another_prefecture_is_a_warning() {
    let warnings = findings_in(
        &spoiled("entries.csv", "id", "sample-sc-2", "phone", "03-0000-0001"),
        Severity::Warning,
    );
    let warning = only(&warnings);
    assert_eq!(warning.place.value.as_deref(), Some("03-0000-0001"));
    assert!(warning.what.en.contains("03"), "{}", warning.what.en);
    for number in [
        "0120-000-001",
        "0570-000-001",
        "050-0000-0001",
        "090-0000-0001",
    ] {
        let files = spoiled("events.csv", "id", "sample-ev-1", "phone", number);
        // The free number is that of another sample meeting.
        let elsewhere = findings_in(&files, Severity::Warning)
            .into_iter()
            .filter(|warning| warning.what.en.contains("area code"));
        assert_eq!(elsewhere.count(), 0, "{number}");
    }
}

#[test]
fn a_number_under_two_names_is_a_warning_that_names_both_rows() {
    let files = spoiled("entries.csv", "id", "sample-sc-2", "phone", "054-000-0000");
    let warnings = findings_in(&files, Severity::Warning);
    let warning = only(&warnings);
    assert_eq!(
        warning.place.row,
        Some(row_of(&files, "entries.csv", "id", "sample-sc-2"))
    );
    assert!(
        warning.what.ja.contains("entries.csv 2行目"),
        "{}",
        warning.what.ja
    );
    assert!(warning.what.ja.contains("見本病院"), "{}", warning.what.ja);
}

#[test]
fn desks_of_one_hospital_may_share_its_switchboard() {
    let files = spoiled("entries.csv", "id", "sample-sa-1", "phone", "054-000-0000");
    assert_eq!(findings_in(&files, Severity::Warning), []);
}

fn with_wrong_numbers(mut files: Files) -> Files {
    let table = "number,right,beside,why\n054-000-0009,054-000-0000,,見本の書きまちがい\n0120-000-000,,よその線,見本\n";
    files.insert("wrong_numbers.csv".into(), table.into());
    files
}

#[test]
fn a_number_known_to_be_wrong_is_an_error_wherever_somebody_may_read_it() {
    for (file, key, id, column, value) in [
        ("entries.csv", "id", "sample-sc-2", "phone", "054-000-0009"),
        (
            "entries.csv",
            "id",
            "sample-sc-2",
            "who_can_use",
            "だれでも。電話は（０５４）０００−０００９です",
        ),
        (
            "text-sample.csv",
            "key",
            "support.money-help.say",
            "ja",
            "0540000009 に電話します。",
        ),
    ] {
        let files = with_wrong_numbers(spoiled(file, key, id, column, value));
        let errors = findings_in(&files, Severity::Error);
        let error = only(&errors);
        assert_eq!(error.place.column.as_deref(), Some(column));
        assert!(error.what_to_do.en.contains("Did you mean 054-000-0000?"));
    }
}

#[test]
fn notes_for_editors_may_tell_of_a_wrong_number() {
    let note = "054-000-0009 は書きまちがい";
    let files = spoiled("entries.csv", "id", "sample-sc-2", "editor_note", note);
    assert_eq!(findings_in(&with_wrong_numbers(files), Severity::Error), []);
}

#[test]
fn a_number_that_is_wrong_only_beside_a_name_is_right_elsewhere() {
    assert_eq!(
        findings_in(&with_wrong_numbers(minimal()), Severity::Error),
        []
    );
    let note = "よその線";
    let files = spoiled("contacts.csv", "id", "sample-line", "phone_note", note);
    let errors = findings_in(&with_wrong_numbers(files), Severity::Error);
    assert_eq!(only(&errors).place.column.as_deref(), Some("phone"));
}

#[test]
fn the_numbers_that_research_found_wrong_are_in_the_shipped_table() {
    // Of the four traps of the research, those that are about digits.
    let table = std::fs::read_to_string(support::folder("content/wrong_numbers.csv")).unwrap();
    for number in [
        "0570-046-556",
        "0120-783-556",
        "03-5285-8088",
        "050-3598-7574",
    ] {
        assert!(table.contains(number), "{number}");
    }
}

#[test]
fn whoever_states_facts_says_where_they_come_from() {
    for (file, id) in [
        ("entries.csv", "sample-hub"),
        ("events.csv", "sample-ev-3"),
        ("contacts.csv", "sample-line"),
    ] {
        let errors = findings_in(&spoiled(file, "id", id, "source_name", ""), Severity::Error);
        assert_eq!(
            only(&errors).place.column.as_deref(),
            Some("source_name"),
            "{file}"
        );
    }
}

#[test]
fn a_contact_that_is_only_a_link_needs_no_other_source() {
    let mut files = spoiled("contacts.csv", "id", "sample-hidden", "source_name", "");
    let mut table = cells(&files, "contacts.csv");
    let phone = table[0]
        .iter()
        .position(|header| header == "phone")
        .unwrap();
    table[3][phone] = String::new();
    put(&mut files, "contacts.csv", &table);
    assert_eq!(findings_in(&files, Severity::Error), []);
}

#[test]
fn hours_that_cannot_be_read_are_an_error_with_an_example() {
    for (file, id, column) in [
        ("entries.csv", "sample-sc-1", "hours"),
        ("events.csv", "sample-ev-1", "schedule"),
        ("contacts.csv", "sample-line", "hours"),
    ] {
        let errors = findings_in(
            &spoiled(file, "id", id, column, "Mo-Fr 9時から"),
            Severity::Error,
        );
        let error = only(&errors);
        assert_eq!(error.place.column.as_deref(), Some(column));
        assert!(error.what_to_do.ja.contains("Mo-Fr 09:00-16:00; PH off"));
    }
}

#[test]
fn hours_that_never_come_in_the_next_year_are_an_error() {
    for schedule in ["off", "2025 Nov 3 10:00-12:00"] {
        let files = spoiled("events.csv", "id", "sample-ev-1", "schedule", schedule);
        assert_eq!(
            new_on(&files, TODAY),
            [(Severity::Error, Some(2), Some("schedule".into()))],
            "{schedule}"
        );
    }
}

#[test]
fn hours_on_other_weekdays_than_the_words_say_are_a_warning() {
    let files = spoiled(
        "events.csv",
        "id",
        "sample-ev-1",
        "schedule",
        "Th[3] 13:00-15:00",
    );
    assert_eq!(
        new_on(&files, TODAY),
        [(Severity::Warning, Some(2), Some("schedule_text".into()))]
    );
}

#[test]
fn a_day_to_come_on_which_something_was_checked_is_an_error() {
    let errors_on = |today| {
        let mut found = found_on(&minimal(), today);
        found.retain(|finding| finding.severity == Severity::Error);
        found
    };
    let found = errors_on("2025-10-30");
    assert!(found.iter().any(|error| {
        let place = &error.place;
        place.file == "entries.csv"
            && place.row == Some(2)
            && place.column.as_deref() == Some("source_date")
    }));
    assert_eq!(errors_on("2025-10-31"), []);
}

#[test]
fn a_check_that_is_due_is_a_note_from_the_day_after() {
    let of_the_salon = |today| {
        found_on(&minimal(), today).iter().any(|finding| {
            let place = &finding.place;
            finding.severity == Severity::Note
                && (place.file.as_str(), place.row) == ("entries.csv", Some(4))
        })
    };
    assert!(!of_the_salon("2026-10-31"));
    assert!(of_the_salon("2026-11-01"));
}

#[test]
fn what_is_over_is_kept_out_of_sight_by_the_day_of_the_visit() {
    let validity = [("valid_from", "2026-01-01"), ("valid_to", "2026-07-31")];
    let files = with_column("entries.csv", "sample-sc-1", &validity);
    assert_eq!(findings_in(&files, Severity::Error), []);
    assert_eq!(
        new_on(&files, TODAY),
        [(Severity::Note, Some(2), Some("valid_to".into()))]
    );
    let compiled = read_files(&files).compiled.unwrap();
    let shown_on = |now: &str| {
        let line = format!(
            r#"{{"answers":{{"role":"patient","worries":["money"],"prefecture":"22"}},"now":"{now}"}}"#
        );
        let mut out = Vec::new();
        authoring::visit::run(&compiled, line.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap().contains("sample-sc-1")
    };
    assert!(!shown_on("2025-12-31"));
    assert!(shown_on("2026-01-01"));
    assert!(shown_on("2026-07-31T23:00:00+09:00"));
    assert!(!shown_on("2026-08-01"));
}

#[test]
fn an_end_before_the_beginning_or_without_its_day_is_an_error() {
    for (from, to) in [("2026-08-01", "2026-07-31"), ("", "2026-07"), ("2026", "")] {
        let validity = [("valid_from", from), ("valid_to", to)];
        let files = with_column("events.csv", "sample-ev-1", &validity);
        assert_eq!(findings_in(&files, Severity::Error).len(), 1, "{from} {to}");
    }
}

#[test]
fn a_municipality_of_another_prefecture_is_told_as_such() {
    let files = spoiled(
        "entries.csv",
        "id",
        "sample-sc-1",
        "municipality",
        "別見本市",
    );
    let warnings = findings_in(&files, Severity::Warning);
    assert!(
        only(&warnings).what.en.ends_with("but in 12."),
        "{warnings:#?}"
    );
}
