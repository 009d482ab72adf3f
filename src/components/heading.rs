//! Headings, so that a part can stand under any other.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{Phrase, Section};
use yew::{AttrValue, Html, html};

use super::Pen;
use super::words::{paragraphs, words};

/// The level of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The one heading of a screen, which takes the focus when the screen changes.
    Title,
    /// A part of a screen.
    Part,
    /// A card in a part.
    Card,
    /// A part of a card.
    Detail,
}

impl Level {
    /// The level below; nothing is below the last.
    pub fn below(self) -> Self {
        match self {
            Self::Title => Self::Part,
            Self::Part => Self::Card,
            Self::Card | Self::Detail => Self::Detail,
        }
    }
}

/// A heading, or nothing when there is nothing to say.
pub fn heading(pen: Pen<'_>, level: Level, phrase: &Phrase) -> Html {
    if phrase.is_empty() {
        return Html::default();
    }
    let drawn = words(pen, phrase);
    match level {
        Level::Title => html! { <h1 id="title" tabindex="-1">{drawn}</h1> },
        Level::Part => html! { <h2>{drawn}</h2> },
        Level::Card => html! { <h3>{drawn}</h3> },
        Level::Detail => html! { <h4>{drawn}</h4> },
    }
}

/// A heading that other elements name by its id.
pub fn heading_with_id(pen: Pen<'_>, level: Level, id: AttrValue, phrase: &Phrase) -> Html {
    let drawn = words(pen, phrase);
    match level {
        Level::Title => heading(pen, level, phrase),
        Level::Part => html! { <h2 {id}>{drawn}</h2> },
        Level::Card => html! { <h3 {id}>{drawn}</h3> },
        Level::Detail => html! { <h4 {id}>{drawn}</h4> },
    }
}

/// A heading with its paragraphs.
pub fn section(pen: Pen<'_>, level: Level, section: &Section) -> Html {
    html! { <>{heading(pen, level, &section.title)}{paragraphs(pen, &section.paragraphs)}</> }
}
