//! Phone numbers: their shape, and whether they can stand where the row says.

use domain::directory::{Phone, Prefecture};

use super::area_code::{codes_of, prefectures_of};
use crate::finding::Findings;
use crate::said;
use crate::table::Cell;

/// Three-digit numbers that a person dials for help or advice.
///
/// Source: 総務省 電気通信番号計画, 1XY numbers: 警察, 海上保安, 消防, 災害用伝言, 消費者, 児童相談.
const SHORT: [&str; 6] = ["110", "118", "119", "171", "188", "189"];

/// Numbers that stand nowhere: how they begin, how many digits they have, and how their groups may be written.
///
/// Source: 総務省 電気通信番号計画: 0120 and 0800 (free), 0570 (navi-dial), 050 (IP), 0A0 (mobile).
const NOWHERE: [(&str, usize, &[&[usize]]); 8] = [
    ("0120", 10, &[&[4, 3, 3], &[4, 2, 4], &[4, 6]]),
    ("0570", 10, &[&[4, 3, 3], &[4, 2, 4], &[4, 6]]),
    ("0800", 11, &[&[4, 3, 4]]),
    ("050", 11, &[&[3, 4, 4]]),
    ("060", 11, &[&[3, 4, 4]]),
    ("070", 11, &[&[3, 4, 4]]),
    ("080", 11, &[&[3, 4, 4]]),
    ("090", 11, &[&[3, 4, 4]]),
];

/// What kind of number it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Three digits, the same everywhere.
    Short,
    /// Dialed from anywhere; its groups may be written in these ways.
    Nowhere(&'static [&'static [usize]]),
    /// Of one of these areas, which can all begin so.
    Areas(Vec<String>),
}

/// The number in a cell as it may be shown; `None` when there is none or, with an error, none that can be dialed.
pub fn phone(
    cell: Cell<'_>,
    extension: Cell<'_>,
    note: Cell<'_>,
    findings: &mut Findings,
) -> Option<Phone> {
    if cell.is_empty() {
        if !note.is_empty() {
            findings.warning(
                note,
                said!(
                    "番号がないのに、番号の説明があります。",
                    "There is a note on a number, but no number."
                ),
                said!(
                    "番号を入れるか、説明を消してください。",
                    "Enter the number or remove the note."
                ),
            );
        }
        return None;
    }
    check_number(cell, findings).then(|| Phone {
        digits: cell.value.to_owned(),
        extension: extension.value.to_owned(),
        note: note.value.to_owned(),
    })
}

/// Whether a cell holds a Japanese phone or fax number; says so if not, and if its hyphens are not where they belong.
///
/// Source: 総務省 電気通信番号計画: 10 digits with an area code of 2 to 5, 11 digits for mobile, IP and 0800 numbers, or three digits.
pub fn check_number(cell: Cell<'_>, findings: &mut Findings) -> bool {
    let Some(kind) = kind_of(cell.value) else {
        findings.error(
            cell,
            said!("電話番号の形ではありません。", "This is not a phone number."),
            said!(
                "市外局番から、半角の数字とハイフンで、番号を一つだけ書いてください（市外局番と 0120、0570 は10桁、050 と携帯と 0800 は11桁）。説明は phone_note に書きます。",
                "Write one number with its area code, digits and hyphens only (10 digits; 11 for 050, mobile and 0800 numbers). Explanations go to phone_note."
            ),
        );
        return false;
    };
    note_groups(cell, &kind, findings);
    true
}

/// Says that a number belongs to another prefecture than its row.
pub fn check_prefecture(cell: Cell<'_>, prefecture: Prefecture, findings: &mut Findings) {
    let Some(Kind::Areas(codes)) = kind_of(cell.value) else {
        return;
    };
    // As written, if the first group is an area code; else every area that begins so.
    let written = cell.value.split('-').next().unwrap_or_default();
    let codes: Vec<&str> = match codes.iter().find(|code| *code == written) {
        Some(code) => vec![code],
        None => codes.iter().map(String::as_str).collect(),
    };
    let mut places = codes
        .iter()
        .filter_map(|code| prefectures_of(code))
        .flatten();
    if !places.any(|place| *place == prefecture) {
        let code = codes.first().copied().unwrap_or_default();
        findings.warning(
            cell,
            said!(
                "市外局番 {code} は、この行の都道府県（{prefecture}）の番号ではありません。",
                "The area code {code} is not one of this row's prefecture ({prefecture})."
            ),
            said!(
                "出典で番号と都道府県を確かめてください。県外の事務局などで正しければ、0120 などの番号に替えるか、公式ページだけにできないか考えてください。",
                "Check number and prefecture against the source. If an office elsewhere really answers, see whether a 0120 number or the page alone can stand here."
            ),
        );
    }
}

fn kind_of(number: &str) -> Option<Kind> {
    if SHORT.contains(&number) {
        return Some(Kind::Short);
    }
    let is_plain = number
        .chars()
        .all(|character| character.is_ascii_digit() || character == '-')
        && number.split('-').all(|group| !group.is_empty());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if !is_plain {
        return None;
    }
    let nowhere = NOWHERE
        .iter()
        .find(|(start, length, _)| digits.starts_with(start) && digits.len() == *length);
    if let Some((_, _, groups)) = nowhere {
        return Some(Kind::Nowhere(groups));
    }
    // 0120 begins like the area code 0120… of nobody, 050 like 0500…: what begins so is nothing else.
    let is_area =
        digits.len() == 10 && !NOWHERE.iter().any(|(start, ..)| digits.starts_with(start));
    let codes = codes_of(&digits);
    (is_area && !codes.is_empty())
        .then(|| Kind::Areas(codes.into_iter().map(str::to_owned).collect()))
}

