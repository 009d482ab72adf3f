//! Words: languages, furigana, and the words pack of one language.

mod catalogue;
mod lang;

use serde::{Deserialize, Serialize};

pub use catalogue::Key;
use catalogue::Place;
pub use lang::{Lang, direction};

use crate::asking::Ask;
use crate::ids::{AskId, ChoiceId, NeedId, QuestionId, SentenceId, SupportId};
use crate::ledger::Ledger;

/// A text of a words pack. `{漢字|かんじ}` is furigana.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text with its furigana.
    pub text: String,
    /// In which language it is told, and whether it can stand alone.
    pub told: Told,
}

/// How a text is told to somebody who reads the language of its pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// In the language of the pack.
    #[default]
    Own,
    /// In Japanese, because the table has a gap here.
    Gap,
    /// In the language of the pack, as a draft for a crisis, for consent or for a kiosk that nobody has reviewed yet, and then, after a line
    /// break, in Japanese without furigana; see [`in_both`].
    ///
    /// Source: docs/decisions/0011-words-and-reviewers.md.
    Draft,
}

/// The text of a [`Told::Draft`] and the Japanese beside it.
pub fn in_both(text: &str) -> Option<(&str, &str)> {
    text.split_once('\n')
}

/// A piece of a text, with its reading if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// What is written.
    pub base: &'a str,
    /// How it is read; empty without furigana.
    pub ruby: &'a str,
}

/// Splits `{漢字|かんじ}です` into pieces. A brace that opens no furigana stands for itself.
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut found = Vec::new();
    // Where what has been read but not split off begins.
    let (mut start, mut place) = (0, 0);
    while let Some(opened) = text.get(place..).and_then(|rest| rest.find('{')) {
        let (brace, inside) = (place + opened, place + opened + 1);
        let ruby = text.get(inside..).and_then(|rest| {
            let (inside, _) = rest.split_once('}')?;
            Some((inside.split_once('|')?, inside.len()))
        });
        place = inside;
        if let Some(((base, ruby), length)) = ruby {
            found.extend(text.get(start..brace).and_then(unread));
            found.push(Span { base, ruby });
            place += length + 1;
            start = place;
        }
    }
    found.extend(text.get(start..).and_then(unread));
    found
}

/// A piece without furigana; none where there is nothing.
fn unread(base: &str) -> Option<Span<'_>> {
    (!base.is_empty()).then_some(Span { base, ruby: "" })
}

/// The text without furigana, for titles and names that cannot carry it.
pub fn plain(text: &str) -> String {
    spans(text).into_iter().map(|span| span.base).collect()
}

impl Text {
    /// The text with `{name}` replaced by its value, for each of `values`.
    pub fn fill(&self, values: &[(&str, &str)]) -> Self {
        let mut text = self.text.clone();
        for (name, value) in values {
            text = text.replace(&["{", name, "}"].concat(), value);
        }
        Self {
            text,
            told: self.told,
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The form that a number asks for: "1 place", "2 places". Every language has `Other`, and not all of them every form.
///
/// Source: CLDR, language plural rules, <https://cldr.unicode.org/index/cldr-spec/plural-rules>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Plural {
    /// As Arabic speaks of 0.
    Zero,
    /// As English speaks of 1.
    One,
    /// As Arabic speaks of 2.
    Two,
    /// As Polish speaks of 3.
    Few,
    /// As Polish speaks of 5.
    Many,
    /// All that has no form of its own.
    Other,
}

impl Plural {
    /// All forms.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// Its name in CLDR, in the tables and in browsers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The form with this name; `Other` for any other.
    pub fn from_name(name: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|form| form.name() == name)
            .unwrap_or(Self::Other)
    }
}

/// One of the app's own late words as it is said of some numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The place of its key in [`Key::LATE`].
    pub place: u16,
    /// The numbers.
    pub form: Plural,
    /// How it is said of them.
    pub text: Text,
}

/// A text with other wordings for some voices (a role's name, or a support's own voice).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voiced {
    /// The wording for everybody else.
    pub base: Text,
    /// The other wordings, by voice.
    pub voices: Vec<(String, Text)>,
}

