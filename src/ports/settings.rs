//! How the screen looks: classes of the page's root element, kept by the tab for a reload.
//!
//! `static/boot.js` gives them back to the page before any app runs, so the first app looks the same and needs none of this.

use gloo::utils::document_element;

use super::storage::tab;

const KEY: &str = "tomoni-settings";

/// The classes that the screen has now.
pub fn current() -> String {
    document_element().class_name()
}

/// Gives the screen these classes, and keeps them for a reload where the browser allows that.
pub fn set(classes: &str) {
    document_element().set_class_name(classes);
    if let Some(tab) = tab() {
        let _ = tab.set_item(KEY, classes);
    }
}

/// Takes all settings away from the screen and out of the tab: for a device that the next person uses.
#[allow(
    dead_code,
    reason = "a kiosk calls it between two people; a person's own device keeps settings until the tab closes"
)]
pub fn forget() {
    document_element().set_class_name("");
    if let Some(tab) = tab() {
        let _ = tab.remove_item(KEY);
    }
}
