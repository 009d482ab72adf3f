//! One visit as it is given: whatever can be understood of it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// One line of the input.
#[derive(Debug, Deserialize)]
pub struct Visit<'a> {
    /// The answers.
    #[serde(borrow)]
    pub answers: Given<'a>,
    /// The language, if said.
    #[serde(borrow, default)]
    pub lang: Option<Word<'a>>,
    /// The moment, if said.
    #[serde(borrow, default)]
    pub now: Option<Word<'a>>,
}

/// A text, borrowed from the line where it needs no unescaping.
#[derive(Debug)]
pub struct Word<'a>(pub Cow<'a, str>);

/// The answers by question, as given.
#[derive(Debug)]
pub struct Given<'a>(pub Vec<(Word<'a>, Answer<'a>)>);

/// What is given for one question.
#[derive(Debug)]
pub enum Answer<'a> {
    /// Nothing: not answered.
    Nothing,
    /// One choice.
    One(Word<'a>),
    /// A list of choices.
    Many(Vec<Answer<'a>>),
    /// Something that is never an answer; how it looks.
    Other(String),
}

impl<'de: 'a, 'a> Deserialize<'de> for Word<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordVisitor;

        impl<'de> Visitor<'de> for WordVisitor {
            type Value = Word<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Word(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Word(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(WordVisitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Given<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct GivenVisitor;

        impl<'de> Visitor<'de> for GivenVisitor {
            type Value = Given<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("answers by question")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut given = Vec::with_capacity(map.size_hint().unwrap_or(16));
                while let Some(answer) = map.next_entry()? {
                    given.push(answer);
                }
                Ok(Given(given))
            }
        }

        deserializer.deserialize_map(GivenVisitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Answer<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswerVisitor;

        impl AnswerVisitor {
            fn other<E>(value: impl fmt::Display) -> Result<Answer<'static>, E> {
                Ok(Answer::Other(value.to_string()))
            }
        }

        impl<'de> Visitor<'de> for AnswerVisitor {
            type Value = Answer<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a choice or a list of choices")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Answer::One(Word(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Answer::One(Word(Cow::Owned(text.to_owned()))))
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Answer::Nothing)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut given = Vec::new();
                while let Some(choice) = seq.next_element()? {
                    given.push(choice);
                }
                Ok(Answer::Many(given))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Self::other("{…}")
            }

            fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
                Self::other(value)
            }

            fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
                Self::other(value)
            }

            fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
                Self::other(value)
            }

            fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
                Self::other(value)
            }
        }

        deserializer.deserialize_any(AnswerVisitor)
    }
}
