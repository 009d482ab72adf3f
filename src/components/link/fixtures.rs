//! 見本 of links.

use session::Route;
use session::view::Link;

use super::{route_link, site_link};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, site};

/// 見本 of links.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "link: a screen",
            route_link(pen, "", &phrase("答えを見なおす"), Route::Review),
        ),
        fixture(
            "link: as a button",
            route_link(pen, "button", &long(), Route::Review),
        ),
        fixture("link: another site", site_link(pen, &site())),
        fixture(
            "link: another site, a gap",
            site_link(
                pen,
                &Link {
                    name: gap("見本"),
                    ..site()
                },
            ),
        ),
    ]
}
