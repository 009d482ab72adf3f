//! Notices: what must not be overlooked.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Phrase;
use yew::Html;

use super::Pen;
use super::element::{element_with, text};
use super::words::{paragraph, worded, words};

/// The fixed sentence about emergencies of the body, where it belongs.
pub fn emergency(pen: Pen<'_>, sentence: Option<&Phrase>) -> Html {
    sentence
        .map(|sentence| paragraph(pen, "notice care", sentence))
        .unwrap_or_default()
}

/// Says that sentences on the screen are drafts, where they are.
pub fn draft(pen: Pen<'_>, mark: &Phrase) -> Html {
    paragraph(pen, "draft", mark)
}

/// Something to correct, with its prefix; takes the focus, and is read for that reason alone: as an alert it would be read twice.
pub fn error(pen: Pen<'_>, error: Option<&(Phrase, Phrase)>) -> Html {
    let Some((prefix, what)) = error else {
        return Html::default();
    };
    element_with(
        "p",
        &["id", "class", "tabindex"],
        vec!["error".into(), "notice alarm".into(), "-1".into()],
        vec![
            worded(pen, "strong", "", prefix),
            text(" "),
            words(pen, what),
        ],
    )
}

/// Something that was just done.
pub fn done(pen: Pen<'_>, phrase: Option<&Phrase>) -> Html {
    let Some(phrase) = phrase else {
        return Html::default();
    };
    status("notice", vec![words(pen, phrase)])
}

/// A place where screen readers hear what changes.
pub fn status(class: &'static str, children: Vec<Html>) -> Html {
    let values = vec![class.into(), "status".into()];
    element_with("p", &["class", "role"], values, children)
}
