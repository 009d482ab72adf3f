//! The rows of the guard: which words, where, and what to say instead.

use domain::text::Lang;

use super::pattern::{Pattern, Unusable};
use super::watched::{Holds, Watched};
use crate::finding::{Findings, Said, Severity};
use crate::names::{Names, one_of};
use crate::nearest::did_you_mean;
use crate::said;
use crate::table::sheets::{GUARD, SHEETS};
use crate::table::{Cell, Folder, Row};

const SEVERITIES: [(&str, Severity); 3] = [
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("note", Severity::Note),
];

/// The most patterns of a table: each text is held against each of them.
const MOST_PATTERNS: usize = 2_000;

/// One row of the guard.
#[derive(Debug)]
pub struct Rule<'a> {
    /// Its id.
    pub id: &'a str,
    /// How grave it is.
    pub severity: Severity,
    /// Why these words are not said.
    pub why: Said,
    /// What to say instead.
    pub instead: Said,
    patterns: Vec<Pattern>,
    except: Vec<Pattern>,
    langs: Vec<Lang>,
    places: Vec<Spot<'a>>,
    except_in: Vec<Spot<'a>>,
}

/// A part of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot<'a> {
    /// Words and facts.
    All,
    /// All cells that hold this.
    Holding(Holds),
    /// A sheet.
    Sheet(&'a str),
    /// A column of a sheet.
    Column(&'a str, &'a str),
    /// The texts whose key begins so.
    Keys(&'a str),
    /// The text with this key.
    Key(&'a str),
}

impl Rule<'_> {
    /// Whether it looks at this.
    pub fn watches(&self, watched: &Watched<'_>) -> bool {
        let among = |spots: &[Spot<'_>]| spots.iter().any(|spot| spot.has(watched));
        self.langs.contains(&watched.lang) && among(&self.places) && !among(&self.except_in)
    }

    /// The first of its words that a folded text says; `None` when it says none of them.
    pub fn find(&self, text: &str) -> Option<String> {
        let is_there = |text: &str| {
            self.patterns
                .iter()
                .find_map(|words| words.find(text).map(str::to_owned))
        };
        // Most texts say none of it, and need no cutting.
        is_there(text)?;
        let left = self
            .except
            .iter()
            .fold(text.to_owned(), |text, words| words.cut(&text));
        is_there(&left)
    }

    /// Whether it keeps content from being published.
    pub fn is_an_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl Spot<'_> {
    fn has(self, watched: &Watched<'_>) -> bool {
        match self {
            Self::All => watched.holds != Holds::Names,
            Self::Holding(holds) => watched.holds == holds,
            Self::Sheet(sheet) => watched.sheet == sheet,
            Self::Column(sheet, column) => watched.sheet == sheet && watched.column == column,
            Self::Keys(start) => !watched.key.is_empty() && watched.key.starts_with(start),
            Self::Key(key) => watched.key == key,
        }
    }
}

/// The rules of the table; says what in it cannot be used.
pub fn rules<'a>(folder: &'a Folder, findings: &mut Findings) -> Vec<Rule<'a>> {
    let names = Names::of(folder.table(&GUARD), "id", findings);
    let rules: Vec<Rule<'a>> = names
        .iter()
        .map(|(id, row)| rule(id, row, findings))
        .collect();
    let n_patterns: usize = rules
        .iter()
        .map(|rule| rule.patterns.len() + rule.except.len())
        .sum();
    if n_patterns <= MOST_PATTERNS {
        return rules;
    }
    findings.error(
        crate::finding::Place::table(&GUARD.file()),
        said!(
            "言葉が {n_patterns} 個あります。{MOST_PATTERNS} 個までです。",
            "There are {n_patterns} patterns; {MOST_PATTERNS} are the most."
        ),
        said!("言葉を減らしてください。", "Take some away."),
    );
    Vec::new()
}

