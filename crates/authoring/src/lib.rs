//! Reads, checks and compiles the content of Tomoni.
//!
//! In: the CSV tables that editors keep. Out: findings in plain words, each with file, row and what to do, and, when
//! nothing is wrong, the pack that the app loads. Also answers visits given as data.

mod compile;
mod directory;
pub mod export;
mod expression;
mod facts;
pub mod finding;
pub mod import;
mod names;
mod nearest;
pub mod printing;
mod rules;
mod survey;
mod table;
pub mod visit;
mod words;

pub use compile::{Compiled, Reading, read, read_files};
pub use table::{Files, Unreadable, files_of};
