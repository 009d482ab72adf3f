//! 見本 of the counselor's page.

use session::view::{CameraView, CounterView, OpenedView};

use crate::components::fixtures::{phrase, ruby};
use crate::components::paper::fixtures::sample;

/// The page with a code that cannot be read, and the camera on.
pub fn counter() -> CounterView {
    CounterView {
        title: phrase("番号からシートを開く"),
        lead: ruby(),
        error: Some((phrase("直してください："), phrase("文字の数が合いません。"))),
        advice: vec![ruby(), phrase("紙をそのまま読めば同じ内容です。")],
        label: phrase("番号"),
        hint: ruby(),
        typed: "1ABCD".to_owned(),
        open: phrase("開く"),
        camera: Some(CameraView {
            press: phrase("カメラを止める"),
            is_running: true,
            status: phrase("カメラを使っています。"),
        }),
        note: ruby(),
    }
}

/// A sheet with numbers that nobody knows.
pub fn opened() -> OpenedView {
    OpenedView {
        title: phrase("お預かりしたシート"),
        warnings: vec![ruby()],
        unknown: vec!["901".to_owned(), "1203".to_owned()],
        paper_title: phrase("選ばれた答え"),
        paper: sample(false),
        supports_title: phrase("アプリが案内した支援"),
        supports_note: ruby(),
        supports: vec![phrase("見本の支援"), ruby()],
        print: phrase("印刷する"),
        next: phrase("次の方へ（消す）"),
    }
}
