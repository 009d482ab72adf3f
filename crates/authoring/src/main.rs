//! `authoring check`, `authoring visit`, `authoring compile`: the content on the command line.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use authoring::{Compiled, Reading};
use lexopt::prelude::{Long, Short, Value};

const USAGE: &str = "\
authoring check [DIR] [--json]     says what is wrong in the tables of DIR
authoring visit [--pack DIR]       answers visits, JSON lines from stdin to stdout
authoring compile DIR OUT          writes the pack of DIR into the folder OUT
DIR is a content folder, by default `content`.
";

/// Why a command did not succeed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}\n{USAGE}")]
    Usage(#[from] lexopt::Error),
    #[error("cannot read or write: {0}")]
    Io(#[from] io::Error),
    #[error("cannot write the findings: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the content has errors; `authoring check` lists them")]
    Content,
}

/// What to do.
enum Command {
    Help,
    Check { dir: PathBuf, as_json: bool },
    Visit { dir: PathBuf },
    Compile { dir: PathBuf, out: PathBuf },
}

fn main() -> ExitCode {
    match command(lexopt::Parser::from_env())
        .map_err(Failure::from)
        .and_then(run)
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nobody is left to tell when stderr is closed.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::FAILURE
        }
    }
}

fn command(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut name = None;
    let mut dirs: Vec<OsString> = Vec::new();
    let mut as_json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("json") => as_json = true,
            Long("pack") => dirs.push(parser.value()?),
            Value(value) if name.is_none() => name = Some(value),
            Value(value) => dirs.push(value),
            other => return Err(other.unexpected()),
        }
    }
    let mut dirs = dirs.into_iter().map(PathBuf::from);
    let first = dirs.next();
    let default = || PathBuf::from("content");
    match name.as_ref().and_then(|name| name.to_str()) {
        Some("check") => Ok(Command::Check {
            dir: first.unwrap_or_else(default),
            as_json,
        }),
        Some("visit") => Ok(Command::Visit {
            dir: first.unwrap_or_else(default),
        }),
        Some("compile") => match (first, dirs.next()) {
            (Some(dir), Some(out)) => Ok(Command::Compile { dir, out }),
            (_, _) => Err("compile takes two folders".into()),
        },
        Some(_) | None => Err("say what to do: check, visit or compile".into()),
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => Ok(io::stdout().write_all(USAGE.as_bytes())?),
        Command::Check { dir, as_json } => check(&authoring::read(&dir), as_json),
        Command::Visit { dir } => {
            let compiled = compiled(&dir)?;
            let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
            Ok(authoring::visit::run(&compiled, io::stdin().lock(), out)?)
        }
        Command::Compile { dir, out } => Ok(write(&compiled(&dir)?, &out)?),
    }
}

fn check(reading: &Reading, as_json: bool) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    if as_json {
        serde_json::to_writer_pretty(&mut out, &reading.findings)?;
        writeln!(out)?;
    } else {
        authoring::printing::print(&reading.findings, &mut out)?;
    }
    out.flush()?;
    match reading.compiled {
        Some(_) => Ok(()),
        None => Err(Failure::Content),
    }
}

/// The compiled content, or, on stderr, the errors that are in its way.
fn compiled(dir: &Path) -> Result<Compiled, Failure> {
    let Reading { findings, compiled } = authoring::read(dir);
    match compiled {
        Some(compiled) => Ok(compiled),
        None => {
            let mut errors = findings;
            errors.retain(|finding| finding.severity == authoring::finding::Severity::Error);
            authoring::printing::print(&errors, io::stderr().lock())?;
            Err(Failure::Content)
        }
    }
}

fn write(compiled: &Compiled, out: &Path) -> io::Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("rules.pack"), &compiled.rules)?;
    for (lang, _, bytes) in &compiled.words {
        std::fs::write(out.join(format!("words.{}.pack", lang.code())), bytes)?;
    }
    for (lang, _, bytes) in &compiled.guides {
        std::fs::write(out.join(format!("guide.{}.pack", lang.code())), bytes)?;
    }
    for (file, bytes) in &compiled.entries {
        std::fs::write(out.join(format!("entries.{}.pack", file.prefecture)), bytes)?;
    }
    Ok(())
}
