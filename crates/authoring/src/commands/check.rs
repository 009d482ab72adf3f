//! `authoring check`: what is wrong in the tables.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use authoring::printing::{Extent, print_as_far};
use lexopt::prelude::{Long, Value};

use super::{Command, Tables, day, readable, today};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "check",
    usage: "check [INPUT] [--all] [--json] [--today DATE] [--sample]",
    does: "says what is wrong in the tables of INPUT",
    run,
};

/// What is written.
enum Form {
    Text(Extent),
    Json,
}

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut input = None;
    let mut tables = Tables::Own;
    let mut form = Form::Text(Extent::FirstScreen);
    let mut date = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => form = Form::Json,
            Long("all") if matches!(form, Form::Text(_)) => form = Form::Text(Extent::All),
            // JSON gives all of them anyway.
            Long("all") => {}
            Long("sample") => tables = Tables::WithSample,
            Long("today") => date = Some(day(parser.value()?)?),
            Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let input = readable(input.unwrap_or_else(default_input))?;
    let today = date.map_or_else(today, Ok)?;
    let reading = tables.read(&input).on(today);
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
