//! A code: a few closed things, such as ticked answers, as digits and letters that can be printed, typed and scanned.
//!
//! It carries numbers from the ledger of codes and nothing else: no word, no name, no time. Who has the ledger can read it
//! without a network. The letters are those of Crockford's base 32, which leaves out I, L, O and U: none of them can be
//! taken for a digit, and no word can arise by chance.
//!
//! Source: D. Crockford, "Base 32"; RFC 9580 §6.1 (CRC-24); docs/decisions/0015-codes.md.

use crc::{CRC_24_OPENPGP, Crc, NoTable};
use serde::{Deserialize, Serialize};

use bits::{Bits, Taken};
pub use suspect::suspected_group;

mod bits;
mod suspect;

/// The symbols, each worth five bits by its place.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols in a group, as they are written.
const GROUP: usize = 5;
/// The layout below. Another layout has another number.
const FORMAT: u32 = 1;
/// Longer codes are not read: no QR of a hand-over sheet can hold them.
const MOST_SYMBOLS: usize = 1_000;
/// Finds every change of up to three neighboring symbols, and nearly all others.
const CHECK: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_24_OPENPGP);

/// A number of the ledger of codes. It stands for the same thing for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Code(pub u16);

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// For the counselor: the hand-over sheet.
    ForCounselor,
    /// For somebody close: the answers, to look at the result together.
    Answers,
    /// For somebody close: only the supports of the result.
    Supports,
}

impl Meant {
    const ALL: [Self; 3] = [Self::ForCounselor, Self::Answers, Self::Supports];
}

/// What a code holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// What it is for.
    pub meant: Meant,
    /// The low 16 bits of the fingerprint of the pack it was made with; another pack may say the same in other words.
    pub pack: u16,
    /// The numbers, ascending, without repeats.
    pub codes: Vec<Code>,
}

/// Why something is not a code that can be read. Nothing of it is used then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damaged {
    /// There is nothing to read.
    #[error("there is no code")]
    Empty,
    /// It holds a character that no code has.
    #[error("a code has no such character")]
    Character(char),
    /// It is too long, or so short that a part must be missing.
    #[error("the code is not complete")]
    Length,
    /// The check group does not fit the rest: something was mistyped or left out.
    #[error("the check group does not fit")]
    Check,
    /// It was made by a later version of the app.
    #[error("a later version made the code")]
    Later,
}

impl Coded {
    /// The code as it is written: groups of five, the check group last.
    pub fn written(&self) -> String {
        let symbols = self.symbols();
        let mut text = String::with_capacity(symbols.len() + symbols.len() / GROUP);
        for (place, symbol) in symbols.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push(' ');
            }
            text.push(char_of(*symbol));
        }
        text
    }

    /// The code as it stands in an address: the same without spaces.
    pub fn in_address(&self) -> String {
        self.symbols().into_iter().map(char_of).collect()
    }

    /// How many symbols the code has, its check group included.
    pub fn n_symbols(&self) -> usize {
        self.symbols().len()
    }

    fn symbols(&self) -> Vec<u8> {
        let mut bits = Bits::default();
        bits.put(FORMAT, 5);
        let meant = Meant::ALL
            .iter()
            .position(|meant| *meant == self.meant)
            .unwrap_or_default();
        bits.put(meant as u32, 2);
        bits.put(u32::from(self.pack), 16);
        let gaps = gaps(&self.codes);
        let low = best_low(&gaps);
        bits.put(low, 3);
        for gap in gaps {
            bits.put_gap(gap, low);
        }
        let mut symbols = bits.symbols(GROUP);
        symbols.extend(check_group(&symbols));
        symbols
    }
}

/// As many of `codes` as a code of `most` symbols holds, the first ones first; and how many had to be left out.
///
/// Without repeats. `most` counts the check group.
pub fn fitting(meant: Meant, pack: u16, codes: &[Code], most: usize) -> (Coded, usize) {
    let mut coded = Coded {
        meant,
        pack,
        codes: Vec::new(),
    };
    let mut n_left_out = 0;
    for code in codes {
        let Err(place) = coded.codes.binary_search(code) else {
            continue;
        };
        coded.codes.insert(place, *code);
        if coded.n_symbols() > most {
            coded.codes.remove(place);
            n_left_out += 1;
        }
    }
    (coded, n_left_out)
}

