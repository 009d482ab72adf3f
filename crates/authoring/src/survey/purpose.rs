//! What each question is for; its name says so.

use std::collections::BTreeSet;

use domain::condition::{Condition, Reason};
use domain::directory::Prefecture;
use domain::survey::{Purpose, Question};
use domain::{ChoiceId, QuestionId};

use super::{Compiled, missing_question};
use crate::finding::Findings;
use crate::said;

/// The list and question of the municipalities.
pub const MUNICIPALITY: &str = "municipality";
const WORRIES: &str = "worries";
const PREFECTURE: &str = "prefecture";
const ROLE: &str = "role";

/// The purpose of the question with this name; `None` for a follow-up.
///
/// Source: the ids of the survey, which never change.
fn well_known(name: &str) -> Option<Purpose> {
    match name {
        ROLE => Some(Purpose::Role),
        "phase" | "age" => Some(Purpose::Background),
        WORRIES => Some(Purpose::Worries),
        "cancer_special" => Some(Purpose::Situation),
        "most" => Some(Purpose::Most),
        "wish" | "channel" => Some(Purpose::Wish),
        "access_needs" | "language" => Some(Purpose::Access),
        PREFECTURE => Some(Purpose::Prefecture),
        MUNICIPALITY => Some(Purpose::Municipality),
        _ => None,
    }
}

/// Gives every question its purpose and checks what the purposes need.
pub fn add_purposes(compiled: &mut Compiled<'_>, findings: &mut Findings) {
    let questions = &mut compiled.survey.questions;
    for index in 0..questions.len() {
        let (before, rest) = questions.split_at_mut(index);
        let Some(question) = rest.first_mut() else {
            continue;
        };
        question.purpose = well_known(&question.name)
            .unwrap_or_else(|| Purpose::FollowUp(worries_behind(&question.relevant, before)));
    }
    for name in [ROLE, WORRIES, PREFECTURE] {
        if compiled.survey.find(name).is_none() {
            missing_question(name, findings);
        }
    }
    check_most(compiled, findings);
    check_prefectures(compiled, findings);
}

/// The worries that a condition names: first those it names itself, then those behind the follow-ups that it names.
fn worries_behind(condition: &Condition, before: &[Question]) -> Vec<ChoiceId> {
    let mut named = Named::default();
    named.add(condition, before);
    let indirect = named
        .follow_ups
        .iter()
        .filter_map(|id| before.get(id.index()))
        .flat_map(|question| match &question.purpose {
            Purpose::FollowUp(worries) => worries.as_slice(),
            _ => &[],
        });
    let mut seen = BTreeSet::new();
    named
        .worries
        .iter()
        .chain(indirect)
        .copied()
        .filter(|worry| seen.insert(*worry))
        .collect()
}

/// What a condition names, in its order.
#[derive(Default)]
struct Named {
    worries: Vec<ChoiceId>,
    /// Each once.
    follow_ups: Vec<QuestionId>,
}

impl Named {
    fn add(&mut self, condition: &Condition, before: &[Question]) {
        let purpose_of = |id: QuestionId| before.get(id.index()).map(|question| &question.purpose);
        match condition {
            Condition::Selected(Reason { question, choice }) => match purpose_of(*question) {
                Some(Purpose::Worries) => self.worries.push(*choice),
                Some(Purpose::FollowUp(_)) => self.add_follow_up(*question),
                _ => {}
            },
            Condition::Count(question, ..) => {
                if let Some(Purpose::FollowUp(_)) = purpose_of(*question) {
                    self.add_follow_up(*question);
                }
            }
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.add(part, before);
                }
            }
            // What must not be ticked is not what the question is about.
            Condition::Always | Condition::Never | Condition::Not(_) => {}
        }
    }

    fn add_follow_up(&mut self, question: QuestionId) {
        if !self.follow_ups.contains(&question) {
            self.follow_ups.push(question);
        }
    }
}

/// The worry that comes first is a worry: both lists must be the same one.
fn check_most(compiled: &Compiled<'_>, findings: &mut Findings) {
    let list_of = |purpose: &Purpose| {
        let rows = compiled
            .rows
            .get(compiled.survey.with_purpose(purpose)?.index())?;
        let cell = rows.question.cell("type");
        Some((cell, cell.words().nth(1)))
    };
    if let (Some((cell, most)), Some((_, worries))) =
        (list_of(&Purpose::Most), list_of(&Purpose::Worries))
        && most != worries
    {
        findings.error(
            cell,
            said!(
                "most のリストが worries のリストと違います。",
                "The list of \"most\" is not that of \"worries\"."
            ),
            said!(
                "同じリスト名を書いてください。",
                "Write the same list name."
            ),
        );
    }
}

fn check_prefectures(compiled: &Compiled<'_>, findings: &mut Findings) {
    let choices = compiled
        .survey
        .with_purpose(&Purpose::Prefecture)
        .and_then(|id| compiled.rows.get(id.index()))
        .map_or([].as_slice(), |rows| rows.choices.as_slice());
    for row in choices {
        let cell = row.cell("name");
        if cell.value.parse::<Prefecture>().is_err() {
            findings.error(
                cell,
                said!(
                    "都道府県コードではありません。",
                    "This is not a prefecture code."
                ),
                said!(
                    "01 から 47 までの2桁で書いてください（表計算ソフトでは文字列にします）。",
                    "Write two digits, 01 to 47 (as text, in a spreadsheet)."
                ),
            );
        }
    }
}
