//! The app in a browser.
fn main() {}
