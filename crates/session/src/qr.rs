//! A QR code as a path of squares.
//!
//! Source: ISO/IEC 18004; drawn by the crate `qrcodegen`.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The largest that is read from 25 mm of paper and from a narrow phone: 57 squares a side, each 0.4 mm.
const LARGEST: u8 = 10;
/// Squares left free on every side.
const MARGIN: i32 = 4;

/// A QR code, ready to be drawn in a square of `size` units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// The side with its free margin, in squares.
    pub size: i32,
    /// The dark squares, as the `d` of an SVG path.
    pub path: String,
}

/// The QR code of an address and the digits and letters after it, of medium error correction; `None` when that is too much.
///
/// `code` may have the digits and capital letters of a code only: they take less room than the address.
pub fn qr(address: &str, code: &str) -> Option<Qr> {
    let mut segments = vec![QrSegment::make_bytes(address.as_bytes())];
    let is_dense = QrSegment::is_alphanumeric(code);
    segments.push(if is_dense {
        QrSegment::make_alphanumeric(code)
    } else {
        QrSegment::make_bytes(code.as_bytes())
    });
    let drawn = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::new(LARGEST),
        // One mask for all: which is best takes eight times as long to find, and every reader reads every mask.
        Some(Mask::new(2)),
        true,
    );
    drawn.ok().map(|drawn| Qr {
        size: drawn.size() + 2 * MARGIN,
        path: path(&drawn),
    })
}

/// The dark squares, each row's runs as one.
fn path(drawn: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..drawn.size() {
        let mut x = 0;
        while x < drawn.size() {
            let start = x;
            while x < drawn.size() && drawn.get_module(x, y) {
                x += 1;
            }
            let n = x - start;
            if n > 0 {
                let (left, top) = (start + MARGIN, y + MARGIN);
                path.push_str(&["M", &left.to_string(), ",", &top.to_string()].concat());
                path.push_str(&["h", &n.to_string(), "v1h-", &n.to_string(), "z"].concat());
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_code_is_small_enough_for_a_phone() {
        let found = qr("https://example.jp/tomoni/#/counter/", &"0AZ".repeat(15)).unwrap();
        // Source: ISO/IEC 18004: version 5 has 37 squares a side.
        assert!(found.size <= 37 + 2 * MARGIN, "{}", found.size);
        // The finder in the upper left corner begins with seven dark squares.
        assert!(found.path.starts_with("M4,4h7v1h-7z"), "{}", found.path);
    }

    #[test]
    fn what_is_too_much_gives_none() {
        assert_eq!(qr(&"a".repeat(400), "0"), None);
    }
}
