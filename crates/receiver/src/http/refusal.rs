//! Why a request does not get what it asked for, and what it is told: the only place that gives refusals a status.

use axum::http::StatusCode;
use axum::http::header::ALLOW;
use axum::response::{Html, IntoResponse, Response};

use crate::store::StoreError;

/// Why a request does not get what it asked for.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nothing is at the address.
    #[error("nothing is at this address")]
    Nothing {
        /// The start page, relative to the address, so that it is found behind any proxy.
        start: String,
    },
    /// The site can only be read.
    #[error("this address can only be read")]
    OnlyReading,
    /// The store cannot do its work.
    #[error("the store does not answer")]
    Store(#[from] StoreError),
}

impl Refusal {
    /// Nothing is at the path.
    pub fn nothing_at(path: &str) -> Self {
        Self::Nothing {
            start: way_to_start(path),
        }
    }
}

/// The way from a path to the start page: relative, so that it is found behind any proxy.
pub(super) fn way_to_start(path: &str) -> String {
    let depth = path.matches('/').count().saturating_sub(1);
    // No link of a page is this deep; a made-up one must not become a long answer.
    if depth > 8 {
        "/".to_owned()
    } else {
        format!("./{}", "../".repeat(depth))
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let sentence = format!("{self}\n");
        match self {
            Self::Nothing { start } => {
                (StatusCode::NOT_FOUND, Html(not_found(&start))).into_response()
            }
            Self::OnlyReading => (
                StatusCode::METHOD_NOT_ALLOWED,
                [(ALLOW, "GET, HEAD")],
                sentence,
            )
                .into_response(),
            Self::Store(cause) => {
                tracing::error!("{}", with_source(&cause));
                (StatusCode::SERVICE_UNAVAILABLE, sentence).into_response()
            }
        }
    }
}

/// What a site without a page of its own says. Without style or script, so that its policy may allow nothing. The start page has the crisis help.
fn not_found(start: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>ページが見つかりません</title>\n\
         <h1>ページが見つかりません</h1>\n<p><a href=\"{start}\">はじめのページへ</a></p>\n\
         <p lang=\"en\">This page was not found. <a href=\"{start}\">Go to the start page</a></p>\n</html>\n"
    )
}

fn with_source(error: &StoreError) -> String {
    match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
