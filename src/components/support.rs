//! Cards of supports: in full for the first, in short for the others.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{Card, Fact};
use yew::{AttrValue, Html};

use super::Pen;
use super::contact::contacts;
use super::element::{element, group, text};
use super::facts::{facts, speech};
use super::heading::{Level, heading_with_id};
use super::link::link_around;
use super::notice::emergency;
use super::places::places;
use super::words::{paragraph, paragraphs, worded, words};

/// A support with its reason, what happens, what to say first, and how to reach it.
pub fn full_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let (plain, said) = apart(card, &card.facts);
    let parts = vec![
        head(pen, level, card),
        facts(pen, plain),
        said.map(|fact| speech(pen, fact)).unwrap_or_default(),
        places(pen, level.below(), &card.places),
        contacts(pen, level.below(), &card.contacts),
        more(pen, card),
        paragraph(pen, "origin", &card.checked),
    ];
    element("article", "card", parts)
}

/// A support in short: its name, its reason, what it is, the nearest place, and the way to everything about it.
pub fn short_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let parts = vec![
        head(pen, level, card),
        places(pen, level.below(), &card.places),
        more(pen, card),
    ];
    element("article", "card short", parts)
}

/// A support that somebody passed on: without places, and without the way to one's own result.
pub fn passed_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let (plain, said) = apart(card, &card.facts);
    let parts = vec![
        head(pen, level, card),
        facts(pen, plain),
        said.map(|fact| speech(pen, fact)).unwrap_or_default(),
        contacts(pen, level.below(), &card.contacts),
        paragraph(pen, "origin", &card.checked),
    ];
    element("article", "card", parts)
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
    group(vec![
        heading_with_id(pen, level, id_of(card), &card.name),
        urgent(pen, card),
        paragraph(pen, "why", &card.reason),
        paragraph(pen, "", &card.lead),
        paragraphs(pen, &card.sentences),
        emergency(pen, card.emergency.as_ref()),
    ])
}

/// The mark where time matters.
pub fn urgent(pen: Pen<'_>, card: &Card) -> Html {
    let mark = card.urgent.as_ref();
    mark.map(|urgent| element("p", "", vec![worded(pen, "b", "mark", urgent)]))
        .unwrap_or_default()
}

/// The way to everything about it, which a list of links must be able to tell from that of the other cards.
fn more(pen: Pen<'_>, card: &Card) -> Html {
    let (name, route) = &card.more;
    // Not by aria-labelledby: with furigana the name would differ from what is seen.
    let heard = element("span", "heard", vec![text(" "), words(pen, &card.name)]);
    element(
        "p",
        "more",
        vec![link_around("", *route, vec![words(pen, name), heard])],
    )
}

fn id_of(card: &Card) -> AttrValue {
    ["card-", &card.id].concat().into()
}
