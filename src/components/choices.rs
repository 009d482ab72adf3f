//! The choices of a question as radio buttons or checkboxes: rows as large as a thumb.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use domain::{ChoiceId, QuestionId};
use session::Event;
use session::view::{ChoiceView, Input, Phrase, QuestionView};
use yew::{AttrValue, Html, html};

use super::Pen;
use super::element::element;
use super::list::List;
use super::words::worded;

/// The choices of a question in the way that fits it; `named_by` is the id of what names a list.
pub fn picked(pen: Pen<'_>, view: &QuestionView, named_by: AttrValue) -> Html {
    match view.input {
        Input::Radios => radios(pen, view.id, &view.choices),
        Input::Checkboxes => checkboxes(pen, view.id, &view.choices),
        Input::List => {
            let (question, choices) = (view.id, &view.choices);
            let ids: Vec<ChoiceId> = choices.iter().map(|choice| choice.id).collect();
            let event = move |picked: Option<usize>| match picked.and_then(|place| ids.get(place)) {
                Some(choice) => Event::Chose(question, *choice),
                None => Event::Cleared(question),
            };
            let list = List {
                id: ["list-", &question.0.to_string()].concat().into(),
                named_by,
                first: &view.choose,
                rows: choices.iter().map(|choice| &choice.label).collect(),
                picked: choices.iter().position(|choice| choice.is_chosen),
                on_pick: pen.on_event.reform(event),
            };
            list.draw()
        }
    }
}

/// One of a few.
pub fn radios(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView]) -> Html {
    rows(pen, question, choices, false)
}

/// Any of several.
pub fn checkboxes(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView]) -> Html {
    rows(pen, question, choices, true)
}

/// One row to tick by itself.
pub fn tick(pen: Pen<'_>, id: AttrValue, label: &Phrase, is_on: bool, event: Event) -> Html {
    let input = html! {
        <input type="checkbox" {id} autocomplete="off" checked={is_on} onchange={pen.on_change(event)} />
    };
    let label = worded(pen, "span", "", label);
    element("label", "choice", vec![input, label])
}

fn rows(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView], are_many: bool) -> Html {
    let number = question.0.to_string();
    let row = |choice: &ChoiceView| {
        let place = choice.id.0.to_string();
        let (kind, event) = if are_many {
            let event = Event::Ticked(question, choice.id, !choice.is_chosen);
            ("checkbox", event)
        } else {
            ("radio", Event::Chose(question, choice.id))
        };
        let id = ["choice-", &number, "-", &place].concat();
        // Firefox ticks again after a reload what was ticked before, unless autocomplete is off.
        let input = html! {
            <input
                type={kind}
                name={["question-", &number].concat()}
                {id}
                value={place}
                autocomplete="off"
                checked={choice.is_chosen}
                onchange={pen.on_change(event)}
            />
        };
        let label = worded(pen, "span", "", &choice.label);
        element("label", "choice", vec![input, label])
    };
    element("div", "choices", choices.iter().map(row).collect())
}