/// A note where the hyphens do not separate area, exchange and line.
fn note_groups(cell: Cell<'_>, kind: &Kind, findings: &mut Findings) {
    let groups: Vec<usize> = cell.value.split('-').map(str::len).collect();
    let digits: String = cell.value.chars().filter(char::is_ascii_digit).collect();
    let better = match kind {
        Kind::Short => return,
        Kind::Nowhere(ways) if ways.contains(&groups.as_slice()) => return,
        Kind::Nowhere(ways) => ways.first().map(|way| grouped(&digits, way)),
        Kind::Areas(codes) => {
            let ways = codes.iter().map(|code| [code.len(), 6 - code.len(), 4]);
            if { ways.clone() }.any(|way| way == groups.as_slice()) {
                return;
            }
            ways.map(|way| grouped(&digits, &way)).next()
        }
    };
    let better = better.unwrap_or_default();
    findings.note(
        cell,
        said!(
            "ハイフンの位置が市外局番と合いません。",
            "The hyphens are not where the area code ends."
        ),
        said!(
            "{better} と書くと読みやすくなります。",
            "{better} is easier to read."
        ),
    );
}

fn grouped(digits: &str, lengths: &[usize]) -> String {
    let mut rest = digits;
    let mut groups = Vec::with_capacity(lengths.len());
    for length in lengths {
        let (group, after) = rest.split_at_checked(*length).unwrap_or((rest, ""));
        groups.push(group);
        rest = after;
    }
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn cell(value: &str) -> Cell<'_> {
        Cell {
            file: "見本.csv",
            row: 2,
            column: "phone",
            value,
        }
    }

    fn found(value: &str) -> Vec<(Severity, String)> {
        let mut findings = Findings::default();
        check_number(cell(value), &mut findings);
        let found = findings.sorted().into_iter();
        found
            .map(|finding| (finding.severity, finding.what_to_do.en))
            .collect()
    }

    fn is_elsewhere(value: &str, prefecture: u8) -> bool {
        let mut findings = Findings::default();
        check_prefecture(
            cell(value),
            Prefecture::new(prefecture).unwrap(),
            &mut findings,
        );
        !findings.sorted().is_empty()
    }

    #[test]
    fn numbers_of_the_plan_are_numbers() {
        for number in [
            "119",
            "188",
            "03-0000-0000",
            "04-0000-0000",
            "054-000-0000",
            "0545-00-0000",
            "04992-0-0000",
            "0120-000-000",
            "0120-00-0000",
            "0570-000000",
            "0800-000-0000",
            "050-0000-0000",
            "090-0000-0000",
        ] {
            assert_eq!(found(number), [], "{number}");
        }
    }

    #[test]
    fn other_numbers_are_errors() {
        for number in [
            "111",
            "054-000-000",
            "054-000-00000",
            "0120-000-0000",
            "050-000-0000",
            "090-000-0000",
            "0200-00-0000",
            "-054-000-0000",
            "054--000-0000",
            "+81-54-000-0000",
            "054(000)0000",
            "０５４-000-0000",
        ] {
            let found = found(number);
            assert!(
                matches!(found.as_slice(), [(Severity::Error, _)]),
                "{number} {found:?}"
            );
        }
    }

    #[test]
    fn hyphens_in_other_places_are_noted_with_the_usual_form() {
        for (number, better) in [
            ("054-0000-000", "054-000-0000"),
            ("0540-00-0000", "054-000-0000"),
            ("0540000000", "054-000-0000"),
            ("0545-000-000", "0545-00-0000"),
            ("0120000000", "0120-000-000"),
            ("090-000-00000", "090-0000-0000"),
        ] {
            let expected = format!("{better} is easier to read.");
            assert_eq!(found(number), [(Severity::Note, expected)], "{number}");
        }
    }

    #[test]
    fn an_area_code_belongs_to_its_prefectures_only() {
        assert!(!is_elsewhere("054-000-0000", 22));
        assert!(is_elsewhere("054-000-0000", 13));
        // 0942 is used on both sides of the border of 福岡 and 佐賀.
        assert!(!is_elsewhere("0942-00-0000", 40));
        assert!(!is_elsewhere("0942-00-0000", 41));
        assert!(is_elsewhere("0942-00-0000", 43));
    }

    #[test]
    fn a_number_that_stands_nowhere_may_stand_anywhere() {
        for number in [
            "119",
            "0120-000-000",
            "0570-000-000",
            "050-0000-0000",
            "090-0000-0000",
        ] {
            assert!(!is_elsewhere(number, 22), "{number}");
        }
    }

    #[test]
    fn a_number_without_hyphens_is_of_any_area_that_begins_so() {
        // 0154 is 釧路, 015 also; 042 is in 東京, 埼玉 and 神奈川, 0428 in 東京 and 山梨.
        assert!(!is_elsewhere("0428000000", 19));
        assert!(!is_elsewhere("0428000000", 11));
        assert!(is_elsewhere("042-800-0000", 19));
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_check(text in "[-0-9０ ()+あ]{0,14}") {
            found(&text);
            is_elsewhere(&text, 22);
        }
    }
}
