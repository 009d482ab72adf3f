//! The shipped content is proven, and for every property a spoiled pack is refused with a visit that shows the fault.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::time::Duration;

use authoring::finding::Severity;
use authoring::proof::{Fault, Proof, prove};
use authoring::visit::Answerer;
use authoring::{Compiled, Files, read_files};
use domain::condition::{Comparison, Reason};
use domain::text::Key;
use domain::{Condition, QuestionId, SupportId};
use serde_json::Value;
use support::{cells, change_cell, compiled, folder, minimal, shipped};

fn proof(compiled: &Compiled) -> Proof {
    prove(compiled, &|| Duration::ZERO)
}

/// The minimal pack with the cells changed that `tests/packs/unproven/` names.
fn files(pack: &str) -> Files {
    let mut files = minimal();
    let path = folder("tests/packs/unproven")
        .join(pack)
        .with_extension("csv");
    let changes = Files::from([("changes".into(), std::fs::read(path).unwrap())]);
    for change in &cells(&changes, "changes")[1..] {
        let [file, key, id, column, value] = &change[..] else {
            panic!("{change:?}");
        };
        change_cell(&mut files, file, (key, id), column, value);
    }
    files
}

fn unproven(pack: &str) -> Compiled {
    let reading = read_files(&files(pack));
    reading
        .compiled
        .unwrap_or_else(|| panic!("{:#?}", reading.findings))
}

/// The errors of a property, which is the only one that does not hold.
fn errors(proof: &Proof, id: &str) -> Vec<Fault> {
    assert!(!proof.holds);
    for property in &proof.properties {
        assert_eq!(property.holds, property.id != id, "{property:#?}");
    }
    let faults = proof.property(id).unwrap().faults.clone();
    faults
        .into_iter()
        .filter(|fault| fault.finding.severity == Severity::Error)
        .collect()
}

/// What `authoring visit` says to the visits of a fault.
fn replayed(compiled: &Compiled, fault: &Fault) -> Vec<Value> {
    let answerer = Answerer::new(compiled);
    assert!(!fault.visits.is_empty(), "{fault:#?}");
    fault
        .visits
        .iter()
        .map(|visit| {
            let mut out = Vec::new();
            answerer.answer(visit.line().as_bytes(), 1, &mut out);
            let answered: Value = serde_json::from_slice(&out).unwrap();
            assert_eq!(answered["dropped"], Value::Array(Vec::new()), "{answered}");
            answered
        })
        .collect()
}

fn shown<'v>(answered: &'v Value, support: &str) -> Option<&'v Value> {
    let mut results = answered["results"].as_array().unwrap().iter();
    results.find(|result| result["support"] == support)
}

#[test]
fn the_shipped_content_is_proven() {
    let proof = proof(&shipped());
    let faults: Vec<&Fault> = proof
        .properties
        .iter()
        .flat_map(|property| &property.faults)
        .collect();
    assert!(proof.holds, "{faults:#?}");
}

#[test]
fn the_minimal_pack_is_proven() {
    let proof = proof(&compiled());
    assert!(proof.holds, "{proof:#?}");
}

#[test]
fn the_proof_lists_where_the_search_page_is_all_there_is() {
    let proof = proof(&compiled());
    let places: Vec<Option<&str>> = proof
        .only_search_page
        .iter()
        .map(|place| place.prefecture.as_deref())
        .collect();
    // 12 has no consultation center, 22 has two with a number.
    assert_eq!(places, [None, Some("12")]);
    let answerer_sees = |place: usize| {
        let mut out = Vec::new();
        let compiled = compiled();
        let line = proof.only_search_page[place].visit.line();
        Answerer::new(&compiled).answer(line.as_bytes(), 1, &mut out);
        serde_json::from_slice::<Value>(&out).unwrap()
    };
    for place in 0..2 {
        let answered = answerer_sees(place);
        let results = answered["results"].as_array().unwrap();
        assert!(results.iter().all(|result| {
            let entries = result["entries"].as_array().unwrap();
            entries.iter().all(|entry| entry == "sample-hidden")
        }));
    }
}

