//! 見本 of choices.

use domain::{ChoiceId, QuestionId};
use session::view::{ChoiceView, Phrase};
use yew::{Html, html};

use super::{checkboxes, radios};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of choices.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "radios",
            asked(radios(pen, QuestionId(101), &sample(Some(0)))),
        ),
        fixture(
            "radios: nothing ticked",
            asked(radios(pen, QuestionId(102), &sample(None))),
        ),
        fixture(
            "checkboxes",
            asked(checkboxes(pen, QuestionId(103), &sample(Some(2)))),
        ),
        fixture(
            "checkboxes: nothing ticked",
            asked(checkboxes(pen, QuestionId(104), &sample(None))),
        ),
    ]
}

fn asked(choices: Html) -> Html {
    html! { <fieldset><legend>{"今、気になっていることはどれですか"}</legend>{choices}</fieldset> }
}

fn sample(ticked: Option<u16>) -> Vec<ChoiceView> {
    let choice = |(place, label): (u16, Phrase)| ChoiceView {
        id: ChoiceId(place),
        label,
        is_chosen: ticked == Some(place),
        picture: (place != 3).then(|| "money".into()),
    };
    (0..)
        .zip([phrase("お金"), ruby(), long(), gap("仕事")])
        .map(choice)
        .collect()
}
