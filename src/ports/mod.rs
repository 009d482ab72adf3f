//! Ports: the only modules that touch the browser. They answer; they do not fail.

pub mod address;
pub mod clock;
pub mod files;
pub mod focus;
pub mod form;
pub mod intl;
pub mod network;
pub mod page;
#[cfg(feature = "whole")]
pub mod printer;
pub mod storage;
pub mod whole;
