//! Needs, sources, supports with their voices, and extra sentences.

mod supports;

pub use supports::kind;

use domain::need::Need;
use domain::support::{Sentence, Source, SourceKind, Spot, Support};
use domain::{Condition, SupportId};

use crate::facts::{SOURCE_KINDS, date, url};
use crate::finding::{Findings, Place};
use crate::names::{Names, one_of};
use crate::said;
use crate::survey;
use crate::table::sheets::{NEEDS, SENTENCES, SOURCES, SUPPORTS};
use crate::table::{Folder, Row};

/// The support that is always there for everybody.
const GENERAL: &str = "consult-centre";
/// The support that is on every screen.
pub const CRISIS: &str = "crisis-lines";
/// The `support` of a sentence that stands at the head of the result.
const RESULT: &str = "result";

/// What the rule tables say, with the rows that their words stand in.
#[derive(Debug)]
pub struct Compiled<'a> {
    /// The needs.
    pub needs: Vec<Need>,
    /// The rows of the needs, in the same order.
    pub need_rows: Vec<Row<'a>>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The supports.
    pub supports: Vec<Support>,
    /// The supports by name.
    pub support_names: Names<'a>,
    /// The extra sentences.
    pub sentences: Vec<Sentence>,
    /// The support that is always there; `None`, with an error, when the table lacks it.
    pub general: Option<SupportId>,
    /// The support that is on every screen; `None`, with an error, when the table lacks it.
    pub crisis: Option<SupportId>,
}

/// Reads the rule tables of a content folder.
pub fn compile<'a>(
    folder: &'a Folder,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Compiled<'a> {
    let need_rows: Vec<Row<'_>> = folder.table(&NEEDS).rows().collect();
    let need_names = need_names(&need_rows, findings);
    let source_names = Names::of(folder.table(&SOURCES), "id", findings);
    let support_names = Names::of(folder.table(&SUPPORTS), "id", findings);
    let supports = supports::compile(
        folder,
        &supports::Known {
            survey,
            needs: &need_names,
            sources: &source_names,
            supports: &support_names,
        },
        findings,
    );
    let mut required = |name: &str| {
        let found = support_names.place(name).and_then(SupportId::at);
        if found.is_none() {
            findings.error(
                Place::column(&SUPPORTS.file(), "id"),
                said!(
                    "支援「{name}」がありません。",
                    "The support \"{name}\" is missing."
                ),
                said!(
                    "id が「{name}」の行を作ってください。",
                    "Make a row with the id \"{name}\"."
                ),
            );
        }
        found
    };
    let (general, crisis) = (required(GENERAL), required(CRISIS));
    let sentences = Names::of(folder.table(&SENTENCES), "id", findings)
        .iter()
        .filter_map(|(name, row)| sentence(name, row, survey, &support_names, findings))
        .collect();
    Compiled {
        needs: need_names
            .iter()
            .map(|name| Need {
                name: (*name).to_owned(),
            })
            .collect(),
        need_rows,
        sources: source_names
            .iter()
            .map(|(_, row)| source(row, findings))
            .collect(),
        supports,
        support_names,
        sentences,
        general,
        crisis,
    }
}

/// The ids of the needs, `N` and two digits each.
fn need_names<'a>(rows: &[Row<'a>], findings: &mut Findings) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::with_capacity(rows.len());
    for row in rows {
        let cell = row.cell("id");
        let is_id = cell.value.strip_prefix('N').is_some_and(|digits| {
            digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        if !is_id || names.contains(&cell.value) {
            findings.error(
                cell,
                said!(
                    "ニーズの id が正しくないか、二つあります。",
                    "The id of this need is wrong or there twice."
                ),
                said!(
                    "N01 から N25 の形で、重ならないように書いてください。",
                    "Write N01 to N25, each once."
                ),
            );
        }
        names.push(cell.value);
    }
    names
}

fn source(row: Row<'_>, findings: &mut Findings) -> Source {
    let cell = row.cell("kind");
    let kind = one_of(cell, cell.value, &SOURCE_KINDS, findings).unwrap_or(SourceKind::Other);
    let address = url(row.cell("url"), findings);
    let name = row.cell("name");
    if name.is_empty() {
        findings.error(
            name,
            said!("出典の名前がありません。", "The source has no name."),
            said!(
                "ページや文書の名前を書いてください。",
                "Write the name of the page or document."
            ),
        );
    }
    let is_shown = kind != SourceKind::Other;
    let shown = |text: String| if is_shown { text } else { String::new() };
    Source {
        name: shown(name.value.to_owned()),
        url: shown(address),
        date: date(row.cell("date"), findings),
        kind,
    }
}

fn sentence(
    name: &str,
    row: Row<'_>,
    survey: &survey::Compiled<'_>,
    supports: &Names<'_>,
    findings: &mut Findings,
) -> Option<Sentence> {
    let cell = row.cell("support");
    let spot = if cell.value == RESULT {
        Spot::Result
    } else {
        let place = supports.refer(cell, cell.value, findings)?;
        Spot::Support(SupportId::at(place)?)
    };
    let when = row.cell("when");
    Some(Sentence {
        name: name.to_owned(),
        spot,
        when: survey.condition(when, Condition::Always, findings),
    })
}
