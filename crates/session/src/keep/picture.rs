//! A list that is drawn as a picture.

/// A list to be drawn as a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
}

/// One line of a picture; broken where it is too long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// How large.
    pub size: Size,
}

impl Line {
    /// The text in pieces that fit, as `fits` tells; numbers and Latin words stay whole where that is possible.
    pub fn broken(&self, fits: impl Fn(&str) -> bool) -> Vec<&str> {
        let mut pieces = Vec::new();
        let mut rest = self.text.as_str();
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(first_piece(rest, &fits));
            pieces.push(piece.trim_end());
            rest = after.trim_start();
        }
        pieces
    }
}

/// What must not stand at the beginning of a line.
///
/// Source: JIS X 4051, line-start prohibition.
const CLOSING: &str = "）」』】、。，．・ーっゃゅょッャュョ";

/// Where the first piece of `text` ends, in bytes; never 0.
fn first_piece(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    let mut good = None;
    let mut any = 0;
    let mut before = ' ';
    for (place, character) in text.char_indices() {
        if place > 0 {
            if !fits(text.get(..place).unwrap_or_default()) {
                return good.unwrap_or(if any > 0 { any } else { place });
            }
            any = place;
            let is_whole = before.is_ascii_graphic() && character.is_ascii_graphic();
            if !is_whole && !CLOSING.contains(character) {
                good = Some(place);
            }
        }
        before = character;
    }
    if fits(text) {
        return text.len();
    }
    good.or((any > 0).then_some(any)).unwrap_or(text.len())
}

/// How large a line of a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A heading.
    Large,
    /// A name or a number.
    Normal,
    /// A date.
    Small,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_stays_whole_where_it_fits_on_a_line_of_its_own() {
        let line = Line {
            text: "電話 0120-000-000".into(),
            size: Size::Normal,
        };
        assert_eq!(
            line.broken(|piece| piece.chars().count() <= 12),
            ["電話", "0120-000-000"]
        );
    }

    #[test]
    fn no_line_of_a_picture_begins_with_a_closing_bracket() {
        let line = Line {
            text: "見本（制度）".into(),
            size: Size::Normal,
        };
        let pieces = line.broken(|piece| piece.chars().count() <= 5);
        assert_eq!(pieces, ["見本（制", "度）"]);
    }

    proptest! {
        #[test]
        fn a_broken_line_loses_no_letter_and_every_piece_fits(text in "[a-z0-9 -]{0,20}[あ-ん0-9 ]{0,30}", width in 1usize..12) {
            let line = Line { text: text.clone(), size: Size::Normal };
            let pieces = line.broken(|piece| piece.chars().count() <= width);
            prop_assert!(pieces.iter().all(|piece| piece.chars().count() <= width), "{pieces:?}");
            let bare = |text: &str| text.replace(' ', "");
            prop_assert_eq!(bare(&pieces.concat()), bare(&text));
        }
    }
}
