//! `authoring visit`: answers visits given as data.

use std::io::{self, BufWriter};
use std::path::PathBuf;

use lexopt::prelude::Long;

use super::{Command, Tables, compiled};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "visit",
    usage: "visit [--pack INPUT] [--sample]",
    does: "answers visits, JSON lines from stdin to stdout",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut input = default_input();
    let mut tables = Tables::Own;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("pack") => input = PathBuf::from(parser.value()?),
            Long("sample") => tables = Tables::WithSample,
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let compiled = compiled(&input, tables)?;
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    Ok(authoring::visit::run(&compiled, io::stdin().lock(), out)?)
}
