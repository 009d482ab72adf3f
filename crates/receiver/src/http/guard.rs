//! The headers that every answer carries, whatever it is.

use std::sync::LazyLock;

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;

use crate::site::FILE_POLICY;

/// What the pages themselves may use: the camera, to scan a hand-over, and playing, without which its pictures stand still;
/// the clipboard, to copy a link when a person asks.
pub const ALLOWED_FEATURES: [&str; 3] = ["autoplay", "camera", "clipboard-write"];

/// What nothing here may use, not even the pages themselves.
///
/// Source: the features that Chromium 156 lists (`document.featurePolicy.features()`); a name it does
/// not know would stand in its console as an error. `aria-notify` is not among them: it only helps screen readers.
pub const DENIED_FEATURES: &[&str] = &[
    "accelerometer",
    "browsing-topics",
    "captured-surface-control",
    "clipboard-read",
    "compute-pressure",
    "cross-origin-isolated",
    "deferred-fetch",
    "deferred-fetch-minimal",
    "digital-credentials-create",
    "digital-credentials-get",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "interest-cohort",
    "keyboard-map",
    "language-detector",
    "language-model",
    "local-fonts",
    "local-network",
    "local-network-access",
    "loopback-network",
    "magnetometer",
    "media-playback-while-not-visible",
    "microphone",
    "midi",
    "on-device-speech-recognition",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "summarizer",
    "sync-xhr",
    "translator",
    "unload",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

static PERMISSIONS: LazyLock<HeaderValue> = LazyLock::new(|| {
    let allowed = ALLOWED_FEATURES
        .iter()
        .map(|feature| format!("{feature}=(self)"));
    let denied = DENIED_FEATURES
        .iter()
        .map(|feature| format!("{feature}=()"));
    let all: Vec<String> = allowed.chain(denied).collect();
    HeaderValue::from_str(&all.join(", "))
        .unwrap_or_else(|_| HeaderValue::from_static("camera=(self)"))
});

/// Puts the headers on an answer. A policy and a lifetime that it has already stay.
pub async fn guard(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(FILE_POLICY));
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        PERMISSIONS.clone(),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static("same-origin"),
        );
    }
    answer
}
