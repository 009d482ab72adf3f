//! The part of the sheet for hospitals: the visit as files for their own system.

use domain::fhir::{Filled, Form};

use crate::effect::Effect;
use crate::keep::{KeepEffect, SavedFile};
use crate::model::Model;

/// Source: HL7 FHIR R4, §2.6 (JSON).
const KIND: &str = "application/fhir+json";

/// What happened in the part for hospitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HospitalEvent {
    /// "With my own words" was ticked, or its tick taken away.
    TickedOwnWords(bool),
    /// "Save the answers".
    PressedAnswers,
    /// "Save the questions".
    PressedQuestions,
}

/// What this part knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hospital {
    /// What a person wrote is in the file only when they ask for it.
    pub(crate) with_own_words: bool,
}

impl Model {
    /// Takes one event of this part in.
    pub(crate) fn hospital_update(&mut self, event: HospitalEvent) -> Vec<Effect> {
        self.keep.told = None;
        let file = match event {
            HospitalEvent::TickedOwnWords(is_on) => {
                self.hospital.with_own_words = is_on;
                None
            }
            // The names are neutral: others may see the list of files.
            HospitalEvent::PressedAnswers => self.fhir_answers().map(|text| ("answers.json", text)),
            HospitalEvent::PressedQuestions => {
                self.fhir_questions().map(|text| ("questions.json", text))
            }
        };
        let file = file.map(|(name, text)| SavedFile {
            name,
            kind: KIND,
            text,
        });
        file.map(|file| Effect::ForKeep(KeepEffect::SaveFile(file)))
            .into_iter()
            .collect()
    }

    fn fhir_questions(&self) -> Option<String> {
        self.form()?.questionnaire().ok()
    }

    fn fhir_answers(&self) -> Option<String> {
        let filled = Filled {
            answers: &self.path.answers,
            is_first_visit: self.sheet.is_first_visit,
            own_words: self
                .hospital
                .with_own_words
                .then_some(self.sheet.own.as_str()),
            day: self.today(),
        };
        self.form()?.response(&filled).ok()
    }

    fn form(&self) -> Option<Form<'_>> {
        Some(Form {
            survey: &self.pack.survey,
            words: &self.words,
            guide: self.guide()?,
        })
    }
}
