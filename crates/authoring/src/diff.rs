//! What changed between two states of the content, in words: numbers first, since somebody must dial them.
//!
//! Rows are matched by their ids or keys, never by their place.

mod matter;
mod order;
mod page;
mod print;
mod renamed;
mod rows;
mod rules;
mod wording;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::finding::{Finding, Findings, Said};
use crate::given::{Given, folder_of};
use crate::table::Folder;
pub use matter::Matter;
use matter::{Column, language_of, matter_of};
pub use page::page;
pub use print::print;
use rows::{Keyed, Sheets};
use rules::Rules;
pub use wording::Piece;

/// Everything that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// By matter, the gravest first, then by table and row.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes of one matter.
    pub fn of(&self, matter: Matter) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.matter == matter)
    }
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is about.
    pub matter: Matter,
    /// The table, by its file.
    pub table: String,
    /// The id or key of the row.
    pub id: String,
    /// What the row is called on screens, in Japanese; empty when it has no name.
    pub title: String,
    /// What happened.
    pub what: What,
}

/// What happened to a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum What {
    /// It is new.
    Added(Whole),
    /// It is gone.
    Removed(Whole),
    /// It stands elsewhere among the others.
    Moved {
        /// Where it stood.
        before: Spot,
        /// Where it stands.
        after: Spot,
    },
    /// One of its cells changed.
    Cell(Cell),
}

/// A row that is only in one of the two states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Whole {
    /// Its cells that are not empty, with their headers.
    pub cells: Vec<(String, String)>,
    /// The id of a row in the other state that says almost the same: perhaps only the id changed.
    pub perhaps: Option<String>,
}

/// A place among the rows of a table or list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Counted from 1.
    pub number: usize,
    /// The id of the row before it; empty for the first.
    pub follows: String,
}

/// A cell that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The header of its column.
    pub column: String,
    /// The language of its words, where it holds words of one.
    pub language: Option<String>,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
    /// For a rule: what it meant, in words. Empty where the expression could not be read.
    pub meant: Vec<Said>,
    /// For a rule: what it means.
    pub means: Vec<Said>,
    /// For a text: both states in one, piece by piece.
    pub pieces: Vec<Piece>,
}

/// What changed from `old` to `new`; tables with mistakes in them are compared as far as they can be read.
///
/// # Errors
/// The findings that say why one of them cannot be read at all.
pub fn compare(old: &Given, new: &Given) -> Result<Diff, Vec<Finding>> {
    Ok(compare_tables(&readable(old)?, &readable(new)?))
}

/// The tables of what an editor gave.
fn readable(given: &Given) -> Result<Folder, Vec<Finding>> {
    let mut findings = Findings::default();
    folder_of(given, &mut findings).ok_or_else(|| findings.sorted())
}

fn compare_tables(old: &Folder, new: &Folder) -> Diff {
    let rules = [old, new].map(Rules::of);
    let [old, new] = [old, new].map(Sheets::of);
    let mut diff = Diff::default();
    for name in Sheets::names(&old, &new) {
        let sides = [old.rows(name), new.rows(name)];
        Comparison {
            titles: [&old, &new],
            rules: &rules,
            changes: &mut diff.changes,
        }
        .table(name, sides);
    }
    diff.changes.sort_by_key(|change| change.matter);
    diff
}

/// The comparison of one table.
struct Comparison<'c> {
    titles: [&'c Sheets<'c>; 2],
    rules: &'c [Rules<'c>; 2],
    changes: &'c mut Vec<Change>,
}

