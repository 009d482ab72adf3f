//! Links: to another screen, and to another site.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Route;
use session::view::{Link, Phrase};
use yew::{Html, html};

use super::Pen;
use super::words::words;

/// A link to another screen.
pub fn route_link(pen: Pen<'_>, class: &'static str, phrase: &Phrase, route: Route) -> Html {
    html! { <a {class} href={route.fragment()}>{words(pen, phrase)}</a> }
}

/// A link to another site in a line of its own.
pub fn site_link(pen: Pen<'_>, link: &Link) -> Html {
    html! { <p class="site">{site_words(pen, link)}</p> }
}

/// A link to another site within a line. It says so, and tells that site nothing.
pub fn site_words(pen: Pen<'_>, link: &Link) -> Html {
    html! {
        <a href={link.url.clone()} rel="noreferrer noopener external">
            {words(pen, &link.name)}{" "}<small>{words(pen, &link.note)}</small>
        </a>
    }
}
