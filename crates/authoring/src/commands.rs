//! What can be asked of `authoring`, one file a command.

mod check;
mod compile;
mod diff;
mod due;
mod map;
mod tables;
mod visit;
mod workbook;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use authoring::finding::{Finding, Severity};
use authoring::workbook::Converted;
use authoring::{Compiled, Given, Reading, printing};
use domain::Date;
use lexopt::prelude::Value;

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
    map::COMMAND,
    diff::COMMAND,
    workbook::COMMAND,
    tables::COMMAND,
    due::COMMAND,
];

/// The words after the command: at most so many paths.
fn paths(mut parser: lexopt::Parser, most: usize) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) if paths.len() < most => paths.push(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    Ok(paths)
}

/// What stands at a path, or, on stderr, why it cannot be read.
fn given(path: &Path) -> Result<Given, Failure> {
    match Given::at(path) {
        Ok(given) => Ok(given),
        Err(findings) => {
            printing::print(&findings, io::stderr().lock())?;
            Err(Failure::Content)
        }
    }
}

/// The content in another form, with what is worth knowing on stderr.
fn print_unless_whole<T>(converted: Converted<T>) -> Result<T, Failure> {
    if !converted.findings.is_empty() {
        printing::print(&converted.findings, io::stderr().lock())?;
    }
    converted.output.ok_or(Failure::Content)
}

/// Which tables of a content folder are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Its own.
    Own,
    /// Those of the sample prefecture, too.
    WithSample,
}

impl Tables {
    /// Reads, checks and compiles them.
    pub fn read(self, input: &Path) -> Reading {
        match self {
            Self::Own => authoring::read(input),
            Self::WithSample => authoring::read_with_sample(input),
        }
    }
}

/// The compiled content, or, on stderr, the errors that are in its way.
fn compiled(input: &Path, tables: Tables) -> Result<Compiled, Failure> {
    let Reading {
        findings, compiled, ..
    } = tables.read(input).on(today()?);
    match compiled {
        Some(compiled) => Ok(compiled),
        None => {
            let mut errors: Vec<Finding> = findings;
            errors.retain(|finding| finding.severity == Severity::Error);
            printing::print(&errors, io::stderr().lock())?;
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
