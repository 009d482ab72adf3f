//! Conditions in words: what an editor and a council read instead of an expression.

mod said;

use domain::condition::Comparison;
use domain::{ChoiceId, Condition, QuestionId};

pub use said::Called;

/// Which of some choices of one question were chosen. Unanswered is the same as not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// At least one of them.
    Any,
    /// Every one of them.
    All,
    /// None of them.
    None,
    /// Not every one of them.
    NotAll,
}

impl Which {
    fn opposite(self) -> Self {
        match self {
            Self::Any => Self::None,
            Self::All => Self::NotAll,
            Self::None => Self::Any,
            Self::NotAll => Self::All,
        }
    }
}

/// A condition as one says it: without a "not" around other parts, and what is about one question together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// Always.
    Always,
    /// Never.
    Never,
    /// About the choices of one question; never without a choice.
    Chose(QuestionId, Which, Vec<ChoiceId>),
    /// About how many choices of one question were chosen.
    Count(QuestionId, Comparison, u16),
    /// All of at least two parts.
    All(Vec<Spoken>),
    /// At least one of at least two parts.
    Any(Vec<Spoken>),
}

impl From<&Condition> for Spoken {
    fn from(condition: &Condition) -> Self {
        spoken(condition, true)
    }
}

/// The condition as it is said, or its opposite.
fn spoken(condition: &Condition, is_meant: bool) -> Spoken {
    let parts = |parts: &[Condition]| parts.iter().map(|part| spoken(part, is_meant)).collect();
    match condition {
        Condition::Always if is_meant => Spoken::Always,
        Condition::Never if !is_meant => Spoken::Always,
        Condition::Always | Condition::Never => Spoken::Never,
        Condition::Selected(reason) => {
            let which = if is_meant { Which::Any } else { Which::None };
            Spoken::Chose(reason.question, which, vec![reason.choice])
        }
        Condition::Count(question, comparison, number) => {
            let comparison = if is_meant {
                *comparison
            } else {
                opposite(*comparison)
            };
            count(*question, comparison, *number)
        }
        Condition::All(inner) if is_meant => all_of(parts(inner)),
        Condition::Any(inner) if !is_meant => all_of(parts(inner)),
        Condition::All(inner) | Condition::Any(inner) => any_of(parts(inner)),
        Condition::Not(part) => spoken(part, !is_meant),
    }
}

fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::More,
        Comparison::More => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

/// A count, with those that say the same in one form.
fn count(question: QuestionId, comparison: Comparison, number: u16) -> Spoken {
    match (comparison, number) {
        (Comparison::AtLeast, 0) => Spoken::Always,
        (Comparison::Less, 0) => Spoken::Never,
        (Comparison::AtMost, 0) | (Comparison::Less, 1) => {
            Spoken::Count(question, Comparison::Equal, 0)
        }
        (Comparison::AtLeast, 1) | (Comparison::NotEqual, 0) => {
            Spoken::Count(question, Comparison::More, 0)
        }
        _ => Spoken::Count(question, comparison, number),
    }
}

fn all_of(parts: Vec<Spoken>) -> Spoken {
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Spoken::Always => {}
            Spoken::Never => return Spoken::Never,
            Spoken::All(inner) => {
                for part in inner {
                    add(&mut kept, part, joined_by_and);
                }
            }
            part => add(&mut kept, part, joined_by_and),
        }
    }
    match kept.len() {
        0 => Spoken::Always,
        1 => kept.remove(0),
        _ => Spoken::All(kept),
    }
}

fn any_of(parts: Vec<Spoken>) -> Spoken {
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Spoken::Never => {}
            Spoken::Always => return Spoken::Always,
            Spoken::Any(inner) => {
                for part in inner {
                    add(&mut kept, part, joined_by_or);
                }
            }
            part => add(&mut kept, part, joined_by_or),
        }
    }
    match kept.len() {
        0 => Spoken::Never,
        1 => kept.remove(0),
        _ => Spoken::Any(kept),
    }
}

/// What two statements about choices of one question say together, if one can say it in one breath.
type Joined = fn((Which, usize), (Which, usize)) -> Option<Which>;

fn joined_by_and(one: (Which, usize), other: (Which, usize)) -> Option<Which> {
    match (one, other) {
        ((Which::None, _), (Which::None, _)) => Some(Which::None),
        ((Which::All, _) | (Which::Any, 1), (Which::All, _) | (Which::Any, 1)) => Some(Which::All),
        _ => None,
    }
}

fn joined_by_or(one: (Which, usize), other: (Which, usize)) -> Option<Which> {
    let turned = |(which, n_choices): (Which, usize)| (which.opposite(), n_choices);
    joined_by_and(turned(one), turned(other)).map(Which::opposite)
}

