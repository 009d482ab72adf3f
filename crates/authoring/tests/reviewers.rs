//! Who drafted and who reviewed the words, and what a language without a reviewer shows on the screens of crisis and consent.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::{Finding, Severity};
use authoring::{Files, read_files};
use domain::directory::Group;
use domain::text::{Key, Lang, Text, Told, in_both, plain};
use support::{cells, findings_in, minimal, put, row_of, shipped};

/// The minimal pack with these columns of a language's row changed.
fn with_language(lang: &str, columns: &[(&str, &str)]) -> Files {
    let mut files = minimal();
    for (column, value) in columns {
        let spoiled = spoil(&files, "languages.csv", "lang", lang, column, value);
        files.insert("languages.csv".into(), spoiled);
    }
    files
}

/// One table of these files with one cell changed; a column that is not there yet is added.
fn spoil(files: &Files, file: &str, key: &str, id: &str, column: &str, value: &str) -> Vec<u8> {
    let mut files = files.clone();
    let mut table = cells(&files, file);
    let row = row_of(&files, file, key, id) - 1;
    let place = table[0].iter().position(|header| header == column);
    let place = place.unwrap_or_else(|| {
        for line in &mut table {
            line.push(String::new());
        }
        table[0].last_mut().unwrap().push_str(column);
        table[0].len() - 1
    });
    table[row][place] = value.into();
    put(&mut files, file, &table);
    files[file].clone()
}

fn sample_text(files: &Files, key: &str, column: &str, value: &str) -> Files {
    let file = if key.starts_with("ui.") {
        "text-app.csv"
    } else {
        "text-sample.csv"
    };
    let mut changed = files.clone();
    changed.insert(file.into(), spoil(files, file, "key", key, column, value));
    changed
}

fn errors_at(files: &Files) -> Vec<(String, Option<usize>, Option<String>)> {
    let of = |finding: Finding| {
        let place = finding.place;
        (place.file, place.row, place.column)
    };
    findings_in(files, Severity::Error)
        .into_iter()
        .map(of)
        .collect()
}

fn app(files: &Files, lang: Lang, key: Key) -> Text {
    let compiled = read_files(files).compiled.unwrap();
    compiled.words_in(lang).unwrap().app(key).clone()
}

#[test]
fn every_text_says_who_drafted_it() {
    let errors = errors_at(&with_language("en", &[("drafted_by", "")]));
    assert!(!errors.is_empty());
    for (_, row, column) in errors {
        assert_eq!(row, None);
        assert!(column.unwrap().contains("en"));
    }
}

#[test]
fn a_single_text_may_be_drafted_by_somebody_else() {
    let mut files = minimal();
    let mut table = cells(&files, "languages.csv");
    table.retain(|row| row[0] != "en");
    put(&mut files, "languages.csv", &table);
    let n_before = findings_in(&files, Severity::Error);
    let count = |errors: &[Finding]| -> usize {
        let of = |error: &Finding| error.place.file == "needs.csv";
        errors.iter().filter(|error| of(error)).count()
    };
    assert_eq!(count(&n_before), 1);
    let needs = cells(&files, "needs.csv");
    for row in &needs[1..] {
        let signed = spoil(
            &files,
            "needs.csv",
            "id",
            &row[0],
            "drafted_by",
            "ja：見本；en：見本 花子",
        );
        files.insert("needs.csv".into(), signed);
    }
    assert_eq!(count(&findings_in(&files, Severity::Error)), 0);
}

#[test]
fn a_language_that_the_app_has_not_is_named_where_it_stands() {
    let files = with_language("en", &[("lang", "eng")]);
    let row = row_of(&files, "languages.csv", "lang", "eng");
    let errors = findings_in(&files, Severity::Error);
    assert!(errors.iter().any(|error| {
        error.place.row == Some(row) && error.what_to_do.en == "Did you mean \"en\"?"
    }));
}

#[test]
fn nobody_reviews_what_they_drafted_and_no_machine_reviews() {
    let row = Some(row_of(&minimal(), "languages.csv", "lang", "en"));
    let at = |column: &str| ("languages.csv".to_owned(), row, Some(column.to_owned()));
    for name in ["見本 花子", "機械", "Machine translation", "ＭＡＣＨＩＮＥ"] {
        let files = with_language(
            "en",
            &[
                ("drafted_by", "見本 花子"),
                ("reviewed_by", name),
                ("reviewed_on", "2026-11-01"),
            ],
        );
        assert_eq!(errors_at(&files), [at("reviewed_by")], "{name}");
    }
    for columns in [
        [("reviewed_by", "見本 太郎"), ("reviewed_on", "")],
        [("reviewed_by", ""), ("reviewed_on", "2026-11-01")],
        [("reviewed_by", "見本 太郎"), ("reviewed_on", "昨日")],
    ] {
        assert_eq!(
            errors_at(&with_language("en", &columns)),
            [at("reviewed_on")]
        );
    }
}

