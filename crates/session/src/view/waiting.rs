//! What is shown while something is on its way.

use domain::text::Key;

use super::{ContactView, Phrase, Screen};
use crate::model::{Entries, GuideState, Model};

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
    /// The screen while the words of the supports or the entries of the person's prefecture are on their way: an order
    /// that changes under one's eyes is worse than a moment's wait. Without the words it stays, with the contacts.
    pub(super) fn waiting(&self) -> Option<Screen> {
        match self.entries_state(self.prefecture()) {
            Some(Entries::Loading) if self.changing.is_none() => Some(self.waits(Key::ResultTitle)),
            Some(Entries::Loading | Entries::Loaded(_) | Entries::Failed) | None => {
                self.waiting_for_guide(Key::ResultTitle)
            }
        }
    }

    /// The screen with this heading while the guide is on its way, or when it did not come.
    pub(super) fn waiting_for_guide(&self, title: Key) -> Option<Screen> {
        match &self.guide {
            GuideState::Loaded(_) => None,
            GuideState::Unasked | GuideState::Loading | GuideState::Failed => {
                Some(self.waits(title))
            }
        }
    }

    fn waits(&self, title: Key) -> Screen {
        let has_failed = self.guide == GuideState::Failed;
        let note = if has_failed {
            Key::CannotLoad
        } else {
            Key::LoadingEntries
        };
        Screen::Waiting(WaitingView {
            title: self.say(title),
            note: self.say(note),
            try_again: has_failed.then(|| self.say(Key::TryAgain)),
            ask: self.say(Key::AskAtHospital),
            contacts: self.general_contacts(),
        })
    }
}
