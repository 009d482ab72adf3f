//! Words on the screen: furigana, another language, and the mark of a gap.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use domain::text::spans;
use session::view::Phrase;
use yew::virtual_dom::VText;
use yew::{AttrValue, Html, html};

use super::Pen;

/// A phrase with its furigana, in its language, and marked when the translation has a gap.
pub fn words(pen: Pen<'_>, phrase: &Phrase) -> Html {
    let drawn = match phrase.lang {
        Some(lang) => html! { <span {lang}>{furigana(&phrase.text)}</span> },
        None => furigana(&phrase.text),
    };
    if phrase.is_gap {
        html! { <>{drawn}{" "}<small class="gap">{furigana(&pen.only_japanese.text)}</small></> }
    } else {
        drawn
    }
}

/// A paragraph, or nothing when there is nothing to say.
pub fn paragraph(pen: Pen<'_>, class: &'static str, phrase: &Phrase) -> Html {
    if phrase.is_empty() {
        return Html::default();
    }
    if class.is_empty() {
        return html! { <p>{words(pen, phrase)}</p> };
    }
    html! { <p {class}>{words(pen, phrase)}</p> }
}

/// A paragraph for each phrase.
pub fn paragraphs(pen: Pen<'_>, phrases: &[Phrase]) -> Html {
    phrases
        .iter()
        .map(|phrase| paragraph(pen, "", phrase))
        .collect()
}

fn furigana(text: &std::rc::Rc<str>) -> Html {
    if !text.contains('{') {
        return VText::new(AttrValue::from(std::rc::Rc::clone(text))).into();
    }
    spans(text)
        .into_iter()
        .map(|span| {
            let base = VText::new(span.base.to_owned());
            if span.ruby.is_empty() {
                return base.into();
            }
            // The brackets are for browsers, and for copied text, without furigana.
            html! { <ruby>{base}<rp>{"("}</rp><rt>{span.ruby.to_owned()}</rt><rp>{")"}</rp></ruby> }
        })
        .collect()
}
