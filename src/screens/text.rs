//! Pages of text: about the app, privacy, an address that leads nowhere, and the moment of waiting.

use session::Event;
use session::view::{PageView, WaitingView};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::heading::{Level, heading, section};
use crate::components::link::route_link;
use crate::components::words::paragraph;

/// A page of text.
pub fn text(pen: Pen<'_>, view: &PageView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {for view.sections.iter().map(|view| html! { <section>{section(pen, Level::Part, view)}</section> })}
            {for view.links.iter().map(|(name, route)| html! { <p>{route_link(pen, "", name, *route)}</p> })}
        </>
    }
}

/// What is on its way, or did not come, with somebody to turn to meanwhile.
pub fn waiting(pen: Pen<'_>, view: &WaitingView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            <div role="status">{paragraph(pen, "notice", &view.note)}</div>
            if let Some(name) = &view.try_again {
                <div class="actions">{button(pen, Weight::Main, name, Event::PressedTryAgain)}</div>
                {paragraph(pen, "", &view.ask)}
                {contacts(pen, Level::Part, &view.contacts)}
            }
        </>
    }
}
