//! A question, and the page of all answers.

use std::rc::Rc;

use domain::survey::Purpose;
use domain::text::{Key, Text};
use domain::{ChoiceId, QuestionId};

use super::Phrase;
use crate::model::Model;
use crate::route::Route;
#[cfg(feature = "whole")]
use crate::saved;

/// Above this number of choices a drop-down list is easier than a column of buttons.
const LONG_LIST: usize = 24;

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One of a few.
    Radios,
    /// Any of several.
    Checkboxes,
    /// One of a long list.
    List,
}

/// One choice on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceView {
    /// The choice.
    pub id: ChoiceId,
    /// What it says.
    pub label: Phrase,
    /// Whether it is ticked.
    pub is_chosen: bool,
    /// The name of its pictogram: worries have one.
    pub picture: Option<Rc<str>>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// The question.
    pub id: QuestionId,
    /// "Question 3 of 12".
    pub progress: Phrase,
    /// How far along the path, in percent.
    pub percent: usize,
    /// The question in words.
    pub label: Phrase,
    /// A line of help; may be empty.
    pub hint: Phrase,
    /// Whether one or several may be ticked, in words.
    pub how_many: Phrase,
    /// How it is answered.
    pub input: Input,
    /// The choices.
    pub choices: Vec<ChoiceView>,
    /// The first row of a long list.
    pub choose: Phrase,
    /// What to correct, with its prefix for screen readers.
    pub error: Option<(Phrase, Phrase)>,
    /// The fixed sentence about emergencies of the body, on the symptoms question.
    pub emergency: Option<Phrase>,
    /// "Next".
    pub next: Phrase,
    /// "Back".
    pub back: Phrase,
    /// "Skip"; `None` when something is ticked.
    pub skip: Option<Phrase>,
    /// "Take my answer away"; `None` when nothing is ticked.
    pub clear: Option<Phrase>,
}

/// One row of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The question.
    pub question: Phrase,
    /// The answers; one phrase "not answered" when skipped.
    pub answers: Vec<Phrase>,
    /// Whether it was answered.
    pub is_answered: bool,
    /// "Change", and what is changed, for screen readers.
    pub change: Phrase,
    /// Where to change it.
    pub route: Route,
}

/// All answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// Says that the questions are others than when the answers were saved; empty when they are not.
    pub note: Phrase,
    /// One row a question on the path.
    pub rows: Vec<ReviewRow>,
    /// "See who can help".
    pub to_result: Phrase,
    /// "Back".
    pub back: Phrase,
}

impl Model {
    pub(super) fn question_view(&self) -> Option<QuestionView> {
        let Route::Question(place) = self.route else {
            return None;
        };
        self.question_at(place)
    }

    /// The question at this place of the path, from 1.
    pub(super) fn question_at(&self, place: usize) -> Option<QuestionView> {
        let id = *self.path.asked.get(place.checked_sub(1)?)?;
        let question = self.pack.survey.get(id)?;
        let total = self.path.asked.len();
        let words = self.words.question(id);
        let voice = self.role_voice();
        let chosen = self.answers.chosen(id);
        let has_pictures = matches!(question.purpose, Purpose::Worries | Purpose::Most);
        let choices: Vec<ChoiceView> = question
            .offered(&self.path.answers)
            .map(|(choice, rules)| ChoiceView {
                id: choice,
                label: self.choice_label(id, choice),
                is_chosen: chosen.contains(&choice),
                picture: has_pictures.then(|| rules.name.as_str().into()),
            })
            .collect();
        let is_answered = choices.iter().any(|choice| choice.is_chosen);
        let input = match (question.is_multiple, choices.len() > LONG_LIST) {
            (true, _) => Input::Checkboxes,
            (false, true) => Input::List,
            (false, false) => Input::Radios,
        };
        let nothing = Text::default();
        let error = words.map_or(&nothing, |words| &words.constraint);
        Some(QuestionView {
            id,
            progress: self.progress(place),
            percent: (place - 1) * 100 / total.max(1),
            label: self.question_label(id),
            hint: words
                .map(|words| self.phrase(words.hint.said(&[voice])))
                .unwrap_or_default(),
            how_many: self.say(if question.is_multiple {
                Key::ManyAllowed
            } else {
                Key::OneAllowed
            }),
            input,
            choices,
            choose: self.say(Key::ChooseOne),
            error: self
                .shows_error
                .then(|| (self.say(Key::ErrorPrefix), self.phrase(error))),
            emergency: question
                .carries_emergency
                .then(|| self.say(Key::BodyEmergency)),
            next: self.say(Key::Next),
            back: self.say(Key::Back),
            skip: (!is_answered).then(|| self.say(Key::SkipQuestion)),
            clear: is_answered.then(|| self.say(Key::ClearAnswer)),
        })
    }

    /// "Question 3 of 12".
    pub(super) fn progress(&self, place: usize) -> Phrase {
        let total = self.path.asked.len();
        self.fill(
            Key::Progress,
            &[("n", &place.to_string()), ("total", &total.to_string())],
        )
    }

    #[cfg(feature = "whole")]
    pub(super) fn review_view(&self) -> ReviewView {
        let rows = self
            .path
            .asked
            .iter()
            .enumerate()
            .map(|(index, id)| {
                let question = self.question_label(*id);
                let chosen = self.path.answers.chosen(*id);
                ReviewRow {
                    answers: if chosen.is_empty() {
                        vec![self.say(Key::NotAnswered)]
                    } else {
                        chosen
                            .iter()
                            .map(|choice| self.choice_label(*id, *choice))
                            .collect()
                    },
                    is_answered: !chosen.is_empty(),
                    change: self.fill(Key::Change, &[("question", &question.plain())]),
                    question,
                    route: Route::Question(index + 1),
                }
            })
            .collect();
        ReviewView {
            title: self.say(Key::ReviewTitle),
            lead: self.say(Key::ReviewLead),
            note: if self.goes_on_with_older() {
                self.say(Key::SavedChanged)
            } else {
                Phrase::default()
            },
            rows,
            to_result: self.say(Key::ToResult),
            back: self.say(Key::Back),
        }
    }

    /// Whether the answers are those that were saved when the questions were others.
    #[cfg(feature = "whole")]
    fn goes_on_with_older(&self) -> bool {
        let saved = saved::read(&self.pack.survey, self.fingerprint, &self.saved);
        saved.is_some_and(|saved| saved.is_older() && saved.restored.answers == self.answers)
    }

    /// The label of a question in the voice of the role.
    pub(super) fn question_label(&self, id: QuestionId) -> Phrase {
        self.phrase(self.words.label(id).said(&[self.role_voice()]))
    }

    /// The label of a choice in the voice of the role; a municipality is called by its name.
    pub(super) fn choice_label(&self, question: QuestionId, choice: ChoiceId) -> Phrase {
        let rules = self.pack.survey.get(question);
        let most_is_worries = rules.is_some_and(|question| question.purpose == Purpose::Most);
        let question = match self.pack.survey.with_purpose(&Purpose::Worries) {
            Some(worries) if most_is_worries => worries,
            _ => question,
        };
        match self.words.choice(question, choice) {
            Some(words) => self.phrase(words.said(&[self.role_voice()])),
            None => rules
                .and_then(|question| question.choices.get(choice.index()))
                .map(|choice| self.fact(&choice.name))
                .unwrap_or_default(),
        }
    }
}
