//! The headers of a table, as their names are known.

use super::Column;
use crate::finding::{Findings, Place};
use crate::repair;
use crate::said;

/// Headers that people write for others.
///
/// Source: British spelling, and slips in the headers of open data.
const ALIASES: [(&str, &str); 10] = [
    ("organisation", "organization"),
    ("organiser", "organizer"),
    ("adress", "address"),
    ("prefacture", "prefecture"),
    ("municipalty", "municipality"),
    ("e-mail", "email"),
    ("mail", "email"),
    ("tel", "phone"),
    ("postcode", "postal_code"),
    ("zip", "postal_code"),
];

/// The columns that a row of headers names.
///
/// `known` are the names of the columns of the sheet, none for a sheet that nobody knows.
pub fn columns_of(
    file: &str,
    row: usize,
    cells: &[String],
    known: &[&str],
    findings: &mut Findings,
) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(cells.len());
    for cell in cells {
        let name = known_name(&name_of(cell), known);
        let place = || Place {
            row: Some(row),
            ..Place::column(file, cell)
        };
        if !name.is_empty() && columns.iter().any(|column| column.name == name) {
            findings.error(
                place(),
                said!(
                    "列「{name}」が二つあります。",
                    "There are two columns \"{name}\"."
                ),
                said!("どちらかを消してください。", "Remove one of them."),
            );
        } else if name_of(cell) != name && repair::header(&name_of(cell)) != repair::header(&name) {
            findings.warning(
                place(),
                said!(
                    "見出し「{cell}」を「{name}」と読みました。",
                    "The header \"{cell}\" was read as \"{name}\"."
                ),
                said!(
                    "見出しを「{name}」に直してください。",
                    "Make the header \"{name}\"."
                ),
            );
        }
        columns.push(Column {
            name,
            header: cell.clone(),
        });
    }
    columns
}

/// The name that the sheet knows: case does not matter, and of some slips we know what was meant.
fn known_name(name: &str, known: &[&str]) -> String {
    if known.contains(&name) {
        return name.to_owned();
    }
    let folded = repair::header(name);
    let meant = ALIASES
        .iter()
        .find(|(alias, _)| *alias == folded)
        .map(|(_, meant)| *meant);
    let same = known
        .iter()
        .find(|known| repair::header(known) == folded)
        .or_else(|| known.iter().find(|known| Some(**known) == meant));
    same.map_or_else(|| name.to_owned(), |known| (*known).to_owned())
}

/// The name of a column: width and spaces do not matter, and of a language only its code in brackets.
fn name_of(header: &str) -> String {
    let header = repair::narrow(header);
    let with_code = header.split_once("::").and_then(|(field, language)| {
        let (_, code) = language.trim().strip_suffix(')')?.rsplit_once('(')?;
        Some([field.trim(), "::", code.trim()].concat())
    });
    with_code.unwrap_or(header)
}
