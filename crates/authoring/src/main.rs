//! `authoring check`, `visit`, `compile`, `due`: the content on the command line.

mod commands;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use commands::{COMMANDS, Command};
use lexopt::prelude::{Long, Short, Value};

/// Why a command did not succeed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}\n\n{usage}", usage = usage())]
    Usage(#[from] lexopt::Error),
    #[error("cannot read or write: {0}")]
    Io(#[from] io::Error),
    #[error("cannot write the findings: {0}")]
    Json(#[from] serde_json::Error),
    #[error("{0} is not a day like 2026-11-23")]
    NotADay(String),
    #[error("the clock of this machine is wrong; name the day with --today")]
    NoClock,
    #[error("cannot write the workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error("the content has errors")]
    Content,
}

impl Failure {
    /// 1 where the content is to be mended, 2 where nothing could be read or asked.
    fn status(&self) -> ExitCode {
        match self {
            Self::Content => ExitCode::from(1),
            Self::Usage(_)
            | Self::Io(_)
            | Self::Json(_)
            | Self::NotADay(_)
            | Self::NoClock
            | Self::Xlsx(_) => ExitCode::from(2),
        }
    }
}

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nobody is left to tell when stderr is closed.
            let _ = writeln!(io::stderr(), "{failure}");
            failure.status()
        }
    }
}

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    match parser.next()? {
        Some(Short('h') | Long("help")) => Ok(io::stdout().write_all(usage().as_bytes())?),
        Some(Value(name)) => match COMMANDS.iter().find(|command| name == command.name) {
            Some(command) => (command.run)(parser),
            None => Err(Failure::Usage("there is no such command".into())),
        },
        Some(other) => Err(Failure::Usage(other.unexpected())),
        None => Err(Failure::Usage("say what to do".into())),
    }
}

fn usage() -> String {
    let lines = COMMANDS
        .iter()
        .map(|Command { usage, does, .. }| format!("authoring {usage:<26} {does}\n"));
    lines.collect::<String>() + "DIR is a content folder, by default `content`.\n"
}

/// The content folder where none is named.
fn default_dir() -> PathBuf {
    PathBuf::from("content")
}
