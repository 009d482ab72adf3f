//! Numbers and addresses by which a place is reached, in the form the tables ask for.

use unicode_normalization::UnicodeNormalization;

use super::report::Repair;
use super::value::Repaired;

/// The phone numbers in a cell, in order; what is not a Japanese number is left out and counted.
///
/// Source: 総務省 電気通信番号計画: 10 or 11 digits from 0.
pub fn phones(text: &str, repairs: &mut Vec<Repair>) -> Vec<String> {
    let text: String = text.nfkc().collect();
    let mut numbers = Vec::new();
    for part in text
        .split([';', ',', '、', '/', '\n'])
        .filter(|part| !part.trim().is_empty())
    {
        match phone(part) {
            Some((number, repair)) => {
                repairs.extend(repair);
                numbers.push(number);
            }
            None => repairs.push(Repair::PhoneDropped),
        }
    }
    numbers
}

fn phone(text: &str) -> Option<Repaired<String>> {
    let hyphens: String = without_note(text)
        .chars()
        .map(|c| match c {
            '‐' | '−' | '–' | '—' | 'ー' | '─' | ')' | '(' | ' ' => '-',
            other => other,
        })
        .collect();
    let groups: Vec<&str> = hyphens
        .split('-')
        .filter(|group| !group.is_empty())
        .collect();
    let number = groups.join("-");
    let is_plain = number.chars().all(|c| c.is_ascii_digit() || c == '-');
    let n_digits = number.bytes().filter(u8::is_ascii_digit).count();
    if !is_plain {
        return None;
    }
    match (number.starts_with('0'), n_digits) {
        (true, 10 | 11) => Some((number, None)),
        // A spreadsheet takes the zero from a number without hyphens.
        (false, 9) if groups.len() == 1 => Some((format!("0{number}"), Some(Repair::PhoneZero))),
        (false, 10)
            if groups.len() == 1
                && number.starts_with(['5', '7', '8', '9'])
                && number.get(1..2) == Some("0") =>
        {
            Some((format!("0{number}"), Some(Repair::PhoneZero)))
        }
        _ => None,
    }
}

/// The text without a remark in brackets at its end, as in `03-0000-0000(代表)`.
fn without_note(text: &str) -> &str {
    let text = text.trim();
    match text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    {
        Some((number, note)) if !note.contains(|c: char| c.is_ascii_digit()) => number.trim(),
        _ => text,
    }
}

/// The first web address in a cell; a title before it (`案内:https://…`) is left aside.
pub fn url(text: &str) -> Option<String> {
    let text: String = text.nfkc().collect();
    let start = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| text.find(scheme))
        .min()?;
    let url: String = text
        .get(start..)?
        .chars()
        .take_while(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(
                    c,
                    '"' | '\'' | '<' | '>' | '`' | '\\' | ';' | '、' | '」' | ')'
                )
        })
        .collect();
    let host = url.split_once("://").map_or("", |(_, rest)| rest);
    (host.contains('.') && !host.starts_with('.')).then_some(url)
}

/// The mail address in a cell.
pub fn email(text: &str) -> Option<String> {
    let text: String = text.trim().nfkc().collect();
    let (name, host) = text.split_once('@')?;
    let is_plain = text
        .chars()
        .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | ',' | ';'));
    (is_plain && !name.is_empty() && host.contains('.')).then_some(text)
}

/// The postal code in a cell as `123-4567`; a lost first zero is put back.
pub fn postal_code(text: &str) -> Option<String> {
    let text: String = text
        .nfkc()
        .filter(|c| !matches!(c, '〒' | '-' | '‐' | '−' | 'ー' | ' '))
        .collect();
    let is_code = matches!(text.len(), 6 | 7) && text.bytes().all(|byte| byte.is_ascii_digit());
    let padded = format!("{text:0>7}");
    let (area, town) = padded.split_at_checked(3)?;
    is_code.then(|| format!("{area}-{town}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_brought_into_one_form() {
        for (text, expected) in [
            ("０５４（０００）００００", vec!["054-000-0000"]),
            (
                "054-000-0000;054−000−0001",
                vec!["054-000-0000", "054-000-0001"],
            ),
            ("540000000", vec!["0540000000"]),
            ("9000000000", vec!["09000000000"]),
            ("054-000-0000（代表）", vec!["054-000-0000"]),
            ("見本課まで", vec![]),
            ("5.4E+08", vec![]),
        ] {
            assert_eq!(phones(text, &mut Vec::new()), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_one_is_counted() {
        let mut repairs = Vec::new();
        phones("見本 054-000", &mut repairs);
        assert_eq!(repairs, [Repair::PhoneDropped]);
    }

    #[test]
    fn a_web_address_is_found_behind_its_title() {
        assert_eq!(
            url("見本のページ:https://example.jp/a;別:https://example.jp/b").as_deref(),
            Some("https://example.jp/a")
        );
        assert_eq!(url("www.example.jp"), None);
        assert_eq!(url("https://"), None);
    }

    #[test]
    fn postal_codes_get_their_hyphen_and_their_zero() {
        assert_eq!(postal_code("〒４０００００１").as_deref(), Some("400-0001"));
        assert_eq!(postal_code("600000").as_deref(), Some("060-0000"));
        assert_eq!(postal_code("見本"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_taken_over_has_the_form_of_the_tables(text in any::<String>()) {
            for number in phones(&text, &mut Vec::new()) {
                prop_assert!(number.starts_with('0') && number.chars().all(|c| c.is_ascii_digit() || c == '-'));
            }
            if let Some(url) = url(&text) {
                prop_assert!(url.starts_with("http") && !url.contains(char::is_whitespace));
            }
            if let Some(code) = postal_code(&text) {
                prop_assert_eq!(code.len(), 8);
            }
            email(&text);
        }
    }
}
