//! `authoring diff`: what changed between two states of the content.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use lexopt::prelude::{Long, Value};

use super::{Command, given};
use crate::Failure;

pub const COMMAND: Command = Command {
    name: "diff",
    usage: "diff OLD NEW [--html OUT]",
    does: "says what changed from OLD to NEW, numbers first",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut inputs = Vec::new();
    let mut page = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("html") => page = Some(PathBuf::from(parser.value()?)),
            Value(value) if inputs.len() < 2 => inputs.push(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let [old, new] = inputs.as_slice() else {
        return Err(Failure::Usage("diff takes an old and a new state".into()));
    };
    let diff = match authoring::diff::compare(&given(old)?, &given(new)?) {
        Ok(diff) => diff,
        Err(findings) => {
            authoring::printing::print(&findings, io::stderr().lock())?;
            return Err(Failure::Content);
        }
    };
    match page {
        Some(page) => Ok(std::fs::write(page, authoring::diff::page(&diff))?),
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            authoring::diff::print(&diff, &mut out)?;
            Ok(out.flush()?)
        }
    }
}
