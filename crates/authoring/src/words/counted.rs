//! Texts that count something: how they are said of some numbers, "1 place" beside "{n} places". Rows `ui.<name>#<form>` of the text table.
//!
//! Source: CLDR, language plural rules, <https://cldr.unicode.org/index/cldr-spec/plural-rules>.

use domain::text::{Counted, Key, Lang, Plural, Text, Told};

use super::Texts;
use super::check::{look, placeholders_in};
use super::wording::Wording;
use crate::finding::{Findings, Said};
use crate::nearest::did_you_mean;
use crate::said;

/// What stands between the key of a text and the form.
pub const MARK: char = '#';

/// The forms that a language has beside the one of all other numbers, for whole numbers.
fn forms(lang: Lang) -> &'static [Plural] {
    match lang {
        Lang::Ja | Lang::JaEasy | Lang::ZhHans | Lang::Ko => &[],
        Lang::En | Lang::Vi | Lang::Tl | Lang::Ne => &[Plural::One],
        Lang::PtBr => &[Plural::One, Plural::Many],
    }
}

/// The late key that counts something and has this name in the table.
fn key_of(base: &str) -> Option<Key> {
    let name = base.strip_prefix("ui.")?;
    Key::LATE.iter().copied().find(|key| key.name() == name)
}

/// What to do about a row with a form that nothing uses; `None` when it is used.
pub fn misfit(base: &str, form: &str) -> Option<Said> {
    if key_of(base).is_none() {
        return Some(said!(
            "# の前は、結果や窓口の画面の ui. の文のキーだけです。キーを確かめてください。",
            "Before # stands the key of a ui. text of the result, the directory or a later screen. Check the key."
        ));
    }
    let known = Plural::ALL
        .iter()
        .filter(|known| **known != Plural::Other)
        .map(|known| known.name());
    let is_known = known.clone().any(|known| known == form);
    (!is_known).then(|| did_you_mean(form, known, "README.md"))
}

/// Checks one row with a form.
pub fn check(
    base: &str,
    form: &str,
    wording: Wording<'_>,
    texts: &Texts<'_>,
    findings: &mut Findings,
) {
    let form = Plural::from_name(form);
    for lang in Lang::ALL {
        let cell = wording.cell(lang);
        if cell.is_empty() {
            continue;
        }
        if !forms(lang).contains(&form) {
            findings.warning(
                cell,
                said!(
                    "このことばには、数によるこの言い方がありません。使われません。",
                    "This language has no such form of words for numbers; the text is used nowhere."
                ),
                said!("この欄を空にしてください。", "Empty this cell."),
            );
        }
        look(cell, lang, findings);
        let whole = texts.get(base).map_or("", |whole| whole.ja().value);
        let has = placeholders_in(whole);
        let filled = placeholders_in(cell.value);
        if !has.contains(&"n") || filled.iter().any(|name| !has.contains(name)) {
            findings.error(
                cell,
                said!(
                    "差し込みが「{base}」の日本語の文と合いません。",
                    "The placeholders do not fit the Japanese text of \"{base}\"."
                ),
                said!(
                    "数で変わるのは {{n}} のある文だけです。ほかの差し込みは、その文にあるものだけを使えます。",
                    "Only a text with {{n}} has forms, and they may have the placeholders of that text and no others."
                ),
            );
        }
    }
}

/// How the late texts of a language that count something are said of some numbers.
pub fn counted_in(lang: Lang, texts: &Texts<'_>) -> Vec<Counted> {
    let mut found = Vec::new();
    for (place, key) in (0..).zip(Key::LATE) {
        for form in forms(lang) {
            let name = ["ui.", key.name(), "#", form.name()].concat();
            let text = texts
                .get(&name)
                .map_or("", |wording| wording.cell(lang).value);
            if !text.is_empty() {
                let text = Text {
                    text: text.to_owned(),
                    told: Told::Own,
                };
                found.push(Counted {
                    place,
                    form: *form,
                    text,
                });
            }
        }
    }
    found
}
