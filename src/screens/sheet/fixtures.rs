//! 見本 of the screen of the hand-over sheet.

use domain::AskId;
use session::Route;
use session::view::{AskView, HospitalView, SheetView};

use crate::components::fixtures::{phrase, ruby};
use crate::components::paper::fixtures::sample;

/// The sheet of somebody who has written something.
pub fn sheet() -> SheetView {
    let ask = |id, is_kept| AskView {
        id: AskId(id),
        label: ruby(),
        is_kept,
    };
    SheetView {
        title: phrase("相談員にわたす一枚"),
        lead: ruby(),
        empty: Some((
            phrase("質問に答えると、ここに並びます。"),
            phrase("質問に答える"),
            Route::Question(1),
        )),
        own_label: phrase("自分のことばで"),
        own_note: ruby(),
        own: "見本のことば".to_owned(),
        most_letters: 300,
        first_visit: (phrase("はじめてです"), true),
        asks_label: phrase("聞いてみたいこと"),
        asks_note: ruby(),
        asks: vec![ask(0, true), ask(1, false)],
        paper_label: phrase("わたす紙"),
        paper: sample(true),
        hospital: hospital(),
        print: phrase("印刷する"),
        back: (phrase("相談できるところの一覧に戻る"), Route::Result),
        erase: phrase("答えを消して、はじめに戻る"),
    }
}

fn hospital() -> HospitalView {
    HospitalView {
        title: phrase("病院のシステムのために"),
        note: ruby(),
        own_words: Some((phrase("「わたしのことば」も入れる"), false)),
        answers: phrase("答えのファイルを保存する"),
        questions: phrase("質問のファイルを保存する"),
        status: phrase("ファイルを作りました。"),
    }
}
