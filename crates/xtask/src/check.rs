//! The content alone.

use std::io;

use anyhow::{Context, Result};
use authoring::{Compiled, Reading, printing};

use crate::house::House;

/// Which tables are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Those that are published.
    Own,
    /// Those of the sample prefecture, too: for demonstrations, never for publishing.
    WithSample,
}

/// Reads the content and prints what there is to say about it; an error when it cannot be published.
pub fn content(house: &House, tables: Tables) -> Result<Compiled> {
    let Reading {
        findings, compiled, ..
    } = match tables {
        Tables::Own => authoring::read(&house.content()),
        Tables::WithSample => authoring::read_with_sample(&house.content()),
    };
    printing::print(&findings, io::stdout().lock())?;
    compiled.context("the content has errors; they are listed above")
}
