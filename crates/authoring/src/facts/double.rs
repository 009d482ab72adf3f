//! One number under two names: a slip of copying, or a desk that moved.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::finding::Findings;
use crate::said;
use crate::table::sheets::{CONTACTS, ENTRIES, EVENTS};
use crate::table::{Cell, Folder, Row};

/// Forms of law and brackets that stand before or behind a name here and not there.
const FORMS: [&str; 13] = [
    "特定非営利活動法人",
    "認定NPO法人",
    "NPO法人",
    "公益財団法人",
    "一般財団法人",
    "公益社団法人",
    "一般社団法人",
    "独立行政法人",
    "地方独立行政法人",
    "社会福祉法人",
    "医療法人",
    "学校法人",
    "国立大学法人",
];
/// Names shorter than this say too little to be found in another.
const SHORTEST_NAME: usize = 4;

/// A number where it stands, and who answers there.
struct Listed<'a> {
    cell: Cell<'a>,
    /// As the table says it.
    name: &'a str,
    /// Of the desk, its organization and the entry it belongs to; without forms of law.
    known_as: Vec<String>,
    /// The page that lists it, where no organization is known.
    page: Option<&'a str>,
}

/// Says where the same number stands under names that have nothing to do with each other.
///
/// Desks of one hospital may share its switchboard.
pub fn check(folder: &Folder, findings: &mut Findings) {
    let mut listed: BTreeMap<String, Vec<Listed<'_>>> = BTreeMap::new();
    let entries: BTreeMap<&str, Row<'_>> = folder
        .table(&ENTRIES)
        .rows()
        .map(|row| (row.cell("id").value, row))
        .collect();
    let rows = [&ENTRIES, &EVENTS, &CONTACTS].map(|sheet| folder.table(sheet).rows());
    for row in rows.into_iter().flatten() {
        let owner = entries.get(row.cell("entry").value).copied();
        for cell in ["phone", "phone2"].map(|column| row.cell(column)) {
            let digits: String = cell.value.chars().filter(char::is_ascii_digit).collect();
            // Three digits are the same everywhere.
            if digits.len() > 3 {
                listed
                    .entry(digits)
                    .or_default()
                    .push(Listed::new(cell, row, owner));
            }
        }
    }
    for same in listed.values() {
        for (place, one) in same.iter().enumerate() {
            let other = same
                .iter()
                .take(place)
                .find(|other| !is_related(one, other));
            if let Some(other) = other {
                report(one, other, findings);
            }
        }
    }
}

impl<'a> Listed<'a> {
    fn new(cell: Cell<'a>, row: Row<'a>, owner: Option<Row<'a>>) -> Self {
        let name = ["name", "id"]
            .map(|column| row.cell(column).value)
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let names = [Some(row), owner].into_iter().flatten().flat_map(|row| {
            ["organization", "organizer", "name", "alias", "id"]
                .map(|column| row.cell(column).value)
        });
        let known_as = names
            .map(plain)
            .filter(|name| name.chars().count() >= SHORTEST_NAME)
            .collect();
        let has_organization = ["organization", "organizer"]
            .iter()
            .any(|column| !row.cell(column).is_empty());
        let page =
            Some(row.cell("source_url").value).filter(|page| !page.is_empty() && !has_organization);
        Self {
            cell,
            name,
            known_as,
            page,
        }
    }
}

fn is_related(one: &Listed<'_>, other: &Listed<'_>) -> bool {
    // A page that lists several meetings of nobody in particular under one number means its own office.
    let is_one_page = one.page.is_some() && one.page == other.page;
    is_one_page
        || one.known_as.iter().any(|name| {
            other
                .known_as
                .iter()
                .any(|known| known.contains(name.as_str()) || name.contains(known.as_str()))
        })
}

/// A name without spaces, brackets and forms of law.
fn plain(name: &str) -> String {
    let mut name: String = name
        .nfkc()
        .filter(|character| !character.is_whitespace() && !matches!(character, '(' | ')'))
        .collect();
    for form in FORMS {
        name = name.replace(form, "");
    }
    name
}

fn report(one: &Listed<'_>, other: &Listed<'_>, findings: &mut Findings) {
    let (name, row) = (other.name, other.cell.row);
    let file = other.cell.file;
    findings.warning(
        one.cell,
        said!(
            "同じ番号が、別の名前「{name}」（{file} {row}行目）にもあります。",
            "The same number is under another name, too: \"{name}\" ({file}, row {row})."
        ),
        said!(
            "どちらの番号かを出典で確かめてください。同じ組織なら、organization を同じ名前にしてください。",
            "See in the source whose number it is. If it is one organization, write the same name in organization."
        ),
    );
}
