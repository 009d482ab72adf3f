//! 見本 of notices.

use super::{done, draft, emergency, error};
use crate::components::Pen;
use crate::components::fixtures::{self, Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of notices.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "emergency",
            emergency(pen, Some(&phrase("急に息が苦しいときは、119へ。"))),
        ),
        fixture("emergency: furigana", emergency(pen, Some(&ruby()))),
        fixture("emergency: nothing to say", emergency(pen, None)),
        fixture(
            "error",
            error(pen, Some(&(phrase("確かめてください："), long()))),
        ),
        fixture("error: none", error(pen, None)),
        fixture(
            "draft",
            draft(pen, &fixtures::draft("This is a draft.", "下書きの訳です")),
        ),
        fixture("draft: nothing to say", draft(pen, &phrase(""))),
        fixture("done", done(pen, Some(&gap("答えを消しました。")))),
    ]
}
