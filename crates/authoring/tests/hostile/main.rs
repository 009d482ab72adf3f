//! Whatever bytes the readers are given: no panic, no hang, never more than 1 GiB, and a finding that says what is wrong.
//!
//! Each target runs for a few seconds; `cargo xtask test` gives each a minute (`TOMONI_HOSTILE_SECONDS`). The inputs
//! are the same in every run; `TOMONI_HOSTILE_SEED` gives others, and a failure names the seed that brings them back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod bombs;
mod driver;
mod targets;

#[path = "../support/mod.rs"]
mod support;

use std::alloc::System;

use cap::Cap;

/// Beyond this an allocation fails, and with it the test.
const MOST_MEMORY: usize = 1 << 30;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, MOST_MEMORY);
