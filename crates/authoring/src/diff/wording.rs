//! Two wordings in one, with the changed parts marked.

use dissimilar::Chunk;
use serde::Serialize;

/// Beyond so many characters the comparison takes too long to wait for; the wordings then stand one after the other.
const LONGEST: usize = 4000;

/// A part of two wordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "text")]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the old one.
    Old(String),
    /// Only in the new one.
    New(String),
}

/// Both wordings, piece by piece, in order.
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    if before.len() + after.len() > LONGEST {
        let whole = [
            (before, Piece::Old as fn(String) -> Piece),
            (after, Piece::New),
        ];
        return whole
            .into_iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, piece)| piece(text.to_owned()))
            .collect();
    }
    dissimilar::diff(before, after)
        .into_iter()
        .map(|chunk| match chunk {
            Chunk::Equal(text) => Piece::Same(text.to_owned()),
            Chunk::Delete(text) => Piece::Old(text.to_owned()),
            Chunk::Insert(text) => Piece::New(text.to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn without(pieces: &[Piece], skipped: fn(&Piece) -> bool) -> String {
        pieces
            .iter()
            .filter(|piece| !skipped(piece))
            .map(|piece| match piece {
                Piece::Same(text) | Piece::Old(text) | Piece::New(text) => text.as_str(),
            })
            .collect()
    }

    #[test]
    fn only_the_changed_letters_of_a_japanese_sentence_are_marked() {
        assert_eq!(
            pieces(
                "だれでも無料で相談できます。",
                "だれでも電話で相談できます。"
            ),
            [
                Piece::Same("だれでも".into()),
                Piece::Old("無料".into()),
                Piece::New("電話".into()),
                Piece::Same("で相談できます。".into()),
            ]
        );
    }

    #[test]
    fn very_long_wordings_stand_one_after_the_other() {
        let (before, after) = ("あ".repeat(2000), "い".repeat(2000));
        assert_eq!(
            pieces(&before, &after),
            [Piece::Old(before.clone()), Piece::New(after.clone())]
        );
    }

    proptest! {
        #[test]
        fn both_wordings_can_be_read_from_the_pieces(before in "[あいう漢 ab👩‍👩‍👧]{0,30}", after in "[あいう漢 ab👩‍👩‍👧]{0,30}") {
            let pieces = pieces(&before, &after);
            prop_assert_eq!(without(&pieces, |piece| matches!(piece, Piece::New(_))), before);
            prop_assert_eq!(without(&pieces, |piece| matches!(piece, Piece::Old(_))), after);
        }

        #[test]
        fn no_text_is_too_strange(before: String, after: String) {
            let pieces = pieces(&before, &after);
            prop_assert_eq!(without(&pieces, |piece| matches!(piece, Piece::New(_))), before);
            prop_assert_eq!(without(&pieces, |piece| matches!(piece, Piece::Old(_))), after);
        }
    }
}
