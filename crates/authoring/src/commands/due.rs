//! `authoring due`: what is to be checked again, as a list of calls.

use std::io::{self, Write};
use std::path::PathBuf;

use authoring::due::{Due, csv, due, text, xlsx};
use lexopt::ValueExt;
use lexopt::prelude::{Long, Value};

use super::{Command, day, readable, today};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "due",
    usage: "due [DIR] [--days 30] [--today DATE] [--out FILE]",
    does: "lists what is to be checked again; FILE is .csv or .xlsx",
    run,
};

/// A month ahead, so that one afternoon of calls a month is enough.
const DAYS: u16 = 30;

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut dir, mut out, mut date) = (None, None, None);
    let mut days = DAYS;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("days") => days = parser.value()?.parse()?,
            Long("today") => date = Some(day(parser.value()?)?),
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Value(value) if dir.is_none() => dir = Some(PathBuf::from(value)),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let today = date.map_or_else(today, Ok)?;
    let reading = authoring::read(&readable(dir.unwrap_or_else(default_input))?);
    let due = due(&reading, today, days);
    match out {
        Some(file) => Ok(std::fs::write(&file, written(&due, &file)?)?),
        None => Ok(io::stdout().lock().write_all(text(&due).as_bytes())?),
    }
}

fn written(due: &[Due], file: &std::path::Path) -> Result<Vec<u8>, Failure> {
    let ending = file.extension().unwrap_or_default().to_ascii_lowercase();
    match ending.to_str() {
        Some("csv") => Ok(csv(due).map_err(io::Error::from)?),
        Some("xlsx") => Ok(xlsx(due)?),
        Some(_) | None => Err(Failure::Usage("--out takes a .csv or an .xlsx file".into())),
    }
}
