//! One support with everything that is known.

use session::Route;
use session::view::{Places, SupportView};
use yew::Html;

use crate::components::Pen;
use crate::components::contact::contacts;
use crate::components::element::{element, group};
use crate::components::facts::facts;
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::notice::emergency;
use crate::components::places::places;
use crate::components::sources::sources;
use crate::components::support::{said, sentences, urgent};
use crate::components::words::{paragraph, paragraphs};

/// The page of one support.
pub fn support(pen: Pen<'_>, view: &SupportView) -> Html {
    let card = &view.card;
    let why = vec![
        heading(pen, Level::Part, &view.why_label),
        paragraph(pen, "", &card.reason),
    ];
    group(vec![
        back(pen, view),
        heading(pen, Level::Title, &card.name),
        urgent(pen, card),
        paragraph(pen, "lead", &card.lead),
        element("section", "why", why),
        paragraphs(pen, sentences(card)),
        emergency(pen, card.emergency.as_ref()),
        said(pen, card),
        facts(pen, &view.facts),
        nearby(pen, view),
        national(pen, view),
        sources(pen, &view.sources_label, &view.sources),
        paragraph(pen, "origin", &card.checked),
        back(pen, view),
    ])
}

fn back(pen: Pen<'_>, view: &SupportView) -> Html {
    let link = route_link(pen, "", &view.back, Route::Result);
    element("p", "back", vec![link])
}

fn nearby(pen: Pen<'_>, view: &SupportView) -> Html {
    if view.card.places == Places::NotNeeded && view.ask.is_none() {
        return Html::default();
    }
    let parts = vec![
        heading(pen, Level::Part, &view.where_label),
        places(pen, Level::Card, &view.card.places),
        facts(pen, &view.ask),
    ];
    element("section", "", parts)
}

fn national(pen: Pen<'_>, view: &SupportView) -> Html {
    if view.card.contacts.is_empty() {
        return Html::default();
    }
    let title = heading(pen, Level::Part, &view.contacts_label);
    let contacts = contacts(pen, Level::Card, &view.card.contacts);
    element("section", "", vec![title, contacts])
}
