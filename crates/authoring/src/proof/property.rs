//! The properties, one file each.

mod contact;
mod crisis;
mod ends;
mod never;
mod reachable;
mod reasons;
mod rules;
mod worries;

pub use contact::{OnlySearchPage, Roles};

use domain::support::Support;
use domain::survey::{Choice, Question};

use super::Fault;
use super::example::Example;
use super::prover::Prover;
use crate::finding::{Finding, Place, Said, Severity};
use crate::table::sheets::{CHOICES, SUPPORTS, SURVEY, Sheet};

/// Something that is to hold for every visit.
pub struct Property {
    /// Its name.
    pub id: &'static str,
    /// What it says.
    pub says: fn() -> Said,
    /// What is against it; only the one about contacts adds to the places where the search page is all there is.
    pub prove: fn(&mut Prover<'_>, &mut Vec<OnlySearchPage>) -> Vec<Fault>,
}

/// All properties, in the order of the report.
pub const PROPERTIES: [Property; 8] = [
    ends::PROPERTY,
    contact::PROPERTY,
    crisis::PROPERTY,
    reachable::PROPERTY,
    rules::PROPERTY,
    worries::PROPERTY,
    never::PROPERTY,
    reasons::PROPERTY,
];

/// What is wrong and what to do.
struct Advice {
    what: Said,
    what_to_do: Said,
}

fn fault(severity: Severity, place: Place, advice: Advice, visits: Vec<Example>) -> Fault {
    Fault {
        finding: Finding {
            severity,
            place,
            what: advice.what,
            what_to_do: advice.what_to_do,
        },
        visits,
    }
}

fn error(place: Place, advice: Advice, visits: impl IntoIterator<Item = Example>) -> Fault {
    fault(Severity::Error, place, advice, visits.into_iter().collect())
}

/// A cell of the row whose columns hold these values; the column alone where there is no such row.
fn cell(prover: &Prover<'_>, sheet: &Sheet, keys: &[(&str, &str)], column: &'static str) -> Place {
    let table = prover.content.compiled.folder.table(sheet);
    let row = table.rows().find(|row| {
        keys.iter()
            .all(|(column, value)| row.get(column) == Some(*value))
    });
    match row {
        Some(row) => row.cell(column).into(),
        None => Place::column(&sheet.file(), column),
    }
}

/// A cell of a question's row.
fn question_cell(prover: &Prover<'_>, question: &Question, column: &'static str) -> Place {
    cell(prover, &SURVEY, &[("name", &question.name)], column)
}

/// The name of a choice in the list of its question.
fn choice_cell(prover: &Prover<'_>, question: &Question, choice: &Choice) -> Place {
    let survey = prover.content.compiled.folder.table(&SURVEY);
    let asked = survey
        .rows()
        .find(|row| row.get("name") == Some(&question.name));
    let list = asked
        .and_then(|row| row.cell("type").words().nth(1))
        .unwrap_or_default();
    let keys = [("list_name", list), ("name", choice.name.as_str())];
    cell(prover, &CHOICES, &keys, "name")
}

/// A cell of a support's row.
fn support_cell(prover: &Prover<'_>, support: &Support, column: &'static str) -> Place {
    cell(prover, &SUPPORTS, &[("id", &support.name)], column)
}
