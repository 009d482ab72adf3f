//! The counselor's page: a line for the code, and the sheet that it brings.

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod fixtures;

use session::view::{CameraView, CounterView, OpenedView};
use session::{CounterEvent, Event};
use yew::events::{InputEvent, KeyboardEvent};
use yew::{Callback, Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::element::{element, element_with, group, text};
use crate::components::heading::{Level, heading};
use crate::components::notice::{error, status};
use crate::components::paper::paper;
use crate::components::words::{paragraph, paragraphs, worded, words};

/// The id of the line for the code.
pub const LINE: &str = "code";
/// The id of the element that shows what the camera sees.
pub const CAMERA: &str = "camera";

/// The page before a code is read.
pub fn counter(pen: Pen<'_>, view: &CounterView) -> Html {
    let open = press(pen, Weight::Main, &view.open, CounterEvent::PressedOpen);
    let camera = view.camera.as_ref();
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        error(pen, view.error.as_ref()),
        paragraphs(pen, &view.advice),
        line(pen, view),
        element("div", "actions", vec![open]),
        camera
            .map(|camera| looking(pen, camera))
            .unwrap_or_default(),
        paragraph(pen, "how", &view.note),
    ])
}

/// The sheet that a code brought.
pub fn opened(pen: Pen<'_>, view: &OpenedView) -> Html {
    let warnings = view.warnings.iter();
    let warnings = warnings.map(|warning| paragraph(pen, "notice", warning));
    let unknown = view.unknown.iter();
    let unknown = unknown.map(|code| element("li", "", vec![text(code.clone())]));
    let supports = view.supports.iter();
    let supports = supports.map(|support| worded(pen, "li", "", support));
    let buttons = || {
        let parts = vec![
            button(pen, Weight::Main, &view.print, Event::PressedPrint),
            press(
                pen,
                Weight::Quiet,
                &view.next,
                CounterEvent::PressedNextPerson,
            ),
        ];
        element("div", "actions", parts)
    };
    let above = vec![
        heading(pen, Level::Title, &view.title),
        group(warnings.collect()),
        listed("codes", unknown.collect()),
        buttons(),
        heading(pen, Level::Part, &view.paper_title),
    ];
    group(vec![
        // Only what is handed over, and what follows from it, is printed.
        element("div", "fill-in", above),
        paper(pen, &view.paper),
        element(
            "section",
            "suggested",
            vec![
                heading(pen, Level::Part, &view.supports_title),
                paragraph(pen, "how", &view.supports_note),
                listed("", supports.collect()),
            ],
        ),
        element("div", "fill-in", vec![buttons()]),
    ])
}

fn line(pen: Pen<'_>, view: &CounterView) -> Html {
    let on_event = pen.on_event.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(typed) = typed(&event) {
            on_event.emit(Event::Counter(CounterEvent::Typed(typed)));
        }
    });
    let on_event = pen.on_event.clone();
    // There is no form: a line that is sent would put the code into the address.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if ends_line(&event) {
            on_event.emit(Event::Counter(CounterEvent::PressedOpen));
        }
    });
    let label = element_with(
        "label",
        &["for"],
        vec![LINE.into()],
        vec![words(pen, &view.label)],
    );
    let hint = element_with(
        "p",
        &["class", "id"],
        vec!["how".into(), "code-hint".into()],
        vec![words(pen, &view.hint)],
    );
    let has_error = view.error.is_some();
    let described_by = if has_error {
        "error code-hint"
    } else {
        "code-hint"
    };
    // A spell checker, or a writing helper, may send what is written to its maker.
    let field = html! {
        <input
            id={LINE}
            class="line"
            type="text"
            value={view.typed.clone()}
            maxlength="2000"
            autocomplete="off"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck="false"
            writingsuggestions="false"
            enterkeyhint="go"
            aria-invalid={has_error.then_some("true")}
            aria-describedby={described_by}
            {oninput}
            {onkeydown}
        />
    };
    element("div", "pick", vec![label, hint, field])
}

fn looking(pen: Pen<'_>, view: &CameraView) -> Html {
    let event = if view.is_running {
        CounterEvent::PressedStop
    } else {
        CounterEvent::PressedCamera
    };
    let picture = if view.is_running {
        html! { <video id={CAMERA} class="camera" muted={true} playsinline={true} aria-hidden="true" /> }
    } else {
        Html::default()
    };
    let press = press(pen, Weight::Quiet, &view.press, event);
    group(vec![
        element("div", "actions", vec![press]),
        // It stands there before it says anything: an element that comes with its words is not read out.
        status("status", vec![words(pen, &view.status)]),
        picture,
    ])
}

fn listed(class: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    element("ul", class, rows)
}

fn press(pen: Pen<'_>, weight: Weight, name: &session::view::Phrase, event: CounterEvent) -> Html {
    button(pen, weight, name, Event::Counter(event))
}

#[cfg(feature = "csr")]
use crate::ports::form::{ends_line, typed};

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn typed(_: &InputEvent) -> Option<String> {
    None
}

#[cfg(not(feature = "csr"))]
fn ends_line(_: &KeyboardEvent) -> bool {
    false
}
