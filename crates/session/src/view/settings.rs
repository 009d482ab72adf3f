//! The screen of settings, and the button that reads a screen aloud.

use domain::text::{Key, Lang};

use super::{Phrase, Screen};
use crate::aloud::{Heard, State};
use crate::model::Model;
use crate::settings::{Look, Setting};

/// The button that reads the screen aloud, or stops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AloudView {
    /// What it says.
    pub name: Phrase,
    /// What pressing it means.
    pub press: Heard,
}

/// One choice of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookView {
    /// The choice.
    pub look: &'static Look,
    /// What it says.
    pub label: Phrase,
    /// Whether it holds.
    pub is_chosen: bool,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingView {
    /// The setting.
    pub setting: Setting,
    /// Its heading.
    pub name: Phrase,
    /// Its choices.
    pub looks: Vec<LookView>,
}

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsView {
    /// The heading.
    pub title: Phrase,
    /// Under it: it changes at once, and how long it holds.
    pub lead: Phrase,
    /// The settings.
    pub settings: Vec<SettingView>,
    /// About reading aloud; empty where the device has no voice.
    pub aloud: Phrase,
    /// "Back".
    pub back: Phrase,
}

impl Model {
    pub(super) fn settings_screen(&self) -> Screen {
        self.waiting_for_guide(Key::ToSettings)
            .unwrap_or_else(|| Screen::Settings(self.settings_view()))
    }

    fn settings_view(&self) -> SettingsView {
        // Only one language has furigana.
        let is_offered =
            |setting: &Setting| *setting != Setting::Furigana || self.lang() == Lang::JaEasy;
        SettingsView {
            title: self.say(Key::ToSettings),
            lead: self.say(Key::SettingsLead),
            settings: Setting::ALL
                .into_iter()
                .filter(is_offered)
                .map(|setting| self.setting_view(setting))
                .collect(),
            aloud: if self.can_read_aloud() {
                self.say(Key::AloudNote)
            } else {
                Phrase::default()
            },
            back: self.say(Key::Back),
        }
    }

    fn setting_view(&self, setting: Setting) -> SettingView {
        let looks = setting.looks().iter();
        SettingView {
            setting,
            name: self.say(setting.name()),
            looks: looks
                .map(|look| LookView {
                    look,
                    label: self.fill(look.name, &[("percent", look.percent)]),
                    is_chosen: self.settings.has(setting, look),
                })
                .collect(),
        }
    }

    /// The button in the header; `None` where this device has no voice of its own, or before the words are there.
    pub(super) fn aloud_view(&self) -> Option<AloudView> {
        self.guide()?;
        let (name, press) = match self.aloud.state {
            State::Silent => (Key::ReadAloud, Heard::PressedRead),
            State::Reading => (Key::StopReading, Heard::PressedStop),
        };
        self.can_read_aloud().then(|| AloudView {
            name: self.say(name),
            press,
        })
    }
}