#[test]
fn centers_of_which_only_a_mail_address_is_known_are_nobody_to_turn_to() {
    let compiled = unproven("nobody-there");
    let errors = errors(&proof(&compiled), "contact");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let answered = &replayed(&compiled, &errors[0])[0];
    assert!(errors[0].visits[0].line().contains(r#""prefecture":"22""#));
    // The center's card stands there with entries, and so without the search page; and no other card has anybody.
    let entries = &shown(answered, "consult-centre").unwrap()["entries"];
    assert!(entries.as_array().unwrap().contains(&"sample-sc-1".into()));
    for result in answered["results"].as_array().unwrap() {
        let entries = result["entries"].as_array().unwrap();
        let is_mail = |entry: &Value| entry.as_str().unwrap().starts_with("sample-sc-");
        assert!(
            entries
                .iter()
                .all(|entry| is_mail(entry) || entry == "sample-hidden"),
            "{result}"
        );
    }
}

#[test]
fn without_a_search_page_a_visit_finds_nobody_at_all() {
    let compiled = unproven("no-search-page");
    let errors = errors(&proof(&compiled), "contact");
    // Without a prefecture, and in the one that has no center.
    assert_eq!(errors.len(), 2, "{errors:#?}");
    for error in &errors {
        for result in replayed(&compiled, error)[0]["results"].as_array().unwrap() {
            assert_eq!(result["entries"], Value::Array(Vec::new()));
        }
    }
}

#[test]
fn the_search_page_must_have_words_in_every_language() {
    let mut compiled = compiled();
    let (_, words, _) = &mut compiled.words[2];
    words.app[Key::OfficialSearch as usize].text.clear();
    let errors = errors(&proof(&compiled), "contact");
    assert_eq!(errors.len(), 2, "{errors:#?}");
    for error in &errors {
        assert!(error.visits[0].line().ends_with(r#""lang":"en"}"#));
        assert!(shown(&replayed(&compiled, error)[0], "consult-centre").is_some());
    }
}

#[test]
fn a_crisis_line_without_a_name_in_a_language_is_refused() {
    assert!(read_files(&files("unnamed-crisis-line")).compiled.is_none());
    let mut compiled = compiled();
    let place = compiled
        .pack
        .contacts
        .iter()
        .position(|contact| contact.id == "sample-line");
    let (lang, words, _) = &mut compiled.words[2];
    words.contacts[place.unwrap()].name.text.clear();
    let code = lang.code();
    let errors = errors(&proof(&compiled), "crisis");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(
        errors[0]
            .finding
            .what
            .en
            .contains("contact.sample-line.name")
    );
    assert!(
        errors[0].visits[0]
            .line()
            .contains(&format!(r#""lang":"{code}""#))
    );
    assert_eq!(
        replayed(&compiled, &errors[0])[0]["first"][0],
        "consult-centre"
    );
}

#[test]
fn a_question_that_looks_ahead_is_refused() {
    assert!(read_files(&files("later-question")).compiled.is_none());
    let mut compiled = compiled();
    let survey = &mut compiled.pack.survey;
    let wish = survey.find("wish").unwrap();
    let worries = survey.find("worries").unwrap();
    survey.questions[worries.index()].relevant = Condition::Count(wish, Comparison::AtMost, 0);
    let errors = errors(&proof(&compiled), "ends");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(
        errors[0]
            .finding
            .what
            .en
            .contains("\"worries\" looks at \"wish\"")
    );
    let asked = &replayed(&compiled, &errors[0])[0]["asked"];
    assert!(asked.as_array().unwrap().contains(&"worries".into()));
}

#[test]
fn a_sentence_that_nobody_ever_reads_is_refused() {
    let compiled = unproven("silent-sentence");
    let errors = errors(&proof(&compiled), "reachable");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let place = &errors[0].finding.place;
    assert_eq!((place.file.as_str(), place.row), ("sentences.csv", Some(3)));
    // Its condition holds, and the support on whose card it stands is not there.
    assert!(errors[0].visits[0].line().contains(r#""worries":["work"]"#));
    assert!(shown(&replayed(&compiled, &errors[0])[0], "bereaved-help").is_none());
}

#[test]
fn a_rule_that_holds_for_nobody_is_refused() {
    let compiled = unproven("empty-rule");
    let errors = errors(&proof(&compiled), "rules");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let place = &errors[0].finding.place;
    assert_eq!(
        (place.file.as_str(), place.column.as_deref()),
        ("supports.csv", Some("urgent_when"))
    );
    assert_eq!(place.row, Some(5));
    // As much of the rule as can hold: work is ticked, by somebody who is not bereaved.
    assert_eq!(
        errors[0].visits[0].line(),
        r#"{"answers":{"worries":["work"]},"lang":"ja"}"#
    );
    assert!(shown(&replayed(&compiled, &errors[0])[0], "work-help").is_some());
}

#[test]
fn a_worry_that_drives_another_out_is_refused() {
    let compiled = unproven("lost-worry");
    let errors = errors(&proof(&compiled), "worries");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let [before, after] = &replayed(&compiled, &errors[0])[..] else {
        panic!("{errors:#?}")
    };
    assert!(shown(before, "work-help").is_some());
    assert!(shown(after, "work-help").is_none());
    assert!(errors[0].visits[1].line().contains(r#"["work","peers"]"#));
}

#[test]
fn what_would_hurt_is_refused() {
    let compiled = unproven("hurtful");
    let errors = errors(&proof(&compiled), "never");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].finding.place.file, "never.csv");
    assert!(
        errors[0].visits[0]
            .line()
            .contains(r#""eol_kind":["not_yet"]"#)
    );
    assert!(shown(&replayed(&compiled, &errors[0])[0], "time-ahead").is_some());
}

#[test]
fn a_support_that_cannot_say_why_is_refused() {
    let compiled = unproven("unreasoned");
    let errors = errors(&proof(&compiled), "reasons");
    assert_eq!(errors.len(), 1, "{errors:#?}");
    let answered = &replayed(&compiled, &errors[0])[0];
    assert_eq!(
        shown(answered, "local-hub").unwrap()["reasons"],
        Value::Array(Vec::new())
    );
}

#[test]
fn a_part_of_an_or_that_never_matters_is_a_note() {
    let mut compiled = compiled();
    let selected = |question: QuestionId, choice: &str, compiled: &Compiled| {
        let choice = compiled.pack.survey.get(question).unwrap().choice(choice);
        Condition::Selected(Reason {
            question,
            choice: choice.unwrap(),
        })
    };
    let find = |name: &str, compiled: &Compiled| compiled.pack.survey.find(name).unwrap();
    let bereaved = selected(find("role", &compiled), "bereaved", &compiled);
    let work = selected(find("worries", &compiled), "work", &compiled);
    let help: SupportId = compiled.pack.find_support("work-help").unwrap();
    let never = Condition::All(vec![work.clone(), bereaved]);
    compiled.pack.supports[help.index()].when = Condition::Any(vec![work, never]);
    let proof = proof(&compiled);
    assert!(proof.holds, "{proof:#?}");
    let notes = &proof.property("rules").unwrap().faults;
    assert_eq!(notes.len(), 1, "{notes:#?}");
    assert_eq!(notes[0].finding.severity, Severity::Note);
    let part = "(selected(${worries}, 'work') and selected(${role}, 'bereaved'))";
    assert!(notes[0].finding.what.en.contains(part), "{notes:#?}");
}

#[test]
fn the_report_says_in_both_languages_what_does_not_hold_and_shows_the_visit() {
    let proof = proof(&unproven("hurtful"));
    let mut out = Vec::new();
    authoring::proof::print(&proof, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let never = proof.property("never").unwrap();
    for line in [
        format!("【成り立たない】{}", never.says.ja),
        format!("[DOES NOT HOLD] {}", never.says.en),
        format!("      {}", never.faults[0].visits[0].line()),
    ] {
        assert!(out.lines().any(|printed| printed == line), "{line}\n{out}");
    }
    for holding in proof.properties.iter().filter(|property| property.holds) {
        assert!(
            out.contains(&format!("[holds] {}", holding.says.en)),
            "{out}"
        );
    }
}

#[test]
fn the_same_content_always_gives_the_same_proof() {
    let proofs = [(); 2].map(|()| serde_json::to_string(&proof(&compiled())).unwrap());
    assert_eq!(proofs[0], proofs[1]);
}
