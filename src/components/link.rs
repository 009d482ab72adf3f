//! Links: to another screen, and to another site.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Route;
use session::view::{Link, Phrase};
use yew::Html;

use super::Pen;
use super::element::{element, element_with, text};
use super::words::{worded, words};

/// A link to another screen.
pub fn route_link(pen: Pen<'_>, class: &'static str, phrase: &Phrase, route: Route) -> Html {
    link_around(class, route, vec![words(pen, phrase)])
}

/// The same around anything.
pub fn link_around(class: &'static str, route: Route, children: Vec<Html>) -> Html {
    let address = route.fragment().into();
    if class.is_empty() {
        return element_with("a", &["href"], vec![address], children);
    }
    element_with(
        "a",
        &["class", "href"],
        vec![class.into(), address],
        children,
    )
}

/// A link to another site in a line of its own.
pub fn site_link(pen: Pen<'_>, link: &Link) -> Html {
    element("p", "site", vec![site_words(pen, link)])
}

/// A link to another site within a line. It says so, and tells that site nothing.
pub fn site_words(pen: Pen<'_>, link: &Link) -> Html {
    element_with(
        "a",
        &["href", "rel"],
        vec![
            link.url.clone().into(),
            "noreferrer noopener external".into(),
        ],
        vec![
            words(pen, &link.name),
            text(" "),
            worded(pen, "small", "", &link.note),
        ],
    )
}
