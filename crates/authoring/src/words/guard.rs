//! The guard over words: what must not be said to a person in need, as a table that editors extend.
//!
//! Source: docs/SAFETY.md, what must never be shown; docs/decisions/0011-words-and-reviewers.md.

mod pattern;
mod rule;
mod watched;

use crate::finding::{Findings, Place, Said};
use crate::said;
use crate::table::Folder;
use crate::table::sheets::GUARD;
use pattern::folded;
use rule::{Rule, rules};

use super::strings::Saying;

/// The rules that the table must have, as errors: it may be extended, not emptied.
const FLOOR: [&str; 11] = [
    "diagnosis",
    "cure",
    "no-doctor",
    "wait-and-see",
    "best",
    "cheering",
    "blame",
    "method",
    "money",
    "exclamation",
    "promise",
];

/// Checks every text in every language, and every fact that is shown, against the rules of the table.
pub fn check(folder: &Folder, sayings: &[Saying<'_>], findings: &mut Findings) {
    let rules = rules(folder, findings);
    missing(&rules, findings);
    for watched in watched::all(folder, sayings) {
        let text = folded(watched.cell.value);
        for rule in rules.iter().filter(|rule| rule.watches(&watched)) {
            let Some(found) = rule.find(&text) else {
                continue;
            };
            let (ja, en) = (&rule.why.ja, &rule.why.en);
            findings.add(
                rule.severity,
                Place::from(watched.cell),
                said!("「{found}」：{ja}", "\"{found}\": {en}"),
                rule.instead.clone(),
            );
        }
    }
}

fn missing(rules: &[Rule<'_>], findings: &mut Findings) {
    let is_there = |id: &&&str| {
        rules
            .iter()
            .any(|rule| rule.id == **id && rule.is_an_error())
    };
    for id in FLOOR.iter().filter(|id| !is_there(id)) {
        findings.error(
            Place {
                value: Some((*id).to_owned()),
                ..Place::column(&GUARD.file(), "id")
            },
            said!(
                "言葉の見張りに「{id}」の行がありません。または error になっていません。",
                "The guard lacks the row \"{id}\", or it is no error."
            ),
            back(id),
        );
    }
}

fn back(id: &str) -> Said {
    said!(
        "「{id}」の行を、severity を error にして戻してください。行と言葉は増やせますが、この行は消せません。",
        "Put the row \"{id}\" back with the severity error. Rows and words may be added; this row must stay."
    )
}
