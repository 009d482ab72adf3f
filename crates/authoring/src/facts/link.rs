//! Web addresses that screens link to.

use url::{Host, Url};

use crate::finding::Findings;
use crate::said;
use crate::table::Cell;

/// The web address in a cell; empty when there is none or, with an error, none that can be linked.
pub fn url(cell: Cell<'_>, findings: &mut Findings) -> String {
    if cell.is_empty() {
        return String::new();
    }
    // The parser mends spaces and backslashes silently; in a table they are slips.
    let is_plain = !cell.value.chars().any(|c| {
        c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\')
    });
    let parsed = Url::parse(cell.value)
        .ok()
        .filter(|url| is_plain && is_public(url));
    match parsed {
        Some(url) => {
            note_oddities(cell, &url, findings);
            cell.value.to_owned()
        }
        None => {
            findings.error(
                cell,
                said!("リンクにできるアドレスではありません。", "This is not an address that can be linked."),
                said!(
                    "https:// か http:// で始まるアドレスを一つだけ、空白や引用符なしで書いてください。",
                    "Write one address that starts with https:// or http://, without spaces or quotation marks."
                ),
            );
            String::new()
        }
    }
}

/// Whether anybody can open it: of the web, at a named host, without somebody's password.
fn is_public(url: &Url) -> bool {
    let is_named =
        matches!(url.host(), Some(Host::Domain(name)) if name.trim_matches('.').contains('.'));
    matches!(url.scheme(), "https" | "http")
        && is_named
        && url.username().is_empty()
        && url.password().is_none()
}

fn note_oddities(cell: Cell<'_>, url: &Url, findings: &mut Findings) {
    if url.query_pairs().any(|(name, _)| is_tracking(&name)) {
        findings.warning(
            cell,
            said!(
                "アドレスに、だれがどこから来たかを調べるための部分があります。",
                "The address carries a part that tracks who comes from where."
            ),
            said!(
                "? のあとの utm_… や fbclid などを消し、開けるか確かめてください。",
                "Remove utm_…, fbclid and the like after the ?, and see whether it still opens."
            ),
        );
    }
    if let Some(port) = url.port() {
        findings.warning(
            cell,
            said!(
                "アドレスに特別な番号（:{port}）が付いています。",
                "The address names an unusual port (:{port})."
            ),
            said!(
                "公開のページか確かめ、なければ消してください。",
                "See whether it is a public page; otherwise remove it."
            ),
        );
    }
    if url.scheme() == "http" {
        findings.note(
            cell,
            said!("http:// のアドレスです。", "This is an http:// address."),
            said!(
                "https:// で開けるなら、そちらを書いてください。",
                "Write https:// if the page opens that way."
            ),
        );
    }
}

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_") || matches!(name.as_str(), "fbclid" | "gclid" | "yclid" | "msclkid")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn check(value: &str) -> (String, Vec<Severity>) {
        let mut findings = Findings::default();
        let cell = Cell {
            file: "見本.csv",
            row: 2,
            column: "url",
            value,
        };
        let shown = url(cell, &mut findings);
        let found = findings
            .sorted()
            .iter()
            .map(|finding| finding.severity)
            .collect();
        (shown, found)
    }

    #[test]
    fn a_page_of_the_web_is_linked_as_it_was_written() {
        for address in [
            "https://example.jp/",
            "https://example.jp",
            "https://example.jp/がん?no=20#top",
        ] {
            assert_eq!(check(address), (address.to_owned(), vec![]));
        }
    }

    #[test]
    fn what_nobody_else_can_open_is_an_error() {
        for address in [
            "example.jp",
            "ftp://example.jp/",
            "javascript:alert(1)",
            "https://localhost/",
            "https://192.0.2.1/",
            "https://editor:secret@example.jp/",
            "https://example.jp/a b",
            "https:\\\\example.jp",
            "https://",
        ] {
            assert_eq!(
                check(address),
                (String::new(), vec![Severity::Error]),
                "{address}"
            );
        }
    }

    #[test]
    fn tracking_and_ports_are_warnings_and_http_is_a_note() {
        for (address, severity) in [
            ("https://example.jp/?a=1&utm_source=x", Severity::Warning),
            ("https://example.jp/?fbclid=x", Severity::Warning),
            ("https://example.jp:8443/", Severity::Warning),
            ("http://example.jp/", Severity::Note),
        ] {
            assert_eq!(check(address), (address.to_owned(), vec![severity]));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_check(text in "\\PC{0,40}") {
            check(&text);
            check(&["https://", &text].concat());
        }
    }
}
