//! The browser shell of Tomoni: the only place that knows Yew.
//!
//! `screens` and `components` draw what `session` says; `ports` touch the browser; `app` ties them together.

#[cfg(all(feature = "csr", feature = "whole"))]
mod along;
#[cfg(feature = "csr")]
mod app;
pub mod components;
#[cfg(all(feature = "csr", feature = "whole"))]
mod desk;
#[cfg(feature = "csr")]
mod ports;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod screens;

#[cfg(all(feature = "csr", feature = "whole"))]
pub use app::Whole;
#[cfg(feature = "csr")]
pub use app::start;
