//! Area codes, and the prefectures in which their numbers can stand.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use domain::directory::Prefecture;

/// The table; its first lines say where it comes from.
const TABLE: &str = include_str!("../../data/area_codes.csv");

static CODES: LazyLock<BTreeMap<&'static str, Vec<Prefecture>>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter(|line| line.starts_with('0'))
        .filter_map(|line| line.split_once(','))
        .map(|(code, prefectures)| {
            let prefectures = prefectures.split(' ').filter_map(|code| code.parse().ok());
            (code, prefectures.collect())
        })
        .collect()
});

/// The prefectures of an area code with its 0; `None` when there is no such code.
pub fn prefectures_of(code: &str) -> Option<&'static [Prefecture]> {
    CODES.get(code).map(Vec::as_slice)
}

/// The area codes with which these ten digits can begin, the longest first.
///
/// More than one where a code begins like another: 0154-xx-xxxx and 015-4xx-xxxx.
pub fn codes_of(digits: &str) -> Vec<&str> {
    (2..=5)
        .rev()
        .filter_map(|length| digits.get(..length))
        .filter(|code| CODES.contains_key(code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(code: &str) -> Vec<u8> {
        let prefectures = prefectures_of(code).unwrap_or_default();
        prefectures.iter().map(|one| one.code()).collect()
    }

    #[test]
    fn every_prefecture_has_numbers() {
        for code in 1..=47 {
            let prefecture = Prefecture::new(code).unwrap();
            assert!(
                CODES.values().any(|places| places.contains(&prefecture)),
                "{code}"
            );
        }
    }

    #[test]
    fn every_line_of_the_table_is_a_code_and_its_prefectures() {
        assert_eq!(CODES.len(), 388);
        for (code, places) in CODES.iter() {
            assert!((2..=5).contains(&code.len()), "{code}");
            assert!(!places.is_empty(), "{code}");
        }
    }

    #[test]
    fn some_areas_lie_in_more_than_one_prefecture() {
        // 総務省「市外局番の一覧」: 番号区画 226 and 585.
        assert_eq!(codes("0428"), [13, 19]);
        assert_eq!(codes("0942"), [40, 41]);
        assert_eq!(codes("03"), [13]);
        assert_eq!(codes("0288"), [9]);
        assert_eq!(prefectures_of("0000"), None);
    }

    #[test]
    fn a_number_can_begin_like_two_areas() {
        assert_eq!(codes_of("0154820000"), ["0154", "015"]);
        assert_eq!(codes_of("0200000000"), Vec::<&str>::new());
    }
}