/// Adds a part to its like, if there is one, else to the end.
fn add(kept: &mut Vec<Spoken>, part: Spoken, joined: Joined) {
    let Spoken::Chose(question, which, choices) = part else {
        if !kept.contains(&part) {
            kept.push(part);
        }
        return;
    };
    for known in kept.iter_mut() {
        if let Spoken::Chose(known_question, known_which, known_choices) = known
            && *known_question == question
            && let Some(together) =
                joined((*known_which, known_choices.len()), (which, choices.len()))
        {
            *known_which = together;
            for choice in choices {
                if !known_choices.contains(&choice) {
                    known_choices.push(choice);
                }
            }
            return;
        }
    }
    kept.push(Spoken::Chose(question, which, choices));
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use domain::Answers;
    use domain::condition::Reason;
    use proptest::prelude::*;

    impl Spoken {
        /// Whether what is said is true of these answers.
        fn holds(&self, answers: &Answers) -> bool {
            match self {
                Self::Always => true,
                Self::Never => false,
                Self::Chose(question, which, choices) => {
                    let mut chosen = choices
                        .iter()
                        .map(|choice| answers.is_chosen(*question, *choice));
                    match which {
                        Which::Any => chosen.any(|is| is),
                        Which::All => chosen.all(|is| is),
                        Which::None => !chosen.any(|is| is),
                        Which::NotAll => !chosen.all(|is| is),
                    }
                }
                Self::Count(question, comparison, number) => {
                    comparison.holds(answers.chosen(*question).len(), usize::from(*number))
                }
                Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
                Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
            }
        }
    }

    fn selected(question: u16, choice: u16) -> Condition {
        Condition::Selected(Reason {
            question: QuestionId(question),
            choice: ChoiceId(choice),
        })
    }

    fn not(condition: Condition) -> Condition {
        Condition::Not(Box::new(condition))
    }

    /// Conditions of every form over three questions of three choices.
    pub(crate) fn conditions() -> impl Strategy<Value = Condition> {
        let comparison = prop::sample::select(vec![
            Comparison::Equal,
            Comparison::NotEqual,
            Comparison::Less,
            Comparison::AtMost,
            Comparison::More,
            Comparison::AtLeast,
        ]);
        let leaf = prop_oneof![
            1 => Just(Condition::Always),
            1 => Just(Condition::Never),
            6 => (0u16..3, 0u16..3).prop_map(|(question, choice)| selected(question, choice)),
            2 => (0u16..3, comparison, 0u16..4)
                .prop_map(|(question, comparison, number)| Condition::Count(QuestionId(question), comparison, number)),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            let parts = prop::collection::vec(inner.clone(), 0..4);
            prop_oneof![
                parts.clone().prop_map(Condition::All),
                parts.prop_map(Condition::Any),
                inner.prop_map(not),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_said_is_true_exactly_when_the_condition_holds(
            condition in conditions(),
            ticked in prop::collection::vec((0u16..3, 0u16..3), 0..7),
        ) {
            let mut answers = Answers::default();
            for (question, choice) in ticked {
                answers.add(QuestionId(question), ChoiceId(choice));
            }
            prop_assert_eq!(Spoken::from(&condition).holds(&answers), condition.holds(&answers));
        }
    }

    #[test]
    fn choices_of_one_question_are_said_together() {
        let either = Condition::Any(vec![selected(0, 1), selected(1, 0), selected(0, 2)]);
        assert_eq!(
            Spoken::from(&either),
            Spoken::Any(vec![
                Spoken::Chose(QuestionId(0), Which::Any, vec![ChoiceId(1), ChoiceId(2)]),
                Spoken::Chose(QuestionId(1), Which::Any, vec![ChoiceId(0)]),
            ])
        );
    }

    #[test]
    fn not_one_of_two_is_neither() {
        let neither = not(Condition::Any(vec![selected(0, 1), selected(0, 2)]));
        assert_eq!(
            Spoken::from(&neither),
            Spoken::Chose(QuestionId(0), Which::None, vec![ChoiceId(1), ChoiceId(2)])
        );
    }

    #[test]
    fn twice_not_is_yes() {
        assert_eq!(
            Spoken::from(&not(not(selected(0, 1)))),
            Spoken::from(&selected(0, 1))
        );
    }

    #[test]
    fn an_alternative_within_and_stays_one() {
        let condition = Condition::All(vec![
            Condition::Any(vec![selected(0, 0), selected(0, 1)]),
            selected(0, 2),
        ]);
        assert_eq!(
            Spoken::from(&condition),
            Spoken::All(vec![
                Spoken::Chose(QuestionId(0), Which::Any, vec![ChoiceId(0), ChoiceId(1)]),
                Spoken::Chose(QuestionId(0), Which::Any, vec![ChoiceId(2)]),
            ])
        );
    }
}
