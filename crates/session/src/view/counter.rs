//! The counselor's page.

use domain::SupportId;
use domain::code::{Coded, Damaged};
use domain::ledger::{Said, Silence, Tick};
use domain::sharing::may_be_shared;
use domain::text::{Guide, Key};

use super::{PaperView, Phrase, Screen};
use crate::counter::{Camera, Trouble};
use crate::model::Model;

/// The counselor's page before a code is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// What is wrong with the code, with its prefix for screen readers.
    pub error: Option<(Phrase, Phrase)>,
    /// Where to look and what to do then.
    pub advice: Vec<Phrase>,
    /// Label of the line.
    pub label: Phrase,
    /// What can stand in it.
    pub hint: Phrase,
    /// What stands in it.
    pub typed: String,
    /// "Open".
    pub open: Phrase,
    /// The camera; `None` where this browser cannot look for a code.
    pub camera: Option<CameraView>,
    /// What becomes of the code and of the pictures: nothing.
    pub note: Phrase,
}

/// Looking for a code with the camera.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameraView {
    /// "Use the camera", or "stop".
    pub press: Phrase,
    /// Whether it looks now.
    pub is_running: bool,
    /// What is happening, announced by screen readers; empty for nothing.
    pub status: Phrase,
}

/// A sheet that a code brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedView {
    /// The heading.
    pub title: Phrase,
    /// What does not fit: another pack, numbers without a meaning.
    pub warnings: Vec<Phrase>,
    /// The numbers without a meaning, as they stand in the ledger of another pack.
    pub unknown: Vec<String>,
    /// Heading over the sheet.
    pub paper_title: Phrase,
    /// The sheet.
    pub paper: PaperView,
    /// Heading over the supports.
    pub supports_title: Phrase,
    /// Where they come from.
    pub supports_note: Phrase,
    /// The supports that the rules suggest for these answers, by name.
    pub supports: Vec<Phrase>,
    /// "Print".
    pub print: Phrase,
    /// "For the next person".
    pub next: Phrase,
}

impl Model {
    pub(super) fn counter_screen(&self) -> Screen {
        let Some(guide) = self.guide() else {
            // The title is a late word itself.
            return self.waits(Key::AppName, self.guide_failed());
        };
        match &self.counter.opened {
            Some(Ok(coded)) => self.opened_screen(guide, coded),
            Some(Err(trouble)) => Screen::Counter(Box::new(self.counter_view(Some(*trouble)))),
            None => Screen::Counter(Box::new(self.counter_view(None))),
        }
    }

    fn counter_view(&self, trouble: Option<Trouble>) -> CounterView {
        let error = trouble.map(|trouble| (self.say(Key::ErrorPrefix), self.trouble(trouble)));
        CounterView {
            title: self.say(Key::CounterTitle),
            lead: self.say(Key::CounterLead),
            error,
            advice: trouble
                .map(|trouble| self.advice(trouble))
                .unwrap_or_default(),
            label: self.say(Key::CounterLabel),
            hint: self.say(Key::CounterHint),
            typed: self.counter.typed.clone(),
            open: self.say(Key::CounterOpen),
            camera: self.camera_view(),
            note: self.say(Key::CounterNote),
        }
    }

    fn camera_view(&self) -> Option<CameraView> {
        let view = |press, is_running, status: Option<Key>| CameraView {
            press: self.say(press),
            is_running,
            status: status.map(|key| self.say(key)).unwrap_or_default(),
        };
        match self.counter.camera {
            Camera::Missing => None,
            Camera::Ready => Some(view(Key::CounterCamera, false, None)),
            Camera::Running => Some(view(Key::CounterStop, true, Some(Key::CounterAim))),
            Camera::Refused => Some(view(Key::CounterCamera, false, Some(Key::CounterRefused))),
        }
    }

