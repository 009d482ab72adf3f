//! One cell of the minimal pack spoiled at a time: the finding says file, row, column and what to do.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::Severity;
use support::{cells, findings_in, minimal, put, row_of, spoiled};

/// The column by whose values a table's rows are known.
fn key_of(file: &str) -> &'static str {
    match file {
        "survey.csv" | "choices.csv" => "name",
        "voices.csv" => "support",
        "text-sample.csv" | "text-app.csv" => "key",
        _ => "id",
    }
}

/// Each case (file, row, column, new value) gives exactly one finding of this severity, at the spoiled cell.
fn expect_at_the_cell(cases: &[&str], severity: Severity) {
    for case in cases {
        let parts: Vec<&str> = case.splitn(4, " : ").collect();
        let [file, id, column, value] = parts[..] else {
            panic!("{case}");
        };
        let key = key_of(file);
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
            "survey.csv : role : type : select_one rolle",
            "survey.csv : role : type : text",
            "supports.csv : money-help : needs : N01 N09",
            "supports.csv : money-help : needs : ",
            "supports.csv : money-help : scope : planet",
            "supports.csv : money-help : entry_kinds : salons",
            "supports.csv : money-help : sources : sample-pages",
            "supports.csv : money-help : sources : ",
            "supports.csv : peer-salon : only_with_entries_for : bereavd",
            "supports.csv : money-help : emergency : perhaps",
            "voices.csv : money-help : support : mony-help",
            "voices.csv : money-help : when : ",
            "sentences.csv : just-look : support : results",
            "sources.csv : sample-page : kind : friend",
            "sources.csv : sample-page : name : ",
            "contacts.csv : sample-line : supports : crisis-line",
            "contacts.csv : sample-line : group : danger now",
            "contacts.csv : sample-line : ship : MAYBE",
            "contacts.csv : sample-line : status : Z",
            "contacts.csv : sample-local : prefectures : 12 48",
            "contacts.csv : sample-line : source_kind : blog",
            "entries.csv : sample-sc-1 : kind : centre",
            "entries.csv : sample-sc-1 : prefecture : 静岡",
            "entries.csv : sample-sc-1 : roles : patients",
            "entries.csv : sample-sc-1 : channels : visit fax",
            "entries.csv : sample-sc-1 : confidence : sure",
            "entries.csv : sample-sc-1 : tags : ア;コ",
            "entries.csv : sample-sc-1 : name : ",
            "events.csv : sample-ev-1 : entry : sample-sa-9",
            "events.csv : sample-ev-1 : prefecture : 12",
            "events.csv : sample-ev-3 : online : maybe",
            "choices.csv : patient : exclusive : wins all",
            "choices.csv : patient : own_door : 1",
        ],
        Severity::Error,
    );
}

#[test]
fn a_fact_in_the_wrong_shape_is_an_error() {
    expect_at_the_cell(
        &[
            "entries.csv : sample-sc-2 : phone : 054-000-0001 (代表)",
            "entries.csv : sample-sc-2 : phone : 54-000-0001",
            "entries.csv : sample-sc-2 : fax : 054",
            "entries.csv : sample-sc-1 : email : sample",
            "entries.csv : sample-sc-1 : url : example.jp",
            "entries.csv : sample-sc-1 : url : javascript:alert(1)",
            "entries.csv : sample-sc-1 : url : https://example.jp/ https://example.jp/2",
            "sources.csv : sample-page : url : https://example.jp/\"x",
            "contacts.csv : sample-line : phone2 : 0120000",
            "entries.csv : sample-sc-2 : verified_on : 昨日",
        ],
        Severity::Error,
    );
}

