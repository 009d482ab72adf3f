//! The warm short ending for a person without worries today.

use session::view::EndingView;
use session::{Event, Route};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::support::{full_card, short_card};
use crate::components::words::paragraph;

/// The ending: the support that is always there in full, others in short.
pub fn ending(pen: Pen<'_>, view: &EndingView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            {for view.cards.iter().take(1).map(|card| full_card(pen, Level::Part, card))}
            {for view.cards.iter().skip(1).map(|card| short_card(pen, Level::Part, card))}
            <div class="actions">
                {route_link(pen, "button", &view.to_review, Route::Review)}
                {button(pen, Weight::Quiet, &view.erase, Event::PressedErase)}
            </div>
        </>
    }
}
