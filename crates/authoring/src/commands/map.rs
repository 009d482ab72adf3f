//! `authoring map`: the whole content on one page, to read and sign.

use std::path::PathBuf;

use lexopt::prelude::{Long, Value};

use super::{Command, Tables, compiled, day, today};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "map",
    usage: "map [INPUT] OUT.html",
    does: "writes one page to read, print and sign; --today DATE for another day",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut paths = Vec::new();
    let mut on = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("today") => on = Some(day(parser.value()?)?),
            Value(value) if paths.len() < 2 => paths.push(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let Some(out) = paths.pop() else {
        return Err(Failure::Usage("say which page to write".into()));
    };
    let input = paths.pop().unwrap_or_else(default_input);
    let on = on.map_or_else(today, Ok)?;
    Ok(std::fs::write(
        out,
        authoring::map::page(&compiled(&input, Tables::Own)?, Some(on)),
    )?)
}
