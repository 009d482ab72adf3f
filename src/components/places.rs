//! Where a support is found: places, or what to do where none is known. Never nothing.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Event;
use session::view::Places;
use yew::{Html, html};

use super::Pen;
use super::button::{Weight, button};
use super::contact::contacts;
use super::heading::Level;
use super::link::{route_link, site_link};
use super::words::paragraph;

/// The places under headings of this level.
pub fn places(pen: Pen<'_>, level: Level, places: &Places) -> Html {
    match places {
        Places::Known(entries) => contacts(pen, level, entries),
        Places::Unknown {
            note,
            ask,
            search,
            give_place,
        } => html! {
            <div class="notice">
                {paragraph(pen, "", note)}
                {for give_place.iter().map(|(name, route)| html! {
                    <p>{route_link(pen, "button", name, *route)}</p>
                })}
                {paragraph(pen, "", ask)}
                {for search.iter().map(|link| site_link(pen, link))}
            </div>
        },
        Places::Failed(note, again) => html! {
            <div class="notice">
                {paragraph(pen, "", note)}
                {button(pen, Weight::Quiet, again, Event::PressedTryAgain)}
            </div>
        },
        Places::NotNeeded => Html::default(),
    }
}
