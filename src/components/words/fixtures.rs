//! 見本 of words.

use yew::html;

use super::{paragraph, words};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, draft, fixture, gap, long, phrase, ruby};

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
            "words: a draft with the Japanese beside it",
            paragraph(
                pen,
                "",
                &draft("Someone will listen.", "話を聞く人がいます。"),
            ),
        ),
        fixture(
            "words: markup is text",
            html! { <p>{words(pen, &phrase("<b>&amp;</b>"))}</p> },
        ),
        fixture("words: nothing to say", paragraph(pen, "", &phrase(""))),
    ]
}
