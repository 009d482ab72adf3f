//! From when until when something is there.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// The days on which something is there, both ends included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether it is there on `today`; without a clock nothing is taken as over.
    pub fn holds_on(self, today: Option<Date>) -> bool {
        today.is_none_or(|today| {
            self.from.is_none_or(|from| from <= today) && self.to.is_none_or(|to| today <= to)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
