//! Free text of a source made fit for the tables: one line, no tags, no amounts of money.

use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// A cell as one line without HTML tags, with half-width letters, digits and hyphens.
///
/// Kanji stay as they are: NFKC would change variants that stand in names.
pub fn clean(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        plain.push(' ');
        // Without its end it is no tag but a sign; either way the tables may not hold it.
        rest = tag.split_once('>').map_or(tag, |(_, after)| after);
    }
    plain.push_str(rest);
    let narrow: String = plain.chars().map(narrow).filter(|c| *c != '>').collect();
    narrow.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn narrow(character: char) -> char {
    match character {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '－' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{200b}' | '\u{feff}' => ' ',
        control if control.is_control() => ' ',
        other => other,
    }
}

/// The text without the sentences that name an amount of yen, or `None` when there were none.
///
/// Source: `content/README.md`: amounts stand nowhere but in an entry's or event's own `fee`.
pub fn without_amounts(text: &str) -> Option<String> {
    has_amount(text).then(|| {
        text.split_inclusive(['。', '\n', '；'])
            .filter(|sentence| !has_amount(sentence))
            .collect()
    })
}

/// A name as it may stand in the tables; empty where nothing of it may.
pub fn name(text: &str) -> String {
    let name = clean(text);
    without_amounts(&name).unwrap_or(name)
}

fn has_amount(text: &str) -> bool {
    let folded: Vec<char> = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    folded.windows(2).any(|pair| match pair {
        [before, '円'] => before.is_ascii_digit() || "十百千万億".contains(*before),
        ['¥', after] => after.is_ascii_digit(),
        _ => false,
    })
}

/// A text without what people write now one way, now another: width, spaces, hyphens, case.
pub fn fold(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '−' | '–' | '—' | 'ー' | '・'))
        .collect()
}

/// A fixed short name for a text: the same text always gives the same sixteen letters and digits.
pub fn fingerprint(text: &str) -> String {
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_URL, text.as_bytes());
    uuid.simple().to_string().chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_line_breaks_and_wide_letters_are_made_plain() {
        assert_eq!(clean("見本<br>Ａ１\r\n　二行目 "), "見本 A1 二行目");
        assert_eq!(clean("5 < 6"), "5 6");
    }

    #[test]
    fn sentences_with_amounts_are_left_out() {
        let text = "見本の助成です。上限は２万円です。１回だけです。";
        assert_eq!(
            without_amounts(text).as_deref(),
            Some("見本の助成です。１回だけです。")
        );
        assert_eq!(without_amounts("市内一円が対象です。"), None);
        assert_eq!(without_amounts("￥500").as_deref(), Some(""));
    }

    #[test]
    fn the_same_place_written_in_two_ways_folds_to_the_same() {
        assert_eq!(fold("見本 クリニック１−２"), fold("見本クリニック1-2"));
    }

    proptest! {
        #[test]
        fn a_clean_cell_is_one_line_without_tags_and_stays_so(text in any::<String>()) {
            let once = clean(&text);
            prop_assert!(!once.contains(['<', '>', '\n', '\r', '\t']));
            prop_assert_eq!(clean(&once), once.clone());
        }

        #[test]
        fn what_is_left_of_a_text_names_no_amount(text in "[0-9円万。見本 ]{0,30}") {
            if let Some(left) = without_amounts(&text) {
                // Sentences that stood apart must not make an amount when they come together.
                prop_assert!(left.split_inclusive('。').all(|sentence| !has_amount(sentence)));
            }
        }
    }
}
