//! The field for searching.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use std::rc::Rc;

use session::Event;
use session::view::SearchView;
use yew::events::InputEvent;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Callback, Html};

use super::Pen;
use super::element::{element, element_with};
use super::words::words;

const NAMES: &[&str] = &[
    "id",
    "type",
    "autocomplete",
    "enterkeyhint",
    "maxlength",
    "value",
];

/// A field that tells what it holds with every letter. There is nothing to send: it finds by itself.
///
/// What was typed before stands in the attribute, which counts only until somebody types: nothing is ever written into the field while
/// a word is being composed.
pub fn search(pen: Pen<'_>, view: &SearchView, on_type: fn(String) -> Event) -> Html {
    let on_event = pen.on_event.clone();
    let on_input = Callback::from(move |event: InputEvent| {
        if let Some(typed) = typed(&event) {
            on_event.emit(on_type(typed));
        }
    });
    let mut field = VTag::new("input");
    let held = AttrValue::from(Rc::clone(&view.text));
    let values = [
        view.id.into(),
        "search".into(),
        "off".into(),
        "search".into(),
        "60".into(),
        held,
    ];
    field.attributes = Attributes::Dynamic {
        keys: NAMES,
        values: values
            .into_iter()
            .map(|value| Some(AttributeOrProperty::Attribute(value)))
            .collect(),
    };
    field.key = Some(view.edition.into());
    let listener = yew::html::oninput::Wrapper::new(on_input);
    field.set_listeners(Box::new([Some(Rc::new(listener))]));
    let label = element_with(
        "label",
        &["for"],
        vec![view.id.into()],
        vec![words(pen, &view.label)],
    );
    element("div", "pick", vec![label, field.into()])
}

#[cfg(feature = "csr")]
use crate::ports::form::typed;

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn typed(_: &InputEvent) -> Option<String> {
    None
}
