//! `authoring compile`: the pack, as files.

use std::io;
use std::path::{Path, PathBuf};

use authoring::Compiled;
use lexopt::prelude::Value;

use super::{Command, compiled};
use crate::Failure;

pub const COMMAND: Command = Command {
    name: "compile",
    usage: "compile DIR OUT",
    does: "writes the pack of DIR into the folder OUT",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut folders = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(value) if folders.len() < 2 => folders.push(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    match folders.as_slice() {
        [dir, out] => Ok(write(&compiled(dir)?, out)?),
        _ => Err(Failure::Usage("compile takes two folders".into())),
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
