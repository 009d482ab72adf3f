//! The questions that a person may want to ask a counselor.

use domain::ChoiceId;
use domain::asking::Ask;
use domain::condition::Condition;
use domain::survey::Purpose;

use crate::finding::Findings;
use crate::names::Names;
use crate::nearest::did_you_mean;
use crate::said;
use crate::survey;
use crate::table::sheets::ASKS;
use crate::table::{Cell, Folder, Row};

/// Reads the questions to ask, in the order of the table.
pub fn compile(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Vec<Ask> {
    let names = Names::of(folder.table(&ASKS), "id", findings);
    let rows = names.iter();
    rows.map(|(name, row)| ask(name, row, survey, findings))
        .collect()
}

fn ask(name: &str, row: Row<'_>, survey: &survey::Compiled<'_>, findings: &mut Findings) -> Ask {
    for column in ["when", "source"] {
        let cell = row.cell(column);
        if cell.is_empty() {
            findings.error(
                cell,
                said!("「{column}」が空です。", "\"{column}\" is empty."),
                said!(
                    "いつすすめるか、何をもとにしたかを書いてください。",
                    "Write when it is proposed and what it is based on."
                ),
            );
        }
    }
    let when = row.cell("when");
    let about = row.cell("about");
    Ask {
        name: name.to_owned(),
        when: survey.condition(when, Condition::Never, findings),
        about: worry(about, survey, findings),
    }
}

fn worry(
    cell: Cell<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Option<ChoiceId> {
    let survey = &survey.survey;
    let worries = survey.get(survey.with_purpose(&Purpose::Worries)?)?;
    let found = worries.choice(cell.value);
    if found.is_none() && !cell.is_empty() {
        let value = cell.value;
        let known = worries.choices.iter().map(|choice| choice.name.as_str());
        findings.error(
            cell,
            said!(
                "「{value}」という気がかりはありません。",
                "There is no worry \"{value}\"."
            ),
            did_you_mean(value, known, "choices.csv"),
        );
    }
    found
}
