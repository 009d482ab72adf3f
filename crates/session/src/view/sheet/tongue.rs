//! Saying things in the language of the page, or in Japanese beside it.

use domain::condition::Reason;
use domain::survey::{Purpose, Survey};
use domain::text::{Guide, Key, Text, Told, Words};
use domain::{AskId, Date};

use super::Phrase;
use crate::format::{self, Format};

/// One language with all its words.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a> {
    words: &'a Words,
    guide: &'a Guide,
    voice: &'a str,
    format: &'a dyn Format,
    /// The `lang` of what it says, where that is not the page's.
    lang: Option<&'static str>,
}

impl<'a> Tongue<'a> {
    /// The language of the page.
    pub(super) fn own(
        words: &'a Words,
        guide: &'a Guide,
        voice: &'a str,
        format: &'a dyn Format,
    ) -> Self {
        Self {
            words,
            guide,
            voice,
            format,
            lang: None,
        }
    }

    /// Japanese beside another language.
    pub(super) fn beside(
        words: &'a Words,
        guide: &'a Guide,
        voice: &'a str,
        format: &'a dyn Format,
    ) -> Self {
        Self {
            lang: Some(words.lang.html()),
            ..Self::own(words, guide, voice, format)
        }
    }

    fn text(self, key: Key) -> &'a Text {
        if key.is_late() {
            self.guide.app(key)
        } else {
            self.words.app(key)
        }
    }

    pub(super) fn say(self, key: Key) -> Phrase {
        self.phrase(self.text(key))
    }

    pub(super) fn fill(self, key: Key, values: &[(&str, &str)]) -> Phrase {
        self.phrase(&self.text(key).fill(values))
    }

    pub(super) fn ask(self, id: AskId) -> Phrase {
        self.phrase(self.guide.ask(id).said(&[self.voice]))
    }

    /// What was ticked, as this role says it.
    pub(super) fn answer(self, survey: &Survey, answer: Reason) -> Phrase {
        let is_most = survey
            .get(answer.question)
            .is_some_and(|question| question.purpose == Purpose::Most);
        let question = match survey.with_purpose(&Purpose::Worries) {
            Some(worries) if is_most => worries,
            _ => answer.question,
        };
        let words = self.words.choice(question, answer.choice);
        words
            .map(|words| self.phrase(words.said(&[self.voice])))
            .unwrap_or_default()
    }

    /// A text that counts something, as this language says it of this number. The placeholder `{n}` is the number.
    pub(super) fn count(self, key: Key, number: usize) -> Phrase {
        let lang = self.words.lang;
        let text = self.guide.counted(key, self.format.plural(lang, number));
        self.phrase(&text.fill(&[("n", &self.format.number(lang, number))]))
    }

    /// A day as this language writes it.
    pub(super) fn date(self, date: Date) -> Phrase {
        Phrase {
            text: format::date(self.format, self.words.lang, date).into(),
            lang: self.lang,
            ..Phrase::default()
        }
    }

    fn phrase(self, text: &Text) -> Phrase {
        let is_japanese = self.words.lang.html() == "ja";
        Phrase {
            text: text.text.as_str().into(),
            lang: match text.told {
                Told::Own => self.lang,
                Told::Gap if is_japanese => self.lang,
                Told::Gap => Some("ja"),
                Told::Draft => Some(self.words.lang.html()),
            },
            told: text.told,
        }
    }
}
