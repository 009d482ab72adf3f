//! The focus, and where the page is scrolled to.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
