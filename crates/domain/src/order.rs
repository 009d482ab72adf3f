//! Order without a sorting routine: each one costs a phone 4 KB of WebAssembly, and here lists are short or ranks are few.

/// Puts `item` into a list that is in order, unless it is there.
pub fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}

/// The items by rank, lowest first; equal ranks keep their order. Ranks are below `ranks`; what is not is left out.
pub fn by_rank<T>(items: Vec<T>, ranks: u8, rank: impl Fn(&T) -> u8) -> Vec<T> {
    let mut items: Vec<(u8, Option<T>)> = items
        .into_iter()
        .map(|item| (rank(&item), Some(item)))
        .collect();
    let mut ordered = Vec::with_capacity(items.len());
    for wanted in 0..ranks {
        for (rank, item) in &mut items {
            if *rank == wanted {
                ordered.extend(item.take());
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn inserting_gives_what_sorting_and_dropping_repeats_gives(items in prop::collection::vec(0u8..9, 0..20)) {
            let mut list = Vec::new();
            for item in &items {
                insert(&mut list, *item);
            }
            let mut sorted = items;
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(list, sorted);
        }

        #[test]
        fn by_rank_gives_what_a_stable_sort_gives(items in prop::collection::vec((0u8..5, 0u8..9), 0..20)) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|(rank, _)| *rank);
            prop_assert_eq!(by_rank(items, 5, |(rank, _)| *rank), sorted);
        }
    }
}
