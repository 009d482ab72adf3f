//! What must not be said: each rule of the shipped guard finds it, in every table and language, and lets good words through.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::Files;
use authoring::finding::{Finding, Severity};
use proptest::prelude::*;
use support::{cells, findings_in, folder, minimal, put, row_of, spoiled};

const LEAD: &str = "support.money-help.lead";

/// The minimal pack with this text as the lead of a support, and the guard that ships.
fn saying(lang: &str, text: &str) -> Files {
    let mut files = spoiled("text-sample.csv", "key", LEAD, lang, text);
    files.insert("guard.csv".into(), shipped_guard());
    files
}

fn shipped_guard() -> Vec<u8> {
    std::fs::read(folder("content/guard.csv")).unwrap()
}

/// The minimal pack with a column of a guard's row changed.
fn with_guard(id: &str, column: &str, value: &str) -> Files {
    spoiled("guard.csv", "id", id, column, value)
}

fn at(found: &[Finding]) -> Vec<(String, Option<usize>, Option<String>)> {
    found
        .iter()
        .map(|finding| {
            let place = finding.place.clone();
            (place.file, place.row, place.column)
        })
        .collect()
}

#[test]
fn what_hurts_or_misleads_is_found_in_every_language() {
    for (lang, text) in [
        ("ja", "がんの可能性が高いです。"),
        ("ja", "あなたはおそらくがんです。"),
        ("ja", "重症度が分かります。"),
        ("ja", "必ず治ります。"),
        ("ja", "完治をめざします。"),
        ("ja", "この結果なら受診不要です。"),
        ("ja", "様子を見て大丈夫です。"),
        ("ja", "県内でいちばんいい病院です。"),
        ("ja", "生存率の高い病院です。"),
        ("ja", "頑張ってください。"),
        ("ja", "自業自得です。"),
        ("ja", "なぜもっと早く来なかったのですか。"),
        ("ja", "500円かかります。"),
        ("ja", "３，０００ 円かかります。"),
        ("ja", "三千円かかります。"),
        ("ja", "8万円までです。"),
        ("ja", "相談できます！"),
        ("ja", "必ずお金をもらえます。"),
        ("ja-x-easy", "{頑|がん}{張|ば}ってください。"),
        ("ja-x-easy", "{治|なお}ります。"),
        ("ja-x-easy", "ｶﾞﾝﾊﾞｯﾃください。"),
        ("en", "You may have cancer."),
        ("en", "It is likely to be cancer."),
        ("en", "You will be cured."),
        ("en", "There is no need to see a doctor."),
        ("en", "Let us wait and see."),
        ("en", "The BEST hospital near you."),
        ("en", "The No.1 hospital."),
        ("en", "Stay strong."),
        ("en", "It is your fault."),
        ("en", "It costs 500 yen."),
        ("en", "It costs ¥500."),
        ("en", "Call us!"),
        ("en", "You will receive money."),
    ] {
        let errors = findings_in(&saying(lang, text), Severity::Error);
        let row = row_of(&minimal(), "text-sample.csv", "key", LEAD);
        assert!(
            at(&errors).contains(&("text-sample.csv".into(), Some(row), Some(lang.into()))),
            "{text} {errors:#?}"
        );
    }
}

#[test]
fn good_words_pass() {
    for (lang, text) in [
        (
            "ja",
            "だれのせいでもありません。あなたのせいではありません。",
        ),
        ("ja", "診断されたときから相談できます。"),
        ("ja", "治療のことを聞けます。"),
        ("ja", "お金の心配はいりません。"),
        ("ja", "県内一円で使えます。"),
        ("en", "It is not your fault."),
        ("en", "Help for illness caused by asbestos."),
        ("en", "You may be able to get it."),
    ] {
        assert_eq!(
            findings_in(&saying(lang, text), Severity::Error),
            [],
            "{text}"
        );
    }
}

#[test]
fn an_amount_of_money_stands_only_in_the_fee_of_its_own_row() {
    let of = |column| {
        spoiled(
            "entries.csv",
            "id",
            "sample-sc-1",
            column,
            "1回 500円（見本）",
        )
    };
    assert_eq!(findings_in(&of("fee"), Severity::Error), []);
    for column in ["who_can_use", "referral", "place"] {
        let errors = findings_in(&of(column), Severity::Error);
        let row = row_of(&minimal(), "entries.csv", "id", "sample-sc-1");
        assert_eq!(
            at(&errors),
            [("entries.csv".into(), Some(row), Some(column.into()))]
        );
    }
    let meeting = spoiled(
        "events.csv",
        "id",
        "sample-ev-1",
        "schedule_text",
        "見本（500円）",
    );
    assert_eq!(findings_in(&meeting, Severity::Error).len(), 1);
}

#[test]
fn the_survey_and_the_needs_are_watched_like_any_other_text() {
    for (file, key, id, column) in [
        ("survey.csv", "name", "role", "label::日本語 (ja)"),
        ("choices.csv", "name", "money", "label::日本語 (ja)"),
        ("needs.csv", "id", "N01", "ja"),
    ] {
        let files = spoiled(file, key, id, column, "頑張る");
        let row = row_of(&minimal(), file, key, id);
        assert_eq!(
            at(&findings_in(&files, Severity::Error)),
            [(file.into(), Some(row), Some(column.into()))]
        );
    }
}