#[test]
fn a_signature_that_says_not_which_language_is_an_error_where_it_stands() {
    let key = "support.money-help.lead";
    let row = Some(row_of(&minimal(), "text-sample.csv", "key", key));
    for value in ["見本 花子", "en:", "eng:見本 花子", "en:機械"] {
        let files = sample_text(&minimal(), key, "reviewed_by", value);
        assert_eq!(
            errors_at(&files),
            [("text-sample.csv".into(), row, Some("reviewed_by".into()))],
            "{value}"
        );
    }
}

#[test]
fn without_a_reviewer_a_fixed_sentence_stands_with_the_japanese_and_the_screen_says_draft() {
    let files = minimal();
    for key in [
        Key::CrisisTitle,
        Key::CrisisStrip,
        Key::PrivacyAnswers,
        Key::CrisisDraft,
    ] {
        assert_eq!(
            app(&files, Lang::En, key),
            Text {
                text: "sample\n見本".into(),
                told: Told::Draft
            }
        );
        assert_eq!(app(&files, Lang::Ja, key).told, Told::Own);
    }
    // Elsewhere a draft stands alone.
    assert_eq!(app(&files, Lang::En, Key::StartTitle).told, Told::Own);
    assert!(app(&files, Lang::Ja, Key::CrisisDraft).is_empty());
}

#[test]
fn the_same_words_with_furigana_need_no_japanese_beside_them() {
    let files = minimal();
    assert_eq!(app(&files, Lang::JaEasy, Key::CrisisTitle).told, Told::Own);
    assert!(app(&files, Lang::JaEasy, Key::CrisisDraft).is_empty());
    let files = sample_text(&files, "ui.crisis-title", "ja-x-easy", "みほん");
    assert_eq!(
        app(&files, Lang::JaEasy, Key::CrisisTitle),
        Text {
            text: "みほん\n見本".into(),
            told: Told::Draft
        }
    );
    assert!(!app(&files, Lang::JaEasy, Key::CrisisDraft).is_empty());
}

#[test]
fn with_a_reviewer_the_sentences_stand_alone() {
    let language = with_language(
        "en",
        &[("reviewed_by", "見本 太郎"), ("reviewed_on", "2026-11-01")],
    );
    assert_eq!(app(&language, Lang::En, Key::CrisisTitle).told, Told::Own);
    assert!(app(&language, Lang::En, Key::CrisisDraft).is_empty());
    let row = sample_text(&minimal(), "ui.crisis-title", "reviewed_by", "en:見本 太郎");
    assert_eq!(app(&row, Lang::En, Key::CrisisTitle).told, Told::Own);
    assert_ne!(app(&row, Lang::En, Key::CrisisLead).told, Told::Own);
}

#[test]
fn any_other_crisis_text_that_nobody_reviewed_is_an_error() {
    for key in ["ui.crisis.other-center", "support.crisis-lines.lead"] {
        let files = sample_text(&minimal(), key, "en", "A sample.");
        let errors = findings_in(&files, Severity::Error);
        assert_eq!(errors.len(), 1, "{errors:#?}");
        assert_eq!(errors[0].place.column.as_deref(), Some("en"));
        let reviewed = sample_text(&files, key, "reviewed_by", "en:見本 太郎");
        assert_eq!(findings_in(&reviewed, Severity::Error), []);
    }
    assert_eq!(
        app(&minimal(), Lang::En, Key::CrisisOtherCenter),
        Text {
            text: "見本".into(),
            told: Told::Gap
        }
    );
}

#[test]
fn the_notes_of_crisis_contacts_are_fixed_sentences_and_their_names_stay_facts() {
    let compiled = read_files(&minimal()).compiled.unwrap();
    let words = compiled.words_in(Lang::En).unwrap();
    let contacts = compiled.pack.contacts.iter().zip(&words.contacts);
    for (contact, words) in contacts.filter(|(contact, _)| contact.group != Group::None) {
        assert_eq!(words.name.told, Told::Own);
        assert!(
            words.note.told == Told::Draft || words.note.is_empty(),
            "{}",
            contact.id
        );
    }
    assert!(words.contacts.iter().any(|words| !words.note.is_empty()));
}

