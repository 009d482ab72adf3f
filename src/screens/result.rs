//! Who can help: at most three in full, the others in short, and what was left out.

use session::view::ResultView;
use session::{Event, Route};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::heading::{Level, heading};
use crate::components::link::route_link;
use crate::components::support::{full_card, short_card};
use crate::components::words::{paragraph, paragraphs, words};

/// The result.
pub fn result(pen: Pen<'_>, view: &ResultView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            {paragraphs(pen, &view.sentences)}
            {paragraph(pen, "paper", &view.printed)}
            <section>
                {heading(pen, Level::Part, &view.first_title)}
                {for view.first.iter().map(|card| full_card(pen, Level::Card, card))}
            </section>
            if !view.more.is_empty() {
                <section>
                    {heading(pen, Level::Part, &view.more_title)}
                    {for view.more.iter().map(|card| short_card(pen, Level::Card, card))}
                </section>
            }
            if !view.missing.is_empty() {
                <details>
                    <summary>{words(pen, &view.missing_title)}</summary>
                    <ul>{for view.missing.iter().map(|row| html! { <li>{words(pen, &row.text)}</li> })}</ul>
                </details>
            }
            <div class="actions">
                {button(pen, Weight::Main, &view.print, Event::PressedPrint)}
                {route_link(pen, "button", &view.to_review, Route::Review)}
                {button(pen, Weight::Quiet, &view.erase, Event::PressedErase)}
            </div>
        </>
    }
}
