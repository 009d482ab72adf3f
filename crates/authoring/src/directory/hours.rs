//! Which opening hours may be shown, and whether they are written so that they mean something.

mod compiled;
mod weekdays;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use domain::Date;
use opening_hours::localization::Country;
use opening_hours::{Context, OpeningHours};

use crate::finding::Findings;
use crate::said;
use crate::table::sheets::{CONTACTS, ENTRIES, EVENTS};
use crate::table::{Cell, Folder};
pub use compiled::{compiled, holidays};
use weekdays::Weekdays;

/// Hours from before this year are not shown at all.
///
/// Source: `content/README.md`.
const FIRST_YEAR: u16 = 2023;

/// Whether hours with this source date may be shown: only where the date is known and not too old.
pub fn are_recent(source_date: Option<Date>) -> bool {
    source_date.is_some_and(|date| date.year() >= FIRST_YEAR)
}

/// Says that hours stand in the table but are not shown.
pub fn warn_hidden(cell: Cell<'_>, findings: &mut Findings) {
    findings.warning(
        cell,
        said!(
            "この時間は画面に出しません（出典が2023年より前か日付がない、資料どうしが食い違う、または集まりの日程です）。",
            "These hours are not shown (the source is undated or from before 2023, sources conflict, or they are dates of meetings)."
        ),
        said!(
            "editor_note に移すか、新しい出典で確かめてください。",
            "Move them to editor_note, or check them against a newer source."
        ),
    );
}

/// Longer expressions are not read.
///
/// Source: OpenStreetMap wiki, "Key:opening_hours": a value has at most 255 characters.
const LONGEST: usize = 255;
const DAYS_OF_A_YEAR: u64 = 366;

/// Whether a cell that may be empty is written in the opening_hours syntax; says so if not.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.
pub fn check_syntax(cell: Cell<'_>, findings: &mut Findings) {
    if !cell.is_empty() && parsed(cell.value).is_none() {
        findings.error(
            cell,
            said!(
                "時間の書き方（opening_hours）として読めません。",
                "This cannot be read as opening_hours."
            ),
            said!(
                "「平日9時から16時、祝日は休み」なら Mo-Fr 09:00-16:00; PH off、「第3水曜13時から15時」なら We[3] 13:00-15:00 です。ことばは hours_text や schedule_text に書きます。",
                "Weekdays 9 to 16 but not on holidays is Mo-Fr 09:00-16:00; PH off, every third Wednesday is We[3] 13:00-15:00. Words go to hours_text or schedule_text."
            ),
        );
    }
}

/// Says which hours never come in the year from `today`, and which contradict the words beside them.
pub fn check_year(folder: &Folder, today: Date, findings: &mut Findings) {
    let mut years = BTreeMap::new();
    for (sheet, hours, words) in [
        (&CONTACTS, "hours", ""),
        (&ENTRIES, "hours", "hours_text"),
        (&EVENTS, "schedule", "schedule_text"),
    ] {
        for row in folder.table(sheet).rows() {
            let cell = row.cell(hours);
            let Some(expression) = parsed(cell.value).filter(|_| !cell.is_empty()) else {
                continue;
            };
            let year = *years
                .entry(cell.value)
                .or_insert_with(|| Year::of(expression, today));
            check_one(cell, row.cell(words), year, findings);
        }
    }
}

fn check_one(cell: Cell<'_>, words: Cell<'_>, year: Year, findings: &mut Findings) {
    if !year.is_ever_open {
        findings.error(
            cell,
            said!(
                "これから1年のあいだ、一度も開きません。",
                "It is not open once in the year to come."
            ),
            said!(
                "書きまちがいを直してください。終わったものなら valid_to に最後の日を書きます。",
                "Correct it. If it is over, write its last day in valid_to."
            ),
        );
        return;
    }
    let said = weekdays::said_in(words.value);
    if let Some(said) = said.filter(|said| !said.agrees_with(year.weekdays)) {
        let (ja, column) = (year.weekdays.to_string(), cell.column);
        let en = ja.as_str();
        let of_words = said.days.to_string();
        findings.warning(
            words,
            said!(
                "曜日が {column} と違います（ここは {of_words}、{column} は {ja}）。",
                "The weekdays are not those of {column} (here {of_words}, there {en})."
            ),
            said!(
                "出典で確かめ、違うほうを直してください。",
                "See in the source which is right, and correct the other."
            ),
        );
    }
}

