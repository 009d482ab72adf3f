//! Whether somebody is there now, or when next.

use domain::directory::Entry;
use domain::hours::{Moment, State};
use domain::text::Key;

use super::Phrase;
use crate::model::Model;

/// Whether somebody is there, as far as the hours tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenView {
    /// Whether somebody is there now.
    pub is_open: bool,
    /// "Open now, until 17:00", or "closed now; next from …".
    pub state: Phrase,
    /// Of when the hours are.
    pub age: Phrase,
}

impl Model {
    /// Whether somebody is there now, or when next. `None` where nobody can say: the hours are not known, of an unknown
    /// age or past their check-by date, the day is a holiday that they are silent about, or the clock is clearly wrong.
    /// Then the hours in words must be enough.
    pub fn open_state(&self, entry: &Entry) -> Option<OpenView> {
        let now = self.now?;
        let checked_on = entry.checked_on?;
        if entry.check_by.is_some_and(|last| last < now.date) {
            return None;
        }
        let (is_open, state) = match entry.times.state(now, &self.pack.holidays) {
            State::Unsure => return None,
            State::Open(None) => (true, self.say(Key::OpenAlways)),
            State::Open(Some(until)) => {
                (true, self.fill(Key::OpenUntil, &[("time", &clock(until))]))
            }
            State::Closed(None) => (false, self.say(Key::ClosedNow)),
            State::Closed(Some(opens)) => {
                let when = self.opening(now, opens);
                (false, self.fill(Key::OpensNext, &[("when", &when.text)]))
            }
        };
        Some(OpenView {
            is_open,
            state,
            age: self.fill(Key::OpenAge, &[("date", &self.date(checked_on).text)]),
        })
    }

    /// A time to come, as one says it: today, tomorrow, or a date with its day of the week.
    fn opening(&self, now: Moment, opens: Moment) -> Phrase {
        let time = clock(opens);
        if opens.date == now.date {
            return self.fill(Key::OpensToday, &[("time", &time)]);
        }
        if now.date.plus_days(1) == Some(opens.date) {
            return self.fill(Key::OpensTomorrow, &[("time", &time)]);
        }
        let names = self.say(Key::Weekdays).text;
        let weekday = (opens.date.weekday()).and_then(|day| names.split(',').nth(day.into()));
        self.fill(
            Key::OpensOn,
            &[
                ("date", &self.date(opens.date).text),
                ("weekday", weekday.unwrap_or_default()),
                ("time", &time),
            ],
        )
    }
}

/// The time as clocks in Japan show it.
pub(super) fn clock(moment: Moment) -> String {
    let minute = moment.minute % 60;
    let zero = if minute < 10 { "0" } else { "" };
    [
        &(moment.minute / 60).to_string(),
        ":",
        zero,
        &minute.to_string(),
    ]
    .concat()
}
