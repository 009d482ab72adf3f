//! What keeps content without errors from being shown to people all the same.

use std::time::Duration;

use crate::compile::Compiled;
use crate::finding::{Finding, Findings, Place, Said, Severity};
use crate::proof::{Example, Fault, prove};
use crate::reviews::reviewers;
use crate::said;
use crate::table::sheets::{REVIEWS, SETTINGS};

/// How many people must have read a version before it is published.
pub const REVIEWERS: usize = 2;

/// Who is to see the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody who looks for help.
    Everybody,
    /// People who are told on every page that it is a sample.
    OfSample,
}

/// What must be settled before this audience sees the content; empty when nothing is.
///
/// Everything that refuses a pack without errors belongs here, so that the page for editors and the receiver say the same:
/// two named reviewers, unless it is a sample, and the proof, always.
pub fn gate(compiled: &Compiled, audience: Audience) -> Vec<Finding> {
    let mut findings = Findings::default();
    if audience == Audience::Everybody {
        two_reviewers(compiled, &mut findings);
    }
    proven(compiled, &mut findings);
    findings.sorted()
}

/// An error for each property that does not hold for every visit, with a visit that shows it.
fn proven(compiled: &Compiled, findings: &mut Findings) {
    let proof = prove(compiled, &|| Duration::ZERO);
    let faults = proof
        .properties
        .into_iter()
        .flat_map(|property| property.faults)
        .filter(|fault| fault.finding.severity == Severity::Error);
    for Fault { finding, visits } in faults {
        let Finding {
            place,
            what,
            what_to_do,
            ..
        } = finding;
        let lines: Vec<String> = visits.iter().map(Example::line).collect();
        let lines = lines.join("\n");
        let Said { ja, en } = what;
        findings.error(
            place,
            said!("{ja}\n例：{lines}", "{en}\nFor example: {lines}"),
            what_to_do,
        );
    }
}

fn two_reviewers(compiled: &Compiled, findings: &mut Findings) {
    let version = &compiled.form.version;
    if version.is_empty() {
        let file = SETTINGS.file();
        findings.error(
            Place::column(&file, "version"),
            said!("版（version）がありません。", "There is no version."),
            said!(
                "settings の version に、20261124 のような番号を書いてください。",
                "Write a number such as 20261124 into `version` of the settings sheet."
            ),
        );
        return;
    }
    let people = reviewers(&compiled.reviews, version);
    let n_people = people.len();
    if n_people < REVIEWERS {
        let file = REVIEWS.file();
        let names = if people.is_empty() {
            "—".to_owned()
        } else {
            people.join(", ")
        };
        findings.error(
            Place::table(&file),
            said!(
                "版 {version} を確かめた人が {REVIEWERS} 人要りますが、{n_people} 人です（{names}）。",
                "Version {version} needs {REVIEWERS} named reviewers and has {n_people} ({names})."
            ),
            said!(
                "別の二人がこの版を読み、reviews の表に name、role、reviewed_on、version を書いてください。",
                "Let two different people read this version, and write name, role, reviewed_on and version into the sheet `reviews`."
            ),
        );
    }
}
