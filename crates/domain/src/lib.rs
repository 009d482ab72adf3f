//! The rules of Tomoni: what is asked, who can help, why, and where.
//!
//! Everything here would be true on paper. Nothing reads a clock, a file or a random source; such things arrive as arguments.

pub mod asking;
pub mod calendar;
pub mod code;
pub mod condition;
pub mod date;
pub mod directory;
pub mod fhir;
pub mod grouping;
pub mod hours;
pub mod ids;
pub mod ledger;
pub mod matching;
pub mod missing;
pub mod need;
pub mod order;
pub mod pack;
pub mod sharing;
pub mod support;
pub mod survey;
pub mod text;

pub use condition::Condition;
pub use date::Date;
pub use ids::{AskId, ChoiceId, NeedId, QuestionId, SentenceId, SourceId, SupportId};
pub use pack::{Area, Pack};
pub use survey::{Answers, Path};
