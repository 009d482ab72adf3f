//! 見本 of places.

use session::Route;
use session::view::Places;

use super::places;
use crate::components::fixtures::{Fixture, contact, fixture, gap, phrase, site};
use crate::components::{Level, Pen};

/// 見本 of places.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "places: known",
            places(pen, Level::Card, &Places::Known(vec![contact("known")])),
        ),
        fixture(
            "places: none known",
            places(
                pen,
                Level::Card,
                &Places::Unknown {
                    note: phrase("見本県でご案内できる場所が、まだ分かっていません。"),
                    ask: gap("「がん相談支援センターにつないでください」と伝えてください。"),
                    search: Some(site()),
                    give_place: None,
                },
            ),
        ),
        fixture(
            "places: no prefecture given",
            places(
                pen,
                Level::Card,
                &Places::Unknown {
                    note: phrase("都道府県が分かると、近くの場所をお見せできます。"),
                    ask: phrase(""),
                    search: None,
                    give_place: Some((phrase("都道府県を選ぶ"), Route::Question(3))),
                },
            ),
        ),
        fixture(
            "places: an error",
            places(
                pen,
                Level::Card,
                &Places::Failed(
                    phrase("場所の情報を読み込めませんでした。"),
                    phrase("もう一度読み込む"),
                ),
            ),
        ),
        fixture(
            "places: not needed",
            places(pen, Level::Card, &Places::NotNeeded),
        ),
    ]
}