/// Reads a code as a person types, pastes or scans it: in any case and width, with spaces and hyphens, or as the end of a
/// whole address.
pub fn read(text: &str) -> Result<Coded, Damaged> {
    let mut symbols = Vec::new();
    for character in after_address(text).chars() {
        if is_between(character) {
            continue;
        }
        if symbols.len() == MOST_SYMBOLS {
            return Err(Damaged::Length);
        }
        symbols.push(symbol_of(character).ok_or(Damaged::Character(character))?);
    }
    if symbols.is_empty() {
        return Err(Damaged::Empty);
    }
    let place = symbols.len().checked_sub(GROUP).ok_or(Damaged::Length)?;
    let (held, check) = symbols.split_at(place);
    if held.is_empty() || held.len() % GROUP != 0 {
        return Err(Damaged::Length);
    }
    if check != check_group(held) {
        return Err(Damaged::Check);
    }
    decoded(&mut Taken::new(held))
}

/// The code itself, where a whole address was brought.
fn after_address(text: &str) -> &str {
    let end = text.rsplit(['/', '#', '／', '＃']).next();
    end.unwrap_or_default()
}

/// What the symbols before the check group hold.
fn decoded(bits: &mut Taken<'_>) -> Result<Coded, Damaged> {
    if bits.take(5) != Some(FORMAT) {
        return Err(Damaged::Later);
    }
    let meant = bits.take(2).ok_or(Damaged::Length)? as usize;
    let pack = bits.take(16).ok_or(Damaged::Length)?;
    let low = bits.take(3).ok_or(Damaged::Length)?;
    let mut codes = Vec::new();
    let mut next = 0_u32;
    while let Some(gap) = bits.take_gap(low) {
        let number = next.checked_add(gap).ok_or(Damaged::Length)?;
        codes.push(Code(u16::try_from(number).map_err(|_| Damaged::Length)?));
        next = number + 1;
    }
    Ok(Coded {
        meant: *Meant::ALL.get(meant).ok_or(Damaged::Later)?,
        pack: u16::try_from(pack).map_err(|_| Damaged::Length)?,
        codes,
    })
}

/// The distances between the numbers, so that a code of neighbors is short.
fn gaps(codes: &[Code]) -> Vec<u32> {
    let mut next = 0;
    let gap = |code: &Code| {
        let number = u32::from(code.0);
        let gap = number.checked_sub(next)?;
        next = number + 1;
        Some(gap)
    };
    codes.iter().filter_map(gap).collect()
}

/// How many low bits of a gap are written as they are, so that all together are shortest.
fn best_low(gaps: &[u32]) -> u32 {
    let length = |low: u32| -> u32 { gaps.iter().map(|gap| (gap >> low) + 1 + low).sum() };
    (0..8).min_by_key(|low| length(*low)).unwrap_or_default()
}

/// Five symbols that fit only these, as far as 24 bits can tell.
fn check_group(symbols: &[u8]) -> [u8; GROUP] {
    let check = CHECK.checksum(symbols);
    [20, 15, 10, 5, 0].map(|shift| (check >> shift) as u8 & 31)
}

fn char_of(symbol: u8) -> char {
    SYMBOLS
        .get(usize::from(symbol))
        .map_or('0', |byte| char::from(*byte))
}

/// The symbol that somebody meant; what looks like a digit is one.
fn symbol_of(character: char) -> Option<u8> {
    let narrow = match u32::from(character) {
        // Source: Unicode, Halfwidth and Fullwidth Forms: U+FF01 to U+FF5E stand for U+0021 to U+007E.
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0)?,
        _ => character,
    };
    let meant = match narrow.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = SYMBOLS.iter().position(|byte| char::from(*byte) == meant)?;
    u8::try_from(place).ok()
}

