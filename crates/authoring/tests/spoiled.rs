//! One cell of the minimal pack spoiled at a time: the finding says file, row, column and what to do.

mod support;

use authoring::finding::{Finding, Severity};
use authoring::{Files, read_files};
use support::{cells, minimal, put, row_of, spoiled};

/// What spoils which cell: file, key column, id of the row, column, new value.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn findings_in(files: &Files, severity: Severity) -> Vec<Finding> {
    let reading = read_files(files);
    let has_errors = reading
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.compiled.is_none(), has_errors);
    reading
        .findings
        .into_iter()
        .filter(|finding| finding.severity == severity)
        .collect()
}

/// Each case gives exactly one finding of this severity, at the spoiled cell.
fn expect_at_the_cell(cases: &[Case], severity: Severity) {
    for case in cases {
        let (file, key, id, column, value) = *case;
        let row = row_of(&minimal(), file, key, id);
        let found = findings_in(&spoiled(file, key, id, column, value), severity);
        let places: Vec<_> = found
            .iter()
            .map(|finding| {
                let place = &finding.place;
                (
                    place.file.as_str(),
                    place.row,
                    place.column.as_deref(),
                    place.value.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            places,
            [(file, Some(row), Some(column), Some(value))],
            "{case:?} {found:#?}"
        );
        for said in found
            .iter()
            .flat_map(|finding| [&finding.what, &finding.what_to_do])
        {
            assert!(!said.ja.is_empty() && !said.en.is_empty(), "{case:?}");
            assert!(
                said.ja.chars().any(|character| character > '\u{3000}'),
                "{case:?} {}",
                said.ja
            );
        }
    }
}

#[test]
fn a_name_that_nothing_has_is_an_error_where_it_stands() {
    expect_at_the_cell(
        &[
            ("survey.csv", "name", "role", "type", "select_one rolle"),
            ("survey.csv", "name", "role", "type", "text"),
            ("supports.csv", "id", "money-help", "needs", "N01 N09"),
            ("supports.csv", "id", "money-help", "needs", ""),
            ("supports.csv", "id", "money-help", "scope", "planet"),
            ("supports.csv", "id", "money-help", "entry_kinds", "salons"),
            (
                "supports.csv",
                "id",
                "money-help",
                "sources",
                "sample-pages",
            ),
            ("supports.csv", "id", "money-help", "sources", ""),
            (
                "supports.csv",
                "id",
                "peer-salon",
                "only_with_entries_for",
                "bereavd",
            ),
            ("supports.csv", "id", "money-help", "emergency", "perhaps"),
            (
                "voices.csv",
                "support",
                "money-help",
                "support",
                "mony-help",
            ),
            ("voices.csv", "support", "money-help", "when", ""),
            ("sentences.csv", "id", "just-look", "support", "results"),
            ("sources.csv", "id", "sample-page", "kind", "friend"),
            ("sources.csv", "id", "sample-page", "name", ""),
            (
                "contacts.csv",
                "id",
                "sample-line",
                "supports",
                "crisis-line",
            ),
            ("contacts.csv", "id", "sample-line", "group", "danger now"),
            ("contacts.csv", "id", "sample-line", "ship", "MAYBE"),
            ("contacts.csv", "id", "sample-line", "status", "Z"),
            ("contacts.csv", "id", "sample-local", "prefectures", "12 48"),
            ("contacts.csv", "id", "sample-line", "source_kind", "blog"),
            ("entries.csv", "id", "sample-sc-1", "kind", "centre"),
            ("entries.csv", "id", "sample-sc-1", "prefecture", "静岡"),
            ("entries.csv", "id", "sample-sc-1", "roles", "patients"),
            ("entries.csv", "id", "sample-sc-1", "channels", "visit fax"),
            ("entries.csv", "id", "sample-sc-1", "confidence", "sure"),
            ("entries.csv", "id", "sample-sc-1", "tags", "ア;コ"),
            ("entries.csv", "id", "sample-sc-1", "name", ""),
            ("events.csv", "id", "sample-ev-1", "entry", "sample-sa-9"),
            ("events.csv", "id", "sample-ev-1", "prefecture", "12"),
            ("events.csv", "id", "sample-ev-3", "online", "maybe"),
            ("choices.csv", "name", "patient", "exclusive", "wins all"),
            ("choices.csv", "name", "patient", "own_door", "1"),
        ],
        Severity::Error,
    );
}

#[test]
fn a_fact_in_the_wrong_shape_is_an_error() {
    expect_at_the_cell(
        &[
            (
                "entries.csv",
                "id",
                "sample-sc-2",
                "phone",
                "０５４-000-0001",
            ),
            (
                "entries.csv",
                "id",
                "sample-sc-2",
                "phone",
                "054-000-0001 (代表)",
            ),
            ("entries.csv", "id", "sample-sc-2", "phone", "54-000-0001"),
            ("entries.csv", "id", "sample-sc-2", "fax", "054"),
            ("entries.csv", "id", "sample-sc-1", "email", "sample"),
            ("entries.csv", "id", "sample-sc-1", "postal_code", "4000000"),
            ("entries.csv", "id", "sample-sc-1", "url", "example.jp"),
            (
                "entries.csv",
                "id",
                "sample-sc-1",
                "url",
                "javascript:alert(1)",
            ),
            (
                "entries.csv",
                "id",
                "sample-sc-1",
                "url",
                "https://example.jp/ https://example.jp/2",
            ),
            (
                "sources.csv",
                "id",
                "sample-page",
                "url",
                "https://example.jp/\"x",
            ),
            ("contacts.csv", "id", "sample-line", "phone2", "0120000"),
            ("sources.csv", "id", "sample-page", "date", "2025/10/31"),
            ("entries.csv", "id", "sample-sc-2", "verified_on", "昨日"),
        ],
        Severity::Error,
    );
}

#[test]
fn a_check_by_that_does_not_follow_from_checked_on_is_an_error() {
    expect_at_the_cell(
        &[
            ("supports.csv", "id", "work-help", "check_by", "2028-10-31"),
            ("supports.csv", "id", "work-help", "check_by", ""),
            (
                "contacts.csv",
                "id",
                "sample-line",
                "check_by",
                "2025-09-01",
            ),
            ("entries.csv", "id", "sample-sc-1", "check_by", "2026-10-31"),
            ("entries.csv", "id", "sample-sa-1", "check_by", "2027-10-31"),
            ("events.csv", "id", "sample-ev-1", "check_by", "2027-10-31"),
            ("events.csv", "id", "sample-ev-3", "check_by", "2027-10-31"),
        ],
        Severity::Error,
    );
}

#[test]
fn an_expression_that_means_nothing_is_an_error() {
    expect_at_the_cell(
        &[
            ("supports.csv", "id", "work-help", "when", ""),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "selected(${worries}, 'work'",
            ),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "selected(${worris}, 'work')",
            ),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "selected(${worries}, 'werk')",
            ),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "selected(., 'work')",
            ),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "selected(${worries}, name)",
            ),
            ("supports.csv", "id", "work-help", "when", "${worries}"),
            ("supports.csv", "id", "work-help", "when", "${worries} > 2"),
            ("supports.csv", "id", "work-help", "when", "${role} < 'b'"),
            (
                "supports.csv",
                "id",
                "work-help",
                "when",
                "count-selected('a b') > 1",
            ),
            ("supports.csv", "id", "work-help", "urgent_when", "now()"),
            (
                "survey.csv",
                "name",
                "worries",
                "relevant",
                "selected(${most}, 'money')",
            ),
            (
                "survey.csv",
                "name",
                "worries",
                "relevant",
                "selected(${worries}, 'money')",
            ),
            (
                "survey.csv",
                "name",
                "worries",
                "constraint",
                "selected(${most}, 'money')",
            ),
            (
                "survey.csv",
                "name",
                "most",
                "choice_filter",
                "selected(${worries}, nam)",
            ),
            (
                "sentences.csv",
                "id",
                "just-look",
                "when",
                "selected(${wish}, 'look')",
            ),
        ],
        Severity::Error,
    );
}

