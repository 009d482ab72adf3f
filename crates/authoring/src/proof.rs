//! The proof: what holds for every visit that there can be, not for a sample of them.
//!
//! The survey and the rules become a circuit over every tick ([`model`]), and a SAT solver is asked, property by property, for a
//! visit in which the property fails. It finds one, which is printed as a visit that `authoring visit` answers, or there is none.
//!
//! Source: the design's promise 1; docs/decisions/0010-proof.md.

mod circuit;
mod example;
mod model;
mod printing;
mod property;
mod prover;
mod solver;
mod truth;
mod written;

use std::time::Duration;

use domain::survey::Survey;
use serde::Serialize;

pub use example::Example;
pub use printing::print;
pub use property::{OnlySearchPage, Roles};
pub use truth::{Oracle, Truth};

use crate::compile::Compiled;
use crate::finding::{Finding, Said, Severity};
use property::PROPERTIES;
use prover::Prover;

/// What was proven, and what was not.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    /// Whether every property holds.
    pub holds: bool,
    /// What was looked at.
    pub space: Space,
    /// The properties, in order.
    pub properties: Vec<Proven>,
    /// Where the official search page is all that some visits find.
    pub only_search_page: Vec<OnlySearchPage>,
}

/// All that can be answered.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Space {
    /// How many questions there are.
    pub n_questions: usize,
    /// How many choices they have together.
    pub n_choices: usize,
    /// The decimal logarithm of how many ways there are to answer or leave each question.
    pub log10_of_answers: f64,
}

/// One property and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct Proven {
    /// Its name.
    pub id: &'static str,
    /// What it says.
    pub says: Said,
    /// Whether it holds: nothing below is an error.
    pub holds: bool,
    /// How many questions the solver answered for it.
    pub n_asked: usize,
    /// How long that took.
    pub seconds: f64,
    /// What is against it, or worth knowing.
    pub faults: Vec<Fault>,
}

/// Something that is against a property, with visits that show it.
#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    /// What is wrong, where, and what to do.
    #[serde(flatten)]
    pub finding: Finding,
    /// Visits that show it, as `authoring visit` reads them; where there are two, the second has one more answer.
    pub visits: Vec<Example>,
}

/// Proves the content. `now` tells how long something takes; where nobody asks, it may stand still.
pub fn prove(compiled: &Compiled, now: &dyn Fn() -> Duration) -> Proof {
    let mut prover = Prover::new(compiled);
    let mut only_search_page = Vec::new();
    let properties: Vec<Proven> = PROPERTIES
        .iter()
        .map(|property| {
            let (began, n_before) = (now(), prover.n_asked());
            let faults = (property.prove)(&mut prover, &mut only_search_page);
            Proven {
                id: property.id,
                says: (property.says)(),
                holds: faults
                    .iter()
                    .all(|fault| fault.finding.severity != Severity::Error),
                n_asked: prover.n_asked() - n_before,
                seconds: now().saturating_sub(began).as_secs_f64(),
                faults,
            }
        })
        .collect();
    Proof {
        holds: properties.iter().all(|property| property.holds),
        space: Space::of(&compiled.pack.survey),
        properties,
        only_search_page,
    }
}

impl Space {
    fn of(survey: &Survey) -> Self {
        let ways = |question: &domain::survey::Question| {
            // No list of a pack is so long that its length would lose a digit.
            let n_choices = f64::from(u32::try_from(question.choices.len()).unwrap_or(u32::MAX));
            if question.is_multiple {
                n_choices * 2_f64.log10()
            } else {
                (n_choices + 1.0).log10()
            }
        };
        Self {
            n_questions: survey.questions.len(),
            n_choices: survey
                .questions
                .iter()
                .map(|asked| asked.choices.len())
                .sum(),
            log10_of_answers: survey.questions.iter().map(ways).sum(),
        }
    }
}

impl Proof {
    /// The property with this name.
    pub fn property(&self, id: &str) -> Option<&Proven> {
        self.properties.iter().find(|property| property.id == id)
    }
}
