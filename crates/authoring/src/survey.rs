//! The survey: sheets `survey` and `choices` read into [`domain::survey::Survey`].

mod purpose;
mod weight;

use std::collections::{BTreeMap, BTreeSet};

use domain::survey::{Choice, Exclusive, Purpose, Question, Survey};
use domain::{ChoiceId, Condition, QuestionId};

use crate::expression::{Scope, condition, parse};
use crate::finding::{Findings, Place, Said};
use crate::names::{Names, check_id, is_yes, one_of};
use crate::nearest::did_you_mean;
use crate::said;
use crate::table::sheets::{CHOICES, SURVEY};
use crate::table::{Cell, Folder, Row, Table};
use weight::{Weight, limit_roles};

/// The survey with the rows it was read from.
#[derive(Debug)]
pub struct Compiled<'a> {
    /// The questions.
    pub survey: Survey,
    /// The row of each question and those of its choices, in the same order.
    pub rows: Vec<QuestionRows<'a>>,
}

/// The rows of one question.
#[derive(Debug)]
pub struct QuestionRows<'a> {
    /// Its own.
    pub question: Row<'a>,
    /// Those of its choices, in order.
    pub choices: Vec<Row<'a>>,
}

impl Compiled<'_> {
    /// The choice of the role question that `cell` refers to; an unknown one is an error there.
    pub fn role(&self, cell: Cell<'_>, name: &str, findings: &mut Findings) -> Option<ChoiceId> {
        let roles = self
            .survey
            .with_purpose(&Purpose::Role)
            .and_then(|id| self.survey.get(id))
            .filter(|question| !question.choices.is_empty())?;
        let role = roles.choice(name);
        if role.is_none() {
            let names = roles.choices.iter().map(|choice| choice.name.as_str());
            findings.error(
                cell,
                said!(
                    "「{name}」という立場 (role) はありません。",
                    "There is no role \"{name}\"."
                ),
                did_you_mean(name, names, "choices.csv"),
            );
        }
        role
    }

    /// The condition in a cell about the whole survey; `when_empty` where nothing stands.
    pub fn condition(
        &self,
        cell: Cell<'_>,
        when_empty: Condition,
        findings: &mut Findings,
    ) -> Condition {
        let scope = Scope {
            questions: &self.survey.questions,
            n_visible: self.survey.questions.len(),
            own: None,
            choice: None,
            is_for_reasons: true,
        };
        read_condition(cell, &scope, when_empty, findings)
    }
}

/// Reads the survey of a content folder.
pub fn compile<'a>(folder: &'a Folder, findings: &mut Findings) -> Compiled<'a> {
    let lists = lists_of(folder.table(&CHOICES), findings);
    let names = Names::of(folder.table(&SURVEY), "name", findings);
    let mut compiled = Compiled {
        survey: Survey::default(),
        rows: Vec::new(),
    };
    let mut weight = Weight::default();
    for (name, row) in names.iter() {
        let (is_multiple, choice_rows) = kind_of(row, &lists, findings);
        let choice_rows = weight.take(row, choice_rows, findings);
        compiled.survey.questions.push(Question {
            name: name.to_owned(),
            is_multiple,
            relevant: Condition::Always,
            constraint: Condition::Always,
            purpose: Purpose::Background,
            carries_emergency: is_yes(row.cell("emergency"), findings),
            choices: choice_rows
                .iter()
                .map(|row| choice_of(*row, findings))
                .collect(),
        });
        compiled.rows.push(QuestionRows {
            question: row,
            choices: choice_rows,
        });
    }
    add_conditions(&mut compiled, findings);
    purpose::add_purposes(&mut compiled, findings);
    let Compiled { survey, rows } = &mut compiled;
    for (question, rows) in survey.questions.iter_mut().zip(rows) {
        limit_roles(question, rows, findings);
    }
    compiled
}

/// The rows of each list, with a check that no name is there twice.
fn lists_of<'a>(table: &'a Table, findings: &mut Findings) -> BTreeMap<&'a str, Vec<Row<'a>>> {
    let mut lists: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in table.rows() {
        let list = row.cell("list_name");
        let name = row.cell("name");
        if list.is_empty() || name.is_empty() {
            findings.error(
                if list.is_empty() { list } else { name },
                said!(
                    "list_name か name が空です。",
                    "list_name or name is empty."
                ),
                said!("両方を入れてください。", "Fill in both."),
            );
            continue;
        }
        // Municipalities go by their Japanese names, as in the entries.
        if list.value != purpose::MUNICIPALITY && !check_id(name, findings) {
            continue;
        }
        let rows = lists.entry(list.value).or_default();
        if !seen.insert((list.value, name.value)) {
            let (list, name_text) = (list.value, name.value);
            findings.error(
                name,
                said!(
                    "リスト「{list}」に「{name_text}」が二つあります。",
                    "The list \"{list}\" has \"{name_text}\" twice."
                ),
                said!("どちらかを消してください。", "Remove one of them."),
            );
            continue;
        }
        rows.push(row);
    }
    lists
}

