//! What has to be fetched, and what can be left, when a screen, an answer or a setting changes.

#[cfg(feature = "whole")]
use domain::directory::Prefecture;

use crate::effect::Effect;
#[cfg(feature = "whole")]
use crate::keep::KeepEffect;
use crate::model::{Entries, GuideState, Model};
use crate::route::Route;
use crate::snapshot;

impl Model {
    /// The guide is fetched while the first question is read, so that it is there for the result.
    pub(crate) fn need_guide(&mut self) -> Vec<Effect> {
        match self.route {
            Route::Question(_)
            | Route::Review
            | Route::Result
            | Route::Support(_)
            | Route::Places
            | Route::Keep
            | Route::Shared
            | Route::Sheet
            | Route::Counter
            | Route::Settings
                if self.guide == GuideState::Unasked =>
            {
                self.guide = GuideState::Loading;
                vec![Effect::LoadGuide(self.lang())]
            }
            Route::Start
            | Route::Question(_)
            | Route::Review
            | Route::Result
            | Route::Support(_)
            | Route::Places
            | Route::Keep
            | Route::Shared
            | Route::Sheet
            | Route::Counter
            | Route::Settings
            | Route::Crisis
            | Route::About
            | Route::Privacy
            | Route::NotFound => Vec::new(),
        }
    }

    /// What the screen that is left behind no longer needs.
    #[cfg(feature = "whole")]
    pub(crate) fn leave(&mut self, next: Route) -> Vec<Effect> {
        if next == Route::Counter {
            return Vec::new();
        }
        self.leave_counter()
    }

    #[cfg(not(feature = "whole"))]
    pub(crate) fn leave(&self, _: Route) -> Vec<Effect> {
        Vec::new()
    }

    #[cfg(feature = "whole")]
    pub(crate) fn need_for_settings(&mut self) -> Vec<Effect> {
        let effects = self.need_for_screen();
        self.set_out_places();
        effects
    }

    #[cfg(not(feature = "whole"))]
    pub(crate) fn need_for_settings(&self) -> Vec<Effect> {
        Vec::new()
    }

    #[cfg(feature = "whole")]
    pub(crate) fn need_for_answers(&mut self) -> Vec<Effect> {
        let mut effects = self.need_entries(self.prefecture());
        effects.extend(self.hold_change(true));
        effects
    }

    #[cfg(not(feature = "whole"))]
    pub(crate) fn need_for_answers(&self) -> Vec<Effect> {
        Vec::new()
    }

    #[cfg(not(feature = "whole"))]
    pub(crate) fn need_for_screen(&self) -> Vec<Effect> {
        self.hand_over()
    }

    #[cfg(feature = "whole")]
    pub(crate) fn need_for_screen(&mut self) -> Vec<Effect> {
        if self.route == Route::Shared {
            return vec![Effect::ForKeep(KeepEffect::TakeLink)];
        }
        if self.route == Route::Counter {
            return self.need_for_counter();
        }
        if self.route == Route::Settings {
            return vec![Effect::ReadSettings];
        }
        if self.route == Route::Places && self.places.prefecture.is_none() {
            self.places.prefecture = self.prefecture().or(self.config.prefecture);
        }
        let prefecture = match self.route {
            Route::Places => self.places.prefecture,
            Route::Result | Route::Support(_) | Route::Review | Route::Keep => self.prefecture(),
            Route::Start
            | Route::Question(_)
            | Route::Shared
            | Route::Sheet
            | Route::Counter
            | Route::Settings
            | Route::Crisis
            | Route::About
            | Route::Privacy
            | Route::NotFound => None,
        };
        self.need_entries(prefecture)
    }

    #[cfg(feature = "whole")]
    pub(crate) fn need_entries(&mut self, prefecture: Option<Prefecture>) -> Vec<Effect> {
        match prefecture {
            Some(known)
                if self.pack.prefectures.contains(&known)
                    && self.entries_state(prefecture).is_none() =>
            {
                self.put_entries(known, Entries::Loading);
                vec![Effect::LoadEntries(known)]
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// Lets the whole app take over where its screens begin, as soon as it is there.
    pub(crate) fn hand_over(&self) -> Vec<Effect> {
        if self.route.needs_whole() && self.guide == GuideState::WithWhole {
            let kept = snapshot::write(&self.pack.survey, &self.answers);
            vec![Effect::HandOver(kept)]
        } else {
            Vec::new()
        }
    }

    /// The first app never reads aloud.
    #[cfg(not(feature = "whole"))]
    pub(crate) fn hush(&self) -> Option<Effect> {
        None
    }

    pub(crate) fn load_again(&mut self) -> Vec<Effect> {
        self.entries
            .retain(|(_, entries)| *entries != Entries::Failed);
        let mut effects = self.need_for_screen();
        if self.guide == GuideState::Failed {
            self.guide = GuideState::Loading;
            effects.push(Effect::LoadGuide(self.lang()));
        }
        #[cfg(feature = "whole")]
        effects.extend(self.need_japanese_again());
        effects
    }
}
