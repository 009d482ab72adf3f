//! Tables that lack something, repeat themselves or contradict each other.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::Severity;
use authoring::read_files;
use support::{cells, findings_in, minimal, put, row_of, spoiled};

#[test]
fn an_id_that_is_there_twice_is_an_error_at_the_second() {
    for (file, key, id, other) in [
        ("survey.csv", "name", "wish", "role"),
        ("needs.csv", "id", "N02", "N01"),
        ("supports.csv", "id", "time-ahead", "money-help"),
        ("sentences.csv", "id", "talk-first", "just-look"),
        ("sources.csv", "id", "sample-blog", "sample-page"),
        ("contacts.csv", "id", "sample-local", "sample-line"),
        ("entries.csv", "id", "sample-sc-2", "sample-sc-1"),
        ("events.csv", "id", "sample-ev-2", "sample-ev-1"),
        ("events.csv", "id", "sample-ev-2", "sample-sc-1"),
        (
            "text-sample.csv",
            "key",
            "sentence.talk-first",
            "sentence.just-look",
        ),
    ] {
        let row = row_of(&minimal(), file, key, id);
        let errors = findings_in(&spoiled(file, key, id, key, other), Severity::Error);
        assert!(
            errors.iter().any(|error| {
                let place = &error.place;
                place.file == file && place.row == Some(row) && place.column.as_deref() == Some(key)
            }),
            "{file} {id}: {errors:#?}"
        );
    }
}

#[test]
fn everything_that_is_wrong_is_listed_not_only_the_first() {
    let mut files = spoiled("supports.csv", "id", "work-help", "when", "nonsense(");
    let other = spoiled("entries.csv", "id", "sample-sc-1", "url", "nowhere");
    files.insert("entries.csv".into(), other["entries.csv"].clone());
    let files_with_errors: Vec<String> = findings_in(&files, Severity::Error)
        .into_iter()
        .map(|finding| finding.place.file)
        .collect();
    assert_eq!(files_with_errors, ["entries.csv", "supports.csv"]);
}

#[test]
fn a_table_that_is_needed_may_not_be_missing() {
    for file in [
        "survey.csv",
        "choices.csv",
        "supports.csv",
        "contacts.csv",
        "entries.csv",
    ] {
        let mut files = minimal();
        files.remove(file);
        let errors = findings_in(&files, Severity::Error);
        assert!(
            errors.iter().any(|error| error.place.file == file),
            "{file}"
        );
    }
}

#[test]
fn a_column_that_is_needed_may_not_be_missing() {
    let mut files = minimal();
    let mut table = cells(&files, "entries.csv");
    table[0][1] = "kinds".into();
    put(&mut files, "entries.csv", &table);
    let errors = findings_in(&files, Severity::Error);
    let place = &errors[0].place;
    assert_eq!(
        (place.file.as_str(), place.row, place.column.as_deref()),
        ("entries.csv", None, Some("kind"))
    );
    let notes = findings_in(&files, Severity::Note);
    assert!(
        notes
            .iter()
            .any(|note| note.place.column.as_deref() == Some("kinds")
                && note.what_to_do.en == "Did you mean \"kind\"?")
    );
}

#[test]
fn a_text_that_the_app_needs_may_not_be_missing() {
    for key in [
        "ui.start.title",
        "support.work-help.name",
        "sentence.just-look",
        "contact.sample-line.name",
    ] {
        let mut files = minimal();
        let file = if key.starts_with("ui.") {
            "text-app.csv"
        } else {
            "text-sample.csv"
        };
        let mut table = cells(&files, file);
        table.retain(|row| row[0] != key);
        put(&mut files, file, &table);
        let errors = findings_in(&files, Severity::Error);
        assert_eq!(errors.len(), 1, "{key} {errors:#?}");
        assert_eq!(errors[0].place.value.as_deref(), Some(key));
    }
}

