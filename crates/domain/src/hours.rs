//! Opening hours and dates of meetings: whether somebody is there now, and when next.
//!
//! The rules are a part of the opening_hours syntax of OpenStreetMap; `authoring` compiles what stands in the tables.
//! All times are those of Japan, which has no summer time.
//!
//! Source: <https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification>.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// Meetings twice a year are still found.
const DAYS_AHEAD: u16 = 370;

/// When somebody is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The rules; of those for a day the last one counts, and what is added to it. Empty: not known.
    pub rules: Vec<Rule>,
}

/// On which days somebody is there from when to when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The days.
    pub days: Days,
    /// The times on such a day, in order; empty: closed.
    pub spans: Vec<Span>,
    /// Whether it is added to the rules before it (`,`) or takes their place (`;`).
    pub adds: bool,
}

/// Some days of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The months: bit 0 is January.
    pub months: u16,
    /// The days of the week: bit 0 is Monday. 0: none, only holidays.
    pub weekdays: u8,
    /// Which of these weekdays in the month: bits 0 to 4 are the first to the fifth, bit 5 the last. 0: every one.
    pub nths: u8,
    /// Whether national holidays are meant, too, whatever day of the week they are.
    pub on_holidays: bool,
    /// Only these dates, in order; empty: all.
    pub dates: Vec<Date>,
}

impl Days {
    /// Every day of the year, holidays or not.
    pub const ALL: Self = Self {
        months: 0xFFF,
        weekdays: 0x7F,
        nths: 0,
        on_holidays: false,
        dates: Vec::new(),
    };

    fn hold(&self, date: Date, is_holiday: bool) -> bool {
        let (Some(month), Some(day), Some(weekday)) = (date.month(), date.day(), date.weekday())
        else {
            return false;
        };
        let is_last = date
            .plus_days(7)
            .is_some_and(|next| next.month() != Some(month));
        let nth = 1 << ((day - 1) / 7) | u8::from(is_last) << 5;
        let is_weekday =
            self.weekdays >> weekday & 1 == 1 && (self.nths == 0 || self.nths & nth != 0);
        self.months >> (month - 1) & 1 == 1
            && (is_weekday || (self.on_holidays && is_holiday))
            && (self.dates.is_empty() || self.dates.contains(&date))
    }
}

/// From when to when, in minutes from midnight; beyond 1,440 it reaches into the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first minute.
    pub from: u16,
    /// The minute behind the last; above `from`, at most 2,880.
    pub to: u16,
}

/// National holidays, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    /// The days, in order.
    pub days: Vec<Date>,
    /// The last day for which they are known.
    pub known_until: Option<Date>,
}

impl Holidays {
    fn hold(&self, date: Date) -> bool {
        self.days.binary_search(&date).is_ok()
    }

    fn are_known(&self, date: Date) -> bool {
        self.known_until.is_some_and(|last| date <= last)
    }
}

/// A minute in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day, with month and day known.
    pub date: Date,
    /// Minutes since midnight, below 1,440.
    pub minute: u16,
}

/// One time at which somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// When it begins.
    pub from: Moment,
    /// When it ends.
    pub to: Moment,
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Open, until then. `None`: always.
    Open(Option<Moment>),
    /// Closed; opens then. `None`: not within a year.
    Closed(Option<Moment>),
    /// A holiday, or a day too far ahead to know, on which the rules do not say what holds: only the words are sure.
    Unsure,
}

impl Hours {
    /// Whether somebody is there at `now`.
    pub fn state(&self, now: Moment, holidays: &Holidays) -> State {
        if self.rules.is_empty() || self.is_unsure(now.date, holidays) {
            return State::Unsure;
        }
        let mut sittings = self.sittings(now, holidays);
        match sittings.next() {
            Some(first) if first.from <= now => {
                let mut until = first.to;
                // Until midnight and from midnight on is open all the time.
                for next in sittings {
                    if next.from > until {
                        return State::Open(Some(until));
                    }
                    until = until.max(next.to);
                }
                let is_ending = until < now.plus_days(i32::from(DAYS_AHEAD) - 2);
                State::Open(is_ending.then_some(until))
            }
            Some(first) if self.is_unsure(first.from.date, holidays) => State::Closed(None),
            Some(first) => State::Closed(Some(first.from)),
            None => State::Closed(None),
        }
    }

