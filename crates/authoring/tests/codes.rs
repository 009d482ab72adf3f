//! The ledger of codes: what is refused, and what the shipped one gives.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test"
)]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use authoring::Compiled;
use authoring::finding::{Finding, Severity};
use domain::code::{self, Code, Meant};
use domain::ledger::{Ledger, Tick};
use domain::survey::{Purpose, Survey};
use domain::text::Lang;
use domain::{Answers, ChoiceId, QuestionId};
use proptest::prelude::*;

use support::{cells, findings_in, minimal, put, shipped, spoiled};

static SHIPPED: LazyLock<Compiled> = LazyLock::new(shipped);

fn ledger() -> &'static Ledger {
    &SHIPPED.guide_in(Lang::Ja).unwrap().ledger
}

fn survey() -> &'static Survey {
    &SHIPPED.pack.survey
}

/// The only error in the minimal pack after a change to its ledger.
fn error(change: impl Fn(&mut Vec<Vec<String>>)) -> Finding {
    let mut files = minimal();
    let mut rows = cells(&files, "codes.csv");
    change(&mut rows);
    put(&mut files, "codes.csv", &rows);
    let mut found = findings_in(&files, Severity::Error);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

fn row(cells: [&str; 4]) -> Vec<String> {
    cells.map(str::to_owned).into()
}

#[test]
fn whatever_has_no_number_is_named_with_the_next_free_one() {
    let found = error(|rows| {
        rows.retain(|row| row[2] != "worries.work");
    });
    let last = cells(&minimal(), "codes.csv").len() - 1;
    assert!(found.what.en.contains("\"worries.work\" has no number"));
    let wanted = format!("{},answer,worries.work,", last + 1);
    assert!(found.what_to_do.en.contains(&wanted), "{found:?}");
    assert!(found.what_to_do.ja.contains(&wanted), "{found:?}");
}

#[test]
fn a_number_is_never_given_twice_and_a_retired_one_never_again() {
    let doubled = error(|rows| rows.push(row(["1", "answer", "no.such", "yes"])));
    assert!(doubled.what.en.contains("number 1 is also in row 2"));
    let twice = error(|rows| rows.push(row(["900", "support", "money-help", ""])));
    assert!(twice.what.en.contains("has the number"));
}

#[test]
fn a_retired_number_needs_nothing_that_it_stands_for() {
    let mut files = minimal();
    let mut rows = cells(&files, "codes.csv");
    rows.push(row(["900", "support", "once-there", "yes"]));
    put(&mut files, "codes.csv", &rows);
    assert_eq!(findings_in(&files, Severity::Error), []);
}

#[test]
fn what_is_not_there_has_no_number() {
    let found = error(|rows| rows.push(row(["900", "support", "mony-help", ""])));
    assert!(found.what_to_do.en.contains("money-help"), "{found:?}");
    let place = error(|rows| rows.push(row(["900", "answer", "municipality.見本市", ""])));
    assert!(place.what.en.contains("There is no"));
}

#[test]
fn a_number_is_a_number() {
    for wrong in ["", "0", "12x", "10000", "-1"] {
        let found = error(|rows| rows.push(row([wrong, "answer", "no.such", "yes"])));
        assert!(found.what.en.contains("no number"), "{wrong}: {found:?}");
    }
}

#[test]
fn what_answers_distress_that_puts_life_at_risk_has_no_number() {
    let crisis = error(|rows| rows.push(row(["900", "support", "crisis-lines", ""])));
    assert!(crisis.what.en.contains("may have no number"), "{crisis:?}");
    let mut files = spoiled("supports.csv", "id", "money-help", "needs", "N22");
    let mut needs = cells(&files, "needs.csv");
    needs.push(
        ["N22", "見本", "{見本|みほん}", "Sample", "sample"]
            .map(str::to_owned)
            .into(),
    );
    put(&mut files, "needs.csv", &needs);
    let found = findings_in(&files, Severity::Error);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].what.en.contains("N22"));
}

/// The numbers that have been given stand for what they stood for: whoever changes this list breaks codes on paper.
#[test]
fn the_first_numbers_stand_for_what_they_stood_for() {
    let given = [
        (1, "tick", "first-visit"),
        (2, "tick", "not-yet"),
        (3, "answer", "role.patient"),
        (23, "answer", "worries.treatment_info"),
    ];
    let files = std::fs::read(support::folder("content/codes.csv")).unwrap();
    let text = String::from_utf8(files).unwrap();
    for (number, kind, name) in given {
        assert!(
            text.contains(&format!("\n{number},{kind},{name},")),
            "{number}"
        );
    }
}

