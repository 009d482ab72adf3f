//! Handing something to another app, or to the clipboard. Which app, and to whom, the person picks there.

use gloo::utils::window;
use js_sys::{Array, Reflect};
use session::keep::Told;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DomException, File, FilePropertyBag, Navigator, ShareData};

use super::download;

/// Offers an address to other apps; copies it where that cannot be.
pub async fn link(address: String) -> Told {
    let navigator = window().navigator();
    if !has(&navigator, "share") {
        return copy(address).await;
    }
    let data = ShareData::new();
    data.set_url(&address);
    match handed(&navigator, &data).await {
        Handed::Yes => Told::Shared,
        Handed::LeftAlone => Told::LeftAlone,
        Handed::No => copy(address).await,
    }
}

/// Copies an address; gives it back where that cannot be.
pub async fn copy(address: String) -> Told {
    let navigator = window().navigator();
    // Pages that come over plain http have no clipboard.
    if has(&navigator, "clipboard") {
        let written = navigator.clipboard().write_text(&address);
        if JsFuture::from(written).await.is_ok() {
            return Told::Copied;
        }
    }
    Told::ByHand(address)
}

/// Offers a picture to other apps; saves it as a file where that cannot be.
pub async fn picture(name: &str, picture: Option<Blob>) -> Told {
    let Some(picture) = picture else {
        return Told::PictureFailed;
    };
    let navigator = window().navigator();
    if has(&navigator, "canShare")
        && let Some(data) = with_file(name, &picture)
        && navigator.can_share_with_data(&data)
    {
        match handed(&navigator, &data).await {
            Handed::Yes => return Told::PictureMade,
            Handed::LeftAlone => return Told::LeftAlone,
            Handed::No => {}
        }
    }
    if download::save(name, &picture) {
        Told::PictureMade
    } else {
        Told::PictureFailed
    }
}

enum Handed {
    Yes,
    /// The person closed the window of the other app.
    LeftAlone,
    No,
}

async fn handed(navigator: &Navigator, data: &ShareData) -> Handed {
    match JsFuture::from(navigator.share_with_data(data)).await {
        Ok(_) => Handed::Yes,
        Err(error) => match error.dyn_ref::<DomException>().map(DomException::name) {
            Some(name) if name == "AbortError" => Handed::LeftAlone,
            Some(_) | None => Handed::No,
        },
    }
}

fn with_file(name: &str, file: &Blob) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(&file.type_());
    let file = File::new_with_blob_sequence_and_options(&Array::of1(file), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

/// Whether this browser has something of this name; calling what is not there would end the app.
fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &JsValue::from_str(name)).is_ok_and(|found| found.is_truthy())
}
