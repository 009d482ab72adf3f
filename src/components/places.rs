//! Where a support is found: places, or what to do where none is known. Never nothing.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Event;
use session::view::Places;
use yew::Html;

use super::Pen;
use super::button::{Weight, button};
use super::contact::contacts;
use super::element::element;
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
        } => {
            let mut parts = vec![paragraph(pen, "", note)];
            if let Some((name, route)) = give_place {
                let link = route_link(pen, "button", name, *route);
                parts.push(element("p", "", vec![link]));
            }
            parts.push(paragraph(pen, "", ask));
            parts.extend(search.as_ref().map(|link| site_link(pen, link)));
            element("div", "notice", parts)
        }
        Places::Failed(note, again) => {
            let again = button(pen, Weight::Quiet, again, Event::PressedTryAgain);
            element("div", "notice", vec![paragraph(pen, "", note), again])
        }
        Places::NotNeeded => Html::default(),
    }
}
