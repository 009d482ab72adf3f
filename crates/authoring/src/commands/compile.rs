//! `authoring compile`: the pack, as files.

use std::io;
use std::path::{Path, PathBuf};

use authoring::Compiled;

use lexopt::prelude::{Long, Value};

use super::{Command, Tables, compiled};
use crate::Failure;

pub const COMMAND: Command = Command {
    name: "compile",
    usage: "compile INPUT OUT [--sample]",
    does: "writes the pack of INPUT into the folder OUT",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut paths = Vec::new();
    let mut tables = Tables::Own;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("sample") => tables = Tables::WithSample,
            Value(value) if paths.len() < 2 => paths.push(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    match paths.as_slice() {
        [input, out] => Ok(write(&compiled(input, tables)?, out)?),
        _ => Err(Failure::Usage(
            "compile takes the content and a folder".into(),
        )),
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