impl Voiced {
    /// The wording of the first of `voices` that has one, else the base.
    pub fn said(&self, voices: &[&str]) -> &Text {
        voices
            .iter()
            .find_map(|voice| {
                self.voices
                    .iter()
                    .find(|(name, _)| name == voice)
                    .map(|(_, text)| text)
            })
            .unwrap_or(&self.base)
    }
}

/// The words of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionWords {
    /// The question itself.
    pub label: Voiced,
    /// A line of help; empty when none is needed.
    pub hint: Voiced,
    /// What is said when the answer does not fulfill the constraint.
    pub constraint: Text,
    /// The choices, in the question's order. Municipalities have none: their name is their label.
    pub choices: Vec<Voiced>,
}

/// The words of a support. Each field may be empty, except the name and the lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportWords {
    /// The title of the card.
    pub name: Voiced,
    /// What it is and how it helps.
    pub lead: Voiced,
    /// Who answers.
    pub who: Voiced,
    /// What happens when one goes or calls.
    pub what: Voiced,
    /// The first sentence to say.
    pub say: Voiced,
    /// How long it takes; empty where no source says so.
    pub time: Voiced,
    /// What it costs.
    pub cost: Voiced,
    /// What to bring.
    pub bring: Voiced,
    /// Where to ask when no place is known.
    pub ask: Voiced,
}

/// The words of a national contact point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactWords {
    /// Its name.
    pub name: Text,
    /// For whom it is; empty when the name says it.
    pub note: Text,
    /// Its hours; empty when they are not to be shown.
    pub hours: Text,
}

/// The words of one language but those of the supports, in the order of the rules they belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The fingerprint of the rules they belong to.
    pub made_for: u32,
    /// The app's own words that are needed early, in the order of [`Key::EARLY`].
    pub app: Vec<Text>,
    /// The words of the questions.
    pub questions: Vec<QuestionWords>,
    /// The labels of the needs.
    pub needs: Vec<Text>,
    /// The words of the contacts.
    pub contacts: Vec<ContactWords>,
}

/// The words of the supports in one language, in the order of the rules they belong to, and the app's own late ones.
///
/// More than half of all words, and needed only for a result and what follows: a file of its own, fetched while the first questions are answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The language.
    pub lang: Lang,
    /// The fingerprint of the rules they belong to.
    pub made_for: u32,
    /// The app's own words that are needed late, in the order of [`Key::LATE`].
    pub app: Vec<Text>,
    /// How those of them that count something are said of some numbers; of all others as in `app`.
    pub counted: Vec<Counted>,
    /// The words of the supports.
    pub supports: Vec<SupportWords>,
    /// The extra sentences.
    pub sentences: Vec<Text>,
    /// The numbers that stand in a code; the same in every language, and needed no sooner than these words.
    pub ledger: Ledger,
    /// The questions to ask; the same in every language.
    pub asks: Vec<Ask>,
    /// Their words.
    pub ask_words: Vec<Voiced>,
}

impl Guide {
    /// One of the app's own late words; empty for an early one.
    pub fn app(&self, key: Key) -> &Text {
        match key.place() {
            Place::Early(_) => NO_TEXT,
            Place::Late(index) => self.app.get(index).unwrap_or(NO_TEXT),
        }
    }

    /// One of the app's own late words as it is said of numbers of this form.
    pub fn counted(&self, key: Key, form: Plural) -> &Text {
        let own = |counted: &&Counted| {
            counted.form == form
                && matches!(key.place(), Place::Late(place) if place == usize::from(counted.place))
        };
        self.counted
            .iter()
            .find(own)
            .map_or_else(|| self.app(key), |counted| &counted.text)
    }

    /// The words of a support.
    pub fn support(&self, id: SupportId) -> Option<&SupportWords> {
        self.supports.get(id.index())
    }

    /// The words of a question to ask.
    pub fn ask(&self, id: AskId) -> &Voiced {
        self.ask_words.get(id.index()).unwrap_or(NO_VOICED)
    }

    /// An extra sentence.
    pub fn sentence(&self, id: SentenceId) -> &Text {
        self.sentences.get(id.index()).unwrap_or(NO_TEXT)
    }
}

