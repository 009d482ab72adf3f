//! From the opening_hours syntax to the rules that a phone can follow.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use domain::Date;
use domain::hours::{Days, Holidays, Hours, Rule, Span};
use opening_hours::localization::Country;
use opening_hours_syntax::rules::day::{
    Date as SyntaxDate, DateOffset, DaySelector, HolidayKind, MonthdayRange, WeekDayRange,
};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

use super::parsed;

/// The years whose dates are written out where a rule names dates.
const FIRST_YEAR: i32 = 2026;
const LAST_YEAR: i32 = 2030;

/// The last year whose holidays are announced: those of the next year are published each February.
///
/// Source: 内閣府「国民の祝日について」.
const HOLIDAYS_KNOWN_IN: i32 = 2027;

/// The national holidays that an app can meet, with the days off that follow from them.
pub fn holidays() -> Holidays {
    let named = Country::JP.holidays();
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1);
    let last = NaiveDate::from_ymd_opt(HOLIDAYS_KNOWN_IN, 12, 31);
    let (Some(first), Some(last)) = (first, last) else {
        return Holidays::default();
    };
    let mut days: BTreeSet<NaiveDate> = first
        .iter_days()
        .take_while(|day| *day <= last)
        .filter(|day| named.get_public().contains(*day))
        .collect();
    for day in days.clone() {
        // 国民の祝日に関する法律, art. 3: a Sunday's holiday moves to the next day that is none, and a day between two is one.
        let is_free = |day: &NaiveDate| !days.contains(day);
        let moved = (day.weekday() == Weekday::Sun)
            .then(|| day.iter_days().find(is_free))
            .flatten();
        let between = day.succ_opt().filter(|next| {
            let is_enclosed = next.succ_opt().is_some_and(|after| !is_free(&after));
            is_enclosed && next.weekday() != Weekday::Sun && is_free(next)
        });
        days.extend(moved.into_iter().chain(between));
    }
    Holidays {
        days: days.into_iter().filter_map(date).collect(),
        known_until: date(last),
    }
}

/// The rules of an expression; none where it cannot be read, or says what a phone does not follow (the sun, weeks of
/// the year, "perhaps", an open end): then only the words are shown.
pub fn compiled(text: &str) -> Hours {
    let expression = parsed(text).and_then(|_| opening_hours_syntax::parse(text).ok());
    let rules = expression.and_then(|expression| {
        let rules: Option<Vec<Vec<Rule>>> = expression.rules.iter().map(rules).collect();
        Some(rules?.concat())
    });
    Hours {
        rules: rules.unwrap_or_default(),
    }
}

/// One rule of the syntax: one for each "which of these weekdays in the month" in it.
fn rules(rule: &RuleSequence) -> Option<Vec<Rule>> {
    let spans = match rule.kind {
        RuleKind::Open => {
            let spans: Option<Vec<Span>> = rule.time_selector.spans.iter().map(span).collect();
            let mut spans = spans?;
            spans.sort_unstable();
            spans
        }
        RuleKind::Closed => Vec::new(),
        RuleKind::Unknown => return None,
    };
    let adds = match rule.operator {
        RuleOperator::Normal => false,
        RuleOperator::Additional => true,
        RuleOperator::Fallback => return None,
    };
    // Closed only for some hours of a day is not what these rules can say.
    let is_whole_day =
        rule.time_selector == opening_hours_syntax::rules::time::TimeSelector::default();
    if !rule.comment.is_empty() || (rule.kind == RuleKind::Closed && !is_whole_day) {
        return None;
    }
    let days = days(&rule.day_selector)?;
    let rule = |days| Rule {
        days,
        spans: spans.clone(),
        adds,
    };
    Some(days.into_iter().map(rule).collect())
}

fn span(span: &TimeSpan) -> Option<Span> {
    let (Time::Fixed(from), Time::Fixed(to)) = (span.range.start, span.range.end) else {
        return None;
    };
    let (from, to) = (from.mins_from_midnight(), to.mins_from_midnight());
    let to = if to <= from { to + 24 * 60 } else { to };
    (!span.open_end && span.repeats.is_none()).then_some(Span { from, to })
}

