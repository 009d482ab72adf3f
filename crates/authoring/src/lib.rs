//! Reads, checks and compiles the content of Tomoni.
//!
//! In: the tables that editors keep, as CSV files or as one workbook. Out: findings in plain words, each with file, row and what to do, and, when
//! nothing is wrong, the pack that the app loads. Also answers visits given as data.

mod asks;
mod codes;
mod compile;
pub mod diff;
mod directory;
pub mod due;
pub mod export;
mod expression;
mod facts;
pub mod finding;
mod form;
mod gate;
mod given;
pub mod import;
pub mod map;
mod names;
mod nearest;
mod never;
mod paper;
pub mod printing;
pub mod proof;
pub mod repair;
pub mod reviews;
mod rules;
mod sample;
mod spoken;
mod survey;
mod table;
pub mod visit;
mod words;
pub mod workbook;

pub use compile::{Compiled, Reading, read, read_files, read_given};
pub use form::Form;
pub use gate::{Audience, REVIEWERS, gate};
pub use given::Given;
pub use never::{Forbids, Never};
pub use sample::{read_files_with_sample, read_with_sample};
pub use table::Files;
