//! Nothing beside the site is ever sent.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use proptest::prelude::*;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::support::{built, exchange, get, listening, page, put, serving};

const SECRET: &str = "this must stay here";

/// A folder that holds a site in `dist`, and secrets beside, above and hidden inside it.
fn with_secrets() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let dist = home.path().join("dist");
    std::fs::rename(built().keep(), &dist).unwrap();
    put(&dist, "%2e%2e/index.html", &page("a strange name"));
    for name in [
        "secret",
        "secret.txt",
        "dist-secret.txt",
        "assets/secret.txt",
        "dist/.env",
        "dist/.git/config",
        "dist/.draft/index.html",
    ] {
        let file = home.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, SECRET).unwrap();
    }
    #[cfg(unix)]
    for (link, to) in [
        ("link.txt", "../secret.txt"),
        ("above", ".."),
        ("en/link", "/"),
        ("inside.html", ".env"),
    ] {
        std::os::unix::fs::symlink(to, dist.join(link)).unwrap();
    }
    home
}

fn dist(home: &TempDir) -> std::path::PathBuf {
    home.path().join("dist")
}

/// Every file below `dir` that may be sent.
fn open_files(dir: &Path) -> Vec<Vec<u8>> {
    walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| std::fs::read(entry.path()).unwrap())
        .filter(|content| content != SECRET.as_bytes())
        .collect()
}

#[tokio::test]
async fn a_path_that_climbs_out_finds_nothing_however_it_is_written() {
    let home = with_secrets();
    let absolute = home.path().join("secret.txt").display().to_string();
    let receiver = listening(serving(&dist(&home))).await;
    let address = receiver.address();
    let running = tokio::spawn(receiver.run(std::future::pending()));
    for path in [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/./../secret.txt",
        "//../secret.txt",
        "/..//secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/%2e./secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/en/..%2f..%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/%25252e%25252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/%2e%2e%5csecret.txt",
        "/..%255csecret.txt",
        "/en\\..\\..\\secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%c0%ae%c0%ae%c0%afsecret.txt",
        "/..;/secret.txt",
        "/..%00/secret.txt",
        "/index.html%00/../../secret.txt",
        "/%u002e%u002e/secret.txt",
        "../secret.txt",
        "..",
        "http://127.0.0.1/../secret.txt",
        "/en/%2e%2e/%2e%2e/secret.txt",
        "/../dist-secret.txt",
        "/link.txt",
        "/above/secret.txt",
        "/above/",
        "/en/link/etc/hostname",
        "/inside.html",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/en/..%2f.git/config",
        "/?/../../secret.txt/..",
        &absolute,
        &format!("/{absolute}"),
        &format!("/%2f{absolute}"),
        &format!("file://{absolute}"),
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let answer = exchange(address, request.as_bytes()).await;
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains(SECRET), "{path}");
        let is_start = path.starts_with("/?");
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(
            if is_start {
                status == "200"
            } else {
                ["400", "404"].contains(&status)
            },
            "{path}: {answer}"
        );
    }
    running.abort();
}

#[tokio::test]
async fn hidden_files_and_links_are_not_part_of_the_site() {
    let home = with_secrets();
    let site = serving(&dist(&home));
    for path in [
        "/.env",
        "/.git/config",
        "/link.txt",
        "/inside.html",
        "/above/secret.txt",
        "/above",
    ] {
        assert_eq!(
            get(&site, path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(get(&site, "/").await.status, StatusCode::OK);
}

#[cfg(unix)]
#[tokio::test]
async fn the_folder_itself_may_be_a_link() {
    let home = with_secrets();
    let current = home.path().join("current");
    std::os::unix::fs::symlink("dist", &current).unwrap();
    assert_eq!(get(&serving(&current), "/en/").await.status, StatusCode::OK);
}

fn any_path() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "..", ".", "/", "//", "\\", "%2e", "%2E%2e", "%2f", "%5c", "%252e", "%252f", "%00", "%c0%ae", "%", "%2", ";",
            "?", "#", "*", "~", "..;", "%ff", "secret", "secret.txt", "dist", "dist-secret.txt", "assets", "en",
            "link.txt", "above", "link", ".env", ".git/config", "index.html", "inside.html", "etc/passwd", "http://x", ":",
        ]).prop_map(str::to_owned),
        1 => "[ -~]{0,6}",
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..9).prop_map(|pieces| format!("/{}", pieces.concat()))
}

async fn answer(site: &Router, path: &str) -> Option<(StatusCode, Vec<u8>)> {
    let request = Request::builder().uri(path).body(Body::empty()).ok()?;
    let response = site.clone().oneshot(request).await.ok()?;
    let status = response.status();
    Some((
        status,
        response
            .into_body()
            .collect()
            .await
            .ok()?
            .to_bytes()
            .to_vec(),
    ))
}

#[test]
fn no_path_ever_reaches_a_file_outside_the_folder() {
    let home = with_secrets();
    let site = serving(&dist(&home));
    let open = open_files(&dist(&home));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(5000));
    let checked = runner.run(&any_path(), |path| {
        if let Some((status, body)) = runtime.block_on(answer(&site, &path)) {
            prop_assert!(!String::from_utf8_lossy(&body).contains(SECRET));
            match status {
                StatusCode::OK => {
                    prop_assert!(path.starts_with("/healthz") || open.contains(&body))
                }
                StatusCode::NOT_FOUND | StatusCode::PERMANENT_REDIRECT => {}
                other => prop_assert!(false, "{}", other),
            }
        }
        Ok(())
    });
    checked.unwrap();
}
