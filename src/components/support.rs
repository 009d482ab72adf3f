//! Cards of supports: in full for the first, in short for the others.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{Card, Fact};
use yew::{AttrValue, Html, html};

use super::Pen;
use super::contact::contacts;
use super::facts::{facts, speech};
use super::heading::{Level, heading_with_id};
use super::notice::emergency;
use super::places::places;
use super::words::{paragraph, paragraphs, words};

/// A support with its reason, what happens, what to say first, and how to reach it.
pub fn full_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let (plain, said) = apart(card, &card.facts);
    html! {
        <article key={card.id.clone()} class="card">
            {head(pen, level, card)}
            {paragraphs(pen, &card.sentences)}
            {emergency(pen, card.emergency.as_ref())}
            {facts(pen, plain)}
            {for said.map(|fact| speech(pen, fact))}
            {places(pen, level.below(), &card.places)}
            {contacts(pen, level.below(), &card.contacts)}
            {foot(pen, card)}
        </article>
    }
}

/// A support in short: its name, its reason, what it is, and the way to everything about it.
pub fn short_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    html! {
        <article key={card.id.clone()} class="card short">
            {head(pen, level, card)}
            {emergency(pen, card.emergency.as_ref())}
            {more(pen, card)}
        </article>
    }
}

/// The facts without what to say first, and what to say first.
///
/// A card's own facts are who answers, what happens and what to say; with all three there, the last is the speech.
pub fn apart<'a>(card: &Card, facts: &'a [Fact]) -> (Vec<&'a Fact>, Option<&'a Fact>) {
    let label = match card.facts.as_slice() {
        [_, _, said] => Some(&said.label),
        _ => None,
    };
    let (said, plain): (Vec<&Fact>, Vec<&Fact>) =
        facts.iter().partition(|fact| Some(&fact.label) == label);
    (plain, said.first().copied())
}

fn head(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    html! {
        <>
            {heading_with_id(pen, level, id_of(card), &card.name)}
            {urgent(pen, card)}
            {paragraph(pen, "why", &card.reason)}
            {paragraph(pen, "", &card.lead)}
        </>
    }
}

/// The mark where time matters.
pub fn urgent(pen: Pen<'_>, card: &Card) -> Html {
    card.urgent
        .as_ref()
        .map(|urgent| html! { <p><b class="mark">{words(pen, urgent)}</b></p> })
        .unwrap_or_default()
}

fn foot(pen: Pen<'_>, card: &Card) -> Html {
    html! { <>{more(pen, card)}{paragraph(pen, "origin", &card.checked)}</> }
}

/// The way to everything about it, which a list of links must be able to tell from that of the other cards.
fn more(pen: Pen<'_>, card: &Card) -> Html {
    let (name, route) = &card.more;
    let id = ["more-", &card.id].concat();
    let label = [&id, " ", id_of(card).as_str()].concat();
    html! {
        <p class="more"><a {id} aria-labelledby={label} href={route.fragment()}>{words(pen, name)}</a></p>
    }
}

fn id_of(card: &Card) -> AttrValue {
    ["card-", &card.id].concat().into()
}
