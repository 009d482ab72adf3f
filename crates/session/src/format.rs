//! How numbers, dates and lists are written in a language: known by whoever runs a visit, a browser or the program that draws static pages.

use std::fmt::Debug;

use domain::Date;
use domain::text::{Lang, Plural};

/// How numbers, dates and lists are written in a language.
///
/// Source: Unicode CLDR, as browsers have it in `Intl`. Whoever draws a static page must agree with the browser, or the page moves when the app takes
/// its place.
pub trait Format: Debug {
    /// The form of words that a number asks for.
    fn plural(&self, lang: Lang, number: usize) -> Plural;

    /// A number, as it is counted.
    fn number(&self, lang: Lang, number: usize) -> String;

    /// A day, a month or a year, with the month in words where the language does so.
    fn date(&self, lang: Lang, date: Date) -> String;

    /// Some things, with "and" before the last where the language does so.
    fn list(&self, lang: Lang, things: &[String]) -> String;
}

/// The language tag under which CLDR knows a language.
///
/// Nepali counts in digits of its own. The numbers to call stand in Latin digits, in the tables and on the keys of a phone; two kinds of digits on one
/// screen are one too many.
pub fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Ne => "ne-u-nu-latn",
        // CLDR has Tagalog under the name of the national language that is made of it.
        Lang::Tl => "fil",
        Lang::Ja | Lang::JaEasy | Lang::En | Lang::ZhHans | Lang::Ko | Lang::Vi | Lang::PtBr => {
            lang.html()
        }
    }
}

/// The kanji of a date and how they are read.
const READINGS: [(&str, &str); 3] = [
    ("年", "{年|ねん}"),
    ("月", "{月|がつ}"),
    ("日", "{日|にち}"),
];

/// A date as the person reads it: with its furigana in やさしい日本語, of which CLDR knows nothing.
pub(crate) fn date(format: &dyn Format, lang: Lang, date: Date) -> String {
    let written = format.date(lang, date);
    if lang != Lang::JaEasy {
        return written;
    }
    READINGS.iter().fold(written, |text, (kanji, reading)| {
        text.replace(kanji, reading)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Japanese;

    impl Format for Japanese {
        fn plural(&self, _: Lang, _: usize) -> Plural {
            Plural::Other
        }
        fn number(&self, _: Lang, number: usize) -> String {
            number.to_string()
        }
        fn date(&self, _: Lang, _: Date) -> String {
            "2026年11月24日".into()
        }
        fn list(&self, _: Lang, things: &[String]) -> String {
            things.concat()
        }
    }

    #[test]
    fn a_date_has_its_furigana_in_plain_japanese_and_nowhere_else() {
        let Some(day) = Date::new(2026, 11, 24) else {
            unreachable!("it is a day")
        };
        let easy = "2026{年|ねん}11{月|がつ}24{日|にち}";
        assert_eq!(date(&Japanese, Lang::JaEasy, day), easy);
        assert_eq!(date(&Japanese, Lang::Ja, day), "2026年11月24日");
    }
}
