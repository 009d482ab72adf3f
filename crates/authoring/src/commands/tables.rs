//! `authoring tables`: a workbook as a folder of CSV files.

use authoring::workbook::to_tables;

use super::{Command, given, paths, print_unless_whole};
use crate::{Failure, writing};

pub const COMMAND: Command = Command {
    name: "tables",
    usage: "tables FILE.xlsx OUT_DIR",
    does: "writes the sheets of a workbook as CSV files into OUT_DIR",
    run,
};

fn run(parser: lexopt::Parser) -> Result<(), Failure> {
    match paths(parser, 2)?.as_slice() {
        [input, out] => {
            let files = print_unless_whole(to_tables(&given(input)?))?;
            Ok(writing::replace_tables(out, &files)?)
        }
        _ => Err(Failure::Usage(
            "tables takes a workbook and a folder".into(),
        )),
    }
}
