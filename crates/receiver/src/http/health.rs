//! Whether the receiver can do its work, for whatever watches over it.

use std::sync::Arc;

use axum::extract::State;

use super::Refusal;
use crate::store::Store;

/// Answers "ok" when the store answers.
pub async fn answer(State(store): State<Arc<dyn Store>>) -> Result<&'static str, Refusal> {
    store.ping().await?;
    Ok("ok\n")
}
