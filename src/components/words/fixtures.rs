//! 見本 of words.

use yew::html;

use super::{paragraph, words};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of words.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "words",
            paragraph(pen, "", &phrase("ひとりでさがさなくて大丈夫です")),
        ),
        fixture("words: long", paragraph(pen, "lead", &long())),
        fixture("words: furigana", paragraph(pen, "", &ruby())),
        fixture(
            "words: a gap in the translation",
            paragraph(pen, "", &gap("がん相談支援センターで話せます。")),
        ),
        fixture(
            "words: markup is text",
            html! { <p>{words(pen, &phrase("<b>&amp;</b>"))}</p> },
        ),
        fixture("words: nothing to say", paragraph(pen, "", &phrase(""))),
    ]
}
