//! XLSForm expressions: the subset that `content/README.md` names, read into [`domain::Condition`].

mod comparison;
mod fold;
mod lexer;
mod meaning;
mod parser;
mod problem;

pub use meaning::{Scope, condition};
pub use parser::parse;
