//! The table of contents.

use maud::{Markup, html};

use crate::finding::Said;
use crate::said;

/// The parts of the page, each with its anchor.
pub fn contents() -> Markup {
    let parts: [(&str, Said); 6] = [
        ("#route", said!("質問の道すじ", "Route of the questions")),
        ("#supports", said!("支援と条件", "Supports and conditions")),
        ("#matrix", said!("選択肢と支援", "Choices and supports")),
        (
            "#coverage",
            said!("都道府県ごとの窓口", "Entries by prefecture"),
        ),
        ("#sources", said!("出典", "Sources")),
        ("#sign", said!("署名", "Signatures")),
    ];
    html! {
        nav aria-labelledby="contents" {
            h2 #contents { (said!("目次", "Contents")) }
            ol {
                @for (anchor, name) in &parts {
                    li { a href=(anchor) { (name) } }
                }
            }
        }
    }
}
