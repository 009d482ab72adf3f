//! Supports and their voices.

use std::collections::BTreeSet;

use domain::directory::Kind;
use domain::support::{NeedsEntry, Scope, Support, Voice};
use domain::{Condition, NeedId, SourceId};

use crate::facts::checked;
use crate::finding::Findings;
use crate::names::{Names, check_id, is_yes, one_of};
use crate::nearest::did_you_mean;
use crate::said;
use crate::survey;
use crate::table::sheets::VOICES;
use crate::table::{Cell, Folder, Row};

/// Facts about a support are looked at again after two years.
const CHECK_AFTER_MONTHS: u16 = 24;
/// In `only_with_entries_for`: whoever asks.
const ANYONE: &str = "anyone";
/// In `needs`: every need.
const ALL_NEEDS: &str = "all";

const SCOPES: [(&str, Scope); 4] = [
    ("hospital", Scope::Hospital),
    ("municipality", Scope::Municipality),
    ("prefecture", Scope::Prefecture),
    ("national", Scope::National),
];

/// What supports refer to.
#[derive(Clone, Copy)]
pub struct Known<'k, 'a> {
    /// The survey that their conditions look at.
    pub survey: &'k survey::Compiled<'k>,
    /// The needs, in order.
    pub needs: &'k [&'a str],
    /// The sources.
    pub sources: &'k Names<'a>,
    /// The supports.
    pub supports: &'k Names<'a>,
}

/// Reads all supports, with their voices, in the table's order.
pub fn compile(folder: &Folder, known: &Known<'_, '_>, findings: &mut Findings) -> Vec<Support> {
    let mut supports: Vec<Support> = known
        .supports
        .iter()
        .map(|(name, row)| support(name, row, known, findings))
        .collect();
    let mut seen = BTreeSet::new();
    for row in folder.table(&VOICES).rows() {
        let support = row.cell("support");
        let voice = row.cell("voice");
        let place = known.supports.refer(support, support.value, findings);
        if !check_id(voice, findings) {
            continue;
        }
        if !seen.insert((support.value, voice.value)) {
            findings.warning(
                voice,
                said!(
                    "この支援のこの言い方は、前の行にもあります。",
                    "This voice of this support is also in an earlier row."
                ),
                said!(
                    "どちらかを消すか、条件を or でまとめてください。",
                    "Remove one, or join the conditions with \"or\"."
                ),
            );
        }
        let when = required_condition(row.cell("when"), known.survey, findings);
        if let Some(support) = place.and_then(|place| supports.get_mut(place)) {
            support.voices.push(Voice {
                name: voice.value.to_owned(),
                when,
            });
        }
    }
    supports
}

fn support(name: &str, row: Row<'_>, known: &Known<'_, '_>, findings: &mut Findings) -> Support {
    let scope = row.cell("scope");
    let optional = |column, findings: &mut Findings| {
        known
            .survey
            .condition(row.cell(column), Condition::Never, findings)
    };
    let checked = checked(row, CHECK_AFTER_MONTHS, findings);
    Support {
        name: name.to_owned(),
        needs: needs(row.cell("needs"), known.needs, findings),
        when: required_condition(row.cell("when"), known.survey, findings),
        urgent_when: optional("urgent_when", findings),
        leads_when: optional("leads_when", findings),
        scope: one_of(scope, scope.value, &SCOPES, findings).unwrap_or(Scope::National),
        kinds: kinds(row.cell("entry_kinds"), findings),
        needs_entry: needs_entry(row.cell("only_with_entries_for"), known.survey, findings),
        carries_emergency: is_yes(row.cell("emergency"), findings),
        voices: Vec::new(),
        sources: sources(row.cell("sources"), known.sources, findings),
        checked_on: checked.on,
        check_by: checked.by,
    }
}

/// A condition that must be there: an empty cell would show something to everybody by mistake.
fn required_condition(
    cell: Cell<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Condition {
    if cell.is_empty() {
        findings.error(
            cell,
            said!("条件がありません。", "The condition is missing."),
            said!(
                "式を書いてください。いつでも出すなら true() です。",
                "Write an expression; true() means always."
            ),
        );
    }
    survey.condition(cell, Condition::Never, findings)
}

fn needs(cell: Cell<'_>, known: &[&str], findings: &mut Findings) -> Vec<NeedId> {
    if cell.value == ALL_NEEDS {
        return Vec::new();
    }
    if cell.is_empty() {
        findings.error(
            cell,
            said!(
                "どのニーズに応える支援かが書かれていません。",
                "It is not said which needs this support answers."
            ),
            said!(
                "N01 などを空白で区切って書くか、all と書いてください。",
                "Write N01 and the like, separated by spaces, or all."
            ),
        );
    }
    let mut found = Vec::new();
    for word in cell.words() {
        match known.iter().position(|name| *name == word) {
            Some(place) => found.extend(NeedId::at(place)),
            None => findings.error(
                cell,
                said!(
                    "「{word}」というニーズはありません。",
                    "There is no need \"{word}\"."
                ),
                did_you_mean(word, known.iter().copied(), "needs.csv"),
            ),
        }
    }
    found
}

fn kinds(cell: Cell<'_>, findings: &mut Findings) -> Vec<Kind> {
    cell.words()
        .filter_map(|word| kind(cell, word, findings))
        .collect()
}

/// The kind of entry that `cell` names; an unknown one is an error there.
pub fn kind(cell: Cell<'_>, word: &str, findings: &mut Findings) -> Option<Kind> {
    let kind = word.parse().ok();
    if kind.is_none() {
        findings.error(
            cell,
            said!(
                "「{word}」という種類の窓口はありません。",
                "There is no kind of entry \"{word}\"."
            ),
            did_you_mean(word, Kind::ALL.iter().map(|kind| kind.name()), "README.md"),
        );
    }
    kind
}

fn needs_entry(
    cell: Cell<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> NeedsEntry {
    if cell.is_empty() {
        NeedsEntry::No
    } else if cell.value == ANYONE {
        NeedsEntry::ForEverybody
    } else {
        let roles = cell
            .words()
            .filter_map(|word| survey.role(cell, word, findings))
            .collect();
        NeedsEntry::ForRoles(roles)
    }
}

fn sources(cell: Cell<'_>, known: &Names<'_>, findings: &mut Findings) -> Vec<SourceId> {
    if cell.is_empty() {
        findings.error(
            cell,
            said!("出典がありません。", "There is no source."),
            said!(
                "sources.csv の id を一つ以上書いてください。",
                "Write at least one id of sources.csv."
            ),
        );
    }
    cell.words()
        .filter_map(|word| known.refer(cell, word, findings))
        .filter_map(SourceId::at)
        .collect()
}
