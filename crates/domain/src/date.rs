//! Dates as the tables give them: a year, maybe a month, maybe a day.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A date of the Gregorian calendar, as exact as it is known.
///
/// Ordered by its first possible day: `2025` comes before `2025-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    /// 1 to 12, or 0 when unknown.
    month: u8,
    /// 1 to 31, or 0 when unknown.
    day: u8,
}

/// A text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2026, 2026-11 or 2026-11-24")]
pub struct NotADate;

impl Date {
    /// The date, or `None` when no such day exists. `month` and `day` may be 0 for unknown.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_possible = (1000..=9999).contains(&year)
            && month <= 12
            && (month > 0 || day == 0)
            && day <= days_in(year, month);
        is_possible.then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, from 1, if known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The day of the week, 0 = Monday to 6 = Sunday; `None` where the day is not known.
    pub fn weekday(self) -> Option<u8> {
        self.day()?;
        // 1970-01-01 was a Thursday.
        u8::try_from((self.number() + 3).rem_euclid(7)).ok()
    }

    /// So many days later, earlier where negative; unknown months and days count as the first.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::numbered(self.number().checked_add(days)?)
    }

    /// Days since 1970-01-01; unknown months and days count as the first.
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    fn number(self) -> i32 {
        let (month, day) = (i32::from(self.month.max(1)), i32::from(self.day.max(1)));
        // The year begins in March, so that the leap day is its last.
        let year = i32::from(self.year) - i32::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The date of a [`Self::number`]; `None` outside the years 1000 to 9999.
    ///
    /// Source: as there, `civil_from_days`.
    fn numbered(number: i32) -> Option<Self> {
        let number = number.checked_add(719_468)?;
        let (era, day_of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }

    /// The same day so many months later, or the last day of that month where it has no such day.
    ///
    /// Unknown months and days count as the first, so that a check comes too early rather than too late.
    pub fn plus_months(self, months: u16) -> Option<Self> {
        let first = u16::from(self.month.max(1)) - 1 + months;
        let year = self.year.checked_add(first / 12)?;
        let month = u8::try_from(first % 12).ok()? + 1;
        Self::new(year, month, self.day.max(1).min(days_in(year, month)))
    }
}

/// The number of days; 0 for the unknown month 0.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `2026`, `2026-11` or `2026-11-24`; what follows a `T` is left aside.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.split('T').next().unwrap_or_default();
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(0),
            Some(part)
                if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                part.parse::<u16>()
                    .map_err(|_| NotADate)
                    .and_then(|value| if value == 0 { Err(NotADate) } else { Ok(value) })
            }
            Some(_) => Err(NotADate),
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        let small = |value: u16| u8::try_from(value).map_err(|_| NotADate);
        Self::new(year, small(month)?, small(day)?).ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}", self.year)?;
        if self.month > 0 {
            write!(formatter, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(formatter, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_partial_date_is_read_and_written_as_given() {
        for text in ["2025", "2025-10", "2025-10-31", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00",
            "2025-1-1",
            "25-01-01",
            "2025-04-31",
            "2025-01-01-01",
            "",
            "-",
            "2025-",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn two_years_after_a_leap_day_is_the_last_of_february() {
        assert_eq!(date("2024-02-29").plus_months(24), Some(date("2026-02-28")));
    }

    #[test]
    fn a_year_alone_counts_from_its_first_day() {
        assert_eq!(date("2025").plus_months(12), Some(date("2026-01-01")));
    }

    #[test]
    fn the_time_of_day_is_left_aside() {
        assert_eq!(date("2026-11-24T10:00:00+09:00"), date("2026-11-24"));
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for (day, weekday) in [
            ("2026-11-23", 0),
            ("2024-02-29", 3),
            ("2000-01-01", 5),
            ("1999-12-31", 4),
        ] {
            assert_eq!(date(day).weekday(), Some(weekday), "{day}");
        }
        assert_eq!(date("2026-11").weekday(), None);
    }

    proptest! {
        #[test]
        fn the_next_day_is_one_later_and_the_day_before_leads_back(year in 1001u16..9999, month in 1u8..=12, day in 1u8..=31) {
            if let Some(start) = Date::new(year, month, day) {
                let next = start.plus_days(1).unwrap();
                prop_assert!(next > start);
                prop_assert_eq!(next.plus_days(-1), Some(start));
                prop_assert_eq!(next.weekday(), start.weekday().map(|weekday| (weekday + 1) % 7));
                prop_assert!(next.day() == Some(1) || next.day() == Some(day + 1));
            }
        }

        #[test]
        fn later_months_are_never_earlier(year in 1900u16..2200, month in 1u8..=12, day in 1u8..=28, months in 0u16..600) {
            let start = Date::new(year, month, day).unwrap();
            prop_assert!(start.plus_months(months).unwrap() >= start);
        }
    }
}