#[test]
fn every_answer_but_a_municipality_and_every_support_but_crisis_help_has_one_number() {
    let mut seen = BTreeSet::new();
    for (id, question) in survey().iter() {
        for index in 0..question.choices.len() {
            let choice = ChoiceId::at(index).unwrap();
            let code = ledger().of_answer(domain::condition::Reason {
                question: id,
                choice,
            });
            if question.purpose == Purpose::Municipality {
                assert_eq!(code, None);
            } else {
                assert!(seen.insert(code.unwrap()), "{}", question.name);
            }
        }
    }
    for (id, support) in SHIPPED.pack.iter_supports() {
        match ledger().of_support(id) {
            Some(code) => assert!(seen.insert(code)),
            None => assert_eq!(id, SHIPPED.pack.crisis, "{}", support.name),
        }
    }
}

fn question(name: &str) -> QuestionId {
    survey().find(name).unwrap()
}

fn choice(question: QuestionId, name: &str) -> ChoiceId {
    survey().get(question).unwrap().choice(name).unwrap()
}

/// Any answers, those about the time ahead more often than chance would bring them.
fn any_answers() -> impl Strategy<Value = Answers> {
    let picks = survey().questions.iter().map(|question| {
        let most = question.choices.len();
        prop::collection::vec(0..most, 0..most.min(5))
    });
    (picks.collect::<Vec<_>>(), any::<bool>(), any::<bool>()).prop_map(|(picks, ahead, not_yet)| {
        let mut answers = Answers::default();
        for (index, picks) in picks.into_iter().enumerate() {
            let choices = picks.into_iter().filter_map(ChoiceId::at).collect();
            answers.set(QuestionId::at(index).unwrap(), choices);
        }
        if ahead {
            let worries = question("worries");
            answers.add(worries, choice(worries, "end_of_life"));
        }
        if not_yet {
            let kind = question("eol_kind");
            answers.add(kind, choice(kind, "not_yet"));
        }
        survey().path(&answers).answers
    })
}

proptest! {
    #[test]
    fn a_visit_comes_back_from_its_code(answers in any_answers(), first_visit in any::<bool>(), pack in any::<u16>()) {
        let ticks: &[Tick] = if first_visit { &[Tick::FirstVisit] } else { &[] };
        let codes = ledger().codes_of(Meant::ForCounselor, survey(), &answers, ticks);
        let (coded, n_left_out) = code::fitting(Meant::ForCounselor, pack, &codes, 1_000);
        prop_assert_eq!(n_left_out, 0);
        let read = code::read(&coded.written()).unwrap();
        let said = ledger().read(survey(), &read.codes);
        let not_yet = said.ticks.contains(&Tick::NotYet);
        prop_assert_eq!(said.ticks.contains(&Tick::FirstVisit), first_visit);
        prop_assert_eq!(said.unknown, []);
        let mut expected = answers.clone();
        expected.set(question("municipality"), Vec::new());
        let (worries, most) = (question("worries"), question("most"));
        let ahead = choice(worries, "end_of_life");
        if not_yet && answers.is_chosen(most, ahead) {
            expected.set(most, Vec::new());
        }
        prop_assert_eq!(said.answers, expected);
        let kind = question("eol_kind");
        prop_assert_eq!(not_yet, answers.is_chosen(kind, choice(kind, "not_yet")));
    }

    #[test]
    fn what_is_not_to_be_talked_about_now_is_in_no_code(answers in any_answers(), meant in prop::sample::select(vec![Meant::ForCounselor, Meant::Answers])) {
        let kind = question("eol_kind");
        prop_assume!(answers.is_chosen(kind, choice(kind, "not_yet")));
        let codes = ledger().codes_of(meant, survey(), &answers, &[]);
        let is_about = |(place, numbers): (usize, &Vec<Option<Code>>)| {
            let question = &survey().questions[place];
            numbers.iter().enumerate().any(|(index, number)| {
                let topic = question.name == "eol_kind" || question.choices[index].name == "end_of_life";
                topic && number.is_some_and(|number| codes.contains(&number))
            })
        };
        prop_assert!(!ledger().answers.iter().enumerate().any(is_about));
        let tick = ledger().of_tick(Tick::NotYet).unwrap();
        prop_assert_eq!(codes.contains(&tick), meant == Meant::ForCounselor);
    }

    #[test]
    fn any_numbers_are_read_and_the_unknown_ones_told(numbers in prop::collection::btree_set(0..2_000_u16, 0..40)) {
        let codes: Vec<Code> = numbers.into_iter().map(Code).collect();
        let said = ledger().read(survey(), &codes);
        let n_answers: usize = said.answers.iter().map(|(_, chosen)| chosen.len()).sum();
        prop_assert!(n_answers + said.supports.len() + said.ticks.len() + said.unknown.len() >= codes.len());
        prop_assert!(said.unknown.iter().all(|code| codes.contains(code)));
    }
}
