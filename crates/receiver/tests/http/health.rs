//! What a watcher learns.

use std::sync::Arc;

use axum::http::StatusCode;
use receiver::{Showing, Site, SqliteStore, http};

use crate::support::{built, get};

#[tokio::test]
async fn the_receiver_is_well_as_long_as_its_store_answers() {
    let dir = built();
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("tomoni.sqlite");
    let store = SqliteStore::open(&file).unwrap();
    let site = http::router(
        Arc::new(Showing::new(Site::read(dir.path()).unwrap())),
        Arc::new(store),
    );

    let well = get(&site, "/healthz").await;
    assert_eq!((well.status, well.text()), (StatusCode::OK, "ok\n"));
    assert_eq!(well.header("content-type"), "text/plain; charset=utf-8");

    std::fs::remove_file(&file).unwrap();
    let ill = get(&site, "/healthz").await;
    assert_eq!(
        (ill.status, ill.text()),
        (
            StatusCode::SERVICE_UNAVAILABLE,
            "the store does not answer\n"
        )
    );
    assert_eq!(ill.header("cache-control"), "no-store");
    assert_eq!(
        get(&site, "/").await.status,
        StatusCode::OK,
        "the app needs no store"
    );

    std::fs::write(&file, "this is not a database".repeat(100)).unwrap();
    assert_eq!(
        get(&site, "/healthz").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    std::fs::remove_file(&file).unwrap();
    SqliteStore::open(&file).unwrap();
    assert_eq!(get(&site, "/healthz").await.status, StatusCode::OK);
}
