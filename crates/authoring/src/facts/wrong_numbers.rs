//! Numbers that are known to be wrong, and where they stand all the same.

use unicode_normalization::UnicodeNormalization;

use crate::finding::Findings;
use crate::said;
use crate::table::sheets::{UNUSED, WRONG_NUMBERS};
use crate::table::{Cell, Folder, Row};

/// Columns that no screen shows; what stands there may tell of a wrong number.
const UNSEEN: [&str; 2] = ["editor_note", "note"];
/// Shorter digits than those of any number with an area code would be found in dates and postal codes.
const FEWEST_DIGITS: usize = 9;

/// One number that is known to be wrong.
#[derive(Debug)]
struct Wrong<'a> {
    digits: String,
    number: &'a str,
    right: &'a str,
    /// Wrong only in a row that says this word; empty: wrong everywhere.
    beside: &'a str,
    why: &'a str,
}

/// Says where a number of the table of wrong numbers stands, in any cell that somebody may be shown.
pub fn check(folder: &Folder, findings: &mut Findings) {
    let table = folder.table(&WRONG_NUMBERS);
    let wrong: Vec<Wrong<'_>> = table
        .rows()
        .filter_map(|row| known(row, findings))
        .collect();
    let (own, unused) = (WRONG_NUMBERS.file(), UNUSED.file());
    let others = folder
        .tables()
        .filter(|other| other.file() != own && other.file() != unused);
    for row in others.flat_map(|other| other.rows()) {
        for cell in row.cells().filter(|cell| is_seen(*cell)) {
            let said = digits_of(cell.value);
            for wrong in wrong.iter().filter(|wrong| said.contains(&wrong.digits)) {
                if says(row, wrong.beside) {
                    report(cell, wrong, findings);
                }
            }
        }
    }
}

fn known<'a>(row: Row<'a>, findings: &mut Findings) -> Option<Wrong<'a>> {
    let number = row.cell("number");
    let digits = digits_of(number.value);
    if digits.len() < FEWEST_DIGITS {
        findings.error(
            number,
            said!(
                "まちがった番号として調べるには、桁が足りません。",
                "These are too few digits to look for as a wrong number."
            ),
            said!(
                "市外局番から書いてください。",
                "Write the number with its area code."
            ),
        );
        return None;
    }
    Some(Wrong {
        digits,
        number: number.value,
        right: row.cell("right").value,
        beside: row.cell("beside").value,
        why: row.cell("why").value,
    })
}

fn report(cell: Cell<'_>, wrong: &Wrong<'_>, findings: &mut Findings) {
    let Wrong {
        number, right, why, ..
    } = wrong;
    let what_to_do = if right.is_empty() {
        said!(
            "消して、公式ページで確かめた番号を書いてください（wrong_numbers.csv: {why}）。",
            "Remove it, and write a number checked on the official page (wrong_numbers.csv: {why})."
        )
    } else {
        said!(
            "{right} のことではありませんか。公式ページで確かめてください（wrong_numbers.csv: {why}）。",
            "Did you mean {right}? Check it on the official page (wrong_numbers.csv: {why})."
        )
    };
    findings.error(
        cell,
        said!(
            "まちがいと分かっている番号「{number}」です。",
            "\"{number}\" is known to be a wrong number."
        ),
        what_to_do,
    );
}

fn is_seen(cell: Cell<'_>) -> bool {
    !UNSEEN.contains(&cell.column)
}

fn says(row: Row<'_>, word: &str) -> bool {
    word.is_empty()
        || row
            .cells()
            .any(|cell| is_seen(cell) && cell.value.contains(word))
}

/// The digits of a text, a space between those of different numbers: full-width digits, and hyphens of any kind in them.
fn digits_of(text: &str) -> String {
    let mut found = String::new();
    let mut was_digit = false;
    for character in text.nfkc() {
        if character.is_ascii_digit() {
            found.push(character);
            was_digit = true;
        } else if !is_hyphen(character) || !was_digit {
            if !found.ends_with(' ') && !found.is_empty() {
                found.push(' ');
            }
            was_digit = false;
        }
    }
    found.trim_end().to_owned()
}

fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' | '(' | ')' | '.'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in [
            "0570-000-001",
            "０５７０－０００－００１",
            "電話は0570(000)001です。",
            "0570‐000‐001／平日",
            "0570ー000ー001",
        ] {
            assert!(digits_of(text).contains("0570000001"), "{text}");
        }
    }

    #[test]
    fn two_numbers_are_not_one() {
        assert_eq!(digits_of("0570-000 001と02"), "0570000 001 02");
    }
}
