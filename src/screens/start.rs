//! The start page: three doors, what is promised, and whom to call without any of it.

use session::Event;
use session::view::{Door, StartView};
use yew::Html;

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::element::{element, group};
use crate::components::heading::{Level, heading};
use crate::components::link::link_around;
use crate::components::notice::done;
use crate::components::words::{paragraph, worded};

/// The start page.
pub fn start(pen: Pen<'_>, view: &StartView) -> Html {
    let to_call = element("section", "", vec![to_call(pen, view)]);
    group(vec![doors(pen, view), to_call])
}

/// Everything above the contacts.
pub fn doors(pen: Pen<'_>, view: &StartView) -> Html {
    let resume = view.resume.as_ref().map(|(resume, erase)| {
        let resume = button(pen, Weight::Main, resume, Event::PressedContinue);
        let erase = button(pen, Weight::Quiet, erase, Event::PressedErase);
        element("div", "actions", vec![resume, erase])
    });
    let doors = view.doors.iter().map(|view| door(pen, view));
    let promise = view.promise.paragraphs.iter();
    let promise = promise.map(|line| worded(pen, "li", "", line)).collect();
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        done(pen, view.erased.as_ref()),
        resume.unwrap_or_default(),
        element("ul", "doors", doors.collect()),
        element(
            "section",
            "",
            vec![
                heading(pen, Level::Part, &view.promise.title),
                element("ul", "", promise),
            ],
        ),
    ])
}

/// The contacts that can be called without any question.
pub fn to_call(pen: Pen<'_>, view: &StartView) -> Html {
    group(vec![
        heading(pen, Level::Part, &view.contacts_title),
        paragraph(pen, "", &view.contacts_note),
        contacts(pen, Level::Card, &view.contacts),
    ])
}

fn door(pen: Pen<'_>, door: &Door) -> Html {
    let name = worded(pen, "strong", "", &door.name);
    let note = worded(pen, "span", "", &door.note);
    let link = link_around("door", door.route, vec![name, note]);
    element("li", "", vec![link])
}
