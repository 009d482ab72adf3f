//! The choices of a question as radio buttons or checkboxes: rows as large as a thumb.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use std::rc::Rc;

use domain::{ChoiceId, QuestionId};
use session::Event;
use session::view::{ChoiceView, Input, Phrase, QuestionView};
use yew::{AttrValue, Html, html};

use super::Pen;
use super::element::{element, element_with};
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
    of_question(pen, question, choices, "radio", |choice| {
        Event::Chose(question, choice.id)
    })
}

/// Any of several.
pub fn checkboxes(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView]) -> Html {
    of_question(pen, question, choices, "checkbox", |choice| {
        Event::Ticked(question, choice.id, !choice.is_chosen)
    })
}

/// One row to tick by itself.
pub fn tick(pen: Pen<'_>, id: AttrValue, label: &Phrase, is_on: bool, event: Event) -> Html {
    let input = html! {
        <input type="checkbox" {id} autocomplete="off" checked={is_on} onchange={pen.on_change(event)} />
    };
    let label = worded(pen, "span", "", label);
    element("label", "choice", vec![input, label])
}

fn of_question(
    pen: Pen<'_>,
    question: QuestionId,
    choices: &[ChoiceView],
    kind: &'static str,
    event: impl Fn(&ChoiceView) -> Event,
) -> Html {
    let number = question.0.to_string();
    let row = |choice: &ChoiceView| {
        let place = choice.id.0.to_string();
        Row {
            kind,
            id: ["choice-", &number, "-", &place].concat(),
            value: place,
            is_chosen: choice.is_chosen,
            picture: choice.picture.clone(),
            label: choice.label.clone(),
            event: event(choice),
        }
    };
    let name = AttrValue::from(["question-", &number].concat());
    rows(pen, &name, choices.iter().map(row).collect())
}

/// One row: a radio button or a checkbox with what it says.
pub struct Row {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Its id on the page.
    pub id: String,
    /// What tells it from the others of the same name.
    pub value: String,
    /// Whether it is ticked.
    pub is_chosen: bool,
    /// The name of its pictogram, if it has one.
    pub picture: Option<Rc<str>>,
    /// What it says.
    pub label: Phrase,
    /// What picking it means.
    pub event: Event,
}

/// Rows under one name.
pub fn rows(pen: Pen<'_>, name: &AttrValue, rows: Vec<Row>) -> Html {
    let row = |row: Row| {
        // Firefox ticks again after a reload what was ticked before, unless autocomplete is off.
        let input = html! {
            <input
                type={row.kind}
                {name}
                id={row.id}
                value={row.value}
                autocomplete="off"
                checked={row.is_chosen}
                onchange={pen.on_change(row.event)}
            />
        };
        let label = worded(pen, "span", "", &row.label);
        let picture = row.picture.as_deref().map(|name| picture(pen, name));
        element(
            "label",
            "choice",
            vec![input, label, picture.unwrap_or_default()],
        )
    };
    element("div", "choices", rows.into_iter().map(row).collect())
}

/// A pictogram beside words that say the same; screen readers pass it over.
fn picture(pen: Pen<'_>, name: &str) -> Html {
    let address = [pen.pictures, "#", name].concat();
    let shape = element_with("use", &["href"], vec![address.into()], Vec::new());
    element_with("svg", &["aria-hidden"], vec!["true".into()], vec![shape])
}
