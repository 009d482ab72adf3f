//! The sheet of the questions that a person may want to ask a counselor.

use super::Holds::{Expression, Id, Label};
use super::{Column, Sheet};

/// Questions to ask. Their words are `ask.<id>` in the text table.
pub const ASKS: Sheet = Sheet {
    name: "ask",
    is_needed: false,
    columns: &[
        Column::must(
            "id",
            "聞きたいことの id。",
            "The id of the question to ask.",
        )
        .of(Id),
        Column::must(
            "when",
            "いつすすめるか（式）。だれにでもなら true()。",
            "When it is proposed (an expression). true() means for anybody.",
        )
        .of(Expression),
        Column::may(
            "about",
            "どの気がかり（worries の選択肢）のことか。空なら、気がかりによらないこと。",
            "The worry it is about: a choice of worries. Empty: not about one worry.",
        )
        .of(Label),
        Column::must(
            "source",
            "何をもとにしたか。画面には出ません。",
            "What it is based on. Not shown.",
        ),
    ],
    most_rows: 1_000,
};
