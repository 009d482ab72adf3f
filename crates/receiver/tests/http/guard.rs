//! The headers that protect the person who reads.

use axum::http::Method;
use receiver::http::{ALLOWED_FEATURES, DENIED_FEATURES};

use crate::support::{POLICY, SCRIPT, ask, built, get, page, put, serving};

#[tokio::test]
async fn every_answer_is_guarded_whatever_it_is() {
    let dir = built();
    let site = serving(dir.path());
    let tag = get(&site, "/").await.header("etag").to_owned();
    let known = [("if-none-match", tag.as_str())];
    let answers = [
        (200, get(&site, "/").await),
        (200, get(&site, &format!("/{SCRIPT}")).await),
        (200, get(&site, "/healthz").await),
        (304, ask(&site, Method::GET, "/", &known).await),
        (308, get(&site, "/en").await),
        (404, get(&site, "/nothing").await),
        (405, ask(&site, Method::POST, "/", &[]).await),
        (405, ask(&site, Method::POST, "/healthz", &[]).await),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status);
        for (name, value) in [
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("server", ""),
            ("set-cookie", ""),
        ] {
            assert_eq!(answer.header(name), value, "{status} {name}");
        }
        assert!(
            answer
                .header("content-security-policy")
                .ends_with("; frame-ancestors 'none'"),
            "{status}"
        );
        assert!(
            answer.header("permissions-policy").starts_with(
                "autoplay=(self), camera=(self), clipboard-write=(self), accelerometer=(), "
            ),
            "{status}"
        );
        assert!(!answer.header("cache-control").is_empty(), "{status}");
    }
}

#[tokio::test]
async fn a_page_is_sent_with_its_own_policy_and_cannot_be_framed() {
    let dir = built();
    put(
        dir.path(),
        "ko/index.html",
        &page("함께").replace("style-src 'self'", "style-src 'sha256-abc='"),
    );
    let site = serving(dir.path());
    let start = get(&site, "/").await;
    assert_eq!(
        start.header("content-security-policy"),
        format!("{POLICY}; frame-ancestors 'none'")
    );
    let other = get(&site, "/ko/").await;
    assert!(
        other
            .header("content-security-policy")
            .contains("style-src 'sha256-abc=';")
    );
}

#[tokio::test]
async fn what_is_no_page_may_load_nothing_but_a_worker_may_fetch_the_site() {
    let dir = built();
    let site = serving(dir.path());
    for path in [
        "/config.json",
        "/assets/app-0123456789abcdef.wasm",
        "/nothing",
        "/healthz",
    ] {
        let policy = "default-src 'none'; frame-ancestors 'none'";
        assert_eq!(
            get(&site, path).await.header("content-security-policy"),
            policy,
            "{path}"
        );
    }
    let worker = get(&site, "/sw.js").await;
    assert!(
        worker
            .header("content-security-policy")
            .contains("connect-src 'self'")
    );
}

#[test]
fn only_the_camera_and_copying_are_allowed_and_no_feature_is_named_twice() {
    assert_eq!(ALLOWED_FEATURES, ["autoplay", "camera", "clipboard-write"]);
    assert!(DENIED_FEATURES.is_sorted_by(|one, next| one < next));
    assert!(
        ALLOWED_FEATURES
            .iter()
            .all(|feature| !DENIED_FEATURES.contains(feature))
    );
    for feature in [
        "geolocation",
        "microphone",
        "payment",
        "usb",
        "local-network-access",
    ] {
        assert!(DENIED_FEATURES.contains(&feature), "{feature}");
    }
}