fn days(selector: &DaySelector) -> Option<Vec<Days>> {
    if !selector.week.is_empty() {
        return None;
    }
    if let Some(days) = months_with_weekday(selector) {
        return Some(vec![days]);
    }
    let (months, dates) = year_days(selector)?;
    let mut found: Vec<Days> = Vec::new();
    for range in &selector.weekday {
        let (nths, weekdays, on_holidays) = weekdays(range)?;
        match found
            .iter_mut()
            .find(|days| days.nths == nths && !on_holidays && !days.on_holidays)
        {
            Some(days) => days.weekdays |= weekdays,
            None => found.push(Days {
                months,
                weekdays,
                nths,
                on_holidays,
                dates: dates.clone(),
            }),
        }
    }
    if selector.weekday.is_empty() {
        found.push(Days {
            months,
            dates,
            ..Days::ALL
        });
    }
    Some(found)
}

/// Months and then one of their weekdays, as in `Jan,Mar Fr[1]`: the first Friday of both.
///
/// To the letter of the syntax that is all of January and one day of March, which nobody means who writes it.
fn months_with_weekday(selector: &DaySelector) -> Option<Days> {
    let (last, others) = selector.monthday.split_last()?;
    let MonthdayRange::Date { start, end } = last else {
        return None;
    };
    let (
        SyntaxDate::Weekday {
            year: None,
            month,
            wday,
            nth,
        },
        offset,
    ) = *start
    else {
        return None;
    };
    let is_one_day = start == end && offset == DateOffset::default();
    let is_all = selector.year.is_empty() && selector.weekday.is_empty();
    let nth = match nth {
        1..=5 => 1 << (nth - 1),
        -1 => 1 << 5,
        _ => return None,
    };
    (is_one_day && is_all).then_some(Days {
        months: months(others)? | 1 << (month as u16 - 1),
        weekdays: 1 << wday.num_days_from_monday(),
        nths: nth,
        ..Days::ALL
    })
}

/// The bits of these months; `None` where something else is among them.
fn months(ranges: &[MonthdayRange]) -> Option<u16> {
    let mut months = 0;
    for range in ranges {
        let MonthdayRange::Month { range, year: None } = range else {
            return None;
        };
        let mut month = *range.start();
        loop {
            months |= 1 << (month as u16 - 1);
            if month == *range.end() {
                break;
            }
            month = month.next();
        }
    }
    Some(months)
}

/// Which of the weekdays in the month (0: every one), the weekdays, and whether holidays are meant.
fn weekdays(range: &WeekDayRange) -> Option<(u8, u8, bool)> {
    match range {
        WeekDayRange::Fixed {
            range,
            offset: 0,
            nth_from_start,
            nth_from_end,
        } => {
            let bits = |nths: &[bool; 5]| {
                nths.iter()
                    .rev()
                    .fold(0_u8, |bits, is_on| bits << 1 | u8::from(*is_on))
            };
            let (start, end) = (bits(nth_from_start), bits(nth_from_end));
            let is_every = start == 0b1_1111 && end == 0b1_1111;
            // Only the last one has a bit of its own.
            let nths = if is_every { 0 } else { start | (end & 1) << 5 };
            let is_known = is_every || (end & !1 == 0 && nths != 0);
            let (first, last) = (range.start(), range.end());
            let mut weekdays = 0;
            let mut day = *first;
            loop {
                weekdays |= 1 << day.num_days_from_monday();
                if day == *last {
                    break;
                }
                day = day.succ();
            }
            is_known.then_some((nths, weekdays, false))
        }
        WeekDayRange::Holiday {
            kind: HolidayKind::Public,
            offset: 0,
        } => Some((0, 0, true)),
        WeekDayRange::Fixed { .. } | WeekDayRange::Holiday { .. } => None,
    }
}

/// The months, and the dates where years or days of a month are named; `None` where there is none of them.
fn year_days(selector: &DaySelector) -> Option<(u16, Vec<Date>)> {
    let Some(months) = months(&selector.monthday) else {
        return named_dates(selector);
    };
    if !selector.year.is_empty() {
        return named_dates(selector);
    }
    let months = if months == 0 {
        Days::ALL.months
    } else {
        months
    };
    Some((months, Vec::new()))
}

fn named_dates(selector: &DaySelector) -> Option<(u16, Vec<Date>)> {
    let without_weekdays = DaySelector {
        weekday: Vec::new(),
        ..selector.clone()
    };
    let expression = parsed(&without_weekdays.to_string())?;
    let dates: Vec<Date> = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1)?
        .iter_days()
        .take_while(|day| day.year() <= LAST_YEAR)
        .filter(|day| !expression.schedule_at(*day).is_empty())
        .filter_map(date)
        .collect();
    (!dates.is_empty()).then_some((Days::ALL.months, dates))
}

