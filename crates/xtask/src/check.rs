//! The content alone.

use std::io;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use authoring::{Compiled, Reading, printing, proof};

use crate::house::House;

/// Which tables are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    /// Those that are published.
    Own,
    /// Those of the sample prefecture, too: for demonstrations, never for publishing.
    WithSample,
}

/// Reads the content, prints what there is to say about it, and proves it; an error when it cannot be published.
pub fn content(house: &House, tables: Tables) -> Result<Compiled> {
    let Reading {
        findings, compiled, ..
    } = match tables {
        Tables::Own => authoring::read(&house.content()),
        Tables::WithSample => authoring::read_with_sample(&house.content()),
    };
    printing::print(&findings, io::stdout().lock())?;
    let compiled = compiled.context("the content has errors; they are listed above")?;
    let began = Instant::now();
    let proof = proof::prove(&compiled, &|| began.elapsed());
    if !proof.holds {
        proof::print(&proof, io::stdout().lock())?;
    }
    ensure!(
        proof.holds,
        "not everything is proven; the report above shows visits"
    );
    Ok(compiled)
}
