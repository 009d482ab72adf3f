//! The answers as a line of text for the tab's storage, by name, so that a new pack can still read them.

use domain::survey::Survey;
use domain::{Answers, ChoiceId};

/// The answers as `question=choice,choice;question=choice`. Empty for no answers.
pub fn write(survey: &Survey, answers: &Answers) -> String {
    let mut text = String::new();
    for (id, chosen) in answers.iter() {
        let Some(question) = survey.get(id) else {
            continue;
        };
        let names = chosen
            .iter()
            .filter_map(|choice| question.choices.get(choice.index()));
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&question.name);
        text.push('=');
        for (place, choice) in names.enumerate() {
            if place > 0 {
                text.push(',');
            }
            text.push_str(&choice.name);
        }
    }
    text
}

/// What a snapshot gives back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The answers that this survey knows.
    pub answers: Answers,
    /// The names it does not know: `question`, or `question.choice`.
    pub dropped: Vec<String>,
}

/// Reads a snapshot. What the survey does not know is dropped and named; nothing is refused as a whole.
pub fn read(survey: &Survey, text: &str) -> Restored {
    let mut restored = Restored::default();
    for part in text.split(';').filter(|part| !part.is_empty()) {
        let (name, choices) = part.split_once('=').unwrap_or((part, ""));
        let Some((id, question)) = survey.find(name).and_then(|id| Some((id, survey.get(id)?)))
        else {
            restored.dropped.push(name.to_owned());
            continue;
        };
        let mut chosen: Vec<ChoiceId> = Vec::new();
        for choice in choices.split(',').filter(|choice| !choice.is_empty()) {
            match question.choice(choice) {
                Some(choice) => chosen.push(choice),
                None => restored.dropped.push(format!("{name}.{choice}")),
            }
        }
        restored.answers.set(id, chosen);
    }
    restored
}
