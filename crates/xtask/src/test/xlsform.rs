//! The survey as other tools see it: the workbook that editors get is an XLSForm, which pyxform converts.
//!
//! Source: <https://xlsform.org>; pyxform is the converter of its authors.

use std::fs;
use std::io;
use std::process::Command;

use anyhow::{Context, Result, bail};
use authoring::Given;
use authoring::printing;
use authoring::workbook::to_workbook;

use super::tally::Tally;
use crate::check::{self, Tables};
use crate::house::House;
use crate::run::run;
use crate::tools;

/// Writes the content as a workbook and has it converted; every question must be in the form.
pub fn convert(house: &House) -> Result<Tally> {
    let folder = house.target.join("xlsform");
    fs::create_dir_all(&folder)?;
    let (workbook, form) = (folder.join("content.xlsx"), folder.join("survey.xml"));
    fs::write(&workbook, written(house)?)?;
    // A form of an earlier run must not speak for this one.
    if let Err(error) = fs::remove_file(&form)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error).context("the form of the last run cannot be removed");
    }
    run(Command::new(tools::xls2xform(house)?)
        .arg(&workbook)
        .arg(&form)
        .arg("--skip_validate"))?;
    let form = fs::read_to_string(&form).context("pyxform wrote no form")?;
    let survey = check::content(house, Tables::Own)?.pack.survey;
    let missing: Vec<&str> = survey
        .questions
        .iter()
        .map(|question| question.name.as_str())
        .filter(|name| !form.contains(&format!("/{name}\"")))
        .collect();
    if !missing.is_empty() {
        bail!("the form lacks the questions {}", missing.join(", "));
    }
    Ok(Tally::PASSED)
}

fn written(house: &House) -> Result<Vec<u8>> {
    let given = match Given::at(&house.content()) {
        Ok(given) => given,
        Err(findings) => {
            printing::print(&findings, io::stdout().lock())?;
            bail!("the content cannot be read");
        }
    };
    let converted = to_workbook(&given);
    printing::print(&converted.findings, io::stdout().lock())?;
    converted
        .output
        .context("the content does not fit into a workbook")
}
