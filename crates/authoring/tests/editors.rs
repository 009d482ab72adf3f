//! What an editor meets who has made mistakes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::{Severity, groups};
use authoring::printing::{Extent, print_as_far};
use authoring::{Files, read_files};
use support::{cells, findings_in, minimal, put, row_of, spoiled};

/// Changes one cell of a table that may have been changed before.
fn spoil(files: &mut Files, file: &str, key: &str, id: &str, column: &str, value: &str) -> usize {
    let row = row_of(files, file, key, id);
    let mut table = cells(files, file);
    let place = table[0].iter().position(|header| header == column).unwrap();
    table[row - 1][place] = value.into();
    put(files, file, &table);
    row
}

fn printed(files: &Files, extent: Extent) -> String {
    let mut out = Vec::new();
    print_as_far(&read_files(files).findings, extent, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn several_mistakes_in_every_table_are_all_told_at_once() {
    let mut files = minimal();
    let mistakes = [
        ("survey.csv", "name", "age", "type", "select_one agee"),
        (
            "survey.csv",
            "name",
            "most",
            "relevant",
            "selected(${worris}, 'money')",
        ),
        ("choices.csv", "name", "patient", "own_door", "1"),
        ("choices.csv", "name", "bereaved", "exclusive", "both"),
        ("needs.csv", "id", "N01", "ja", ""),
        ("needs.csv", "id", "N02", "id", "N2"),
        ("supports.csv", "id", "money-help", "scope", "planet"),
        ("supports.csv", "id", "work-help", "sources", "sample-pgae"),
        ("voices.csv", "support", "money-help", "when", "nonsense("),
        ("sentences.csv", "id", "just-look", "support", "results"),
        (
            "sentences.csv",
            "id",
            "talk-first",
            "when",
            "selected(${wish}, 'tlak')",
        ),
        ("sources.csv", "id", "sample-page", "kind", "friend"),
        ("sources.csv", "id", "sample-blog", "url", "example.com"),
        ("contacts.csv", "id", "sample-line", "phone", "0120-000"),
        (
            "contacts.csv",
            "id",
            "sample-local",
            "url",
            "https://example",
        ),
        ("contacts.csv", "id", "sample-hidden", "hours", "9時から"),
        ("entries.csv", "id", "sample-sc-1", "phone", "054-000-00000"),
        ("entries.csv", "id", "sample-sc-2", "valid_to", "2026-11"),
        ("entries.csv", "id", "sample-hub", "source_name", ""),
        ("events.csv", "id", "sample-ev-1", "schedule", "毎月"),
        ("events.csv", "id", "sample-ev-3", "online", "maybe"),
        (
            "text-sample.csv",
            "key",
            "support.money-help.lead",
            "en",
            "Good luck!",
        ),
        (
            "text-sample.csv",
            "key",
            "support.money-help.say",
            "ja-x-easy",
            "見本です。",
        ),
    ];
    // The columns of today's tables, where the minimal pack does not have them yet.
    let mut table = cells(&files, "entries.csv");
    table[0].push("valid_to".into());
    for row in table.iter_mut().skip(1) {
        row.push(String::new());
    }
    put(&mut files, "entries.csv", &table);
    let expected: Vec<(&str, usize, &str)> = mistakes
        .into_iter()
        .map(|(file, key, id, column, value)| {
            let row = spoil(&mut files, file, key, id, column, value);
            (file, row, column)
        })
        .collect();
    let errors = findings_in(&files, Severity::Error);
    for (file, row, column) in expected {
        assert!(
            errors.iter().any(|error| {
                let place = &error.place;
                place.file == file
                    && place.row == Some(row)
                    && place.column.as_deref() == Some(column)
            }),
            "{file} row {row} [{column}] is not told"
        );
    }
    // However many they are, the first screen can be read without scrolling far.
    let first = printed(&files, Extent::FirstScreen);
    assert!(first.lines().count() < 80, "{first}");
    assert!(first.contains("--all"), "{first}");
    let all = printed(&files, Extent::All);
    for error in &errors {
        assert!(all.contains(&error.what.ja), "{}", error.what.ja);
    }
}

#[test]
fn a_role_renamed_in_one_place_is_one_mistake_however_often_it_is_used() {
    let mut files = minimal();
    let mut table = cells(&files, "entries.csv");
    let (id, roles) = (
        0,
        table[0]
            .iter()
            .position(|header| header == "roles")
            .unwrap(),
    );
    let row = table[3].clone();
    for n in 0..40 {
        let mut copy = row.clone();
        copy[id] = format!("sample-copy-{n}");
        copy[roles] = "bereavd".into();
        table.push(copy);
    }
    put(&mut files, "entries.csv", &table);
    let errors = findings_in(&files, Severity::Error);
    assert_eq!(errors.len(), 40);
    let groups = groups(&errors);
    assert_eq!(groups.len(), 1);
    assert_eq!(
        groups[0].variants[0].what_to_do.en,
        "Did you mean \"bereaved\"?"
    );
}

#[test]
fn a_forgotten_table_is_the_first_thing_said_and_not_a_wall() {
    for file in ["choices.csv", "survey.csv", "sources.csv", "needs.csv"] {
        let mut files = minimal();
        files.remove(file);
        let groups = groups(&read_files(&files).findings);
        let first = &groups[0];
        assert_eq!(
            first.variants[0].what.en,
            format!("The table {file} is missing.")
        );
        assert!(first.n_consequences > 0, "{file}");
        let n_errors = groups
            .iter()
            .filter(|group| group.severity == Severity::Error)
            .count();
        assert!(n_errors <= 7, "{file}: {groups:#?}");
    }
}

#[test]
fn the_nearest_known_name_is_proposed_wherever_a_name_is_unknown() {
    for (file, key, id, column, value, meant) in [
        (
            "survey.csv",
            "name",
            "role",
            "type",
            "select_one rle",
            "role",
        ),
        (
            "survey.csv",
            "name",
            "most",
            "choice_filter",
            "selected(${worries}, nam)",
            "name",
        ),
        (
            "supports.csv",
            "id",
            "money-help",
            "needs",
            "N01 N03",
            "N01",
        ),
        (
            "supports.csv",
            "id",
            "money-help",
            "scope",
            "nationl",
            "national",
        ),
        (
            "supports.csv",
            "id",
            "money-help",
            "entry_kinds",
            "salons",
            "salon",
        ),
        (
            "supports.csv",
            "id",
            "money-help",
            "sources",
            "sample-pages",
            "sample-page",
        ),
        (
            "supports.csv",
            "id",
            "peer-salon",
            "only_with_entries_for",
            "bereavd",
            "bereaved",
        ),
        (
            "voices.csv",
            "support",
            "money-help",
            "support",
            "mony-help",
            "money-help",
        ),
        (
            "sentences.csv",
            "id",
            "talk-first",
            "support",
            "consult-center",
            "consult-centre",
        ),
        (
            "sources.csv",
            "id",
            "sample-page",
            "kind",
            "publc",
            "public",
        ),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "supports",
            "crisis-line",
            "crisis-lines",
        ),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "group",
            "listn",
            "listen",
        ),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "ship",
            "OPERATR",
            "OPERATOR",
        ),
        (
            "contacts.csv",
            "id",
            "sample-line",
            "source_kind",
            "publik",
            "public",
        ),
        (
            "entries.csv",
            "id",
            "sample-sc-1",
            "kind",
            "suport_centre",
            "support_centre",
        ),
        (
            "entries.csv",
            "id",
            "sample-sc-1",
            "roles",
            "patiant",
            "patient",
        ),
        (
            "entries.csv",
            "id",
            "sample-sc-1",
            "channels",
            "vist",
            "visit",
        ),
        (
            "entries.csv",
            "id",
            "sample-sc-1",
            "confidence",
            "oficial-recent",
            "official-recent",
        ),
        (
            "events.csv",
            "id",
            "sample-ev-1",
            "entry",
            "sample-sa-2",
            "sample-sa-1",
        ),
        (
            "events.csv",
            "id",
            "sample-ev-3",
            "online",
            "hybrd",
            "hybrid",
        ),
        ("choices.csv", "name", "patient", "exclusive", "win", "wins"),
    ] {
        let errors = findings_in(&spoiled(file, key, id, column, value), Severity::Error);
        let proposed = format!("Did you mean \"{meant}\"?");
        assert!(
            errors
                .iter()
                .any(|error| error.what_to_do.en.starts_with(&proposed)),
            "{file} {column} {value}: {errors:#?}"
        );
    }
}

#[test]
fn a_misspelled_column_or_table_is_told_with_the_right_name() {
    let mut files = minimal();
    let mut table = cells(&files, "entries.csv");
    let place = table[0].iter().position(|header| header == "fee").unwrap();
    table[0][place] = "fees".into();
    put(&mut files, "entries.csv", &table);
    let events = files.remove("events.csv").unwrap();
    files.insert("event.csv".into(), events);
    let notes = findings_in(&files, Severity::Note);
    for meant in ["fee", "events.csv"] {
        let proposed = format!("Did you mean \"{meant}\"?");
        assert!(
            notes.iter().any(|note| note.what_to_do.en == proposed),
            "{meant}"
        );
    }
}

#[test]
fn the_shipped_content_has_no_errors_and_no_warnings() {
    let reading = authoring::read(&support::folder("content"));
    let grave: Vec<_> = reading
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note)
        .collect();
    assert!(grave.is_empty(), "{grave:#?}");
}
