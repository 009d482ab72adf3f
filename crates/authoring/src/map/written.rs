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
