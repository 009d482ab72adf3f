//! Headings, so that a part can stand under any other.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{Phrase, Section};
use yew::{AttrValue, Html};

use super::Pen;
use super::element::{element_with, group};
use super::words::{paragraphs, worded, words};

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

    fn element(self) -> &'static str {
        match self {
            Self::Title => "h1",
            Self::Part => "h2",
            Self::Card => "h3",
            Self::Detail => "h4",
        }
    }
}

/// A heading, or nothing when there is nothing to say.
pub fn heading(pen: Pen<'_>, level: Level, phrase: &Phrase) -> Html {
    if phrase.is_empty() {
        return Html::default();
    }
    match level {
        Level::Title => element_with(
            level.element(),
            &["id", "tabindex"],
            vec!["title".into(), "-1".into()],
            vec![words(pen, phrase)],
        ),
        Level::Part | Level::Card | Level::Detail => worded(pen, level.element(), "", phrase),
    }
}

/// A heading below the title that takes the focus when something leads to its part.
pub fn heading_with_id(pen: Pen<'_>, level: Level, id: AttrValue, phrase: &Phrase) -> Html {
    element_with(
        level.element(),
        &["id", "tabindex"],
        vec![id, "-1".into()],
        vec![words(pen, phrase)],
    )
}

/// A heading with its paragraphs.
pub fn section(pen: Pen<'_>, level: Level, section: &Section) -> Html {
    group(vec![
        heading(pen, level, &section.title),
        paragraphs(pen, &section.paragraphs),
    ])
}
