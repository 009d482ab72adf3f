//! A condition as an editor would write it.

use domain::Condition;
use domain::condition::{Comparison, Reason};
use domain::survey::Survey;

/// The condition as an XLSForm expression.
pub fn written(condition: &Condition, survey: &Survey) -> String {
    match condition {
        Condition::Always => String::from("true()"),
        Condition::Never => String::from("false()"),
        Condition::Selected(Reason { question, choice }) => {
            let question = survey.get(*question);
            let choice = question.and_then(|asked| asked.choices.get(choice.index()));
            let question = question.map_or("?", |asked| &asked.name);
            let choice = choice.map_or("?", |choice| &choice.name);
            format!("selected(${{{question}}}, '{choice}')")
        }
        Condition::Count(question, comparison, number) => {
            let question = survey.get(*question).map_or("?", |asked| &asked.name);
            let sign = sign(*comparison);
            format!("count-selected(${{{question}}}) {sign} {number}")
        }
        Condition::All(parts) => joined(parts, " and ", survey),
        Condition::Any(parts) => joined(parts, " or ", survey),
        Condition::Not(part) => format!("not({})", written(part, survey)),
    }
}

fn joined(parts: &[Condition], word: &str, survey: &Survey) -> String {
    let parts: Vec<String> = parts.iter().map(|part| written(part, survey)).collect();
    format!("({})", parts.join(word))
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
