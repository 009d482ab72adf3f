//! What follows from each choice: which questions it opens, and what it does to which supports.

use std::collections::BTreeMap;

use domain::condition::{Comparison, Reason};
use domain::survey::Survey;
use domain::{Answers, ChoiceId, Condition, Pack, QuestionId, SupportId};

/// What a choice does to a support. More than one may be true of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Brings it, by itself.
    Brings,
    /// Helps to bring it, together with other answers.
    Together,
    /// Helps to make it urgent.
    Urgent,
    /// Helps to make it lead the list.
    Leads,
    /// Keeps it away, where its condition says so.
    Away,
}

impl Effect {
    /// All, in the order of the legend.
    pub const ALL: [Self; 5] = [
        Self::Brings,
        Self::Together,
        Self::Urgent,
        Self::Leads,
        Self::Away,
    ];
}

/// What follows from every choice.
#[derive(Debug, Default)]
pub struct Links {
    effects: BTreeMap<Reason, BTreeMap<SupportId, Vec<Effect>>>,
    opened: BTreeMap<Reason, Vec<QuestionId>>,
}

impl Links {
    /// What follows in this pack.
    pub fn of(pack: &Pack) -> Self {
        let mut links = Self::default();
        for (id, question) in pack.survey.iter() {
            for_each_choice(&question.relevant, true, &mut |reason, is_for| {
                let opened = links.opened.entry(reason).or_default();
                if is_for && !opened.contains(&id) {
                    opened.push(id);
                }
            });
        }
        for (id, support) in pack.iter_supports() {
            for_each_choice(&support.when, true, &mut |reason, is_for| {
                let effect = match is_for {
                    true if brings_alone(&pack.survey, &support.when, reason) => Effect::Brings,
                    true => Effect::Together,
                    // It is always there; the answer only is no reason for it.
                    false if id == pack.general => return,
                    false => Effect::Away,
                };
                links.add(reason, id, effect);
            });
            for (condition, effect) in [
                (&support.urgent_when, Effect::Urgent),
                (&support.leads_when, Effect::Leads),
            ] {
                for_each_choice(condition, true, &mut |reason, is_for| {
                    if is_for {
                        links.add(reason, id, effect);
                    }
                });
            }
        }
        links
    }

    /// What a choice does to a support, in the order of the legend; empty when nothing.
    pub fn effects(&self, reason: Reason, support: SupportId) -> &[Effect] {
        self.effects
            .get(&reason)
            .and_then(|supports| supports.get(&support))
            .map_or(&[], Vec::as_slice)
    }

    /// The supports to which a choice does this, in the order of the pack.
    pub fn supports(&self, reason: Reason, effect: Effect) -> Vec<SupportId> {
        self.effects.get(&reason).map_or_else(Vec::new, |supports| {
            supports
                .iter()
                .filter(|(_, effects)| effects.contains(&effect))
                .map(|(id, _)| *id)
                .collect()
        })
    }

    /// The questions that a choice helps to open, in the order of the survey.
    pub fn opened(&self, reason: Reason) -> &[QuestionId] {
        self.opened.get(&reason).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, reason: Reason, support: SupportId, effect: Effect) {
        let effects = self
            .effects
            .entry(reason)
            .or_default()
            .entry(support)
            .or_default();
        if let Err(place) = effects.binary_search(&effect) {
            effects.insert(place, effect);
        }
    }
}

/// Calls `visit` with every choice that a condition names, and whether ticking it speaks for the condition.
fn for_each_choice(condition: &Condition, is_for: bool, visit: &mut impl FnMut(Reason, bool)) {
    match condition {
        Condition::Always | Condition::Never | Condition::Count(..) => {}
        Condition::Selected(reason) => visit(*reason, is_for),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                for_each_choice(part, is_for, visit);
            }
        }
        Condition::Not(part) => for_each_choice(part, !is_for, visit),
    }
}

/// Whether a choice is a reason for the condition with nothing else ticked than what leads to its question.
fn brings_alone(survey: &Survey, condition: &Condition, reason: Reason) -> bool {
    let mut reasons = Vec::new();
    condition.add_reasons(&leading_to(survey, reason), &mut reasons);
    reasons.contains(&reason)
}

/// The choice, with nothing else ticked than what leads to its question.
pub fn leading_to(survey: &Survey, reason: Reason) -> Answers {
    let mut answers = Answers::default();
    reach(survey, reason, &mut answers, survey.questions.len());
    answers
}

/// Ticks a choice and, of every alternative the first, what must be ticked so that it is offered.
fn reach(survey: &Survey, reason: Reason, answers: &mut Answers, depth: usize) {
    if answers.is_chosen(reason.question, reason.choice) {
        return;
    }
    answers.add(reason.question, reason.choice);
    let Some(question) = survey.get(reason.question) else {
        return;
    };
    let offered = question
        .choices
        .get(reason.choice.index())
        .map_or(&Condition::Always, |choice| &choice.offered_when);
    // A question looks only at earlier ones, so that this ends before `depth` does.
    if let Some(depth) = depth.checked_sub(1) {
        fulfill(survey, offered, answers, depth);
        fulfill(survey, &question.relevant, answers, depth);
    }
}

fn fulfill(survey: &Survey, condition: &Condition, answers: &mut Answers, depth: usize) {
    if condition.holds(answers) {
        return;
    }
    match condition {
        Condition::Always | Condition::Never | Condition::Not(_) => {}
        Condition::Selected(reason) => reach(survey, *reason, answers, depth),
        Condition::Count(question, comparison, number) => {
            let wanted = match comparison {
                Comparison::Equal | Comparison::AtLeast => *number,
                Comparison::More => number.saturating_add(1),
                Comparison::NotEqual | Comparison::Less | Comparison::AtMost => return,
            };
            let n_choices = survey.get(*question).map_or(0, |found| found.choices.len());
            for choice in (0..n_choices).filter_map(ChoiceId::at) {
                if answers.chosen(*question).len() >= usize::from(wanted) {
                    break;
                }
                let reason = Reason {
                    question: *question,
                    choice,
                };
                reach(survey, reason, answers, depth);
            }
        }
        Condition::All(parts) => {
            for part in parts {
                fulfill(survey, part, answers, depth);
            }
        }
        Condition::Any(parts) => {
            if let Some(first) = parts.first() {
                fulfill(survey, first, answers, depth);
            }
        }
    }
}
