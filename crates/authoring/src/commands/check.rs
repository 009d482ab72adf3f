//! `authoring check`: what is wrong in the tables.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use authoring::printing::{Extent, print_as_far};
use lexopt::prelude::{Long, Value};

use super::{Command, day, readable, today};
use crate::{Failure, default_dir};

pub const COMMAND: Command = Command {
    name: "check",
    usage: "check [DIR] [--all] [--json] [--today DATE]",
    does: "says what is wrong in the tables of DIR",
    run,
};

/// What is written.
enum Form {
    Text(Extent),
    Json,
}

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut dir = None;
    let mut form = Form::Text(Extent::FirstScreen);
    let mut date = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => form = Form::Json,
            Long("all") if matches!(form, Form::Text(_)) => form = Form::Text(Extent::All),
            // JSON gives all of them anyway.
            Long("all") => {}
            Long("today") => date = Some(day(parser.value()?)?),
            Value(value) if dir.is_none() => dir = Some(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let dir = readable(dir.unwrap_or_else(default_dir))?;
    let today = date.map_or_else(today, Ok)?;
    let reading = authoring::read(&dir).on(today);
    let mut out = BufWriter::new(io::stdout().lock());
    match form {
        Form::Json => {
            serde_json::to_writer_pretty(&mut out, &reading.findings)?;
            writeln!(out)?;
        }
        Form::Text(extent) => print_as_far(&reading.findings, extent, &mut out)?,
    }
    out.flush()?;
    match reading.compiled {
        Some(_) => Ok(()),
        None => Err(Failure::Content),
    }
}
