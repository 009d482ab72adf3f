//! 見本 of lines to type in, and of choices that are no answers.

use session::Event;
use session::keep::{KeepEvent, Shares};
use yew::Html;

use super::{Field, options, to_copy};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, phrase, ruby};

/// Every fixture of this component.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    let line = |id, kind, has_error| -> Html {
        let field = Field {
            id,
            kind,
            label: &ruby(),
            value: String::new(),
            least: String::new(),
            has_error,
        };
        field.draw(pen, |typed| Event::Keep(KeepEvent::TypedTitle(typed)))
    };
    let picked = |shares| Event::Keep(KeepEvent::ChoseToShare(shares));
    let (first, second) = (phrase("支援の名前だけ"), gap("わたしの答え"));
    let rows = vec![
        (&first, true, picked(Shares::Supports)),
        (&second, false, picked(Shares::Answers)),
    ];
    vec![
        fixture("a line to type in", line("fixture-line", "text", false)),
        fixture("a day to pick", line("fixture-day", "date", false)),
        fixture(
            "choices that are no answers",
            options(pen, "fixture-options", &phrase("何を送りますか"), rows),
        ),
        fixture(
            "a text to copy",
            to_copy(
                pen,
                "fixture-copy",
                &phrase("リンク"),
                "https://example.jp/#/s/00000",
            ),
        ),
    ]
}
