//! Words to look for, with two wildcards, in texts made comparable.

use domain::text::plain;
use regex_lite::Regex;
use unicode_normalization::UnicodeNormalization;

/// The most characters of a pattern.
const MOST_CHARACTERS: usize = 100;

/// Stands where a text was cut out: no pattern reaches over it.
pub const CUT: char = '\u{1}';

/// Words to look for.
///
/// `*` stands for up to twenty characters of the same sentence, `#` for a number in digits or kanji. Latin letters are found as whole words.
#[derive(Debug)]
pub struct Pattern {
    /// A part that must be there, to look for first: far faster than the rest.
    part: String,
    regex: Regex,
}

/// Why words are no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// Nothing but wildcards.
    #[error("nothing but wildcards")]
    Empty,
    /// Longer than a pattern may be.
    #[error("too long")]
    Long,
}

impl Pattern {
    /// The pattern that these words are.
    ///
    /// # Errors
    /// When they are only wildcards, or too long.
    pub fn new(words: &str) -> Result<Self, Unusable> {
        let words = folded(words);
        let part = words
            .split(['*', '#'])
            .max_by_key(|part| part.trim().len())
            .unwrap_or_default()
            .trim()
            .to_owned();
        if part.is_empty() {
            return Err(Unusable::Empty);
        }
        if words.chars().count() > MOST_CHARACTERS {
            return Err(Unusable::Long);
        }
        let edge = |letter: Option<char>| {
            if letter.is_some_and(|letter| letter.is_ascii_alphanumeric()) {
                r"\b"
            } else {
                ""
            }
        };
        let mut written = edge(words.chars().next()).to_owned();
        for letter in words.chars() {
            match letter {
                '*' => written.push_str("[^。．.!?\u{1}\n]{0,20}?"),
                '#' => written.push_str("[0-9〇一二三四五六七八九十百千万億,.]+"),
                other => written.push_str(&regex_lite::escape(other.encode_utf8(&mut [0; 4]))),
            }
        }
        written.push_str(edge(words.chars().last()));
        let regex = Regex::new(&written).map_err(|_| Unusable::Long)?;
        Ok(Self { part, regex })
    }

    /// What of a folded text is these words; `None` when they do not occur.
    pub fn find<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !text.contains(&self.part) {
            return None;
        }
        self.regex.find(text).map(|found| found.as_str())
    }

    /// The text with every occurrence of these words cut out.
    pub fn cut(&self, text: &str) -> String {
        if !text.contains(&self.part) {
            return text.to_owned();
        }
        self.regex
            .replace_all(text, CUT.encode_utf8(&mut [0; 4]) as &str)
            .into_owned()
    }
}

/// A text as patterns meet it: without furigana, in the normal form for compatible characters (NFKC), in lower case, in hiragana, and without spaces
/// beside Japanese letters, so that none of these hides a word.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in plain(text).nfkc().flat_map(char::to_lowercase) {
        // Zero-width characters.
        if matches!(
            letter,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | CUT
        ) {
            continue;
        }
        if letter.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && letter.is_ascii() && folded.chars().last().is_some_and(|last| last.is_ascii()) {
            folded.push(' ');
        }
        gap = false;
        folded.push(hiragana(letter));
    }
    // What stood apart before a space or a zero-width character went may belong together now.
    folded.nfc().collect()
}

fn hiragana(letter: char) -> char {
    match letter {
        '\u{30a1}'..='\u{30f6}' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(words: &str, text: &str) -> bool {
        Pattern::new(words).unwrap().find(&folded(text)).is_some()
    }

    #[test]
    fn furigana_spaces_width_and_case_hide_nothing() {
        for text in [
            "頑張って",
            "{頑|がん}{張|ば}って",
            "頑 張って",
            "頑\u{200b}張って",
        ] {
            assert!(found("頑張", text), "{text}");
        }
        assert!(found("がんばって", "ｶﾞﾝﾊﾞｯﾃ"));
        assert!(found("no.1", "№1の病院") || found("no1", "№1の病院"));
        assert!(found("best hospital", "The BEST  hospital"));
    }

    #[test]
    fn latin_words_are_found_whole_and_japanese_ones_anywhere() {
        assert!(!found("best", "asbestos"));
        assert!(found("best", "世界bestの病院"));
        assert!(found("治る", "病気が治るまで"));
    }

    #[test]
    fn a_number_is_found_in_digits_and_in_kanji() {
        for text in ["500円", "５００ 円", "1,200円", "三千円", "数万円"] {
            assert!(found("#円", text), "{text}");
        }
        assert!(!found("#円", "円がかかります"));
        assert!(found("¥#", "￥500"));
        assert!(found("# yen", "about 500 yen"));
    }

    #[test]
    fn a_wildcard_stays_in_its_sentence() {
        assert!(found("あなたは*がんです", "あなたはきっとがんです。"));
        assert!(!found("あなたは*がんです", "あなたは話せます。がんです。"));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for words in ["", "*", " # * "] {
            assert_eq!(Pattern::new(words).err(), Some(Unusable::Empty), "{words}");
        }
        assert_eq!(Pattern::new(&"あ".repeat(101)).err(), Some(Unusable::Long));
    }

    proptest! {
        #[test]
        fn any_words_without_wildcards_are_found_in_themselves(words in "[^*#]{1,20}") {
            let text = folded(&words);
            if let Ok(pattern) = Pattern::new(&words) {
                prop_assert_eq!(pattern.find(&text), Some(text.as_str()));
                prop_assert!(pattern.find(&pattern.cut(&text)).is_none());
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in ".{0,30}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
