//! What an opened link holds, and the question whether to go on with it.

use session::Event;
use session::keep::KeepEvent;
use session::view::SharedView;
use yew::Html;

use super::keep::held;
use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::element::{element, group};
use crate::components::heading::{Level, heading};
use crate::components::support::passed_card;
use crate::components::words::paragraph;

/// The screen of an opened link.
pub fn shared(pen: Pen<'_>, view: &SharedView) -> Html {
    let warnings = view.warnings.iter();
    let warnings = warnings.map(|warning| paragraph(pen, "notice", warning));
    let answers = vec![
        heading(pen, Level::Part, &view.answers_title),
        held(pen, &view.answers),
    ];
    let cards = view.cards.iter();
    let mut supports = vec![heading(pen, Level::Part, &view.supports_title)];
    supports.extend(cards.map(|card| passed_card(pen, Level::Card, card)));
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        group(warnings.collect()),
        paragraph(pen, "notice", &view.own),
        element("div", "actions", ways(pen, view)),
        part(view.answers.is_empty(), answers),
        part(view.cards.is_empty(), supports),
        contacts(pen, Level::Part, &view.contacts),
    ])
}

fn ways(pen: Pen<'_>, view: &SharedView) -> Vec<Html> {
    let press = |weight, name, event| button(pen, weight, name, Event::Keep(event));
    let adopt = view.adopt.as_ref();
    // What takes something away is never the first to press.
    match adopt {
        Some(adopt) if view.own.is_empty() => vec![
            press(Weight::Main, adopt, KeepEvent::PressedAdopt),
            press(Weight::Quiet, &view.decline, KeepEvent::PressedDecline),
        ],
        Some(_) | None => vec![
            press(Weight::Main, &view.decline, KeepEvent::PressedDecline),
            adopt
                .map(|adopt| press(Weight::Quiet, adopt, KeepEvent::PressedAdopt))
                .unwrap_or_default(),
        ],
    }
}

fn part(is_empty: bool, parts: Vec<Html>) -> Html {
    if is_empty {
        return Html::default();
    }
    element("section", "", parts)
}
