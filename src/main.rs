//! The app in a browser.

fn main() {
    #[cfg(feature = "csr")]
    tomoni::start();
}
