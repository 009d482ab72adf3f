//! The sheets of the rules: needs, supports, their voices, extra sentences, sources.

use super::Holds::{Date, Expression, Id, Name, Names, Word, Words, Yes};
use super::{Column, Sheet};

/// The kinds of entry.
///
/// Source: `domain::directory::Kind`; a test compares them.
pub const KINDS: &[&str] = &[
    "support_centre",
    "prefectural_hub",
    "care",
    "palliative_outpatient",
    "second_opinion",
    "salon",
    "patient_group",
    "home_care",
    "palliative_ward",
    "genome",
    "employment_desk",
    "hellowork_desk",
    "labour_desk",
    "appearance",
    "subsidy_appearance",
    "fertility",
    "subsidy_fertility",
    "fertility_after",
    "childhood_hub",
];

/// The kinds of source.
pub const SOURCE_KINDS: &[&str] = &["public", "hospital", "organization", "other"];

/// The needs N01 to N25.
pub const NEEDS: Sheet = Sheet {
    name: "needs",
    is_needed: true,
    columns: columns!(
        [
            Column::must(
                "id",
                "ニーズの id（N01 から N25）。",
                "The id of the need, N01 to N25.",
            ),
            Column::must("ja", "名前（日本語）。", "Its name in Japanese."),
            Column::may(
                "ja-x-easy",
                "名前（やさしい日本語、ふりがな付き）。",
                "Its name in plain Japanese, with readings.",
            ),
            Column::may("en", "名前（英語）。", "Its name in English."),
            Column::may(
                "basis",
                "何をもとにしたか。画面には出ません。",
                "What it is based on. Not shown.",
            ),
        ],
        ["", "名前", "Its name"],
        [Column::DRAFTED_BY, Column::REVIEWED_BY],
    ),
    most_rows: 1_000,
};

/// The kinds of help.
pub const SUPPORTS: Sheet = Sheet {
    name: "supports",
    is_needed: true,
    columns: &[
        Column::must(
            "id",
            "支援の id。変えないでください。",
            "The id of the support. Never change it.",
        )
        .of(Id),
        Column::must(
            "needs",
            "応えるニーズ。空白で区切ります。すべてなら all。",
            "The needs it answers, separated by spaces, or all.",
        )
        .of(Names("needs", "id")),
        Column::must(
            "when",
            "いつ出すか（式）。理由はこの式から作られます。いつでもなら true()。",
            "When it is shown (an expression; the reasons come from it). true() means always.",
        )
        .of(Expression),
        Column::may(
            "urgent_when",
            "急ぐのはいつか（式）。空なら、急ぎません。",
            "When it is urgent (an expression). Empty means never.",
        )
        .of(Expression),
        Column::may(
            "leads_when",
            "何よりも先に出すのはいつか（式）。",
            "When it comes before everything else (an expression).",
        )
        .of(Expression),
        Column::must("scope", "どの範囲の支援か。", "How far it reaches.").of(Word(&[
            "hospital",
            "municipality",
            "prefecture",
            "national",
        ])),
        Column::must(
            "entry_kinds",
            "この支援に並べる窓口の種類。空白で区切ります。",
            "The kinds of entry listed with it, separated by spaces.",
        )
        .of(Words(KINDS)),
        Column::may(
            "only_with_entries_for",
            "地域に窓口があるときだけ出すなら anyone。ある立場にだけそうするなら、その立場の id。",
            "anyone: shown only where the area has an entry. Ids of roles: only for these roles.",
        )
        .of(Words(&["anyone"])),
        Column::may(
            "emergency",
            "yes なら、体の急変の一文を出します。",
            "yes: it carries the sentence about sudden changes of the body.",
        )
        .of(Yes),
        Column::must(
            "sources",
            "出典の id。空白で区切ります。",
            "The ids of its sources, separated by spaces.",
        )
        .of(Names("sources", "id")),
        Column::may(
            "checked_on",
            "内容を確かめた日（2026-11-24、2026-11、2026）。",
            "When the facts were checked (2026-11-24, 2026-11 or 2026).",
        )
        .of(Date),
        Column::may(
            "check_by",
            "次に確かめる期限。checked_on の24か月後です。",
            "When to check again: 24 months after checked_on.",
        )
        .of(Date),
    ],
    most_rows: 5_000,
};

/// Other wordings of a support's texts under a condition.
pub const VOICES: Sheet = Sheet {
    name: "voices",
    is_needed: false,
    columns: &[
        Column::must("support", "支援の id。", "The id of the support.").of(Name("supports", "id")),
        Column::must(
            "voice",
            "言い方の名前。文のキーの @ のうしろに書く名前です。",
            "The name of the voice, as after the @ in the keys of texts.",
        )
        .of(Id),
        Column::must(
            "when",
            "いつこの言い方にするか（式）。",
            "When it speaks so (an expression).",
        )
        .of(Expression),
    ],
    most_rows: 5_000,
};

/// Extra sentences under a condition.
pub const SENTENCES: Sheet = Sheet {
    name: "sentences",
    is_needed: false,
    columns: &[
        Column::must("id", "一文の id。", "The id of the sentence.").of(Id),
        Column::must(
            "support",
            "どの支援に付けるか。結果のはじめなら result。",
            "The support it belongs to, or result for the head of the result.",
        )
        .of(Name("supports", "id")),
        Column::must(
            "when",
            "いつ出すか（式）。空なら、いつも出します。",
            "When it is shown (an expression). Empty means always.",
        )
        .of(Expression),
    ],
    most_rows: 5_000,
};

/// Where facts come from.
pub const SOURCES: Sheet = Sheet {
    name: "sources",
    is_needed: true,
    columns: &[
        Column::must("id", "出典の id。", "The id of the source.").of(Id),
        Column::must(
            "name",
            "ページや文書の名前。",
            "The name of the page or document.",
        ),
        Column::must(
            "url",
            "アドレス（https:// から）。",
            "Its address, from https:// on.",
        ),
        Column::must("date", "そのページや文書の日付。", "Its date.").of(Date),
        Column::must(
            "kind",
            "だれの出典か。other は画面に出ません。",
            "Whose it is; other is not shown.",
        )
        .of(Word(SOURCE_KINDS)),
        Column::may("check_by", "次に確かめる期限。", "When to look again.").of(Date),
    ],
    most_rows: 5_000,
};

/// What must never be shown to whom; the proof holds the rules to it.
pub const NEVER: Sheet = Sheet {
    name: "never",
    is_needed: false,
    columns: &[
        Column::must("id", "決まりの id。", "The id of the rule.").of(Id),
        Column::must(
            "when",
            "どんな人のときの決まりか（式）。",
            "For whom the rule holds (an expression).",
        )
        .of(Expression),
        Column::must(
            "supports",
            "出さない支援。only と、どちらか一つを書きます。",
            "Supports that are not shown. Either this or only.",
        )
        .of(Names("supports", "id")),
        Column::may(
            "only",
            "出してよい支援だけ。supports と、どちらか一つを書きます。",
            "The only supports that may be shown. Either this or supports.",
        )
        .of(Names("supports", "id")),
        Column::must("ja", "なぜか（日本語）。", "Why, in Japanese."),
        Column::must("en", "なぜか（英語）。", "Why, in English."),
        Column::must("source", "決めた所。", "Where this was decided."),
    ],
    most_rows: 5_000,
};
