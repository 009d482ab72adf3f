//! Files for the person, made here and sent nowhere.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Safari still reads the file a while after it was asked to save it.
const UNTIL_FORGOTTEN: u32 = 60_000;

/// A text as a file of this media type.
pub fn text(kind: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// Saves a file under this name; `false` when the browser does not let us.
pub fn save(name: &str, file: &Blob) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(file) else {
        return false;
    };
    let link = document().create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = &link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    Timeout::new(UNTIL_FORGOTTEN, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    link.is_some()
}
