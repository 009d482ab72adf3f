//! What spreadsheet programs do to codes, numbers, dates and times, undone. Pure: text in, text out.
//!
//! Every function answers `None` (or `false`) where nothing needs mending or the text cannot be what it should be; then
//! the text stays as it was written, and whoever checks the column says so.
//!
//! Source: the faults that importers of Japanese open data report, listed in docs/decisions/0008-workbook.md.

use unicode_normalization::UnicodeNormalization;

/// The text with full-width letters, digits and signs as half-width ones, trimmed.
pub fn narrow(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// A header as it is compared: width, case and spaces at the ends do not matter.
pub fn header(text: &str) -> String {
    narrow(text).to_lowercase()
}

/// A code of `width` digits that lost the zeros at its front, or was typed in full-width digits.
pub fn pad_code(text: &str, width: usize) -> Option<String> {
    let digits = narrow(text);
    let is_code = is_all_digits(&digits) && digits.len() <= width;
    let padded = format!("{digits:0>width$}");
    (is_code && padded != text).then_some(padded)
}

/// A code of a municipality with its six digits: zeros that were lost at the front are put back, and so is a missing check digit.
///
/// Source: 総務省 全国地方公共団体コード: 11 − (sum of the digits × 6, 5, 4, 3, 2, mod 11), its last digit.
pub fn municipality_code(text: &str) -> Option<String> {
    let digits = narrow(text);
    if !is_all_digits(&digits) || digits.len() > 6 {
        return None;
    }
    let whole = format!("{digits:0>6}");
    let code = if has_check_digit(&whole) {
        whole
    } else {
        let body = format!("{digits:0>5}");
        let check = check_digit(&body)?;
        format!("{body}{check}")
    };
    (code.len() == 6 && code != text).then_some(code)
}

fn has_check_digit(code: &str) -> bool {
    code.split_at_checked(5)
        .and_then(|(body, check)| Some(check_digit(body)?.to_string() == check))
        .unwrap_or(false)
}

fn check_digit(body: &str) -> Option<u32> {
    let digits: Vec<u32> = body
        .chars()
        .map(|digit| digit.to_digit(10))
        .collect::<Option<_>>()?;
    let sum: u32 = digits
        .iter()
        .zip([6, 5, 4, 3, 2])
        .map(|(digit, weight)| digit * weight)
        .sum();
    (digits.len() == 5).then_some((11 - sum % 11) % 10)
}

/// A Japanese phone number that lost its first zero, or was typed in full-width characters or with long dashes.
///
/// Source: 総務省 電気通信番号計画: 10 digits from 0; 11 for 020, 050, 060, 070, 080, 090 and 0800.
pub fn phone(text: &str) -> Option<String> {
    let number: String = narrow(text)
        .chars()
        .map(|character| match character {
            // Hyphens and dashes, the minus sign, and the long vowel mark that keyboards give for them.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' | 'ｰ' | '－' => '-',
            other => other,
        })
        .collect();
    let digits = number.replace('-', "");
    let is_plain = is_all_digits(&digits);
    // A number with hyphens is text, which keeps its zeros.
    let lost_zero = digits == number
        && match digits.len() {
            9 => !digits.starts_with('0'),
            10 => ["20", "50", "60", "70", "80", "90"]
                .iter()
                .any(|start| digits.starts_with(start)),
            _ => false,
        };
    let number = if lost_zero {
        format!("0{number}")
    } else {
        number
    };
    (is_plain && number != text).then_some(number)
}

/// A postal code without its hyphen, with lost zeros at its front, in full-width digits or behind 〒.
pub fn postal_code(text: &str) -> Option<String> {
    let narrow = narrow(text);
    let narrow = narrow.trim_start_matches('〒').trim();
    let digits: String = narrow
        .chars()
        .filter(|character| !is_hyphen(*character))
        .collect();
    // Codes begin at 001-0010, so that at most two zeros are lost, and only together with the hyphen.
    let is_code = is_all_digits(&digits)
        && (digits.len() == 7 || (digits.len() >= 5 && digits.len() < 7 && digits == narrow));
    let whole = format!("{digits:0>7}");
    let (area, town) = whole.split_at_checked(3)?;
    let code = format!("{area}-{town}");
    (is_code && code != text).then_some(code)
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー')
}

/// A date written with slashes, dots, 年月日 or an era, as year-month-day.
pub fn date(text: &str) -> Option<String> {
    let narrow = narrow(text);
    let (is_reiwa, rest) = match narrow
        .strip_prefix("令和")
        .or_else(|| narrow.strip_prefix(['R', 'r']))
    {
        Some(rest) => (true, rest),
        None => (false, narrow.as_str()),
    };
    let rest = rest.replace("元年", "1年");
    let rest = rest.trim_end_matches(['年', '月', '日']);
    let parts: Vec<&str> = rest
        .split(['/', '.', '-', '年', '月'])
        .map(str::trim)
        .collect();
    let (year, rest) = parts.split_first()?;
    let are_digits = parts
        .iter()
        .all(|part| is_all_digits(part) && part.len() <= 4);
    let year: u16 = year.parse().ok()?;
    let year = if is_reiwa { year + 2018 } else { year };
    let is_year = (1000..=9999).contains(&year) && rest.len() <= 2;
    let rest: String = rest.iter().map(|part| format!("-{part:0>2}")).collect();
    let date = format!("{year}{rest}");
    (are_digits && is_year && date != text).then_some(date)
}

/// A time that became the fraction of a day: `0.375` is `9:00`.
pub fn time_of_fraction(text: &str) -> Option<String> {
    let text = narrow(text);
    let is_fraction = text.starts_with("0.") && is_all_digits(text.get(2..)?);
    let day: f64 = text.parse().ok().filter(|_| is_fraction)?;
    let seconds = day * 86_400.0;
    let minutes = (seconds / 60.0).round();
    // A number that is no whole minute was never a time of the clock.
    ((seconds - minutes * 60.0).abs() < 1.0 && minutes < 1440.0)
        .then(|| format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0))
}

