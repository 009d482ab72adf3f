//! What a person picked in an element of a form.

use web_sys::HtmlSelectElement;
#[cfg(feature = "whole")]
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::TargetCast;
#[cfg(feature = "whole")]
use yew::events::KeyboardEvent;

/// The place of the picked row, from 0; `None` when no row is picked or the event comes from elsewhere.
pub fn selected_index(event: &yew::Event) -> Option<usize> {
    let list: HtmlSelectElement = event.target_dyn_into()?;
    usize::try_from(list.selected_index()).ok()
}

/// What stands in the line that was typed in; `None` when the event comes from elsewhere.
#[cfg(feature = "whole")]
pub fn typed(event: &yew::events::InputEvent) -> Option<String> {
    let line: HtmlInputElement = event.target_dyn_into()?;
    Some(line.value())
}

#[cfg(feature = "whole")]
/// What is written in a text field; `None` when the event comes from elsewhere.
#[cfg(feature = "whole")]
pub fn written(event: &yew::InputEvent) -> Option<String> {
    let field: HtmlTextAreaElement = event.target_dyn_into()?;
    Some(field.value())
}

/// Whether this was the key that ends a line, and not one that only picks a word while writing Japanese.
#[cfg(feature = "whole")]
pub fn ends_line(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && !event.is_composing()
}
