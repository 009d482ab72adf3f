//! The questions, the answers, and the path that follows from them.
//!
//! The path is never stored: it is replayed from the answers, so that going back, reloading, another language and a new
//! pack are all the same replay. An answer off the path is kept but does not count.

use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::ids::{ChoiceId, QuestionId};
use crate::order::insert;

/// What a choice does to the others of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exclusive {
    /// Stands beside any other choice.
    No,
    /// Stands alone on the screen; where other choices come with it, it gives way to them.
    Yields,
    /// Stands alone on the screen; where other choices come with it, they give way to it.
    Wins,
}

/// One choice of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The name in `choices.csv`, unique within the question.
    pub name: String,
    /// When it is offered; from the question's `choice_filter`.
    pub offered_when: Condition,
    /// What it does to the others.
    pub exclusive: Exclusive,
    /// Whether this role has its own door among the first supports (bereaved, child, workplace).
    pub own_door: bool,
    /// Whether it is never proposed to a person who did not tick it.
    pub is_quiet: bool,
}

/// What a question is for, as far as matching needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// Who is asking.
    Role,
    /// Where in the illness, or how old: orders, and rarely brings something by itself.
    Background,
    /// The worry list.
    Worries,
    /// More about one or more worries, which stand here as choices of the worry list, the nearest first.
    FollowUp(Vec<ChoiceId>),
    /// A special situation with its own contacts.
    Situation,
    /// The worry that comes first; its choices are those of the worry list, in the same order.
    Most,
    /// What kind of help, and how to be in contact.
    Wish,
    /// A consideration that the person needs, or its detail.
    Access,
    /// The prefecture.
    Prefecture,
    /// The municipality; its names are those of the entries.
    Municipality,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The name in `survey.csv`.
    pub name: String,
    /// Whether more than one choice may be ticked.
    pub is_multiple: bool,
    /// When it is asked; may look only at questions before it.
    pub relevant: Condition,
    /// What an answer must fulfill; the screen says so, and the person may go on without answering.
    pub constraint: Condition,
    /// What it is for.
    pub purpose: Purpose,
    /// Whether its screen carries the fixed sentence about emergencies of the body.
    pub carries_emergency: bool,
    /// Its choices, never empty.
    pub choices: Vec<Choice>,
}

impl Question {
    /// The choice with this name.
    pub fn choice(&self, name: &str) -> Option<ChoiceId> {
        ChoiceId::at(self.choices.iter().position(|choice| choice.name == name)?)
    }

    /// The choices offered to a person who gave `answers` before, in the list's order.
    pub fn offered<'a>(
        &'a self,
        answers: &'a Answers,
    ) -> impl Iterator<Item = (ChoiceId, &'a Choice)> {
        self.choices
            .iter()
            .enumerate()
            .filter(|(_, choice)| choice.offered_when.holds(answers))
            .filter_map(|(index, choice)| Some((ChoiceId::at(index)?, choice)))
    }

    /// What of `chosen` counts: only what is offered, one choice of a single question, and exclusive choices settled.
    fn settled(&self, chosen: &[ChoiceId], answers: &Answers) -> Vec<ChoiceId> {
        let known = |id: &ChoiceId| self.choices.get(id.index());
        let is_exclusive = |id: &ChoiceId, kind: Exclusive| {
            known(id).is_some_and(|choice| choice.exclusive == kind)
        };
        let mut kept: Vec<ChoiceId> = chosen
            .iter()
            .copied()
            .filter(|id| known(id).is_some_and(|choice| choice.offered_when.holds(answers)))
            .collect();
        if let Some(winner) = kept
            .iter()
            .copied()
            .find(|id| is_exclusive(id, Exclusive::Wins))
        {
            return vec![winner];
        }
        if kept.iter().any(|id| !is_exclusive(id, Exclusive::Yields)) {
            kept.retain(|id| !is_exclusive(id, Exclusive::Yields));
        }
        if !self.is_multiple || kept.iter().all(|id| is_exclusive(id, Exclusive::Yields)) {
            kept.truncate(1);
        }
        kept
    }
}

/// The survey: its questions in the order in which they are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The questions.
    pub questions: Vec<Question>,
}

impl Survey {
    /// The question with this id.
    pub fn get(&self, id: QuestionId) -> Option<&Question> {
        self.questions.get(id.index())
    }

    /// The question with this name.
    pub fn find(&self, name: &str) -> Option<QuestionId> {
        QuestionId::at(
            self.questions
                .iter()
                .position(|question| question.name == name)?,
        )
    }

    /// The first question with this purpose.
    pub fn with_purpose(&self, purpose: &Purpose) -> Option<QuestionId> {
        QuestionId::at(
            self.questions
                .iter()
                .position(|question| question.purpose == *purpose)?,
        )
    }

    /// All questions with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .filter_map(|(index, question)| Some((QuestionId::at(index)?, question)))
    }

    /// The questions that these answers lead to, and the answers that count.
    ///
    /// A question without an offered choice is not asked. Every path ends, as each question is looked at once.
    pub fn path(&self, given: &Answers) -> Path {
        let mut path = Path {
            asked: Vec::with_capacity(self.questions.len()),
            answers: Answers::default(),
        };
        for (id, question) in self.iter() {
            if !question.relevant.holds(&path.answers)
                || question.offered(&path.answers).next().is_none()
            {
                continue;
            }
            path.asked.push(id);
            let chosen = given.chosen(id);
            if !chosen.is_empty() {
                let settled = question.settled(chosen, &path.answers);
                path.answers.set(id, settled);
            }
        }
        path
    }
}

/// What replaying the answers gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The questions on the path, in order.
    pub asked: Vec<QuestionId>,
    /// The answers that count: on the path, offered, and settled.
    pub answers: Answers,
}

/// What a person ticked, by question. Unanswered and "nothing ticked" are the same; a skipped question is not a "no".
#[derive(Clone, Debug, Default)]
pub struct Answers {
    by_question: Vec<Vec<ChoiceId>>,
}

impl Answers {
    /// The ticked choices of a question, in the list's order; empty when unanswered.
    pub fn chosen(&self, question: QuestionId) -> &[ChoiceId] {
        self.by_question
            .get(question.index())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether this choice is ticked.
    pub fn is_chosen(&self, question: QuestionId, choice: ChoiceId) -> bool {
        self.chosen(question).contains(&choice)
    }

    /// Puts the answer to a question, in any order and with repeats; an empty answer takes it away.
    pub fn set(&mut self, question: QuestionId, choices: Vec<ChoiceId>) {
        let mut ordered = Vec::with_capacity(choices.len());
        for choice in choices {
            insert(&mut ordered, choice);
        }
        if self.by_question.len() <= question.index() {
            if ordered.is_empty() {
                return;
            }
            self.by_question.resize_with(question.index() + 1, Vec::new);
        }
        if let Some(slot) = self.by_question.get_mut(question.index()) {
            *slot = ordered;
        }
    }

    /// Ticks one more choice.
    pub fn add(&mut self, question: QuestionId, choice: ChoiceId) {
        let mut choices = self.chosen(question).to_vec();
        choices.push(choice);
        self.set(question, choices);
    }

    /// Takes every answer away.
    pub fn clear(&mut self) {
        self.by_question.clear();
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.by_question.iter().all(Vec::is_empty)
    }

    /// The answered questions with their ticked choices, in the survey's order.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &[ChoiceId])> {
        self.by_question
            .iter()
            .enumerate()
            .filter(|(_, choices)| !choices.is_empty())
            .filter_map(|(index, choices)| Some((QuestionId::at(index)?, choices.as_slice())))
    }
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Answers {}
