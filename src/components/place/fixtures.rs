//! 見本 of entries in the directory.

use session::Event;
use session::places::Event as Happened;
use session::view::{ContactView, DateView, DatesView, MistakeView, Phrase, PlaceView};

use super::place;
use crate::components::Pen;
use crate::components::fixtures::{Fixture, contact, fixture, mark, phone, phrase, ruby, site};
use crate::components::heading::Level;

/// The fixtures.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture("place: plain", place(pen, Level::Part, &plain("plain"))),
        fixture(
            "place: dates and mistakes",
            place(pen, Level::Part, &full("full")),
        ),
    ]
}

/// An entry without dates, where nobody is there to be told of mistakes.
pub fn plain(id: &str) -> PlaceView {
    PlaceView {
        contact: contact(id),
        dates: Vec::new(),
        dates_note: Phrase::default(),
        told: Phrase::default(),
        mistake: None,
    }
}

/// An entry with everything.
pub fn full(id: &str) -> PlaceView {
    let date = |when: &str| DateView {
        keep: phrase(when),
        event: Event::Places(Happened::PressedMore),
    };
    PlaceView {
        contact: ContactView {
            mark: Some(mark()),
            is_page_first: true,
            ..contact(id)
        },
        dates: vec![DatesView {
            title: ruby(),
            dates: vec![
                date("12月16日をカレンダーに入れる"),
                date("1月20日をカレンダーに入れる"),
            ],
        }],
        dates_note: ruby(),
        told: ruby(),
        mistake: Some(MistakeView {
            title: phrase("まちがいを知らせる"),
            lead: ruby(),
            phone: Some(phone()),
            mail: Some((
                phrase("メールを書く"),
                "mailto:mihon@example.jp?subject=full".into(),
            )),
            page: Some(site()),
        }),
    }
}
