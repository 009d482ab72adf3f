//! The tab's storage, which goes when the tab is closed, and the device's, which stays and is used only when a person asks for it.

use domain::text::Lang;
use gloo::utils::window;
use web_sys::Storage;

const ANSWERS: &str = "tomoni-answers";
const LANG: &str = "tomoni-lang";
const SAVED: &str = "tomoni-saved";

// Private windows and blocked cookies refuse storage; the visit then lives in memory alone.
pub(super) fn tab() -> Option<Storage> {
    window().session_storage().ok()?
}

fn device() -> Option<Storage> {
    window().local_storage().ok()?
}

/// What the person had saved on this device; empty when nothing, or the browser refuses storage.
pub fn saved() -> String {
    device()
        .and_then(|storage| storage.get_item(SAVED).ok()?)
        .unwrap_or_default()
}

/// Saves this on the device; `false` when the browser refuses or has no room.
#[cfg(feature = "whole")]
pub fn save(text: &str) -> bool {
    device().is_some_and(|storage| storage.set_item(SAVED, text).is_ok())
}

/// The answers kept before a reload; empty when there are none or the browser refuses storage.
pub fn answers() -> String {
    tab()
        .and_then(|storage| storage.get_item(ANSWERS).ok()?)
        .unwrap_or_default()
}

/// Keeps the answers for a reload.
pub fn keep(answers: &str) {
    if let Some(storage) = tab() {
        let _ = storage.set_item(ANSWERS, answers);
    }
}

/// Removes the answers, in the tab and on the device.
pub fn forget() {
    if let Some(storage) = tab() {
        let _ = storage.remove_item(ANSWERS);
    }
    if let Some(storage) = device() {
        let _ = storage.remove_item(SAVED);
    }
}

/// The language picked on the static copy in the language `page`, if it was picked in this tab.
pub fn lang(page: Lang) -> Option<Lang> {
    let kept = tab()?.get_item(LANG).ok()??;
    let (from, picked) = kept.split_once('>')?;
    // Whoever opens another static copy has picked its language by doing so.
    (from == page.code()).then(|| Lang::from_code(picked))?
}

/// Remembers the language picked on the static copy in the language `page`.
pub fn keep_lang(page: Lang, picked: Lang) {
    if let Some(storage) = tab() {
        let _ = storage.set_item(LANG, &[page.code(), ">", picked.code()].concat());
    }
}
