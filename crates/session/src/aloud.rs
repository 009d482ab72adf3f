//! Reading the screen aloud: with voices of this device alone, and only while the person is there.

use crate::effect::Effect;
use crate::model::Model;

/// What is known of the voices, and whether one is speaking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aloud {
    /// The languages that this device has a voice of its own for, as `ja` or `en`.
    pub(crate) langs: Vec<String>,
    pub(crate) state: State,
}

/// Whether something is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    #[default]
    Silent,
    Reading,
}

/// What happens to reading aloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The device has voices of its own for these languages, as `ja` or `en`.
    Voices(Vec<String>),
    /// "Read aloud" was pressed.
    PressedRead,
    /// "Stop" was pressed.
    PressedStop,
    /// All was read, or nobody sees the page any more.
    Ended,
}

impl Model {
    pub(crate) fn heard(&mut self, heard: Heard) -> Vec<Effect> {
        match heard {
            Heard::Voices(langs) => {
                self.aloud.langs = langs;
                Vec::new()
            }
            Heard::PressedRead => {
                self.aloud.state = State::Reading;
                vec![Effect::ReadAloud]
            }
            Heard::PressedStop | Heard::Ended => self.hush().into_iter().collect(),
        }
    }

    /// Stops reading, where something is being read.
    pub(crate) fn hush(&mut self) -> Option<Effect> {
        let was_reading = self.aloud.state == State::Reading;
        self.aloud.state = State::Silent;
        was_reading.then_some(Effect::StopReading)
    }

    /// Whether this device has a voice of its own for the language of the page.
    pub(crate) fn can_read_aloud(&self) -> bool {
        let lang = self.lang().html();
        let main = lang.split('-').next();
        self.aloud
            .langs
            .iter()
            .any(|known| Some(known.as_str()) == main)
    }
}
