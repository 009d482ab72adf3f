//! The known name that was probably meant.

use std::cell::Cell;

use crate::finding::Said;
use crate::said;

/// A longer name is no slip of the finger.
const LONGEST: usize = 64;
/// So many names are compared in one reading; a table of nothing but unknown names must not take hours. Reading the largest
/// honest tables takes a hundredth.
const MOST_COMPARISONS: usize = 20_000_000;

thread_local! {
    static LEFT: Cell<usize> = const { Cell::new(MOST_COMPARISONS) };
}

/// A new reading begins, whose names may all be compared.
pub fn start_anew() {
    LEFT.set(MOST_COMPARISONS);
}

/// Whether one more comparison may be made.
fn may_compare() -> bool {
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(1));
    left > 0
}

/// The candidate nearest to `name`, or `None` when none is near. The first of equally near ones.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .take_while(|_| length <= LONGEST && may_compare())
        // The distance is never less than the difference in length, which is sooner known.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// What to do about an unknown name: the nearest known one, or a look at where such names are listed.
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    listed_in: &str,
) -> Said {
    match nearest(name, candidates) {
        Some(found) => said!(
            "「{found}」のことではありませんか。",
            "Did you mean \"{found}\"?"
        ),
        None => said!(
            "使える名前は {listed_in} にあります。",
            "The names that can be used are in {listed_in}."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognized() {
        assert_eq!(nearest("worris", ["work", "worries"]), Some("worries"));
        assert_eq!(nearest("mnoey", ["money", "work"]), Some("money"));
    }

    #[test]
    fn something_else_entirely_is_not_guessed() {
        assert_eq!(nearest("peers", ["money", "work"]), None);
    }
}
