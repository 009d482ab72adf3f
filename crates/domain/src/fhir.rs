//! A visit as files for a hospital's own system: the questions as a FHIR R4 `Questionnaire`, the answers as a `QuestionnaireResponse`.
//!
//! They say no more than the hand-over sheet: no name, no identifier, no support, nothing about what the person would rather not talk about now,
//! and what they wrote only where they asked for it. A choice without a number in the ledger of codes, such as every municipality, is in neither.
//!
//! Source: HL7 FHIR R4 (4.0.1), Questionnaire and QuestionnaireResponse; docs/decisions/0019-fhir.md.

use serde::Serialize;

use crate::condition::{Condition, Reason};
use crate::date::Date;
use crate::ids::{ChoiceId, QuestionId};
use crate::ledger::{Silence, Tick};
use crate::survey::{Answers, Purpose, Question, Survey};
use crate::text::{Guide, Key, Text, Words, plain};

/// The questions, whoever runs the site.
const FORM: &str = "urn:tomoni:questionnaire";
/// The list of choices of a question, before its name.
const CHOICES: &str = "urn:tomoni:choices:";
/// What a person wrote has no question in the survey.
const OWN_WORDS: &str = "own-words";

/// The questions with their words in one language; all three belong together.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The rules.
    pub survey: &'a Survey,
    /// The words of the questions.
    pub words: &'a Words,
    /// The words of the ticks, and the ledger.
    pub guide: &'a Guide,
}

/// What of a visit goes into the file.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// The answers, which must be those on the path.
    pub answers: &'a Answers,
    /// Whether the person said that they come for the first time.
    pub is_first_visit: bool,
    /// What the person wrote; `None` where they did not ask to have it in the file.
    pub own_words: Option<&'a str>,
    /// The day; `None` when the clock is clearly wrong.
    pub day: Option<Date>,
}

impl Form<'_> {
    /// The questions, as JSON.
    ///
    /// A question carries `enableWhen` only where that says exactly what the survey says: choices that must, or must not, be ticked,
    /// all of them or one of them. Which choices are offered to whom has no word in R4 and is left out.
    ///
    /// # Errors
    /// When the writer of JSON refuses, which it does for no text.
    pub fn questionnaire(&self) -> Result<String, serde_json::Error> {
        let questions = self.survey.iter().filter_map(|(id, question)| {
            let options: Vec<AnswerOption> = question
                .choices
                .iter()
                .enumerate()
                .filter_map(|(place, _)| {
                    let coding = self.coding(id, ChoiceId::at(place)?)?;
                    Some(AnswerOption {
                        value_coding: coding,
                    })
                })
                .collect();
            (!options.is_empty()).then(|| self.asked(id, question, options))
        });
        let ticks = Tick::ALL.map(|tick| Asked::new(tick.name(), self.tick(tick), "boolean"));
        let own = Asked::new(OWN_WORDS, said(self.guide.app(Key::SheetWords)), "text");
        serde_json::to_string(&Questionnaire {
            resource_type: "Questionnaire",
            language: self.words.lang.html(),
            url: FORM,
            version: self.version(),
            name: "Tomoni",
            title: said(self.words.app(Key::AppName)),
            status: "active",
            item: questions.chain(ticks).chain([own]).collect(),
        })
    }

    /// The answers, as JSON.
    ///
    /// # Errors
    /// As [`Form::questionnaire`].
    pub fn response(&self, filled: &Filled<'_>) -> Result<String, serde_json::Error> {
        let silence = Silence::of(self.survey, filled.answers);
        let mut item: Vec<Answered> = filled
            .answers
            .iter()
            .filter_map(|(question, chosen)| self.answered(question, chosen, &silence))
            .collect();
        let ticks = [
            (Tick::FirstVisit, filled.is_first_visit),
            (Tick::NotYet, silence.is_kept()),
        ];
        item.extend(
            ticks
                .into_iter()
                .filter(|(_, is_on)| *is_on)
                .map(|(tick, _)| Answered {
                    link_id: tick.name().to_owned(),
                    text: self.tick(tick),
                    answer: vec![Answer::Boolean(true)],
                }),
        );
        let own = filled.own_words.map(clean).filter(|own| !own.is_empty());
        item.extend(own.map(|own| Answered {
            link_id: OWN_WORDS.to_owned(),
            text: said(self.guide.app(Key::SheetWords)),
            answer: vec![Answer::String(own)],
        }));
        serde_json::to_string(&Response {
            resource_type: "QuestionnaireResponse",
            language: self.words.lang.html(),
            questionnaire: [FORM, "|", &self.version()].concat(),
            status: "completed",
            authored: filled.day.map(|day| day.to_string()),
            item,
        })
    }

    /// The content with which the file was made.
    fn version(&self) -> String {
        format!("{:08x}", self.words.made_for)
    }

    fn asked(&self, id: QuestionId, question: &Question, options: Vec<AnswerOption>) -> Asked {
        let enable_when = self.enable_when(&question.relevant);
        let (behavior, enable_when) = enable_when.unwrap_or_default();
        Asked {
            enable_behavior: (enable_when.len() > 1).then_some(behavior),
            enable_when,
            repeats: Some(question.is_multiple),
            answer_option: options,
            ..Asked::new(&question.name, said(&self.words.label(id).base), "choice")
        }
    }

    fn answered(&self, id: QuestionId, chosen: &[ChoiceId], silence: &Silence) -> Option<Answered> {
        let question = self.survey.get(id)?;
        let is_told = |choice: &&ChoiceId| {
            !silence.covers(Reason {
                question: id,
                choice: **choice,
            })
        };
        let told = chosen.iter().filter(is_told);
        let answer: Vec<Answer> = told
            .filter_map(|choice| self.coding(id, *choice))
            .map(Answer::Coding)
            .collect();
        (!answer.is_empty()).then(|| Answered {
            link_id: question.name.clone(),
            text: said(&self.words.label(id).base),
            answer,
        })
    }

    /// A choice; `None` where it has no number in the ledger.
    fn coding(&self, question: QuestionId, choice: ChoiceId) -> Option<Coding> {
        self.guide.ledger.of_answer(Reason { question, choice })?;
        let asked = self.survey.get(question)?;
        // The worry that comes first is one of the worries, and is coded as such.
        let list = match self.survey.with_purpose(&Purpose::Worries) {
            Some(worries) if asked.purpose == Purpose::Most => worries,
            _ => question,
        };
        Some(Coding {
            system: [CHOICES, &self.survey.get(list)?.name].concat(),
            code: asked.choices.get(choice.index())?.name.clone(),
            display: said(&self.words.choice(list, choice)?.base),
        })
    }

    fn tick(&self, tick: Tick) -> String {
        said(self.guide.app(match tick {
            Tick::FirstVisit => Key::SheetFirstVisit,
            Tick::NotYet => Key::SheetNotYet,
        }))
    }

    /// The condition in the words of R4, and whether all of it must hold or any; `None` where R4 has no words for it.
    ///
    /// Counts are left out: a person may keep a topic out of the answers, and what was asked because of another answer must not fall with it.
    ///
    /// Source: FHIR R4, Questionnaire Item Operator: `=` "at least one answer", `!=` "no answer has a value that is equal".
    fn enable_when(&self, condition: &Condition) -> Option<(&'static str, Vec<EnableWhen>)> {
        let (behavior, parts) = match condition {
            Condition::All(parts) => ("all", parts.as_slice()),
            Condition::Any(parts) => ("any", parts.as_slice()),
            other => ("all", std::slice::from_ref(other)),
        };
        let parts: Option<Vec<EnableWhen>> = parts
            .iter()
            .map(|part| match part {
                Condition::Selected(reason) => self.compared("=", *reason),
                Condition::Not(part) => match part.as_ref() {
                    Condition::Selected(reason) => self.compared("!=", *reason),
                    _ => None,
                },
                _ => None,
            })
            .collect();
        Some((behavior, parts?))
    }

    fn compared(&self, operator: &'static str, reason: Reason) -> Option<EnableWhen> {
        Some(EnableWhen {
            question: self.survey.get(reason.question)?.name.clone(),
            operator,
            answer_coding: self.coding(reason.question, reason.choice)?,
        })
    }
}

