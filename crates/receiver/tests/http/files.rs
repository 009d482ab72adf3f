//! Which file is sent, in which form, and how long it may be kept.

use std::io::Read;

use axum::http::{Method, StatusCode};

use crate::support::{SCRIPT, ask, built, exchange, get, listening, page, put, serving};

#[tokio::test]
async fn a_file_is_sent_in_the_form_that_the_browser_wants() {
    let dir = built();
    let site = serving(dir.path());
    let path = format!("/{SCRIPT}");
    let plain = ask(&site, Method::GET, &path, &[]).await;
    let br = ask(
        &site,
        Method::GET,
        &path,
        &[("accept-encoding", "gzip, deflate, br, zstd")],
    )
    .await;
    let gzip = ask(
        &site,
        Method::GET,
        &path,
        &[("accept-encoding", "br;q=0.1, gzip;q=0.9")],
    )
    .await;

    assert_eq!(plain.body, std::fs::read(dir.path().join(SCRIPT)).unwrap());
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut br.body.as_ref(), &mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    unpacked.clear();
    flate2::read::GzDecoder::new(gzip.body.as_ref())
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked, plain.body);

    let codings = [&plain, &br, &gzip].map(|answer| answer.header("content-encoding"));
    assert_eq!(codings, ["", "br", "gzip"]);
    for answer in [&plain, &br, &gzip] {
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("vary"), "Accept-Encoding");
        assert_eq!(
            answer.header("content-type"),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(
            answer.header("content-length"),
            answer.body.len().to_string()
        );
    }
}

#[tokio::test]
async fn each_form_has_a_tag_of_its_own_and_the_same_content_the_same_tag() {
    let dir = built();
    put(
        dir.path(),
        "copy.js",
        &std::fs::read_to_string(dir.path().join(SCRIPT)).unwrap(),
    );
    let site = serving(dir.path());
    let mut tags = Vec::new();
    for accept in ["br", "gzip", "identity"] {
        let headers = [("accept-encoding", accept)];
        let tag = ask(&site, Method::GET, &format!("/{SCRIPT}"), &headers)
            .await
            .header("etag")
            .to_owned();
        assert_eq!(
            tag,
            ask(&site, Method::GET, "/copy.js", &headers)
                .await
                .header("etag")
        );
        assert!(
            tag.starts_with('"') && tag.ends_with('"') && tag.len() > 20,
            "{tag}"
        );
        assert!(!tags.contains(&tag));
        tags.push(tag);
    }
}

#[tokio::test]
async fn a_browser_that_has_the_file_is_told_so_in_few_words() {
    let dir = built();
    let site = serving(dir.path());
    let full = ask(&site, Method::GET, "/", &[("accept-encoding", "br")]).await;
    let tag = full.header("etag");
    for known in [
        tag.to_owned(),
        format!("W/{tag}"),
        format!("\"other\", {tag}"),
        "*".to_owned(),
    ] {
        let headers = [("accept-encoding", "br"), ("if-none-match", known.as_str())];
        let answer = ask(&site, Method::GET, "/", &headers).await;
        assert_eq!(answer.status, StatusCode::NOT_MODIFIED, "{known}");
        assert!(answer.body.is_empty());
        for name in ["etag", "cache-control", "vary", "content-security-policy"] {
            assert_eq!(answer.header(name), full.header(name), "{name}");
        }
    }
}

