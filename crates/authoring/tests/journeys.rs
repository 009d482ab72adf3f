//! The journeys of `tests/journeys` over the content that ships.
//!
//! Each is a person in a few sentences, what they answered, and what a counselor would expect: of each list of
//! `first_any_of` at least one among the first, `must_include` somewhere in the result, `must_not` nowhere.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};
use support::{folder, shipped};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Journey {
    id: String,
    story: String,
    answers: Value,
    first_any_of: Vec<Vec<String>>,
    must_include: Vec<String>,
    must_not: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Answered {
    first: Vec<String>,
    results: Vec<Shown>,
    dropped: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Shown {
    support: String,
    reasons: Vec<Value>,
}

fn journeys() -> Vec<Journey> {
    let mut paths: Vec<_> = std::fs::read_dir(folder("tests/journeys"))
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let journey: Journey = serde_json::from_slice(&std::fs::read(path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert_eq!(
                path.file_stem().unwrap().to_str(),
                Some(journey.id.as_str())
            );
            journey
        })
        .collect()
}

/// What does not hold, in words.
fn broken(journey: &Journey, answered: &Answered) -> Vec<String> {
    let shown: BTreeSet<&str> = answered
        .results
        .iter()
        .map(|shown| shown.support.as_str())
        .collect();
    let mut broken = Vec::new();
    if !answered.dropped.is_empty() {
        broken.push(format!("unknown answers {:?}", answered.dropped));
    }
    for wanted in &journey.first_any_of {
        if !wanted
            .iter()
            .any(|support| answered.first.contains(support))
        {
            broken.push(format!("first {:?} has none of {wanted:?}", answered.first));
        }
    }
    for support in &journey.must_include {
        if !shown.contains(support.as_str()) {
            broken.push(format!("{support} is missing"));
        }
    }
    for support in &journey.must_not {
        if shown.contains(support.as_str()) {
            broken.push(format!("{support} is shown"));
        }
    }
    for shown in &answered.results {
        if shown.reasons.is_empty() && shown.support != "consult-centre" {
            broken.push(format!("{} has no reason", shown.support));
        }
    }
    broken
}

#[test]
fn every_journey_ends_where_a_counselor_would_expect() {
    let journeys = journeys();
    let input: String = journeys
        .iter()
        .map(|journey| json!({ "answers": journey.answers }).to_string() + "\n")
        .collect();
    let mut output = Vec::new();
    authoring::visit::run(&shipped(), input.as_bytes(), &mut output).unwrap();
    let output = String::from_utf8(output).unwrap();
    let answered: Vec<Answered> = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answered.len(), journeys.len());
    let broken: Vec<String> = journeys
        .iter()
        .zip(&answered)
        .flat_map(|(journey, answered)| {
            broken(journey, answered)
                .into_iter()
                .map(|what| format!("{}: {what}", journey.id))
        })
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn journeys_name_only_supports_that_exist() {
    let compiled = shipped();
    for journey in journeys() {
        assert!(!journey.story.is_empty());
        let named = journey
            .first_any_of
            .iter()
            .flatten()
            .chain(&journey.must_include)
            .chain(&journey.must_not);
        for support in named {
            assert!(
                compiled.pack.find_support(support).is_some(),
                "{}: {support}",
                journey.id
            );
        }
    }
}

#[test]
fn journeys_cover_every_role_and_every_phase() {
    let compiled = shipped();
    let journeys = journeys();
    for name in ["role", "phase", "age", "worries"] {
        let survey = &compiled.pack.survey;
        let question = survey.get(survey.find(name).unwrap()).unwrap();
        let is_told = |choice: &str| {
            journeys.iter().any(|journey| {
                let answer = &journey.answers[name];
                answer == choice
                    || answer
                        .as_array()
                        .is_some_and(|list| list.iter().any(|item| item == choice))
            })
        };
        for choice in &question.choices {
            assert!(
                is_told(&choice.name) || choice.name == "unsure",
                "{name}.{}",
                choice.name
            );
        }
    }
}