#[test]
fn words_that_must_not_be_shown_are_errors() {
    expect_at_the_cell(
        &[
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "ja",
                "",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "ja",
                "頑張ってください。",
            ),
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
                "support.money-help.lead",
                "ja-x-easy",
                "見本です。",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "ja-x-easy",
                "{見本|ミ本}です。",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "ja-x-easy",
                "{見本|みほん です。",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "en",
                "a | b",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "ja",
                "<b>見本</b>",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.lead",
                "en",
                "All {n} of it",
            ),
            ("survey.csv", "name", "role", "label::日本語 (ja)", ""),
            (
                "survey.csv",
                "name",
                "worries",
                "constraint_message::日本語 (ja)",
                "",
            ),
            (
                "choices.csv",
                "name",
                "employee",
                "label::やさしい日本語 (ja-x-easy)",
                "会社員",
            ),
            ("needs.csv", "id", "N01", "ja", ""),
            (
                "entries.csv",
                "id",
                "sample-sc-1",
                "who_can_use",
                "<script>",
            ),
        ],
        Severity::Error,
    );
}

#[test]
fn words_of_the_crisis_help_must_be_there_in_every_language() {
    expect_at_the_cell(
        &[
            (
                "text-sample.csv",
                "key",
                "contact.sample-line.name",
                "en",
                "",
            ),
            (
                "text-sample.csv",
                "key",
                "contact.sample-line.hours",
                "ja-x-easy",
                "",
            ),
            (
                "text-sample.csv",
                "key",
                "support.crisis-lines.name",
                "en",
                "",
            ),
            ("text-app.csv", "key", "ui.frame.crisis", "en", ""),
            ("text-app.csv", "key", "ui.crisis.title", "ja-x-easy", ""),
            (
                "text-app.csv",
                "key",
                "ui.question.body-emergency",
                "en",
                "",
            ),
        ],
        Severity::Error,
    );
}

