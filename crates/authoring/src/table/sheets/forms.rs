//! The sheets of the survey, which are those of XLSForm.
//!
//! Source: <https://xlsform.org>.

use super::Holds::{Expression, Id, Label, Prefecture, Word, Yes};
use super::{Column, Sheet};

/// The questions.
pub const SURVEY: Sheet = Sheet {
    name: "survey",
    is_needed: true,
    columns: columns!(
        [
        Column::must(
            "type",
            "質問の種類。「select_one リスト名」は一つだけ、「select_multiple リスト名」はいくつでも選べます。リストはシート choices にあります。",
            "The type of question: \"select_one list\" takes one choice, \"select_multiple list\" any number. Lists are in the sheet choices.",
        )
        .of(Label),
        Column::must(
            "name",
            "質問の id。変えないでください。",
            "The id of the question. Never change it.",
        )
        .of(Id),
        Column::must(
            "label::ja",
            "質問の文（日本語、本人向け）。",
            "The question in Japanese, as the patient reads it.",
        ),
        Column::may(
            "label::ja-x-easy",
            "質問の文（やさしい日本語）。漢字には {漢字|かんじ} の形でふりがなを付けます。",
            "The question in plain Japanese, with {kanji|reading}.",
        ),
        Column::may(
            "label::en",
            "質問の文（英語）。",
            "The question in English.",
        ),
        Column::may(
            "hint::ja",
            "質問の下の短い説明（日本語）。なくてもかまいません。",
            "A short hint below the question, in Japanese. May be empty.",
        ),
        Column::may(
            "hint::ja-x-easy",
            "質問の下の短い説明（やさしい日本語）。",
            "The hint in plain Japanese.",
        ),
        Column::may(
            "hint::en",
            "質問の下の短い説明（英語）。",
            "The hint in English.",
        ),
        Column::must(
            "relevant",
            "いつ聞くか。前の質問だけを使う式。空なら、いつも聞きます。",
            "When it is asked: an expression over earlier questions. Empty means always.",
        )
        .of(Expression),
        Column::may(
            "constraint",
            "答えが満たすべき条件。「.」はこの質問の答えです。",
            "What an answer must fulfill; \".\" is the answer to this question.",
        )
        .of(Expression),
        Column::may(
            "constraint_message::ja",
            "条件に合わないときに出す文（日本語）。",
            "What is said when the answer does not fulfill it, in Japanese.",
        ),
        Column::may(
            "constraint_message::ja-x-easy",
            "条件に合わないときに出す文（やさしい日本語）。",
            "The same in plain Japanese.",
        ),
        Column::may(
            "constraint_message::en",
            "条件に合わないときに出す文（英語）。",
            "The same in English.",
        ),
        Column::may(
            "choice_filter",
            "どの選択肢を出すか。選択肢の列と前の質問を使う式。空なら、すべて出します。",
            "Which choices are offered: an expression over columns of choices and earlier questions. Empty means all.",
        )
        .of(Expression),
        Column::may(
            "emergency",
            "yes なら、この質問に体の急変の一文を出します。",
            "yes: the question carries the sentence about sudden changes of the body.",
        )
        .of(Yes),
        ],
        [
            "label::", "質問の文", "The question";
            "hint::", "質問の下の短い説明", "The hint below the question";
            "constraint_message::", "条件に合わないときに出す文", "What is said when the answer does not fulfill the constraint";
        ],
        [Column::DRAFTED_BY, Column::REVIEWED_BY],
    ),
    most_rows: 500,
};

/// The choices of the questions, by list.
pub const CHOICES: Sheet = Sheet {
    name: "choices",
    is_needed: true,
    columns: columns!(
        [
        Column::must(
            "list_name",
            "リストの名前。survey の type に書く名前です。",
            "The name of the list, as in the type of a question.",
        )
        .of(Label),
        Column::must(
            "name",
            "選択肢の id。変えないでください（municipality だけは市区町村の名前）。",
            "The id of the choice. Never change it (for municipality the Japanese name).",
        )
        .of(Label),
        Column::must(
            "label::ja",
            "選択肢の文（日本語、本人向け）。",
            "The choice in Japanese, as the patient reads it.",
        ),
        Column::may(
            "label::ja-x-easy",
            "選択肢の文（やさしい日本語）。漢字には {漢字|かんじ} の形でふりがなを付けます。",
            "The choice in plain Japanese, with {kanji|reading}.",
        ),
        Column::may(
            "label::en",
            "選択肢の文（英語）。",
            "The choice in English.",
        ),
        Column::may(
            "exclusive",
            "単独で選ぶ選択肢。yields はほかと一緒なら引っこみ、wins はほかが引っこみます。",
            "A choice that stands alone: yields gives way to others, wins makes others give way.",
        )
        .of(Word(&["yields", "wins"])),
        Column::may(
            "prefecture",
            "市区町村の都道府県コード（2桁）。",
            "The prefecture code of a municipality (two digits).",
        )
        .of(Prefecture),
        Column::may(
            "own_door",
            "yes なら、この立場の人には、最初の三つの中に自分の入口があります。",
            "yes: this role has its own door among the first three.",
        )
        .of(Yes),
        Column::may(
            "quiet",
            "yes なら、選んでいない人には、けっしてすすめません。",
            "yes: never proposed to somebody who did not tick it.",
        )
        .of(Yes),
        ],
        ["label::", "選択肢の文", "The choice"],
        [Column::DRAFTED_BY, Column::REVIEWED_BY],
    ),
    most_rows: 5_000,
};

/// What the form is called.
pub const SETTINGS: Sheet = Sheet {
    name: "settings",
    is_needed: false,
    columns: &[
        Column::must("form_title", "調査票の題。", "The title of the form."),
        Column::must("form_id", "調査票の id。", "The id of the form."),
        Column::must(
            "version",
            "版。数字が大きいほど新しい版です。",
            "The version; a greater number is newer.",
        ),
        Column::must(
            "default_language",
            "はじめに出す言語。label の見出しと同じ書き方です。",
            "The language shown first, written as in the headers of label.",
        ),
    ],
    most_rows: 100,
};
