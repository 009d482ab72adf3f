//! The languages of the app.

use serde::{Deserialize, Serialize};

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    /// Japanese, the language that is always complete.
    Ja,
    /// やさしい日本語 with furigana.
    JaEasy,
    /// English.
    En,
    /// Chinese in simplified characters.
    ZhHans,
    /// Korean.
    Ko,
    /// Vietnamese.
    Vi,
    /// Portuguese as in Brazil.
    PtBr,
    /// Tagalog.
    Tl,
    /// Nepali.
    Ne,
}

impl Lang {
    /// All languages, in the order of the language switch. Content need not have all of them: those that it has are in its
    /// [`Pack`](crate::Pack).
    pub const ALL: [Self; 9] = [
        Self::Ja,
        Self::JaEasy,
        Self::En,
        Self::ZhHans,
        Self::Ko,
        Self::Vi,
        Self::PtBr,
        Self::Tl,
        Self::Ne,
    ];

    /// The code in tables, file names and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::JaEasy => "ja-x-easy",
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::Ko => "ko",
            Self::Vi => "vi",
            Self::PtBr => "pt-BR",
            Self::Tl => "tl",
            Self::Ne => "ne",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The value of the `lang` attribute: screen readers choose their voice by it, and know no やさしい日本語.
    pub fn html(self) -> &'static str {
        match self {
            Self::JaEasy => Self::Ja.code(),
            Self::Ja
            | Self::En
            | Self::ZhHans
            | Self::Ko
            | Self::Vi
            | Self::PtBr
            | Self::Tl
            | Self::Ne => self.code(),
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::JaEasy => "やさしい日本語",
            Self::En => "English",
            Self::ZhHans => "简体中文",
            Self::Ko => "한국어",
            Self::Vi => "Tiếng Việt",
            Self::PtBr => "Português",
            Self::Tl => "Tagalog",
            Self::Ne => "नेपाली",
        }
    }
}

/// The value of the `dir` attribute for a text in this language, named as in a `lang` attribute.
///
/// Source: CLDR, the scripts of these languages are written from right to left.
pub fn direction(html: &str) -> &'static str {
    match html.split('-').next() {
        Some("ar" | "fa" | "he" | "ps" | "ur") => "rtl",
        Some(_) | None => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_finds_its_language_and_no_two_languages_share_one() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
    }

    #[test]
    fn languages_stand_in_the_order_of_their_columns() {
        for (place, lang) in Lang::ALL.into_iter().enumerate() {
            assert_eq!(lang as usize, place);
        }
    }

    #[test]
    fn a_direction_is_that_of_the_script() {
        for lang in Lang::ALL {
            assert_eq!(direction(lang.html()), "ltr", "{lang:?}");
        }
        assert_eq!(direction("ur-PK"), "rtl");
    }
}