/// Whether a question takes several choices, and the rows of its choices; none, with an error, where that is not said
/// rightly, so that whatever refers to the question is not called wrong as well.
fn kind_of<'a>(
    row: Row<'a>,
    lists: &BTreeMap<&'a str, Vec<Row<'a>>>,
    findings: &mut Findings,
) -> (bool, Vec<Row<'a>>) {
    let cell = row.cell("type");
    let mut words = cell.words();
    let is_multiple = match words.next() {
        Some("select_one") => false,
        Some("select_multiple") => true,
        Some(_) | None => {
            findings.error(
                cell,
                said!(
                    "この種類の質問は使えません。",
                    "This type of question cannot be used."
                ),
                said!(
                    "「select_one リスト名」か「select_multiple リスト名」と書いてください。",
                    "Write \"select_one list\" or \"select_multiple list\"."
                ),
            );
            return (false, Vec::new());
        }
    };
    let list = words.next().unwrap_or_default();
    match lists.get(list) {
        Some(rows) if rows.len() <= usize::from(u16::MAX) => (is_multiple, rows.clone()),
        Some(_) | None => {
            findings.error(
                cell,
                said!(
                    "choices に「{list}」というリストがありません。",
                    "There is no list \"{list}\" in choices."
                ),
                did_you_mean(list, lists.keys().copied(), "choices.csv"),
            );
            (is_multiple, Vec::new())
        }
    }
}

fn choice_of(row: Row<'_>, findings: &mut Findings) -> Choice {
    let exclusive = row.cell("exclusive");
    let known = [
        ("", Exclusive::No),
        ("yields", Exclusive::Yields),
        ("wins", Exclusive::Wins),
    ];
    Choice {
        name: row.text("name"),
        offered_when: Condition::Always,
        exclusive: one_of(exclusive, exclusive.value, &known, findings).unwrap_or(Exclusive::No),
        own_door: is_yes(row.cell("own_door"), findings),
        is_quiet: is_yes(row.cell("quiet"), findings),
    }
}

/// Reads `relevant`, `constraint` and `choice_filter`, now that all names are known.
fn add_conditions(compiled: &mut Compiled<'_>, findings: &mut Findings) {
    let questions = compiled.survey.questions.clone();
    for (index, (question, rows)) in compiled
        .survey
        .questions
        .iter_mut()
        .zip(&compiled.rows)
        .enumerate()
    {
        let before = Scope {
            questions: &questions,
            n_visible: index,
            own: None,
            choice: None,
            is_for_reasons: false,
        };
        let with_own = Scope {
            n_visible: index + 1,
            own: QuestionId::at(index),
            ..before
        };
        let row = rows.question;
        question.relevant =
            read_condition(row.cell("relevant"), &before, Condition::Always, findings);
        question.constraint = read_condition(
            row.cell("constraint"),
            &with_own,
            Condition::Always,
            findings,
        );
        let filter = row.cell("choice_filter");
        // The first choice shows what is wrong with the filter itself; the others would only repeat it.
        let mut is_broken = false;
        for (choice, choice_row) in question.choices.iter_mut().zip(&rows.choices) {
            if is_broken {
                break;
            }
            let scope = Scope {
                choice: Some(*choice_row),
                ..before
            };
            let mut found = Findings::default();
            choice.offered_when = read_condition(filter, &scope, Condition::Always, &mut found);
            is_broken = found.has_errors();
            findings.append(found);
        }
    }
}

/// The condition in a cell; `when_empty` where nothing stands, and never where it is wrong.
fn read_condition(
    cell: Cell<'_>,
    scope: &Scope<'_>,
    when_empty: Condition,
    findings: &mut Findings,
) -> Condition {
    if cell.is_empty() {
        return when_empty;
    }
    let expression = match parse(cell.value) {
        Ok(expression) => expression,
        Err(error) => {
            findings.error(cell, error.what(), error.what_to_do());
            return Condition::Never;
        }
    };
    let mut problems = Vec::new();
    let condition = condition(&expression, scope, &mut problems);
    for problem in problems {
        let at = problem.at;
        let Said { ja, en } = problem.what;
        findings.error(
            cell,
            said!(
                "式の {at} 文字目: {ja}",
                "The expression, at character {at}: {en}"
            ),
            problem.what_to_do,
        );
    }
    condition
}

/// A question that the app cannot do without is not there.
fn missing_question(name: &str, findings: &mut Findings) {
    findings.error(
        Place::column(&SURVEY.file(), "name"),
        said!(
            "質問「{name}」がありません。",
            "The question \"{name}\" is missing."
        ),
        said!(
            "name が「{name}」の行を作ってください。質問の id は変えられません。",
            "Make a row with the name \"{name}\". Ids of questions cannot change."
        ),
    );
}
