//! What stands around every screen.

use session::view::{Frame, LangView};
use session::{Event, Route};
use yew::events::MouseEvent;
use yew::{Callback, Html, html};

use super::Pen;
use super::element::{element, element_with, group, text};
use super::link::route_link;
use super::words::{paragraph, words};

/// The frame around `screen`, with this language switch.
pub fn framed(pen: Pen<'_>, frame: &Frame, switch: Html, screen: Html) -> Html {
    let home = route_link(pen, "home", &frame.app_name, Route::Start);
    let parts = vec![
        element("header", "", vec![skip(pen, frame), home, switch]),
        element("main", "", vec![screen]),
        strip(pen, frame),
        foot(pen, frame),
    ];
    element("div", "page", parts)
}

/// The language switch of the app: it changes the words and nothing else.
pub fn switch(pen: Pen<'_>, frame: &Frame) -> Html {
    let option = |lang: &LangView| {
        let pressed = if lang.is_current { "true" } else { "false" };
        let onclick = pen.on_press(Event::ChoseLang(lang.lang));
        html! {
            <button type="button" lang={lang.lang.html()} aria-pressed={pressed} {onclick}>{lang.name}</button>
        }
    };
    langs(pen, frame, frame.langs.iter().map(option).collect())
}

/// The language switch with these languages, folded: nine names would fill the first screen of a phone.
///
/// With every language it is another element, and so closes once a language was chosen.
pub fn langs(pen: Pen<'_>, frame: &Frame, options: Vec<Html>) -> Html {
    let label = words(pen, &frame.language_label);
    let word = frame.language_word.as_ref();
    let word = word.map(|word| group(vec![text(" "), words(pen, word)]));
    let names = vec!["language".into()];
    let summary = vec![label, word.unwrap_or_default()];
    let switch = vec![
        element_with("summary", &["id"], names, summary),
        element("div", "", options),
    ];
    let chosen = frame.langs.iter().find(|lang| lang.is_current);
    let key = chosen.map_or("", |lang| lang.lang.code());
    html! { <details {key} class="langs">{group(switch)}</details> }
}

/// The button that reads the screen aloud, or stops it; it keeps the focus as one becomes the other.
#[cfg(feature = "whole")]
pub fn aloud(pen: Pen<'_>, frame: &Frame) -> Html {
    let Some(view) = &frame.aloud else {
        return Html::default();
    };
    let onclick = pen.on_press(Event::Aloud(view.press.clone()));
    html! { <button type="button" class="aloud" {onclick}>{words(pen, &view.name)}</button> }
}

// A plain link to `#title` would change the address, and with it the screen.
fn skip(pen: Pen<'_>, frame: &Frame) -> Html {
    let on_event = pen.on_event.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        on_event.emit(Event::PressedSkipToContent);
    });
    html! { <a class="skip" href="#title" {onclick}>{words(pen, &frame.skip)}</a> }
}

/// The way to help now, one tap away on every other screen.
fn strip(pen: Pen<'_>, frame: &Frame) -> Html {
    let Some(crisis) = &frame.crisis else {
        return Html::default();
    };
    let link = route_link(pen, "", crisis, Route::Crisis);
    element("aside", "", vec![link])
}

fn foot(pen: Pen<'_>, frame: &Frame) -> Html {
    let links = frame
        .links
        .iter()
        .map(|(name, route)| route_link(pen, "", name, *route));
    let label = frame.footer_label.plain().into();
    let links = element_with("nav", &["aria-label"], vec![label], links.collect());
    element(
        "footer",
        "",
        vec![links, paragraph(pen, "", &frame.not_medical)],
    )
}
