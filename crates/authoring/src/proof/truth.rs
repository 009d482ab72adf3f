//! What the model says about single visits, so that it can be held against `domain`.

use std::collections::BTreeSet;

use domain::condition::Reason;
use domain::survey::Path;
use domain::{Answers, ChoiceId, QuestionId, SentenceId, SupportId};

use super::circuit::Signal;
use super::prover::Prover;
use crate::compile::Compiled;

/// What is true of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// The path.
    pub path: Path,
    /// The supports that are shown, in table order.
    pub shown: Vec<SupportId>,
    /// Those of them for which time matters.
    pub urgent: Vec<SupportId>,
    /// Those of them that lead.
    pub leading: Vec<SupportId>,
    /// The voices that speak, by support and place.
    pub voices: Vec<(SupportId, usize)>,
    /// The extra sentences that are said, in table order.
    pub sentences: Vec<SentenceId>,
    /// The shown supports that have an entry.
    pub with_entries: Vec<SupportId>,
    /// The shown supports that name a reason.
    pub with_reasons: Vec<SupportId>,
    /// The shown supports that lead to somebody who can be reached and is open to this person.
    pub with_somebody: Vec<SupportId>,
}

/// What a wire says when it is on.
#[derive(Clone, Copy, Debug)]
enum Fact {
    Asked(QuestionId),
    Counts(Reason),
    Shown(SupportId),
    Urgent(SupportId),
    Leads(SupportId),
    Voice(SupportId, usize),
    Sentence(SentenceId),
    Entries(SupportId),
    Reasons(SupportId),
    Somebody(SupportId),
}

/// The model, to be asked about single visits.
#[derive(Debug)]
pub struct Oracle<'a> {
    prover: Prover<'a>,
    facts: Vec<(Fact, Signal)>,
}

impl<'a> Oracle<'a> {
    /// The model of this content.
    pub fn new(compiled: &'a Compiled) -> Self {
        let mut prover = Prover::new(compiled);
        let facts = facts(&mut prover);
        Self { prover, facts }
    }

    /// What is true of up to 64 visits, worked out on the circuit that the solver gets.
    pub fn work_out(&self, visits: &[Answers]) -> Vec<Truth> {
        let mut inputs = Vec::with_capacity(self.prover.circuit.n_inputs());
        for reason in self.choices() {
            let bits = visits.iter().zip(0..u64::BITS).filter_map(|(given, bit)| {
                given
                    .is_chosen(reason.question, reason.choice)
                    .then_some(1 << bit)
            });
            inputs.push(bits.sum());
        }
        let worked = self.prover.circuit.work_out(&inputs);
        (0..visits.len())
            .map(|visit| truth(&self.facts, |wire| worked.bits(wire) >> visit & 1 == 1))
            .collect()
    }

    /// What the solver says is true of a visit when it is given the answers; `None` when it takes them for impossible.
    pub fn ask(&mut self, given: &Answers) -> Option<Truth> {
        let ticked = self.prover.visit.replay.ticked.iter().flatten();
        let assumed: Vec<Signal> = self
            .choices()
            .zip(ticked)
            .map(|(reason, wire)| {
                if given.is_chosen(reason.question, reason.choice) {
                    *wire
                } else {
                    !*wire
                }
            })
            .collect();
        let wires: Vec<Signal> = self.facts.iter().map(|(_, wire)| *wire).collect();
        let prover = &mut self.prover;
        let values = prover.solver.values(&prover.circuit, &assumed, &wires)?;
        let mut values = values.into_iter();
        Some(truth(&self.facts, |_| values.next().unwrap_or_default()))
    }

    /// All choices, in the order of the inputs.
    fn choices(&self) -> impl Iterator<Item = Reason> {
        self.prover
            .content
            .survey()
            .iter()
            .flat_map(|(question, asked)| {
                (0..asked.choices.len()).filter_map(move |place| {
                    let choice = ChoiceId::at(place)?;
                    Some(Reason { question, choice })
                })
            })
    }
}

fn facts(prover: &mut Prover<'_>) -> Vec<(Fact, Signal)> {
    let Prover {
        content,
        circuit,
        visit,
        ..
    } = prover;
    let mut facts = Vec::new();
    for (question, asked) in content.survey().iter() {
        let is_asked = visit.replay.asked.get(question.index()).copied();
        facts.push((Fact::Asked(question), is_asked.unwrap_or(Signal::NEVER)));
        for choice in (0..asked.choices.len()).filter_map(ChoiceId::at) {
            let reason = Reason { question, choice };
            facts.push((Fact::Counts(reason), visit.replay.count(reason)));
        }
    }
    for (id, support) in content.pack.iter_supports() {
        let shown = visit.shown(id);
        let urgent = visit.replay.holds(circuit, &support.urgent_when);
        let leads = visit.replay.holds(circuit, &support.leads_when);
        let has_reason = visit.has_reason(circuit, support);
        let has_entries = visit.entries(id);
        let leads_to_somebody = visit.leads_to_somebody(circuit, content, id, &BTreeSet::new());
        facts.push((Fact::Shown(id), shown));
        facts.push((Fact::Urgent(id), circuit.all([shown, urgent])));
        facts.push((Fact::Leads(id), circuit.all([shown, leads])));
        facts.push((Fact::Entries(id), circuit.all([shown, has_entries])));
        facts.push((Fact::Reasons(id), circuit.all([shown, has_reason])));
        facts.push((Fact::Somebody(id), leads_to_somebody));
        let voices = visit.voices(circuit, id, support);
        facts.extend(
            voices
                .into_iter()
                .enumerate()
                .map(|(place, wire)| (Fact::Voice(id, place), wire)),
        );
    }
    let sentences = visit.sentences(circuit, content.pack);
    facts.extend(
        sentences
            .into_iter()
            .enumerate()
            .filter_map(|(place, wire)| Some((Fact::Sentence(SentenceId::at(place)?), wire))),
    );
    facts
}

fn truth(facts: &[(Fact, Signal)], mut is_on: impl FnMut(Signal) -> bool) -> Truth {
    let mut truth = Truth {
        path: Path {
            asked: Vec::new(),
            answers: Answers::default(),
        },
        shown: Vec::new(),
        urgent: Vec::new(),
        leading: Vec::new(),
        voices: Vec::new(),
        sentences: Vec::new(),
        with_entries: Vec::new(),
        with_reasons: Vec::new(),
        with_somebody: Vec::new(),
    };
    for (fact, wire) in facts {
        if !is_on(*wire) {
            continue;
        }
        match *fact {
            Fact::Asked(question) => truth.path.asked.push(question),
            Fact::Counts(reason) => truth.path.answers.add(reason.question, reason.choice),
            Fact::Shown(id) => truth.shown.push(id),
            Fact::Urgent(id) => truth.urgent.push(id),
            Fact::Leads(id) => truth.leading.push(id),
            Fact::Voice(id, place) => truth.voices.push((id, place)),
            Fact::Sentence(id) => truth.sentences.push(id),
            Fact::Entries(id) => truth.with_entries.push(id),
            Fact::Reasons(id) => truth.with_reasons.push(id),
            Fact::Somebody(id) => truth.with_somebody.push(id),
        }
    }
    truth
}
