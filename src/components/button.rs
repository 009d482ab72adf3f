//! Buttons, for everything that is not a way to another address.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Event;
use session::view::Phrase;
use yew::{Html, html};

use super::Pen;
use super::words::words;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one way forward on a screen.
    Main,
    /// Everything else.
    Quiet,
}

/// A button that says `phrase` and means `event`.
pub fn button(pen: Pen<'_>, weight: Weight, phrase: &Phrase, event: Event) -> Html {
    let onclick = pen.on_press(event);
    let said = words(pen, phrase);
    // Without a type a button inside some page's form would send it.
    match weight {
        Weight::Main => {
            html! { <button type="button" class="button main" {onclick}>{said}</button> }
        }
        Weight::Quiet => html! { <button type="button" class="button" {onclick}>{said}</button> },
    }
}