/// When somebody is there in a year.
#[derive(Clone, Copy, Debug)]
struct Year {
    /// Also only perhaps, or on holidays.
    is_ever_open: bool,
    /// On days that are no holidays.
    weekdays: Weekdays,
}

impl Year {
    /// The 366 days from `today`; holidays are those of Japan.
    fn of(expression: OpeningHours, today: Date) -> Self {
        let holidays = Context::default().with_holidays(Country::JP.holidays());
        let with_holidays = expression.clone().with_context(holidays);
        let mut year = Self {
            is_ever_open: false,
            weekdays: Weekdays::default(),
        };
        for date in days_from(today) {
            year.is_ever_open |= !with_holidays.schedule_at(date).is_empty();
            // What begins at midnight began the evening before, unless it lasts all day.
            let begins = expression.schedule_at(date).into_iter().any(|span| {
                let (start, end) = (span.range.start, span.range.end);
                let is_open = span.kind != opening_hours::RuleKind::Closed;
                is_open && ((start.hour(), start.minute()) != (0, 0) || end.hour() >= 24)
            });
            if begins {
                year.weekdays.add(date.weekday());
            }
        }
        year
    }
}

fn days_from(today: Date) -> impl Iterator<Item = NaiveDate> {
    let (month, day) = (today.month().unwrap_or(1), today.day().unwrap_or(1));
    let first = NaiveDate::from_ymd_opt(today.year().into(), month.into(), day.into());
    first.into_iter().flat_map(|first| {
        (0..DAYS_OF_A_YEAR).filter_map(move |n| first.checked_add_days(Days::new(n)))
    })
}

fn parsed(text: &str) -> Option<OpeningHours> {
    (text.len() <= LONGEST).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> Year {
        Year::of(parsed(text).unwrap(), "2026-11-23".parse().unwrap())
    }

    #[test]
    fn hours_that_never_come_are_told_from_rare_ones() {
        for text in [
            "off",
            "2025 Nov 3 10:00-12:00",
            "Mo-Fr off",
            "24/7; Mo-Su off",
        ] {
            assert!(!year(text).is_ever_open, "{text}");
        }
        for text in [
            "24/7",
            "We[3] 13:00-15:00",
            "PH 10:00-12:00",
            "2027 Nov 3 10:00-12:00",
            "Feb,May,Aug,Nov Th[3] 13:30-14:30",
            "\"予約\"",
        ] {
            assert!(year(text).is_ever_open, "{text}");
        }
    }

    #[test]
    fn the_days_of_an_expression_are_those_on_which_it_begins() {
        for (text, days) in [
            ("Mo-Fr 10:00-15:00; PH off", "月火水木金"),
            ("Mo 22:00-26:00", "月"),
            ("24/7", "月火水木金土日"),
            ("Th[1] 13:00-15:00", "木"),
        ] {
            assert_eq!(year(text).weekdays.to_string(), days, "{text}");
        }
    }

    #[test]
    fn the_holidays_of_japan_are_known_for_the_next_two_years() {
        // 内閣府「国民の祝日について」: 建国記念の日 and 文化の日 have fixed days.
        let holidays = Country::JP.holidays();
        for (year, month, day) in [(2027, 2, 11), (2027, 11, 3), (2028, 2, 11), (2028, 11, 3)] {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert!(holidays.get_public().contains(date), "{date}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_reading(text in "((Mo|We|Fr|PH|Nov|2027|week|sunrise|easter|off|[-0-9:;,+/\"\\[\\]() あ])| ){0,24}") {
            if let Some(expression) = parsed(&text) {
                Year::of(expression, "2026-11-23".parse().unwrap());
            }
        }
    }
}
