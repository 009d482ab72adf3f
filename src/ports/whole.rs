//! The whole app, seen from the first one: called, awaited, and given the visit. `static/boot.js` stands between them.

use domain::text::Lang;
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// Hears of the whole app until it is dropped.
pub type Listener = EventListener;

#[cfg(not(feature = "whole"))]
/// Has the whole app fetched, with its words in this language.
pub fn call(lang: Lang) {
    tell("tomoni-call", lang.code());
}

/// Gives the visit to the whole app; whether it took it.
pub fn hand_over(kept: &str) -> bool {
    // Whoever takes the visit prevents what would happen otherwise, as with any event of a browser.
    !tell("tomoni-hand-over", kept)
}

/// Says whether the whole app is there in a language, whenever it was called, until the listener is dropped.
pub fn listen(on_news: impl Fn(Lang, bool) + 'static) -> Listener {
    EventListener::new(&window(), "tomoni-called", move |event| {
        let news = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        let Some(news) = news.and_then(|news| news.as_string()) else {
            return;
        };
        let (code, is_there) = match news.strip_prefix('!') {
            Some(code) => (code, false),
            None => (news.as_str(), true),
        };
        if let Some(lang) = Lang::from_code(code) {
            on_news(lang, is_there);
        }
    })
}

fn tell(name: &str, detail: &str) -> bool {
    let init = CustomEventInit::new();
    init.set_cancelable(true);
    init.set_detail(&JsValue::from_str(detail));
    CustomEvent::new_with_event_init_dict(name, &init)
        .ok()
        .and_then(|event| window().dispatch_event(&event).ok())
        .unwrap_or(true)
}
