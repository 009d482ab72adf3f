//! The printer.

use gloo::utils::window;

/// Opens the print dialog, where the browser has one.
pub fn print() {
    let _ = window().print();
}