/// Whether a spreadsheet program has written a long number as `1.23E+11`, so that digits are lost.
pub fn is_exponent(text: &str) -> bool {
    let text = narrow(text).to_ascii_uppercase();
    text.split_once("E+").is_some_and(|(number, exponent)| {
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        is_all_digits(whole) && is_all_digits(fraction) && is_all_digits(exponent)
    })
}

/// What two cells say of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Coordinates {
    /// Latitude and longitude, as they were written.
    AsWritten(f64, f64),
    /// The same, but they stood in each other's cell.
    Swapped(f64, f64),
    /// They lie nowhere in Japan, or one is missing.
    Dropped,
    /// Nothing was written.
    Empty,
}

/// The latitude and longitude in two cells: 20 to 46 degrees north and 122 to 154 degrees east.
///
/// Source: 国土地理院, the outermost points of Japan; importers of open data use the same bounds.
pub fn coordinates(latitude: &str, longitude: &str) -> Coordinates {
    let (latitude, longitude) = (narrow(latitude), narrow(longitude));
    if latitude.is_empty() && longitude.is_empty() {
        return Coordinates::Empty;
    }
    let is_north = |degrees: &f64| (20.0..=46.0).contains(degrees);
    let is_east = |degrees: &f64| (122.0..=154.0).contains(degrees);
    match (latitude.parse(), longitude.parse()) {
        (Ok(north), Ok(east)) if is_north(&north) && is_east(&east) => {
            Coordinates::AsWritten(north, east)
        }
        (Ok(east), Ok(north)) if is_north(&north) && is_east(&east) => {
            Coordinates::Swapped(north, east)
        }
        _ => Coordinates::Dropped,
    }
}

/// Whether a row is no row but a remark below the table: one cell, the first, that names a version, a date of issue or a note.
pub fn is_footer(cells: &[String]) -> bool {
    let Some((first, rest)) = cells.split_first() else {
        return false;
    };
    if rest.iter().any(|cell| !cell.is_empty()) {
        return false;
    }
    let first = narrow(first).to_lowercase();
    let inside = first.trim_end_matches([')', '。']);
    [
        "※", "注)", "注:", "(注", "出典", "凡例", "備考", "ver.", "version ", "以上",
    ]
    .iter()
    .any(|start| first.starts_with(start))
        || ["版", "現在", "更新", "作成", "時点"]
            .iter()
            .any(|end| inside.ends_with(end))
}

