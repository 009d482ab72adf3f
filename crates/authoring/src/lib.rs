//! Reads, checks and compiles the content of Tomoni.
//!
//! In: the CSV tables that editors keep. Out: findings in plain words, each with file, row and what to do, and, when
//! nothing is wrong, the pack that the app loads. Also answers visits given as data.

mod bundle;
mod compile;
mod directory;
mod expression;
mod facts;
pub mod finding;
mod gate;
mod names;
mod nearest;
pub mod printing;
pub mod reviews;
mod rules;
mod survey;
mod table;
pub mod visit;
mod words;

pub use bundle::bundle;
pub use compile::{Compiled, Reading, read, read_files};
pub use gate::{REVIEWERS, gate};
pub use table::{Files, Unreadable, files_of};