/// What is said where a pack has no text at all; `authoring` lets no such pack through.
const NO_TEXT: &Text = &Text {
    text: String::new(),
    told: Told::Own,
};
const NO_VOICED: &Voiced = &Voiced {
    base: Text {
        text: String::new(),
        told: Told::Own,
    },
    voices: Vec::new(),
};

impl Words {
    /// One of the app's own early words; empty for a late one, which is in the guide.
    pub fn app(&self, key: Key) -> &Text {
        match key.place() {
            Place::Early(index) => self.app.get(index).unwrap_or(NO_TEXT),
            Place::Late(_) => NO_TEXT,
        }
    }

    /// The words of a question.
    pub fn question(&self, id: QuestionId) -> Option<&QuestionWords> {
        self.questions.get(id.index())
    }

    /// The words of a choice; `None` for municipalities.
    pub fn choice(&self, question: QuestionId, choice: ChoiceId) -> Option<&Voiced> {
        self.question(question)?.choices.get(choice.index())
    }

    /// The label of a need.
    pub fn need(&self, id: NeedId) -> &Text {
        self.needs.get(id.index()).unwrap_or(NO_TEXT)
    }

    /// The label of a question.
    pub fn label(&self, id: QuestionId) -> &Voiced {
        self.question(id).map_or(NO_VOICED, |words| &words.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn furigana_is_split_from_the_text_around_it() {
        assert_eq!(
            spans("{話|はな}せます"),
            [
                Span {
                    base: "話",
                    ruby: "はな"
                },
                Span {
                    base: "せます",
                    ruby: ""
                }
            ]
        );
    }

    #[test]
    fn a_brace_without_a_reading_stands_for_itself() {
        assert_eq!(
            spans("あと{n}問"),
            [Span {
                base: "あと{n}問",
                ruby: ""
            }]
        );
        assert_eq!(plain("{n"), "{n");
        assert_eq!(plain("{n}で{話|はな}す"), "{n}で話す");
    }

    #[test]
    fn a_placeholder_is_filled() {
        let text = Text {
            text: "{n} / {total}".into(),
            told: Told::Gap,
        };
        assert_eq!(
            text.fill(&[("n", "3"), ("total", "9")]),
            Text {
                text: "3 / 9".into(),
                told: Told::Gap
            }
        );
    }

    #[test]
    fn the_first_voice_with_a_wording_speaks() {
        let text = |text: &str| Text {
            text: text.into(),
            told: Told::Own,
        };
        let voiced = Voiced {
            base: text("base"),
            voices: vec![("family".into(), text("family"))],
        };
        assert_eq!(voiced.said(&["left_job", "family"]).text, "family");
        assert_eq!(voiced.said(&["patient"]).text, "base");
    }

    #[test]
    fn a_number_has_the_words_of_its_form_and_else_those_of_all() {
        let text = |text: &str| Text {
            text: text.into(),
            told: Told::Own,
        };
        let mut guide = Guide {
            lang: Lang::En,
            made_for: 0,
            app: Key::LATE.iter().map(|_| text("{n} found")).collect(),
            counted: Vec::new(),
            supports: Vec::new(),
            sentences: Vec::new(),
            ledger: Default::default(),
            asks: Vec::new(),
            ask_words: Vec::new(),
        };
        let (place, _) = (0..)
            .zip(Key::LATE)
            .find(|(_, key)| **key == Key::Found)
            .unwrap();
        guide.counted.push(Counted {
            place,
            form: Plural::One,
            text: text("{n} was found"),
        });
        let said = |key, form| guide.counted(key, form).text.as_str();
        assert_eq!(said(Key::Found, Plural::One), "{n} was found");
        assert_eq!(said(Key::Found, Plural::Other), "{n} found");
        assert_eq!(said(Key::Print, Plural::One), "{n} found");
    }

    proptest! {
        #[test]
        fn splitting_furigana_never_loses_what_is_written(text in "[あ漢{}|a]{0,20}") {
            let whole: String = spans(&text).into_iter().map(|span| span.base).collect();
            prop_assert_eq!(whole, plain(&text));
        }
    }
}
