//! `authoring export hsds`: the directory for other programs.

use std::path::PathBuf;

use lexopt::prelude::{Long, Value};

use super::{Command, Tables, compiled, day, today};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "export",
    usage: "export hsds [INPUT] OUT.json [--today DATE]",
    does: "writes the directory of INPUT as Open Referral HSDS 3",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut values = Vec::new();
    let mut on = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("today") => on = Some(day(parser.value()?)?),
            Value(value) if values.len() < 3 => values.push(value),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let (dir, out) = match values.as_slice() {
        [form, out] if form == "hsds" => (default_input(), PathBuf::from(out)),
        [form, dir, out] if form == "hsds" => (PathBuf::from(dir), PathBuf::from(out)),
        _ => {
            return Err(Failure::Usage(
                "export takes hsds, maybe a folder, and a file".into(),
            ));
        }
    };
    let on = on.map_or_else(today, Ok)?;
    Ok(std::fs::write(
        out,
        authoring::export::hsds(&compiled(&dir, Tables::Own)?, on)? + "\n",
    )?)
}
