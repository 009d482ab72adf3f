//! The path of a visit as wires: what `domain::survey::Survey::path` replays, for all answers at once.

use domain::condition::{Comparison, Reason};
use domain::survey::{Choice, Exclusive, Question, Survey};
use domain::{Condition, QuestionId};

use crate::proof::circuit::{Circuit, Signal};

/// For each question, for each of its choices, a wire.
pub type ByChoice = Vec<Vec<Signal>>;

/// What follows from the ticks of one visit.
#[derive(Clone, Debug)]
pub struct Replay {
    /// What is ticked, on the path or off it.
    pub ticked: ByChoice,
    /// The questions that are asked.
    pub asked: Vec<Signal>,
    /// The choices that are offered.
    pub offered: ByChoice,
    /// The choices that count: ticked, on the path, offered, and settled.
    pub counted: ByChoice,
}

/// A free wire for every choice of the survey, in the survey's order.
pub fn free_ticks(circuit: &mut Circuit, survey: &Survey) -> ByChoice {
    let questions = survey.questions.iter();
    questions
        .map(|question| {
            let choices = question.choices.iter();
            choices.map(|_| circuit.input()).collect()
        })
        .collect()
}

impl Replay {
    /// The path of a visit with these ticks.
    pub fn of(circuit: &mut Circuit, survey: &Survey, ticked: ByChoice) -> Self {
        let mut replay = Self {
            ticked: Vec::new(),
            asked: Vec::new(),
            offered: Vec::new(),
            counted: Vec::new(),
        };
        for (question, ticks) in survey.questions.iter().zip(&ticked) {
            // What stands later is not answered yet: its conditions see nothing of it.
            let offered: Vec<Signal> = question
                .choices
                .iter()
                .map(|choice| replay.holds(circuit, &choice.offered_when))
                .collect();
            let is_relevant = replay.holds(circuit, &question.relevant);
            let is_offered = circuit.any(offered.iter().copied());
            let asked = circuit.all([is_relevant, is_offered]);
            let kept: Vec<Signal> = ticks
                .iter()
                .zip(&offered)
                .map(|(ticked, offered)| circuit.all([*ticked, *offered]))
                .collect();
            let counted = settled(circuit, question, &kept)
                .into_iter()
                .map(|settled| circuit.all([asked, settled]))
                .collect();
            replay.asked.push(asked);
            replay.offered.push(offered);
            replay.counted.push(counted);
        }
        replay.ticked = ticked;
        replay
    }

    /// Whether a condition holds for the answers that count.
    pub fn holds(&self, circuit: &mut Circuit, condition: &Condition) -> Signal {
        holds(circuit, &self.counted, condition)
    }

    /// Whether a constraint holds: the screen looks at what is ticked before anything gives way.
    pub fn fulfills(
        &self,
        circuit: &mut Circuit,
        survey: &Survey,
        constraint: &Condition,
    ) -> Signal {
        let questions = survey.questions.iter();
        let on_screen: ByChoice = questions
            .zip(self.ticked.iter().zip(&self.counted))
            .map(|(question, (ticked, counted))| {
                let seen = if question.is_multiple {
                    ticked
                } else {
                    counted
                };
                seen.clone()
            })
            .collect();
        holds(circuit, &on_screen, constraint)
    }

    /// Whether the reasons of a condition include one for which `is_meant` holds.
    ///
    /// The same walk as `Condition::add_reasons`.
    pub fn is_brought_by(
        &self,
        circuit: &mut Circuit,
        condition: &Condition,
        is_meant: &mut impl FnMut(&mut Circuit, Reason) -> Signal,
    ) -> Signal {
        match condition {
            Condition::Selected(reason) => {
                let is_meant = is_meant(circuit, *reason);
                circuit.all([is_meant, self.count(*reason)])
            }
            Condition::All(parts) | Condition::Any(parts) => {
                let brought: Vec<Signal> = parts
                    .iter()
                    .map(|part| self.is_brought_by(circuit, part, is_meant))
                    .collect();
                let is_brought = circuit.any(brought);
                if is_brought == Signal::NEVER {
                    return is_brought;
                }
                let holds = self.holds(circuit, condition);
                circuit.all([is_brought, holds])
            }
            Condition::Always | Condition::Never | Condition::Count(..) | Condition::Not(_) => {
                Signal::NEVER
            }
        }
    }

