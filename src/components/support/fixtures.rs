//! 見本 of cards of supports.

use session::Route;
use session::view::{Card, Places};

use super::{full_card, short_card};
use crate::components::change::fixtures::opener;
use crate::components::fixtures::{Fixture, contact, fact, fixture, gap, long, phrase, ruby};
use crate::components::{Level, Pen};

/// 見本 of cards of supports.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture("card", full_card(pen, Level::Card, &card("plain-card"))),
        fixture(
            "card: everything there is",
            full_card(
                pen,
                Level::Card,
                &Card {
                    urgent: Some(phrase("早めの相談がおすすめです")),
                    sentences: vec![phrase("名前を言わずに相談できます。"), ruby()],
                    emergency: Some(phrase("急に息が苦しいときは、119へ。")),
                    contacts: vec![contact("national")],
                    ..card("whole-card")
                },
            ),
        ),
        fixture(
            "card: long, and a gap",
            full_card(
                pen,
                Level::Card,
                &Card {
                    name: long(),
                    lead: gap("だれでも相談できます。"),
                    ..card("long-card")
                },
            ),
        ),
        fixture(
            "card: in short",
            short_card(pen, Level::Card, &card("short-card")),
        ),
        fixture(
            "card: in short, furigana",
            short_card(
                pen,
                Level::Card,
                &Card {
                    name: ruby(),
                    ..card("ruby-card")
                },
            ),
        ),
    ]
}

/// A card of a support.
pub fn card(id: &str) -> Card {
    Card {
        id: id.into(),
        name: phrase("がん相談支援センター"),
        lead: phrase("がんのことなら、だれでも無料で相談できます。"),
        reason: phrase("「お金」を選んだので、お知らせしています。"),
        changes: vec![opener(id, false)],
        choices: None,
        urgent: None,
        sentences: Vec::new(),
        emergency: None,
        facts: vec![
            fact("相談にのる人", phrase("がん専門相談員です。")),
            fact(
                "相談すると",
                phrase("電話か窓口で、話したいことだけ話せます。"),
            ),
            fact("かかるお金", phrase("無料です。")),
        ],
        say: Some(fact("はじめのひと言", phrase("相談したいことがあります。"))),
        how_label: phrase("相談のしかた"),
        places: Places::Known(vec![contact(id)]),
        contacts: Vec::new(),
        checked: phrase("確認日：2026年11月1日"),
        more: (phrase("くわしく見る"), Route::Support(1)),
    }
}
