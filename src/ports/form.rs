//! What a person picked in an element of a form.

#[cfg(feature = "whole")]
use web_sys::HtmlInputElement;
use web_sys::HtmlSelectElement;
use yew::TargetCast;

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