#[test]
fn the_questions_and_supports_that_the_app_stands_on_may_not_be_missing() {
    for (file, key, id) in [
        ("survey.csv", "name", "prefecture"),
        ("survey.csv", "name", "worries"),
        ("supports.csv", "id", "consult-centre"),
        ("supports.csv", "id", "crisis-lines"),
    ] {
        let errors = findings_in(
            &spoiled(file, key, id, key, "sample-other"),
            Severity::Error,
        );
        assert!(
            errors
                .iter()
                .any(|error| error.place.file == file && error.what.en.contains(id)),
            "{id} {errors:#?}"
        );
    }
}

#[test]
fn the_worry_that_comes_first_must_be_one_of_the_worries() {
    let files = spoiled(
        "survey.csv",
        "name",
        "most",
        "type",
        "select_one money_kind",
    );
    let errors = findings_in(&files, Severity::Error);
    let row = row_of(&minimal(), "survey.csv", "name", "most");
    assert!(errors.iter().any(|error| {
        error.place.row == Some(row) && error.place.column.as_deref() == Some("type")
    }));
}

#[test]
fn a_prefecture_goes_by_its_code() {
    let row = row_of(&minimal(), "choices.csv", "name", "12");
    let files = spoiled("choices.csv", "name", "12", "name", "48");
    let errors = findings_in(&files, Severity::Error);
    assert!(
        errors
            .iter()
            .any(|error| { error.place.file == "choices.csv" && error.place.row == Some(row) })
    );
}

#[test]
fn contradicted_hours_are_named_and_not_said() {
    let files = spoiled("contacts.csv", "id", "sample-line", "hours_conflict", "yes");
    let warnings = findings_in(&files, Severity::Warning);
    let row = row_of(
        &minimal(),
        "text-sample.csv",
        "key",
        "contact.sample-line.hours",
    );
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].place.row, Some(row));
    let compiled = read_files(&files).compiled.unwrap();
    let words = compiled.words_in(domain::text::Lang::Ja).unwrap();
    assert!(
        words
            .contacts
            .iter()
            .all(|contact| contact.hours.is_empty())
    );
}

#[test]
fn municipalities_of_entries_must_be_on_offer() {
    let file = "entries.csv";
    let row = row_of(&minimal(), file, "id", "sample-sc-2");
    let files = spoiled(file, "id", "sample-sc-2", "municipality", "無見本市");
    let warnings = findings_in(&files, Severity::Warning);
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].place.row, Some(row));
    let notes = findings_in(&files, Severity::Note);
    assert!(
        notes
            .iter()
            .any(|note| note.place.value.as_deref() == Some("遠見本市"))
    );
}

#[test]
fn a_meeting_that_would_be_shown_twice_is_a_warning() {
    let files = spoiled("events.csv", "id", "sample-ev-1", "entry", "");
    let warnings = findings_in(&files, Severity::Warning);
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].place.column.as_deref(), Some("entry"));
    assert!(warnings[0].what_to_do.en.contains("sample-sa-1"));
}

#[test]
fn a_contact_that_nobody_could_reach_is_an_error() {
    let files = spoiled("contacts.csv", "id", "sample-hidden", "url", "");
    let errors = findings_in(&files, Severity::Error);
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].place.row, Some(4));
}

#[test]
fn a_folder_that_is_not_there_is_a_finding() {
    let reading = authoring::read(&support::folder("tests/packs/nowhere"));
    assert_eq!(reading.findings.len(), 1);
    assert!(reading.compiled.is_none());
}

#[test]
fn tables_saved_in_windows_encoding_compile_to_the_same_rules() {
    let mut files = minimal();
    let whole = read_files(&files).compiled.unwrap();
    let text = String::from_utf8(files["entries.csv"].clone()).unwrap();
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&text);
    files.insert("entries.csv".into(), bytes.into_owned());
    let text = String::from_utf8(files["supports.csv"].clone()).unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    files.insert("supports.csv".into(), windows.into_bytes());
    let warnings = findings_in(&files, Severity::Warning);
    assert_eq!(warnings.len(), 1);
    let again = read_files(&files).compiled.unwrap();
    assert_eq!(again.rules, whole.rules);
    assert_eq!(again.entries, whole.entries);
}
