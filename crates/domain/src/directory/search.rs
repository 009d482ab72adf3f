//! Finding entries by what a person types: a part of a name, of its reading, or of a place.

use memchr::memmem::Finder;

use super::Entry;

/// What can be searched of many entries, folded once.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The folded entries, each with [`END`] behind it.
    text: String,
    /// Where each entry ends in `text`, behind its [`END`].
    ends: Vec<usize>,
}

/// Stands between entries and between their parts; no folded text holds it, so no match reaches across.
const END: char = '\n';

impl Index {
    /// The index of these entries, in their order.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut index = Self::default();
        for entry in entries {
            index.add(entry);
        }
        index
    }

    fn add(&mut self, entry: &Entry) {
        let start = self.text.len();
        let parts = [
            &entry.name,
            &entry.kana,
            &entry.alias,
            &entry.organization,
            &entry.municipality,
            &entry.address,
        ];
        for part in parts {
            let folded = folded(part);
            // A hospital's name is often said three times over; once is enough to be found.
            let is_new = self
                .text
                .get(start..)
                .is_some_and(|known| !known.contains(&folded));
            if is_new {
                self.text.push_str(&folded);
                self.text.push(END);
            }
        }
        self.text.push(END);
        self.ends.push(self.text.len());
    }

    /// How many entries can be found.
    pub fn n_entries(&self) -> usize {
        self.ends.len()
    }

    /// The places of the entries that hold every word of `query`, ascending; all of them for an empty one.
    ///
    /// Width, case, and hiragana or katakana make no difference.
    pub fn places(&self, query: &str) -> Vec<usize> {
        let mut words = query
            .split_whitespace()
            .map(folded)
            .filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            return (0..self.ends.len()).collect();
        };
        let mut found = self.places_of(&first);
        for word in words {
            found.retain(|place| self.entry(*place).contains(&word));
        }
        found
    }

    /// The places of the entries that hold a folded word.
    fn places_of(&self, word: &str) -> Vec<usize> {
        let finder = Finder::new(word);
        let mut found = Vec::new();
        let mut ends = self.ends.iter().enumerate();
        let mut start = 0;
        while let Some(at) = self
            .text
            .as_bytes()
            .get(start..)
            .and_then(|rest| finder.find(rest))
        {
            let Some((place, end)) = ends.find(|(_, end)| start + at < **end) else {
                break;
            };
            found.push(place);
            start = *end;
        }
        found
    }

    fn entry(&self, place: usize) -> &str {
        let start = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or_default();
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// A text as it is compared: narrow Latin letters and digits in lower case, hiragana, nothing between words.
///
/// Source: Unicode, Halfwidth and Fullwidth Forms, Katakana, Hiragana.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        let narrow = match u32::from(character) {
            wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(character),
            half @ 0xFF66..=0xFF9D => full_kana(half),
            _ => character,
        };
        match narrow {
            '\u{FF9E}' | '\u{3099}' | '゛' => voice(&mut folded, 1),
            '\u{FF9F}' | '\u{309A}' | '゜' => voice(&mut folded, 2),
            'ァ'..='ヶ' => {
                folded.push(char::from_u32(u32::from(narrow) - 0x60).unwrap_or(narrow));
            }
            _ if is_between(narrow) => {}
            _ => folded.extend(narrow.to_lowercase()),
        }
    }
    folded
}

/// The katakana of a half-width one.
fn full_kana(half: u32) -> char {
    const FULL: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    usize::try_from(half - 0xFF66)
        .ok()
        .and_then(|place| FULL.chars().nth(place))
        .unwrap_or('ー')
}

/// Turns the last kana into its voiced form; `by` is 1 for ゛ and 2 for ゜.
fn voice(text: &mut String, by: u32) {
    let Some(last) = text.pop() else { return };
    let voiced = match (last, by) {
        ('う', 1) => Some('ゔ'),
        ('か'..='ぢ' | 'つ'..='ど', 1) | ('は'..='ほ', 1 | 2) => {
            char::from_u32(u32::from(last) + by)
        }
        _ => None,
    };
    text.push(voiced.unwrap_or(last));
}

/// What stands between words and is not typed by everybody.
fn is_between(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '・' | '･'
                | '-'
                | '‐'
                | '−'
                | '–'
                | '—'
                | '.'
                | ','
                | '、'
                | '。'
                | '('
                | ')'
                | '「'
                | '」'
                | '\''
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Kind;
    use crate::directory::tests::sample;
    use proptest::prelude::*;

    fn entry(name: &str, kana: &str, municipality: &str) -> Entry {
        Entry {
            name: name.to_owned(),
            kana: kana.to_owned(),
            municipality: municipality.to_owned(),
            address: String::new(),
            ..sample("entry", Kind::Salon)
        }
    }

    fn index() -> Index {
        Index::new(&[
            entry("見本がんセンター", "ミホンガンセンター", "見本市"),
            entry(
                "見本第二病院 ＡＹＡサロン",
                "みほんだいにびょういん",
                "見本町",
            ),
            entry("ひまわり会", "", "見本市"),
        ])
    }

    #[test]
    fn a_name_is_found_in_every_width_case_and_kana() {
        let index = index();
        for query in [
            "がんせんたー",
            "ガンセンター",
            "ｶﾞﾝｾﾝﾀｰ",
            "みほんがん",
            "見本がん",
        ] {
            assert_eq!(index.places(query), [0], "{query}");
        }
        for query in ["aya", "ＡＹＡ", "Ayaさろん", "ＡＹＡ・サロン"] {
            assert_eq!(index.places(query), [1], "{query}");
        }
    }

    #[test]
    fn every_word_must_be_there() {
        let index = index();
        assert_eq!(index.places("見本市"), [0, 2]);
        assert_eq!(index.places("見本市　ひまわり"), [2]);
        assert_eq!(index.places("見本市 サロン"), [] as [usize; 0]);
    }

    #[test]
    fn nothing_typed_finds_all() {
        assert_eq!(index().places(" 　"), [0, 1, 2]);
        assert_eq!(index().places("・"), [0, 1, 2]);
    }

    #[test]
    fn a_match_does_not_reach_from_one_part_into_the_next() {
        assert_eq!(index().places("センターみほん"), [] as [usize; 0]);
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in "[ぁ-ゖァ-ヺｦ-ﾟa-zA-ZＡ-Ｚ０-９ー・ 　一-龠]{0,20}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn every_part_of_a_name_finds_it(name in "[ぁ-んァ-ンA-Z一-龠]{1,12}", from in 0..12_usize, n in 1..12_usize) {
            let part: String = name.chars().skip(from).take(n).collect();
            let index = Index::new(&[entry("別の見本", "", ""), entry(&name, "", "")]);
            prop_assert!(index.places(&part).contains(&1));
        }
    }
}
