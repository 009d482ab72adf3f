//! Screens, one file each: data in, events out. They decide nothing.

#[cfg(feature = "whole")]
pub mod counter;
pub mod crisis;
#[cfg(feature = "whole")]
pub mod ending;
#[cfg(feature = "whole")]
pub mod keep;
pub mod page;
#[cfg(feature = "whole")]
pub mod places;
pub mod question;
#[cfg(feature = "whole")]
pub mod result;
#[cfg(feature = "whole")]
pub mod review;
#[cfg(feature = "whole")]
pub mod settings;
#[cfg(feature = "whole")]
pub mod shared;
#[cfg(feature = "whole")]
pub mod sheet;
pub mod start;
#[cfg(feature = "whole")]
pub mod support;
pub mod text;

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod fixtures;
#[cfg(all(test, feature = "ssr"))]
mod tests;
