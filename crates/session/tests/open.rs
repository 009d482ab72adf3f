//! Whether somebody is there now, over moments of the clock.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod common;

use std::rc::Rc;

use common::{at, begin, entries};
use domain::Date;
use domain::directory::Entry;
use domain::hours::{Days, Hours, Moment, Rule, Span};
use session::view::OpenView;
use session::{Event, Model, Route};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// Mo-Fr 09:00-17:00; PH off, checked on 2026-11-01.
fn weekdays() -> Entry {
    let mut entry = entries().entries.remove(0);
    let rule = |weekdays, on_holidays, spans| Rule {
        days: Days {
            weekdays,
            on_holidays,
            ..Days::ALL
        },
        spans,
        adds: false,
    };
    let day = Span {
        from: 9 * 60,
        to: 17 * 60,
    };
    entry.times = Hours {
        rules: vec![rule(0b1_1111, false, vec![day]), rule(0, true, Vec::new())],
    };
    entry.checked_on = Some(date("2026-11-01"));
    entry.check_by = Some(date("2027-11-01"));
    entry
}

/// A visit at this moment that knows 勤労感謝の日 of 2026, a Monday.
fn visit(now: Option<Moment>) -> Model {
    let (mut model, _) = begin(Route::Places, "");
    let mut pack = (**model.pack()).clone();
    pack.holidays.days = vec![date("2026-11-23")];
    pack.holidays.known_until = Some(date("2027-12-31"));
    model = common::begin_with(pack, Route::Places, "");
    model.update(Event::MinutePassed(now));
    model
}

fn said(entry: &Entry, now: Option<Moment>) -> Option<(bool, String)> {
    let open: Option<OpenView> = visit(now).open_state(entry);
    open.map(|open| (open.is_open, open.state.text.to_string()))
}

#[test]
fn within_the_hours_it_says_until_when_and_how_old_the_hours_are() {
    let model = visit(at("2026-11-24", 16, 59));
    let open = model.open_state(&weekdays()).unwrap();
    assert!(open.is_open);
    assert_eq!(&*open.state.text, "open until 17:00");
    assert_eq!(&*open.age.text, "hours of 2026/11/1");
}

#[test]
fn outside_the_hours_it_says_when_next_as_one_says_it() {
    for (day, hour, when) in [
        ("2026-11-24", 8, "today 9:00"),
        ("2026-11-24", 17, "tomorrow 9:00"),
        // The weekend, and the holiday after it.
        ("2026-11-20", 18, "2026/11/24 (Tu) 9:00"),
        ("2026-11-23", 10, "tomorrow 9:00"),
    ] {
        let state = said(&weekdays(), at(day, hour, 0));
        assert_eq!(
            state,
            Some((false, format!("opens {when}"))),
            "{day} {hour}"
        );
    }
}

#[test]
fn the_minute_that_passes_changes_what_is_said() {
    let mut model = visit(at("2026-11-24", 16, 59));
    assert!(model.open_state(&weekdays()).unwrap().is_open);
    model.update(Event::MinutePassed(at("2026-11-24", 17, 0)));
    assert!(!model.open_state(&weekdays()).unwrap().is_open);
}

#[test]
fn with_a_clock_that_is_clearly_wrong_only_the_hours_are_shown() {
    assert_eq!(said(&weekdays(), None), None);
}

#[test]
fn between_the_years_and_on_a_holiday_without_a_rule_only_the_hours_are_shown() {
    assert_eq!(said(&weekdays(), at("2026-12-30", 10, 0)), None);
    let mut silent = weekdays();
    silent.times.rules.pop();
    assert_eq!(said(&silent, at("2026-11-23", 10, 0)), None);
    assert!(said(&silent, at("2026-11-24", 10, 0)).is_some());
}

#[test]
fn hours_of_an_unknown_age_or_past_their_check_by_date_promise_nothing() {
    let mut undated = weekdays();
    undated.checked_on = None;
    assert_eq!(said(&undated, at("2026-11-24", 10, 0)), None);
    let mut old = weekdays();
    old.check_by = Some(date("2026-11-23"));
    assert_eq!(said(&old, at("2026-11-24", 10, 0)), None);
    old.check_by = Some(date("2026-11-24"));
    assert!(said(&old, at("2026-11-24", 10, 0)).is_some());
}

#[test]
fn the_entry_in_the_directory_says_it() {
    let mut model = visit(at("2026-11-24", 10, 0));
    let mut file = entries();
    file.entries = vec![weekdays()];
    model.update(Event::Places(session::places::Event::ChosePrefecture(
        Some(common::shizuoka()),
    )));
    model.update(Event::EntriesLoaded(Rc::new(file)));
    let session::view::Screen::Places(places) = model.view().screen else {
        panic!("no directory");
    };
    assert!(places.parts[0][0].contact.open.as_ref().unwrap().is_open);
}
