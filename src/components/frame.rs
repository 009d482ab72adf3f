//! What stands around every screen.

use session::view::{Frame, LangView};
use session::{Event, Route};
use yew::events::MouseEvent;
use yew::{Callback, Html, html};

use super::Pen;
use super::link::route_link;
use super::words::{paragraph, words};

/// The frame around `screen`, with this language switch.
pub fn framed(pen: Pen<'_>, frame: &Frame, switch: Html, screen: Html) -> Html {
    html! {
        <div class="page">
            <header>
                {skip(pen, frame)}
                {route_link(pen, "home", &frame.app_name, Route::Start)}
                {switch}
            </header>
            <main>{screen}</main>
            {strip(pen, frame)}
            <footer>
                <nav aria-label={frame.footer_label.plain()}>
                    {for frame.links.iter().map(|(name, route)| route_link(pen, "", name, *route))}
                </nav>
                {paragraph(pen, "", &frame.not_medical)}
            </footer>
        </div>
    }
}

/// The language switch of the app: it changes the words and nothing else.
pub fn switch(pen: Pen<'_>, frame: &Frame) -> Html {
    let option = |lang: &LangView| {
        html! {
            <button
                type="button"
                lang={lang.lang.html()}
                aria-pressed={if lang.is_current { "true" } else { "false" }}
                onclick={pen.on_press(Event::ChoseLang(lang.lang))}
            >{lang.name}</button>
        }
    };
    html! {
        <div class="langs" role="group" aria-label={frame.language_label.plain()}>
            {for frame.langs.iter().map(option)}
        </div>
    }
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
    html! {
        <aside aria-label={frame.crisis_label.plain()}>{route_link(pen, "", crisis, Route::Crisis)}</aside>
    }
}
