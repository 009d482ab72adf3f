//! Cards of supports: in full for the first, in short for the others.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{Card, GoneView, Phrase};
use yew::{AttrValue, Html};

use super::Pen;
use super::change::{change, choices};
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
    let parts = vec![
        head(pen, level, card),
        facts(pen, &card.facts),
        said(pen, card),
        places(pen, level.below(), &card.places),
        contacts(pen, level.below(), &card.contacts),
        more(pen, card),
        paragraph(pen, "origin", &card.checked),
    ];
    element("article", "card", parts)
}

/// A support in short: its name, its reason, what it is, the nearest place, the way to everything about it, and folded
/// how it goes there.
pub fn short_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let how = vec![
        worded(pen, "summary", "", &card.how_label),
        facts(pen, &card.facts),
        said(pen, card),
        contacts(pen, level.below(), &card.contacts),
    ];
    let parts = vec![
        head(pen, level, card),
        places(pen, level.below(), &card.places),
        element("details", "how-it-goes", how),
        more(pen, card),
    ];
    element("article", "card short", parts)
}

/// A support that somebody passed on: without places, and without the way to one's own result.
pub fn passed_card(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    let parts = vec![
        head(pen, level, card),
        facts(pen, &card.facts),
        said(pen, card),
        contacts(pen, level.below(), &card.contacts),
        paragraph(pen, "origin", &card.checked),
    ];
    element("article", "card", parts)
}

/// What to say first, where there is something.
pub fn said(pen: Pen<'_>, card: &Card) -> Html {
    let said = card.say.as_ref();
    said.map(|fact| speech(pen, fact)).unwrap_or_default()
}

/// In the place of a card that the changed answer took away: its name, that it is gone, and the choices.
pub fn gone_card(pen: Pen<'_>, level: Level, gone: &GoneView) -> Html {
    let id = ["card-", &gone.id].concat().into();
    let parts = vec![
        heading_with_id(pen, level, id, &gone.name),
        paragraph(pen, "notice", &gone.note),
        choices(pen, &gone.choices),
    ];
    element("article", "card short", parts)
}

fn head(pen: Pen<'_>, level: Level, card: &Card) -> Html {
    group(vec![
        heading_with_id(pen, level, id_of(card), &card.name),
        urgent(pen, card),
        paragraph(pen, "why", &card.reason),
        change(pen, &card.changes, card.choices.as_ref()),
        paragraph(pen, "", &card.lead),
        paragraphs(pen, sentences(card)),
        emergency(pen, card.emergency.as_ref()),
    ])
}

/// The mark where time matters, and right after it the sentences that say why.
pub fn urgent(pen: Pen<'_>, card: &Card) -> Html {
    let Some(mark) = &card.urgent else {
        return Html::default();
    };
    let mark = element("p", "", vec![worded(pen, "b", "mark", mark)]);
    group(vec![mark, paragraphs(pen, &card.sentences)])
}

/// The sentences that do not stand beside the mark.
pub fn sentences(card: &Card) -> &[Phrase] {
    match &card.urgent {
        Some(_) => &[],
        None => &card.sentences,
    }
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
