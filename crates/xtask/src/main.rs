//! `cargo xtask`: everything that building, serving, testing and measuring Tomoni takes, with crates.io alone.

mod args;
mod bench;
mod browser;
mod check;
mod dev;
mod dist;
mod house;
mod run;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

use args::{Command, HELP, Measure};
use check::Tables;
use dist::{Effort, budget};
use house::House;

fn main() -> ExitCode {
    let done = args::read(lexopt::Parser::from_env()).and_then(perform);
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> anyhow::Result<ExitCode> {
    let house = House::find()?;
    match command {
        Command::Help => print!("{HELP}"),
        Command::Serve {
            port,
            opens,
            tables,
        } => {
            dist::build(&house, Effort::Full, tables, None)?;
            serve::serve(&house, port, opens)?;
        }
        Command::Dev { port } => dev::serve(&house, port)?,
        Command::Dist(Effort::Quick, tables, base_url) => {
            dist::build(&house, Effort::Quick, tables, base_url)?;
        }
        Command::Dist(Effort::Full, tables, base_url) => {
            budget::judge(dist::build(&house, Effort::Full, tables, base_url)?)?;
        }
        Command::Check => check::content(&house, Tables::Own).map(drop)?,
        Command::Bench(Measure::Native) => return bench::bench(&house),
        Command::Bench(Measure::Lighthouse) => browser::tool(&house, "lighthouse", None)?,
        Command::Bench(Measure::Taps) => browser::tool(&house, "taps", None)?,
        Command::Pictures { out } => {
            let out = std::path::absolute(out.unwrap_or_else(|| house.target.join("pictures")))?;
            browser::tool(&house, "pictures", Some(&out))?;
            println!("The pictures are in {}", out.display());
        }
        Command::TestOnly(name) => browser::tests(&house, &name)?,
        Command::Test => return Ok(test::test(&house)),
    }
    Ok(ExitCode::SUCCESS)
}
