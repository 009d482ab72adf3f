//! `authoring compile`: the pack, as files.

use std::io;
use std::path::Path;

use authoring::Compiled;

use super::{Command, compiled, paths};
use crate::Failure;

pub const COMMAND: Command = Command {
    name: "compile",
    usage: "compile INPUT OUT",
    does: "writes the pack of INPUT into the folder OUT",
    run,
};

fn run(parser: lexopt::Parser) -> Result<(), Failure> {
    match paths(parser, 2)?.as_slice() {
        [input, out] => Ok(write(&compiled(input)?, out)?),
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
