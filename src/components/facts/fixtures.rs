//! 見本 of facts.

use super::{facts, speech};
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fact, fixture, gap, long, phrase, ruby};

/// 見本 of facts.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "facts",
            facts(
                pen,
                &[
                    fact("相談にのる人", phrase("がん専門相談員")),
                    fact("費用", ruby()),
                ],
            ),
        ),
        fixture(
            "facts: long, and a gap",
            facts(
                pen,
                &[
                    fact("住所", long()),
                    fact("院内での名前", gap("患者支援室")),
                ],
            ),
        ),
        fixture("facts: nothing known", facts(pen, &[])),
        fixture(
            "speech",
            speech(
                pen,
                &fact("はじめのひと言", phrase("相談したいことがあります。")),
            ),
        ),
        fixture(
            "speech: furigana",
            speech(pen, &fact("最初に言うことば", ruby())),
        ),
        fixture(
            "speech: a gap",
            speech(
                pen,
                &fact("What to say first", gap("相談したいことがあります。")),
            ),
        ),
    ]
}
