//! Sending the files of the site.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use super::Refusal;
use super::refusal::way_to_start;
use crate::reload::Showing;
use crate::site::{Coding, File, Lifetime, Place, Wanted};

/// Answers with the file at the address.
pub async fn answer(
    State(showing): State<Arc<Showing>>,
    uri: Uri,
    asked: HeaderMap,
) -> Result<Response, Refusal> {
    match showing.site().find(uri.path()) {
        Some(Place::File(file)) => Ok(send(file, &asked)),
        Some(Place::Folder { page }) => {
            let headers = [
                (LOCATION, page.clone()),
                (CACHE_CONTROL, cache_control(Lifetime::Changing)),
            ];
            Ok((StatusCode::PERMANENT_REDIRECT, headers).into_response())
        }
        None => match showing.site().not_found() {
            Some(page) => Ok(nowhere(page, &way_to_start(uri.path()))),
            None => Err(Refusal::nothing_at(uri.path())),
        },
    }
}

/// The site's own page for an address that leads nowhere. Its links begin with `./`, as it cannot know how deep it is shown.
fn nowhere(page: &File, start: &str) -> Response {
    let html = String::from_utf8_lossy(page.plain());
    let html = html.replace("href=\"./", &["href=\"", start].concat());
    let headers = [
        (CONTENT_TYPE, page.media_type.clone()),
        (CONTENT_SECURITY_POLICY, page.policy.clone()),
    ];
    (StatusCode::NOT_FOUND, headers, html).into_response()
}

fn send(file: &File, asked: &HeaderMap) -> Response {
    let (coding, variant) = file.variant(&Wanted::read(values(asked, ACCEPT_ENCODING)));
    let mut headers = HeaderMap::with_capacity(12);
    headers.insert(CACHE_CONTROL, cache_control(file.lifetime));
    headers.insert(CONTENT_SECURITY_POLICY, file.policy.clone());
    headers.insert(ETAG, variant.tag.clone());
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if has(asked, &variant.tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(CONTENT_TYPE, file.media_type.clone());
    match coding {
        Coding::Brotli => headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br")),
        Coding::Gzip => headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip")),
        Coding::Identity => None,
    };
    (headers, Body::from(variant.bytes.clone())).into_response()
}

/// Whether the browser has this form already.
///
/// Source: RFC 9110, 13.1.2: tags are compared weakly, as a proxy may have weakened ours.
fn has(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    values(asked, IF_NONE_MATCH)
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|known| {
            known == "*" || known.strip_prefix("W/").unwrap_or(known).as_bytes() == tag.as_bytes()
        })
}

fn values(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
}

fn cache_control(lifetime: Lifetime) -> HeaderValue {
    HeaderValue::from_static(match lifetime {
        Lifetime::Fixed => "public, max-age=31536000, immutable",
        Lifetime::Changing => "no-cache",
    })
}
