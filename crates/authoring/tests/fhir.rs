//! The shipped questions and any answers as FHIR: the answers always fit the questions, and say nothing that is not to be said.
//!
//! The schema of R4 itself is asked in `tests/browser/fhir.spec.ts`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use authoring::Compiled;
use domain::fhir::{Filled, Form};
use domain::ledger::Silence;
use domain::text::Lang;
use domain::{Answers, ChoiceId, Path, QuestionId};
use proptest::prelude::*;
use serde_json::Value;
use support::shipped;

fn content() -> &'static Compiled {
    static CONTENT: OnceLock<Compiled> = OnceLock::new();
    CONTENT.get_or_init(shipped)
}

fn form(lang: Lang) -> Form<'static> {
    let content = content();
    Form {
        survey: &content.pack.survey,
        words: &content
            .words
            .iter()
            .find(|(known, ..)| *known == lang)
            .unwrap()
            .1,
        guide: &content
            .guides
            .iter()
            .find(|(known, ..)| *known == lang)
            .unwrap()
            .1,
    }
}

fn questions() -> &'static Value {
    static QUESTIONS: OnceLock<Value> = OnceLock::new();
    QUESTIONS
        .get_or_init(|| serde_json::from_str(&form(Lang::Ja).questionnaire().unwrap()).unwrap())
}

fn response(path: &Path, own_words: Option<&str>) -> Value {
    let filled = Filled {
        answers: &path.answers,
        is_first_visit: true,
        own_words,
        day: "2026-11-24".parse().ok(),
    };
    serde_json::from_str(&form(Lang::Ja).response(&filled).unwrap()).unwrap()
}

fn items(resource: &Value) -> BTreeMap<&str, &Value> {
    let items = resource["item"].as_array().unwrap().iter();
    items
        .map(|item| (item["linkId"].as_str().unwrap(), item))
        .collect()
}

fn same(one: &Value, other: &Value) -> bool {
    one["system"] == other["system"] && one["code"] == other["code"]
}

/// Whether R4 would ask this question after these answers.
fn is_enabled(question: &Value, answered: &BTreeMap<&str, &Value>) -> bool {
    let Some(conditions) = question["enableWhen"].as_array() else {
        return true;
    };
    let holds = |condition: &Value| {
        let answers = answered.get(condition["question"].as_str().unwrap());
        let answers = answers.and_then(|item| item["answer"].as_array());
        let has = answers.is_some_and(|answers| {
            answers
                .iter()
                .any(|answer| same(&answer["valueCoding"], &condition["answerCoding"]))
        });
        match condition["operator"].as_str().unwrap() {
            "=" => has,
            "!=" => !has,
            other => panic!("{other}"),
        }
    };
    match question["enableBehavior"].as_str() {
        Some("any") => conditions.iter().any(holds),
        _ => conditions.iter().all(holds),
    }
}

