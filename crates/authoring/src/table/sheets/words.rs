//! The sheets of the words.

use super::Holds::{Date, Id, Label, Word};
use super::{Column, Sheet};

/// All words that stand in no other sheet. May be split over files `text….csv`.
pub const TEXT: Sheet = Sheet {
    name: "text",
    is_needed: false,
    columns: columns!(
        [
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
        ],
        ["", "文", "The text"],
        [
            Column::DRAFTED_BY,
            Column::REVIEWED_BY,
            Column::may(
                "note",
                "訳す人への説明：どこに出るか、どれくらいの長さか。画面には出ません。",
                "For translators: where it stands, how long it may be. Not shown.",
            ),
        ],
    ),
    most_rows: 50_000,
};

/// Who drafted and who reviewed the words of each language.
pub const LANGUAGES: Sheet = Sheet {
    name: "languages",
    is_needed: true,
    columns: &[
        Column::must(
            "lang",
            "ことばの記号（ja、ja-x-easy、en、zh-Hans、ko、vi、pt-BR、tl、ne）。ここに行のあることばが、アプリで選べます。",
            "The language: ja, ja-x-easy, en, zh-Hans, ko, vi, pt-BR, tl, ne. The app offers those that have a row here.",
        )
        .of(Label),
        Column::may("name", "ことばの名前。", "Its name."),
        Column::must(
            "drafted_by",
            "このことばの文を書いた人。機械なら、そう書きます。",
            "Who drafted the words; a machine is called one.",
        ),
        Column::must(
            "reviewed_by",
            "確かめた人の名前。まだなら空。空のことばは、つらいときの画面に短い決まった文だけが日本語と並びます。",
            "The person who reviewed them; empty if nobody did. Without one, the crisis screens show only the fixed sentences, beside the Japanese.",
        ),
        Column::must("reviewed_on", "確かめた日。", "When they were reviewed.").of(Date),
        Column::may("note", "覚え書き。画面には出ません。", "A note. Not shown."),
    ],
    most_rows: 100,
};

/// Words that must not be said, and what to say instead.
pub const GUARD: Sheet = Sheet {
    name: "guard",
    is_needed: true,
    columns: &[
        Column::must("id", "決まりの id。", "The id of the rule.").of(Id),
        Column::must(
            "words",
            "使わないことば。; で区切ります。* は20字まで、# は数です。",
            "Words not to use, separated by ;. * stands for up to 20 characters, # for a number.",
        ),
        Column::may(
            "except_words",
            "使ってよい言い方。; で区切ります。",
            "Wordings that are fine, separated by ;.",
        ),
        Column::may(
            "languages",
            "どのことばで。空なら、すべて。",
            "In which languages; empty means all.",
        ),
        Column::must("severity", "error か warning。", "error or warning.")
            .of(Word(&["error", "warning"])),
        Column::may(
            "where",
            "どこを見るか：all、words、facts、names、表、表.列、キー*。",
            "Where to look: all, words, facts, names, sheet, sheet.column, key*.",
        ),
        Column::may("except_in", "見ない所。", "Where not to look."),
        Column::must("why_ja", "なぜか（日本語）。", "Why, in Japanese."),
        Column::must("why_en", "なぜか（英語）。", "Why, in English."),
        Column::must(
            "instead_ja",
            "代わりにどう言うか（日本語）。",
            "What to say instead, in Japanese.",
        ),
        Column::must(
            "instead_en",
            "代わりにどう言うか（英語）。",
            "What to say instead, in English.",
        ),
        Column::may("note", "覚え書き。", "A note."),
    ],
    most_rows: 2_000,
};
