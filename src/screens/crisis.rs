//! Help now: danger first, then lines to talk.

use session::view::CrisisView;
use yew::Html;

use crate::components::Pen;
use crate::components::contact::contacts;
use crate::components::element::{element, group};
use crate::components::heading::{Level, heading, section};
use crate::components::link::site_link;
use crate::components::notice::draft;
use crate::components::words::{paragraph, paragraphs, worded};

/// Help now, under a heading of this level.
pub fn crisis(pen: Pen<'_>, level: Level, view: &CrisisView) -> Html {
    let part = level.below();
    let danger = vec![
        heading(pen, part, &view.danger.title),
        contacts(pen, part.below(), &view.danger_contacts),
        paragraphs(pen, &view.danger.paragraphs),
    ];
    let other = vec![
        worded(pen, "summary", "", &view.other.title),
        paragraphs(pen, &view.other.paragraphs),
    ];
    let index = view.index_link.as_ref();
    let lines = vec![
        section(pen, part, &view.listen),
        index.map(|link| site_link(pen, link)).unwrap_or_default(),
        contacts(pen, part.below(), &view.lines),
    ];
    let index = vec![
        section(pen, part, &view.index),
        contacts(pen, part.below(), &view.index_contacts),
    ];
    group(vec![
        heading(pen, level, &view.title),
        paragraph(pen, "lead", &view.lead),
        draft(pen, &view.draft),
        element("section", "danger", danger),
        // Its own door, near the top: whoever is afraid for another reads no further list first.
        element("details", "other", other),
        element("section", "", lines),
        element("section", "", index),
        paragraph(pen, "notice", &view.private),
    ])
}
