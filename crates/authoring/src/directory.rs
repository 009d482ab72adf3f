//! The directory: national contact points, and entries by prefecture.
//!
//! Which digits are shown, and how they are marked, is fixed in `content/README.md`.

mod contacts;
mod entries;
mod events;
mod hours;
mod municipalities;

pub use contacts::{CompiledContact, compile as compile_contacts, is_fixed};
pub use entries::compile as compile_entries;
pub use hours::{check_year, holidays, warn_hidden};
pub use municipalities::check as check_municipalities;

use domain::ChoiceId;
use domain::directory::Prefecture;

use crate::finding::Findings;
use crate::said;
use crate::survey;
use crate::table::{Cell, Row};

/// The roles that a row names; unknown ones are errors.
fn roles(row: Row<'_>, survey: &survey::Compiled<'_>, findings: &mut Findings) -> Vec<ChoiceId> {
    let cell = row.cell("roles");
    cell.listed()
        .filter_map(|word| survey.role(cell, word, findings))
        .collect()
}

/// The prefecture with this code; another word is an error at `cell`.
fn prefecture(cell: Cell<'_>, word: &str, findings: &mut Findings) -> Option<Prefecture> {
    let prefecture = word.parse().ok();
    if prefecture.is_none() {
        findings.error(
            cell,
            said!(
                "都道府県コードではありません。",
                "This is not a prefecture code."
            ),
            said!(
                "01 から 47 までの2桁で書いてください（表計算ソフトでは文字列にします）。",
                "Write two digits, 01 to 47 (as text, in a spreadsheet)."
            ),
        );
    }
    prefecture
}
