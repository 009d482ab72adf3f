//! Notices: what must not be overlooked.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Phrase;
use yew::{Html, html};

use super::Pen;
use super::words::{paragraph, words};

/// The fixed sentence about emergencies of the body, where it belongs.
pub fn emergency(pen: Pen<'_>, sentence: Option<&Phrase>) -> Html {
    sentence
        .map(|sentence| paragraph(pen, "notice care", sentence))
        .unwrap_or_default()
}

/// Something to correct, with its prefix; takes the focus.
pub fn error(pen: Pen<'_>, error: Option<&(Phrase, Phrase)>) -> Html {
    let Some((prefix, text)) = error else {
        return Html::default();
    };
    html! {
        <p id="error" class="notice alarm" tabindex="-1" role="alert">
            <strong>{words(pen, prefix)}</strong>{" "}{words(pen, text)}
        </p>
    }
}

/// Something that was just done.
pub fn done(pen: Pen<'_>, phrase: Option<&Phrase>) -> Html {
    let Some(phrase) = phrase else {
        return Html::default();
    };
    html! { <p class="notice" role="status">{words(pen, phrase)}</p> }
}
