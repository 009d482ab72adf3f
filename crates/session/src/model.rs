//! The state of one visit.

use std::rc::Rc;

#[cfg(feature = "whole")]
use domain::directory::Entry;
use domain::directory::{Prefecture, PrefectureEntries};
use domain::hours::Moment;
#[cfg(feature = "whole")]
use domain::matching::{Outcome, outcome};
use domain::survey::Question;
use domain::text::{Guide, Lang, Words};
use domain::{Answers, ChoiceId, Date, Pack, Path, QuestionId};

#[cfg(feature = "whole")]
use crate::aloud::Aloud;
#[cfg(feature = "whole")]
use crate::change::Changing;
use crate::config::Config;
#[cfg(feature = "whole")]
use crate::counter::Counter;
use crate::effect::Effect;
use crate::event::Event;
use crate::format::Format;
#[cfg(feature = "whole")]
use crate::hospital::Hospital;
#[cfg(feature = "whole")]
use crate::keep::Keep;
#[cfg(feature = "whole")]
use crate::places;
use crate::route::Route;
#[cfg(feature = "whole")]
use crate::settings::Settings;
#[cfg(feature = "whole")]
use crate::sheet::Sheet;
use crate::snapshot;

/// The entries of a prefecture, as far as they are there.
#[derive(Clone, Debug, PartialEq)]
pub enum Entries {
    /// They were asked for.
    Loading,
    /// They are there.
    Loaded(Rc<PrefectureEntries>),
    /// They did not come.
    Failed,
}

/// The words of the supports, as far as they are there.
#[derive(Clone, Debug, PartialEq)]
pub enum GuideState {
    /// No screen needed them so far.
    Unasked,
    /// They were asked for.
    Loading,
    /// They are there.
    Loaded(Rc<Guide>),
    /// The whole app has them, and waits to take over.
    WithWhole,
    /// They did not come.
    Failed,
}

/// A language on its way: its words, and those of the supports, change together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Awaited {
    pub(crate) lang: Lang,
    pub(crate) words: Option<Rc<Words>>,
    pub(crate) guide: GuideState,
}

/// What a visit begins with.
#[derive(Clone, Debug)]
pub struct Begin {
    /// The rules.
    pub pack: Rc<Pack>,
    /// The words of the language it begins in.
    pub words: Rc<Words>,
    /// Where the address points.
    pub route: Route,
    /// Whether the person picked the language of the words, by the switch or by opening a page in it.
    pub has_picked_lang: bool,
    /// The words of the supports in that language, where they are there already.
    pub guide: Option<Rc<Guide>>,
    /// What the tab kept from before a reload; empty when nothing.
    pub kept: String,
    /// What the person had saved on this device; empty when nothing.
    pub saved: String,
    /// The fingerprint of the rules.
    pub fingerprint: u32,
    /// The moment in Japan; `None` when the clock is clearly wrong.
    pub now: Option<Moment>,
    /// The address of the site's top, without what follows `#`.
    #[cfg(feature = "whole")]
    pub home: String,
    /// How numbers, dates and lists are written.
    pub format: Rc<dyn Format>,
}

/// One visit.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) pack: Rc<Pack>,
    pub(crate) words: Rc<Words>,
    pub(crate) route: Route,
    pub(crate) answers: Answers,
    pub(crate) path: Path,
    /// The words of the supports in the language of `words`.
    pub(crate) guide: GuideState,
    /// What was asked for, by prefecture; few, in the order in which they were asked for.
    pub(crate) entries: Vec<(Prefecture, Entries)>,
    #[cfg(feature = "whole")]
    pub(crate) places: places::State,
    /// What the operator set.
    pub(crate) config: Config,
    /// Whether the person picked the language.
    pub(crate) has_picked_lang: bool,
    /// The moment in Japan, as of the last time the clock was looked at.
    pub(crate) now: Option<Moment>,
    #[cfg(feature = "whole")]
    pub(crate) sheet: Sheet,
    #[cfg(feature = "whole")]
    pub(crate) home: String,
    pub(crate) format: Rc<dyn Format>,
    /// The language that was asked for and has not arrived.
    pub(crate) awaited: Option<Awaited>,
    /// The answer that is being changed on the result.
    #[cfg(feature = "whole")]
    pub(crate) changing: Option<Changing>,
    /// Whether the present question shows its error.
    pub(crate) shows_error: bool,
    /// Whether the start page says that the answers were erased.
    pub(crate) says_erased: bool,
    /// What is saved on this device; empty when nothing.
    pub(crate) saved: String,
    pub(crate) fingerprint: u32,
    #[cfg(feature = "whole")]
    pub(crate) keep: Keep,
    #[cfg(feature = "whole")]
    pub(crate) counter: Counter,
    #[cfg(feature = "whole")]
    pub(crate) hospital: Hospital,
    #[cfg(feature = "whole")]
    pub(crate) settings: Settings,
    #[cfg(feature = "whole")]
    pub(crate) aloud: Aloud,
}

