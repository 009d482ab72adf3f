//! What always and never holds over the content that ships, for answers of any kind.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::sync::OnceLock;

use authoring::Compiled;
use domain::condition::Reason;
use domain::directory::Entry;
use domain::matching::{Match, Outcome, outcome};
use domain::missing::missing;
use domain::survey::{Exclusive, Purpose};
use domain::{Answers, ChoiceId, Path, QuestionId, SupportId};
use proptest::prelude::*;
use support::shipped;

/// All that the bereaved are ever shown: nothing that is only for the living (docs/SAFETY.md).
const FOR_THE_BEREAVED: [&str; 26] = [
    "consult-centre",
    "prefectural-hub",
    "cancer-info",
    "ncc-phone",
    "text-consult",
    "bereaved-care",
    "mental-care",
    "survivor-benefits",
    "high-cost-medical",
    "tax-deduction",
    "livelihood-support",
    "legal-aid",
    "labour-consult",
    "asbestos-relief",
    "hereditary",
    "child-of-patient",
    "community-support",
    "interpreter",
    "relay-service",
    "vision-support",
    "lgbtq-line",
    "disaster-guide",
    "peer-salon",
    "peer-supporter",
    "patient-group",
    "online-peer",
];
const PEERS: [&str; 4] = [
    "peer-salon",
    "peer-supporter",
    "patient-group",
    "online-peer",
];

/// What a child of a patient is never shown: work, money, treatment choices, dying (docs/SAFETY.md).
const NEVER_FOR_A_CHILD: [&str; 29] = [
    "acp",
    "palliative-outpatient",
    "palliative-ward",
    "home-doctor",
    "home-nurse",
    "intimacy-consult",
    "fertility-network",
    "fertility-subsidy",
    "clinical-trials",
    "genome-hospital",
    "second-opinion",
    "treatment-hospital",
    "long-term-care",
    // Work.
    "sickness-allowance",
    "sanpo-centre",
    "hellowork-cancer",
    "labour-consult",
    "self-employed-support",
    "employer-guide",
    "care-leave",
    // Money, but for livelihood-support.
    "high-cost-medical",
    "tax-deduction",
    "legal-aid",
    "disability-pension",
    "travel-lodging",
    "child-chronic",
    "wig-subsidy",
    "survivor-benefits",
    "bereaved-care",
];

fn content() -> &'static Compiled {
    static CONTENT: OnceLock<Compiled> = OnceLock::new();
    CONTENT.get_or_init(shipped)
}

fn entries(path: &Path) -> &'static [Entry] {
    let prefecture = content().pack.area(&path.answers).prefecture;
    content()
        .entries
        .iter()
        .find(|(file, _)| Some(file.prefecture) == prefecture)
        .map_or(&[], |(file, _)| file.entries.as_slice())
}

fn path(answers: &Answers) -> Path {
    content().pack.survey.path(answers)
}

fn shown(answers: &Answers) -> Outcome<'static> {
    let path = path(answers);
    outcome(&content().pack, &path, entries(&path))
}

fn names(outcome: &Outcome<'_>) -> Vec<&'static str> {
    outcome.results.iter().map(|found| name(found.id)).collect()
}

fn name(id: SupportId) -> &'static str {
    &content().pack.support(id).unwrap().name
}

fn choice(question: &str, choice: &str) -> (QuestionId, ChoiceId) {
    let survey = &content().pack.survey;
    let id = survey.find(question).unwrap();
    (id, survey.get(id).unwrap().choice(choice).unwrap())
}

fn with(answers: &Answers, question: &str, ticked: &str) -> Answers {
    let (question, ticked) = choice(question, ticked);
    let mut answers = answers.clone();
    if content().pack.survey.get(question).unwrap().is_multiple {
        answers.add(question, ticked);
    } else {
        answers.set(question, vec![ticked]);
    }
    answers
}

/// Answers of any kind: also off the path, not offered, contradictory, and several to a question that takes one.
fn answers() -> impl Strategy<Value = Answers> {
    let survey = &content().pack.survey;
    let questions: Vec<_> = survey
        .iter()
        .map(|(id, question)| {
            let n_choices = u16::try_from(question.choices.len()).unwrap();
            let most = if question.is_multiple { 5 } else { 2 };
            let ticked = proptest::collection::vec((0..n_choices).prop_map(ChoiceId), 1..most);
            proptest::option::weighted(0.6, ticked).prop_map(move |ticked| (id, ticked))
        })
        .collect();
    questions.prop_map(|questions| {
        let mut answers = Answers::default();
        for (id, ticked) in questions {
            answers.set(id, ticked.unwrap_or_default());
        }
        answers
    })
}

