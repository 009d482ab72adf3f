//! The form of single texts: furigana in its place, short sentences, translations that are translations.

use domain::text::{Lang, plain};

use super::slots::{is_fixed, is_name};
use super::strings::{Saying, sentences};
use super::wording::{Piece, is_kana, is_kanji, pieces};
use crate::finding::Findings;
use crate::said;

/// The most characters of a sentence of やさしい日本語, without furigana.
///
/// Source: 東京大学「わかりやすい資料にするためのチェックリスト」②: 40 characters for everybody, and 24 to 30 for やさしい日本語. The names of the desks,
/// which stay as they are, take ten to twenty of them; so a sentence is pointed out above the limit for everybody.
pub const MOST_CHARACTERS: usize = 40;

/// The most characters of a fixed sentence in Japanese: it must be read in a crisis, and be easy to review.
pub const MOST_OF_A_FIXED: usize = 100;

/// Checks the form of these texts.
pub fn check(sayings: &[Saying<'_>], findings: &mut Findings) {
    for saying in sayings {
        for lang in Lang::ALL {
            furigana(saying, lang, findings);
            translation(saying, lang, findings);
        }
        length(saying, findings);
    }
}

fn furigana(saying: &Saying<'_>, lang: Lang, findings: &mut Findings) {
    let cell = saying.wording.cell(lang);
    let has_ruby = pieces(cell.value)
        .unwrap_or_default()
        .iter()
        .any(|piece| matches!(piece, Piece::Ruby(..)));
    if has_ruby && lang != Lang::JaEasy {
        findings.error(
            cell,
            said!(
                "ふりがなは、やさしい日本語（ja-x-easy）だけに付けます。",
                "Only やさしい日本語 (ja-x-easy) has furigana."
            ),
            said!(
                "{{漢字|かんじ}} を、漢字だけにしてください。",
                "Write the kanji alone in place of {{漢字|かんじ}}."
            ),
        );
    }
}

fn length(saying: &Saying<'_>, findings: &mut Findings) {
    let cell = saying.wording.cell(Lang::JaEasy);
    let longest = sentences(cell.value, Lang::JaEasy)
        .into_iter()
        .map(|sentence| sentence.chars().count())
        .max();
    if let Some(n_characters) = longest.filter(|n_characters| *n_characters > MOST_CHARACTERS) {
        findings.warning(
            cell,
            said!(
                "{n_characters} 文字の文があります。やさしい日本語は {MOST_CHARACTERS} 文字までです。",
                "A sentence has {n_characters} characters; in やさしい日本語 {MOST_CHARACTERS} are the most."
            ),
            said!("二つの文に分けてください。", "Make two sentences of it."),
        );
    }
    let japanese = saying.wording.ja();
    let n_characters = plain(japanese.value).chars().count();
    if is_fixed(&saying.key) && n_characters > MOST_OF_A_FIXED {
        findings.warning(
            japanese,
            said!(
                "つらいときや同意の画面の決まった文（crisis-）は、短くします。今は {n_characters} 文字です。",
                "The fixed sentences (crisis-) are short; this one has {n_characters} characters."
            ),
            said!(
                "{MOST_OF_A_FIXED} 文字までにしてください。",
                "Keep to {MOST_OF_A_FIXED} characters."
            ),
        );
    }
}

/// A text that equals the Japanese or English one was not translated, unless it is a name, or has no letters of that language.
fn translation(saying: &Saying<'_>, lang: Lang, findings: &mut Findings) {
    let own = saying.wording.cell(lang);
    if own.is_empty() || is_name(saying.sheet, &saying.key) {
        return;
    }
    for other in [Lang::Ja, Lang::En] {
        let is_copy = lang > other && own.value == saying.wording.cell(other).value;
        let has = |is_of: fn(char) -> bool| own.value.chars().any(is_of);
        let may_be = match (lang, other) {
            // The kanji would lack their furigana.
            (Lang::JaEasy, Lang::Ja) => !has(is_kanji),
            (_, Lang::En) => !has_letters(own.value) || is_borrowed(own.value, lang),
            // Some words are written alike in Chinese and in Japanese; kana are not.
            (Lang::ZhHans, _) => !has(is_kana),
            (_, _) => !has(is_japanese),
        };
        if is_copy && !may_be {
            let (ja, en) = if other == Lang::En {
                ("英語", "English")
            } else {
                ("日本語", "Japanese")
            };
            findings.error(
                own,
                said!("{ja}の文と同じです。", "It is the {en} text."),
                said!(
                    "この言語で書いてください。まだなら、空のままにします。",
                    "Write it in this language; leave it empty until then."
                ),
            );
        }
    }
}

/// Whether there are Latin letters outside placeholders.
fn has_letters(text: &str) -> bool {
    let is_latin = |piece: &Piece<'_>| match piece {
        Piece::Plain(text) => text.chars().any(|letter| letter.is_ascii_alphabetic()),
        Piece::Ruby(..) | Piece::Placeholder(_) => false,
    };
    pieces(text).unwrap_or_default().iter().any(is_latin)
}

/// The most words of a name that a language takes over from English.
const MOST_BORROWED: usize = 5;

/// Whether these words, which are the English ones, may be said so in a language: names and single words that it took over, never a sentence.
fn is_borrowed(text: &str, lang: Lang) -> bool {
    // What stands in brackets is Japanese, for the desk.
    let name = text.split(['(', '（']).next().unwrap_or_default();
    match lang {
        Lang::Vi | Lang::PtBr | Lang::Tl => {
            name.split_whitespace().count() <= MOST_BORROWED && !name.contains(['.', '?', ','])
        }
        // The name of the language itself, with the English beside it.
        Lang::Ko => text
            .chars()
            .any(|letter| matches!(letter, '\u{ac00}'..='\u{d7a3}')),
        Lang::Ne => text
            .chars()
            .any(|letter| matches!(letter, '\u{900}'..='\u{97f}')),
        Lang::Ja | Lang::JaEasy | Lang::En | Lang::ZhHans => false,
    }
}

fn is_japanese(letter: char) -> bool {
    is_kanji(letter) || (is_kana(letter) && !letter.is_whitespace())
}
