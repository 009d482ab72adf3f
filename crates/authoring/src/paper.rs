//! What pages to read and print have in common: the frame, the style, and words in two languages.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use crate::finding::Said;

/// The Japanese and beside it the English.
impl Render for Said {
    fn render(&self) -> Markup {
        html! {
            span { (self.ja) }
            @if !self.en.is_empty() && self.en != self.ja {
                " " span.en lang="en" { (self.en) }
            }
        }
    }
}

/// A whole page. It may load nothing, not even by mistake.
pub fn page(title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(include_str!("paper.css"))) }
            }
            body { main { (body) } }
        }
    }
    .into_string()
}

/// A wide table in a frame that a keyboard can scroll.
pub fn scrolling(label: &str, table: &Markup) -> Markup {
    html! { div.scroll role="region" aria-label=(label) tabindex="0" { (table) } }
}

/// A link, where the address is one that a browser may open.
pub fn link(url: &str) -> Markup {
    html! {
        @if url.starts_with("https://") || url.starts_with("http://") {
            a href=(url) { (url) }
        } @else {
            (url)
        }
    }
}
