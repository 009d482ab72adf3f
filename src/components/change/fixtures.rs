//! 見本 of changing an answer in place.

use domain::{QuestionId, SupportId};
use session::change::{Change, Spot};
use session::view::{ChangeButton, ChangeView, Input, QuestionView};

use super::change;
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, long, phrase, question, ruby};

/// 見本 of changing an answer in place.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    let two = [opener("a", false), opener("b", false)];
    let with_long = ChangeButton {
        name: long(),
        ..opener("c", false)
    };
    vec![
        fixture("change: closed", change(pen, &two, None)),
        fixture("change: long", change(pen, &[with_long], None)),
        fixture(
            "change: open",
            change(pen, &[opener("d", true)], Some(&open())),
        ),
        fixture("change: nothing to change", change(pen, &[], None)),
    ]
}

/// A control.
pub fn opener(id: &str, is_open: bool) -> ChangeButton {
    ChangeButton {
        id: ["opener-", id].concat(),
        name: phrase("この答えを見なおす"),
        answer: phrase("「お金」"),
        change: Change {
            spot: Spot::Card(SupportId(1)),
            question: QuestionId(3),
        },
        is_open,
    }
}

/// Open choices, one of them just picked.
pub fn open() -> ChangeView {
    ChangeView {
        question: QuestionView {
            id: QuestionId(9),
            error: None,
            ..question(Input::Radios)
        },
        changed: ruby(),
        close: phrase("閉じる"),
    }
}
