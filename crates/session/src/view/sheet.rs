//! The hand-over sheet: what the person fills in, and the page as it is printed.

mod paper;
mod tongue;

use domain::AskId;
use domain::asking::questions_for;
use domain::text::{Guide, Key};

use super::{HospitalView, Phrase, Screen};
use crate::model::Model;
use crate::route::Route;
use crate::sheet::{Beside, MOST_LETTERS};

pub use paper::{Both, CodeView, Line, PaperView, Row, Size};
use tongue::Tongue;

/// One question to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskView {
    /// Which.
    pub id: AskId,
    /// The question.
    pub label: Phrase,
    /// Whether it stands on the paper.
    pub is_kept: bool,
}

/// The screen of the hand-over sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// Where nothing was answered: says so, and the way to the questions.
    pub empty: Option<(Phrase, Phrase, Route)>,
    /// Label of the text field.
    pub own_label: Phrase,
    /// Where what is written goes: nowhere.
    pub own_note: Phrase,
    /// What is written.
    pub own: String,
    /// How many letters there is room for.
    pub most_letters: usize,
    /// "This is my first time", and whether it is ticked.
    pub first_visit: (Phrase, bool),
    /// Heading over the questions to ask.
    pub asks_label: Phrase,
    /// Under it.
    pub asks_note: Phrase,
    /// The questions to ask.
    pub asks: Vec<AskView>,
    /// Heading over the paper.
    pub paper_label: Phrase,
    /// The paper.
    pub paper: PaperView,
    /// The same for a hospital's own system.
    pub hospital: HospitalView,
    /// "Print".
    pub print: Phrase,
    /// "Back to the result".
    pub back: (Phrase, Route),
    /// "Erase".
    pub erase: Phrase,
}

impl Model {
    pub(super) fn sheet_screen(&self) -> Screen {
        let Some(guide) = self.guide() else {
            return self.waits(Key::ResultTitle, self.guide_failed());
        };
        let japanese = match self.beside() {
            Beside::Loading => return self.waits(Key::SheetTitle, false),
            Beside::Failed => return self.waits(Key::SheetTitle, true),
            Beside::NotNeeded => None,
            Beside::Loaded(words, guide) => Some((words, guide)),
        };
        let voice = self.role_voice();
        let own = Tongue::own(&self.words, guide, voice, &*self.format);
        let japanese =
            japanese.map(|(words, guide)| Tongue::beside(words, guide, voice, &*self.format));
        Screen::Sheet(Box::new(self.sheet_view(guide, own, japanese)))
    }

    /// The paper with these questions to ask; `None` before all words are there.
    pub(super) fn paper_of(&self, asks: &[AskId]) -> Option<PaperView> {
        let guide = self.guide()?;
        let japanese = match self.beside() {
            Beside::Loading | Beside::Failed => return None,
            Beside::NotNeeded => None,
            Beside::Loaded(words, guide) => Some((words, guide)),
        };
        let voice = self.role_voice();
        let own = Tongue::own(&self.words, guide, voice, &*self.format);
        let japanese =
            japanese.map(|(words, guide)| Tongue::beside(words, guide, voice, &*self.format));
        Some(self.paper(guide, own, japanese, asks))
    }

    /// Whether the Japanese words that stand beside others did not come.
    pub(super) fn japanese_failed(&self) -> bool {
        matches!(self.beside(), Beside::Failed)
    }

    fn sheet_view(&self, guide: &Guide, own: Tongue<'_>, ja: Option<Tongue<'_>>) -> SheetView {
        let (survey, answers) = (&self.pack.survey, &self.path.answers);
        let asks: Vec<AskView> = questions_for(survey, answers, &guide.asks)
            .into_iter()
            .map(|id| AskView {
                id,
                label: own.ask(id),
                is_kept: !self.sheet.unticked.contains(&id),
            })
            .collect();
        let kept: Vec<AskId> = asks
            .iter()
            .filter(|ask| ask.is_kept)
            .map(|ask| ask.id)
            .collect();
        SheetView {
            title: own.say(Key::SheetTitle),
            lead: own.say(Key::SheetLead),
            empty: answers.is_empty().then(|| {
                let (said, link) = (own.say(Key::SheetEmpty), own.say(Key::SheetToCheck));
                (said, link, Route::Question(1))
            }),
            own_label: own.say(Key::SheetOwn),
            own_note: own.say(Key::SheetOwnNote),
            own: self.sheet.own.clone(),
            most_letters: MOST_LETTERS,
            first_visit: (own.say(Key::SheetFirstVisit), self.sheet.is_first_visit),
            asks_label: own.say(Key::SheetAsks),
            asks_note: own.say(Key::SheetAsksNote),
            asks,
            paper_label: own.say(Key::SheetPaper),
            paper: self.paper(guide, own, ja, &kept),
            hospital: self.hospital_view(),
            print: own.say(Key::Print),
            back: (own.say(Key::BackToResult), Route::Result),
            erase: own.say(Key::Erase),
        }
    }
}
