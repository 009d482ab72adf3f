//! 見本 of the field for searching.

use session::Event;
use session::places::Event as Happened;
use session::view::SearchView;

use super::search;
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, phrase, ruby};

/// The fixtures.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    let on_type = |typed| Event::Places(Happened::Typed(typed));
    vec![
        fixture("search: empty", search(pen, &view(""), on_type)),
        fixture(
            "search: something was typed before",
            search(
                pen,
                &SearchView {
                    id: "searched",
                    label: ruby(),
                    ..view("見本市")
                },
                on_type,
            ),
        ),
    ]
}

/// A field that holds `text`.
pub fn view(text: &str) -> SearchView {
    SearchView {
        id: "search",
        label: phrase("名前や地名でさがす"),
        text: text.into(),
        edition: 1,
    }
}
