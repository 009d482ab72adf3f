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
    if classes.is_empty() {
        return forget();
    }
    document_element().set_class_name(classes);
    if let Some(tab) = tab() {
        let _ = tab.set_item(KEY, classes);
    }
}

/// Takes all settings away from the screen and out of the tab, as for the next person at a kiosk.
pub fn forget() {
    let _ = document_element().remove_attribute("class");
    if let Some(tab) = tab() {
        let _ = tab.remove_item(KEY);
    }
}
