//! Conditions as expressions again, as an editor would write them.

use domain::condition::Comparison;
use domain::survey::Survey;
use domain::{Condition, QuestionId};

/// The expression; it compiles to the same condition.
pub fn written(condition: &Condition, survey: &Survey) -> String {
    let name = |id: QuestionId| survey.get(id).map_or("", |question| &question.name);
    let joined = |parts: &[Condition], between: &str| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| {
                let text = written(part, survey);
                match part {
                    Condition::All(_) | Condition::Any(_) => format!("({text})"),
                    Condition::Always
                    | Condition::Never
                    | Condition::Selected(_)
                    | Condition::Count(..)
                    | Condition::Not(_) => text,
                }
            })
            .collect();
        parts.join(between)
    };
    match condition {
        Condition::Always => "true()".to_owned(),
        Condition::Never => "false()".to_owned(),
        Condition::Selected(reason) => {
            let choice = survey
                .get(reason.question)
                .and_then(|question| question.choices.get(reason.choice.index()))
                .map_or("", |choice| &choice.name);
            format!("selected(${{{}}}, '{choice}')", name(reason.question))
        }
        Condition::Count(id, comparison, number) => {
            format!(
                "count-selected(${{{}}}) {} {number}",
                name(*id),
                sign(*comparison)
            )
        }
        Condition::All(parts) if parts.is_empty() => "true()".to_owned(),
        Condition::Any(parts) if parts.is_empty() => "false()".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::Not(part) => format!("not({})", written(part, survey)),
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::More => ">",
        Comparison::AtLeast => ">=",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::{Scope, condition, parse};
    use crate::spoken::tests::conditions;
    use domain::survey::{Choice, Exclusive, Purpose, Question};
    use domain::{Answers, ChoiceId};
    use proptest::prelude::*;

    /// Three questions of three choices, as the generated conditions name them.
    fn survey() -> Survey {
        let choice = |number: usize| Choice {
            name: format!("choice-{number}"),
            offered_when: Condition::Always,
            exclusive: Exclusive::No,
            own_door: false,
            is_quiet: false,
        };
        let question = |number: usize| Question {
            name: format!("question_{number}"),
            is_multiple: true,
            relevant: Condition::Always,
            constraint: Condition::Always,
            purpose: Purpose::Background,
            carries_emergency: false,
            choices: (0..3).map(choice).collect(),
        };
        Survey {
            questions: (0..3).map(question).collect(),
        }
    }

    proptest! {
        #[test]
        fn what_is_written_means_what_was_read(
            given in conditions(),
            ticked in prop::collection::vec((0u16..3, 0u16..3), 0..7),
        ) {
            let survey = survey();
            let text = written(&given, &survey);
            let scope = Scope {
                questions: &survey.questions,
                n_visible: 3,
                own: None,
                choice: None,
                is_for_reasons: false,
            };
            let mut problems = Vec::new();
            let read = condition(&parse(&text).unwrap(), &scope, &mut problems);
            prop_assert_eq!(problems.len(), 0);
            let mut answers = Answers::default();
            for (question, choice) in ticked {
                answers.add(QuestionId(question), ChoiceId(choice));
            }
            prop_assert_eq!(read.holds(&answers), given.holds(&answers), "{}", text);
        }
    }
}
