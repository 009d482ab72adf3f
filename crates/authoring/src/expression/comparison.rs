//! Comparisons: of answers with texts and numbers, of counts, and of what is known beforehand.

use domain::condition::{Comparison, Reason};
use domain::survey::Question;
use domain::{ChoiceId, Condition, QuestionId};

use super::fold::{all_of, any_of, truth};
use super::meaning::{Reader, Term};
use super::parser::Expression;
use crate::said;

impl<'s> Reader<'s, '_> {
    /// The condition that two sides compare in this way.
    pub(super) fn comparison(
        &mut self,
        left: &'s Expression,
        comparison: Comparison,
        right: &'s Expression,
        at: usize,
    ) -> Condition {
        let terms = (self.term(left), self.term(right));
        match terms {
            (Term::Unknown, _) | (_, Term::Unknown) => Condition::Never,
            (Term::Answer(id, question), Term::Text(text, place)) => {
                self.answer_to_text(id, question, comparison, text, place)
            }
            (Term::Text(text, place), Term::Answer(id, question)) => {
                self.answer_to_text(id, question, turned(comparison), text, place)
            }
            (Term::Answer(id, question), Term::Number(number)) => {
                self.answer_to_number(id, question, comparison, number, at)
            }
            (Term::Number(number), Term::Answer(id, question)) => {
                self.answer_to_number(id, question, turned(comparison), number, at)
            }
            (Term::Count(id), Term::Number(number)) => Condition::Count(id, comparison, number),
            (Term::Number(number), Term::Count(id)) => {
                Condition::Count(id, turned(comparison), number)
            }
            (Term::Text(left, _), Term::Text(right, _)) => match comparison {
                Comparison::Equal => truth(left == right),
                Comparison::NotEqual => truth(left != right),
                Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast => {
                    self.numbers(number_in(left), comparison, number_in(right), at)
                }
            },
            (Term::Text(text, _), Term::Number(number)) => {
                self.numbers(number_in(text), comparison, Some(number), at)
            }
            (Term::Number(number), Term::Text(text, _)) => {
                self.numbers(Some(number), comparison, number_in(text), at)
            }
            (Term::Number(left), Term::Number(right)) => {
                self.numbers(Some(left), comparison, Some(right), at)
            }
            (
                Term::Answer(..) | Term::Text(..) | Term::Number(_) | Term::Count(_) | Term::Truth,
                _,
            ) => {
                self.incomparable(at);
                Condition::Never
            }
        }
    }

    fn incomparable(&mut self, at: usize) {
        self.unsupported(
            at,
            said!(
                "この二つは比べられません。",
                "These two cannot be compared."
            ),
        );
    }

    /// Two numbers known beforehand; a text that is no number is equal to none.
    fn numbers(
        &mut self,
        left: Option<u16>,
        comparison: Comparison,
        right: Option<u16>,
        at: usize,
    ) -> Condition {
        match (left, right, comparison) {
            (Some(left), Some(right), _) => {
                truth(comparison.holds(usize::from(left), usize::from(right)))
            }
            (_, _, Comparison::Equal) => Condition::Never,
            (_, _, Comparison::NotEqual) => Condition::Always,
            (
                _,
                _,
                Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast,
            ) => {
                self.incomparable(at);
                Condition::Never
            }
        }
    }

    fn answer_to_text(
        &mut self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        text: &str,
        at: usize,
    ) -> Condition {
        match comparison {
            Comparison::Equal if text.is_empty() => Condition::Count(id, Comparison::Equal, 0),
            Comparison::NotEqual if text.is_empty() => Condition::Count(id, Comparison::More, 0),
            Comparison::Equal => self.only(id, question, text, at),
            Comparison::NotEqual => match self.only(id, question, text, at) {
                Condition::Never => Condition::Always,
                only => Condition::Not(Box::new(only)),
            },
            Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast => {
                match number_in(text) {
                    Some(number) => self.answer_to_number(id, question, comparison, number, at),
                    None => {
                        self.incomparable(at);
                        Condition::Never
                    }
                }
            }
        }
    }

    /// The choice and no other: in XLSForm an answer equals a text only as a whole.
    fn only(&mut self, id: QuestionId, question: &Question, choice: &str, at: usize) -> Condition {
        let selected = self.choice(id, question, choice, at);
        if question.is_multiple && selected != Condition::Never {
            all_of(vec![selected, Condition::Count(id, Comparison::Equal, 1)])
        } else {
            selected
        }
    }

    fn answer_to_number(
        &mut self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        number: u16,
        at: usize,
    ) -> Condition {
        if question.is_multiple {
            let name = &question.name;
            self.unsupported(
                at,
                said!(
                    "「{name}」は複数を選べる質問なので、数と比べられません。",
                    "\"{name}\" takes several choices and cannot be compared with a number."
                ),
            );
            return Condition::Never;
        }
        self.choice_numbered(id, question, comparison, number)
    }

    /// The condition that a choice is ticked whose name is a number that compares in this way.
    pub(super) fn choice_numbered(
        &self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        number: u16,
    ) -> Condition {
        let fits = |name: &str| {
            number_in(name)
                .is_some_and(|value| comparison.holds(usize::from(value), usize::from(number)))
        };
        let parts = question
            .choices
            .iter()
            .enumerate()
            .filter(|(_, choice)| fits(&choice.name))
            .filter_map(|(index, _)| ChoiceId::at(index))
            .map(|choice| {
                Condition::Selected(Reason {
                    question: id,
                    choice,
                })
            })
            .collect();
        any_of(parts, self.scope.is_for_reasons)
    }
}

fn number_in(text: &str) -> Option<u16> {
    text.parse().ok()
}

/// The comparison with its sides changed over.
fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::Equal,
        Comparison::NotEqual => Comparison::NotEqual,
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::More => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}
