//! Ports: the only modules that touch the browser. They answer; they do not fail.

pub mod address;
#[cfg(feature = "whole")]
pub mod camera;
pub mod clock;
pub mod config;
#[cfg(feature = "whole")]
pub mod download;
pub mod files;
pub mod focus;
pub mod form;
pub mod intl;
pub mod network;
pub mod page;
#[cfg(feature = "whole")]
pub mod picture;
#[cfg(feature = "whole")]
pub mod printer;
#[cfg(feature = "whole")]
pub mod settings;
#[cfg(feature = "whole")]
pub mod share;
#[cfg(feature = "whole")]
pub mod speech;
pub mod storage;
pub mod whole;
