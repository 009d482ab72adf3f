//! A date for the person's own calendar, as an iCalendar file: a meeting, or a day to look again.
//!
//! Source: RFC 5545.

use core::fmt::Write;

use crate::date::Date;
use crate::hours::Moment;

/// One date to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment<'a> {
    /// When.
    pub when: When,
    /// What the calendar shows. Neutral by default: others may see the calendar.
    pub title: &'a str,
    /// Where; empty where there is no place.
    pub place: &'a str,
    /// More about it; empty for nothing.
    pub note: &'a str,
    /// Tells this date from others in the same calendar, without saying what it is about: letters, digits and hyphens.
    pub id: &'a str,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All day.
    Day(Date),
    /// From one minute to another, in Japan.
    Times(Moment, Moment),
}

/// The file, made at `now`.
pub fn file(appointment: &Appointment<'_>, now: Moment) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    // Says which program made it, as the standard demands; no word of cancer.
    file.line("PRODID", "-//Tomoni//JA");
    file.line("BEGIN", "VEVENT");
    file.line("UID", &[appointment.id, "@tomoni.invalid"].concat());
    file.line("DTSTAMP", &universal(now));
    match appointment.when {
        When::Day(date) => file.line("DTSTART;VALUE=DATE", &day(date)),
        When::Times(from, to) => {
            file.line("DTSTART", &universal(from));
            file.line("DTEND", &universal(to));
        }
    }
    file.text("SUMMARY", appointment.title);
    file.text("LOCATION", appointment.place);
    file.text("DESCRIPTION", appointment.note);
    file.line("END", "VEVENT");
    file.line("END", "VCALENDAR");
    file.text
}

/// `20261124`
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// The moment as universal time, which needs no table of time zones: Japan is nine hours ahead, all year.
fn universal(moment: Moment) -> String {
    const AHEAD: u16 = 9 * 60;
    let (date, minute) = match moment.minute.checked_sub(AHEAD) {
        Some(minute) => (moment.date, minute),
        None => (
            moment.date.plus_days(-1).unwrap_or(moment.date),
            moment.minute + 24 * 60 - AHEAD,
        ),
    };
    format!("{}T{:02}{:02}00Z", day(date), minute / 60, minute % 60)
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// The most bytes of a line before it has to be folded.
    const WIDTH: usize = 75;

    /// A property that holds a text; nothing where the text is empty.
    fn text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut escaped = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\\' | ';' | ',' => escaped.extend(['\\', character]),
                '\n' => escaped.push_str("\\n"),
                _ if character.is_control() => {}
                _ => escaped.push(character),
            }
        }
        self.line(name, &escaped);
    }

    /// A line, folded between characters.
    fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if width + character.len_utf8() > Self::WIDTH {
                self.text.push_str("\r\n ");
                width = 1;
            }
            // A `String` takes everything.
            let _ = self.text.write_char(character);
            width += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(day: &str, minute: u16) -> Moment {
        Moment {
            date: day.parse().unwrap(),
            minute,
        }
    }

    fn salon<'a>() -> Appointment<'a> {
        Appointment {
            when: When::Times(at("2026-12-16", 13 * 60), at("2026-12-16", 15 * 60)),
            title: "予定",
            place: "見本市民センター, 2階",
            note: "",
            id: "sample-1",
        }
    }

    fn lines(file: &str) -> Vec<String> {
        file.replace("\r\n ", "")
            .lines()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn a_meeting_has_its_times_in_universal_time() {
        let file = file(&salon(), at("2026-11-23", 8 * 60));
        let lines = lines(&file);
        for line in [
            "DTSTAMP:20261122T230000Z",
            "DTSTART:20261216T040000Z",
            "DTEND:20261216T060000Z",
            "SUMMARY:予定",
            "LOCATION:見本市民センター\\, 2階",
        ] {
            assert!(lines.iter().any(|known| known == line), "{line}: {file}");
        }
        assert!(!file.contains("DESCRIPTION"));
    }

    #[test]
    fn a_day_has_no_times() {
        let reminder = Appointment {
            when: When::Day("2027-01-10".parse().unwrap()),
            ..salon()
        };
        let file = file(&reminder, at("2026-11-23", 0));
        assert!(
            file.contains("\r\nDTSTART;VALUE=DATE:20270110\r\n"),
            "{file}"
        );
        assert!(!file.contains("DTEND"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_line(title in any::<String>(), note in "[a-z\r\n:;,\\\\がん]{0,200}") {
            let appointment = Appointment { title: &title, note: &note, ..salon() };
            let file = file(&appointment, at("2026-11-23", 0));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= File::WIDTH));
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            let names = ["BEGIN", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "END"];
            for line in lines(&file) {
                let name = line.split(':').next().unwrap_or_default();
                prop_assert!(names.contains(&name), "{line}");
            }
        }
    }
}
