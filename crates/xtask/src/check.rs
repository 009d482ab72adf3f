//! The content alone.

use std::io;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use authoring::workbook::to_workbook;
use authoring::{Compiled, Given, Reading, printing, proof};

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

/// The tables that are published as one workbook, for editors to begin with: never with the sample.
pub fn workbook(house: &House) -> Result<Vec<u8>> {
    let written = Given::at(&house.content()).map(|given| to_workbook(&given));
    let (findings, output) = match written {
        Ok(written) => (written.findings, written.output),
        Err(findings) => (findings, None),
    };
    if output.is_none() {
        printing::print(&findings, io::stdout().lock())?;
    }
    output.context("the content cannot be written as a workbook; the reasons are listed above")
}