fn rule<'a>(id: &'a str, row: Row<'a>, findings: &mut Findings) -> Rule<'a> {
    let severity = row.cell("severity");
    let words = row.cell("words");
    let patterns = patterns(words, findings);
    if words.is_empty() {
        findings.error(
            words,
            said!("言葉がありません。", "There are no words."),
            said!(
                "見つけたい言葉を、; で区切って書いてください。",
                "Write the words to look for, with ; between them."
            ),
        );
    }
    let mut places = spots(row.cell("where"), findings);
    if places.is_empty() {
        places.push(Spot::All);
    }
    let langs: Vec<Lang> = row
        .cell("languages")
        .listed()
        .filter(|code| *code != "all")
        .filter_map(|code| lang(row.cell("languages"), code, findings))
        .collect();
    Rule {
        id,
        severity: one_of(severity, severity.value, &SEVERITIES, findings)
            .unwrap_or(Severity::Error),
        why: both(
            row,
            ["why_ja", "why_en"],
            said!("この言葉は使いません。", "These words are not used."),
            findings,
        ),
        instead: both(
            row,
            ["instead_ja", "instead_en"],
            said!("ほかの言葉で書いてください。", "Say it in other words."),
            findings,
        ),
        patterns,
        except: self::patterns(row.cell("except_words"), findings),
        langs: if langs.is_empty() {
            Lang::ALL.to_vec()
        } else {
            langs
        },
        places,
        except_in: spots(row.cell("except_in"), findings),
    }
}

fn lang(cell: Cell<'_>, code: &str, findings: &mut Findings) -> Option<Lang> {
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

/// What a rule says in both languages; where a cell is empty, what can be said of any rule.
fn both(row: Row<'_>, [ja, en]: [&str; 2], of_any: Said, findings: &mut Findings) -> Said {
    let mut text = |column, of_any| {
        let cell = row.cell(column);
        if !cell.is_empty() {
            return row.text(column);
        }
        findings.error(
            cell,
            said!("何も書かれていません。", "There is nothing in it."),
            said!(
                "編集する人が読む文です。日本語と英語で書いてください。",
                "Editors read it. Write it in Japanese and English."
            ),
        );
        of_any
    };
    Said {
        ja: text(ja, of_any.ja),
        en: text(en, of_any.en),
    }
}

fn patterns(cell: Cell<'_>, findings: &mut Findings) -> Vec<Pattern> {
    let mut found = Vec::new();
    let listed = cell.value.split([';', '；', '\n']).map(str::trim);
    for words in listed.filter(|words| !words.is_empty()) {
        let (what, what_to_do) = match Pattern::new(words) {
            Ok(pattern) => {
                found.push(pattern);
                continue;
            }
            Err(Unusable::Empty) => (
                said!(
                    "「{words}」には、文字がありません。",
                    "\"{words}\" has no letters."
                ),
                said!(
                    "* と # のほかに、見つけたい文字を書いてください。",
                    "Write the letters to look for beside * and #."
                ),
            ),
            Err(Unusable::Long) => (
                said!("「{words}」は長すぎます。", "\"{words}\" is too long."),
                said!("短い言葉にしてください。", "Use fewer letters."),
            ),
        };
        findings.error(cell, what, what_to_do);
    }
    found
}

fn spots<'a>(cell: Cell<'a>, findings: &mut Findings) -> Vec<Spot<'a>> {
    let mut found = Vec::new();
    for name in cell.listed() {
        match spot(name) {
            Some(spot) => found.push(spot),
            None => findings.error(
                cell,
                said!(
                    "「{name}」という場所はありません。",
                    "There is no place \"{name}\"."
                ),
                did_you_mean(name, known(), "README.md"),
            ),
        }
    }
    found
}

fn spot(name: &str) -> Option<Spot<'_>> {
    let simple = match name {
        "all" => Some(Spot::All),
        "words" => Some(Spot::Holding(Holds::Words)),
        "facts" => Some(Spot::Holding(Holds::Facts)),
        "names" => Some(Spot::Holding(Holds::Names)),
        _ => SHEETS
            .iter()
            .find(|sheet| sheet.name == name)
            .map(|sheet| Spot::Sheet(sheet.name)),
    };
    let column = || {
        let (sheet, column) = name.split_once('.')?;
        let sheet = SHEETS.iter().find(|known| known.name == sheet)?;
        Some(Spot::Column(sheet.name, sheet.column(column)?.name))
    };
    let key = || {
        let (first, _) = name.split_once('.')?;
        let is_sheet = SHEETS.iter().any(|sheet| sheet.name == first);
        (!is_sheet).then(|| match name.strip_suffix('*') {
            Some(start) => Spot::Keys(start),
            None => Spot::Key(name),
        })
    };
    simple.or_else(column).or_else(key)
}

fn known() -> impl Iterator<Item = &'static str> {
    ["all", "words", "facts", "names"]
        .into_iter()
        .chain(SHEETS.iter().map(|sheet| sheet.name))
}
