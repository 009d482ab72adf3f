//! Lines to type in, and choices that are no answers.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Event;
use session::view::Phrase;
use yew::events::InputEvent;
use yew::{AttrValue, Callback, Html, html};

use super::Pen;
use super::element::{element, element_with};
use super::words::{worded, words};

/// A line to type in, or to pick a day with.
pub struct Field<'a> {
    /// The id of the element.
    pub id: &'static str,
    /// `text` or `date`.
    pub kind: &'static str,
    /// What it is for.
    pub label: &'a Phrase,
    /// What stands in it.
    pub value: String,
    /// The least that can be picked; empty for anything.
    pub least: String,
    /// Whether the error message of the screen is about it.
    pub has_error: bool,
}

impl Field<'_> {
    /// Draws it; what is typed goes to `on_type`.
    pub fn draw(self, pen: Pen<'_>, on_type: fn(String) -> Event) -> Html {
        let on_event = pen.on_event.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(typed) = typed(&event) {
                on_event.emit(on_type(typed));
            }
        });
        let label = element_with(
            "label",
            &["for"],
            vec![self.id.into()],
            vec![words(pen, self.label)],
        );
        let optional = |text: &str| (!text.is_empty()).then(|| AttrValue::from(text.to_owned()));
        let error = self.has_error;
        let line = html! {
            <input
                id={self.id}
                class="line"
                type={self.kind}
                value={self.value}
                min={optional(&self.least)}
                maxlength="60"
                autocomplete="off"
                aria-invalid={error.then_some("true")}
                aria-describedby={error.then_some("error")}
                {oninput}
            />
        };
        element("div", "pick", vec![label, line])
    }
}

/// Some radio buttons under a legend: what each says, whether it is the picked one, and what picking it means.
pub fn options(
    pen: Pen<'_>,
    name: &'static str,
    legend: &Phrase,
    rows: Vec<(&Phrase, bool, Event)>,
) -> Html {
    let row = |(place, (label, is_picked, event)): (usize, (&Phrase, bool, Event))| {
        let id = [name, "-", &place.to_string()].concat();
        // Firefox ticks again after a reload what was ticked before, unless autocomplete is off.
        let input = html! {
            <input type="radio" {name} {id} autocomplete="off" checked={is_picked} onchange={pen.on_change(event)} />
        };
        let label = worded(pen, "span", "", label);
        element("label", "choice", vec![input, label])
    };
    let rows = rows.into_iter().enumerate().map(row).collect();
    element(
        "fieldset",
        "",
        vec![
            worded(pen, "legend", "", legend),
            element("div", "choices", rows),
        ],
    )
}

/// A text that only can be selected and copied.
pub fn to_copy(pen: Pen<'_>, id: &'static str, label: &Phrase, text: &str) -> Html {
    let label = element_with("label", &["for"], vec![id.into()], vec![words(pen, label)]);
    let text =
        html! { <textarea {id} class="line" rows="3" readonly={true} value={text.to_owned()} /> };
    element("div", "pick", vec![label, text])
}

#[cfg(feature = "csr")]
use crate::ports::form::typed;

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn typed(_: &InputEvent) -> Option<String> {
    None
}
