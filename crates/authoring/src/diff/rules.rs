//! Rules in words: what an expression meant, and what it means.

use domain::Condition;
use domain::survey::Question;

use super::rows::Keyed;
use crate::finding::{Findings, Said};
use crate::said;
use crate::spoken::{Called, Spoken};
use crate::survey;
use crate::table::Folder;
use crate::table::sheets::SURVEY;

/// The survey of one state, by which its expressions are read.
#[derive(Debug)]
pub struct Rules<'a> {
    survey: survey::Compiled<'a>,
    called: Called,
    /// Whether the survey can be read without an error; words about another would mislead.
    is_sound: bool,
}

impl<'a> Rules<'a> {
    /// The rules of a folder.
    pub fn of(folder: &'a Folder) -> Self {
        let mut findings = Findings::default();
        let survey = survey::compile(folder, &mut findings);
        Self {
            called: Called::from_rows(&survey.rows),
            survey,
            is_sound: !findings.has_errors(),
        }
    }

    fn question(&self, name: &str) -> Option<&Question> {
        let id = self.survey.survey.find(name)?;
        self.survey.survey.get(id)
    }

    /// The condition in a cell; `None` where it cannot be read, or for a choice filter, which is many.
    fn condition(&self, keyed: &Keyed<'_>, column: &str) -> Option<Condition> {
        if !self.is_sound || column == "choice_filter" {
            return None;
        }
        if keyed.sheet == SURVEY.name {
            let question = self.question(keyed.text("name"))?;
            return Some(match column {
                "relevant" => question.relevant.clone(),
                _ => question.constraint.clone(),
            });
        }
        let when_empty = match column {
            "urgent_when" | "leads_when" => Condition::Never,
            _ => Condition::Always,
        };
        let mut findings = Findings::default();
        let cell = keyed.row.cells().find(|cell| {
            let header = keyed.row.table().header(column);
            cell.column == header
        });
        let condition = cell.map_or(when_empty.clone(), |cell| {
            self.survey.condition(cell, when_empty, &mut findings)
        });
        (!findings.has_errors()).then_some(condition)
    }

    fn said(&self, condition: &Condition) -> Said {
        Spoken::from(condition).said(&self.called)
    }

    /// When each choice of a question is offered: its name and label, and the condition.
    fn offered(&self, name: &str) -> Vec<(&str, Said, &Condition)> {
        let survey = &self.survey.survey;
        let Some(id) = survey.find(name).filter(|_| self.is_sound) else {
            return Vec::new();
        };
        let labels = self.called.choices(id);
        let choices = survey.get(id).map_or(&[][..], |question| &question.choices);
        choices
            .iter()
            .zip(labels)
            .map(|(choice, label)| (choice.name.as_str(), label.clone(), &choice.offered_when))
            .collect()
    }
}

/// What a rule meant and means. Two empty lists where it cannot be said.
pub fn changed(
    (old, before): (&Rules<'_>, &Keyed<'_>),
    (new, after): (&Rules<'_>, &Keyed<'_>),
    column: &str,
) -> (Vec<Said>, Vec<Said>) {
    if column == "choice_filter" {
        let was = old.offered(before.text("name"));
        let is = new.offered(after.text("name"));
        return (lines(old, &was, new, &is), lines(new, &is, old, &was));
    }
    let said = |rules: &Rules<'_>, keyed: &Keyed<'_>| {
        let condition = rules.condition(keyed, column);
        condition
            .map(|condition| rules.said(&condition))
            .into_iter()
            .collect()
    };
    (said(old, before), said(new, after))
}

/// A line for each choice that is offered under another condition than on the other side.
fn lines(
    rules: &Rules<'_>,
    here: &[(&str, Said, &Condition)],
    other_rules: &Rules<'_>,
    there: &[(&str, Said, &Condition)],
) -> Vec<Said> {
    let offered_there = |name: &str| {
        there
            .iter()
            .find(|(other, ..)| *other == name)
            .map(|(.., condition)| other_rules.said(condition))
    };
    here.iter()
        .map(|(name, label, condition)| (name, label, rules.said(condition)))
        .filter(|(name, _, said)| offered_there(name).as_ref() != Some(said))
        .map(|(_, label, Said { ja, en })| {
            let (label_ja, label_en) = (&label.ja, &label.en);
            said!(
                "「{label_ja}」を選べるとき：{ja}",
                "\"{label_en}\" is offered when {en}"
            )
        })
        .collect()
}
