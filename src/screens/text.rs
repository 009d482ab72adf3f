//! Pages of text: about the app, privacy, an address that leads nowhere, and the moment of waiting.

use session::Event;
use session::view::{PageView, WaitingView};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::element::{element, element_with, group};
use crate::components::heading::{Level, heading, section};
use crate::components::link::route_link;
use crate::components::notice::draft;
use crate::components::words::paragraph;

/// A page of text.
pub fn text(pen: Pen<'_>, view: &PageView) -> Html {
    let mut parts = vec![
        heading(pen, Level::Title, &view.title),
        draft(pen, &view.draft),
    ];
    for view in &view.sections {
        let inside = section(pen, Level::Part, view);
        parts.push(element("section", "", vec![inside]));
    }
    for (name, route) in &view.links {
        let link = route_link(pen, "", name, *route);
        parts.push(element("p", "", vec![link]));
    }
    group(parts)
}

/// What is on its way, or did not come, with somebody to turn to meanwhile.
pub fn waiting(pen: Pen<'_>, view: &WaitingView) -> Html {
    let note = paragraph(pen, "notice", &view.note);
    // While it waits it fills the screen, so that nothing that is seen moves when the contents come.
    let fills = if view.try_again.is_none() {
        "fills"
    } else {
        ""
    };
    let says = vec!["status".into(), fills.into()];
    let mut parts = vec![
        heading(pen, Level::Title, &view.title),
        element_with("div", &["role", "class"], says, vec![note]),
    ];
    if let Some(name) = &view.try_again {
        let again = button(pen, Weight::Main, name, Event::PressedTryAgain);
        parts.push(element("div", "actions", vec![again]));
        parts.push(paragraph(pen, "", &view.ask));
        parts.push(contacts(pen, Level::Part, &view.contacts));
    }
    group(parts)
}
