//! What must never be shown to whom: the table that counselors sign and the proof holds the rules to.

use domain::{Condition, SupportId};

use crate::finding::{Findings, Said};
use crate::names::Names;
use crate::said;
use crate::survey;
use crate::table::sheets::NEVER;
use crate::table::{Cell, Folder, Row};

/// One rule of what must never be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Never {
    /// The id in `never.csv`.
    pub id: String,
    /// For which visits.
    pub when: Condition,
    /// What of the supports.
    pub forbids: Forbids,
    /// Why.
    pub why: Said,
}

/// Which supports a rule forbids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forbids {
    /// These; never empty.
    These(Vec<SupportId>),
    /// All but these; never empty. A support that is new is forbidden until somebody allows it.
    AllBut(Vec<SupportId>),
}

impl Forbids {
    /// Whether a support must not be shown.
    pub fn forbids(&self, id: SupportId) -> bool {
        match self {
            Self::These(supports) => supports.contains(&id),
            Self::AllBut(supports) => !supports.contains(&id),
        }
    }
}

/// Reads what must never be shown.
pub fn compile(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    supports: &Names<'_>,
    findings: &mut Findings,
) -> Vec<Never> {
    let rules = Names::of(folder.table(&NEVER), "id", findings);
    let rules = rules.iter();
    rules
        .filter_map(|(id, row)| never(id, row, survey, supports, findings))
        .collect()
}

fn never(
    id: &str,
    row: Row<'_>,
    survey: &survey::Compiled<'_>,
    supports: &Names<'_>,
    findings: &mut Findings,
) -> Option<Never> {
    for column in ["when", "ja", "en", "source"] {
        require(row.cell(column), findings);
    }
    let (these, only) = (row.cell("supports"), row.cell("only"));
    let when = survey.condition(row.cell("when"), Condition::Never, findings);
    let forbidden = named(these, supports, findings);
    let allowed = named(only, supports, findings);
    let forbids = match (these.is_empty(), only.is_empty()) {
        (false, true) => Some(Forbids::These(forbidden)),
        (true, false) => Some(Forbids::AllBut(allowed)),
        (true, true) | (false, false) => {
            findings.error(
                these,
                said!(
                    "supports と only の、どちらか一つに支援を書きます。",
                    "Supports stand either in supports or in only."
                ),
                said!(
                    "出してはいけない支援を supports に書くか、出してよい支援だけを only に書いてください。",
                    "Write what must not be shown in supports, or all that may be shown in only."
                ),
            );
            None
        }
    };
    Some(Never {
        id: id.to_owned(),
        when,
        forbids: forbids?,
        why: Said {
            ja: row.text("ja"),
            en: row.text("en"),
        },
    })
}

fn require(cell: Cell<'_>, findings: &mut Findings) {
    if cell.is_empty() {
        let column = cell.column;
        findings.error(
            cell,
            said!("「{column}」が空です。", "\"{column}\" is empty."),
            said!(
                "いつ、なぜ出さないのか、どこで決めたのかを書いてください。",
                "Write when and why it is not shown, and where that was decided."
            ),
        );
    }
}

fn named(cell: Cell<'_>, supports: &Names<'_>, findings: &mut Findings) -> Vec<SupportId> {
    cell.listed()
        .filter_map(|name| supports.refer(cell, name, findings))
        .filter_map(SupportId::at)
        .collect()
}
