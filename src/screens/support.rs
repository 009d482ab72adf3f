//! One support with everything that is known.

use session::Route;
use session::view::{Link, Phrase, Places, SupportView};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::contact::contacts;
use crate::components::facts::{facts, speech};
use crate::components::heading::{Level, heading};
use crate::components::link::{route_link, site_words};
use crate::components::notice::emergency;
use crate::components::places::places;
use crate::components::support::{apart, urgent};
use crate::components::words::{paragraph, paragraphs, words};

/// The page of one support.
pub fn support(pen: Pen<'_>, view: &SupportView) -> Html {
    let card = &view.card;
    let (plain, said) = apart(card, &view.facts);
    let needs_place = !matches!(card.places, Places::NotNeeded);
    html! {
        <>
            <p class="back">{route_link(pen, "", &view.back, Route::Result)}</p>
            {heading(pen, Level::Title, &card.name)}
            {urgent(pen, card)}
            {paragraph(pen, "lead", &card.lead)}
            <section class="why">
                {heading(pen, Level::Part, &view.why_label)}
                {paragraph(pen, "", &card.reason)}
            </section>
            {paragraphs(pen, &card.sentences)}
            {emergency(pen, card.emergency.as_ref())}
            {for said.map(|fact| speech(pen, fact))}
            {facts(pen, plain)}
            if needs_place || view.ask.is_some() {
                <section>
                    {heading(pen, Level::Part, &view.where_label)}
                    {places(pen, Level::Card, &card.places)}
                    {facts(pen, &view.ask)}
                </section>
            }
            if !card.contacts.is_empty() {
                <section>
                    {heading(pen, Level::Part, &view.contacts_label)}
                    {contacts(pen, Level::Card, &card.contacts)}
                </section>
            }
            if !view.sources.is_empty() {
                <section class="sources">
                    {heading(pen, Level::Part, &view.sources_label)}
                    <ul>{for view.sources.iter().map(|(name, link, date)| source(pen, name, link.as_ref(), date))}</ul>
                </section>
            }
            {paragraph(pen, "origin", &card.checked)}
            <p class="back">{route_link(pen, "", &view.back, Route::Result)}</p>
        </>
    }
}

fn source(pen: Pen<'_>, name: &Phrase, link: Option<&Link>, date: &Phrase) -> Html {
    let named = match link {
        Some(link) => site_words(pen, link),
        None => words(pen, name),
    };
    html! { <li>{named}{" "}<small>{words(pen, date)}</small></li> }
}