/// What people and scanners put between the symbols.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '-' | '－' | '‐' | '‑' | '–' | '—' | '−' | 'ー' | '\u{FEFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn coded(numbers: &[u16]) -> Coded {
        Coded {
            meant: Meant::ForCounselor,
            pack: 0xBEEF,
            codes: numbers.iter().map(|number| Code(*number)).collect(),
        }
    }

    fn any_coded() -> impl Strategy<Value = Coded> {
        let codes = prop::collection::btree_set(0..2_000_u16, 0..60);
        (0..Meant::ALL.len(), any::<u16>(), codes).prop_map(|(meant, pack, codes)| Coded {
            meant: Meant::ALL[meant],
            pack,
            codes: codes.into_iter().map(Code).collect(),
        })
    }

    #[test]
    fn the_answers_of_a_usual_visit_take_seven_groups() {
        let usual = coded(&[
            3, 14, 31, 40, 41, 47, 60, 85, 101, 120, 133, 160, 200, 212, 250,
        ]);
        let written = usual.written();
        assert!(
            written.split(' ').all(|group| group.len() == 5),
            "{written}"
        );
        assert!(written.split(' ').count() <= 7, "{written}");
    }

    #[test]
    fn a_code_is_read_in_every_way_people_bring_it() {
        let sheet = coded(&[1, 2, 300]);
        let written = sheet.written();
        let wide: String = written
            .chars()
            .map(|c| match c {
                ' ' => '　',
                c => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
            })
            .collect();
        for brought in [
            written.to_lowercase(),
            wide,
            written.replace(' ', "-"),
            format!("\u{FEFF}{written}\r\n"),
            format!("https://example.jp/tomoni/#/counter/{}", sheet.in_address()),
            written.replace('0', "O").replace('1', "l"),
        ] {
            assert_eq!(read(&brought).as_ref(), Ok(&sheet), "{brought}");
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        assert_eq!(read("  "), Err(Damaged::Empty));
        assert_eq!(read("https://example.jp/#/counter/"), Err(Damaged::Empty));
        assert_eq!(read("がん"), Err(Damaged::Character('が')));
        assert_eq!(read("U2345"), Err(Damaged::Character('U')));
        assert_eq!(read("12345"), Err(Damaged::Length));
        assert_eq!(read(&"0".repeat(1_001)), Err(Damaged::Length));
    }

    #[test]
    fn a_code_of_a_later_version_says_so() {
        let mut held = vec![2, 0, 0, 0, 0];
        held.extend(check_group(&held));
        let text: String = held.into_iter().map(char_of).collect();
        assert_eq!(read(&text), Err(Damaged::Later));
    }

    #[test]
    fn what_does_not_fit_is_left_out_from_the_end() {
        let wanted: Vec<Code> = [900, 3, 500, 3, 70].map(Code).into();
        let (all, n_left_out) = fitting(Meant::ForCounselor, 0, &wanted, 100);
        assert_eq!(
            (all.codes, n_left_out),
            ([3, 70, 500, 900].map(Code).into(), 0)
        );
        let (part, n_left_out) = fitting(Meant::ForCounselor, 0, &wanted, 15);
        assert!(part.n_symbols() <= 15);
        assert_eq!(part.codes, [3, 900].map(Code));
        assert_eq!(n_left_out, 2);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(coded in any_coded()) {
            prop_assert_eq!(read(&coded.written()), Ok(coded.clone()));
            prop_assert_eq!(read(&coded.in_address()), Ok(coded));
        }

        #[test]
        fn a_wrong_or_swapped_symbol_is_always_noticed(coded in any_coded(), place in any::<prop::sample::Index>(), symbol in 0..32_usize) {
            let text: Vec<char> = coded.in_address().chars().collect();
            let place = place.index(text.len());
            let mut wrong = text.clone();
            wrong[place] = char::from(SYMBOLS[symbol]);
            let mut swapped = text.clone();
            swapped.swap(place, (place + 1) % text.len());
            for changed in [wrong, swapped] {
                // The first and the last symbol are no neighbors.
                if changed != text && !(place + 1 == text.len() && changed[0] != text[0]) {
                    prop_assert!(read(&changed.iter().collect::<String>()).is_err());
                }
            }
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn every_code_that_is_read_is_written_the_same(text in "[0-9A-HJKMNP-TV-Z]{5,40}") {
            let mut held: Vec<u8> = text.chars().filter_map(symbol_of).collect();
            held.truncate(held.len() / GROUP * GROUP);
            held[0] = 1;
            held.extend(check_group(&held));
            let text: String = held.iter().copied().map(char_of).collect();
            if let Ok(coded) = read(&text) {
                prop_assert!(coded.codes.is_sorted());
                prop_assert_eq!(read(&coded.written()), Ok(coded));
            }
        }
    }
}
