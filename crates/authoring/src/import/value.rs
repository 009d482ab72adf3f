//! Codes, dates, times and coordinates as open data really writes them, repaired or refused.
//!
//! Source: notes of importers of 自治体標準オープンデータセット and 推奨データセット on faults seen in real files.

use domain::Date;
use domain::directory::Prefecture;
use unicode_normalization::UnicodeNormalization;

use super::report::Repair;

/// A value, and what had to be done to get it.
pub type Repaired<T> = (T, Option<Repair>);

/// A 全国地方公共団体コード of six digits: lost zeros are put back, a missing or wrong check digit is computed.
///
/// Five digits can be a code without its check digit or one whose first zero was lost; `prefecture` decides where both fit.
///
/// Source: 総務省 全国地方公共団体コード: the check digit is the last digit of 11 − (Σ digits × 6,5,4,3,2 mod 11).
pub fn municipality_code(text: &str, prefecture: Option<Prefecture>) -> Option<Repaired<String>> {
    let text: String = text.trim().nfkc().collect();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = |digits: &str| {
        let (body, check) = digits.split_at_checked(5)?;
        (prefecture_of_code(digits).is_some() && check_digit(body) == check.parse().ok())
            .then(|| digits.to_owned())
    };
    let with_check = |body: &str| {
        prefecture_of_code(body)?;
        Some(format!("{body}{}", check_digit(body)?))
    };
    let padded = |code: String| Some((code, Some(Repair::CodePadded)));
    match text.len() {
        6 => match whole(&text) {
            Some(code) => Some((code, None)),
            None => Some((with_check(text.get(..5)?)?, Some(Repair::CheckDigit))),
        },
        4 | 5 => {
            let zeros_lost = whole(&format!("{text:0>6}"));
            let check_lost = with_check(&format!("{text:0>5}"));
            let fits =
                |code: &String| prefecture.is_some() && prefecture_of_code(code) == prefecture;
            match (zeros_lost, check_lost) {
                (Some(_), Some(code)) if fits(&code) => padded(code),
                (Some(code), _) | (None, Some(code)) => padded(code),
                (None, None) => None,
            }
        }
        1 | 2 => padded(with_check(&format!("{text:0>2}000"))?),
        _ => None,
    }
}

/// The prefecture that a code begins with; never the sample, which no list from outside is about.
pub fn prefecture_of_code(code: &str) -> Option<Prefecture> {
    let prefecture = code.get(..2)?.parse().ok()?;
    (prefecture != Prefecture::SAMPLE).then_some(prefecture)
}

fn check_digit(body: &str) -> Option<u32> {
    let sum: u32 = body
        .chars()
        .zip([6, 5, 4, 3, 2])
        .map(|(digit, weight)| digit.to_digit(10).map(|digit| digit * weight))
        .sum::<Option<u32>>()?;
    Some((11 - sum % 11) % 10)
}

/// The date in a cell: `2026-04-01`, `2026/4/1`, `2026.4.1`, `2026年4月1日`, each maybe with a time after it.
///
/// `None` for free text such as 4月頃.
pub fn date(text: &str) -> Option<Repaired<Date>> {
    let text: String = text.trim().nfkc().collect();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    if let Ok(date) = day.parse() {
        return Some((date, None));
    }
    let mut parts = day
        .trim_end_matches('日')
        .split(['/', '.', '-', '年', '月'])
        .map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let is_whole = parts.next().is_none() && month > 0 && day > 0;
    let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    is_whole.then_some((date, Some(Repair::DateForm)))
}

/// The time in a cell as `09:00`: `9:00`, `09:00:00`, `9時30分`, or the fraction of a day that Excel leaves (0.375).
pub fn time(text: &str) -> Option<Repaired<String>> {
    let text: String = text.trim().nfkc().collect();
    let clock = |hours: u32, minutes: u32| {
        let is_time = (hours < 24 && minutes < 60) || (hours, minutes) == (24, 0);
        is_time.then(|| format!("{hours:02}:{minutes:02}"))
    };
    let plain = text.trim_end_matches('分').replace('時', ":");
    if let Some((hours, rest)) = plain.split_once(':') {
        let minutes = rest.split(':').next().unwrap_or_default();
        let minutes = if minutes.is_empty() {
            Some(0)
        } else {
            minutes.parse().ok()
        };
        return Some((clock(hours.parse().ok()?, minutes?)?, None));
    }
    let fraction: f64 = text.parse().ok()?;
    // Nothing but a number below 1 can be a fraction of a day; `9` alone may be anything.
    if !(0.0..1.0).contains(&fraction) {
        return None;
    }
    let minutes = (0..24 * 60)
        .find(|minutes| (f64::from(*minutes) / 1440.0 - fraction).abs() < 1.0 / 2880.0)?;
    Some((
        clock(minutes / 60, minutes % 60)?,
        Some(Repair::TimeFraction),
    ))
}

/// Where a place is, as far as its two cells can be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coordinates {
    /// Latitude and longitude, as written.
    At(String, String),
    /// The same, written the wrong way round.
    Swapped(String, String),
    /// They lie outside Japan, for instance because the decimal point is missing.
    Unusable,
    /// Both cells are empty.
    Missing,
}

