//! The weekdays that Japanese words about hours name.

use core::fmt;

use chrono::Weekday;
use unicode_normalization::UnicodeNormalization;

const NAMES: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// Words with the sign of a weekday in them that name none.
const OTHER_WORDS: [&str; 15] = [
    "祝日", "祭日", "休日", "当日", "前日", "翌日", "毎月", "今月", "来月", "隔月", "か月", "ヶ月",
    "ケ月", "カ月", "月末",
];
/// What follows or precedes these is left out or uncertain; then nothing is compared.
const UNCLEAR: [&str; 9] = [
    "休",
    "除",
    "以外",
    "ただし",
    "不定",
    "隔週",
    "交互",
    "または",
    "か第",
];

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// Adds one.
    pub fn add(&mut self, day: Weekday) {
        self.0 |= 1 << day.num_days_from_monday();
    }

    fn add_place(&mut self, place: usize) {
        self.0 |= 1 << (place % 7);
    }

    fn is_part_of(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, name) in NAMES.iter().enumerate() {
            if self.0 & (1 << place) != 0 {
                write!(formatter, "{name}")?;
            }
        }
        Ok(())
    }
}

/// What words say about weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The days that they name.
    pub days: Weekdays,
    /// Whether some of them are days of a month (第3水曜), beside which other days may stand for something else.
    is_by_month: bool,
}

impl Said {
    /// Whether the words can be about these days. No days (only holidays, say) contradict nothing.
    pub fn agrees_with(self, days: Weekdays) -> bool {
        days == Weekdays::default()
            || (days.is_part_of(self.days) && (self.is_by_month || self.days.is_part_of(days)))
    }
}

/// The weekdays in a text; `None` where it names none, or says that some are left out.
pub fn said_in(text: &str) -> Option<Said> {
    let text = without_brackets(&text.nfkc().collect::<String>());
    let mut text = OTHER_WORDS
        .iter()
        .fold(text, |text, word| text.replace(word, "、"));
    if UNCLEAR.iter().any(|word| text.contains(word)) {
        return None;
    }
    let mut days = Weekdays::default();
    for (word, places) in [("平日", 0..5), ("毎日", 0..7)] {
        if text.contains(word) {
            places.for_each(|place| days.add_place(place));
            text = text.replace(word, "、");
        }
    }
    add_runs(&text, &mut days);
    (days != Weekdays::default()).then(|| Said {
        days,
        is_by_month: text.contains('第'),
    })
}

/// What stands in brackets is said beside the hours.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for character in text.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// Days one after the other (月・水・金, 月〜金, 土日). One alone counts only as 〇曜: 日 and 月 mean other things, too.
fn add_runs(text: &str, days: &mut Weekdays) {
    let mut run = Run::default();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // 3月 and 5日 are dates, 第3月曜 is a day.
        let is_date = before.is_ascii_digit()
            && matches!(character, '月' | '日')
            && characters.peek() != Some(&'曜');
        match NAMES.iter().position(|name| *name == character) {
            Some(_) if is_date => run.end(days),
            Some(place) => run.add(place),
            None if character == '曜' => run.is_named = !run.places.is_empty(),
            None if matches!(character, '〜' | '~' | '-' | '–' | 'ー' | '―') => {
                run.is_range = true
            }
            None if matches!(character, '・' | '、' | ',' | '/' | ' ') => {}
            None => run.end(days),
        }
        // 曜日 is one word.
        if character == '日' && before == '曜' {
            run.places.pop();
        }
        before = character;
    }
    run.end(days);
}

#[derive(Debug, Default)]
struct Run {
    /// The days from Monday = 0; beyond 6 at the end of a range over a Sunday.
    places: Vec<usize>,
    is_named: bool,
    is_range: bool,
}

impl Run {
    fn add(&mut self, place: usize) {
        if let Some(first) = self.places.last().copied().filter(|_| self.is_range) {
            let last = if place < first { place + 7 } else { place };
            self.places.extend(first + 1..=last);
        } else {
            self.places.push(place);
        }
        self.is_range = false;
    }

    fn end(&mut self, days: &mut Weekdays) {
        let run = core::mem::take(self);
        if run.is_named || run.places.len() > 1 {
            run.places
                .into_iter()
                .for_each(|place| days.add_place(place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        said_in(text).map_or(String::new(), |said| said.days.to_string())
    }

    #[test]
    fn days_are_found_in_words_about_hours() {
        for (text, expected) in [
            ("平日 9時から16時", "月火水木金"),
            ("毎日", "月火水木金土日"),
            ("毎月第3水曜 13:00-15:00", "水"),
            ("第1月曜と第3日曜日", "月日"),
            ("第2水曜日 10:00-11:00、第4金曜日 13:30-14:30", "水金"),
            ("月〜金 9:00-17:00", "月火水木金"),
            ("月・水・金 10:00-14:00", "月水金"),
            ("土日 10時から", "土日"),
            ("金〜日", "金土日"),
            ("土〜月", "月土日"),
            ("第4金曜（祝日は前後の週）", "金"),
            ("5・8・11・2月の第3木曜", "木"),
            ("日曜 10時", "日"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn what_names_no_days_or_leaves_some_out_says_nothing() {
        for text in [
            "",
            "毎月1回 14:00から（日は問い合わせ）",
            "月1回",
            "10月・11月",
            "木曜は休み",
            "水曜以外の平日",
            "3月5日",
        ] {
            assert_eq!(days(text), "", "{text}");
        }
    }

    #[test]
    fn days_of_the_month_may_stand_beside_others() {
        let said = said_in("第1木曜 13:00-15:00、月〜金 9:00-17:00開放").unwrap();
        let mut thursday = Weekdays::default();
        thursday.add(Weekday::Thu);
        assert!(said.agrees_with(thursday));
        assert!(!said_in("平日").unwrap().agrees_with(thursday));
        thursday.add(Weekday::Sun);
        assert!(!said.agrees_with(thursday));
    }
}
