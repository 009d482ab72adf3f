//! Conditions over answers, as the tables state them, compiled to ids.

use serde::{Deserialize, Serialize};

use crate::ids::{ChoiceId, QuestionId};
use crate::survey::Answers;

/// One answer that led to something: a question and the choice that was ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reason {
    /// The question that was answered.
    pub question: QuestionId,
    /// The choice that was ticked.
    pub choice: ChoiceId,
}

/// How a count is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// Whether `left` compares to `right` in this way.
    pub fn holds(self, left: usize, right: usize) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
        }
    }
}

/// A condition over the answers that count.
///
/// Source: XLSForm `relevant` and `choice_filter`, in the subset that `content/README.md` names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Holds for every visit.
    Always,
    /// Holds for no visit.
    Never,
    /// The choice is ticked.
    Selected(Reason),
    /// The number of ticked choices compares to a number; unanswered counts 0.
    Count(QuestionId, Comparison, u16),
    /// Every part holds.
    All(Vec<Condition>),
    /// At least one part holds.
    Any(Vec<Condition>),
    /// The part does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether it holds for `answers`, which must be those on the path.
    pub fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Selected(reason) => answers.is_chosen(reason.question, reason.choice),
            Self::Count(question, comparison, number) => {
                comparison.holds(answers.chosen(*question).len(), usize::from(*number))
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
            Self::Not(part) => !part.holds(answers),
        }
    }

    /// Adds to `reasons` the ticked choices that make it hold, in the order of the condition, without repeats.
    ///
    /// Every part of an "and", every true part of an "or", nothing under a "not". Adds nothing where it does not hold.
    pub fn add_reasons(&self, answers: &Answers, reasons: &mut Vec<Reason>) {
        if !self.holds(answers) {
            return;
        }
        match self {
            Self::Selected(reason) => {
                if !reasons.contains(reason) {
                    reasons.push(*reason);
                }
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.add_reasons(answers, reasons);
                }
            }
            Self::Always | Self::Never | Self::Count(..) | Self::Not(_) => {}
        }
    }

    /// Calls `visit` with every question that the condition names.
    pub fn for_each_question(&self, visit: &mut impl FnMut(QuestionId)) {
        match self {
            Self::Always | Self::Never => {}
            Self::Selected(reason) => visit(reason.question),
            Self::Count(question, ..) => visit(*question),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.for_each_question(visit);
                }
            }
            Self::Not(part) => part.for_each_question(visit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(question: u16, choice: u16) -> Condition {
        Condition::Selected(Reason {
            question: QuestionId(question),
            choice: ChoiceId(choice),
        })
    }

    fn answers(ticked: &[(u16, u16)]) -> Answers {
        let mut answers = Answers::default();
        for (question, choice) in ticked {
            answers.add(QuestionId(*question), ChoiceId(*choice));
        }
        answers
    }

    #[test]
    fn the_reasons_of_an_or_are_its_true_parts() {
        let condition = Condition::Any(vec![selected(0, 0), selected(0, 1), selected(1, 0)]);
        let mut reasons = Vec::new();
        condition.add_reasons(&answers(&[(0, 1), (1, 0)]), &mut reasons);
        assert_eq!(
            reasons,
            [
                Reason {
                    question: QuestionId(0),
                    choice: ChoiceId(1)
                },
                Reason {
                    question: QuestionId(1),
                    choice: ChoiceId(0)
                }
            ]
        );
    }

    #[test]
    fn an_and_that_fails_has_no_reasons() {
        let condition = Condition::All(vec![selected(0, 0), selected(1, 0)]);
        let mut reasons = Vec::new();
        condition.add_reasons(&answers(&[(0, 0)]), &mut reasons);
        assert_eq!(reasons, []);
    }

    #[test]
    fn nothing_under_a_not_is_a_reason() {
        let condition = Condition::All(vec![
            Condition::Not(Box::new(selected(0, 0))),
            selected(1, 0),
        ]);
        let mut reasons = Vec::new();
        condition.add_reasons(&answers(&[(1, 0)]), &mut reasons);
        assert_eq!(
            reasons,
            [Reason {
                question: QuestionId(1),
                choice: ChoiceId(0)
            }]
        );
    }

    #[test]
    fn an_unanswered_question_counts_zero() {
        assert!(Condition::Count(QuestionId(7), Comparison::Equal, 0).holds(&Answers::default()));
    }
}
