//! The words pack of one language.

use domain::survey::{Purpose, Question};
use domain::text::{
    ContactWords, Guide, Key, Lang, QuestionWords, SupportWords, Text, Told, Voiced, Words,
};

use super::counted::counted_in;
use super::slots::{SUPPORT_FIELDS, is_fixed, note_of};
use super::wording::{CONSTRAINT, HINT, LABEL, PLAIN, Wording};
use super::{Parts, Texts};
use crate::directory::CompiledContact;
use crate::survey::QuestionRows;

/// The words of one language for the rules with this fingerprint.
pub fn words_in(lang: Lang, made_for: u32, texts: &Texts<'_>, parts: Parts<'_>) -> Words {
    let writer = Writer { lang, texts, parts };
    let survey = parts.survey;
    let mut app = writer.app(Key::EARLY);
    // The mark of drafts is said only where there are some.
    if !app.iter().any(|text| text.told == Told::Draft)
        && let Some(mark) = app.get_mut(Key::CrisisDraft as usize)
    {
        *mark = Text::default();
    }
    Words {
        lang,
        made_for,
        app,
        questions: survey
            .survey
            .questions
            .iter()
            .zip(&survey.rows)
            .map(|(question, rows)| writer.question(question, rows))
            .collect(),
        needs: parts
            .rules
            .need_rows
            .iter()
            .map(|row| Wording::of(*row, PLAIN).text(lang))
            .collect(),
        contacts: parts
            .contacts
            .iter()
            .map(|contact| writer.contact(contact))
            .collect(),
    }
}

/// The words of the supports in one language for the rules with this fingerprint.
pub fn guide_in(lang: Lang, made_for: u32, texts: &Texts<'_>, parts: Parts<'_>) -> Guide {
    let writer = Writer { lang, texts, parts };
    Guide {
        lang,
        made_for,
        app: writer.app(Key::LATE),
        counted: counted_in(lang, texts),
        supports: parts
            .rules
            .supports
            .iter()
            .map(|support| writer.support(&support.name))
            .collect(),
        sentences: parts
            .rules
            .sentences
            .iter()
            .map(|sentence| writer.text(&["sentence.", &sentence.name].concat()))
            .collect(),
        ledger: parts.ledger.clone(),
        asks: parts.asks.to_vec(),
        ask_words: parts
            .asks
            .iter()
            .map(|ask| writer.voiced(&["ask.", &ask.name].concat()))
            .collect(),
    }
}

#[derive(Clone, Copy)]
struct Writer<'w> {
    lang: Lang,
    texts: &'w Texts<'w>,
    parts: Parts<'w>,
}

impl Writer<'_> {
    /// The app's own words with these keys.
    fn app(self, keys: &[Key]) -> Vec<Text> {
        keys.iter()
            .map(|key| self.text(&["ui.", key.name()].concat()))
            .collect()
    }

    /// The text with this key; empty where the table has none.
    fn text(self, key: &str) -> Text {
        let text = |wording: Wording<'_>| {
            if is_fixed(key) && !self.texts.signatures.is_reviewed(wording, self.lang) {
                wording.draft(self.lang)
            } else {
                wording.text(self.lang)
            }
        };
        self.texts.get(key).map_or_else(Text::default, text)
    }

    /// The other wordings of a key, by voice.
    fn voices(self, key: &str) -> Vec<(String, Text)> {
        self.texts
            .voices(key)
            .into_iter()
            .map(|(voice, wording)| (voice.to_owned(), wording.text(self.lang)))
            .collect()
    }

    fn voiced(self, key: &str) -> Voiced {
        Voiced {
            base: self.text(key),
            voices: self.voices(key),
        }
    }

    fn question(self, question: &Question, rows: &QuestionRows<'_>) -> QuestionWords {
        let beside = |wording: Wording<'_>, field: &str| Voiced {
            base: wording.text(self.lang),
            voices: self.voices(&[&question.name, ".", field].concat()),
        };
        let choices = if question.purpose == Purpose::Municipality {
            Vec::new()
        } else {
            question
                .choices
                .iter()
                .zip(&rows.choices)
                .map(|(choice, row)| Voiced {
                    base: Wording::of(*row, LABEL).text(self.lang),
                    voices: self.choice_voices(question, &choice.name),
                })
                .collect()
        };
        QuestionWords {
            label: beside(Wording::of(rows.question, LABEL), "label"),
            hint: beside(Wording::of(rows.question, HINT), "hint"),
            constraint: Wording::of(rows.question, CONSTRAINT).text(self.lang),
            choices,
        }
    }

    /// The worry that comes first is said as the worry itself was, unless it has words of its own.
    fn choice_voices(self, question: &Question, choice: &str) -> Vec<(String, Text)> {
        let of =
            |question: &Question| self.voices(&[&question.name, ".", choice, ".label"].concat());
        let own = of(question);
        if !own.is_empty() || question.purpose != Purpose::Most {
            return own;
        }
        let survey = &self.parts.survey.survey;
        survey
            .with_purpose(&Purpose::Worries)
            .and_then(|id| survey.get(id))
            .map_or(own, of)
    }

    fn support(self, name: &str) -> SupportWords {
        let [name, lead, who, what, say, time, cost, bring, ask] =
            SUPPORT_FIELDS.map(|field| self.voiced(&["support.", name, ".", field].concat()));
        SupportWords {
            name,
            lead,
            who,
            what,
            say,
            time,
            cost,
            bring,
            ask,
        }
    }

    fn contact(self, compiled: &CompiledContact) -> ContactWords {
        let text =
            |field: &str| self.text(&["contact.", &compiled.contact.id, ".", field].concat());
        ContactWords {
            name: text("name"),
            note: text(note_of(compiled.contact.group)),
            hours: if compiled.shows_hours {
                text("hours")
            } else {
                Text::default()
            },
        }
    }
}
