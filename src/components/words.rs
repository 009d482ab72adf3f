//! Words on the screen: furigana, another language, the Japanese beside a draft, and the mark of a gap.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use std::rc::Rc;

use domain::text::{Span, Told, direction, in_both, spans};
use session::view::Phrase;
use yew::{AttrValue, Html};

use super::Pen;
use super::element::{element, element_with, group, text};

/// A phrase with its furigana, in its language, with the Japanese beside it while it is a draft, and marked when the translation has a gap.
pub fn words(pen: Pen<'_>, phrase: &Phrase) -> Html {
    if phrase.told == Told::Draft
        && let Some((own, japanese)) = in_both(&phrase.text)
    {
        let own = Phrase {
            text: own.into(),
            told: Told::Own,
            ..*phrase
        };
        let values = vec!["beside".into(), "ja".into(), "ltr".into()];
        let japanese = vec![text(japanese.to_owned())];
        let beside = element_with("span", &["class", "lang", "dir"], values, japanese);
        return group(vec![words(pen, &own), text(" "), beside]);
    }
    let drawn = furigana(&phrase.text);
    let drawn = match phrase.lang {
        Some(lang) => {
            let values = vec![lang.into(), direction(lang).into()];
            element_with("span", &["lang", "dir"], values, vec![drawn])
        }
        None => drawn,
    };
    if phrase.told != Told::Gap {
        return drawn;
    }
    let mark = element("small", "gap", vec![furigana(&pen.only_japanese.text)]);
    group(vec![drawn, text(" "), mark])
}

/// An element with nothing in it but a phrase.
pub fn worded(pen: Pen<'_>, name: &'static str, class: &'static str, phrase: &Phrase) -> Html {
    element(name, class, vec![words(pen, phrase)])
}

/// A paragraph, or nothing when there is nothing to say.
pub fn paragraph(pen: Pen<'_>, class: &'static str, phrase: &Phrase) -> Html {
    if phrase.is_empty() {
        return Html::default();
    }
    worded(pen, "p", class, phrase)
}

/// A paragraph for each phrase.
pub fn paragraphs(pen: Pen<'_>, phrases: &[Phrase]) -> Html {
    let paragraphs = phrases.iter().map(|phrase| paragraph(pen, "", phrase));
    group(paragraphs.collect())
}

fn furigana(written: &Rc<str>) -> Html {
    if !written.contains('{') {
        return text(AttrValue::from(Rc::clone(written)));
    }
    group(spans(written).iter().map(ruby).collect())
}

fn ruby(span: &Span<'_>) -> Html {
    let base = text(span.base.to_owned());
    if span.ruby.is_empty() {
        return base;
    }
    // The brackets are for browsers, and for copied text, without furigana.
    let bracket = |bracket: &'static str| element("rp", "", vec![text(bracket)]);
    let reading = element("rt", "", vec![text(span.ruby.to_owned())]);
    element("ruby", "", vec![base, bracket("("), reading, bracket(")")])
}