fn is_all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_gets_its_zeros_back() {
        assert_eq!(pad_code("1", 2).as_deref(), Some("01"));
        assert_eq!(pad_code("０１", 2).as_deref(), Some("01"));
        for kept in ["01", "13", "100", "北海道", ""] {
            assert_eq!(pad_code(kept, 2), None, "{kept}");
        }
    }

    #[test]
    fn a_municipality_gets_its_zeros_and_its_check_digit_back() {
        assert_eq!(municipality_code("92011").as_deref(), Some("092011"));
        assert_eq!(municipality_code("1100").as_deref(), Some("011002"));
        assert_eq!(municipality_code("092011"), None);
        assert_eq!(municipality_code("札幌市"), None);
    }

    #[test]
    fn a_phone_number_gets_its_zero_back() {
        assert_eq!(phone("312345678").as_deref(), Some("0312345678"));
        assert_eq!(phone("9012345678").as_deref(), Some("09012345678"));
        assert_eq!(
            phone("０３ー１２３４−５６７８").as_deref(),
            Some("03-1234-5678")
        );
        for kept in [
            "03-1234-5678",
            "3-1234-5678",
            "119",
            "0312345678",
            "4112345678",
            "窓口",
        ] {
            assert_eq!(phone(kept), None, "{kept}");
        }
    }

    #[test]
    fn a_postal_code_gets_its_zeros_and_its_hyphen_back() {
        assert_eq!(postal_code("4118777").as_deref(), Some("411-8777"));
        assert_eq!(postal_code("600001").as_deref(), Some("060-0001"));
        assert_eq!(postal_code("10010").as_deref(), Some("001-0010"));
        assert_eq!(
            postal_code("〒４１１－８７７７").as_deref(),
            Some("411-8777")
        );
        for kept in ["411-8777", "41-8777", "8777", ""] {
            assert_eq!(postal_code(kept), None, "{kept}");
        }
    }

    #[test]
    fn a_date_is_read_however_it_is_written() {
        for written in [
            "2026/11/4",
            "2026.11.04",
            "2026年11月4日",
            "令和8年11月4日",
            "R8.11.4",
        ] {
            assert_eq!(date(written).as_deref(), Some("2026-11-04"), "{written}");
        }
        assert_eq!(date("2026年11月").as_deref(), Some("2026-11"));
        assert_eq!(date("令和元年").as_deref(), Some("2019"));
        for kept in [
            "2026-11-04",
            "2026",
            "4月頃",
            "45000",
            "2026-11-04T09:00",
            "",
        ] {
            assert_eq!(date(kept), None, "{kept}");
        }
    }

    #[test]
    fn a_fraction_of_a_day_is_a_time() {
        assert_eq!(time_of_fraction("0.375").as_deref(), Some("9:00"));
        assert_eq!(time_of_fraction("0.71875").as_deref(), Some("17:15"));
        assert_eq!(
            time_of_fraction("0.354166666666667").as_deref(),
            Some("8:30")
        );
        for kept in ["1.375", "0.3751", "9:00", "0", "0.99999999"] {
            assert_eq!(time_of_fraction(kept), None, "{kept}");
        }
    }

    #[test]
    fn an_exponent_is_known_by_its_shape() {
        for lost in ["1.23E+11", "1E+05", "４.８E+12"] {
            assert!(is_exponent(lost), "{lost}");
        }
        for whole in ["123000000000", "E+11", "jp01-E+1", "1.2.3E+4"] {
            assert!(!is_exponent(whole), "{whole}");
        }
    }

    #[test]
    fn coordinates_in_each_others_cells_are_swapped_back() {
        let tokyo = (35.6812, 139.7671);
        assert_eq!(
            coordinates("35.6812", "139.7671"),
            Coordinates::AsWritten(tokyo.0, tokyo.1)
        );
        assert_eq!(
            coordinates("139.7671", "35.6812"),
            Coordinates::Swapped(tokyo.0, tokyo.1)
        );
        assert_eq!(coordinates("356812", "1397671"), Coordinates::Dropped);
        assert_eq!(coordinates("35.6812", ""), Coordinates::Dropped);
        assert_eq!(coordinates("", ""), Coordinates::Empty);
    }

    #[test]
    fn a_remark_below_the_table_is_no_row() {
        let row = |first: &str, second: &str| [first.to_owned(), second.to_owned()];
        for remark in ["第1.2版", "2026年4月1日現在", "※電話は平日のみ", "Ver. 3"] {
            assert!(is_footer(&row(remark, "")), "{remark}");
            assert!(!is_footer(&row(remark, "x")), "{remark}");
        }
        assert!(!is_footer(&row("jp22-sc-01", "")));
    }
}
