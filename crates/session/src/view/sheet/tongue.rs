//! Saying things in the language of the page, or in Japanese beside it.

use domain::condition::Reason;
use domain::survey::{Purpose, Survey};
use domain::text::{Guide, Key, Text, Told, Words};
use domain::{AskId, Date};

use super::Phrase;

/// One language with all its words.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a> {
    words: &'a Words,
    guide: &'a Guide,
    voice: &'a str,
    /// The `lang` of what it says, where that is not the page's.
    lang: Option<&'static str>,
}

impl<'a> Tongue<'a> {
    /// The language of the page.
    pub(super) fn own(words: &'a Words, guide: &'a Guide, voice: &'a str) -> Self {
        Self {
            words,
            guide,
            voice,
            lang: None,
        }
    }

    /// Japanese beside another language.
    pub(super) fn beside(words: &'a Words, guide: &'a Guide, voice: &'a str) -> Self {
        Self {
            lang: Some(words.lang.html()),
            ..Self::own(words, guide, voice)
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

    /// A day in the words of this language.
    pub(super) fn date(self, date: Date) -> Phrase {
        let year = date.year().to_string();
        let months = self.say(Key::Months).text;
        let month = date
            .month()
            .and_then(|month| months.split(',').nth(usize::from(month) - 1));
        let day = date.day().map(|day| day.to_string());
        self.fill(
            Key::DateFull,
            &[
                ("year", &year),
                ("month", month.unwrap_or_default()),
                ("day", day.as_deref().unwrap_or_default()),
            ],
        )
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
