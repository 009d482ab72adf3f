//! Guesses which new row is an old one under another id.

use std::collections::BTreeSet;

use super::rows::Keyed;

/// With more pairs than this nothing is guessed: it would take long and help nobody.
const MOST_PAIRS: usize = 250_000;

/// Old and new keys of rows that say almost the same; each key at most once.
///
/// At least half of what is written in the longer of the two must stand in the same column of the other. The same
/// pairs come out whichever way the states are compared.
pub fn guesses(removed: &[&Keyed<'_>], added: &[&Keyed<'_>]) -> Vec<(String, String)> {
    if removed.len().saturating_mul(added.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    let weighed: Vec<(usize, &Keyed<'_>)> =
        added.iter().map(|keyed| (weight(keyed), *keyed)).collect();
    for before in removed {
        let own = weight(before);
        for (other, after) in &weighed {
            let (shared, all) = (shared(before, after), own.max(*other));
            if shared > 0 && shared * 2 >= all {
                // In thousandths, so that they can be put in order.
                pairs.push((shared * 1000 / all, before.key.as_str(), after.key.as_str()));
            }
        }
    }
    pairs.sort_by_key(|(likeness, before, after)| {
        let (low, high) = if before < after {
            (*before, *after)
        } else {
            (*after, *before)
        };
        (std::cmp::Reverse(*likeness), low, high)
    });
    let (mut old_taken, mut new_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for (_, before, after) in pairs {
        if old_taken.contains(before) || new_taken.contains(after) {
            continue;
        }
        old_taken.insert(before);
        new_taken.insert(after);
        found.push((before.to_owned(), after.to_owned()));
    }
    found
}

/// How much is written in a row besides its key.
fn weight(keyed: &Keyed<'_>) -> usize {
    cells(keyed).map(|(_, text)| text.chars().count()).sum()
}

fn shared(before: &Keyed<'_>, after: &Keyed<'_>) -> usize {
    cells(before)
        .filter(|(column, text)| after.text(column) == *text)
        .map(|(_, text)| text.chars().count())
        .sum()
}

/// The cells that are not empty and not part of the key.
fn cells<'k>(keyed: &'k Keyed<'_>) -> impl Iterator<Item = (&'k str, &'k str)> {
    let names = keyed.row.table().columns();
    names
        .map(|name| (name, keyed.text(name)))
        .filter(|(name, text)| !text.is_empty() && !keyed.key_columns.contains(name))
}
