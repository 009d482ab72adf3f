//! The whole page: the frame and the screen in it.

use std::rc::Rc;

use session::Event;
use session::view::{Screen, View};
use yew::virtual_dom::Key;
use yew::{Callback, Html, html};

#[cfg(feature = "whole")]
use super::{counter, ending, keep, places, result, review, settings, shared, sheet, support};
use super::{crisis, question, start, text};
use crate::components::element::group;
#[cfg(feature = "whole")]
use crate::components::frame::aloud;
use crate::components::frame::{framed, switch};
use crate::components::{Level, Pen};

/// The whole page: what `view` says, with the pictograms at this address, and what the person does goes to `on_event`.
pub fn page(view: &View, pictures: &str, on_event: &Callback<Event>) -> Html {
    let frame = &view.frame;
    let pen = Pen {
        only_japanese: &frame.only_japanese,
        pictures,
        on_event,
    };
    let drawn = match &view.screen {
        Screen::Start(view) => start::start(pen, view),
        Screen::Question(view) => question::question(pen, Level::Title, view),
        #[cfg(feature = "whole")]
        Screen::Review(view) => review::review(pen, view),
        #[cfg(feature = "whole")]
        Screen::Result(view) => result::result(pen, view),
        #[cfg(feature = "whole")]
        Screen::Ending(view) => ending::ending(pen, view),
        Screen::Waiting(view) => text::waiting(pen, view),
        #[cfg(feature = "whole")]
        Screen::Support(view) => support::support(pen, view),
        #[cfg(feature = "whole")]
        Screen::Places(view) => places::places(pen, view),
        #[cfg(feature = "whole")]
        Screen::Keep(view) => keep::keep(pen, view),
        #[cfg(feature = "whole")]
        Screen::Shared(view) => shared::shared(pen, view),
        #[cfg(feature = "whole")]
        Screen::Sheet(view) => sheet::sheet(pen, view),
        #[cfg(feature = "whole")]
        Screen::Counter(view) => counter::counter(pen, view),
        #[cfg(feature = "whole")]
        Screen::Opened(view) => counter::opened(pen, view),
        #[cfg(feature = "whole")]
        Screen::Settings(view) => settings::settings(pen, view),
        Screen::Crisis(view) => crisis::crisis(pen, Level::Title, view),
        Screen::Page(view) => text::text(pen, view),
    };
    // A new key makes new elements: an opened fold or a half-made pick of one screen never shows on the next.
    let tools = vec![
        switch(pen, frame),
        #[cfg(feature = "whole")]
        aloud(pen, frame),
    ];
    framed(
        pen,
        frame,
        group(tools),
        html! { <div key={key(&view.screen)}>{drawn}</div> },
    )
}

/// What tells this screen from every other.
fn key(screen: &Screen) -> Key {
    match screen {
        Screen::Start(_) => Key::from("start"),
        Screen::Question(view) => Key::from(view.id.0),
        #[cfg(feature = "whole")]
        Screen::Review(_) => Key::from("review"),
        #[cfg(feature = "whole")]
        Screen::Result(_) => Key::from("result"),
        #[cfg(feature = "whole")]
        Screen::Ending(_) => Key::from("ending"),
        Screen::Waiting(_) => Key::from("waiting"),
        #[cfg(feature = "whole")]
        Screen::Support(view) => Key::from(view.card.id.as_str()),
        #[cfg(feature = "whole")]
        Screen::Places(_) => Key::from("places"),
        #[cfg(feature = "whole")]
        Screen::Keep(_) => Key::from("keep"),
        #[cfg(feature = "whole")]
        Screen::Shared(_) => Key::from("shared"),
        #[cfg(feature = "whole")]
        Screen::Sheet(_) => Key::from("sheet"),
        #[cfg(feature = "whole")]
        Screen::Counter(_) => Key::from("counter"),
        #[cfg(feature = "whole")]
        Screen::Opened(_) => Key::from("opened"),
        #[cfg(feature = "whole")]
        Screen::Settings(_) => Key::from("settings"),
        Screen::Crisis(_) => Key::from("crisis"),
        Screen::Page(view) => Key::from(Rc::clone(&view.title.text)),
    }
}
