//! `authoring export hsds`: the directory for other programs.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::Date;
use lexopt::prelude::{Long, Value, ValueExt};

use super::{Command, compiled};
use crate::{Failure, default_dir};

pub const COMMAND: Command = Command {
    name: "export",
    usage: "export hsds [DIR] OUT.json [--today DATE]",
    does: "writes the directory of DIR as Open Referral HSDS 3",
    run,
};

fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut values = Vec::new();
    let mut today = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("today") => today = Some(parser.value()?.parse()?),
            Value(value) if values.len() < 3 => values.push(value),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    let (dir, out) = match values.as_slice() {
        [form, out] if form == "hsds" => (default_dir(), PathBuf::from(out)),
        [form, dir, out] if form == "hsds" => (PathBuf::from(dir), PathBuf::from(out)),
        _ => {
            return Err(Failure::Usage(
                "export takes hsds, maybe a folder, and a file".into(),
            ));
        }
    };
    let Some(today) = today.or_else(date_of_the_clock) else {
        return Err(Failure::Usage(
            "the clock gives no date; say --today DATE".into(),
        ));
    };
    Ok(std::fs::write(
        out,
        authoring::export::hsds(&compiled(&dir)?, today)? + "\n",
    )?)
}

/// Today in Japan.
fn date_of_the_clock() -> Option<Date> {
    const NINE_HOURS: u64 = 9 * 60 * 60;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs() + NINE_HOURS;
    let mut days = seconds / (24 * 60 * 60);
    (1970..=9999).find_map(|year| {
        (1..=12).find_map(|month| {
            (1..=31)
                .filter_map(|day| Date::new(year, month, day))
                .find(|_| {
                    let is_it = days == 0;
                    days = days.saturating_sub(1);
                    is_it
                })
        })
    })
}