    /// The times from `now` on at which somebody is there, the one that has begun included; within about a year.
    pub fn sittings(&self, now: Moment, holidays: &Holidays) -> impl Iterator<Item = Sitting> {
        // Yesterday's may reach into today.
        (-1..i32::from(DAYS_AHEAD))
            .filter_map(move |days| now.date.plus_days(days))
            .flat_map(|date| {
                self.spans(date, holidays.hold(date))
                    .into_iter()
                    .filter_map(move |span| {
                        Some(Sitting {
                            from: Moment::after(date, span.from)?,
                            to: Moment::after(date, span.to)?,
                        })
                    })
            })
            .filter(move |sitting| sitting.to > now)
    }

    /// The [`Self::sittings`] on days of which the rules say what holds: none on a holiday that they are silent about.
    pub fn sure_sittings(&self, now: Moment, holidays: &Holidays) -> impl Iterator<Item = Sitting> {
        self.sittings(now, holidays)
            .filter(|sitting| !self.is_unsure(sitting.from.date, holidays))
    }

    /// The times of one day, in order.
    fn spans(&self, date: Date, is_holiday: bool) -> Vec<Span> {
        let mut spans = Vec::new();
        for rule in self
            .rules
            .iter()
            .filter(|rule| rule.days.hold(date, is_holiday))
        {
            if !rule.adds {
                spans.clear();
            }
            for span in &rule.spans {
                crate::order::insert(&mut spans, *span);
            }
        }
        spans
    }

    /// Whether nobody said what holds on that day: a holiday, or one that may be, without a rule for holidays; or a day
    /// between the years, on which hospitals and offices are closed, without a rule for that date.
    ///
    /// Source: 行政機関の休日に関する法律 (1988, no. 91), art. 1: from December 29 to January 3.
    fn is_unsure(&self, date: Date, holidays: &Holidays) -> bool {
        let is_said = self.rules.iter().any(|rule| rule.days.on_holidays);
        let is_named = { self.rules.iter() }.any(|rule| rule.days.dates.contains(&date));
        let is_always = self.rules.iter().all(|rule| rule.days == Days::ALL);
        let between_years = match date.month() {
            Some(12) => date.day() >= Some(29),
            Some(1) => date.day() <= Some(3),
            Some(_) | None => false,
        };
        let is_holiday = holidays.hold(date);
        let may_be_closed = is_holiday || between_years || !holidays.are_known(date);
        let is_sure = holidays.are_known(date) && (is_named || (is_said && is_holiday));
        !is_always && may_be_closed && !is_sure
    }
}

impl Moment {
    /// The moment in Japan so many minutes after the beginning of 1970 in universal time, wherever the device is.
    ///
    /// Japan is nine hours ahead the whole year.
    pub fn in_japan(minutes: i64) -> Option<Self> {
        let minutes = minutes.checked_add(9 * 60)?;
        let (days, minute) = (
            minutes.div_euclid(DAY.into()),
            minutes.rem_euclid(DAY.into()),
        );
        Some(Self {
            date: Date::new(1970, 1, 1)?.plus_days(i32::try_from(days).ok()?)?,
            minute: u16::try_from(minute).ok()?,
        })
    }

    /// The moment so many minutes after the beginning of a day.
    fn after(date: Date, minutes: u16) -> Option<Self> {
        let minutes = u32::from(minutes);
        Some(Self {
            date: date.plus_days(i32::try_from(minutes / DAY).ok()?)?,
            minute: u16::try_from(minutes % DAY).ok()?,
        })
    }

