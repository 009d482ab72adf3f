//! The focus, and where the page is scrolled to.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Puts the focus on the heading of the screen and shows the screen from its top.
pub fn heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    element("title");
}

/// Puts the focus on the error message.
pub fn error() {
    element("error");
}

/// Puts the focus on the language switch where nothing has it: the button that was pressed is gone with its list.
pub fn language() {
    let focused = document().active_element();
    if focused.is_none_or(|focused| focused.tag_name() == "BODY") {
        element("language");
    }
}

/// Puts the focus on the element with this id, if there is one.
pub fn element(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

/// The id of the element that has the focus; empty when it has none.
pub fn current() -> String {
    document()
        .active_element()
        .map(|element| element.id())
        .unwrap_or_default()
}

/// Where an element is on the screen, and what has the focus, before the page is drawn anew.
#[derive(Debug)]
pub struct Held {
    id: String,
    top: Option<f64>,
    focused: String,
}

/// Takes down where the element with this id is.
pub fn measure(id: String) -> Held {
    Held {
        top: top_of(&id),
        focused: current(),
        id,
    }
}

/// Brings the element back to where it was on the screen, and the focus to where it was; where that is gone, to the element.
pub fn hold(held: &Held) {
    if !held.focused.is_empty() && current() != held.focused {
        let found = document().get_element_by_id(&held.focused);
        let place = found.or_else(|| document().get_element_by_id(&held.id));
        if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = place.focus_with_options(&options);
        }
    }
    if let (Some(before), Some(after)) = (held.top, top_of(&held.id)) {
        window().scroll_by_with_x_and_y(0.0, after - before);
    }
}

fn top_of(id: &str) -> Option<f64> {
    Some(
        document()
            .get_element_by_id(id)?
            .get_bounding_client_rect()
            .top(),
    )
}
