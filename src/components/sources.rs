//! Where facts come from.

use session::view::{Phrase, SourceRow};
use yew::Html;

use super::Pen;
use super::element::{element, text};
use super::heading::{Level, heading};
use super::link::site_words;
use super::words::{worded, words};

/// The sources under a heading, or nothing when there are none.
pub fn sources(pen: Pen<'_>, label: &Phrase, sources: &[SourceRow]) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let title = heading(pen, Level::Part, label);
    let list = sources.iter().map(|row| source(pen, row)).collect();
    element("section", "sources", vec![title, element("ul", "", list)])
}

fn source(pen: Pen<'_>, (name, link, date): &SourceRow) -> Html {
    let named = match link {
        Some(link) => site_words(pen, link),
        None => words(pen, name),
    };
    let date = worded(pen, "small", "", date);
    element("li", "", vec![named, text(" "), date])
}
