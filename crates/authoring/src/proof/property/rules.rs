//! No rule is there in vain.

use domain::Condition;
use domain::text::Lang;

use super::{Advice, Property, cell, fault, question_cell, support_cell};
use crate::finding::{Place, Severity};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::example::Example;
use crate::proof::prover::Prover;
use crate::proof::written::written;
use crate::said;
use crate::table::sheets::{NEVER, SENTENCES, VOICES};

/// A rule that holds for nobody is an error; a part of an "or" that never matters is worth a note.
pub const PROPERTY: Property = Property {
    id: "rules",
    says: || {
        said!(
            "どの条件も、だれかには成り立ちます。",
            "No rule is always false."
        )
    },
    prove: |prover, _| prove(prover),
};

/// One condition of the tables.
struct Rule<'c> {
    place: Place,
    condition: &'c Condition,
    holds: Signal,
}

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let rules = rules(prover);
    let wires: Vec<Signal> = rules.iter().map(|rule| rule.holds).collect();
    let found = prover.can_hold(&wires);
    let mut faults = Vec::new();
    for (rule, can_hold) in rules.into_iter().zip(found) {
        if can_hold {
            faults.extend(dead_parts(prover, &rule));
            continue;
        }
        let advice = Advice {
            what: said!(
                "この条件は、どの答えでも成り立ちません。",
                "This condition holds for no answers at all."
            ),
            what_to_do: said!(
                "打ち消し合う部分がないか、前の質問がその人にも出るかを確かめてください。",
                "Look for parts that contradict each other, and whether the questions it names are asked of these people."
            ),
        };
        let visit = nearest(prover, rule.condition);
        faults.push(fault(
            Severity::Error,
            rule.place,
            advice,
            visit.into_iter().collect(),
        ));
    }
    faults
}

/// A visit in which as many parts of an "and" hold together as can, taken from the first; the others are what is wrong.
fn nearest(prover: &mut Prover<'_>, condition: &Condition) -> Option<Example> {
    let parts = match condition {
        Condition::All(parts) => parts.as_slice(),
        Condition::Always
        | Condition::Never
        | Condition::Selected(_)
        | Condition::Count(..)
        | Condition::Any(_)
        | Condition::Not(_) => &[],
    };
    let mut held = Signal::ALWAYS;
    for part in parts {
        let part = prover.visit.replay.holds(&mut prover.circuit, part);
        let both = prover.circuit.all([held, part]);
        if prover.can_hold(&[both]) == [true] {
            held = both;
        }
    }
    prover.example(held, Lang::Ja)
}

/// Every condition that an editor wrote; an empty cell is none.
fn rules<'a>(prover: &mut Prover<'a>) -> Vec<Rule<'a>> {
    let (pack, compiled) = (prover.content.pack, prover.content.compiled);
    let mut written: Vec<(Place, &Condition)> = Vec::new();
    let mut rules = Vec::new();
    for (id, question) in pack.survey.iter() {
        written.push((
            question_cell(prover, question, "relevant"),
            &question.relevant,
        ));
        let fulfilled =
            prover
                .visit
                .replay
                .fulfills(&mut prover.circuit, &pack.survey, &question.constraint);
        let is_answered = prover
            .circuit
            .any(prover.visit.replay.counted_of(id).iter().copied());
        rules.push(Rule {
            place: question_cell(prover, question, "constraint"),
            condition: &Condition::Always,
            holds: prover.circuit.all([fulfilled, is_answered]),
        });
    }
    for (_, support) in pack.iter_supports() {
        written.push((support_cell(prover, support, "when"), &support.when));
        for (column, condition) in [
            ("urgent_when", &support.urgent_when),
            ("leads_when", &support.leads_when),
        ] {
            // Nothing in the cell means never, and is meant.
            let place = support_cell(prover, support, column);
            if place.value.as_ref().is_some_and(|value| !value.is_empty()) {
                written.push((place, condition));
            }
        }
        for voice in &support.voices {
            let keys = [
                ("support", support.name.as_str()),
                ("voice", voice.name.as_str()),
            ];
            written.push((cell(prover, &VOICES, &keys, "when"), &voice.when));
        }
    }
    for sentence in &pack.sentences {
        let keys = [("id", sentence.name.as_str())];
        written.push((cell(prover, &SENTENCES, &keys, "when"), &sentence.when));
    }
    for rule in &compiled.never {
        let keys = [("id", rule.id.as_str())];
        written.push((cell(prover, &NEVER, &keys, "when"), &rule.when));
    }
    rules.extend(written.into_iter().map(|(place, condition)| Rule {
        place,
        condition,
        holds: prover.visit.replay.holds(&mut prover.circuit, condition),
    }));
    rules
}

/// The parts of each "or" in a condition that no answers ever make true.
fn dead_parts(prover: &mut Prover<'_>, rule: &Rule<'_>) -> Option<Fault> {
    let mut parts = Vec::new();
    add_parts(rule.condition, &mut parts);
    let wires: Vec<Signal> = parts
        .iter()
        .map(|part| prover.visit.replay.holds(&mut prover.circuit, part))
        .collect();
    let found = prover.can_hold(&wires);
    let dead: Vec<String> = parts
        .iter()
        .zip(&found)
        .filter(|(_, found)| !**found)
        .map(|(part, _)| written(part, prover.content.survey()))
        .collect();
    if dead.is_empty() {
        return None;
    }
    let dead = dead.join("」「");
    let dead_en = dead.replace("」「", "\", \"");
    let advice = Advice {
        what: said!(
            "or でつないだ部分のうち「{dead}」は、どの答えでも成り立ちません。",
            "Of the parts joined by \"or\", these hold for no answers at all: \"{dead_en}\"."
        ),
        what_to_do: said!(
            "害はありません。消すと読みやすくなります。",
            "It does no harm. Without it the expression is easier to read."
        ),
    };
    // Where the whole condition holds, to see what does make it hold.
    let visit = prover.example(rule.holds, Lang::Ja);
    let visits = visit.into_iter().collect();
    Some(fault(Severity::Note, rule.place.clone(), advice, visits))
}

fn add_parts<'c>(condition: &'c Condition, parts: &mut Vec<&'c Condition>) {
    match condition {
        Condition::Any(inner) => {
            for part in inner {
                parts.push(part);
                add_parts(part, parts);
            }
        }
        Condition::All(inner) => {
            for part in inner {
                add_parts(part, parts);
            }
        }
        // Under a "not" a part that is never true is what the editor wanted to be sure of.
        Condition::Not(_)
        | Condition::Always
        | Condition::Never
        | Condition::Selected(_)
        | Condition::Count(..) => {}
    }
}