fn date(day: NaiveDate) -> Option<Date> {
    Date::new(
        u16::try_from(day.year()).ok()?,
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::hours::{Moment, State};
    use opening_hours::{Context, OpeningHours};

    fn at(day: &str, hour: u16) -> Moment {
        Moment {
            date: day.parse().unwrap(),
            minute: hour * 60,
        }
    }

    #[test]
    fn the_holidays_are_those_that_the_government_announced() {
        // 内閣府「国民の祝日について」: the day between two holidays and 勤労感謝の日 of 2026, 春分の日 of 2027 and its substitute.
        let holidays = holidays();
        for day in [
            "2026-09-22",
            "2026-11-23",
            "2027-01-01",
            "2027-03-21",
            "2027-03-22",
        ] {
            assert!(holidays.days.contains(&day.parse().unwrap()), "{day}");
        }
        assert!(!holidays.days.contains(&"2026-11-24".parse().unwrap()));
    }

    #[test]
    fn weekdays_but_not_holidays_open_after_a_long_weekend() {
        let hours = compiled("Mo-Fr 09:00-17:00; PH off");
        assert_eq!(
            hours.state(at("2026-11-23", 10), &holidays()),
            State::Closed(Some(at("2026-11-24", 9)))
        );
    }

    #[test]
    fn dates_between_the_years_can_be_named() {
        let hours = compiled("Mo-Fr 09:00-17:00; PH off; Dec 29-Jan 3 off");
        assert_eq!(
            hours.state(at("2026-12-30", 10), &holidays()),
            State::Closed(Some(at("2027-01-04", 9)))
        );
    }

    #[test]
    fn months_by_name_with_a_weekday_are_those_months_and_no_holiday() {
        let hours = compiled("Jan,Mar,May,Jul,Sep,Nov Fr[1] 18:30-20:00");
        let dates: Vec<String> = hours
            .sure_sittings(at("2026-11-24", 10), &holidays())
            .take(3)
            .map(|sitting| sitting.from.date.to_string())
            .collect();
        // The first Friday of January 2027 is a holiday; 2027-03-05, 05-07 and 07-02 are the next ones.
        assert_eq!(
            dates,
            ["2027-03-05", "2027-05-07", "2027-07-02"],
            "{hours:?}"
        );
    }

    #[test]
    fn what_a_phone_cannot_follow_gives_no_rules() {
        for text in [
            "",
            "nonsense",
            "sunrise-sunset",
            "week 1-9 10:00-12:00",
            "Mo \"予約\"",
            "10:00+",
            "2025 Nov 3 10:00-12:00",
        ] {
            assert_eq!(compiled(text), Hours::default(), "{text}");
        }
    }

    #[test]
    fn the_rules_open_on_the_days_on_which_the_expression_does() {
        let context = Context::default().with_holidays(Country::JP.holidays());
        for text in [
            "Mo-Fr 09:00-17:00; PH off",
            "We[3] 13:00-15:00",
            "We[2] 10:00-11:00; Fr[4] 13:30-14:30",
            "Fr[-1] 14:00-15:00",
            "Feb Th[3] 13:30-14:30; May Th[3] 13:30-14:30",
            "Nov-Feb Sa 10:00-12:00",
            "2027 Jan 23 14:00-16:00",
            "Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00; PH off",
            "Sa,Su,PH 10:00-12:00",
            "Mo-Fr 10:00-12:00, We 18:00-20:00",
            "24/7",
        ] {
            let expression: OpeningHours<_> = text
                .parse::<OpeningHours>()
                .unwrap()
                .with_context(context.clone());
            let hours = compiled(text);
            for day in NaiveDate::from_ymd_opt(2026, 1, 4)
                .unwrap()
                .iter_days()
                .take(700)
            {
                // The days that only follow from holidays are not in the library's list.
                let is_followed = holidays().days.contains(&date(day).unwrap());
                if is_followed && !Country::JP.holidays().get_public().contains(day) {
                    continue;
                }
                let ours = hours
                    .sittings(
                        Moment {
                            date: date(day).unwrap(),
                            minute: 0,
                        },
                        &holidays(),
                    )
                    .take_while(|sitting| Some(sitting.from.date) == date(day))
                    .count();
                let theirs = expression
                    .schedule_at(day)
                    .into_iter()
                    .filter(|span| span.kind == RuleKind::Open)
                    .count();
                assert_eq!(ours, theirs, "{text} {day}");
            }
        }
    }
}
