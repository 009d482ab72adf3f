//! The ledger of codes: every answer, support and tick has exactly one number, which nothing else ever had or will have.

use std::collections::BTreeMap;

use domain::asking::Ask;
use domain::code::Code;
use domain::directory::Prefecture;
use domain::ledger::{Ledger, Tick};
use domain::support::Support;
use domain::survey::Purpose;

use crate::finding::{Findings, Place, Said};
use crate::names::{is_yes, one_of};
use crate::nearest::did_you_mean;
use crate::rules;
use crate::said;
use crate::survey;
use crate::table::sheets::CODES;
use crate::table::{Cell, Folder, Row};

/// What carries this need stands in no code, on no sheet and in no link.
///
/// Source: docs/SAFETY.md.
const UNSPOKEN: &str = "N22";
/// A higher number would make every code long.
const HIGHEST: u16 = 9_999;

/// What a number stands for: its kind and name in the ledger.
type Thing = (Kind, String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Answer,
    Support,
    Tick,
    Ask,
}

impl Kind {
    const KNOWN: [(&str, Self); 4] = [
        ("answer", Self::Answer),
        ("support", Self::Support),
        ("tick", Self::Tick),
        ("ask", Self::Ask),
    ];

    fn name(self) -> &'static str {
        Self::KNOWN
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(name, _)| *name)
    }
}

/// Reads the ledger and says what is missing in it, with the next free number.
pub fn compile(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    rules: &rules::Compiled<'_>,
    asks: &[Ask],
    findings: &mut Findings,
) -> Ledger {
    let unspoken = unspoken(rules);
    let needed = needed(survey, rules, asks, &unspoken);
    let mut numbers = Numbers::default();
    let mut found = Findings::default();
    for row in folder.table(&CODES).rows() {
        numbers.add(row, &needed, &unspoken, &mut found);
    }
    check_unspoken(&unspoken, &numbers, &mut found);
    numbers.check_complete(&needed, &mut found);
    // Where a question or support cannot be read, its numbers only seem wrong.
    if !findings.has_errors() {
        findings.append(found);
    }
    numbers.ledger(survey, rules, asks)
}

/// Everything that must have a number, in the order in which they are given.
fn needed(
    survey: &survey::Compiled<'_>,
    rules: &rules::Compiled<'_>,
    asks: &[Ask],
    unspoken: &[&str],
) -> Vec<Thing> {
    let ticks = Tick::ALL
        .iter()
        .map(|tick| (Kind::Tick, tick.name().to_owned()));
    let sample = Prefecture::SAMPLE.to_string();
    let answers = survey.survey.questions.iter().flat_map(|question| {
        let is_place = question.purpose == Purpose::Prefecture;
        question
            .choices
            .iter()
            .filter(|_| question.purpose != Purpose::Municipality)
            .filter(|choice| !(is_place && choice.name == sample))
            .map(|choice| (Kind::Answer, answer_name(&question.name, &choice.name)))
            .collect::<Vec<_>>()
    });
    let supports = rules
        .supports
        .iter()
        .filter(|support| !unspoken.contains(&support.name.as_str()))
        .map(|support| (Kind::Support, support.name.clone()));
    let asks = asks.iter().map(|ask| (Kind::Ask, ask.name.clone()));
    ticks.chain(answers).chain(supports).chain(asks).collect()
}

fn answer_name(question: &str, choice: &str) -> String {
    [question, ".", choice].concat()
}

/// The supports that must have no number.
fn unspoken<'r>(rules: &'r rules::Compiled<'_>) -> Vec<&'r str> {
    let is_named = |support: &&Support| {
        support.needs.iter().any(|need| {
            let need = rules.needs.get(need.index());
            need.is_some_and(|need| need.name == UNSPOKEN)
        })
    };
    let supports = rules.supports.iter().filter(is_named);
    let crisis = rules.crisis.and_then(|id| rules.supports.get(id.index()));
    let all = supports.chain(crisis);
    all.map(|support| support.name.as_str()).collect()
}

/// An error where something that must not be told has a number.
fn check_unspoken(unspoken: &[&str], numbers: &Numbers<'_>, findings: &mut Findings) {
    for name in unspoken {
        let thing = (Kind::Support, (*name).to_owned());
        if let Some((_, cell)) = numbers.given.get(&thing) {
            findings.error(
                *cell,
                said!(
                    "{UNSPOKEN} に応える支援は、番号を持てません。渡す紙にも、共有にも出さないためです。",
                    "A support for {UNSPOKEN} may have no number, so that it stands on no sheet and in no link."
                ),
                said!(
                    "retired に yes と書いてください。行は消さないでください。",
                    "Write yes in retired. Keep the row."
                ),
            );
        }
    }
}

/// The numbers while they are being read.
#[derive(Default)]
struct Numbers<'a> {
    rows: BTreeMap<u16, usize>,
    given: BTreeMap<Thing, (Code, Cell<'a>)>,
}

