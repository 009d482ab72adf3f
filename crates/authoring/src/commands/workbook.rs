//! `authoring workbook`: the content as one workbook.

use std::path::{Path, PathBuf};

use authoring::workbook::to_workbook;

use super::{Command, given, paths, print_unless_whole};
use crate::{Failure, default_input, writing};

pub const COMMAND: Command = Command {
    name: "workbook",
    usage: "workbook [INPUT] OUT.xlsx",
    does: "writes the tables of INPUT as one Excel workbook",
    run,
};

fn run(parser: lexopt::Parser) -> Result<(), Failure> {
    let paths = paths(parser, 2)?;
    let default = default_input();
    let (input, out): (&Path, &PathBuf) = match paths.as_slice() {
        [out] => (&default, out),
        [input, out] => (input, out),
        _ => return Err(Failure::Usage("workbook takes the file to write".into())),
    };
    if out.extension().is_none_or(|kind| kind != "xlsx") {
        return Err(Failure::Usage(
            "the name of a workbook ends in .xlsx".into(),
        ));
    }
    let bytes = print_unless_whole(to_workbook(&given(input)?))?;
    Ok(writing::replace_file(out, &bytes)?)
}
