//! The sheets of the words.

use super::{Column, Sheet};

/// All words that stand in no other sheet. May be split over files `text….csv`.
pub const TEXT: Sheet = Sheet {
    name: "text",
    is_needed: false,
    columns: &[
        Column::must(
            "key",
            "文のキー。変えないでください。",
            "The key of the text. Never change it.",
        ),
        Column::must("ja", "文（日本語）。", "The text in Japanese."),
        Column::may(
            "ja-x-easy",
            "文（やさしい日本語）。漢字には {漢字|かんじ} の形でふりがなを付けます。",
            "The text in plain Japanese, with {kanji|reading}.",
        ),
        Column::may("en", "文（英語）。", "The text in English."),
        Column::may(
            "note",
            "訳す人への説明：どこに出るか、どれくらいの長さか。画面には出ません。",
            "For translators: where it stands, how long it may be. Not shown.",
        ),
    ],
    most_rows: 50_000,
};
