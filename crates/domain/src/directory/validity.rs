//! From when until when something is there, and what is left out because it is not.

use serde::{Deserialize, Serialize};

use super::PrefectureEntries;
use crate::date::Date;
use crate::hours::Hours;

/// The days on which something is there, both ends included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// When people meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// In words, in Japanese.
    pub words: String,
    /// The same compiled; without rules where it cannot be, and then only the words are sure.
    pub times: Hours,
    /// The days on which this is so.
    pub validity: Validity,
}

impl Validity {
    /// Whether it is there on `today`; without a clock nothing is taken as over.
    pub fn holds_on(self, today: Option<Date>) -> bool {
        today.is_none_or(|today| {
            self.from.is_none_or(|from| from <= today) && self.to.is_none_or(|to| today <= to)
        })
    }
}

impl PrefectureEntries {
    /// Whether all entries and meetings are there on `today`.
    pub fn all_hold_on(&self, today: Option<Date>) -> bool {
        self.entries.iter().all(|entry| {
            let meetings = entry.meetings.iter().map(|meeting| meeting.validity);
            entry.validity.holds_on(today) && { meetings }.all(|validity| validity.holds_on(today))
        })
    }

    /// Leaves out the entries and meetings that are over, or not there yet.
    pub fn keep_valid(&mut self, today: Option<Date>) {
        self.entries.retain(|entry| entry.validity.holds_on(today));
        for entry in &mut self.entries {
            entry
                .meetings
                .retain(|meeting| meeting.validity.holds_on(today));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::tests::sample;
    use crate::directory::{Kind, Prefecture};

    fn holds(from: &str, to: &str, today: &str) -> bool {
        let validity = Validity {
            from: from.parse().ok(),
            to: to.parse().ok(),
        };
        validity.holds_on(today.parse().ok())
    }

    #[test]
    fn the_first_and_the_last_day_belong_to_it() {
        for (today, expected) in [
            ("2026-10-31", false),
            ("2026-11-01", true),
            ("2026-11-30", true),
            ("2026-12-01", false),
        ] {
            assert_eq!(
                holds("2026-11-01", "2026-11-30", today),
                expected,
                "{today}"
            );
        }
    }

    #[test]
    fn an_open_end_never_comes() {
        assert!(holds("", "", "2099-01-01"));
        assert!(holds("2026-11-01", "", "2099-01-01"));
        assert!(holds("", "2026-11-30", "1999-01-01"));
    }

    #[test]
    fn without_a_clock_nothing_is_over() {
        assert!(holds("", "2001-01-01", ""));
    }

    #[test]
    fn what_is_over_is_left_out_and_the_rest_stays() {
        let until = |text: &str| Validity {
            from: None,
            to: text.parse().ok(),
        };
        let mut over = sample("over", Kind::Salon);
        over.validity = until("2026-11-22");
        let mut salon = sample("salon", Kind::Salon);
        salon.meetings = ["2026-11-22", "2026-11-23"]
            .map(|last| Meeting {
                words: last.into(),
                times: Hours::default(),
                validity: until(last),
            })
            .to_vec();
        let mut file = PrefectureEntries {
            prefecture: Prefecture(22),
            entries: vec![over, salon],
        };
        file.keep_valid("2026-11-23".parse().ok());
        let [salon] = file.entries.as_slice() else {
            panic!("{file:?}");
        };
        assert_eq!(salon.id, "salon");
        assert_eq!(salon.meetings.len(), 1);
        assert_eq!(salon.meetings[0].words, "2026-11-23");
    }
}
