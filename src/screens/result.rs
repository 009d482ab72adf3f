//! Who can help: at most three in full, the others in short, and what was left out.

use session::view::{GroupView, MissingRow, ResultView};
use session::{Event, Route};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::change::change;
use crate::components::element::{element, element_with, group, keyed};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::notice::status;
use crate::components::support::{full_card, gone_card, short_card};
use crate::components::words::{paragraph, paragraphs, worded, words};

/// The result.
pub fn result(pen: Pen<'_>, view: &ResultView) -> Html {
    let buttons = vec![
        route_link(pen, "button", &view.to_sheet, Route::Sheet),
        button(pen, Weight::Main, &view.print, Event::PressedPrint),
        route_link(pen, "button", &view.to_keep, Route::Keep),
        route_link(pen, "button", &view.to_review, Route::Review),
        button(pen, Weight::Quiet, &view.erase, Event::PressedErase),
    ];
    let groups = view.groups.iter().map(|group| others(pen, group));
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        paragraphs(pen, &view.sentences),
        paragraph(pen, "paper", &view.printed),
        // One place that says what changed, there before anything does: screen readers hear only what changes in it.
        status("heard", vec![words(pen, &view.changed)]),
        first(pen, view),
        group(groups.collect()),
        missing(pen, view),
        element("div", "actions", buttons),
    ])
}

fn first(pen: Pen<'_>, view: &ResultView) -> Html {
    let cards = { view.first.iter() }
        .map(|card| keyed(&card.id, full_card(pen, Level::Card, card)))
        .collect();
    let gone = view.gone.as_ref();
    let parts = vec![
        heading(pen, Level::Part, &view.first_title),
        group(cards),
        gone.map(|gone| gone_card(pen, Level::Card, gone))
            .unwrap_or_default(),
    ];
    element("section", "", parts)
}

/// The others, under the worry that they are there for.
fn others(pen: Pen<'_>, view: &GroupView) -> Html {
    let cards = { view.cards.iter() }
        .map(|card| keyed(&card.id, short_card(pen, Level::Card, card)))
        .collect();
    let parts = vec![heading(pen, Level::Part, &view.title), group(cards)];
    element("section", "group", parts)
}

fn missing(pen: Pen<'_>, view: &ResultView) -> Html {
    if view.missing.is_empty() {
        return Html::default();
    }
    let rows = { view.missing.iter() }
        .map(|row| keyed(&row.id, missing_row(pen, row)))
        .collect();
    let summary = worded(pen, "summary", "", &view.missing_title);
    element(
        "details",
        "",
        vec![summary, element("ul", "", vec![group(rows)])],
    )
}

fn missing_row(pen: Pen<'_>, row: &MissingRow) -> Html {
    element_with(
        "li",
        &["id", "tabindex"],
        vec![row.id.clone().into(), "-1".into()],
        vec![
            words(pen, &row.text),
            change(pen, &row.changes, row.choices.as_ref()),
        ],
    )
}
