//! 見本 of the page that is handed over.

use session::qr::qr;
use session::view::{Both, CodeView, Line, PaperView, Phrase, Row, Size};
use yew::{Html, html};

use super::paper;
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, long, phrase, ruby};

/// 見本 of the page.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture("paper", under(paper(pen, &sample(false)))),
        fixture("paper: two languages", under(paper(pen, &sample(true)))),
        fixture("paper: nothing answered", under(paper(pen, &empty()))),
    ]
}

fn under(paper: Html) -> Html {
    html! { <><h2>{"わたす紙"}</h2>{paper}</> }
}

fn both(own: Phrase, is_double: bool) -> Both {
    Both {
        own,
        japanese: is_double.then(|| Phrase {
            lang: Some("ja"),
            ..phrase("見本の日本語")
        }),
    }
}

/// A page with something in every part.
pub fn sample(is_double: bool) -> PaperView {
    let both = |text: Phrase| both(text, is_double);
    let row = |label: &str| Row {
        label: both(phrase(label)),
        lines: vec![
            Line {
                head: both(ruby()),
                details: vec![both(phrase("病院や薬の支払い")), both(long())],
            },
            Line {
                head: Both::default(),
                details: vec![both(phrase("仕事のこと"))],
            },
        ],
    };
    PaperView {
        size: Size::Middle,
        printed: Some(both(phrase("2026年11月24日の内容です。"))),
        first_visit: (both(phrase("はじめてです")), true),
        rows: vec![row("わたしについて"), row("今日いちばん話したいこと")],
        own: Some((both(phrase("わたしのことば")), "見本の\nことば".to_owned())),
        asks: row("聞いてみたいこと"),
        after: vec![row("用意してもらえると助かること")],
        code: CodeView {
            qr: qr("https://example.jp/#/counter/", "1ABCD2EFGH3JKMN"),
            left_out: Some(both(phrase("長くなるため、2件は番号に入れていません。"))),
            ..empty().code
        },
        ..empty()
    }
}

/// A page where nothing was answered, at an address too long for a QR code.
fn empty() -> PaperView {
    let both = |text: &str| both(phrase(text), false);
    PaperView {
        size: Size::Large,
        title: both("相談員にわたす一枚"),
        printed: None,
        first_visit: (both("はじめてです"), false),
        rows: Vec::new(),
        own: None,
        asks: Row {
            label: both("聞いてみたいこと"),
            lines: Vec::new(),
        },
        after: Vec::new(),
        notes: both("メモ"),
        code: CodeView {
            label: both("相談員の方へ"),
            note: both("QRコードを読むか、番号を入れると、同じ内容が開きます。"),
            written: "1ABCD 2EFGH 3JKMN".to_owned(),
            qr: None,
            alternative: phrase("QRコード。番号は 1ABCD 2EFGH 3JKMN"),
            left_out: None,
        },
        not_medical: both("診断ではありません。"),
    }
}