impl Comparison<'_> {
    fn table(&mut self, sheet: &str, [old, new]: [&[Keyed<'_>]; 2]) {
        let by_key: BTreeMap<&str, &Keyed<'_>> = old
            .iter()
            .map(|keyed| (keyed.key.as_str(), keyed))
            .collect();
        let new_keys: BTreeMap<&str, &Keyed<'_>> = new
            .iter()
            .map(|keyed| (keyed.key.as_str(), keyed))
            .collect();
        let removed: Vec<&Keyed<'_>> = old
            .iter()
            .filter(|keyed| !new_keys.contains_key(keyed.key.as_str()))
            .collect();
        let added: Vec<&Keyed<'_>> = new
            .iter()
            .filter(|keyed| !by_key.contains_key(keyed.key.as_str()))
            .collect();
        let renamed = renamed::guesses(&removed, &added);
        for keyed in new {
            match by_key.get(keyed.key.as_str()) {
                Some(before) => self.row(sheet, before, keyed),
                None => {
                    let perhaps = renamed.iter().find(|(_, now)| *now == keyed.key);
                    let whole = whole(keyed, perhaps.map(|(before, _)| before.clone()));
                    self.push(Matter::Added, keyed, 1, What::Added(whole));
                    self.numbers(sheet, keyed, 1);
                }
            }
        }
        for keyed in removed {
            let perhaps = renamed.iter().find(|(before, _)| *before == keyed.key);
            let whole = whole(keyed, perhaps.map(|(_, now)| now.clone()));
            self.push(Matter::Removed, keyed, 0, What::Removed(whole));
            self.numbers(sheet, keyed, 0);
        }
        for (before, after) in order::moved(sheet, old, new) {
            if let Some(keyed) = new_keys.get(after.key) {
                let what = What::Moved {
                    before: before.spot,
                    after: after.spot,
                };
                self.push(Matter::Moved, keyed, 1, what);
            }
        }
    }

    /// The cells of a row that is in both states.
    fn row(&mut self, sheet: &str, before: &Keyed<'_>, after: &Keyed<'_>) {
        for name in columns(before, after) {
            let (was, is) = (before.text(name), after.text(name));
            if was == is {
                continue;
            }
            let matter = matter_of(sheet, name);
            let mut cell = Cell {
                column: after.header(name, before),
                language: language_of(sheet, name).map(str::to_owned),
                before: was.to_owned(),
                after: is.to_owned(),
                ..Cell::default()
            };
            match matter {
                Column::Condition => {
                    let [old, new] = self.rules;
                    (cell.meant, cell.means) = rules::changed((old, before), (new, after), name);
                }
                Column::Is(Matter::Wording) => cell.pieces = wording::pieces(was, is),
                Column::Is(_) => {}
            }
            self.push(matter.into(), after, 1, What::Cell(cell));
        }
    }

    /// The numbers of a row that is only in one state: they come and go with it.
    fn numbers(&mut self, sheet: &str, keyed: &Keyed<'_>, side: usize) {
        let names: Vec<&str> = keyed
            .row
            .table()
            .columns()
            .filter(|name| matter_of(sheet, name) == Column::Is(Matter::Phone))
            .collect();
        for name in names {
            let number = keyed.text(name).to_owned();
            if number.is_empty() {
                continue;
            }
            let (before, after) = if side == 0 {
                (number, String::new())
            } else {
                (String::new(), number)
            };
            let cell = Cell {
                column: keyed.header(name, keyed),
                before,
                after,
                ..Cell::default()
            };
            self.push(Matter::Phone, keyed, side, What::Cell(cell));
        }
    }

    fn push(&mut self, matter: Matter, keyed: &Keyed<'_>, side: usize, what: What) {
        let titles = self.titles.get(side);
        self.changes.push(Change {
            matter,
            table: keyed.row.table().file().to_owned(),
            id: keyed.key.clone(),
            title: titles.map_or_else(String::new, |titles| titles.title(keyed)),
            what,
        });
    }
}

fn whole(keyed: &Keyed<'_>, perhaps: Option<String>) -> Whole {
    Whole {
        cells: keyed
            .row
            .cells()
            .filter(|cell| !cell.is_empty())
            .map(|cell| (cell.column.to_owned(), cell.value.to_owned()))
            .collect(),
        perhaps,
    }
}

/// The names of the columns of both rows, those of the old first.
fn columns<'k>(before: &'k Keyed<'_>, after: &'k Keyed<'_>) -> Vec<&'k str> {
    let mut names: Vec<&str> = before.row.table().columns().collect();
    for name in after.row.table().columns() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