#[test]
fn other_gaps_are_counted_not_refused() {
    let files = spoiled("text-app.csv", "key", "ui.start.title", "en", "");
    assert_eq!(findings_in(&files, Severity::Error), []);
    let notes = findings_in(&files, Severity::Note);
    let note = notes
        .iter()
        .find(|note| note.place.file == "text-app.csv")
        .unwrap();
    assert_eq!(note.place.column.as_deref(), Some("en"));
    assert!(note.what.en.starts_with("1 text"), "{}", note.what.en);
}

#[test]
fn placeholders_must_be_those_of_the_japanese_text() {
    let mut files = minimal();
    let mut table = cells(&files, "text-app.csv");
    let row = row_of(&files, "text-app.csv", "key", "ui.question.progress");
    table[row - 1][1] = "{n} / {total}".into();
    table[row - 1][2] = "{n} / {total}".into();
    table[row - 1][3] = "{n} of {all}".into();
    put(&mut files, "text-app.csv", &table);
    let errors = findings_in(&files, Severity::Error);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].place.column.as_deref(), Some("en"));
    assert_eq!(errors[0].place.row, Some(row));
}

#[test]
fn what_is_probably_not_meant_is_a_warning() {
    expect_at_the_cell(
        &[
            (
                "text-sample.csv",
                "key",
                "support.money-help.say",
                "key",
                "support.money-help.says",
            ),
            (
                "text-sample.csv",
                "key",
                "support.money-help.say",
                "key",
                "support.money-help.say@friend",
            ),
            (
                "text-sample.csv",
                "key",
                "age.label@family",
                "key",
                "age.label",
            ),
            (
                "entries.csv",
                "id",
                "sample-sc-2",
                "hours_text",
                "平日 9時から",
            ),
            (
                "entries.csv",
                "id",
                "sample-sa-1",
                "hours",
                "We[3] 13:00-15:00",
            ),
            (
                "entries.csv",
                "id",
                "sample-sc-2",
                "phone2_note",
                "代表番号",
            ),
        ],
        Severity::Warning,
    );
}

#[test]
fn the_nearest_known_name_is_proposed() {
    let said = |file, key, id, column, value| {
        let found = findings_in(&spoiled(file, key, id, column, value), Severity::Error);
        found[0].what_to_do.en.clone()
    };
    let when = |value| said("supports.csv", "id", "work-help", "when", value);
    assert_eq!(
        when("selected(${worris}, 'work')"),
        "Did you mean \"worries\"?"
    );
    assert_eq!(
        when("selected(${worries}, 'wrok')"),
        "Did you mean \"work\"?"
    );
    assert_eq!(
        when("count_selected(${worries}) > 0"),
        "Did you mean \"count-selected\"?"
    );
    assert_eq!(
        said("supports.csv", "id", "money-help", "sources", "sample-pgae"),
        "Did you mean \"sample-page\"?"
    );
}

#[test]
fn an_error_in_an_expression_says_at_which_character() {
    let files = spoiled(
        "supports.csv",
        "id",
        "work-help",
        "when",
        "selected(${worries}, 'wrok')",
    );
    let errors = findings_in(&files, Severity::Error);
    assert!(
        errors[0].what.en.contains("at character 22"),
        "{}",
        errors[0].what.en
    );
    assert!(
        errors[0].what.ja.contains("22 文字目"),
        "{}",
        errors[0].what.ja
    );
}

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
