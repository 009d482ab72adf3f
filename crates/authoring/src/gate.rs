//! What keeps content without errors from being shown to people all the same.

use crate::compile::Compiled;
use crate::finding::{Finding, Findings, Place};
use crate::reviews::reviewers;
use crate::said;
use crate::table::sheets::{REVIEWS, SETTINGS};

/// How many people must have read a version before it is published.
pub const REVIEWERS: usize = 2;

/// What must be settled before this content is published; empty when nothing is.
///
/// A sample, which says on every page that it is one, needs none of this.
/// Everything that refuses a pack belongs here, so that the page for editors and the receiver say the same.
pub fn gate(compiled: &Compiled) -> Vec<Finding> {
    let mut findings = Findings::default();
    two_reviewers(compiled, &mut findings);
    findings.sorted()
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
