//! All answers, each with the way to change it.

use domain::text::plain;
use session::view::{Phrase, ReviewRow, ReviewView};
use session::{Event, Route};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::words::{paragraph, words};

/// The page of all answers.
pub fn review(pen: Pen<'_>, view: &ReviewView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            <dl class="answers">{for view.rows.iter().map(|view| row(pen, view))}</dl>
            <div class="actions">
                {route_link(pen, "button main", &view.to_result, Route::Result)}
                {button(pen, Weight::Quiet, &view.back, Event::PressedBack)}
            </div>
        </>
    }
}

fn row(pen: Pen<'_>, row: &ReviewRow) -> Html {
    let class = if row.is_answered { "" } else { "open" };
    html! {
        <div>
            <dt>{words(pen, &row.question)}</dt>
            {for row.answers.iter().map(|answer| html! { <dd {class}>{words(pen, answer)}</dd> })}
            <dd class="change"><a href={row.route.fragment()}>{change(pen, &row.change)}</a></dd>
        </div>
    }
}

/// "Change"; what is changed stands in brackets after it, for screen readers, as it stands above for the eye.
fn change(pen: Pen<'_>, phrase: &Phrase) -> Html {
    let Some(place) = phrase.text.find(['（', '(']) else {
        return words(pen, phrase);
    };
    let (seen, heard) = phrase.text.split_at(place);
    let seen = Phrase {
        text: seen.into(),
        ..phrase.clone()
    };
    html! { <>{words(pen, &seen)}<span class="heard">{plain(heard)}</span></> }
}
