//! One visit answered.

use std::borrow::Cow;

use domain::Date;
use domain::condition::Reason;
use domain::directory::{Entry, Prefecture, PrefectureEntries};
use domain::matching::{Match, outcome};
use domain::missing::missing;
use domain::pack::Pack;
use domain::survey::{Path, Question};
use domain::text::Lang;
use domain::{Answers, QuestionId, SupportId};

use super::input::{Answer, Given, Visit};
use super::moment::is_moment;
use super::output::{Answered, NotSuggested, Refused, Shown, Ticked};
use crate::compile::Compiled;

/// Why a line cannot be answered.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("not JSON, at character {0}")]
    NotJson(usize),
    #[error(
        "not a visit: {{\"answers\":{{…}}}} is missing or not an object, or \"lang\" or \"now\" is not a text"
    )]
    NotAVisit,
    #[error("unknown language; known are ja, ja-x-easy, en, zh-Hans, ko, vi, pt-BR, tl and ne")]
    Language,
    #[error("\"now\" is not a moment like 2026-11-24T10:00:00+09:00")]
    Now,
    #[error("the answer cannot be written")]
    Unwritable,
}

/// Answers visits with compiled content.
#[derive(Debug)]
pub struct Answerer<'a> {
    pack: &'a Pack,
    /// The entries by prefecture, by code.
    entries: Vec<&'a PrefectureEntries>,
}

impl<'a> Answerer<'a> {
    /// Answers with this content.
    pub fn new(compiled: &'a Compiled) -> Self {
        Self {
            pack: &compiled.pack,
            entries: compiled.entries.iter().map(|(file, _)| file).collect(),
        }
    }

    /// Adds the answer to the `number`th line to `out`, with a line end; nothing for an empty line.
    pub fn answer(&self, line: &[u8], number: usize, out: &mut Vec<u8>) {
        if line.trim_ascii().is_empty() {
            return;
        }
        let start = out.len();
        if let Err(refusal) = self.try_answer(line, out) {
            out.truncate(start);
            let refused = Refused {
                error: format!("line {number}: {refusal}"),
                line: number,
            };
            // A text and a number can always be written.
            let _ = serde_json::to_writer(&mut *out, &refused);
        }
        out.push(b'\n');
    }

    fn try_answer(&self, line: &[u8], out: &mut Vec<u8>) -> Result<(), Refusal> {
        let visit: Visit<'_> = serde_json::from_slice(line).map_err(|error| {
            if error.is_data() {
                Refusal::NotAVisit
            } else {
                Refusal::NotJson(error.column())
            }
        })?;
        if visit
            .lang
            .is_some_and(|lang| Lang::from_code(&lang.0).is_none())
        {
            return Err(Refusal::Language);
        }
        let today = match visit.now {
            Some(now) if !is_moment(&now.0) => return Err(Refusal::Now),
            Some(now) => now.0.parse().ok(),
            None => None,
        };
        let mut dropped = Vec::new();
        let answers = self.understood(&visit.answers, &mut dropped);
        let path = self.pack.survey.path(&answers);
        let entries = self.entries_in(self.pack.area(&path.answers).prefecture, today);
        let answered = self.answered(&path, &entries, dropped);
        serde_json::to_writer(out, &answered).map_err(|_| Refusal::Unwritable)
    }

    fn answered<'b>(
        &'b self,
        path: &'b Path,
        entries: &'b [Entry],
        dropped: Vec<String>,
    ) -> Answered<'b> {
        let prefecture = self.pack.area(&path.answers).prefecture;
        let outcome = outcome(self.pack, path, entries);
        let missing = missing(self.pack, path, &outcome);
        Answered {
            asked: path
                .asked
                .iter()
                .filter_map(|id| self.pack.survey.get(*id))
                .map(|question| question.name.as_str())
                .collect(),
            first: outcome.first.iter().map(|id| self.name(*id)).collect(),
            results: outcome
                .results
                .iter()
                .map(|found| self.shown(found, prefecture))
                .collect(),
            not_suggested: missing
                .iter()
                .map(|missing| NotSuggested {
                    support: self.name(missing.support),
                    would_need: self.ticked(&missing.would_need),
                })
                .collect(),
            dropped,
        }
    }

    fn shown<'b>(&'b self, found: &Match<'b>, prefecture: Option<Prefecture>) -> Shown<'b> {
        let entries = found.entries.iter().map(|entry| entry.id.as_str());
        let contacts = self.pack.contacts_of(found.id, prefecture);
        Shown {
            support: &found.support.name,
            reasons: self.ticked(&found.reasons),
            entries: entries
                .chain(contacts.map(|contact| contact.id.as_str()))
                .collect(),
        }
    }

    /// The entries that are there on that day, as the app keeps them.
    fn entries_in(&self, prefecture: Option<Prefecture>, today: Option<Date>) -> Cow<'a, [Entry]> {
        let file = self
            .entries
            .iter()
            .copied()
            .find(|file| Some(file.prefecture) == prefecture);
        match file {
            // Few entries end, and copying them for every visit would take its time.
            Some(file) if file.all_hold_on(today) => Cow::Borrowed(&file.entries),
            Some(file) => {
                let mut file = file.clone();
                file.keep_valid(today);
                Cow::Owned(file.entries)
            }
            None => Cow::Borrowed(&[]),
        }
    }

    fn name(&self, id: SupportId) -> &'a str {
        self.pack.support(id).map_or("", |support| &support.name)
    }

    fn ticked(&self, reasons: &[Reason]) -> Vec<Ticked<'a>> {
        reasons
            .iter()
            .filter_map(|reason| {
                let question = self.pack.survey.get(reason.question)?;
                Some(Ticked {
                    question: &question.name,
                    choice: &question.choices.get(reason.choice.index())?.name,
                })
            })
            .collect()
    }

    /// The answers that the survey knows; the others are named in `dropped`, as `question.choice` or `question`.
    fn understood(&self, given: &Given<'_>, dropped: &mut Vec<String>) -> Answers {
        let survey = &self.pack.survey;
        let mut answers = Answers::default();
        for (name, answer) in &given.0 {
            match survey
                .find(&name.0)
                .and_then(|id| Some((id, survey.get(id)?)))
            {
                Some((id, question)) => {
                    understand(id, question, answer, &mut answers, dropped);
                }
                None => dropped.push(name.0.clone().into_owned()),
            }
        }
        answers
    }
}

/// Adds what is given for one question: a text for one choice, a list of texts for several.
fn understand(
    id: QuestionId,
    question: &Question,
    answer: &Answer<'_>,
    answers: &mut Answers,
    dropped: &mut Vec<String>,
) {
    let name = &question.name;
    match answer {
        Answer::Nothing => {}
        Answer::One(word) if !question.is_multiple => match question.choice(&word.0) {
            Some(choice) => answers.set(id, vec![choice]),
            None => dropped.push([name, ".", &word.0].concat()),
        },
        Answer::Many(choices) if question.is_multiple => {
            let mut ticked = Vec::with_capacity(choices.len());
            for choice in choices {
                let (known, word) = match choice {
                    Answer::One(word) => (question.choice(&word.0), word.0.as_ref()),
                    Answer::Nothing => (None, "null"),
                    Answer::Many(_) => (None, "[…]"),
                    Answer::Other(text) => (None, text.as_str()),
                };
                match known {
                    Some(known) => ticked.push(known),
                    None => dropped.push([name, ".", word].concat()),
                }
            }
            answers.set(id, ticked);
        }
        Answer::One(_) | Answer::Many(_) | Answer::Other(_) => dropped.push(name.clone()),
    }
}
