//! Files from the page's own host. Nothing is ever sent.

use gloo::utils::window;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file, or `None` when it cannot be had.
pub async fn bytes(address: Option<String>) -> Option<Vec<u8>> {
    let response = JsFuture::from(window().fetch_with_str(&address?))
        .await
        .ok()?
        .dyn_into::<Response>()
        .ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?)
        .await
        .ok()?
        .dyn_into::<ArrayBuffer>()
        .ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
