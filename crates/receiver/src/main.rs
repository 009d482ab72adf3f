//! The command line of the receiver.

use std::error::Error;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use ::site::{Mark, Pen};
use clap::{Args, Parser, Subcommand};
use receiver::publish::{self, Order, Published, describe};
use receiver::{Given, Receiver, Settings, SettingsError};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::prelude::*;

/// Serves Tomoni (ともに), and puts other content into it.
#[derive(Parser)]
#[command(name = "receiver", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a built site until Ctrl-C or SIGTERM.
    Serve(Serve),
    /// Check tables and show them in a built site, in the place of what it shows now.
    Publish(Publish),
    /// Show the version before the present one again.
    Rollback(Rollback),
}

#[derive(Args)]
struct Publish {
    /// The tables: a workbook (.xlsx), or the folder that holds them.
    workbook: PathBuf,
    /// The built site: the folder that holds index.html.
    dist: PathBuf,
    /// Show them without reviewers; every page then says that it is a sample.
    #[arg(long)]
    sample: bool,
}

#[derive(Args)]
struct Rollback {
    /// The built site: the folder that holds index.html.
    dist: PathBuf,
}

#[derive(Args)]
struct Serve {
    /// The folder with the built site: the one that holds index.html.
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// Where to listen; port 0 takes a free one [default: 127.0.0.1:8080].
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// The file that keeps the store; it is made when it is not there [default: tomoni.sqlite].
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
    /// Settings in TOML; flags win over them [default: receiver.toml, if there is one].
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

fn main() -> ExitCode {
    start_log();
    let Cli { command } = Cli::parse();
    let done = match command {
        Command::Serve(flags) => serve(flags),
        Command::Publish(flags) => publish(&flags),
        Command::Rollback(Rollback { dist }) => rollback(&dist),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(
                &mut io::stderr(),
                &format!("receiver: {}", with_causes(error.as_ref())),
            );
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn serve(flags: Serve) -> Result<(), Box<dyn Error>> {
    let receiver = Receiver::open(&settings(flags)?).await?;
    say(
        &mut io::stdout(),
        &format!(
            "Tomoni is at http://{}/ (Ctrl-C stops it)",
            receiver.address()
        ),
    );
    receiver.run(receiver::asked_to_stop()).await?;
    Ok(())
}

fn publish(flags: &Publish) -> Result<(), Box<dyn Error>> {
    let order = Order {
        content: &flags.workbook,
        dist: &flags.dist,
        mark: if flags.sample {
            Mark::Sample
        } else {
            Mark::None
        },
        now: SystemTime::now(),
    };
    let line = match publish::publish(&order, &mut io::stdout().lock(), &mut Pen::default())? {
        Published::New(version) => format!(
            "公開しました。 / Published: {}\n動いている receiver は数秒で切り替わります。 / A running receiver shows it within seconds.",
            describe(&version)
        ),
        Published::Already(version) => format!(
            "もう公開されています。何も変えていません。 / Already shown, nothing was changed: {}",
            describe(&version)
        ),
    };
    say(&mut io::stdout(), &line);
    Ok(())
}

fn rollback(dist: &Path) -> Result<(), Box<dyn Error>> {
    let (from, to) = publish::rollback(dist, &mut Pen::default())?;
    let line = format!(
        "前の版に戻しました。 / Rolled back.\n  今 / now: {}\n  前 / was: {}",
        describe(&to),
        describe(&from)
    );
    say(&mut io::stdout(), &line);
    Ok(())
}

fn settings(flags: Serve) -> Result<Settings, SettingsError> {
    let Serve {
        dist,
        listen,
        store,
        config,
    } = flags;
    let file = match config {
        Some(file) => Given::read(&file)?,
        None => Given::read_if_there("receiver.toml".as_ref())?,
    };
    Given {
        dist,
        listen,
        store,
        ..Given::default()
    }
    .or(file)
    .settle()
}

/// Lets only this program's own lines through: a library must not be able to log who asked for what.
fn start_log() {
    let ours = Targets::new().with_target("receiver", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false);
    tracing_subscriber::registry()
        .with(lines.with_filter(ours))
        .init();
}

/// Writes one line; a reader that has gone away is no reason to stop serving.
fn say(to: &mut dyn Write, line: &str) {
    let _ = writeln!(to, "{line}").and_then(|()| to.flush());
}

fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(error.to_string().trim_end());
        cause = error.source();
    }
    text
}
