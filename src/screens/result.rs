//! Who can help: at most three in full, the others in short, and what was left out.

use session::view::ResultView;
use session::{Event, Route};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::element::{element, group};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::support::{full_card, short_card};
use crate::components::words::{paragraph, paragraphs, worded};

/// The result.
pub fn result(pen: Pen<'_>, view: &ResultView) -> Html {
    let buttons = vec![
        button(pen, Weight::Main, &view.print, Event::PressedPrint),
        route_link(pen, "button", &view.to_keep, Route::Keep),
        route_link(pen, "button", &view.to_review, Route::Review),
        button(pen, Weight::Quiet, &view.erase, Event::PressedErase),
    ];
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        paragraphs(pen, &view.sentences),
        paragraph(pen, "paper", &view.printed),
        first(pen, view),
        more(pen, view),
        missing(pen, view),
        element("div", "actions", buttons),
    ])
}

fn first(pen: Pen<'_>, view: &ResultView) -> Html {
    let mut parts = vec![heading(pen, Level::Part, &view.first_title)];
    let cards = view.first.iter();
    parts.extend(cards.map(|card| full_card(pen, Level::Card, card)));
    element("section", "", parts)
}

fn more(pen: Pen<'_>, view: &ResultView) -> Html {
    if view.more.is_empty() {
        return Html::default();
    }
    let mut parts = vec![heading(pen, Level::Part, &view.more_title)];
    let cards = view.more.iter();
    parts.extend(cards.map(|card| short_card(pen, Level::Card, card)));
    element("section", "", parts)
}

fn missing(pen: Pen<'_>, view: &ResultView) -> Html {
    if view.missing.is_empty() {
        return Html::default();
    }
    let rows = view.missing.iter();
    let rows = rows.map(|row| worded(pen, "li", "", &row.text)).collect();
    let summary = worded(pen, "summary", "", &view.missing_title);
    element("details", "", vec![summary, element("ul", "", rows)])
}
