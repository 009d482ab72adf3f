//! The parts that screens are made of: data and callbacks in, markup out. No state, and no words of their own.
//!
//! They are plain functions: a Yew component for each would cost bytes on a phone and remember nothing worth it.

pub mod button;
#[cfg(feature = "whole")]
pub mod change;
pub mod choices;
pub mod contact;
pub mod element;
pub mod facts;
#[cfg(feature = "whole")]
pub mod field;
pub mod frame;
pub mod heading;
#[cfg(feature = "whole")]
pub mod hospital;
pub mod link;
pub mod list;
pub mod notice;
#[cfg(feature = "whole")]
pub mod paper;
pub mod pen;
#[cfg(feature = "whole")]
pub mod place;
#[cfg(feature = "whole")]
pub mod places;
#[cfg(feature = "whole")]
pub mod search;
#[cfg(feature = "whole")]
pub mod sources;
#[cfg(feature = "whole")]
pub mod support;
pub mod words;

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

pub use heading::Level;
pub use pen::Pen;
