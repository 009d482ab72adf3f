//! Which keys the text table may have, and which it must have.

use std::collections::BTreeMap;

use domain::directory::Group;
use domain::survey::Purpose;
use domain::text::Key;

use super::Parts;
use crate::rules::CRISIS;

/// The fields of a support's text: those it must have first.
pub const SUPPORT_FIELDS: [&str; 8] =
    ["name", "lead", "who", "what", "say", "cost", "bring", "ask"];
/// How many of them a support must have.
const N_REQUIRED: usize = 2;

/// How badly a text is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Only where there is something to say.
    No,
    /// In Japanese; the other languages fall back to it.
    InJapanese,
    /// In every language: a person in a crisis must not meet a language they cannot read.
    InEveryLanguage,
}

/// One key that the text table may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Whether the table must have it.
    pub needed: Needed,
    /// Whether translations keep each other company in every language even where it is not needed.
    pub is_crisis: bool,
    /// The voices that may follow after `@`.
    pub voices: Vec<String>,
    /// Whether the text without a voice stands in the survey, so that here only voices may be.
    pub is_in_survey: bool,
    /// Whether the app fills placeholders in it.
    pub may_have_placeholders: bool,
}

impl Slot {
    /// Whether this voice may speak here.
    pub fn allows(&self, voice: &str) -> bool {
        self.voices.iter().any(|known| known == voice)
    }
}

/// All keys that the text table may have.
#[derive(Debug)]
pub struct Slots {
    by_key: BTreeMap<String, Slot>,
}

impl Slots {
    /// The keys for this content.
    pub fn of(parts: Parts<'_>) -> Self {
        let mut slots = Self {
            by_key: BTreeMap::new(),
        };
        let roles = roles(parts);
        slots.add_app();
        slots.add_survey(parts, &roles);
        slots.add_supports(parts, &roles);
        slots.add_contacts(parts);
        for sentence in &parts.rules.sentences {
            let key = ["sentence.", &sentence.name].concat();
            slots.add(key, Slot::plain(Needed::InJapanese));
        }
        slots
    }

    /// The slot with this key, without a voice.
    pub fn get(&self, key: &str) -> Option<&Slot> {
        self.by_key.get(key)
    }

    /// All keys, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// All keys that must be there, with how badly.
    pub fn needed(&self) -> impl Iterator<Item = (&str, Needed)> {
        self.by_key
            .iter()
            .filter(|(_, slot)| slot.needed != Needed::No)
            .map(|(key, slot)| (key.as_str(), slot.needed))
    }

    fn add(&mut self, key: String, slot: Slot) {
        self.by_key.insert(key, slot);
    }

    fn add_app(&mut self) {
        for key in Key::ALL {
            let name = key.name();
            let is_crisis = name.starts_with("frame.crisis")
                || name.starts_with("crisis.")
                || name == "question.body-emergency";
            let slot = Slot {
                may_have_placeholders: true,
                ..Slot::crisis(Needed::InJapanese, is_crisis)
            };
            self.add(["ui.", name].concat(), slot);
        }
    }

    fn add_survey(&mut self, parts: Parts<'_>, roles: &[String]) {
        for question in &parts.survey.survey.questions {
            let by_role = Slot {
                voices: roles.to_vec(),
                is_in_survey: true,
                ..Slot::plain(Needed::No)
            };
            for field in ["label", "hint"] {
                self.add([&question.name, ".", field].concat(), by_role.clone());
            }
            if question.purpose != Purpose::Municipality {
                for choice in &question.choices {
                    let key = [&question.name, ".", &choice.name, ".label"].concat();
                    self.add(key, by_role.clone());
                }
            }
        }
    }

    fn add_supports(&mut self, parts: Parts<'_>, roles: &[String]) {
        for support in &parts.rules.supports {
            let own = support.voices.iter().map(|voice| voice.name.clone());
            let voices: Vec<String> = own.chain(roles.iter().cloned()).collect();
            for (index, field) in SUPPORT_FIELDS.iter().enumerate() {
                let needed = if index < N_REQUIRED {
                    Needed::InJapanese
                } else {
                    Needed::No
                };
                let is_crisis = support.name == CRISIS && *field == "name";
                let slot = Slot {
                    voices: voices.clone(),
                    ..Slot::crisis(needed, is_crisis)
                };
                self.add(["support.", &support.name, ".", field].concat(), slot);
            }
        }
    }

    fn add_contacts(&mut self, parts: Parts<'_>) {
        for compiled in parts.contacts {
            let is_crisis = compiled.contact.group != Group::None;
            for (field, needed) in [
                ("name", Needed::InJapanese),
                ("note", Needed::No),
                ("hours", Needed::No),
            ] {
                let key = ["contact.", &compiled.contact.id, ".", field].concat();
                self.add(key, Slot::crisis(needed, is_crisis));
            }
        }
    }
}

impl Slot {
    fn plain(needed: Needed) -> Self {
        Self::crisis(needed, false)
    }

    fn crisis(needed: Needed, is_crisis: bool) -> Self {
        Self {
            needed: if is_crisis && needed == Needed::InJapanese {
                Needed::InEveryLanguage
            } else {
                needed
            },
            is_crisis,
            voices: Vec::new(),
            is_in_survey: false,
            may_have_placeholders: false,
        }
    }
}

fn roles(parts: Parts<'_>) -> Vec<String> {
    let survey = &parts.survey.survey;
    survey
        .with_purpose(&Purpose::Role)
        .and_then(|id| survey.get(id))
        .map_or(Vec::new(), |question| {
            question
                .choices
                .iter()
                .map(|choice| choice.name.clone())
                .collect()
        })
}
