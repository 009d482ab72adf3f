//! The municipalities that the survey offers are those of the entries.

use std::collections::BTreeSet;

use domain::directory::PrefectureEntries;
use domain::survey::Purpose;

use crate::finding::Findings;
use crate::said;
use crate::survey;
use crate::table::sheets::{ENTRIES, EVENTS};
use crate::table::{Folder, Row};

/// Says which municipalities of entries nobody can choose, and which can be chosen in vain.
pub fn check(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    entries: &[PrefectureEntries],
    findings: &mut Findings,
) {
    let choices = survey
        .survey
        .with_purpose(&Purpose::Municipality)
        .and_then(|id| survey.rows.get(id.index()))
        .map_or([].as_slice(), |rows| rows.choices.as_slice());
    let offered: BTreeSet<(&str, &str)> = choices.iter().map(|row| place(*row, "name")).collect();
    for row in folder
        .table(&ENTRIES)
        .rows()
        .chain(folder.table(&EVENTS).rows())
    {
        let cell = row.cell("municipality");
        if cell.is_empty() || offered.contains(&place(row, "municipality")) {
            continue;
        }
        let elsewhere = offered.iter().find(|(_, name)| *name == cell.value);
        if let Some((prefecture, _)) = elsewhere {
            findings.warning(
                cell,
                said!(
                    "この市区町村は、行の都道府県ではなく {prefecture} のものです。",
                    "This municipality is not in the row's prefecture but in {prefecture}."
                ),
                said!(
                    "prefecture と municipality の違うほうを直してください。",
                    "Correct prefecture or municipality, whichever is wrong."
                ),
            );
        } else {
            findings.warning(
                cell,
                said!("この市区町村は、質問で選べません。", "Nobody can choose this municipality."),
                said!(
                    "choices.csv の municipality のリストに、都道府県コードと一緒に加えてください。",
                    "Add it to the list municipality in choices.csv, with the prefecture code."
                ),
            );
        }
    }
    let known: BTreeSet<(String, &str)> = entries
        .iter()
        .flat_map(|file| {
            file.entries
                .iter()
                .map(|entry| (file.prefecture.to_string(), entry.municipality.as_str()))
        })
        .collect();
    for row in choices {
        let (prefecture, name) = place(*row, "name");
        if !known.contains(&(prefecture.to_owned(), name)) {
            findings.note(
                row.cell("name"),
                said!(
                    "この市区町村の窓口は、まだ一つもありません。",
                    "No entry is in this municipality."
                ),
                said!(
                    "entries.csv の表記とそろえるか、行を消してください。",
                    "Write it as in entries.csv, or remove the row."
                ),
            );
        }
    }
}

fn place<'a>(row: Row<'a>, column: &'a str) -> (&'a str, &'a str) {
    (row.cell("prefecture").value, row.cell(column).value)
}
