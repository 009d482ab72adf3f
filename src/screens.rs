//! Screens, one file each: data in, events out. They decide nothing.

pub mod crisis;
pub mod ending;
pub mod page;
pub mod places;
pub mod question;
pub mod result;
pub mod review;
pub mod sheet;
pub mod start;
pub mod support;
pub mod text;

#[cfg(all(test, feature = "ssr"))]
pub(crate) mod fixtures;
#[cfg(all(test, feature = "ssr"))]
mod tests;