impl<'a> Numbers<'a> {
    fn add(&mut self, row: Row<'a>, needed: &[Thing], unspoken: &[&str], findings: &mut Findings) {
        let cell = row.cell("kind");
        let kind = one_of(cell, cell.value, &Kind::KNOWN, findings);
        let is_retired = is_yes(row.cell("retired"), findings);
        let Some(number) = self.number(row.cell("number"), findings) else {
            return;
        };
        let Some(kind) = kind.filter(|_| !is_retired) else {
            return;
        };
        let name = row.cell("name");
        let thing = (kind, name.value.to_owned());
        if let Some((Code(first), _)) = self.given.get(&thing) {
            let value = name.value;
            findings.error(
                name,
                said!(
                    "「{value}」には、もう番号 {first} があります。",
                    "\"{value}\" has the number {first} already."
                ),
                said!(
                    "使われている方の番号を残し、もう一方の retired に yes と書いてください。",
                    "Keep the number that is in use and write yes in retired of the other."
                ),
            );
            return;
        }
        if !needed.contains(&thing) && !unspoken.contains(&name.value) {
            unknown(name, kind, needed, findings);
        }
        self.given.insert(thing, (Code(number), name));
    }

    fn number(&mut self, cell: Cell<'_>, findings: &mut Findings) -> Option<u16> {
        let number = cell.value.parse().ok();
        let Some(number) = number.filter(|number| (1..=HIGHEST).contains(number)) else {
            findings.error(
                cell,
                said!("番号ではありません。", "This is no number."),
                said!(
                    "1 から {HIGHEST} までの、まだ使っていない番号を書いてください。",
                    "Write a number from 1 to {HIGHEST} that was never used."
                ),
            );
            return None;
        };
        if let Some(first) = self.rows.insert(number, cell.row) {
            findings.error(
                cell,
                said!(
                    "番号 {number} は {first} 行目にもあります。",
                    "The number {number} is also in row {first}."
                ),
                said!(
                    "番号は使い回せません。新しい行のほうに、まだ使っていない番号を書いてください。",
                    "A number is never given twice. Give the newer row one that was never used."
                ),
            );
            return None;
        }
        Some(number)
    }

    /// An error for everything without a number.
    fn check_complete(&self, needed: &[Thing], findings: &mut Findings) {
        let free = self.rows.last_key_value().map_or(1, |(last, _)| last + 1);
        let missing = needed
            .iter()
            .filter(|thing| !self.given.contains_key(thing));
        for (thing, free) in missing.zip(free..) {
            let (kind, name) = (thing.0.name(), &thing.1);
            findings.error(
                Place::column(&CODES.file(), "name"),
                said!(
                    "「{name}」の番号がありません。",
                    "\"{name}\" has no number."
                ),
                said!(
                    "表のいちばん下に、行「{free},{kind},{name},」を加えてください。",
                    "Add the row \"{free},{kind},{name},\" at the end of the table."
                ),
            );
        }
    }

    fn ledger(
        &self,
        survey: &survey::Compiled<'_>,
        rules: &rules::Compiled<'_>,
        asks: &[Ask],
    ) -> Ledger {
        let code = |kind, name: String| self.given.get(&(kind, name)).map(|(code, _)| *code);
        let questions = survey.survey.questions.iter();
        Ledger {
            answers: questions
                .map(|question| {
                    let choices = question.choices.iter();
                    let numbers: Vec<_> = choices
                        .map(|choice| code(Kind::Answer, answer_name(&question.name, &choice.name)))
                        .collect();
                    // The municipalities would only be a row of nothing.
                    if numbers.iter().all(Option::is_none) {
                        Vec::new()
                    } else {
                        numbers
                    }
                })
                .collect(),
            supports: rules
                .supports
                .iter()
                .map(|support| code(Kind::Support, support.name.clone()))
                .collect(),
            ticks: Tick::ALL
                .iter()
                .map(|tick| code(Kind::Tick, tick.name().to_owned()))
                .collect(),
            asks: asks
                .iter()
                .map(|ask| code(Kind::Ask, ask.name.clone()))
                .collect(),
        }
    }
}

fn unknown(name: Cell<'_>, kind: Kind, needed: &[Thing], findings: &mut Findings) {
    let known = needed.iter().filter(|(other, _)| *other == kind);
    let value = name.value;
    let meant = did_you_mean(value, known.map(|(_, name)| name.as_str()), "README.md");
    let Said { ja, en } = meant;
    findings.error(
        name,
        said!("「{value}」はありません。", "There is no \"{value}\"."),
        said!(
            "なくしたものなら、行を残して retired に yes と書いてください。そうでなければ：{ja}",
            "If it was taken away, keep the row and write yes in retired. If not: {en}"
        ),
    );
}
