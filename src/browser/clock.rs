//! The time of day, and how a moment is told.

use wasm_bindgen::JsValue;

/// Milliseconds since 1970 (UTC), as the device's clock has it.
#[must_use]
pub fn now() -> u64 {
    // The clock gives a whole number far below 2^53; a clock set before 1970 counts as 1970.
    js_sys::Date::now().max(0.0) as u64
}

fn date(at: u64) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(at as f64))
}

/// The day of a moment in the device's time zone, as days since some fixed day.
#[must_use]
pub fn day(at: u64) -> i64 {
    let local = at as f64 - date(at).get_timezone_offset() * 60_000.0;
    (local / 86_400_000.0).floor() as i64
}

/// A moment as a short date and time: "21 Nov, 14:05".
#[must_use]
pub fn short(at: u64) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let date = date(at);
    let month = MONTHS.get(date.get_month() as usize).copied().unwrap_or_default();
    format!("{} {month}, {}:{:02}", date.get_date(), date.get_hours(), date.get_minutes())
}

/// A moment as a date for file names: "2026-11-21".
#[must_use]
pub fn iso_day(at: u64) -> String {
    let date = date(at);
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// A text that no other tab has, now or at another time.
#[must_use]
pub fn unique() -> String {
    // Below 2^32: it fits.
    format!("{}-{}", now(), (js_sys::Math::random() * 4_294_967_296.0) as u32)
}

/// Lets so many milliseconds pass.
pub async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
