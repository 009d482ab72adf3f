//! What browsers meet: addresses, headers and refusals.

mod files;
mod guard;
mod health;
mod refusal;

use std::sync::Arc;

use axum::Router;
use axum::middleware::map_response;
use axum::routing::get;

use crate::reload::Showing;
use crate::store::Store;

pub use guard::{ALLOWED_FEATURES, DENIED_FEATURES};
pub use refusal::Refusal;

/// Answers every request: `/healthz` from the store, everything else from the site.
pub fn router(site: Arc<Showing>, store: Arc<dyn Store>) -> Router {
    let health = get(health::answer).fallback(only_reading).with_state(store);
    let files = get(files::answer).fallback(only_reading).with_state(site);
    Router::new()
        .route("/healthz", health)
        .fallback_service(files)
        .layer(map_response(guard::guard))
}

async fn only_reading() -> Refusal {
    Refusal::OnlyReading
}
