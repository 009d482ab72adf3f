//! One visit: a model, the events that happen to it, the effects it asks for, and what it shows.
//!
//! Effects are data; an answer from outside comes back as an event. So a visit can be tested without a browser.

#[cfg(feature = "whole")]
pub mod aloud;
#[cfg(feature = "whole")]
pub mod change;
pub mod config;
#[cfg(feature = "whole")]
pub mod counter;
pub mod effect;
pub mod event;
mod format;
#[cfg(feature = "whole")]
pub mod hospital;
#[cfg(feature = "whole")]
pub mod keep;
pub mod leaflet;
pub mod model;
mod needs;
#[cfg(feature = "whole")]
pub mod places;
#[cfg(feature = "whole")]
pub mod qr;
pub mod route;
pub mod saved;
#[cfg(feature = "whole")]
pub mod settings;
#[cfg(feature = "whole")]
pub mod sheet;
pub mod snapshot;
mod update;
pub mod view;

pub use config::Config;
#[cfg(feature = "whole")]
pub use counter::{CounterEffect, CounterEvent};
pub use effect::Effect;
pub use event::Event;
pub use format::{Format, tag};
#[cfg(feature = "whole")]
pub use hospital::HospitalEvent;
#[cfg(feature = "whole")]
pub use keep::{KeepEffect, KeepEvent};
pub use leaflet::Leaflet;
pub use model::{Begin, Model};
pub use route::Route;
#[cfg(feature = "whole")]
pub use sheet::SheetEvent;