impl Model {
    /// A visit at its beginning, and what is to be done first.
    pub fn begin(begin: Begin) -> (Self, Vec<Effect>) {
        let restored = snapshot::read(&begin.pack.survey, &begin.kept);
        let path = begin.pack.survey.path(&restored.answers);
        let mut model = Self {
            pack: begin.pack,
            words: begin.words,
            route: begin.route,
            answers: restored.answers,
            path,
            guide: begin.guide.map_or(GuideState::Unasked, GuideState::Loaded),
            entries: Vec::new(),
            #[cfg(feature = "whole")]
            places: places::State::default(),
            config: Config::default(),
            has_picked_lang: begin.has_picked_lang,
            now: begin.now,
            #[cfg(feature = "whole")]
            sheet: Sheet::default(),
            #[cfg(feature = "whole")]
            home: begin.home,
            format: begin.format,
            awaited: None,
            #[cfg(feature = "whole")]
            changing: None,
            shows_error: false,
            says_erased: false,
            saved: begin.saved,
            fingerprint: begin.fingerprint,
            #[cfg(feature = "whole")]
            keep: Keep::default(),
            #[cfg(feature = "whole")]
            counter: Counter::default(),
            #[cfg(feature = "whole")]
            hospital: Hospital::default(),
            #[cfg(feature = "whole")]
            settings: Settings::default(),
            #[cfg(feature = "whole")]
            aloud: Aloud::default(),
        };
        let effects = model.arrive(begin.route);
        (model, effects)
    }

    /// The language of the words on the screen.
    pub fn lang(&self) -> Lang {
        self.words.lang
    }

    /// The screen.
    pub fn route(&self) -> Route {
        self.route
    }

    /// The answers given, those off the path included.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The rules.
    pub fn pack(&self) -> &Rc<Pack> {
        &self.pack
    }

    /// The events for what was ticked on the static copy of the first question, by place in its list; none when the
    /// question was answered before.
    pub fn picked_before(&self, picks: &[u16]) -> Vec<Event> {
        let Some(first) = self.path.asked.first().copied() else {
            return Vec::new();
        };
        if !self.answers.chosen(first).is_empty() {
            return Vec::new();
        }
        picks
            .iter()
            .map(|pick| Event::Chose(first, ChoiceId(*pick)))
            .collect()
    }

    /// The question on the screen, if there is one.
    pub(crate) fn question(&self) -> Option<(QuestionId, &Question)> {
        let Route::Question(place) = self.route else {
            return None;
        };
        let id = *self.path.asked.get(place.checked_sub(1)?)?;
        Some((id, self.pack.survey.get(id)?))
    }

    /// Today in Japan; `None` when the clock is clearly wrong.
    pub(crate) fn today(&self) -> Option<Date> {
        self.now.map(|now| now.date)
    }

    /// The prefecture of the person, if they gave one.
    #[cfg(feature = "whole")]
    pub(crate) fn prefecture(&self) -> Option<Prefecture> {
        self.pack.area(&self.path.answers).prefecture
    }

    /// How far the entries of a prefecture are; `None` when they were not asked for.
    #[cfg(feature = "whole")]
    pub(crate) fn entries_state(&self, prefecture: Option<Prefecture>) -> Option<&Entries> {
        let (_, state) = self
            .entries
            .iter()
            .find(|(known, _)| Some(*known) == prefecture)?;
        Some(state)
    }

    /// Notes how far the entries of a prefecture are.
    #[cfg(feature = "whole")]
    pub(crate) fn put_entries(&mut self, prefecture: Prefecture, state: Entries) {
        self.entries.retain(|(known, _)| *known != prefecture);
        self.entries.push((prefecture, state));
    }

    /// The words of the supports, when they are there.
    pub(crate) fn guide(&self) -> Option<&Guide> {
        match &self.guide {
            GuideState::Loaded(guide) => Some(guide),
            GuideState::Unasked
            | GuideState::Loading
            | GuideState::WithWhole
            | GuideState::Failed => None,
        }
    }

    /// The loaded entries of a prefecture; empty when none are known or they are not there.
    #[cfg(feature = "whole")]
    pub(crate) fn entries_of(&self, prefecture: Option<Prefecture>) -> &[Entry] {
        match self.entries_state(prefecture) {
            Some(Entries::Loaded(file)) => &file.entries,
            Some(Entries::Loading | Entries::Failed) | None => &[],
        }
    }

    /// What the person is shown.
    #[cfg(feature = "whole")]
    pub fn outcome(&self) -> Outcome<'_> {
        outcome(&self.pack, &self.path, self.entries_of(self.prefecture()))
    }
}
