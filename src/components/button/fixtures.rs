//! 見本 of buttons.

use session::Event;

use super::{Weight, button};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of buttons.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "button: main",
            button(pen, Weight::Main, &phrase("次へ"), Event::PressedNext),
        ),
        fixture(
            "button: quiet",
            button(pen, Weight::Quiet, &phrase("戻る"), Event::PressedBack),
        ),
        fixture(
            "button: long",
            button(pen, Weight::Main, &long(), Event::PressedNext),
        ),
        fixture(
            "button: furigana",
            button(pen, Weight::Quiet, &ruby(), Event::PressedNext),
        ),
        fixture(
            "button: a gap",
            button(pen, Weight::Main, &gap("次へ"), Event::PressedNext),
        ),
    ]
}
