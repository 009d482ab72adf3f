//! The settings that the operator of a site wrote into `config.json`, read by the browser's own JSON.

use gloo::utils::window;
use js_sys::{JSON, Reflect};
use session::Config;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The settings; the defaults when there are none or they cannot be read.
pub async fn read(address: String) -> Config {
    let settings = object(address).await.unwrap_or(JsValue::NULL);
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
