//! 見本 of headings.

use session::view::Section;

use super::{Level, heading, heading_with_id, section};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of headings.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture("heading: furigana", heading(pen, Level::Card, &ruby())),
        fixture("heading: long", heading(pen, Level::Card, &long())),
        fixture(
            "heading: a gap",
            heading_with_id(pen, Level::Card, "heading-gap".into(), &gap("見本")),
        ),
        fixture(
            "heading: nothing to say",
            heading(pen, Level::Card, &phrase("")),
        ),
        fixture(
            "section",
            section(
                pen,
                Level::Card,
                &Section {
                    title: phrase("お約束"),
                    paragraphs: vec![phrase("名前は聞きません。"), long()],
                },
            ),
        ),
    ]
}
