//! The moment of waiting, with somebody to turn to meanwhile.

use domain::text::Key;

use super::{ContactView, Phrase, Screen};
use crate::model::{GuideState, Model};

/// What is on its way, or did not come, with somebody to turn to meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingView {
    /// The heading.
    pub title: Phrase,
    /// What is happening; announced by screen readers.
    pub note: Phrase,
    /// Offered when it did not come.
    pub try_again: Option<Phrase>,
    /// What to say at the main number of any hospital.
    pub ask: Phrase,
    /// The general support's national contacts.
    pub contacts: Vec<ContactView>,
}

impl Model {
    /// The screen with this heading while the guide is on its way, or when it did not come.
    #[cfg(feature = "whole")]
    pub(super) fn waiting_for_guide(&self, title: Key) -> Option<Screen> {
        match &self.guide {
            GuideState::Loaded(_) => None,
            GuideState::Unasked
            | GuideState::Loading
            | GuideState::WithWhole
            | GuideState::Failed => Some(self.waits(title, self.guide_failed())),
        }
    }

    pub(super) fn guide_failed(&self) -> bool {
        self.guide == GuideState::Failed
    }

    pub(super) fn waits(&self, title: Key, has_failed: bool) -> Screen {
        let note = if has_failed {
            Key::CannotLoad
        } else {
            Key::LoadingEntries
        };
        Screen::Waiting(WaitingView {
            // The heading of some screens comes later than the screen.
            title: Some(self.say(title))
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| self.say(Key::ResultTitle)),
            note: self.say(note),
            try_again: has_failed.then(|| self.say(Key::TryAgain)),
            ask: self.say(Key::AskAtHospital),
            contacts: self.general_contacts(),
        })
    }
}
