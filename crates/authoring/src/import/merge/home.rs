//! Which row of the table a proposal belongs to.

use std::collections::{BTreeMap, BTreeSet};

use super::super::proposal::{Origin, Proposal, twin};
use super::super::text::fold;
use super::{Rules, Tables};

/// Where a proposal belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// In this row.
    Row(usize),
    /// In none yet.
    New,
}

/// Each proposal's row: by its id in the source; where that is missing or only a number in the list, by name and address.
pub fn homes(proposals: &[Proposal], tables: &Tables, rules: Rules<'_>) -> Vec<Home> {
    let main = &tables.main;
    let by_origin = main.index("origin_id");
    let ledger = tables.imported.index("id");
    // What the source said last time, not what an editor made of it.
    let known = |row: usize, column: &str| {
        let written = ledger
            .get(main.cell(row, "id"))
            .map(|line| tables.imported.cell(*line, column));
        written.unwrap_or_else(|| main.cell(row, column))
    };
    let mut taken = BTreeSet::new();
    let by_id: Vec<Option<usize>> = proposals
        .iter()
        .map(|proposal| {
            let row = *by_origin.get(&proposal.origin_id(rules.data))?;
            let is_it = match proposal.origin {
                Origin::Sure(..) | Origin::Nameless => true,
                Origin::Number(_) => {
                    is_same_place(proposal, known(row, "name"), known(row, "address"))
                }
            };
            (is_it && taken.insert(row)).then_some(row)
        })
        .collect();
    let by_twin: BTreeMap<String, usize> = (0..main.len())
        .filter(|row| main.cell(*row, "import") == rules.import)
        .map(|row| {
            (
                twin(
                    known(row, "name"),
                    known(row, "address"),
                    known(row, "schedule_text"),
                ),
                row,
            )
        })
        .collect();
    proposals
        .iter()
        .zip(by_id)
        .map(|(proposal, row)| {
            let twin = || match proposal.origin {
                Origin::Sure(..) => None,
                Origin::Number(_) | Origin::Nameless => by_twin.get(&proposal.twin()).copied(),
            };
            match row.or_else(|| twin().filter(|row| taken.insert(*row))) {
                Some(row) => Home::Row(row),
                None => Home::New,
            }
        })
        .collect()
}

/// Whether a number in the list still means the same place: its name or its address is the one it had.
fn is_same_place(proposal: &Proposal, name: &str, address: &str) -> bool {
    let is_same = |column: &str, known: &str| {
        let new = proposal.cell(column);
        !new.is_empty() && fold(new) == fold(known)
    };
    is_same("name", name) || is_same("address", address)
}
