//! All answers, each with the way to change it.

use domain::text::plain;
use session::view::{Phrase, ReviewRow, ReviewView};
use session::{Event, Route};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::element::{element, group, text};
use crate::components::heading::{Level, heading};
use crate::components::link::{link_around, route_link};
use crate::components::words::{paragraph, worded, words};

/// The page of all answers.
pub fn review(pen: Pen<'_>, view: &ReviewView) -> Html {
    let rows = view.rows.iter().map(|view| row(pen, view));
    let buttons = vec![
        route_link(pen, "button main", &view.to_result, Route::Result),
        button(pen, Weight::Quiet, &view.back, Event::PressedBack),
    ];
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        paragraph(pen, "notice", &view.note),
        element("dl", "answers", rows.collect()),
        element("div", "actions", buttons),
    ])
}

fn row(pen: Pen<'_>, row: &ReviewRow) -> Html {
    let class = if row.is_answered { "" } else { "open" };
    let mut parts = vec![worded(pen, "dt", "", &row.question)];
    let answers = row.answers.iter();
    parts.extend(answers.map(|answer| worded(pen, "dd", class, answer)));
    let link = link_around("", row.route, change(pen, &row.change));
    parts.push(element("dd", "change", vec![link]));
    element("div", "", parts)
}

/// "Change"; what is changed stands in brackets after it, for screen readers, as it stands above for the eye.
fn change(pen: Pen<'_>, phrase: &Phrase) -> Vec<Html> {
    let Some(place) = phrase.text.find(['（', '(']) else {
        return vec![words(pen, phrase)];
    };
    let (seen, heard) = phrase.text.split_at(place);
    let seen = Phrase {
        text: seen.into(),
        ..phrase.clone()
    };
    let heard = element("span", "heard", vec![text(plain(heard))]);
    vec![words(pen, &seen), heard]
}
