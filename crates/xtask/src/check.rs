//! The content alone.

use std::io;

use anyhow::{Context, Result};
use authoring::{Compiled, Reading, printing};

use crate::house::House;

/// Reads the content and prints what there is to say about it; an error when it cannot be published.
pub fn content(house: &House) -> Result<Compiled> {
    let Reading {
        findings, compiled, ..
    } = authoring::read(&house.content());
    printing::print(&findings, io::stdout().lock())?;
    compiled.context("the content has errors; they are listed above")
}