#[test]
fn a_fixed_sentence_is_short_and_has_no_placeholder() {
    let long = "見本です。".repeat(21);
    let files = sample_text(&minimal(), "ui.crisis-lead", "ja", &long);
    assert_eq!(findings_in(&files, Severity::Warning).len(), 1);
    let files = sample_text(&minimal(), "ui.crisis-lead", "ja", "{n}");
    assert!(!findings_in(&files, Severity::Error).is_empty());
}

#[test]
fn furigana_stands_in_easy_japanese_alone() {
    for key in ["support.money-help.lead", "ui.start.title"] {
        let files = sample_text(&minimal(), key, "ja", "{例|れい}です。");
        let errors = findings_in(&files, Severity::Error);
        assert_eq!(errors.len(), 1, "{errors:#?}");
        assert_eq!(errors[0].place.column.as_deref(), Some("ja"));
    }
}

#[test]
fn a_translation_that_equals_the_japanese_is_an_error_unless_it_is_a_name() {
    let key = "support.money-help.lead";
    let both = |ja, lang, text| {
        let files = sample_text(&minimal(), key, "ja", ja);
        findings_in(&sample_text(&files, key, lang, text), Severity::Error).len()
    };
    assert_eq!(both("みほんです。", "en", "みほんです。"), 1);
    assert_eq!(both("みほんです。", "ja-x-easy", "みほんです。"), 0);
    assert_eq!(both("A-1", "en", "A-1"), 0);
    let name = "contact.sample-line.name";
    let files = sample_text(&minimal(), name, "ja", "みほんライン");
    let files = sample_text(&files, name, "en", "みほんライン");
    assert_eq!(findings_in(&files, Severity::Error), []);
}

#[test]
fn a_long_sentence_of_easy_japanese_is_pointed_out() {
    let key = "support.money-help.lead";
    let easy = |n| "あ".repeat(n) + "。いいです。";
    for (n_characters, n_found) in [(40, 0), (41, 1)] {
        let files = sample_text(&minimal(), key, "ja-x-easy", &easy(n_characters));
        assert_eq!(findings_in(&files, Severity::Warning).len(), n_found);
    }
}

#[test]
fn a_sentence_in_more_than_three_supports_is_pointed_out_once_a_language() {
    let supports = ["money-help", "work-help", "time-ahead", "peer-salon"];
    let mut files = minimal();
    for (n_supports, support) in supports.into_iter().enumerate() {
        let key = format!("support.{support}.lead");
        let text = format!("A sentence for all. Sample {n_supports}.");
        files = sample_text(&files, &key, "en", &text);
        let warnings = findings_in(&files, Severity::Warning);
        assert_eq!(
            warnings.len(),
            usize::from(n_supports == 3),
            "{warnings:#?}"
        );
    }
    let fixed = sample_text(&files, "fixed.sample", "en", "A sentence for all.");
    let about = |files: &Files| {
        let warnings = findings_in(files, Severity::Warning);
        let about = |finding: &Finding| finding.what.en.contains("A sentence for all");
        warnings.iter().filter(|finding| about(finding)).count()
    };
    assert_eq!((about(&files), about(&fixed)), (1, 0));
}

#[test]
fn the_shipped_screens_of_crisis_and_consent_show_drafts_only_with_the_japanese() {
    let compiled = shipped();
    for lang in [Lang::JaEasy, Lang::En] {
        let words = compiled.words_in(lang).unwrap();
        let ja = compiled.words_in(Lang::Ja).unwrap();
        for key in Key::EARLY
            .iter()
            .filter(|key| key.name().starts_with("crisis"))
        {
            let text = words.app(*key);
            let japanese = &ja.app(*key).text;
            match text.told {
                Told::Draft => {
                    let (_, beside) = in_both(&text.text).unwrap();
                    assert!(
                        beside == japanese || *key == Key::CrisisDraft,
                        "{}",
                        key.name()
                    );
                }
                Told::Gap => assert_eq!(text.text, *japanese),
                Told::Own => assert_eq!(plain(&text.text), *japanese, "{}", key.name()),
            }
        }
        let mark = &words.app(Key::CrisisDraft).text;
        assert!(mark.ends_with("\n下書きの訳です"), "{mark}");
    }
}
