//! How the screen looks: what a person can set, as data.
//!
//! A setting is a class of the page's root element, and no answer. The text of all classes is what a tab keeps.

use domain::text::Key;

/// One thing to set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// How large the text is.
    TextSize,
    /// How strong lines and colors are.
    Contrast,
    /// Whether furigana is seen.
    Furigana,
    /// Whether anything moves.
    Motion,
}

/// One choice of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its class in `static/style.css`; empty for what holds when nothing was set.
    pub class: &'static str,
    /// What it says.
    pub(crate) name: Key,
    /// The percentage in that text, if it has one.
    pub(crate) percent: &'static str,
}

const fn look(class: &'static str, name: Key) -> Look {
    Look {
        class,
        name,
        percent: "",
    }
}

const fn size(class: &'static str, percent: &'static str) -> Look {
    Look {
        class,
        name: Key::SettingsPercent,
        percent,
    }
}

impl Setting {
    /// All settings, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::TextSize, Self::Contrast, Self::Furigana, Self::Motion];

    /// Its heading.
    pub(crate) fn name(self) -> Key {
        match self {
            Self::TextSize => Key::SettingsText,
            Self::Contrast => Key::SettingsContrast,
            Self::Furigana => Key::SettingsFurigana,
            Self::Motion => Key::SettingsMotion,
        }
    }

    /// Its choices; the first holds when nothing was set.
    pub fn looks(self) -> &'static [Look] {
        const TEXT: &[Look] = &[
            size("", "100"),
            size("text-125", "125"),
            size("text-150", "150"),
            size("text-200", "200"),
        ];
        const CONTRAST: &[Look] = &[
            look("", Key::SettingsSystem),
            look("more-contrast", Key::SettingsContrastMore),
        ];
        const FURIGANA: &[Look] = &[
            look("", Key::SettingsFuriganaOn),
            look("no-ruby", Key::SettingsFuriganaOff),
        ];
        const MOTION: &[Look] = &[
            look("", Key::SettingsSystem),
            look("less-motion", Key::SettingsMotionLess),
        ];
        match self {
            Self::TextSize => TEXT,
            Self::Contrast => CONTRAST,
            Self::Furigana => FURIGANA,
            Self::Motion => MOTION,
        }
    }
}

/// What was set: for every setting the class of one of its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings([&'static str; Setting::ALL.len()]);

impl Default for Settings {
    fn default() -> Self {
        Self([""; Setting::ALL.len()])
    }
}

impl Settings {
    /// Reads the classes of the page's root element; what is none of ours does not count.
    pub fn read(classes: &str) -> Self {
        let is_set = |look: &&Look| classes.split_whitespace().any(|class| class == look.class);
        Self(Setting::ALL.map(|setting| {
            let found = setting.looks().iter().find(is_set);
            found.map_or("", |look| look.class)
        }))
    }

    /// The classes, as the root element has them; empty when nothing was set.
    pub fn classes(&self) -> String {
        let classes: Vec<&str> = self
            .0
            .into_iter()
            .filter(|class| !class.is_empty())
            .collect();
        classes.join(" ")
    }

    /// Whether this choice of the setting holds.
    pub fn has(&self, setting: Setting, look: &Look) -> bool {
        self.0.get(setting as usize) == Some(&look.class)
    }

    /// The same after this choice of the setting.
    #[must_use]
    pub fn with(mut self, setting: Setting, look: &Look) -> Self {
        if let Some(class) = self.0.get_mut(setting as usize) {
            *class = look.class;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_settings() -> impl Strategy<Value = Settings> {
        let picked = Setting::ALL.map(|setting| 0..setting.looks().len());
        picked.prop_map(|picked| {
            let looks = Setting::ALL.into_iter().zip(picked);
            looks.fold(Settings::default(), |settings, (setting, place)| {
                settings.with(setting, &setting.looks()[place])
            })
        })
    }

    #[test]
    fn a_setting_stands_at_its_own_place() {
        for (place, setting) in Setting::ALL.into_iter().enumerate() {
            assert_eq!(setting as usize, place);
        }
    }

    #[test]
    fn no_class_means_two_things_and_the_first_choice_has_none() {
        let mut classes: Vec<&str> = Vec::new();
        for setting in Setting::ALL {
            let (first, others) = setting.looks().split_first().unwrap();
            assert_eq!(first.class, "");
            classes.extend(others.iter().map(|look| look.class));
        }
        let n_classes = classes.len();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), n_classes);
        assert!(!classes.contains(&""));
    }

    proptest! {
        #[test]
        fn what_a_tab_keeps_gives_the_same_settings_back(settings in any_settings()) {
            prop_assert_eq!(Settings::read(&settings.classes()), settings);
        }

        #[test]
        fn what_is_none_of_ours_never_becomes_a_class(kept in ".*") {
            let classes = Settings::read(&kept).classes();
            let ours: Vec<&str> = Setting::ALL.iter().flat_map(|setting| setting.looks()).map(|look| look.class).collect();
            prop_assert!(classes.split_whitespace().all(|class| ours.contains(&class)));
        }
    }
}
