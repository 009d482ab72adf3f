//! Where a code that cannot be read is likely wrong, so that nobody has to compare all of it.

use super::{GROUP, after_address, check_group, is_between, read, symbol_of};

/// Longer codes are not looked through: it would take as long as the square of their length.
const MOST_SYMBOLS: usize = 200;

/// The group, from 1, in which something is likely wrong; `None` when the code can be read, or when that cannot be told.
///
/// A group with a character that no code has, a group that is not five long, or the only one in which another symbol would make the check group fit.
/// Nothing is ever put right by guessing: the person looks at that group again.
pub fn suspected_group(text: &str) -> Option<usize> {
    if read(text).is_ok() {
        return None;
    }
    let text = after_address(text);
    let pieces = pieces(text);
    let is_strange = |piece: &str| {
        piece
            .chars()
            .any(|character| symbol_of(character).is_none())
    };
    let is_uneven = |piece: &str| piece.chars().count() != GROUP;
    let place = match pieces.as_slice() {
        [] => return None,
        // Written without a space: groups are counted.
        [whole] => {
            let strange = whole
                .chars()
                .position(|character| symbol_of(character).is_none());
            strange.map(|place| place / GROUP)
        }
        _ => pieces
            .iter()
            .position(|piece| is_strange(piece))
            .or_else(|| pieces.iter().position(|piece| is_uneven(piece))),
    };
    place
        .or_else(|| with_another_symbol(text))
        .map(|place| place + 1)
}

/// The groups as they were written.
fn pieces(text: &str) -> Vec<&str> {
    let pieces = text.split(is_between);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// The place of the only group in which one other symbol would make the check group fit, or two swapped ones.
fn with_another_symbol(text: &str) -> Option<usize> {
    let symbols: Vec<u8> = text.chars().filter_map(symbol_of).collect();
    if symbols.len() > MOST_SYMBOLS || !symbols.len().is_multiple_of(GROUP) {
        return None;
    }
    let mut found = None;
    for place in 0..symbols.len() {
        let swapped = swapped(&symbols, place);
        let others = (0..32).filter_map(|symbol| changed(&symbols, place, symbol));
        if others.chain(swapped).any(|symbols| fits(&symbols)) {
            let group = place / GROUP;
            if found.is_some_and(|known| known != group) {
                return None;
            }
            found = Some(group);
        }
    }
    found
}

fn changed(symbols: &[u8], place: usize, symbol: u8) -> Option<Vec<u8>> {
    let mut changed = symbols.to_vec();
    *changed.get_mut(place)? = symbol;
    Some(changed)
}

fn swapped(symbols: &[u8], place: usize) -> Option<Vec<u8>> {
    let mut swapped = symbols.to_vec();
    swapped.get_mut(place..place + 2)?.reverse();
    Some(swapped)
}

fn fits(symbols: &[u8]) -> bool {
    let held = symbols.len().checked_sub(GROUP);
    let parts = held.and_then(|held| symbols.split_at_checked(held));
    parts.is_some_and(|(held, check)| !held.is_empty() && check == check_group(held))
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Coded, Meant};
    use super::*;
    use proptest::prelude::*;

    fn written(codes: &[u16]) -> String {
        let codes = codes.iter().map(|number| Code(*number)).collect();
        let meant = Meant::ForCounselor;
        Coded {
            meant,
            pack: 7,
            codes,
        }
        .written()
    }

    fn replaced(text: &str, place: usize, with: char) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        letters[place] = with;
        letters.into_iter().collect()
    }

    #[test]
    fn a_readable_code_has_no_wrong_group() {
        assert_eq!(suspected_group(&written(&[3, 23, 140])), None);
    }

    #[test]
    fn a_letter_that_no_code_has_is_in_its_group() {
        let code = written(&[3, 23, 140]);
        assert_eq!(suspected_group(&replaced(&code, 7, 'U')), Some(2));
        let run_together = replaced(&code, 7, '*').replace(' ', "");
        assert_eq!(suspected_group(&run_together), Some(2));
    }

    #[test]
    fn a_group_that_is_too_short_is_named() {
        let mut code = written(&[3, 23, 140]);
        code.remove(8);
        assert_eq!(suspected_group(&code), Some(2));
    }

    #[test]
    fn a_mistyped_letter_is_found_by_the_check_group() {
        let code = written(&[3, 23, 140]);
        for (place, group) in [(1, 1), (9, 2), (code.len() - 1, code.len().div_ceil(6))] {
            let before = code.chars().nth(place).unwrap();
            let other = if before == '7' { '8' } else { '7' };
            assert_eq!(suspected_group(&replaced(&code, place, other)), Some(group));
        }
    }

    #[test]
    fn what_cannot_be_told_is_not_said() {
        assert_eq!(suspected_group(""), None);
        assert_eq!(suspected_group("12345"), None);
        assert_eq!(suspected_group(&"0".repeat(300)), None);
    }

    proptest! {
        #[test]
        fn no_other_group_is_ever_blamed(codes in prop::collection::btree_set(0..400_u16, 1..30), place in any::<prop::sample::Index>(), symbol in 0..32_usize) {
            let codes: Vec<u16> = codes.into_iter().collect();
            let code = written(&codes);
            let places: Vec<usize> = (0..code.len()).filter(|place| place % 6 != 5).collect();
            let place = places[place.index(places.len())];
            let wrong = replaced(&code, place, char::from(super::super::SYMBOLS[symbol]));
            if wrong != code {
                prop_assert!(suspected_group(&wrong).is_none_or(|group| group == place / 6 + 1));
            }
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in any::<String>()) {
            let _ = suspected_group(&text);
        }
    }
}
