//! What can be asked of `authoring`, one file a command.

mod check;
mod compile;
mod due;
mod visit;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use authoring::finding::Severity;
use authoring::{Compiled, Reading};
use domain::Date;

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
    due::COMMAND,
];

/// The compiled content, or, on stderr, the errors that are in its way.
fn compiled(dir: &Path) -> Result<Compiled, Failure> {
    let Reading {
        findings, compiled, ..
    } = authoring::read(dir).on(today()?);
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

/// An input that is there and can be opened.
fn readable(input: PathBuf) -> Result<PathBuf, Failure> {
    let opened = if input.is_dir() {
        std::fs::read_dir(&input).map(drop)
    } else {
        std::fs::File::open(&input).map(drop)
    };
    let named = |error: io::Error| {
        let name = input.display();
        io::Error::new(error.kind(), format!("{name}: {error}"))
    };
    opened.map_err(named)?;
    Ok(input)
}

/// The day that an argument names.
fn day(argument: OsString) -> Result<Date, Failure> {
    let text = argument.to_string_lossy().into_owned();
    let date = text.parse().ok().filter(|date: &Date| date.day().is_some());
    date.ok_or(Failure::NotADay(text))
}

/// Today in Japan, by the clock of this machine.
fn today() -> Result<Date, Failure> {
    const AHEAD_OF_UTC: Duration = Duration::from_secs(9 * 60 * 60);
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|since| since.checked_add(AHEAD_OF_UTC));
    since
        .and_then(authoring::due::date_of)
        .ok_or(Failure::NoClock)
}