#[test]
fn a_check_by_that_does_not_follow_from_checked_on_is_an_error() {
    expect_at_the_cell(
        &[
            "supports.csv : work-help : check_by : 2028-10-31",
            "supports.csv : work-help : check_by : ",
            "contacts.csv : sample-line : check_by : 2025-09-01",
            "entries.csv : sample-sc-1 : check_by : 2026-10-31",
            "entries.csv : sample-sa-1 : check_by : 2027-10-31",
            "events.csv : sample-ev-1 : check_by : 2027-10-31",
            "events.csv : sample-ev-3 : check_by : 2027-10-31",
        ],
        Severity::Error,
    );
}

#[test]
fn an_expression_that_means_nothing_is_an_error() {
    expect_at_the_cell(
        &[
            "supports.csv : work-help : when : ",
            "supports.csv : work-help : when : selected(${worries}, 'work'",
            "supports.csv : work-help : when : selected(${worris}, 'work')",
            "supports.csv : work-help : when : selected(${worries}, 'werk')",
            "supports.csv : work-help : when : selected(., 'work')",
            "supports.csv : work-help : when : selected(${worries}, name)",
            "supports.csv : work-help : when : ${worries}",
            "supports.csv : work-help : when : ${worries} > 2",
            "supports.csv : work-help : when : ${role} < 'b'",
            "supports.csv : work-help : when : count-selected('a b') > 1",
            "supports.csv : work-help : urgent_when : now()",
            "survey.csv : worries : relevant : selected(${most}, 'money')",
            "survey.csv : worries : relevant : selected(${worries}, 'money')",
            "survey.csv : worries : constraint : selected(${most}, 'money')",
            "survey.csv : most : choice_filter : selected(${worries}, nam)",
            "sentences.csv : just-look : when : selected(${wish}, 'look')",
        ],
        Severity::Error,
    );
}

#[test]
fn words_that_must_not_be_shown_are_errors() {
    expect_at_the_cell(
        &[
            "text-sample.csv : support.money-help.lead : ja : ",
            "text-sample.csv : support.money-help.lead : ja : 頑張ってください。",
            "text-sample.csv : support.money-help.lead : en : Good luck!",
            "text-sample.csv : support.money-help.lead : ja-x-easy : 見本です。",
            "text-sample.csv : support.money-help.lead : ja-x-easy : {見本|ミ本}です。",
            "text-sample.csv : support.money-help.lead : ja-x-easy : {見本|みほん です。",
            "text-sample.csv : support.money-help.lead : en : a | b",
            "text-sample.csv : support.money-help.lead : ja : <b>見本</b>",
            "text-sample.csv : support.money-help.lead : en : All {n} of it",
            "survey.csv : role : label::日本語 (ja) : ",
            "survey.csv : worries : constraint_message::日本語 (ja) : ",
            "choices.csv : employee : label::やさしい日本語 (ja-x-easy) : 会社員",
            "needs.csv : N01 : ja : ",
            "entries.csv : sample-sc-1 : who_can_use : <script>",
        ],
        Severity::Error,
    );
}

#[test]
fn words_of_the_crisis_help_must_be_there_in_every_language() {
    expect_at_the_cell(
        &[
            "text-sample.csv : contact.sample-line.name : en : ",
            "text-sample.csv : contact.sample-line.hours : ja-x-easy : ",
            "text-sample.csv : support.crisis-lines.name : en : ",
            "text-app.csv : ui.frame.crisis : en : ",
            "text-app.csv : ui.crisis.title : ja-x-easy : ",
            "text-app.csv : ui.question.body-emergency : en : ",
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
            "text-sample.csv : support.money-help.say : key : support.money-help.says",
            "text-sample.csv : support.money-help.say : key : support.money-help.say@friend",
            "text-sample.csv : age.label@family : key : age.label",
            "entries.csv : sample-sc-2 : hours_text : 平日 9時から",
            "entries.csv : sample-sa-1 : hours : We[3] 13:00-15:00",
            "events.csv : sample-ev-3 : verified_by : 見本",
            "entries.csv : sample-sc-2 : phone2_note : 代表番号",
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
