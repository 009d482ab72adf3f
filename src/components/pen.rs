//! What every part draws with.

use session::Event;
use session::view::Phrase;
use yew::Callback;
use yew::events::MouseEvent;

/// The things that every part needs besides its own data.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The mark after a text that is only there in Japanese.
    pub only_japanese: &'a Phrase,
    /// The address of the file with the pictograms.
    pub pictures: &'a str,
    /// Where events go.
    pub on_event: &'a Callback<Event>,
}

impl Pen<'_> {
    /// A callback for a press that means `event`.
    pub fn on_press(self, event: Event) -> Callback<MouseEvent> {
        let on_event = self.on_event.clone();
        Callback::from(move |_| on_event.emit(event.clone()))
    }

    /// A callback for a changed radio button or checkbox that means `event`.
    pub fn on_change(self, event: Event) -> Callback<yew::Event> {
        let on_event = self.on_event.clone();
        Callback::from(move |_| on_event.emit(event.clone()))
    }
}
