//! The content security policy of a page, taken from the page itself.
//!
//! A page carries it in a `<meta>`, so that it also holds on a host that sends no headers. Sent as a header it also
//! covers what a `<meta>` cannot: who may put the page into a frame.

use axum::http::HeaderValue;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// The policy of everything that is neither a page nor a script: it may load and run nothing.
pub const FILE_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// The policy of a script. It binds only workers, which take theirs from their own file: the service worker must be
/// able to fetch the files that it keeps for offline use, and the worker behind the page for editors to run its wasm.
///
/// Source: <https://www.w3.org/TR/CSP3/#security-inherit-csp>, HTML "run a worker".
pub const SCRIPT_POLICY: &str = "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";

/// What is added to a page's own policy.
const NO_FRAMES: &str = "frame-ancestors 'none'";

/// Directives that a browser passes over in a `<meta>` but would obey in the header.
///
/// Source: <https://www.w3.org/TR/CSP3/#meta-element>, and `report-to`, which would send reports to others.
const ONLY_IN_HEADERS: [&str; 4] = ["frame-ancestors", "report-uri", "report-to", "sandbox"];

/// Why a page's policy cannot be sent.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// The page has none.
    #[error("there is no <meta http-equiv=\"Content-Security-Policy\" content=\"…\"> in its head")]
    Missing,
    /// The page has two, and they may say different things.
    #[error("there is more than one <meta http-equiv=\"Content-Security-Policy\"> in its head")]
    Twice,
    /// A directive that means nothing in a page, but something in a header.
    #[error("the directive {0} has no effect in a page; take it out")]
    OnlyInHeaders(&'static str),
    /// A character that cannot stand in a header, or would begin a second policy there.
    #[error("its content holds a comma or a character that is not ASCII")]
    Character,
}

/// The policy to send with a page: its own, and that nobody may frame it.
pub fn of_page(html: &[u8]) -> Result<HeaderValue, PolicyError> {
    let mut policies = in_head(html).into_iter();
    let policy = policies.next().ok_or(PolicyError::Missing)?;
    if policies.next().is_some() {
        return Err(PolicyError::Twice);
    }
    if policy.contains(',') || !policy.is_ascii() {
        return Err(PolicyError::Character);
    }
    for directive in policy
        .split(';')
        .filter_map(|directive| directive.split_whitespace().next())
    {
        if let Some(name) = ONLY_IN_HEADERS
            .into_iter()
            .find(|name| directive.eq_ignore_ascii_case(name))
        {
            return Err(PolicyError::OnlyInHeaders(name));
        }
    }
    let words: Vec<&str> = policy.split_whitespace().collect();
    let own = words.join(" ");
    let own = own.trim_end_matches([';', ' ']);
    if own.is_empty() {
        return Err(PolicyError::Missing);
    }
    HeaderValue::from_str(&format!("{own}; {NO_FRAMES}")).map_err(|_| PolicyError::Character)
}

/// The policies in the head; browsers pass over those in the body.
fn in_head(html: &[u8]) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    // Without this, a tag in the text of a script would count.
    emitter.naively_switch_states(true);
    let mut policies = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) if !is_of_head(&tag) => break,
            Token::StartTag(tag) => policies.extend(policy_in(&tag)),
            Token::EndTag(tag) if **tag.name == *b"head" => break,
            _ => {}
        }
    }
    policies
}

fn is_of_head(tag: &StartTag<()>) -> bool {
    const OF_HEAD: [&[u8]; 10] = [
        b"html",
        b"head",
        b"meta",
        b"link",
        b"title",
        b"style",
        b"script",
        b"base",
        b"noscript",
        b"template",
    ];
    OF_HEAD.contains(&&**tag.name)
}

fn policy_in(tag: &StartTag<()>) -> Option<String> {
    let attribute = |name: &[u8]| {
        tag.attributes
            .get(name)
            .map(|value| String::from_utf8_lossy(value))
    };
    let is_policy = *tag.name == b"meta"
        && attribute(b"http-equiv")?
            .trim()
            .eq_ignore_ascii_case("content-security-policy");
    is_policy.then(|| attribute(b"content").unwrap_or_default().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(head: &str) -> Result<String, PolicyError> {
        let html = format!(
            "<!doctype html><html lang=\"ja\"><head><title>a < b</title>{head}</head><body>…</body>"
        );
        of_page(html.as_bytes()).map(|policy| policy.to_str().unwrap().to_owned())
    }

    fn meta(content: &str) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{content}\">")
    }

    #[test]
    fn the_header_is_the_pages_own_policy_and_forbids_frames() {
        let expected = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";
        assert_eq!(
            page(&meta("default-src 'none'; script-src 'self'")).as_deref(),
            Ok(expected)
        );
        assert_eq!(
            page(&meta(" default-src 'none';\n  script-src 'self'; ")).as_deref(),
            Ok(expected)
        );
        assert_eq!(
            page(&meta("default-src &#x27;none&#39;; script-src &apos;self'")).as_deref(),
            Ok(expected)
        );
    }

    #[test]
    fn the_tag_may_be_written_in_any_way_that_html_allows() {
        let head = "<META content=default-src&#32;'none' HTTP-EQUIV='content-security-policy' />";
        assert_eq!(
            page(head).as_deref(),
            Ok("default-src 'none'; frame-ancestors 'none'")
        );
    }

    #[test]
    fn a_policy_in_a_comment_a_script_or_the_body_does_not_count() {
        let tag = meta("default-src 'none'");
        assert_eq!(page(""), Err(PolicyError::Missing));
        assert_eq!(page(&format!("<!-- {tag} -->")), Err(PolicyError::Missing));
        assert_eq!(
            page(&format!("<script>const x = `{tag}`</script>")),
            Err(PolicyError::Missing)
        );
        assert_eq!(
            page(&format!("</head><body>{tag}")),
            Err(PolicyError::Missing)
        );
        assert_eq!(page(&format!("<p>{tag}</p>")), Err(PolicyError::Missing));
    }

    #[test]
    fn a_policy_that_would_mean_something_else_in_a_header_is_an_error() {
        assert_eq!(page(&meta(" ; ")), Err(PolicyError::Missing));
        assert_eq!(
            page(&meta("default-src 'none'").repeat(2)),
            Err(PolicyError::Twice)
        );
        assert_eq!(
            page(&meta("default-src 'none', script-src *")),
            Err(PolicyError::Character)
        );
        assert_eq!(
            page(&meta("default-src https://がん.example")),
            Err(PolicyError::Character)
        );
        let framed = page(&meta("default-src 'none'; Frame-Ancestors *"));
        assert_eq!(framed, Err(PolicyError::OnlyInHeaders("frame-ancestors")));
        let reported = page(&meta("report-uri https://example.org/; default-src 'none'"));
        assert_eq!(reported, Err(PolicyError::OnlyInHeaders("report-uri")));
    }
}
