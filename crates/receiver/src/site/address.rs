//! From the path of a request to the name of a file.

use percent_encoding::percent_decode_str;

/// The name of the file that a path means: decoded once, joined by `/`, with `index.html` for a folder.
///
/// `None` when no file can be meant: an empty or hidden segment (so `.` and `..` too), a slash or backslash that was
/// encoded to be overlooked, a byte that is no UTF-8.
pub fn name(path: &str) -> Option<String> {
    let inside = path.strip_prefix('/')?;
    let (folders, file) = match inside.rsplit_once('/') {
        Some((folders, file)) => (Some(folders), file),
        None => (None, inside),
    };
    let mut name = String::with_capacity(path.len());
    for folder in folders.into_iter().flat_map(|folders| folders.split('/')) {
        name.push_str(&segment(folder)?);
        name.push('/');
    }
    if file.is_empty() {
        name.push_str("index.html");
    } else {
        name.push_str(&segment(file)?);
    }
    Some(name)
}

fn segment(encoded: &str) -> Option<String> {
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    let is_plain =
        !decoded.is_empty() && !decoded.starts_with('.') && !decoded.contains(['/', '\\', '\0']);
    is_plain.then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_means_a_file_and_a_folder_means_its_page() {
        assert_eq!(name("/").as_deref(), Some("index.html"));
        assert_eq!(name("/en/").as_deref(), Some("en/index.html"));
        assert_eq!(name("/en").as_deref(), Some("en"));
        assert_eq!(name("/assets/app.js").as_deref(), Some("assets/app.js"));
        assert_eq!(name("/%E3%81%8C%E3%82%93.pdf").as_deref(), Some("がん.pdf"));
    }

    #[test]
    fn a_path_is_decoded_only_once() {
        assert_eq!(name("/%252e%252e/secret").as_deref(), Some("%2e%2e/secret"));
    }

    #[test]
    fn a_path_that_climbs_hides_or_is_no_text_means_nothing() {
        for path in [
            "",
            "*",
            "index.html",
            "//",
            "//en/",
            "/en//",
            "/..",
            "/../",
            "/en/../index.html",
            "/./",
            "/%2e%2e/x",
            "/.%2e/x",
            "/.git/config",
            "/en/.env",
            "/%2egit",
            "/en%2findex.html",
            "/..%5cx",
            "/..\\x",
            "/a\\b",
            "/%00",
            "/index.html%00.js",
            "/%ff%fe",
        ] {
            assert_eq!(name(path), None, "{path}");
        }
    }
}