#[tokio::test]
async fn a_browser_that_has_another_form_or_an_old_file_gets_the_file() {
    let dir = built();
    let site = serving(dir.path());
    let tag = ask(&site, Method::GET, "/", &[("accept-encoding", "br")])
        .await
        .header("etag")
        .to_owned();
    for known in [tag.as_str(), "\"0123\"", "", "\"", ","] {
        let answer = ask(&site, Method::GET, "/", &[("if-none-match", known)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{known}");
    }
}

#[tokio::test]
async fn a_copy_of_what_the_file_was_before_is_never_sent() {
    let dir = built();
    std::fs::write(dir.path().join("config.json"), "{\"kiosk\": true}").unwrap();
    std::fs::write(dir.path().join(format!("{SCRIPT}.gz")), "no gzip").unwrap();
    let site = serving(dir.path());
    let config = ask(
        &site,
        Method::GET,
        "/config.json",
        &[("accept-encoding", "br, gzip")],
    )
    .await;
    assert_eq!(config.text(), "{\"kiosk\": true}");
    assert_eq!(config.header("content-encoding"), "");
    let script = ask(
        &site,
        Method::GET,
        &format!("/{SCRIPT}"),
        &[("accept-encoding", "gzip")],
    )
    .await;
    assert_eq!(script.header("content-encoding"), "");
}

#[tokio::test]
async fn names_with_a_hash_are_kept_for_ever_and_all_others_are_asked_for_again() {
    let dir = built();
    let site = serving(dir.path());
    for path in [&format!("/{SCRIPT}"), "/assets/app-0123456789abcdef.wasm"] {
        assert_eq!(
            get(&site, path).await.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
    }
    for path in ["/", "/index.html", "/en/", "/en", "/config.json", "/sw.js"] {
        assert_eq!(
            get(&site, path).await.header("cache-control"),
            "no-cache",
            "{path}"
        );
    }
    assert_eq!(
        get(&site, "/assets/gone-0123456789abcdef.js")
            .await
            .header("cache-control"),
        "no-store"
    );
}

#[tokio::test]
async fn a_folder_is_its_page_and_without_its_slash_leads_there() {
    let dir = built();
    put(dir.path(), "guide/お金/index.html", &page("お金"));
    let site = serving(dir.path());
    assert!(get(&site, "/").await.text().contains("<h1>ともに</h1>"));
    assert!(
        get(&site, "/?from=qr")
            .await
            .text()
            .contains("<h1>ともに</h1>")
    );
    assert!(get(&site, "/en/").await.text().contains("<h1>Tomoni</h1>"));
    assert!(
        get(&site, "/guide/%E3%81%8A%E9%87%91/")
            .await
            .text()
            .contains("<h1>お金</h1>")
    );

    let led = get(&site, "/en").await;
    assert_eq!(led.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(
        led.header("location"),
        "./en/",
        "relative, so that it holds below another path"
    );
    let led = get(&site, "/guide/%E3%81%8A%E9%87%91?x=1").await;
    assert_eq!(led.header("location"), "./%E3%81%8A%E9%87%91/");
    for path in ["/assets/", "/assets", "/guide/", "/index.html/", "/en//"] {
        assert_eq!(
            get(&site, path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_compressed_copy_has_no_address_of_its_own() {
    let dir = built();
    std::fs::write(
        dir.path().join("table.csv.gz"),
        "a file that was made like this",
    )
    .unwrap();
    let site = serving(dir.path());
    assert_eq!(
        get(&site, "/index.html.br").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get(&site, "/config.json.gz").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        get(&site, "/table.csv.gz").await.header("content-type"),
        "application/gzip"
    );
}

#[tokio::test]
async fn where_nothing_is_the_page_of_the_site_is_shown_with_links_that_hold_at_any_depth() {
    let dir = built();
    let html = page("見本").replace(
        "<h1>",
        "<a href=\"./#/help\"></a><a href=\"./en/\"></a><h1>",
    );
    put(dir.path(), "404.html", &html);
    let site = serving(dir.path());
    for (path, start) in [("/nothing", "./"), ("/guide/a/b/", "./../../../")] {
        let answer = get(&site, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(
            answer
                .header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert!(answer.text().contains("<h1>見本</h1>"));
        for link in ["#/help", "en/"] {
            let link = format!("href=\"{start}{link}\"");
            assert!(answer.text().contains(&link), "{path}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn where_nothing_is_a_short_page_leads_to_the_start() {
    let dir = built();
    let site = serving(dir.path());
    for (path, start) in [
        ("/nothing", "./"),
        ("/en/nothing", "./../"),
        ("/a/b/c", "./../../"),
        ("/<b>", "./"),
    ] {
        let path = path.replace('<', "%3C").replace('>', "%3E");
        let answer = get(&site, &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(
            answer.text().contains(&format!("<a href=\"{start}\">")),
            "{}",
            answer.text()
        );
    }
    assert!(
        get(&site, &"/x".repeat(1000))
            .await
            .text()
            .contains("<a href=\"/\">")
    );
}

#[tokio::test]
async fn the_site_can_only_be_read() {
    let dir = built();
    let site = serving(dir.path());
    for method in [
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
        Method::TRACE,
    ] {
        for path in ["/", "/nothing", "/healthz"] {
            let answer = ask(&site, method.clone(), path, &[]).await;
            assert_eq!(
                answer.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
            assert_eq!(answer.header("allow"), "GET, HEAD");
        }
    }
}

#[tokio::test]
async fn head_tells_what_get_would_send() {
    let dir = built();
    let site = serving(dir.path());
    for path in ["/", "/en", "/nothing", "/healthz"] {
        let headers = [("accept-encoding", "br")];
        let sent = ask(&site, Method::GET, path, &headers).await;
        let told = ask(&site, Method::HEAD, path, &headers).await;
        assert_eq!(
            (told.status, &told.headers),
            (sent.status, &sent.headers),
            "{path}"
        );
        assert!(told.body.is_empty());
    }
    let receiver = listening(site).await;
    let address = receiver.address();
    let running = tokio::spawn(receiver.run(std::future::pending()));
    let answer = exchange(
        address,
        b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    )
    .await;
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    assert!(
        answer.ends_with(b"\r\n\r\n"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
    running.abort();
}
