//! The sheet of the numbers that stand in a code.

use super::Holds::{Label, Word, Yes};
use super::{Column, Sheet};

/// What a number stands for.
pub const KINDS: &[&str] = &["answer", "support", "tick", "ask"];

/// The ledger of codes.
///
/// Source: docs/decisions/0015-codes.md.
pub const CODES: Sheet = Sheet {
    name: "codes",
    is_needed: true,
    columns: &[
        Column::must(
            "number",
            "番号。一度使った番号は、ほかのものに使いません。",
            "The number. Once given, it stands for nothing else, ever.",
        )
        .of(Label),
        Column::must("kind", "何の番号か。", "What the number stands for.").of(Word(KINDS)),
        Column::must(
            "name",
            "選択肢なら「質問.選択肢」、支援と聞きたいことならその id、しるしならその名前。",
            "For a choice question.choice, for a support or a question to ask its id, for a tick its name.",
        )
        .of(Label),
        Column::may(
            "retired",
            "yes なら、もう使わない番号。行は消さずに残します。",
            "yes: the number is no longer used. The row stays.",
        )
        .of(Yes),
    ],
    most_rows: 10_000,
};
