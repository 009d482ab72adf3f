//! How large a survey may be: lists are shared by questions, so that a small file could stand for a huge survey.

use domain::survey::{Purpose, Question};

use super::QuestionRows;
use crate::finding::Findings;
use crate::said;
use crate::table::Row;

/// The bytes of all choices of all questions, each counted with its words and with the filter that is worked out for it.
/// The largest survey that we expect takes a tenth.
const HEAVIEST: usize = 8 << 20;
/// Every text may have a wording for every role.
const MOST_ROLES: usize = 64;

/// What is left while questions are being read.
#[derive(Debug)]
pub struct Weight {
    left: usize,
}

impl Default for Weight {
    fn default() -> Self {
        Self { left: HEAVIEST }
    }
}

impl Weight {
    /// The choices of a question; none, with an error, where the survey grows too large with them.
    pub fn take<'a>(
        &mut self,
        question: Row<'a>,
        choices: Vec<Row<'a>>,
        findings: &mut Findings,
    ) -> Vec<Row<'a>> {
        let filter = question.cell("choice_filter").value.len();
        let weight: usize = choices
            .iter()
            .map(|row| 100 + filter + row.cells().map(|cell| cell.value.len()).sum::<usize>())
            .sum();
        if let Some(left) = self.left.checked_sub(weight) {
            self.left = left;
            return choices;
        }
        findings.error(
            question.cell("type"),
            said!(
                "選択肢が多すぎて、この質問から先は読めません。",
                "There are too many choices to read this question."
            ),
            said!(
                "リストを短くするか、同じリストを使う質問を減らしてください。",
                "Shorten the list, or use it in fewer questions."
            ),
        );
        Vec::new()
    }
}

/// Leaves out, with an error, roles that are too many to have words of their own.
pub fn limit_roles(question: &mut Question, rows: &mut QuestionRows<'_>, findings: &mut Findings) {
    if question.purpose != Purpose::Role || question.choices.len() <= MOST_ROLES {
        return;
    }
    findings.error(
        rows.question.cell("type"),
        said!(
            "立場は {MOST_ROLES} までです。",
            "There may be {MOST_ROLES} roles."
        ),
        said!(
            "いらない立場を消してください。",
            "Remove roles that are not needed."
        ),
    );
    question.choices.truncate(MOST_ROLES);
    rows.choices.truncate(MOST_ROLES);
}
