//! The part of the sheet for hospitals.

use domain::text::Key;

use super::Phrase;
use crate::keep::Told;
use crate::model::Model;

/// The visit as files, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HospitalView {
    /// The fold.
    pub title: Phrase,
    /// What the files are, and what is not in them.
    pub note: Phrase,
    /// "With my own words", and whether it is ticked; `None` when nothing was written.
    pub own_words: Option<(Phrase, bool)>,
    /// "Save the answers".
    pub answers: Phrase,
    /// "Save the questions".
    pub questions: Phrase,
    /// What became of it; empty for nothing.
    pub status: Phrase,
}

impl Model {
    pub(super) fn hospital_view(&self) -> HospitalView {
        let has_words = !self.sheet.own.trim().is_empty();
        let status = match &self.keep.told {
            Some(Told::FileMade) => self.say(Key::HospitalMade),
            Some(Told::FileFailed) => self.say(Key::HospitalFailed),
            _ => Phrase::default(),
        };
        HospitalView {
            title: self.say(Key::HospitalTitle),
            note: self.say(Key::HospitalNote),
            own_words: has_words.then(|| {
                (
                    self.say(Key::HospitalOwnWords),
                    self.hospital.with_own_words,
                )
            }),
            answers: self.say(Key::HospitalAnswers),
            questions: self.say(Key::HospitalQuestions),
            status,
        }
    }
}
