//! Reads, checks and compiles the content of Tomoni.
//!
//! In: the CSV tables that editors keep. Out: findings in plain words, each with file, row and what to do, and, when
//! nothing is wrong, the pack that the app loads. Also answers visits given as data.

mod compile;
mod directory;
mod expression;
mod facts;
pub mod finding;
mod names;
mod nearest;
mod never;
pub mod printing;
pub mod proof;
mod rules;
mod survey;
mod table;
pub mod visit;
mod words;

pub use compile::{Compiled, Reading, read, read_files};
pub use never::{Forbids, Never};
pub use table::Files;
