//! The address bar and the browser's history.

use gloo::events::EventListener;
use gloo::utils::window;
#[cfg(feature = "whole")]
use js_sys::Reflect;
use session::Route;

/// Hears of every new address until it is dropped.
pub type Listener = EventListener;

/// Where the address points.
pub fn current() -> Route {
    Route::from_fragment(&window().location().hash().unwrap_or_default())
}

/// Goes to a new address, so that "back" returns to the present one.
pub fn go(route: Route) {
    // A refused assignment leaves the person on the screen that the model already shows.
    let _ = window().location().set_hash(&route.fragment());
}

/// Puts a better address in the place of the present one.
pub fn replace(route: Route) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(
            &wasm_bindgen::JsValue::NULL,
            "",
            Some(&route.fragment()),
        );
    }
}

/// The link that was opened, which `static/boot.js` took out of the address and holds; it is forgotten there. Empty for none.
#[cfg(feature = "whole")]
pub fn take_link() -> String {
    let (window, name) = (window(), "tomoniLink".into());
    let link = Reflect::get(&window, &name).ok();
    let _ = Reflect::delete_property(&window, &name);
    link.and_then(|link| link.as_string()).unwrap_or_default()
}

/// The whole address of this page with another fragment.
#[cfg(feature = "whole")]
pub fn whole(fragment: &str) -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    [origin.as_str(), &path, fragment].concat()
}

/// Goes to where the person came from; to the start page when the tab has only been here.
#[cfg(feature = "whole")]
pub fn back() {
    match window().history() {
        Ok(history) if history.length().is_ok_and(|length| length > 1) => {
            let _ = history.back();
        }
        Ok(_) | Err(_) => go(Route::Start),
    }
}

/// Calls `on_change` whenever the address changes, until the listener is dropped.
pub fn listen(on_change: impl Fn(Route) + 'static) -> Listener {
    EventListener::new(&window(), "hashchange", move |_| on_change(current()))
}
