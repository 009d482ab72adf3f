//! Pages of text: about the app, privacy, an address that leads nowhere, and the moment of waiting.

use session::view::PageView;
use yew::{Html, html};

use crate::components::heading::{Level, heading, section};
use crate::components::link::route_link;
use crate::components::Pen;

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

/// The same while something is on its way, read out by screen readers.
pub fn waiting(pen: Pen<'_>, view: &PageView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            <div role="status">{for view.sections.iter().map(|view| section(pen, Level::Part, view))}</div>
        </>
    }
}
