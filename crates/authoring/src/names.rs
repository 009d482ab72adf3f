//! Names that tables give to their rows, and how other tables refer to them.

use std::collections::BTreeMap;

use crate::finding::Findings;
use crate::nearest::{did_you_mean, nearest};
use crate::said;
use crate::table::{Cell, Row, Table};

/// The rows of one table by their ids, in order.
#[derive(Debug)]
pub struct Names<'a> {
    /// The sheet where they are listed, for people.
    listed_in: &'a str,
    rows: Vec<(&'a str, Row<'a>)>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    /// The rows of a table by the ids in `column`; says which ids are missing, doubled or badly formed.
    ///
    /// Rows without a usable id are left out.
    pub fn of(table: &'a Table, column: &'a str, findings: &mut Findings) -> Self {
        let mut names = Self {
            listed_in: table.file(),
            rows: Vec::new(),
            places: BTreeMap::new(),
        };
        for row in table.rows() {
            let cell = row.cell(column);
            if check_id(cell, findings) {
                names.add(cell, row, findings);
            }
        }
        names
    }

    fn add(&mut self, cell: Cell<'a>, row: Row<'a>, findings: &mut Findings) {
        let id = cell.value;
        if let Some(first) = self.places.get(id).and_then(|place| self.rows.get(*place)) {
            let first = first.1.number();
            findings.error(
                cell,
                said!(
                    "「{id}」は {first} 行目にもあります。",
                    "\"{id}\" is also in row {first}."
                ),
                said!(
                    "どちらかの id を変えるか、行を消してください。",
                    "Change one of the ids or remove one of the rows."
                ),
            );
            return;
        }
        self.places.insert(id, self.rows.len());
        self.rows.push((id, row));
    }

    /// The ids with their rows, in the table's order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, Row<'a>)> {
        self.rows.iter().copied()
    }

    /// The place of an id in the order.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The place of an id that `cell` refers to; an unknown one is an error there.
    pub fn refer(&self, cell: Cell<'_>, id: &str, findings: &mut Findings) -> Option<usize> {
        let place = self.place(id);
        if place.is_none() {
            let listed_in = self.listed_in;
            findings.error(
                cell,
                said!(
                    "「{id}」は {listed_in} にありません。",
                    "There is no \"{id}\" in {listed_in}."
                ),
                did_you_mean(id, self.places.keys().copied(), listed_in),
            );
        }
        place
    }
}

/// Whether a cell holds a well-formed id; says so if not.
///
/// Dots and `@` are left out because text keys are put together with them.
pub fn check_id(cell: Cell<'_>, findings: &mut Findings) -> bool {
    let is_allowed = |character: char| {
        character.is_ascii_lowercase()
            || character.is_ascii_digit()
            || matches!(character, '-' | '_')
    };
    if cell.is_empty() {
        findings.error(
            cell,
            said!("id がありません。", "The id is missing."),
            said!(
                "ほかと重ならない id を入れてください。",
                "Enter an id that no other row has."
            ),
        );
        false
    } else if cell.value.chars().all(is_allowed) {
        true
    } else {
        findings.error(
            cell,
            said!(
                "id の文字が正しくありません。",
                "The id has characters that an id cannot have."
            ),
            said!(
                "半角の英小文字、数字、- と _ だけで書いてください。",
                "Use only lower-case letters, digits, - and _."
            ),
        );
        false
    }
}

/// One of several fixed words in a cell; another one is an error.
pub fn one_of<T: Copy>(
    cell: Cell<'_>,
    word: &str,
    known: &[(&str, T)],
    findings: &mut Findings,
) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == word);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let listed = names
            .iter()
            .filter(|name| !name.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" / ");
        findings.error(
            cell,
            said!(
                "「{word}」はここでは使えません。",
                "\"{word}\" cannot be used here."
            ),
            match nearest(word, names.iter().copied().filter(|name| !name.is_empty())) {
                Some(found) => said!(
                    "「{found}」のことではありませんか。使えるのは {listed} です。",
                    "Did you mean \"{found}\"? Use one of {listed}."
                ),
                None => said!("使えるのは {listed} です。", "Use one of {listed}."),
            },
        );
    }
    found.map(|(_, value)| *value)
}

/// `yes` or nothing; anything else is an error.
pub fn is_yes(cell: Cell<'_>, findings: &mut Findings) -> bool {
    one_of(
        cell,
        cell.value,
        &[("", false), ("no", false), ("yes", true)],
        findings,
    )
    .unwrap_or_default()
}
