//! One visit: a model, the events that happen to it, the effects it asks for, and what it shows.
//!
//! Effects are data; an answer from outside comes back as an event. So a visit can be tested without a browser.

pub mod effect;
pub mod event;
mod format;
#[cfg(feature = "whole")]
pub mod keep;
pub mod leaflet;
pub mod model;
pub mod route;
pub mod saved;
pub mod snapshot;
mod update;
pub mod view;

pub use effect::Effect;
pub use event::Event;
pub use format::{Format, tag};
#[cfg(feature = "whole")]
pub use keep::{KeepEffect, KeepEvent};
pub use leaflet::Leaflet;
pub use model::{Begin, Model};
pub use route::Route;
