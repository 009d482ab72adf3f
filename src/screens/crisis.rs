//! Help now: danger first, then lines to talk.

use session::view::CrisisView;
use yew::{Html, html};

use crate::components::Pen;
use crate::components::contact::contacts;
use crate::components::heading::{Level, heading, section};
use crate::components::link::site_link;
use crate::components::words::{paragraph, paragraphs, words};

/// Help now, under a heading of this level.
pub fn crisis(pen: Pen<'_>, level: Level, view: &CrisisView) -> Html {
    let part = level.below();
    html! {
        <>
            {heading(pen, level, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            <section class="danger">
                {heading(pen, part, &view.danger.title)}
                {contacts(pen, part.below(), &view.danger_contacts)}
                {paragraphs(pen, &view.danger.paragraphs)}
            </section>
            // Its own door, near the top: whoever is afraid for another reads no further list first.
            <details class="other">
                <summary>{words(pen, &view.other.title)}</summary>
                {paragraphs(pen, &view.other.paragraphs)}
            </details>
            <section>
                {section(pen, part, &view.listen)}
                {for view.index_link.iter().map(|link| site_link(pen, link))}
                {contacts(pen, part.below(), &view.lines)}
            </section>
            <section>
                {section(pen, part, &view.index)}
                {contacts(pen, part.below(), &view.index_contacts)}
            </section>
            {paragraph(pen, "notice", &view.private)}
        </>
    }
}
