//! The part of the sheet for hospitals, folded.

use session::view::HospitalView;
use session::{Event, HospitalEvent};
use yew::Html;

use super::Pen;
use super::button::{Weight, button};
use super::choices::tick;
use super::element::element;
use super::notice::status;
use super::words::{paragraph, worded, words};

/// The fold with the files.
pub fn hospital(pen: Pen<'_>, view: &HospitalView) -> Html {
    let press = |name, event| button(pen, Weight::Quiet, name, Event::Hospital(event));
    let own_words = view.own_words.as_ref().map(|(label, is_on)| {
        let event = Event::Hospital(HospitalEvent::TickedOwnWords(!is_on));
        let tick = tick(pen, "hospital-own-words".into(), label, *is_on, event);
        element("div", "choices", vec![tick])
    });
    let buttons = vec![
        press(&view.answers, HospitalEvent::PressedAnswers),
        press(&view.questions, HospitalEvent::PressedQuestions),
    ];
    element(
        "details",
        "hospital fill-in",
        vec![
            worded(pen, "summary", "", &view.title),
            paragraph(pen, "", &view.note),
            own_words.unwrap_or_default(),
            element("div", "actions", buttons),
            // It stands there before it says anything: an element that comes with its words is not read out.
            status("status", vec![words(pen, &view.status)]),
        ],
    )
}