/// A choice of this question that is offered to the person and stands beside others.
fn addable(question: &str, path: &Path, nth: usize) -> Option<(QuestionId, ChoiceId)> {
    let survey = &content().pack.survey;
    let id = survey.find(question)?;
    let choices: Vec<ChoiceId> = survey
        .get(id)?
        .offered(&path.answers)
        .filter(|(_, choice)| choice.exclusive == Exclusive::No)
        .map(|(choice, _)| choice)
        .collect();
    (path.asked.contains(&id)).then(|| (id, choices[nth % choices.len()]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_path_ends_and_asks_each_question_once_in_order(answers in answers()) {
        let path = path(&answers);
        prop_assert!(path.asked.is_sorted());
        prop_assert!(path.asked.len() <= content().pack.survey.questions.len());
        prop_assert!(path.answers.iter().all(|(question, _)| path.asked.contains(&question)));
    }

    #[test]
    fn an_answer_off_the_path_never_changes_a_result(given in answers(), other in answers()) {
        let before = path(&given);
        let mut changed = given.clone();
        for (question, _) in content().pack.survey.iter() {
            if !before.asked.contains(&question) {
                changed.set(question, other.chosen(question).to_vec());
            }
        }
        prop_assert_eq!(path(&changed), before);
        prop_assert_eq!(shown(&changed), shown(&given));
    }

    #[test]
    fn somebody_is_always_there_and_crisis_help_is_never_ranked(answers in answers()) {
        let names = names(&shown(&answers));
        prop_assert!(names.contains(&"consult-centre"));
        prop_assert!(!names.contains(&"crisis-lines"));
    }

    #[test]
    fn what_comes_first_is_one_to_three_different_supports_of_the_result(answers in answers()) {
        let outcome = shown(&answers);
        let mut first = outcome.first.clone();
        prop_assert!((1..=3).contains(&first.len()));
        prop_assert!(first.iter().all(|id| outcome.find(*id).is_some()));
        first.sort_unstable();
        first.dedup();
        prop_assert_eq!(first.len(), outcome.first.len());
    }

    #[test]
    fn every_support_says_why_in_the_persons_own_answers(answers in answers()) {
        let path = path(&answers);
        for found in &shown(&answers).results {
            prop_assert!(!found.reasons.is_empty() || found.id == content().pack.general, "{}", name(found.id));
            for Reason { question, choice } in &found.reasons {
                prop_assert!(path.answers.is_chosen(*question, *choice), "{}", name(found.id));
            }
        }
    }

    #[test]
    fn the_same_answers_always_give_the_same_result(answers in answers()) {
        prop_assert_eq!(shown(&answers), shown(&answers));
    }

    #[test]
    fn one_more_worry_never_takes_a_support_away(answers in answers(), nth in 0..100_usize) {
        let path = path(&answers);
        let Some((question, worry)) = addable("worries", &path, nth) else {
            return Ok(());
        };
        let mut more = path.answers.clone();
        more.add(question, worry);
        let after = names(&shown(&more));
        for support in names(&shown(&path.answers)) {
            prop_assert!(after.contains(&support), "{support}");
        }
    }

    #[test]
    fn one_more_wish_does_not_reorder_what_was_there(answers in answers(), nth in 0..100_usize) {
        let path = path(&answers);
        let Some((question, wish)) = addable("wish", &path, nth) else {
            return Ok(());
        };
        let mut more = path.answers.clone();
        more.add(question, wish);
        let (before, after) = (shown(&path.answers), shown(&more));
        let same = |found: &&Match<'_>, other: &Outcome<'_>| {
            other.find(found.id).is_some_and(|there| there.tier == found.tier)
        };
        let order = |one: &Outcome<'_>, other: &Outcome<'_>| -> Vec<SupportId> {
            one.results.iter().filter(|found| same(found, other)).map(|found| found.id).collect()
        };
        prop_assert_eq!(order(&before, &after), order(&after, &before));
    }

    #[test]
    fn nothing_today_gives_way_to_any_real_worry(answers in answers()) {
        let path = path(&answers);
        let (worries, none) = choice("worries", "none_today");
        let chosen = path.answers.chosen(worries);
        prop_assert!(!chosen.contains(&none) || chosen.len() == 1);
    }

    #[test]
    fn the_bereaved_see_only_what_is_meant_for_them(answers in answers()) {
        let answers = with(&answers, "role", "bereaved");
        let (_, bereaved) = choice("role", "bereaved");
        for found in &shown(&answers).results {
            let name = name(found.id);
            prop_assert!(FOR_THE_BEREAVED.contains(&name), "{name}");
            if PEERS.contains(&name) {
                prop_assert!(!found.entries.is_empty());
                prop_assert!(found.entries.iter().all(|entry| entry.names(bereaved)), "{name}");
            }
        }
    }

    #[test]
    fn a_child_of_a_patient_is_led_to_words_for_a_child_and_spared_the_rest(answers in answers()) {
        let outcome = shown(&with(&answers, "role", "child_of_patient"));
        prop_assert_eq!(name(outcome.results[0].id), "child-of-patient");
        prop_assert_eq!(name(outcome.first[0]), "child-of-patient");
        for name in names(&outcome) {
            prop_assert!(!NEVER_FOR_A_CHILD.contains(&name), "{name}");
        }
    }

    #[test]
    fn not_yet_is_respected(answers in answers()) {
        let answers = with(&with(&answers, "worries", "end_of_life"), "eol_kind", "not_yet");
        let path = path(&answers);
        let (question, not_yet) = choice("eol_kind", "not_yet");
        if !path.answers.is_chosen(question, not_yet) {
            return Ok(());
        }
        prop_assert_eq!(path.answers.chosen(question), [not_yet]);
        let is_bereaved = path.answers.is_chosen(choice("role", "bereaved").0, choice("role", "bereaved").1);
        let (symptoms, worries) = (choice("symptom_kind", "pain").0, choice("worries", "end_of_life"));
        for found in &shown(&answers).results {
            let name = name(found.id);
            prop_assert!(!["acp", "palliative-ward"].contains(&name), "{name}");
            prop_assert!(is_bereaved || !["bereaved-care", "survivor-benefits"].contains(&name), "{name}");
            let home = content().pack.survey.find("home_kind").unwrap();
            for reason in &found.reasons {
                let is_topic = reason.question == question || (reason.question, reason.choice) == worries;
                prop_assert!(!is_topic || name == "mental-care", "{name}");
            }
            if name == "palliative-outpatient" {
                prop_assert!(found.reasons.iter().all(|reason| reason.question == symptoms));
            }
            if ["home-doctor", "home-nurse"].contains(&name) {
                let is_for_the_home = found.reasons.iter().any(|reason| reason.question == home || (reason.question, reason.choice) == choice("worries", "home_care"));
                prop_assert!(is_for_the_home, "{}", name);
            }
        }
    }

    #[test]
    fn what_is_said_to_bring_a_support_really_brings_it(answers in answers()) {
        let path = path(&answers);
        let outcome = shown(&path.answers);
        for missing in missing(&content().pack, &path, &outcome) {
            let mut more = path.answers.clone();
            prop_assert!(!missing.would_need.is_empty());
            for Reason { question, choice } in &missing.would_need {
                more.add(*question, *choice);
            }
            let after = names(&shown(&more));
            prop_assert!(after.contains(&name(missing.support)), "{} by {:?}", name(missing.support), missing.would_need);
        }
    }

    #[test]
    fn nobody_is_told_that_the_end_of_life_would_bring_more(answers in answers()) {
        let path = path(&answers);
        let outcome = shown(&answers);
        let worry = choice("worries", "end_of_life");
        for missing in missing(&content().pack, &path, &outcome) {
            for Reason { question, choice } in missing.would_need {
                prop_assert!((question, choice) != worry);
            }
        }
    }
}

#[test]
fn the_lists_of_rules_name_only_supports_that_exist() {
    for support in FOR_THE_BEREAVED
        .iter()
        .chain(&NEVER_FOR_A_CHILD)
        .chain(&PEERS)
    {
        assert!(content().pack.find_support(support).is_some(), "{support}");
    }
}

#[test]
fn every_well_known_question_is_there() {
    for purpose in [
        Purpose::Role,
        Purpose::Background,
        Purpose::Worries,
        Purpose::Situation,
        Purpose::Most,
        Purpose::Wish,
        Purpose::Access,
        Purpose::Prefecture,
        Purpose::Municipality,
    ] {
        assert!(
            content().pack.survey.with_purpose(&purpose).is_some(),
            "{purpose:?}"
        );
    }
}

#[test]
fn every_follow_up_is_about_a_worry() {
    for question in &content().pack.survey.questions {
        if let Purpose::FollowUp(worries) = &question.purpose {
            assert!(!worries.is_empty(), "{}", question.name);
        }
    }
}
