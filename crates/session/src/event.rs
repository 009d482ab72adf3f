//! What happened, in the past tense.

use std::rc::Rc;

use domain::directory::{Prefecture, PrefectureEntries};
use domain::hours::Moment;
use domain::text::{Guide, Lang, Words};
use domain::{ChoiceId, QuestionId};

#[cfg(feature = "whole")]
use crate::aloud::Heard;
#[cfg(feature = "whole")]
use crate::change::Change;
use crate::config::Config;
#[cfg(feature = "whole")]
use crate::counter::CounterEvent;
#[cfg(feature = "whole")]
use crate::hospital::HospitalEvent;
#[cfg(feature = "whole")]
use crate::keep::KeepEvent;
#[cfg(feature = "whole")]
use crate::places;
use crate::route::Route;
#[cfg(feature = "whole")]
use crate::settings::{Look, Setting};
#[cfg(feature = "whole")]
use crate::sheet::SheetEvent;

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
    /// Something on the counselor's page.
    #[cfg(feature = "whole")]
    Counter(CounterEvent),
    /// Something in the part for hospitals.
    #[cfg(feature = "whole")]
    Hospital(HospitalEvent),
    /// Something on the screens of taking along.
    #[cfg(feature = "whole")]
    Keep(KeepEvent),
    /// Something on the screen of the hand-over sheet.
    #[cfg(feature = "whole")]
    Sheet(SheetEvent),
    /// The choices of a question were opened where its answer is told.
    #[cfg(feature = "whole")]
    OpenedChange(Change),
    /// They were closed.
    #[cfg(feature = "whole")]
    ClosedChange,
    /// A minute passed: what the clock says now; `None` when it is clearly wrong.
    MinutePassed(Option<Moment>),
    /// Something in the directory.
    #[cfg(feature = "whole")]
    Places(places::Event),
    /// The settings of the site arrived.
    ConfigLoaded(Config),
    /// A choice of a setting was picked.
    #[cfg(feature = "whole")]
    Set(Setting, &'static Look),
    /// The screen has these classes of settings.
    #[cfg(feature = "whole")]
    SettingsRead(String),
    /// Reading aloud: pressed, ended, or possible.
    #[cfg(feature = "whole")]
    Aloud(Heard),
}
