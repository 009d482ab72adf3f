//! Moments as JSON carries them.

use domain::Date;

/// Whether a text is a day, or a day with a time and its offset: `2026-11-24T10:00:00+09:00`.
///
/// Source: RFC 3339, with the seconds left free.
pub fn is_moment(text: &str) -> bool {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let is_day = day.parse::<Date>().is_ok_and(|date| date.day().is_some());
    is_day && time.is_none_or(is_time)
}

fn is_time(text: &str) -> bool {
    let split = text
        .strip_suffix('Z')
        .map(|time| (time, "00:00"))
        .or_else(|| text.split_once(['+', '-']));
    let Some((time, offset)) = split else {
        return false;
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction && is_clock(time, 3) && offset.len() == 5 && is_clock(offset, 2)
}

/// Hours and minutes, and seconds where `most` is 3.
fn is_clock(text: &str, most: usize) -> bool {
    const LIMITS: [u8; 3] = [23, 59, 60];
    let parts: Vec<&str> = text.split(':').collect();
    (2..=most).contains(&parts.len())
        && parts.iter().zip(LIMITS).all(|(part, limit)| {
            part.len() == 2
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && part.parse::<u8>().is_ok_and(|number| number <= limit)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_from_other_texts() {
        for text in [
            "2026-11-24",
            "2026-11-24T10:00+09:00",
            "2026-11-24T10:00:00.5Z",
            "2026-11-24T23:59:60-05:30",
        ] {
            assert!(is_moment(text), "{text}");
        }
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-02-30",
            "2026-11-24T",
            "2026-11-24T10:00",
            "2026-11-24T25:00Z",
            "2026-11-24T10:00:00+9",
            "now",
            "2026-11-24 10:00",
        ] {
            assert!(!is_moment(text), "{text}");
        }
    }
}
