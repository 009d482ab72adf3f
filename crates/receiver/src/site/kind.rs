//! What a file is by its name: how it is to be read, what it may do, how long it holds.

use axum::http::HeaderValue;

use super::policy::{self, PolicyError};

/// Its media type; text says that it is UTF-8.
pub fn media_type(name: &str) -> HeaderValue {
    let media = guess(name);
    let is_text = media.starts_with("text/")
        || media.ends_with("+json")
        || media.ends_with("+xml")
        || matches!(
            media,
            "application/json" | "application/xml" | "application/javascript"
        );
    if is_text {
        super::header(&format!("{media}; charset=utf-8"))
    } else {
        HeaderValue::from_static(media)
    }
}

/// Its content security policy: a page brings its own.
pub fn policy(name: &str, content: &[u8]) -> Result<HeaderValue, PolicyError> {
    match guess(name) {
        "text/html" | "application/xhtml+xml" => policy::of_page(content),
        "text/javascript" | "application/javascript" => {
            Ok(HeaderValue::from_static(policy::SCRIPT_POLICY))
        }
        _ => Ok(HeaderValue::from_static(policy::FILE_POLICY)),
    }
}

/// Whether the name carries the hash of the content: `assets/<name>-<16 hex>.<ext>`.
pub fn is_hashed(name: &str) -> bool {
    let hash = || {
        let (_, file) = name.strip_prefix("assets/")?.rsplit_once('-')?;
        let (hash, ending) = file.split_once('.')?;
        (!ending.is_empty()).then_some(hash)
    };
    hash().is_some_and(|hash| {
        hash.len() == 16
            && hash
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn guess(name: &str) -> &'static str {
    mime_guess::from_path(name)
        .first_raw()
        .unwrap_or("application/octet-stream")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_its_hash_in_assets_is_fixed() {
        assert!(is_hashed("assets/app-0123456789abcdef.js"));
        assert!(is_hashed("assets/entries/13-0123456789abcdef.bin"));
        assert!(!is_hashed("app-0123456789abcdef.js"));
        assert!(!is_hashed("assets/app-0123456789abcde.js"));
        assert!(!is_hashed("assets/app-0123456789ABCDEF.js"));
        assert!(!is_hashed("assets/app-0123456789abcdef"));
        assert!(!is_hashed("assets/app.js"));
    }

    #[test]
    fn text_says_that_it_is_utf_8_and_other_things_do_not() {
        let said = |name| media_type(name).to_str().unwrap().to_owned();
        assert_eq!(said("index.html"), "text/html; charset=utf-8");
        assert_eq!(
            said("assets/app-0123456789abcdef.js"),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(said("style.css"), "text/css; charset=utf-8");
        assert_eq!(said("config.json"), "application/json; charset=utf-8");
        assert_eq!(
            said("app.webmanifest"),
            "application/manifest+json; charset=utf-8"
        );
        assert_eq!(said("icon.svg"), "image/svg+xml; charset=utf-8");
        assert_eq!(said("icon.png"), "image/png");
        assert_eq!(said("app.wasm"), "application/wasm");
        assert_eq!(said("ja.pack"), "application/octet-stream");
    }
}
