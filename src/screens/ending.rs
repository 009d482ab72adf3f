//! The warm short ending for a person without worries today.

use session::view::EndingView;
use session::{Event, Route};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::element::{element, group};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::support::{full_card, short_card};
use crate::components::words::paragraph;

/// The ending: the support that is always there in full, others in short.
pub fn ending(pen: Pen<'_>, view: &EndingView) -> Html {
    let mut parts = vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
    ];
    if let Some((general, others)) = view.cards.split_first() {
        parts.push(full_card(pen, Level::Part, general));
        let others = others.iter();
        parts.extend(others.map(|card| short_card(pen, Level::Part, card)));
    }
    let buttons = vec![
        route_link(pen, "button", &view.to_keep, Route::Keep),
        route_link(pen, "button", &view.to_review, Route::Review),
        button(pen, Weight::Quiet, &view.erase, Event::PressedErase),
    ];
    parts.push(element("div", "actions", buttons));
    group(parts)
}
