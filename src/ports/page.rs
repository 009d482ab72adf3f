//! The page around the app: its title, its language, and the static copy that stands there first.

use domain::text::direction;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// What an app is drawn into.
pub type Root = Element;

/// The element that the app is drawn into; hidden until [`reveal`].
pub fn root() -> Option<Root> {
    document().get_element_by_id("app")
}

/// A new element for an app, hidden beside the one that is drawn, which becomes the copy that [`reveal`] removes.
#[cfg(feature = "whole")]
pub fn root_beside() -> Option<Root> {
    let drawn = root()?;
    let beside = document().create_element("div").ok()?;
    let _ = beside.set_attribute("hidden", "");
    drawn.set_id("static");
    beside.set_id("app");
    drawn.insert_adjacent_element("afterend", &beside).ok()?;
    Some(beside)
}

/// Names the window and the language of the page.
pub fn describe(title: &str, lang: &str) {
    document().set_title(title);
    let page = document_element();
    let _ = page.set_attribute("lang", lang);
    let _ = page.set_attribute("dir", direction(lang));
}

/// Puts the app in the place of the static copy within one frame, at the same scroll position.
pub fn reveal() {
    let Some(copy) = document().get_element_by_id("static") else {
        return;
    };
    let top = window().scroll_y().unwrap_or_default();
    if let Some(app) = root().and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
        app.set_hidden(false);
    }
    // Somebody may be choosing a language just now.
    if let Ok(Some(_)) = document().query_selector("#static .langs[open]")
        && let Ok(Some(switch)) = document().query_selector("#app .langs")
    {
        let _ = switch.set_attribute("open", "");
    }
    copy.remove();
    window().scroll_to_with_x_and_y(0.0, top);
}

/// The place values of what was ticked on the static copy before the app was there.
pub fn picks() -> Vec<u16> {
    let Ok(found) = document().query_selector_all("#static input:checked") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| {
            found
                .get(index)?
                .dyn_into::<HtmlInputElement>()
                .ok()?
                .value()
                .parse()
                .ok()
        })
        .collect()
}

/// Says that the app's files cannot be had; the static copy with the contacts stays.
pub fn cannot_load() {
    if let Ok(event) = Event::new("tomoni-cannot-load") {
        let _ = window().dispatch_event(&event);
    }
}
