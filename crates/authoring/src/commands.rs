//! What can be asked of `authoring`, one file a command.

mod check;
mod compile;
mod export;
mod import;
mod visit;

use std::io;
use std::path::Path;

use authoring::finding::Severity;
use authoring::{Compiled, Reading};

use crate::Failure;

/// One command.
pub struct Command {
    /// Its name, the first word on the command line.
    pub name: &'static str,
    /// How it is called.
    pub usage: &'static str,
    /// What it does, in a few words.
    pub does: &'static str,
    /// Does it, with what stands after the name.
    pub run: fn(lexopt::Parser) -> Result<(), Failure>,
}

/// All commands, in the order of the help.
pub const COMMANDS: &[Command] = &[
    check::COMMAND,
    visit::COMMAND,
    compile::COMMAND,
    import::COMMAND,
    export::COMMAND,
];

/// The compiled content, or, on stderr, the errors that are in its way.
fn compiled(dir: &Path) -> Result<Compiled, Failure> {
    let Reading { findings, compiled } = authoring::read(dir);
    match compiled {
        Some(compiled) => Ok(compiled),
        None => {
            let mut errors = findings;
            errors.retain(|finding| finding.severity == Severity::Error);
            authoring::printing::print(&errors, io::stderr().lock())?;
            Err(Failure::Content)
        }
    }
}
