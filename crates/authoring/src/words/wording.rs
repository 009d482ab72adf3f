//! One text in all its languages, and how a single text may look.

use domain::text::{self, Lang, Text, Told};

use crate::table::{Cell, Row};

/// The columns of a text, one for each of [`Lang::ALL`].
pub type Columns = [&'static str; Lang::ALL.len()];

macro_rules! columns {
    ($stem:literal) => {
        [
            concat!($stem, "ja"),
            concat!($stem, "ja-x-easy"),
            concat!($stem, "en"),
            concat!($stem, "zh-Hans"),
            concat!($stem, "ko"),
            concat!($stem, "vi"),
            concat!($stem, "pt-BR"),
            concat!($stem, "tl"),
            concat!($stem, "ne"),
        ]
    };
}

/// A row of `text` or `needs`.
pub const PLAIN: Columns = columns!("");
/// The label of a question or choice.
pub const LABEL: Columns = columns!("label::");
/// The hint of a question.
pub const HINT: Columns = columns!("hint::");
/// What is said when an answer does not fulfill the constraint.
pub const CONSTRAINT: Columns = columns!("constraint_message::");

/// One text in all its languages; an empty cell is a gap.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    row: Row<'a>,
    columns: Columns,
}

impl<'a> Wording<'a> {
    /// The text in these columns of a row.
    pub fn of(row: Row<'a>, columns: Columns) -> Self {
        Self { row, columns }
    }

    /// The row it stands in.
    pub fn row(self) -> Row<'a> {
        self.row
    }

    /// The column of a language.
    pub fn column(self, lang: Lang) -> &'static str {
        // `Columns` has one for each language, in their order.
        self.columns.get(lang as usize).copied().unwrap_or_default()
    }

    /// The cell of a language.
    pub fn cell(self, lang: Lang) -> Cell<'a> {
        self.row.cell(self.column(lang))
    }

    /// The Japanese cell.
    pub fn ja(self) -> Cell<'a> {
        self.cell(Lang::Ja)
    }

    /// The text in a language, or in Japanese where it has a gap.
    ///
    /// Whoever reads another language reads やさしい日本語 with its furigana more easily, and can read it out at a desk.
    ///
    /// Source: 出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」(2020-08).
    pub fn text(self, lang: Lang) -> Text {
        let own = self.cell(lang).value;
        let ja = self.ja().value;
        let easy = self.cell(Lang::JaEasy).value;
        let (text, told) = if !own.is_empty() || ja.is_empty() {
            (own, Told::Own)
        } else if easy.is_empty() {
            (ja, Told::Gap)
        } else {
            (easy, Told::Gap)
        };
        Text {
            text: text.to_owned(),
            told,
        }
    }

    /// The text in a language that nobody has reviewed: with the Japanese beside it, unless the words are the same but for their furigana.
    pub fn draft(self, lang: Lang) -> Text {
        let own = self.text(lang);
        let ja = self.ja().value;
        match own.told {
            Told::Own if text::plain(&own.text) != ja => Text {
                text: [&one_line(&own.text), "\n", &one_line(ja)].concat(),
                told: Told::Draft,
            },
            Told::Own | Told::Gap | Told::Draft => own,
        }
    }
}

/// The text with its line breaks as spaces: between a draft and the Japanese there is one.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// A piece of a text as its braces divide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text without braces.
    Plain(&'a str),
    /// `{base|reading}`
    Ruby(&'a str, &'a str),
    /// `{name}`
    Placeholder(&'a str),
}

/// The braces of a text make no sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("braces that are neither furigana nor a placeholder")]
pub struct Malformed;

/// The pieces of a text.
///
/// # Errors
/// When a brace or bar belongs to no `{base|reading}` and no `{name}`.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Malformed> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        found.push(plain(before)?);
        let (inside, after) = after.split_once('}').ok_or(Malformed)?;
        found.push(braced(inside)?);
        rest = after;
    }
    found.push(plain(rest)?);
    found.retain(|piece| *piece != Piece::Plain(""));
    Ok(found)
}

fn plain(text: &str) -> Result<Piece<'_>, Malformed> {
    if text.contains(['}', '|']) {
        Err(Malformed)
    } else {
        Ok(Piece::Plain(text))
    }
}

fn braced(inside: &str) -> Result<Piece<'_>, Malformed> {
    let is_name = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let is_part = |text: &str| !text.trim().is_empty() && !text.contains(['{', '|']);
    match inside.split_once('|') {
        None if is_name(inside) => Ok(Piece::Placeholder(inside)),
        Some((base, reading)) if is_part(base) && is_part(reading) => {
            Ok(Piece::Ruby(base, reading))
        }
        None | Some(_) => Err(Malformed),
    }
}

/// Whether it is a kanji, or the mark that repeats one.
pub fn is_kanji(character: char) -> bool {
    matches!(
        character,
        '々' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'
    )
}

/// Whether it may stand in a reading.
pub fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '・' | ' ' | '　')
}

/// Whether there is an HTML tag, or what a browser could take for one.
pub fn has_tag(text: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        after.starts_with(|character: char| {
            character.is_ascii_alphabetic() || matches!(character, '/' | '!' | '?')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn furigana_and_placeholders_are_told_apart() {
        assert_eq!(
            pieces("{病院|びょういん}は{n}か所"),
            Ok(vec![
                Piece::Ruby("病院", "びょういん"),
                Piece::Plain("は"),
                Piece::Placeholder("n"),
                Piece::Plain("か所"),
            ])
        );
    }

    #[test]
    fn braces_that_make_no_sense_are_refused() {
        for text in [
            "{病院|びょういん",
            "病院|びょういん}",
            "{病院|}",
            "{|びょういん}",
            "{病{院|いん}}",
            "{病院|びょう|いん}",
            "{病院}",
            "{}",
            "a|b",
        ] {
            assert_eq!(pieces(text), Err(Malformed), "{text}");
        }
    }

    #[test]
    fn a_tag_is_seen_and_a_comparison_is_not() {
        assert!(has_tag("<b>太字</b>"));
        assert!(has_tag("a</p>"));
        assert!(!has_tag("count-selected(.) < 2"));
        assert!(!has_tag("1<2"));
    }

    #[test]
    fn columns_stand_in_the_order_of_the_languages() {
        assert_eq!(PLAIN, Lang::ALL.map(Lang::code));
    }

    proptest! {
        #[test]
        fn pieces_hold_the_whole_text(text in "[あ漢{}|a]{0,20}") {
            if let Ok(found) = pieces(&text) {
                let whole: String = found
                    .into_iter()
                    .map(|piece| match piece {
                        Piece::Plain(text) => text.to_owned(),
                        Piece::Ruby(base, reading) => format!("{{{base}|{reading}}}"),
                        Piece::Placeholder(name) => format!("{{{name}}}"),
                    })
                    .collect();
                prop_assert_eq!(whole, text);
            }
        }
    }
}
