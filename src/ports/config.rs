//! The settings that the operator of a site wrote into `config.json`, read by the browser's own JSON.

use gloo::utils::window;
use js_sys::{JSON, Reflect};
use session::Config;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Where the app that was drawn first leaves them for the whole one.
const SETTINGS: &str = "tomoniSettings";

/// The settings; the defaults when there are none or they cannot be read. They are fetched once a page.
pub async fn read(address: String) -> Config {
    let page = window();
    let left = Reflect::get(&page, &SETTINGS.into()).ok();
    let settings = match left.filter(|left| !left.is_undefined()) {
        Some(left) => left,
        None => object(address).await.unwrap_or(JsValue::NULL),
    };
    let _ = Reflect::set(&page, &SETTINGS.into(), &settings);
    Config::read(|path| {
        let mut found = settings.clone();
        for name in path.split('.') {
            found = Reflect::get(&found, &name.into()).ok()?;
        }
        found.as_string()
    })
}

async fn object(address: String) -> Option<JsValue> {
    let fresh = RequestInit::new();
    // Not every host says that the file may change.
    fresh.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &fresh))
        .await
        .ok()?
        .dyn_into::<Response>()
        .ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    JSON::parse(&text.as_string()?).ok()
}
