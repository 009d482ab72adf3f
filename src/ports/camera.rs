//! The camera, to look for a QR code with what the browser itself brings for it. A picture never leaves the element it is shown in.
//!
//! Source: W3C Media Capture and Streams; WICG Shape Detection API.

use std::cell::Cell;

use gloo::utils::{document, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use session::counter::Scan;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// So often a picture is looked at, in milliseconds.
const PAUSE: i32 = 150;

thread_local! {
    /// Which look is wanted; every stop makes it another one.
    static WANTED: Cell<u32> = const { Cell::new(0) };
}

/// Whether this browser has a camera to ask for and can read QR codes. Nothing is asked of the person.
pub async fn can_scan() -> bool {
    let has_camera = Reflect::get(&window().navigator(), &"mediaDevices".into())
        .is_ok_and(|devices| devices.is_truthy());
    has_camera && reads_qr().await.unwrap_or_default()
}

/// Looks with the camera until it sees a QR code, may not look, or is stopped. The browser asks the person first.
///
/// What it sees is shown in the element with this id.
pub async fn scan(screen: &str) -> Scan {
    let wanted = another();
    let Some(stream) = stream().await else {
        return Scan::Refused;
    };
    let seen = look(&stream, screen, wanted).await;
    for track in stream.get_tracks() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
    match seen {
        Some(Some(text)) => Scan::Code(text),
        Some(None) => Scan::Stopped,
        None => Scan::Refused,
    }
}

/// Lets the camera go.
pub fn stop() {
    another();
}

fn another() -> u32 {
    WANTED.with(|wanted| {
        wanted.set(wanted.get().wrapping_add(1));
        wanted.get()
    })
}

fn is_wanted(look: u32) -> bool {
    // Whoever looks at another tab does not hold a sheet up to this one.
    WANTED.with(|wanted| wanted.get() == look) && !document().hidden()
}

async fn reads_qr() -> Option<bool> {
    let detector = detector_class()?;
    let formats = Reflect::get(&detector, &"getSupportedFormats".into()).ok()?;
    let formats = formats.dyn_into::<Function>().ok()?.call0(&detector).ok()?;
    let formats = settled(formats).await?.dyn_into::<Array>().ok()?;
    Some(formats.includes(&"qr_code".into(), 0))
}

fn detector_class() -> Option<Function> {
    let class = Reflect::get(&window(), &"BarcodeDetector".into()).ok()?;
    class.dyn_into().ok()
}

async fn stream() -> Option<MediaStream> {
    let devices = window().navigator().media_devices().ok()?;
    let wishes = MediaStreamConstraints::new();
    let video = Object::new();
    // The camera at the back, where there are two.
    Reflect::set(&video, &"facingMode".into(), &"environment".into()).ok()?;
    wishes.set_video(&video);
    let asked = devices.get_user_media_with_constraints(&wishes).ok()?;
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

/// What the camera saw; `Some(None)` when it was stopped, `None` when the browser cannot show or read its pictures.
async fn look(stream: &MediaStream, screen: &str, wanted: u32) -> Option<Option<String>> {
    let video = document().get_element_by_id(screen);
    let video: HtmlVideoElement = video?.dyn_into().ok()?;
    video.set_src_object(Some(stream));
    // Not waited for: where playing is not allowed it may never be answered, and the camera must still be let go.
    let played = JsFuture::from(video.play().ok()?);
    spawn_local(async {
        let _ = played.await;
    });
    let options = Object::new();
    let formats = Array::of1(&"qr_code".into());
    Reflect::set(&options, &"formats".into(), &formats).ok()?;
    let detector = Reflect::construct(&detector_class()?, &Array::of1(&options)).ok()?;
    let detect = Reflect::get(&detector, &"detect".into()).ok()?;
    let detect: Function = detect.dyn_into().ok()?;
    while is_wanted(wanted) {
        // A single picture that cannot be read is no reason to give up.
        let found = detect.call1(&detector, &video).ok()?;
        if let Some(text) = settled(found).await.and_then(first_text) {
            return Some(is_wanted(wanted).then_some(text));
        }
        pause().await;
    }
    Some(None)
}

fn first_text(found: JsValue) -> Option<String> {
    let first = found.dyn_into::<Array>().ok()?.get(0);
    let text = Reflect::get(&first, &"rawValue".into()).ok()?.as_string()?;
    (!text.is_empty()).then_some(text)
}

async fn settled(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?)
        .await
        .ok()
}

async fn pause() {
    let mut asked = |resolve: Function, _: Function| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE);
        if timer.is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    };
    let _ = JsFuture::from(Promise::new(&mut asked)).await;
}
