//! What an operator reads when the receiver cannot start.

use std::path::Path;

use receiver::{Given, Receiver, Settings, StartError};

use crate::support::{built, page, put};

fn settings(dist: &Path, store: &Path) -> Settings {
    let given = Given {
        dist: Some(dist.to_owned()),
        listen: Some(([127, 0, 0, 1], 0).into()),
        store: Some(store.to_owned()),
        config: None,
    };
    given.settle().unwrap()
}

async fn refusal(settings: &Settings) -> String {
    Receiver::open(settings).await.unwrap_err().to_string()
}

#[tokio::test]
async fn a_folder_without_a_site_is_refused_with_the_way_to_build_one() {
    let data = tempfile::tempdir().unwrap();
    let store = data.path().join("tomoni.sqlite");
    for dist in [data.path().to_owned(), data.path().join("nowhere")] {
        let said = refusal(&settings(&dist, &store)).await;
        assert!(
            said.contains("no index.html")
                && said.contains("cargo xtask dist")
                && said.contains("--dist"),
            "{said}"
        );
    }
    assert!(
        !store.exists(),
        "nothing is made for a site that is not served"
    );
}

#[tokio::test]
async fn a_page_without_a_policy_is_refused_by_its_name() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    put(
        dist.path(),
        "en/index.html",
        &page("Tomoni").replace("http-equiv", "data-x"),
    );
    let error = Receiver::open(&settings(dist.path(), &data.path().join("s")))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("en/index.html"), "{error}");
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.contains("Content-Security-Policy"), "{cause}");
}

#[tokio::test]
async fn a_port_in_use_is_named_with_what_to_do() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    let first = Receiver::open(&settings(dist.path(), &data.path().join("one")))
        .await
        .unwrap();
    let second = Settings {
        listen: first.address(),
        ..settings(dist.path(), &data.path().join("two"))
    };
    let said = refusal(&second).await;
    assert!(
        said.contains(&first.address().to_string()) && said.contains("--listen"),
        "{said}"
    );
}

#[tokio::test]
async fn a_store_or_settings_file_inside_the_site_is_refused() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    let inside = settings(dist.path(), &dist.path().join("assets/../tomoni.sqlite"));
    assert!(matches!(
        Receiver::open(&inside).await,
        Err(StartError::Exposed { .. })
    ));
    let config = Some(dist.path().join("receiver.toml"));
    let inside = Settings {
        config,
        ..settings(dist.path(), &data.path().join("s"))
    };
    assert!(matches!(
        Receiver::open(&inside).await,
        Err(StartError::Exposed { .. })
    ));
}

#[tokio::test]
async fn a_store_that_cannot_be_made_is_named() {
    let dist = built();
    let data = tempfile::tempdir().unwrap();
    let store = data.path().join("missing/tomoni.sqlite");
    let said = refusal(&settings(dist.path(), &store)).await;
    assert!(said.contains("missing/tomoni.sqlite"), "{said}");
}
