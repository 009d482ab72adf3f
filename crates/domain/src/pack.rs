//! The pack: all rules compiled into one file, and how it is read back without trusting it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::directory::{Contact, Prefecture, PrefectureEntries};
use crate::hours::Holidays;
use crate::ids::{ChoiceId, SentenceId, SourceId, SupportId};
use crate::need::Need;
use crate::support::{Sentence, Source, Support};
use crate::survey::{Answers, Purpose, Survey};
use crate::text::{Guide, Lang, Words};

/// Everything that the rules need, without a word of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The questions.
    pub survey: Survey,
    /// The needs.
    pub needs: Vec<Need>,
    /// The supports, in table order.
    pub supports: Vec<Support>,
    /// The extra sentences.
    pub sentences: Vec<Sentence>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The national contact points, in table order.
    pub contacts: Vec<Contact>,
    /// The support that is always there for everybody (がん相談支援センター).
    pub general: SupportId,
    /// The support that is on every screen and therefore never in a result (今すぐ話せる窓口).
    pub crisis: SupportId,
    /// The prefectures that have a file of entries.
    pub prefectures: Vec<Prefecture>,
    /// The languages that have a file of words, in the order of [`Lang::ALL`].
    pub langs: Vec<Lang>,
    /// The national holidays, as far as they are announced.
    pub holidays: Holidays,
}

/// Where the person is, as far as they said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area<'a> {
    /// The prefecture.
    pub prefecture: Option<Prefecture>,
    /// The municipality, by name.
    pub municipality: Option<&'a str>,
}

impl Pack {
    /// The support with this id.
    pub fn support(&self, id: SupportId) -> Option<&Support> {
        self.supports.get(id.index())
    }

    /// The support with this name.
    pub fn find_support(&self, name: &str) -> Option<SupportId> {
        SupportId::at(
            self.supports
                .iter()
                .position(|support| support.name == name)?,
        )
    }

    /// The sentence with this id.
    pub fn sentence(&self, id: SentenceId) -> Option<&Sentence> {
        self.sentences.get(id.index())
    }

    /// The source with this id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(id.index())
    }

    /// All supports with their ids, in table order.
    pub fn iter_supports(&self) -> impl Iterator<Item = (SupportId, &Support)> {
        self.supports
            .iter()
            .enumerate()
            .filter_map(|(index, support)| Some((SupportId::at(index)?, support)))
    }

    /// The national contact points of a support that can be called from there.
    pub fn contacts_of(
        &self,
        support: SupportId,
        prefecture: Option<Prefecture>,
    ) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| {
            contact.supports.contains(&support) && contact.serves(prefecture)
        })
    }

    /// The role that counts, if one was given.
    pub fn role(&self, answers: &Answers) -> Option<ChoiceId> {
        self.first_chosen(&Purpose::Role, answers)
    }

    /// The role whose words everybody reads who gave none: the first of its question.
    pub fn usual_role(&self) -> Option<ChoiceId> {
        let question = self.survey.with_purpose(&Purpose::Role)?;
        (!self.survey.get(question)?.choices.is_empty()).then_some(ChoiceId(0))
    }

    /// Where the person is.
    pub fn area(&self, answers: &Answers) -> Area<'_> {
        let name = |purpose: &Purpose| {
            let choice = self.first_chosen(purpose, answers)?;
            let question = self.survey.get(self.survey.with_purpose(purpose)?)?;
            Some(question.choices.get(choice.index())?.name.as_str())
        };
        Area {
            prefecture: name(&Purpose::Prefecture).and_then(|code| code.parse().ok()),
            municipality: name(&Purpose::Municipality),
        }
    }

    fn first_chosen(&self, purpose: &Purpose, answers: &Answers) -> Option<ChoiceId> {
        answers
            .chosen(self.survey.with_purpose(purpose)?)
            .first()
            .copied()
    }
}

/// Why a file is not a pack that this program can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It does not begin as a pack of this format.
    #[error("not a pack of this format")]
    OtherFormat,
    /// It is incomplete or its checksum is wrong.
    #[error("the pack is damaged")]
    Damaged,
    /// Its words belong to other rules.
    #[error("the words belong to another pack")]
    OtherPack,
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Rules = b'R' as isize,
    Words = b'W' as isize,
    Guide = b'G' as isize,
    Entries = b'E' as isize,
}

/// The format; raised whenever a type that a pack holds changes.
pub const FORMAT: u8 = 5;
const CHECKSUM: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI);

fn header(part: Part) -> [u8; 4] {
    [b'T', b'M', part as u8, FORMAT]
}

fn encode<T: Serialize>(part: Part, value: &T) -> Result<Vec<u8>, postcard::Error> {
    let body = postcard::to_allocvec_crc32(value, CHECKSUM.digest())?;
    Ok([header(part).as_slice(), &body].concat())
}

fn decode<T: DeserializeOwned>(part: Part, bytes: &[u8]) -> Result<T, Unreadable> {
    let body = bytes
        .strip_prefix(&header(part))
        .ok_or(Unreadable::OtherFormat)?;
    postcard::from_bytes_crc32(body, CHECKSUM.digest()).map_err(|_| Unreadable::Damaged)
}

impl Pack {
    /// The rules as a file.
    ///
    /// # Errors
    /// When the encoder refuses, which it does for no value that `authoring` makes.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        encode(Part::Rules, self)
    }

    /// The rules from a file, and the fingerprint that their words must carry.
    ///
    /// # Errors
    /// When the file is of another format or damaged.
    pub fn decode(bytes: &[u8]) -> Result<(Self, u32), Unreadable> {
        Ok((decode(Part::Rules, bytes)?, Self::fingerprint(bytes)))
    }

    /// What ties words to rules: the checksum of the rules file.
    pub fn fingerprint(file: &[u8]) -> u32 {
        CHECKSUM.checksum(file)
    }
}

impl Words {
    /// The words as a file.
    ///
    /// # Errors
    /// As [`Pack::encode`].
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        encode(Part::Words, self)
    }

    /// The words from a file, if they were made for the rules with this fingerprint.
    ///
    /// # Errors
    /// When the file is of another format, damaged, or made for other rules.
    pub fn decode(bytes: &[u8], fingerprint: u32) -> Result<Self, Unreadable> {
        let words: Self = decode(Part::Words, bytes)?;
        if words.made_for == fingerprint {
            Ok(words)
        } else {
            Err(Unreadable::OtherPack)
        }
    }
}

impl Guide {
    /// The words of the supports as a file.
    ///
    /// # Errors
    /// As [`Pack::encode`].
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        encode(Part::Guide, self)
    }

    /// The words of the supports from a file, if they were made for the rules with this fingerprint.
    ///
    /// # Errors
    /// As [`Words::decode`].
    pub fn decode(bytes: &[u8], fingerprint: u32) -> Result<Self, Unreadable> {
        let guide: Self = decode(Part::Guide, bytes)?;
        if guide.made_for == fingerprint {
            Ok(guide)
        } else {
            Err(Unreadable::OtherPack)
        }
    }
}

impl PrefectureEntries {
    /// The entries as a file.
    ///
    /// # Errors
    /// As [`Pack::encode`].
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        encode(Part::Entries, self)
    }

    /// The entries from a file.
    ///
    /// # Errors
    /// When the file is of another format or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        decode(Part::Entries, bytes)
    }
}