/// The coordinates in two cells: latitude 20 to 46, longitude 122 to 154.
pub fn coordinates(latitude: &str, longitude: &str) -> Coordinates {
    let plain = |text: &str| text.trim().nfkc().collect::<String>();
    let (latitude, longitude) = (plain(latitude), plain(longitude));
    if latitude.is_empty() && longitude.is_empty() {
        return Coordinates::Missing;
    }
    let within = |text: &str, range: core::ops::RangeInclusive<f64>| {
        text.parse::<f64>()
            .is_ok_and(|degrees| range.contains(&degrees))
    };
    let fits = |latitude: &str, longitude: &str| {
        within(latitude, 20.0..=46.0) && within(longitude, 122.0..=154.0)
    };
    if fits(&latitude, &longitude) {
        Coordinates::At(latitude, longitude)
    } else if fits(&longitude, &latitude) {
        Coordinates::Swapped(longitude, latitude)
    } else {
        Coordinates::Unusable
    }
}

/// Whether a spreadsheet has turned a long number into `2.21E+09`: its last digits are gone.
pub fn is_exponent(text: &str) -> bool {
    let text: String = text.trim().nfkc().collect();
    text.split_once(['E', 'e']).is_some_and(|(number, power)| {
        number.parse::<f64>().is_ok() && power.trim_start_matches(['+', '-']).parse::<u16>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(text: &str) -> Option<String> {
        municipality_code(text, None).map(|(code, _)| code)
    }

    #[test]
    fn a_lost_zero_in_a_code_is_put_back() {
        let repaired = Some(("092011".to_owned(), Some(Repair::CodePadded)));
        assert_eq!(municipality_code("92011", None), repaired);
        assert_eq!(
            municipality_code("092011", None),
            Some(("092011".into(), None))
        );
    }

    #[test]
    fn a_missing_check_digit_is_computed() {
        assert_eq!(code("1100").as_deref(), Some("011002"));
        assert_eq!(code("22130").as_deref(), Some("221309"));
        assert_eq!(code("13").as_deref(), Some("130001"));
    }

    #[test]
    fn a_wrong_check_digit_is_computed_anew() {
        let repaired = Some(("131016".to_owned(), Some(Repair::CheckDigit)));
        assert_eq!(municipality_code("131010", None), repaired);
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "見本", "990000", "1234567", "123", "1.1E+05"] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_the_forms_of_real_files() {
        for text in [
            "2026-04-01",
            "2026/4/1",
            "2026.4.1",
            "2026年4月1日",
            "２０２６／４／１",
            "2026/4/1 0:00:00",
        ] {
            assert_eq!(
                date(text).map(|(date, _)| date.to_string()).as_deref(),
                Some("2026-04-01"),
                "{text}"
            );
        }
        for text in [
            "4月頃",
            "毎月第2水曜",
            "2026/13/1",
            "2026/2/30",
            "2026/0/0",
            "",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_whether_text_or_fraction_of_a_day() {
        for (text, expected) in [
            ("9:00", Some("09:00")),
            ("09:00:00", Some("09:00")),
            ("９時３０分", Some("09:30")),
            ("9時", Some("09:00")),
            ("0.375", Some("09:00")),
            ("0.708333333333333", Some("17:00")),
            ("24:00", Some("24:00")),
            ("25:00", None),
            ("9", None),
            ("午前", None),
        ] {
            assert_eq!(
                time(text).map(|(time, _)| time).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn swapped_coordinates_are_turned_and_impossible_ones_dropped() {
        let (lat, lng) = ("34.97".to_owned(), "138.38".to_owned());
        assert_eq!(
            coordinates("34.97", "138.38"),
            Coordinates::At(lat.clone(), lng.clone())
        );
        assert_eq!(
            coordinates("138.38", "34.97"),
            Coordinates::Swapped(lat, lng)
        );
        assert_eq!(coordinates("3497", "13838"), Coordinates::Unusable);
        assert_eq!(coordinates("34.97", ""), Coordinates::Unusable);
        assert_eq!(coordinates("", " "), Coordinates::Missing);
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_shortened_is_known_by_its_exponent() {
        assert!(is_exponent("2.21E+09") && is_exponent("1e12") && is_exponent("１．２Ｅ＋１２"));
        assert!(!is_exponent("2210000001") && !is_exponent("E-5号館") && !is_exponent(""));
    }

    proptest! {
        #[test]
        fn a_code_that_lost_its_zeros_or_its_check_digit_comes_back_whole(prefecture in 1u8..=47, rest in 0u16..1000) {
            let body = format!("{prefecture:02}{rest:03}");
            let whole = format!("{body}{}", check_digit(&body).unwrap());
            let prefecture = Prefecture::new(prefecture);
            prop_assert_eq!(municipality_code(&whole, None), Some((whole.clone(), None)));
            for faulty in [whole.trim_start_matches('0'), &body, body.trim_start_matches('0')] {
                if (4..=6).contains(&faulty.len()) {
                    let repaired = municipality_code(faulty, prefecture).map(|(code, _)| code);
                    prop_assert_eq!(repaired, Some(whole.clone()), "{}", faulty);
                }
            }
        }

        #[test]
        fn no_text_is_turned_into_an_impossible_value(text in ".{0,12}") {
            if let Some((code, _)) = municipality_code(&text, None) {
                prop_assert!(code.len() == 6 && prefecture_of_code(&code).is_some());
            }
            if let Some((time, _)) = time(&text) {
                prop_assert!(time.as_str() <= "24:00");
            }
            date(&text);
            is_exponent(&text);
        }
    }
}
