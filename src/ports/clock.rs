//! The device's clock.

use domain::hours::Moment;
use gloo::timers::callback::Interval;

/// Years before this one are a clock that was never set.
const FIRST_CREDIBLE_YEAR: u16 = 2026;
/// Milliseconds.
const MINUTE: u32 = 60_000;

/// Tells of minutes for as long as it is kept.
pub struct Minutes(#[allow(dead_code, reason = "kept, not read: it stops when it goes")] Interval);

/// The moment in Japan by the device's clock, whatever its time zone, or `None` when the clock is clearly wrong.
pub fn now() -> Option<Moment> {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a number too large ends as the largest one, which is no moment"
    )]
    let minutes = (js_sys::Date::now() / f64::from(MINUTE)).floor() as i64;
    Moment::in_japan(minutes).filter(|now| now.date.year() >= FIRST_CREDIBLE_YEAR)
}

/// Says every minute what the clock shows.
pub fn minutes(on_minute: impl Fn(Option<Moment>) + 'static) -> Minutes {
    Minutes(Interval::new(MINUTE, move || on_minute(now())))
}
