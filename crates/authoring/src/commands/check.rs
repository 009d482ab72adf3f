//! `authoring check`: what is wrong in the tables.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use lexopt::prelude::{Long, Value};

use super::{Command, Tables};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "check",
    usage: "check [INPUT] [--json] [--sample]",
    does: "says what is wrong in the tables of INPUT",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut input = None;
    let mut as_json = false;
    let mut tables = Tables::Own;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => as_json = true,
            Long("sample") => tables = Tables::WithSample,
            Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let reading = tables.read(&input.unwrap_or_else(default_input));
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
