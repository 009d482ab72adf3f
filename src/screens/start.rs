//! The start page: three doors, what is promised, and whom to call without any of it.

use session::Event;
use session::view::{Door, StartView};
use yew::{Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::heading::{Level, heading};
use crate::components::notice::done;
use crate::components::words::{paragraph, words};

/// The start page.
pub fn start(pen: Pen<'_>, view: &StartView) -> Html {
    html! { <>{doors(pen, view)}<section>{to_call(pen, view)}</section></> }
}

/// Everything above the contacts.
pub fn doors(pen: Pen<'_>, view: &StartView) -> Html {
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            {done(pen, view.erased.as_ref())}
            if let Some((resume, erase)) = &view.resume {
                <div class="actions">
                    {button(pen, Weight::Main, resume, Event::PressedContinue)}
                    {button(pen, Weight::Quiet, erase, Event::PressedErase)}
                </div>
            }
            <ul class="doors">{for view.doors.iter().map(|view| door(pen, view))}</ul>
            <section>
                {heading(pen, Level::Part, &view.promise.title)}
                <ul>{for view.promise.paragraphs.iter().map(|line| html! { <li>{words(pen, line)}</li> })}</ul>
            </section>
        </>
    }
}

/// The contacts that can be called without any question.
pub fn to_call(pen: Pen<'_>, view: &StartView) -> Html {
    html! {
        <>
            {heading(pen, Level::Part, &view.contacts_title)}
            {paragraph(pen, "", &view.contacts_note)}
            {contacts(pen, Level::Card, &view.contacts)}
        </>
    }
}

fn door(pen: Pen<'_>, door: &Door) -> Html {
    html! {
        <li>
            <a class="door" href={door.route.fragment()}>
                <strong>{words(pen, &door.name)}</strong>
                <span>{words(pen, &door.note)}</span>
            </a>
        </li>
    }
}