fn any_path() -> impl Strategy<Value = Path> {
    prop::collection::vec(
        (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        0..60,
    )
    .prop_map(|ticks| {
        let survey = &content().pack.survey;
        let mut answers = Answers::default();
        for (question, choice) in ticks {
            let question = question.index(survey.questions.len());
            let n_choices = survey.questions[question].choices.len();
            answers.add(
                QuestionId::at(question).unwrap(),
                ChoiceId::at(choice.index(n_choices)).unwrap(),
            );
        }
        survey.path(&answers)
    })
}

#[test]
fn every_question_but_the_municipality_is_among_them_once() {
    let names: Vec<&str> = items(questions()).into_keys().collect();
    for question in &content().pack.survey.questions {
        assert_eq!(
            names.contains(&question.name.as_str()),
            question.name != "municipality",
            "{}",
            question.name
        );
    }
    assert_eq!(names.len(), questions()["item"].as_array().unwrap().len());
}

#[test]
fn a_question_with_more_than_one_condition_says_how_they_go_together() {
    for item in questions()["item"].as_array().unwrap() {
        let n = item["enableWhen"].as_array().map_or(0, Vec::len);
        assert_eq!(n > 1, item["enableBehavior"].is_string(), "{item}");
    }
}

#[test]
fn the_follow_up_about_money_is_asked_where_money_is_ticked() {
    let questions = items(questions());
    let condition = &questions["money_kind"]["enableWhen"][0];
    assert_eq!(condition["question"], "worries");
    assert_eq!(condition["operator"], "=");
    assert_eq!(condition["answerCoding"]["code"], "money");
    // "At least two worries" has no words in R4.
    assert!(questions["most"]["enableWhen"].is_null());
}

#[test]
fn both_are_told_in_every_language() {
    for lang in Lang::ALL {
        let told: Value = serde_json::from_str(&form(lang).questionnaire().unwrap()).unwrap();
        assert_eq!(told["language"], lang.html());
        // Furigana stands nowhere, as no system knows it.
        for item in told["item"].as_array().unwrap() {
            assert!(!item["text"].as_str().unwrap().contains('|'), "{item}");
        }
    }
}

#[test]
fn own_words_are_in_it_only_where_they_are_given() {
    let path = content().pack.survey.path(&Answers::default());
    assert!(!response(&path, None).to_string().contains("own-words"));
    assert!(
        !response(&path, Some(" 　\n"))
            .to_string()
            .contains("own-words")
    );
    let told = response(&path, Some("　眠れない\u{0}日が　つづく "));
    assert_eq!(
        items(&told)["own-words"]["answer"][0]["valueString"],
        "眠れない日が つづく"
    );
}

proptest! {
    #[test]
    fn the_answers_always_fit_the_questions(path in any_path()) {
        let told = response(&path, Some("見本"));
        let (asked, answered) = (items(questions()), items(&told));
        prop_assert_eq!(told["status"].as_str(), Some("completed"));
        prop_assert_eq!(told["authored"].as_str(), Some("2026-11-24"));
        for (name, item) in &answered {
            let question = asked.get(name);
            prop_assert!(question.is_some(), "{}", name);
            let question = question.unwrap();
            prop_assert_eq!(&item["text"], &question["text"]);
            prop_assert!(is_enabled(question, &answered), "{} in {}", name, &told);
            let answers = item["answer"].as_array().unwrap();
            prop_assert!(!answers.is_empty());
            match question["type"].as_str().unwrap() {
                "choice" => {
                    prop_assert!(answers.len() == 1 || question["repeats"] == true, "{}", name);
                    let options = question["answerOption"].as_array().unwrap();
                    for answer in answers {
                        prop_assert!(options.iter().any(|option| option["valueCoding"] == answer["valueCoding"]));
                    }
                }
                "boolean" => prop_assert!(answers[0]["valueBoolean"].is_boolean()),
                "text" => prop_assert!(answers[0]["valueString"].is_string()),
                other => prop_assert!(false, "{}", other),
            }
        }
    }

    #[test]
    fn what_the_person_would_rather_not_talk_about_is_one_tick_and_no_more(path in any_path()) {
        let survey = &content().pack.survey;
        let silence = Silence::of(survey, &path.answers);
        let told = response(&path, None);
        prop_assert_eq!(items(&told).contains_key("not-yet"), silence.is_kept());
        if silence.is_kept() {
            prop_assert!(!told.to_string().contains("end_of_life"));
            prop_assert!(!told.to_string().contains("eol_kind"));
        }
    }

    #[test]
    fn every_other_answer_is_in_it(path in any_path()) {
        let survey = &content().pack.survey;
        let silence = Silence::of(survey, &path.answers);
        let told = response(&path, None);
        let answered = items(&told);
        for (question, chosen) in path.answers.iter() {
            let name = &survey.get(question).unwrap().name;
            let spoken = chosen.iter().filter(|choice| {
                let reason = domain::condition::Reason { question, choice: **choice };
                !silence.covers(reason) && form(Lang::Ja).guide.ledger.of_answer(reason).is_some()
            });
            let n_told = answered.get(name.as_str()).map_or(0, |item| item["answer"].as_array().unwrap().len());
            prop_assert_eq!(n_told, spoken.count(), "{}", name);
        }
    }
}
