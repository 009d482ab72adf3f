//! What happened, in the past tense.

use std::rc::Rc;

use domain::directory::{Kind, Prefecture, PrefectureEntries};
use domain::text::{Guide, Lang, Words};
use domain::{ChoiceId, QuestionId};

#[cfg(feature = "whole")]
use crate::keep::KeepEvent;
use crate::route::Route;

/// What a person did, or what came back from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A choice of a question with one answer was picked.
    Chose(QuestionId, ChoiceId),
    /// A choice of a question with several answers was ticked, or its tick taken away.
    Ticked(QuestionId, ChoiceId, bool),
    /// The answer to a question was taken away.
    Cleared(QuestionId),
    /// "Next" on a question.
    PressedNext,
    /// "Skip" on a question.
    PressedSkip,
    /// "Back" on a question.
    PressedBack,
    /// "Go on where I was" on the start page.
    PressedContinue,
    /// "Erase my answers".
    PressedErase,
    /// "Print".
    PressedPrint,
    /// "Try again" where the entries could not be loaded.
    PressedTryAgain,
    /// "Jump to the content".
    PressedSkipToContent,
    /// The address changed: a link, back, forward, or a typed address.
    Navigated(Route),
    /// A language was picked.
    ChoseLang(Lang),
    /// The words of a language arrived.
    WordsLoaded(Rc<Words>),
    /// The words of a language did not arrive; the visit goes on in the language it has.
    WordsFailed(Lang),
    /// The words of the supports arrived.
    GuideLoaded(Rc<Guide>),
    /// The words of the supports in this language did not arrive.
    GuideFailed(Lang),
    /// The whole app is there, with all its words in this language, and waits to take the visit over.
    WholeReady(Lang),
    /// The entries of a prefecture arrived.
    EntriesLoaded(Rc<PrefectureEntries>),
    /// They did not arrive.
    EntriesFailed(Prefecture),
    /// A prefecture was picked in the directory; `None` for none.
    ChosePrefecture(Option<Prefecture>),
    /// A kind was picked in the directory; `None` for all.
    ChoseKind(Option<Kind>),
    /// Something on the screens of taking along.
    #[cfg(feature = "whole")]
    Keep(KeepEvent),
}