/// A text as FHIR allows it: without furigana.
fn said(text: &Text) -> String {
    clean(&plain(&text.text))
}

/// Spaces of any width as plain ones, nothing around it, and no character that only steers.
///
/// Source: FHIR R4, `string`: `[ \r\n\t\S]+`.
fn clean(text: &str) -> String {
    let plain = text.chars().filter_map(|character| match character {
        '\n' => Some('\n'),
        other if other.is_whitespace() => Some(' '),
        other if other.is_control() || other == '\u{FEFF}' => None,
        other => Some(other),
    });
    plain.collect::<String>().trim().to_owned()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Questionnaire {
    resource_type: &'static str,
    language: &'static str,
    url: &'static str,
    version: String,
    name: &'static str,
    title: String,
    status: &'static str,
    item: Vec<Asked>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    link_id: String,
    text: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    enable_when: Vec<EnableWhen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enable_behavior: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeats: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answer_option: Vec<AnswerOption>,
}

impl Asked {
    fn new(link_id: &str, text: String, kind: &'static str) -> Self {
        Self {
            link_id: link_id.to_owned(),
            text,
            kind,
            enable_when: Vec::new(),
            enable_behavior: None,
            repeats: None,
            answer_option: Vec::new(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EnableWhen {
    question: String,
    operator: &'static str,
    answer_coding: Coding,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnswerOption {
    value_coding: Coding,
}

#[derive(Serialize)]
struct Coding {
    system: String,
    code: String,
    display: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    resource_type: &'static str,
    language: &'static str,
    questionnaire: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    authored: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item: Vec<Answered>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    link_id: String,
    text: String,
    answer: Vec<Answer>,
}

#[derive(Serialize)]
enum Answer {
    #[serde(rename = "valueCoding")]
    Coding(Coding),
    #[serde(rename = "valueBoolean")]
    Boolean(bool),
    #[serde(rename = "valueString")]
    String(String),
}