    fn plus_days(self, days: i32) -> Self {
        Self {
            date: self.date.plus_days(days).unwrap_or(self.date),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn at(day: &str, hour: u16, minute: u16) -> Moment {
        Moment {
            date: date(day),
            minute: hour * 60 + minute,
        }
    }

    fn rule(weekdays: u8, nths: u8, spans: &[(u16, u16)]) -> Rule {
        Rule {
            days: Days {
                weekdays,
                nths,
                ..Days::ALL
            },
            spans: spans
                .iter()
                .map(|(from, to)| Span {
                    from: from * 60,
                    to: to * 60,
                })
                .collect(),
            adds: false,
        }
    }

    fn closed_on_holidays() -> Rule {
        let mut rule = rule(0, 0, &[]);
        rule.days.on_holidays = true;
        rule
    }

    /// Mo-Fr 09:00-12:00,13:00-17:00; PH off
    fn weekdays() -> Hours {
        Hours {
            rules: vec![
                rule(0b1_1111, 0, &[(9, 12), (13, 17)]),
                closed_on_holidays(),
            ],
        }
    }

    /// 2026-11-23 is a Monday and 勤労感謝の日.
    fn holidays() -> Holidays {
        Holidays {
            days: vec![date("2026-11-23")],
            known_until: Some(date("2027-12-31")),
        }
    }

    #[test]
    fn during_the_hours_it_says_until_when() {
        let state = weekdays().state(at("2026-11-24", 10, 0), &holidays());
        assert_eq!(state, State::Open(Some(at("2026-11-24", 12, 0))));
    }

    #[test]
    fn after_the_hours_of_friday_it_says_the_next_working_day() {
        let state = weekdays().state(at("2026-11-20", 17, 0), &holidays());
        assert_eq!(state, State::Closed(Some(at("2026-11-24", 9, 0))));
    }

    #[test]
    fn a_holiday_without_a_rule_is_unsure() {
        let mut hours = weekdays();
        assert_eq!(
            hours.state(at("2026-11-23", 10, 0), &holidays()),
            State::Closed(Some(at("2026-11-24", 9, 0)))
        );
        hours.rules.pop();
        assert_eq!(
            hours.state(at("2026-11-23", 10, 0), &holidays()),
            State::Unsure
        );
        assert_eq!(
            hours.state(at("2026-11-24", 10, 0), &holidays()),
            State::Open(Some(at("2026-11-24", 12, 0)))
        );
    }

    #[test]
    fn where_the_holidays_are_not_known_nothing_is_said() {
        let holidays = Holidays {
            known_until: Some(date("2027-11-30")),
            ..holidays()
        };
        assert_eq!(
            weekdays().state(at("2027-12-01", 10, 0), &holidays),
            State::Unsure
        );
        assert_eq!(
            weekdays().state(at("2027-11-30", 18, 0), &holidays),
            State::Closed(None)
        );
    }

    #[test]
    fn between_the_years_only_the_words_are_sure_unless_the_date_is_named() {
        let closed = State::Closed(Some(at("2027-01-04", 9, 0)));
        let known = holidays();
        assert_eq!(
            weekdays().state(at("2026-12-29", 10, 0), &known),
            State::Unsure
        );
        assert_eq!(
            weekdays().state(at("2026-12-28", 18, 0), &known),
            State::Closed(None)
        );
        let mut named = weekdays();
        named.rules.push(Rule {
            days: Days {
                dates: (-3..3)
                    .filter_map(|days| date("2027-01-01").plus_days(days))
                    .collect(),
                ..Days::ALL
            },
            spans: Vec::new(),
            adds: false,
        });
        assert_eq!(named.state(at("2026-12-28", 18, 0), &known), closed);
        assert_eq!(named.state(at("2026-12-30", 10, 0), &known), closed);
    }

    #[test]
    fn the_moment_is_that_of_japan_wherever_the_device_is() {
        // 2026-11-23 23:59 UTC is 08:59 of the next day in Japan.
        assert_eq!(Moment::in_japan(29_924_639), Some(at("2026-11-24", 8, 59)));
        assert_eq!(Moment::in_japan(0), Some(at("1970-01-01", 9, 0)));
        assert_eq!(Moment::in_japan(i64::MAX), None);
    }

    #[test]
    fn a_line_that_never_closes_is_open_without_an_end() {
        let always = Hours {
            rules: vec![rule(0x7F, 0, &[(0, 24)])],
        };
        let state = always.state(at("2026-11-23", 3, 0), &Holidays::default());
        assert_eq!(state, State::Open(None));
    }

    #[test]
    fn hours_past_midnight_reach_into_the_next_day() {
        // Fr 22:00-26:00
        let night = Hours {
            rules: vec![rule(1 << 4, 0, &[(22, 26)]), closed_on_holidays()],
        };
        assert_eq!(
            night.state(at("2026-11-21", 1, 30), &holidays()),
            State::Open(Some(at("2026-11-21", 2, 0)))
        );
    }

    #[test]
    fn the_meetings_of_a_salon_are_its_next_dates() {
        // We[3] 13:00-15:00
        let salon = Hours {
            rules: vec![rule(1 << 2, 1 << 2, &[(13, 15)])],
        };
        let dates: Vec<String> = salon
            .sittings(at("2026-11-18", 15, 0), &holidays())
            .take(3)
            .map(|sitting| sitting.from.date.to_string())
            .collect();
        assert_eq!(dates, ["2026-12-16", "2027-01-20", "2027-02-17"]);
    }

    #[test]
    fn on_a_holiday_a_meeting_is_not_sure_unless_the_rules_say_so() {
        // Every Monday; 2026-11-23 is a holiday.
        let mut mondays = Hours {
            rules: vec![rule(1, 0, &[(13, 15)])],
        };
        let first = |hours: &Hours| {
            let holidays = holidays();
            let next = hours
                .sure_sittings(at("2026-11-22", 9, 0), &holidays)
                .next();
            next.map(|sitting| sitting.from.date)
        };
        assert_eq!(first(&mondays), Some(date("2026-11-30")));
        mondays.rules[0].days.on_holidays = true;
        assert_eq!(first(&mondays), Some(date("2026-11-23")));
    }

    #[test]
    fn the_last_weekday_of_a_month_is_found() {
        let last_friday = Hours {
            rules: vec![rule(1 << 4, 1 << 5, &[(14, 15)])],
        };
        let first = last_friday
            .sittings(at("2027-01-01", 0, 0), &holidays())
            .next();
        assert_eq!(
            first.map(|sitting| sitting.from),
            Some(at("2027-01-29", 14, 0))
        );
    }

    proptest! {
        #[test]
        fn what_opens_later_is_open_then(
            weekdays in 1..0x80_u8, nths in 0..64_u8, from in 0..1_439_u16, length in 1..1_440_u16,
            day in 0..700_i32, minute in 0..1_440_u16,
        ) {
            let hours = Hours {
                rules: vec![
                    Rule {
                        days: Days { weekdays, nths, ..Days::ALL },
                        spans: vec![Span { from, to: from + length }],
                        adds: false,
                    },
                    closed_on_holidays(),
                ],
            };
            let holidays = Holidays { known_until: Some(date("2099-12-31")), ..holidays() };
            let now = Moment { date: date("2026-01-01").plus_days(day).unwrap(), minute };
            match hours.state(now, &holidays) {
                State::Closed(Some(opens)) => {
                    prop_assert!(opens > now);
                    prop_assert!(matches!(hours.state(opens, &holidays), State::Open(_)));
                }
                State::Open(Some(until)) => {
                    prop_assert!(until > now);
                    prop_assert!(matches!(hours.state(until, &holidays), State::Closed(_)));
                }
                State::Open(None) | State::Closed(None) | State::Unsure => {}
            }
        }
    }
}
