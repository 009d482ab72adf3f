//! Entries in the directory: contact points with their dates, and how to say that something is wrong.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{DatesView, MistakeView, PlaceView};
use yew::Html;

use super::Pen;
use super::button::{Weight, button};
use super::contact::{call, card};
use super::element::{element, element_with, group};
use super::heading::{Level, heading};
use super::link::site_link;
use super::words::{paragraph, worded, words};

/// An entry under a heading of this level.
pub fn place(pen: Pen<'_>, level: Level, view: &PlaceView) -> Html {
    let dates = view
        .dates
        .iter()
        .map(|meeting| dates(pen, level.below(), meeting));
    let mistake = view.mistake.as_ref().map(|view| mistake(pen, view));
    let more = vec![
        group(dates.collect()),
        paragraph(pen, "", &view.dates_note),
        paragraph(pen, "notice", &view.told),
        mistake.unwrap_or_default(),
    ];
    card(pen, level, &view.contact, group(more))
}

fn dates(pen: Pen<'_>, level: Level, meeting: &DatesView) -> Html {
    let date = |date: &session::view::DateView| {
        let keep = button(pen, Weight::Quiet, &date.keep, date.event.clone());
        element("li", "", vec![keep])
    };
    group(vec![
        heading(pen, level, &meeting.title),
        element("ul", "dates", meeting.dates.iter().map(date).collect()),
    ])
}

fn mistake(pen: Pen<'_>, view: &MistakeView) -> Html {
    let phone = view.phone.as_ref().map(|phone| call(pen, phone, None));
    let mail = view.mail.as_ref().map(|(name, to)| {
        let link = element_with(
            "a",
            &["href"],
            vec![to.clone().into()],
            vec![words(pen, name)],
        );
        element("p", "site", vec![link])
    });
    let page = view.page.as_ref().map(|page| site_link(pen, page));
    let inside = vec![
        worded(pen, "summary", "", &view.title),
        paragraph(pen, "", &view.lead),
        phone.unwrap_or_default(),
        mail.unwrap_or_default(),
        page.unwrap_or_default(),
    ];
    element("details", "mistake", inside)
}
