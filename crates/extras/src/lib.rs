//! The whole app, for `static/boot.js`: it takes the visit over from the first app, or begins it.
//!
//! Source: docs/decisions/0016-two-apps.md.

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins a visit: where the address names a screen that the first app does not know.
#[wasm_bindgen]
pub fn start() {
    tomoni::start();
}

/// The whole app with everything it needs, before it is drawn.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Whole(tomoni::Whole);

/// Fetches what the whole app needs in the language with this code; nothing when that cannot be had.
#[wasm_bindgen]
pub async fn prepare(lang: String) -> Option<Whole> {
    tomoni::Whole::prepare(&lang).await.map(Whole)
}

#[wasm_bindgen]
impl Whole {
    /// Goes on with a visit that has these answers, in the place of the app that is drawn.
    pub fn take_over(self, kept: &str) {
        self.0.take_over(kept);
    }
}
