//! Taking something along: saved, sent, drawn, remembered. Each in a part of its own, none of it before a button is pressed.

use session::keep::KeepEvent;
use session::view::{HeldRow, KeepView, Phrase, PictureView, ReminderView, SaveView, ShareView};
use session::{Event, Route};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::element::{element, group};
use crate::components::field::{Field, options, to_copy};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::notice::{error, status};
use crate::components::words::{paragraph, paragraphs, worded, words};

/// The screen of taking along.
pub fn keep(pen: Pen<'_>, view: &KeepView) -> Html {
    let back = || {
        element(
            "p",
            "back",
            vec![route_link(pen, "", &view.back, Route::Result)],
        )
    };
    group(vec![
        back(),
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        element("section", "", save(pen, &view.save)),
        element("section", "", share(pen, &view.share)),
        element("section", "", picture(pen, &view.picture)),
        element("section", "", reminder(pen, &view.reminder)),
        back(),
    ])
}

fn save(pen: Pen<'_>, view: &SaveView) -> Vec<Html> {
    let erase = view.erase.as_ref();
    let buttons = vec![
        press(pen, Weight::Main, &view.save, KeepEvent::PressedSave),
        erase
            .map(|erase| button(pen, Weight::Quiet, erase, Event::PressedErase))
            .unwrap_or_default(),
    ];
    vec![
        heading(pen, Level::Part, &view.title),
        paragraphs(pen, &view.notes),
        element("div", "actions", buttons),
        told(pen, &view.status),
    ]
}

fn share(pen: Pen<'_>, view: &ShareView) -> Vec<Html> {
    let choices = view.choices.iter().map(|(shares, label, is_picked)| {
        let event = Event::Keep(KeepEvent::ChoseToShare(*shares));
        (label, *is_picked, event)
    });
    let buttons = vec![
        press(pen, Weight::Main, &view.send, KeepEvent::PressedShare),
        press(pen, Weight::Quiet, &view.copy, KeepEvent::PressedCopy),
    ];
    let by_hand = view.by_hand.as_ref();
    vec![
        heading(pen, Level::Part, &view.title),
        paragraphs(pen, &view.notes),
        options(pen, "share", &view.legend, choices.collect()),
        heading(pen, Level::Card, &view.preview_title),
        held(pen, &view.preview),
        paragraph(pen, "", &view.left_out),
        element("div", "actions", buttons),
        told(pen, &view.status),
        by_hand
            .map(|(label, link)| to_copy(pen, "link", label, link))
            .unwrap_or_default(),
    ]
}

fn picture(pen: Pen<'_>, view: &PictureView) -> Vec<Html> {
    let buttons = vec![
        press(pen, Weight::Main, &view.make, KeepEvent::PressedPicture),
        route_link(pen, "button", &view.to_print, Route::Result),
    ];
    vec![
        heading(pen, Level::Part, &view.title),
        paragraph(pen, "", &view.note),
        element("div", "actions", buttons),
        told(pen, &view.status),
    ]
}

fn reminder(pen: Pen<'_>, view: &ReminderView) -> Vec<Html> {
    let months = view.months.iter();
    let months =
        months.map(|(n, name)| press(pen, Weight::Quiet, name, KeepEvent::PickedMonths(*n)));
    let in_words = |day: Option<domain::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let day = Field {
        id: "day",
        kind: "date",
        label: &view.day_label,
        value: in_words(view.day),
        least: in_words(view.first),
        has_error: view.error.is_some(),
    };
    let name = Field {
        id: "name",
        kind: "text",
        label: &view.name_label,
        value: view.name.clone(),
        least: String::new(),
        has_error: false,
    };
    vec![
        heading(pen, Level::Part, &view.title),
        paragraph(pen, "", &view.note),
        error(pen, view.error.as_ref()),
        element("div", "actions", months.collect()),
        day.draw(pen, |typed| {
            Event::Keep(KeepEvent::PickedDay(typed.parse().ok()))
        }),
        name.draw(pen, |typed| Event::Keep(KeepEvent::TypedTitle(typed))),
        element(
            "div",
            "actions",
            vec![press(
                pen,
                Weight::Main,
                &view.make,
                KeepEvent::PressedReminder,
            )],
        ),
        told(pen, &view.status),
    ]
}

/// What is passed on, in words: answers under their questions, or supports in a row.
pub fn held(pen: Pen<'_>, rows: &[HeldRow]) -> Html {
    let is_answers = rows.iter().any(|row| !row.question.is_empty());
    let (outer, class) = if is_answers {
        ("dl", "answers")
    } else {
        ("ul", "")
    };
    let row = |row: &HeldRow| {
        let held = row.held.iter();
        if is_answers {
            let mut parts = vec![worded(pen, "dt", "", &row.question)];
            parts.extend(held.map(|held| worded(pen, "dd", "", held)));
            element("div", "", parts)
        } else {
            group(held.map(|held| worded(pen, "li", "", held)).collect())
        }
    };
    element(outer, class, rows.iter().map(row).collect())
}

fn press(pen: Pen<'_>, weight: Weight, phrase: &Phrase, event: KeepEvent) -> Html {
    button(pen, weight, phrase, Event::Keep(event))
}

/// It stands there before it says anything: an element that comes with its words is not read out.
fn told(pen: Pen<'_>, phrase: &Phrase) -> Html {
    status("status", vec![words(pen, phrase)])
}
