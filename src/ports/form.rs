//! What a person picked in an element of a form.

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::TargetCast;

/// The place of the picked row, from 0; `None` when no row is picked or the event comes from elsewhere.
pub fn selected_index(event: &yew::Event) -> Option<usize> {
    let list: HtmlSelectElement = event.target_dyn_into()?;
    usize::try_from(list.selected_index()).ok()
}

/// What is written in a text field; `None` when the event comes from elsewhere.
pub fn written(event: &yew::InputEvent) -> Option<String> {
    let field: HtmlTextAreaElement = event.target_dyn_into()?;
    Some(field.value())
}
