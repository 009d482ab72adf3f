//! Who drafted the words of a language, and who reviewed them.
//!
//! `languages.csv` says it for a whole language; the columns `drafted_by` and `reviewed_by` of a row say it for single strings of that row:
//! `en:Name; ja-x-easy:Name`.
//!
//! Source: docs/decisions/0011-words-and-reviewers.md.

use std::collections::BTreeMap;

use domain::text::Lang;
use unicode_normalization::UnicodeNormalization;

use super::strings::Saying;
use super::wording::Wording;
use crate::facts::date;
use crate::finding::{Findings, Place, Said};
use crate::nearest::did_you_mean;
use crate::said;
use crate::table::sheets::LANGUAGES;
use crate::table::{Cell, Folder, Row};

const DRAFTED: &str = "drafted_by";
const REVIEWED: &str = "reviewed_by";

/// Words that no person is called by.
const MACHINES: [&str; 4] = ["機械", "自動", "machine", "automatic"];

/// Who signs for each language.
#[derive(Debug)]
pub struct Signatures<'a> {
    rows: BTreeMap<Lang, Row<'a>>,
}

impl<'a> Signatures<'a> {
    /// The signatures of whole languages; says which languages are missing, doubled or unknown, and which signatures cannot be.
    pub fn read(folder: &'a Folder, findings: &mut Findings) -> Self {
        let table = folder.table(&LANGUAGES);
        let mut rows = BTreeMap::new();
        for row in table.rows() {
            let code = row.cell("lang");
            let Some(lang) = known(code, code.value, findings) else {
                continue;
            };
            if rows.insert(lang, row).is_some() {
                findings.error(
                    code,
                    said!(
                        "この言語の行が二つあります。",
                        "This language has two rows."
                    ),
                    said!("どちらかを消してください。", "Remove one of them."),
                );
            }
            check_reviewer(
                row.cell(REVIEWED),
                row.cell(REVIEWED).value,
                row.cell(DRAFTED).value,
                findings,
            );
            check_review_date(row, findings);
        }
        Self { rows }
    }

    /// The languages of this content, in the order of [`Lang::ALL`]: Japanese, and those that have a row.
    pub fn langs(&self) -> Vec<Lang> {
        Lang::ALL
            .into_iter()
            .filter(|lang| *lang == Lang::Ja || self.rows.contains_key(lang))
            .collect()
    }

    /// Whether a named person has reviewed this text in this language. Japanese is what the others are reviewed against.
    pub fn is_reviewed(&self, wording: Wording<'a>, lang: Lang) -> bool {
        lang == Lang::Ja || !self.signed(wording, lang, REVIEWED).is_empty()
    }

    /// Checks who signed these texts: each has somebody who drafted it, and nobody signs what cannot be.
    pub fn check(&self, sayings: &[Saying<'a>], findings: &mut Findings) {
        let mut unsigned: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut last = None;
        for saying in sayings {
            let wording = saying.wording;
            let row = wording.row();
            let place = (row.table().file(), row.number());
            // A question has three texts in one row.
            if last.replace(place) != Some(place) {
                self.check_row(wording, findings);
            }
            for lang in Lang::ALL {
                let cell = wording.cell(lang);
                if !cell.is_empty() && self.signed(wording, lang, DRAFTED).is_empty() {
                    *unsigned.entry((cell.file, cell.column)).or_default() += 1;
                }
            }
        }
        for ((file, column), n_texts) in unsigned {
            findings.error(
                Place::column(file, column),
                said!(
                    "{n_texts} 個の文を、だれが書いたか分かりません。",
                    "Nobody says who drafted {n_texts} of these texts."
                ),
                said!(
                    "languages.csv のこの言語の行で、drafted_by に書いてください。一部の文だけなら、その行の drafted_by に書けます。",
                    "Write it in drafted_by of the row of this language in languages.csv, or, for single texts, in drafted_by of their rows."
                ),
            );
        }
    }

    fn check_row(&self, wording: Wording<'a>, findings: &mut Findings) {
        for column in [DRAFTED, REVIEWED] {
            let cell = wording.row().cell(column);
            for part in parts(cell.value) {
                match part.split_once(':') {
                    Some((code, name)) if !name.trim().is_empty() => {
                        let lang = known(cell, code.trim(), findings);
                        if let Some(lang) = lang.filter(|_| column == REVIEWED) {
                            let drafted_by = self.signed(wording, lang, DRAFTED);
                            check_reviewer(cell, name.trim(), &drafted_by, findings);
                        }
                    }
                    Some(_) | None => findings.error(
                        cell,
                        said!(
                            "「{part}」は、どの言語のだれのことか分かりません。",
                            "\"{part}\" does not say which language, or who."
                        ),
                        said!(
                            "「en:名前; ja-x-easy:名前」の形で書いてください。",
                            "Write it as \"en:Name; ja-x-easy:Name\"."
                        ),
                    ),
                }
            }
        }
    }

    /// The name in a column for one string: that of its row before that of its language; empty where nobody signed.
    fn signed(&self, wording: Wording<'a>, lang: Lang, column: &'static str) -> String {
        let own = parts(wording.row().cell(column).value)
            .into_iter()
            .find_map(|part| {
                let (code, name) = part.split_once(':')?;
                (Lang::from_code(code.trim()) == Some(lang)).then(|| name.trim().to_owned())
            });
        let whole = || {
            self.rows
                .get(&lang)
                .map(|row| row.text(column))
                .unwrap_or_default()
        };
        own.unwrap_or_else(whole)
    }
}

/// The parts of a row's signatures. Japanese keyboards write wide colons and semicolons.
fn parts(value: &str) -> Vec<String> {
    value
        .replace('：', ":")
        .split([';', '；'])
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn known(cell: Cell<'_>, code: &str, findings: &mut Findings) -> Option<Lang> {
    let lang = Lang::from_code(code);
    if lang.is_none() {
        findings.error(
            cell,
            said!(
                "「{code}」という言語はありません。",
                "There is no language \"{code}\"."
            ),
            did_you_mean(code, Lang::ALL.map(Lang::code), "README.md"),
        );
    }
    lang
}

fn check_reviewer(cell: Cell<'_>, reviewer: &str, drafted_by: &str, findings: &mut Findings) {
    let folded = reviewer.nfkc().collect::<String>().to_lowercase();
    let what: Option<Said> = if reviewer.is_empty() {
        None
    } else if MACHINES.iter().any(|word| folded.contains(word)) {
        Some(said!(
            "機械は確かめた人になれません。",
            "A machine cannot be the reviewer."
        ))
    } else if reviewer == drafted_by {
        Some(said!(
            "書いた人が、自分で確かめたことになっています。",
            "Whoever drafted it cannot be the one who reviewed it."
        ))
    } else {
        None
    };
    if let Some(what) = what {
        findings.error(
            cell,
            what,
            said!(
                "その言語で暮らす、別の人の名前を書いてください。まだなら、空のままにします。",
                "Write the name of another person who lives in this language; leave it empty until there is one."
            ),
        );
    }
}

fn check_review_date(row: Row<'_>, findings: &mut Findings) {
    let on = row.cell("reviewed_on");
    date(on, findings);
    if on.is_empty() != row.cell(REVIEWED).is_empty() {
        findings.error(
            on,
            said!(
                "reviewed_by と reviewed_on は、両方書くか、両方空にします。",
                "reviewed_by and reviewed_on belong together: both, or neither."
            ),
            said!(
                "確かめた人と日付を、両方書いてください。",
                "Write both who reviewed it and when."
            ),
        );
    }
}
