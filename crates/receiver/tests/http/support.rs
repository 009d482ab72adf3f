//! A small built site, and ways to ask for it.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use receiver::{Receiver, Showing, Site, Store, StoreError, http};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tower::ServiceExt;

pub const POLICY: &str =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
pub const SCRIPT: &str = "assets/app-0123456789abcdef.js";

pub fn page(heading: &str) -> String {
    format!(
        "<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"><title>ともに</title></head>\
         <body><h1>{heading}</h1>{}</body></html>",
        "<p>相談できます。</p>".repeat(20)
    )
}

/// A built site with compressed copies of everything, in a folder of its own.
pub fn built() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "index.html", &page("ともに"));
    put(dir.path(), "en/index.html", &page("Tomoni"));
    put(dir.path(), "config.json", "{\"kiosk\": false}");
    put(
        dir.path(),
        "sw.js",
        "self.addEventListener('fetch', () => {});",
    );
    put(dir.path(), SCRIPT, &"console.log('ともに');".repeat(20));
    put(dir.path(), "assets/app-0123456789abcdef.wasm", "\0asm");
    dir
}

/// Writes a file of a site with its compressed copies.
pub fn put(dir: &Path, name: &str, content: &str) {
    let file = dir.join(name);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, content).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(content.as_bytes()).unwrap();
    std::fs::write(dir.join(format!("{name}.gz")), gzip.finish().unwrap()).unwrap();
    let mut br = Vec::new();
    brotli::BrotliCompress(
        &mut content.as_bytes(),
        &mut br,
        &brotli::enc::BrotliEncoderParams::default(),
    )
    .unwrap();
    std::fs::write(dir.join(format!("{name}.br")), br).unwrap();
}

/// A store that always answers.
pub struct Sound;

#[async_trait]
impl Store for Sound {
    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// What answers for the site in `dir`.
pub fn serving(dir: &Path) -> Router {
    http::router(
        Arc::new(Showing::new(Site::read(dir).unwrap())),
        Arc::new(Sound),
    )
}

/// An answer that has arrived whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The value of a header, or "" when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

pub async fn get(router: &Router, path: &str) -> Answer {
    ask(router, Method::GET, path, &[]).await
}

pub async fn ask(router: &Router, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers.iter().fold(
        Request::builder().method(method).uri(path),
        |request, (name, value)| request.header(*name, *value),
    );
    let response = router
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    }
}

/// A receiver on a free port of this machine.
pub async fn listening(router: Router) -> Receiver {
    Receiver::listen(([127, 0, 0, 1], 0).into(), router)
        .await
        .unwrap()
}

/// Sends bytes as they are and reads until the other side closes.
pub async fn exchange(address: std::net::SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await.unwrap();
    answer
}
