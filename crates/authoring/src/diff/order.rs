//! Which rows moved: as few as can be, and the same ones whichever way the two states are compared.

use std::collections::{BTreeMap, BTreeSet};

use super::Spot;
use super::rows::Keyed;
use crate::table::sheets::{
    CHOICES, CONTACTS, ENTRIES, EVENTS, NEEDS, SENTENCES, SUPPORTS, SURVEY, VOICES,
};

/// A row's key and place in one state.
#[derive(Debug, PartialEq, Eq)]
pub struct Placed<'k> {
    /// The key.
    pub key: &'k str,
    /// Where it stands.
    pub spot: Spot,
}

/// Where the order of the rows is the order on screens, or decides.
const ORDERED: [&str; 9] = [
    SURVEY.name,
    CHOICES.name,
    NEEDS.name,
    SUPPORTS.name,
    VOICES.name,
    SENTENCES.name,
    CONTACTS.name,
    ENTRIES.name,
    EVENTS.name,
];

/// The rows of both states that left their place among those that stayed.
pub fn moved<'k>(
    sheet: &str,
    old: &'k [Keyed<'_>],
    new: &'k [Keyed<'_>],
) -> Vec<(Placed<'k>, Placed<'k>)> {
    if !ORDERED.contains(&sheet) {
        return Vec::new();
    }
    let (old_lists, new_lists) = (lists(sheet, old), lists(sheet, new));
    let mut found = Vec::new();
    for (list, new_keys) in &new_lists {
        let Some(old_keys) = old_lists.get(list) else {
            continue;
        };
        let places: BTreeMap<&str, usize> = old_keys
            .iter()
            .enumerate()
            .map(|(place, key)| (*key, place))
            .collect();
        let both: Vec<Pair<'_>> = new_keys
            .iter()
            .enumerate()
            .filter_map(|(new, key)| {
                let old = *places.get(key)?;
                Some(Pair { key, old, new })
            })
            .collect();
        let stayed = longest_chain(&both);
        let left = both.iter().filter(|pair| !stayed.contains(&pair.key));
        found.extend(left.map(|pair| {
            (
                placed(pair.key, pair.old, old_keys),
                placed(pair.key, pair.new, new_keys),
            )
        }));
    }
    found
}

/// The keys of each list in order; choices have a list for each question, other sheets are one.
fn lists<'k>(sheet: &str, rows: &'k [Keyed<'_>]) -> BTreeMap<&'k str, Vec<&'k str>> {
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for keyed in rows {
        let list = if sheet == CHOICES.name {
            keyed.text("list_name")
        } else {
            ""
        };
        lists.entry(list).or_default().push(&keyed.key);
    }
    lists
}

fn placed<'k>(key: &'k str, place: usize, keys: &[&str]) -> Placed<'k> {
    let before = place.checked_sub(1).and_then(|place| keys.get(place));
    Placed {
        key,
        spot: Spot {
            number: place + 1,
            follows: before.map_or_else(String::new, |key| (*key).to_owned()),
        },
    }
}

#[derive(Clone, Copy, Debug)]
struct Pair<'k> {
    key: &'k str,
    old: usize,
    new: usize,
}

/// The keys of a longest chain that is in order in both states; `pairs` by their new place.
///
/// Of several longest ones always the same, from whichever side one looks: at each step the lowest key is taken.
fn longest_chain<'k>(pairs: &[Pair<'k>]) -> BTreeSet<&'k str> {
    // From the end: the lengths of the longest chains that begin at each pair. `tails[n]` is the greatest old place at
    // which a chain of length n + 1 can begin; it falls with n.
    let mut tails: Vec<usize> = Vec::new();
    let mut levels: Vec<Vec<Pair<'k>>> = Vec::new();
    for pair in pairs.iter().rev() {
        let level = tails.partition_point(|old| *old > pair.old);
        match tails.get_mut(level) {
            Some(old) => *old = pair.old,
            None => tails.push(pair.old),
        }
        match levels.get_mut(level) {
            Some(known) => known.push(*pair),
            None => levels.push(vec![*pair]),
        }
    }
    let mut chain = BTreeSet::new();
    let mut last: Option<Pair<'k>> = None;
    for level in levels.iter().rev() {
        let next = level
            .iter()
            .filter(|pair| last.is_none_or(|last| last.old < pair.old && last.new < pair.new))
            .min_by_key(|pair| pair.key);
        if let Some(next) = next {
            chain.insert(next.key);
            last = Some(*next);
        }
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(order: &[usize], names: &[String]) -> Vec<Pair<'static>> {
        order
            .iter()
            .enumerate()
            .map(|(new, old)| Pair {
                key: names[*old].clone().leak(),
                old: *old,
                new,
            })
            .collect()
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("{number:02}")).collect()
    }

    #[test]
    fn one_row_taken_to_the_end_is_the_only_one_that_moved() {
        let pairs = pairs(&[1, 2, 3, 0], &names(4));
        let stayed: Vec<&str> = longest_chain(&pairs).into_iter().collect();
        assert_eq!(stayed, ["01", "02", "03"]);
    }

    proptest! {
        #[test]
        fn what_stays_is_in_order_as_long_as_can_be_and_the_same_from_both_sides(
            order in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let there = pairs(&order, &names(9));
            let mut back: Vec<Pair<'_>> = there
                .iter()
                .map(|pair| Pair { key: pair.key, old: pair.new, new: pair.old })
                .collect();
            back.sort_by_key(|pair| pair.new);
            let stayed = longest_chain(&there);
            prop_assert_eq!(&stayed, &longest_chain(&back));
            let kept: Vec<usize> = there.iter().filter(|pair| stayed.contains(pair.key)).map(|pair| pair.old).collect();
            prop_assert!(kept.is_sorted());
            let longest = (0..1u32 << order.len())
                .filter(|mask| {
                    let chosen = order.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
                    chosen.map(|(_, old)| old).is_sorted()
                })
                .map(u32::count_ones)
                .max();
            prop_assert_eq!(Some(u32::try_from(kept.len()).unwrap()), longest);
        }
    }
}