    fn trouble(&self, trouble: Trouble) -> Phrase {
        match trouble {
            Trouble::OtherUse => self.say(Key::CounterOtherUse),
            Trouble::Damaged(Damaged::Empty, _) => self.say(Key::CounterEmpty),
            Trouble::Damaged(Damaged::Character(character), _) => {
                let character = character.to_string();
                self.fill(Key::CounterCharacter, &[("character", &character)])
            }
            Trouble::Damaged(Damaged::Length, _) => self.say(Key::CounterLength),
            Trouble::Damaged(Damaged::Check, _) => self.say(Key::CounterCheck),
            Trouble::Damaged(Damaged::Later, _) => self.say(Key::CounterLater),
        }
    }

    fn advice(&self, trouble: Trouble) -> Vec<Phrase> {
        match trouble {
            Trouble::Damaged(Damaged::Empty, _) => Vec::new(),
            Trouble::OtherUse | Trouble::Damaged(Damaged::Later, _) => {
                vec![self.say(Key::CounterWithoutCode)]
            }
            Trouble::Damaged(Damaged::Character(_) | Damaged::Length | Damaged::Check, group) => {
                let group =
                    group.map(|group| self.fill(Key::CounterGroup, &[("n", &group.to_string())]));
                let again = [Key::CounterAgain, Key::CounterWithoutCode];
                let again = again.map(|key| self.say(key));
                group.into_iter().chain(again).collect()
            }
        }
    }

    fn opened_screen(&self, guide: &Guide, coded: &Coded) -> Screen {
        let said = guide.ledger.read(&self.pack.survey, &coded.codes);
        let theirs = self.visit_of(&said);
        let Some(paper) = theirs.paper_of(&said.asks) else {
            return self.waits(Key::AppName, theirs.japanese_failed());
        };
        let mut warnings = Vec::new();
        // The low bits, as decision 0015 says.
        if coded.pack != (self.words.made_for & 0xFFFF) as u16 {
            warnings.push(self.say(Key::CounterOtherPack));
        }
        if !said.unknown.is_empty() {
            warnings.push(self.count(Key::CounterUnknown, said.unknown.len(), &[]));
        }
        Screen::Opened(Box::new(OpenedView {
            title: self.say(Key::CounterOpened),
            warnings,
            unknown: said.unknown.iter().map(|code| code.0.to_string()).collect(),
            paper_title: self.say(Key::SharedAnswers),
            paper,
            supports_title: self.say(Key::CounterSupports),
            supports_note: self.say(Key::CounterSupportsNote),
            supports: self.supports_of(&said),
            print: self.say(Key::Print),
            next: self.say(Key::CounterNext),
        }))
    }

    /// The visit that a code tells of, with nothing of the one on this device.
    fn visit_of(&self, said: &Said) -> Self {
        let mut theirs = self.with_answers(said.answers.clone());
        // Everything that was said is shown, also where these rules would no longer ask.
        theirs.path.answers = said.answers.clone();
        theirs.sheet.erase();
        theirs.sheet.is_first_visit = said.ticks.contains(&Tick::FirstVisit);
        theirs.entries.clear();
        // Nobody knows on which day the code was made.
        theirs.now = None;
        theirs
    }

    /// What the rules suggest for these answers, and what the code itself names.
    fn supports_of(&self, said: &Said) -> Vec<Phrase> {
        let mut theirs = self.with_answers(said.answers.clone());
        theirs.entries.clear();
        let is_quiet = Silence::of(&self.pack.survey, &said.answers).is_kept();
        let outcome = theirs.outcome();
        let mut ids: Vec<SupportId> = outcome.results.iter().map(|found| found.id).collect();
        let named = said.supports.iter().filter(|id| !ids.contains(id));
        let named: Vec<SupportId> = named.copied().collect();
        ids.extend(named);
        ids.into_iter()
            .filter(|id| *id != self.pack.crisis)
            .filter(|id| !is_quiet || may_be_shared(&self.pack, *id))
            .filter_map(|id| theirs.support_name(id))
            .collect()
    }
}