#[test]
fn a_name_that_an_organization_chose_is_left_as_it_is() {
    let files = spoiled(
        "entries.csv",
        "id",
        "sample-sc-1",
        "name",
        "見本の会 がんばろう！",
    );
    assert_eq!(findings_in(&files, Severity::Error), []);
}

#[test]
fn an_editor_can_add_a_rule_of_their_own() {
    let mut files = spoiled("text-sample.csv", "key", LEAD, "ja", "見本県へようこそ。");
    let mut table = cells(&files, "guard.csv");
    let row = table[0]
        .iter()
        .map(|header| match header.as_str() {
            "id" => "welcome".to_owned(),
            "words" => "ようこそ; いらっしゃ*".to_owned(),
            "severity" => "warning".to_owned(),
            "why_ja" | "why_en" | "instead_ja" | "instead_en" => "見本 / sample".to_owned(),
            _ => String::new(),
        })
        .collect();
    table.push(row);
    put(&mut files, "guard.csv", &table);
    let warnings = findings_in(&files, Severity::Warning);
    let place = row_of(&files, "text-sample.csv", "key", LEAD);
    assert_eq!(
        at(&warnings),
        [("text-sample.csv".into(), Some(place), Some("ja".into()))]
    );
    assert!(warnings[0].what.ja.contains("「ようこそ」"));
}

#[test]
fn a_rule_looks_only_where_it_says() {
    let mut files = spoiled(
        "text-sample.csv",
        "key",
        LEAD,
        "ja",
        "見本だけの言い方です。",
    );
    let table = cells(&files, "guard.csv");
    let column = |name: &str| table[0].iter().position(|header| header == name).unwrap();
    let (id, words, place, languages) = (
        column("id"),
        column("words"),
        column("where"),
        column("languages"),
    );
    let mut row = table[1].clone();
    row[id] = "sample-rule".into();
    row[words] = "見本だけの言い方".into();
    for (wanted, lang, n_found) in [
        ("support.*", "", 1),
        (LEAD, "ja en", 1),
        ("text", "all", 1),
        ("words", "", 1),
        ("support.*", "en", 0),
        ("ui.*", "", 0),
        ("facts", "", 0),
        ("entries entries.fee", "", 0),
    ] {
        row[place] = wanted.into();
        row[languages] = lang.into();
        let mut table = table.clone();
        table.push(row.clone());
        put(&mut files, "guard.csv", &table);
        assert_eq!(
            findings_in(&files, Severity::Error).len(),
            n_found,
            "{wanted} {lang}"
        );
    }
}

#[test]
fn a_row_of_the_guard_that_cannot_work_is_an_error_at_its_cell() {
    for (column, value) in [
        ("words", ""),
        ("words", "*"),
        ("severity", "bad"),
        ("languages", "jp"),
        ("where", "suports"),
        ("except_in", "entries.fees"),
        ("why_ja", ""),
        ("instead_en", ""),
    ] {
        let errors = findings_in(&with_guard("hopeless", column, value), Severity::Error);
        let row = row_of(&minimal(), "guard.csv", "id", "hopeless");
        assert_eq!(
            at(&errors),
            [("guard.csv".into(), Some(row), Some(column.into()))],
            "{column} {value} {errors:#?}"
        );
    }
}

#[test]
fn the_rules_that_keep_people_safe_cannot_be_taken_out() {
    for (column, value) in [("id", "sample-other"), ("severity", "note")] {
        let errors = findings_in(&with_guard("cheering", column, value), Severity::Error);
        assert_eq!(errors.len(), 1, "{errors:#?}");
        assert_eq!(errors[0].place.value.as_deref(), Some("cheering"));
    }
}

#[test]
fn the_guard_of_the_minimal_pack_is_the_one_that_ships() {
    assert_eq!(
        String::from_utf8(minimal()["guard.csv"].clone()),
        String::from_utf8(shipped_guard())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_words_in_the_guard_give_findings_and_never_a_panic(words in ".{0,60}", text in ".{0,60}") {
        let mut files = with_guard("hopeless", "words", &words);
        let spoiled = spoiled("text-sample.csv", "key", LEAD, "ja", &text);
        files.insert("text-sample.csv".into(), spoiled["text-sample.csv"].clone());
        findings_in(&files, Severity::Error);
    }
}

#[test]
fn a_rule_that_does_not_say_why_still_says_something_of_what_it_finds() {
    let columns = ["why_ja", "why_en", "instead_ja", "instead_en"];
    let mut files = spoiled("text-sample.csv", "key", LEAD, "ja", "完治をめざします。");
    let mut table = cells(&files, "guard.csv");
    for column in columns {
        let row = table.iter().position(|row| row[0] == "cure").unwrap();
        let column = table[0].iter().position(|header| header == column).unwrap();
        table[row][column] = String::new();
    }
    put(&mut files, "guard.csv", &table);
    let found = findings_in(&files, Severity::Error);
    assert_eq!(found.len(), columns.len() + 1, "{found:?}");
    for finding in found {
        assert!(finding.what.ja.ends_with('。') && finding.what.en.ends_with('.'));
        assert!(!finding.what_to_do.ja.is_empty() && !finding.what_to_do.en.is_empty());
    }
}
