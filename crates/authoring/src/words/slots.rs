//! Which keys the text table may have, and which it must have.

use std::collections::BTreeMap;

use domain::directory::Group;
use domain::survey::Purpose;
use domain::text::Key;

use super::Parts;
use crate::rules::CRISIS;
use crate::table::sheets::CHOICES;

/// The fields of a support's text: those it must have first.
pub const SUPPORT_FIELDS: [&str; 9] = [
    "name", "lead", "who", "what", "say", "time", "cost", "bring", "ask",
];
/// How many of them a support must have.
const N_REQUIRED: usize = 2;

/// What is asked of a text because of the screen it stands on.
///
/// Source: docs/decisions/0011-words-and-reviewers.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Nothing more than of any text.
    Usual,
    /// A name or hours on the crisis screen: there in every language.
    Fact,
    /// A short fixed sentence of a crisis, consent or kiosk screen: there in every language, and with the Japanese beside it until somebody has reviewed it.
    Fixed,
    /// Another text of such a screen: in a language other than Japanese only when somebody has reviewed it.
    Reviewed,
}

/// Whether a key is that of a short fixed sentence: its last part begins with `crisis-`.
pub fn is_fixed(key: &str) -> bool {
    key.rsplit('.')
        .next()
        .is_some_and(|last| last.starts_with("crisis-"))
}

/// Whether a text is the name of somebody or something, which may be the same in several languages.
pub fn is_name(sheet: &str, key: &str) -> bool {
    sheet == CHOICES.name && key.starts_with(|first: char| first.is_ascii_digit())
        || key == "ui.app.name"
        || (key.starts_with("contact.") && key.ends_with(".name"))
}

/// Whether a text of the app stands on a crisis, consent or kiosk screen.
fn care_of_app(name: &str) -> Care {
    let screens = ["crisis.", "consent.", "privacy.", "kiosk."];
    if is_fixed(name) {
        Care::Fixed
    } else if screens.iter().any(|screen| name.starts_with(screen)) {
        Care::Reviewed
    } else {
        Care::Usual
    }
}

/// How badly a text is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Only where there is something to say.
    No,
    /// In Japanese; whether the other languages may fall back to it, its [`Care`] says.
    InJapanese,
}

/// One key that the text table may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Whether the table must have it.
    pub needed: Needed,
    /// What is asked of it because of the screen it stands on.
    pub care: Care,
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
        for ask in parts.asks {
            let slot = Slot {
                voices: roles.clone(),
                ..Slot::plain(Needed::InJapanese)
            };
            slots.add(["ask.", &ask.name].concat(), slot);
        }
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
        for key in Key::all() {
            let name = key.name();
            let care = care_of_app(name);
            let slot = Slot {
                may_have_placeholders: care == Care::Usual,
                ..Slot::with(Needed::InJapanese, care)
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
                let care = if support.name == CRISIS {
                    Care::Reviewed
                } else {
                    Care::Usual
                };
                let slot = Slot {
                    voices: voices.clone(),
                    ..Slot::with(needed, care)
                };
                self.add(["support.", &support.name, ".", field].concat(), slot);
            }
        }
    }

    fn add_contacts(&mut self, parts: Parts<'_>) {
        for compiled in parts.contacts {
            let contact = &compiled.contact;
            let (name_and_hours, note) = match contact.group {
                Group::None => (Care::Usual, Care::Usual),
                Group::Danger | Group::Listen | Group::Index => (Care::Fact, Care::Fixed),
            };
            for (field, needed, care) in [
                ("name", Needed::InJapanese, name_and_hours),
                (note_of(contact.group), Needed::No, note),
                ("hours", Needed::No, name_and_hours),
            ] {
                let key = ["contact.", &contact.id, ".", field].concat();
                self.add(key, Slot::with(needed, care));
            }
        }
    }
}

impl Slot {
    fn plain(needed: Needed) -> Self {
        Self::with(needed, Care::Usual)
    }

    fn with(needed: Needed, care: Care) -> Self {
        Self {
            needed,
            care,
            voices: Vec::new(),
            is_in_survey: false,
            may_have_placeholders: false,
        }
    }
}

/// The field of a contact's text that says for whom it is: on the crisis screen it is a fixed sentence.
pub fn note_of(group: Group) -> &'static str {
    match group {
        Group::None => "note",
        Group::Danger | Group::Listen | Group::Index => "crisis-note",
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
