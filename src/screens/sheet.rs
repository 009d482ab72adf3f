//! The hand-over sheet: what the person fills in, and the page.

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod fixtures;

use session::view::SheetView;
use session::{Event, SheetEvent};
use yew::{Callback, Html, InputEvent, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::choices::tick;
use crate::components::element::{element, element_with, group};
use crate::components::heading::{Level, heading};
use crate::components::hospital::hospital;
use crate::components::link::route_link;
use crate::components::paper::paper;
use crate::components::words::{paragraph, words};

/// The hand-over sheet.
pub fn sheet(pen: Pen<'_>, view: &SheetView) -> Html {
    let buttons = |pen| {
        let parts = vec![
            button(pen, Weight::Main, &view.print, Event::PressedPrint),
            route_link(pen, "button", &view.back.0, view.back.1),
            button(pen, Weight::Quiet, &view.erase, Event::PressedErase),
        ];
        element("div", "actions", parts)
    };
    let (first_visit, is_first) = &view.first_visit;
    let first_visit = tick(
        pen,
        "first-visit".into(),
        first_visit,
        *is_first,
        Event::Sheet(SheetEvent::TickedFirstVisit(!is_first)),
    );
    let parts = vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        empty(pen, view),
        own(pen, view),
        element("div", "choices", vec![first_visit]),
        asks(pen, view),
        buttons(pen),
        heading(pen, Level::Part, &view.paper_label),
    ];
    group(vec![
        element("div", "fill-in", parts),
        paper(pen, &view.paper),
        hospital(pen, &view.hospital),
    ])
}

fn empty(pen: Pen<'_>, view: &SheetView) -> Html {
    let Some((said, link, route)) = &view.empty else {
        return Html::default();
    };
    let link = element("p", "", vec![route_link(pen, "", link, *route)]);
    element("div", "notice", vec![paragraph(pen, "", said), link])
}

fn own(pen: Pen<'_>, view: &SheetView) -> Html {
    let on_event = pen.on_event.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(text) = written(&event) {
            on_event.emit(Event::Sheet(SheetEvent::Wrote(text)));
        }
    });
    let label = element_with(
        "label",
        &["for"],
        vec!["own-words".into()],
        vec![words(pen, &view.own_label)],
    );
    let note = element_with(
        "p",
        &["class", "id"],
        vec!["how".into(), "own-note".into()],
        vec![words(pen, &view.own_note)],
    );
    // A spell checker, or a writing helper, may send what is written to its maker.
    let field = html! {
        <textarea
            id="own-words"
            rows="4"
            maxlength={view.most_letters.to_string()}
            aria-describedby="own-note"
            autocomplete="off"
            autocorrect="off"
            spellcheck="false"
            writingsuggestions="false"
            value={view.own.clone()}
            {oninput}
        />
    };
    element("div", "pick", vec![label, note, field])
}

fn asks(pen: Pen<'_>, view: &SheetView) -> Html {
    if view.asks.is_empty() {
        return Html::default();
    }
    let ticks = view.asks.iter().map(|ask| {
        let event = Event::Sheet(SheetEvent::TickedAsk(ask.id, !ask.is_kept));
        let id = ["ask-", &ask.id.0.to_string()].concat();
        tick(pen, id.into(), &ask.label, ask.is_kept, event)
    });
    let choices = element("div", "choices", ticks.collect());
    let legend = heading(pen, Level::Part, &view.asks_label);
    let legend = element("legend", "", vec![legend]);
    let note = paragraph(pen, "how", &view.asks_note);
    element("fieldset", "", vec![legend, note, choices])
}

#[cfg(feature = "csr")]
use crate::ports::form::written;

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn written(_: &InputEvent) -> Option<String> {
    None
}
