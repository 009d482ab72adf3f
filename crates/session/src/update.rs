//! From an event to the next state and the effects it asks for.

use std::iter;
#[cfg(feature = "whole")]
use std::mem;
use std::rc::Rc;

use domain::survey::Exclusive;
use domain::text::{Lang, Words};
use domain::{Answers, ChoiceId, QuestionId};

use crate::config::Config;
#[cfg(feature = "whole")]
use crate::counter::Counter;
use crate::effect::Effect;
use crate::event::Event;
#[cfg(feature = "whole")]
use crate::hospital::Hospital;
#[cfg(feature = "whole")]
use crate::keep::Keep;
#[cfg(feature = "whole")]
use crate::model::Entries;
use crate::model::{Awaited, GuideState, Model};
#[cfg(feature = "whole")]
use crate::places;
use crate::route::Route;
#[cfg(feature = "whole")]
use crate::settings::Settings;
use crate::{saved, snapshot};

impl Model {
    /// Takes one event in.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Chose(question, choice) => self.answer(question, vec![choice]),
            Event::Ticked(question, choice, is_on) => {
                let chosen = self.ticked(question, choice, is_on);
                self.answer(question, chosen)
            }
            Event::Cleared(question) => self.answer(question, Vec::new()),
            Event::PressedNext => self.next(),
            Event::PressedSkip => self.skip(),
            Event::PressedBack => self.back(),
            Event::PressedContinue => self.resume(),
            Event::PressedErase => self.erase(),
            Event::PressedPrint => vec![Effect::Print],
            Event::PressedTryAgain => self.load_again(),
            Event::PressedSkipToContent => vec![Effect::FocusHeading],
            // Another link, or another person's code, may be opened while one is looked at.
            Event::Navigated(route) if route == self.route && !route.may_hold_code() => Vec::new(),
            Event::Navigated(route) => self.arrive(route),
            Event::ChoseLang(lang) => {
                self.has_picked_lang = true;
                self.choose_lang(lang)
            }
            Event::WordsLoaded(words) => self.words_arrived(words),
            Event::WordsFailed(lang) => {
                // The visit goes on in the language it has.
                self.awaited.take_if(|awaited| awaited.lang == lang);
                #[cfg(feature = "whole")]
                self.sheet.words_arrived(lang, None);
                Vec::new()
            }
            Event::GuideLoaded(guide) => {
                #[cfg(feature = "whole")]
                self.sheet.guide_arrived(guide.lang, Some(&guide));
                self.guide_arrived(guide.lang, GuideState::Loaded(guide))
            }
            Event::GuideFailed(lang) => {
                #[cfg(feature = "whole")]
                self.sheet.guide_arrived(lang, None);
                self.guide_arrived(lang, GuideState::Failed)
            }
            Event::WholeReady(lang) => {
                let mut effects = self.guide_arrived(lang, GuideState::WithWhole);
                effects.extend(self.hand_over());
                effects
            }
            #[cfg(feature = "whole")]
            Event::EntriesLoaded(mut file) => {
                if !file.all_hold_on(self.today()) {
                    Rc::make_mut(&mut file).keep_valid(self.today());
                }
                self.put_entries(file.prefecture, Entries::Loaded(file));
                self.set_out_places();
                self.hold_change(false)
            }
            #[cfg(feature = "whole")]
            Event::EntriesFailed(prefecture) => {
                self.put_entries(prefecture, Entries::Failed);
                Vec::new()
            }
            #[cfg(feature = "whole")]
            Event::Places(event) => self.places_update(event),
            #[cfg(feature = "whole")]
            Event::Sheet(event) => self.sheet.update(event),
            Event::ConfigLoaded(config) => self.configure(config),
            #[cfg(feature = "whole")]
            Event::Counter(event) => self.counter_update(event),
            #[cfg(feature = "whole")]
            Event::Hospital(event) => self.hospital_update(event),
            #[cfg(feature = "whole")]
            Event::OpenedChange(change) => self.open_change(change),
            #[cfg(feature = "whole")]
            Event::ClosedChange => self.close_change(),
            Event::MinutePassed(now) => {
                self.now = now;
                Vec::new()
            }
            #[cfg(feature = "whole")]
            Event::Keep(event) => self.keep_update(event),
            #[cfg(feature = "whole")]
            Event::SettingsRead(classes) => {
                self.settings = Settings::read(&classes);
                Vec::new()
            }
            #[cfg(feature = "whole")]
            Event::Set(setting, look) => {
                self.settings = mem::take(&mut self.settings).with(setting, look);
                vec![Effect::Look(self.settings.classes())]
            }
            #[cfg(feature = "whole")]
            Event::Aloud(heard) => self.heard(heard),
            // What only the whole app asks for.
            #[cfg(not(feature = "whole"))]
            Event::EntriesLoaded(_) | Event::EntriesFailed(_) => Vec::new(),
        }
    }

    /// Takes the settings of the site: they give way to what the person picked.
    fn configure(&mut self, config: Config) -> Vec<Effect> {
        let lang = config.language;
        self.config = config;
        let mut effects = self.need_for_settings();
        if !self.has_picked_lang {
            effects.extend(lang.map(|lang| self.choose_lang(lang)).unwrap_or_default());
        }
        effects
    }

    /// Shows the screen of `route`, or the nearest one that exists for these answers.
    pub(crate) fn arrive(&mut self, route: Route) -> Vec<Effect> {
        let exists = match route {
            Route::Question(place) if place > self.path.asked.len() => Route::Review,
            #[cfg(feature = "whole")]
            Route::Support(place) if place > self.outcome().results.len() => Route::Result,
            _ => route,
        };
        let is_first = self.route == route && exists == route;
        let mut effects = self.leave(exists);
        self.route = exists;
        self.shows_error = false;
        #[cfg(feature = "whole")]
        {
            self.changing = None;
        }
        if exists != Route::Start {
            self.says_erased = false;
        }
        #[cfg(feature = "whole")]
        {
            self.keep.told = None;
        }
        effects.extend(self.hush());
        if exists != route {
            effects.push(Effect::Replace(exists));
        }
        effects.extend(self.need_guide());
        effects.extend(self.need_for_screen());
        #[cfg(feature = "whole")]
        if exists == Route::Places {
            self.open_places();
        }
        #[cfg(feature = "whole")]
        effects.extend(self.need_japanese());
        if !is_first {
            effects.push(Effect::FocusHeading);
        }
        effects
    }

    /// Goes to a screen by itself, so that "back" returns.
    fn go(&mut self, route: Route) -> Vec<Effect> {
        let mut effects = vec![Effect::Go(route)];
        effects.extend(self.arrive(route));
        effects
    }

    fn answer(&mut self, question: QuestionId, chosen: Vec<ChoiceId>) -> Vec<Effect> {
        let mut answers = self.answers.clone();
        answers.set(question, chosen);
        self.replace_answers(answers)
    }

    /// Takes these answers in the place of those there were.
    pub(crate) fn replace_answers(&mut self, answers: Answers) -> Vec<Effect> {
        self.answers = answers;
        self.path = self.pack.survey.path(&self.answers);
        self.shows_error = false;
        let keep = Effect::Keep(snapshot::write(&self.pack.survey, &self.answers));
        iter::once(keep).chain(self.need_for_answers()).collect()
    }

    /// Goes on with the answers of this tab, else with those saved on the device.
    fn resume(&mut self) -> Vec<Effect> {
        if !self.answers.is_empty() {
            return self.go(self.place_to_continue());
        }
        let saved = saved::read(&self.pack.survey, self.fingerprint, &self.saved);
        let saved = saved.unwrap_or_default();
        let is_older = saved.is_older();
        let mut effects = self.replace_answers(saved.restored.answers);
        let route = if is_older {
            Route::Review
        } else {
            self.place_to_continue()
        };
        effects.extend(self.go(route));
        effects
    }

    /// The ticks after one more or one less; an exclusive choice takes the others away, and they take it away.
    fn ticked(&self, question: QuestionId, choice: ChoiceId, is_on: bool) -> Vec<ChoiceId> {
        let mut chosen = self.answers.chosen(question).to_vec();
        chosen.retain(|other| *other != choice);
        if is_on {
            let is_exclusive = |id: &ChoiceId| {
                self.pack
                    .survey
                    .get(question)
                    .and_then(|question| question.choices.get(id.index()))
                    .is_some_and(|choice| choice.exclusive != Exclusive::No)
            };
            if is_exclusive(&choice) {
                chosen.clear();
            } else {
                chosen.retain(|other| !is_exclusive(other));
            }
            chosen.push(choice);
        }
        chosen
    }

    fn next(&mut self) -> Vec<Effect> {
        match self.question() {
            Some((_, question)) if !question.constraint.holds(&self.answers) => {
                self.shows_error = true;
                vec![Effect::FocusError]
            }
            Some(_) => self.go(self.place_after()),
            None => Vec::new(),
        }
    }

    fn skip(&mut self) -> Vec<Effect> {
        let Some((id, _)) = self.question() else {
            return Vec::new();
        };
        let mut effects = self.answer(id, Vec::new());
        effects.extend(self.go(self.place_after()));
        effects
    }

    fn back(&mut self) -> Vec<Effect> {
        match self.route {
            Route::Question(place) if place > 1 => self.go(Route::Question(place - 1)),
            Route::Review => self.go(Route::Question(self.path.asked.len())),
            // From every screen a link leads there.
            Route::Settings => vec![Effect::Return],
            Route::Question(_)
            | Route::Start
            | Route::Result
            | Route::Support(_)
            | Route::Places
            | Route::Keep
            | Route::Shared
            | Route::Sheet
            | Route::Counter
            | Route::Crisis
            | Route::About
            | Route::Privacy
            | Route::NotFound => self.go(Route::Start),
        }
    }

    fn place_after(&self) -> Route {
        match self.route {
            Route::Question(place) if place < self.path.asked.len() => Route::Question(place + 1),
            _ => Route::Review,
        }
    }

    /// The first question without an answer after the last one with an answer; the review when the last is answered.
    fn place_to_continue(&self) -> Route {
        let last = self
            .path
            .asked
            .iter()
            .rposition(|id| !self.path.answers.chosen(*id).is_empty());
        match last {
            None => Route::Question(1),
            Some(index) if index + 1 < self.path.asked.len() => Route::Question(index + 2),
            Some(_) => Route::Review,
        }
    }

    fn erase(&mut self) -> Vec<Effect> {
        self.answers.clear();
        self.path = self.pack.survey.path(&self.answers);
        self.saved.clear();
        #[cfg(feature = "whole")]
        {
            self.keep = Keep::default();
            self.sheet.erase();
            self.places = places::State::default();
            self.hospital = Hospital::default();
            self.counter = Counter::default();
        }
        self.says_erased = true;
        let mut effects = vec![Effect::Forget];
        if self.route == Route::Start {
            effects.push(Effect::FocusHeading);
        } else {
            effects.extend(self.go(Route::Start));
        }
        effects
    }

    fn choose_lang(&mut self, lang: Lang) -> Vec<Effect> {
        if lang == self.words.lang {
            self.awaited = None;
            return Vec::new();
        }
        let guide = if self.guide == GuideState::Unasked {
            GuideState::Unasked
        } else {
            GuideState::Loading
        };
        let mut effects = vec![Effect::LoadWords(lang)];
        if guide == GuideState::Loading {
            effects.push(Effect::LoadGuide(lang));
        }
        self.awaited = Some(Awaited {
            lang,
            words: None,
            guide,
        });
        effects
    }

    fn words_arrived(&mut self, words: Rc<Words>) -> Vec<Effect> {
        #[cfg(feature = "whole")]
        self.sheet.words_arrived(words.lang, Some(&words));
        if let Some(awaited) = self
            .awaited
            .as_mut()
            .filter(|awaited| awaited.lang == words.lang)
        {
            awaited.words = Some(words);
        }
        self.change_lang()
    }

    fn guide_arrived(&mut self, lang: Lang, guide: GuideState) -> Vec<Effect> {
        if let Some(awaited) = self.awaited.as_mut().filter(|awaited| awaited.lang == lang) {
            awaited.guide = guide;
        } else if lang == self.lang() {
            self.guide = guide;
        }
        self.change_lang()
    }

    /// Changes the language once both kinds of its words are there, or the second is known not to come.
    fn change_lang(&mut self) -> Vec<Effect> {
        let is_ready =
            |awaited: &mut Awaited| awaited.words.is_some() && awaited.guide != GuideState::Loading;
        let Some(Awaited {
            words: Some(words),
            guide,
            ..
        }) = self.awaited.take_if(is_ready)
        else {
            return Vec::new();
        };
        self.words = words;
        self.guide = guide;
        let mut effects = vec![Effect::KeepLang(self.lang()), Effect::FocusLanguage];
        effects.extend(self.hush());
        effects.extend(self.need_guide());
        #[cfg(feature = "whole")]
        effects.extend(self.need_japanese());
        effects
    }
}
