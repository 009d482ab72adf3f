//! The sheet of those who have read the content before it is published.

use super::Holds::{Date, Label};
use super::{Column, Sheet};

/// Who has read which version and agrees that it is published.
pub const REVIEWS: Sheet = Sheet {
    name: "reviews",
    is_needed: false,
    columns: &[
        Column::must(
            "name",
            "確かめた人の名前。公開には、別の二人が要ります。",
            "Who has reviewed it. Publishing needs two different people.",
        ),
        Column::must(
            "role",
            "その人の所属か役職。",
            "That person's affiliation or role.",
        ),
        Column::must(
            "reviewed_on",
            "確かめた日（2026-11-24 の形）。",
            "The day of the review, as 2026-11-24.",
        )
        .of(Date),
        Column::must(
            "version",
            "確かめた版。settings の version と同じ書き方です。",
            "The version that was reviewed, as in the sheet settings.",
        )
        .of(Label),
        Column::may(
            "note",
            "編集者のメモ。画面には出ません。",
            "A note for editors. Not shown.",
        ),
    ],
    most_rows: 5_000,
};
