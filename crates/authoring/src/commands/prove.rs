//! `authoring prove`: what holds for every visit that there can be.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;

use authoring::proof;
use lexopt::prelude::{Long, Value};

use super::{Command, Tables, compiled};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "prove",
    usage: "prove [INPUT] [--json]",
    does: "proves what must hold for every visit, or shows one for which it does not",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut input = None;
    let mut as_json = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => as_json = true,
            Value(value) if input.is_none() => input = Some(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let compiled = compiled(&input.unwrap_or_else(default_input), Tables::Own)?;
    let began = Instant::now();
    let proof = proof::prove(&compiled, &|| began.elapsed());
    let mut out = BufWriter::new(io::stdout().lock());
    if as_json {
        serde_json::to_writer_pretty(&mut out, &proof)?;
        writeln!(out)?;
    } else {
        proof::print(&proof, &mut out)?;
    }
    out.flush()?;
    if proof.holds {
        Ok(())
    } else {
        Err(Failure::Unproven)
    }
}