    /// Whether a choice counts.
    pub fn count(&self, reason: Reason) -> Signal {
        wire(&self.counted, reason)
    }

    /// The wires of the choices of a question that count.
    pub fn counted_of(&self, question: QuestionId) -> &[Signal] {
        self.counted
            .get(question.index())
            .map_or(&[], Vec::as_slice)
    }

    /// Of the choices of a question, which one is the first that counts.
    pub fn first_of(&self, circuit: &mut Circuit, question: QuestionId) -> Vec<Signal> {
        circuit.first_of(self.counted_of(question))
    }
}

fn wire(wires: &[Vec<Signal>], reason: Reason) -> Signal {
    wires
        .get(reason.question.index())
        .and_then(|choices| choices.get(reason.choice.index()))
        .copied()
        .unwrap_or(Signal::NEVER)
}

fn holds(circuit: &mut Circuit, wires: &[Vec<Signal>], condition: &Condition) -> Signal {
    match condition {
        Condition::Always => Signal::ALWAYS,
        Condition::Never => Signal::NEVER,
        Condition::Selected(reason) => wire(wires, *reason),
        Condition::Count(question, comparison, number) => {
            let choices = wires
                .get(question.index())
                .map_or([].as_slice(), Vec::as_slice);
            compare(circuit, choices, *comparison, usize::from(*number))
        }
        Condition::All(parts) => {
            let parts: Vec<Signal> = parts
                .iter()
                .map(|part| holds(circuit, wires, part))
                .collect();
            circuit.all(parts)
        }
        Condition::Any(parts) => {
            let parts: Vec<Signal> = parts
                .iter()
                .map(|part| holds(circuit, wires, part))
                .collect();
            circuit.any(parts)
        }
        Condition::Not(part) => !holds(circuit, wires, part),
    }
}

fn compare(
    circuit: &mut Circuit,
    choices: &[Signal],
    comparison: Comparison,
    number: usize,
) -> Signal {
    match comparison {
        Comparison::AtLeast => circuit.at_least(choices, number),
        Comparison::More => circuit.at_least(choices, number + 1),
        Comparison::Less => !circuit.at_least(choices, number),
        Comparison::AtMost => !circuit.at_least(choices, number + 1),
        Comparison::Equal => {
            let reached = circuit.at_least(choices, number);
            let passed = circuit.at_least(choices, number + 1);
            circuit.all([reached, !passed])
        }
        Comparison::NotEqual => !compare(circuit, choices, Comparison::Equal, number),
    }
}

/// What of the ticked and offered choices counts: the same as `domain::survey::Question::settled`.
fn settled(circuit: &mut Circuit, question: &Question, kept: &[Signal]) -> Vec<Signal> {
    let only = |is_meant: &dyn Fn(&Choice) -> bool| -> Vec<Signal> {
        question
            .choices
            .iter()
            .zip(kept)
            .map(|(choice, kept)| {
                if is_meant(choice) {
                    *kept
                } else {
                    Signal::NEVER
                }
            })
            .collect()
    };
    let winners = only(&|choice| choice.exclusive == Exclusive::Wins);
    let yielding = only(&|choice| choice.exclusive == Exclusive::Yields);
    let standing = only(&|choice| choice.exclusive != Exclusive::Yields);
    let has_winner = circuit.any(winners.iter().copied());
    let has_standing = circuit.any(standing.iter().copied());
    let first_winner = circuit.first_of(&winners);
    let first_yielding = circuit.first_of(&yielding);
    let standing = if question.is_multiple {
        standing
    } else {
        circuit.first_of(&standing)
    };
    first_winner
        .into_iter()
        .zip(first_yielding)
        .zip(standing)
        .map(|((winner, yielding), standing)| {
            let alone = circuit.all([yielding, !has_standing]);
            let beside = circuit.all([standing, !has_winner]);
            circuit.any([winner, alone, beside])
        })
        .collect()
}
