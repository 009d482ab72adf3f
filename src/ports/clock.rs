//! The device's clock.

use domain::Date;

/// Years before this one are a clock that was never set.
const FIRST_CREDIBLE_YEAR: u32 = 2026;

/// Today by the device's clock, or `None` when the clock is clearly wrong.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = now.get_full_year();
    if year < FIRST_CREDIBLE_YEAR {
        return None;
    }
    Date::new(
        u16::try_from(year).ok()?,
        u8::try_from(now.get_month() + 1).ok()?,
        u8::try_from(now.get_date()).ok()?,
    )
}
