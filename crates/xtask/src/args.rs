//! The command line.

use std::num::NonZeroU16;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;
use site::BaseUrl;

use crate::check::Tables;
use crate::dist::Effort;

/// What `cargo xtask` can do, for whoever asks.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--open]  build the site and serve it on this machine (port 8080)
        [--sample]         ... with the sample prefecture, marked on every page
  dev [--port N]             the same, quickly built, and built again on every change
  test                       everything that must pass: ends with `N passed, N failed`
        [--only NAME]      ... only the browser tests whose file this names, on the site in dist/
  dist [--fast] [--sample]   build the site into dist/ and say what it weighs
       [--base-url URL]      ... for this address, which search engines are told
  check                      read the content and list what is wrong in it
  bench                      measure what has a target
        --taps               ... from a tap to the next picture, beside a page without scripts
        --lighthouse         ... as Lighthouse sees it on a phone, the median of five
  pictures [--out DIR]       a picture of every screen, in every language and way to look at it
";

const DEFAULT_PORT: NonZeroU16 = NonZeroU16::MIN.saturating_add(8079);

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say what there is.
    Help,
    /// Build and serve.
    Serve {
        /// The port on this machine.
        port: NonZeroU16,
        /// Whether the browser is opened.
        opens: bool,
        /// What is shown.
        tables: Tables,
    },
    /// Build and serve, again on every change.
    Dev {
        /// The port on this machine.
        port: NonZeroU16,
    },
    /// Run all tests.
    Test,
    /// Run the browser tests whose file or line this names.
    TestOnly(String),
    /// Build the site, for this address if it is known.
    Dist(Effort, Tables, Option<BaseUrl>),
    /// Read the content.
    Check,
    /// Measure.
    Bench(Measure),
    /// Make pictures of every screen.
    Pictures {
        /// Where they are put; among cargo's files where nothing is said.
        out: Option<PathBuf>,
    },
}

/// What is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// What runs without a browser.
    #[default]
    Native,
    /// What Lighthouse says of the pages.
    Lighthouse,
    /// How soon a tap is answered.
    Taps,
}

/// The command, with its options in any order.
pub fn read(mut parser: lexopt::Parser) -> Result<Command> {
    let mut name = None;
    let mut port = None;
    let mut opens = false;
    let mut is_fast = false;
    let mut tables = Tables::Own;
    let mut base_url = None;
    let mut measure = Measure::Native;
    let mut out = None;
    let mut only = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Value(value) if name.is_none() => name = Some(value.string()?),
            Long("help") | Short('h') => name = Some("help".to_owned()),
            Long("port") => {
                port = Some(parser.value()?.parse().context("--port takes 1 to 65535")?)
            }
            Long("open") => opens = true,
            Long("fast") => is_fast = true,
            Long("base-url") => base_url = Some(parser.value()?.parse().context("--base-url")?),
            Long("lighthouse") => measure = Measure::Lighthouse,
            Long("taps") => measure = Measure::Taps,
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("only") => only = Some(parser.value()?.string()?),
            Long("sample") => tables = Tables::WithSample,
            Short(_) | Long(_) | Value(_) => return Err(arg.unexpected().into()),
        }
    }
    let name = name.unwrap_or_else(|| "help".to_owned());
    let takes = |option: &str, is_given: bool, commands: &[&str]| {
        if is_given && !commands.contains(&name.as_str()) {
            bail!("`{name}` takes no {option}\n\n{HELP}");
        }
        Ok(())
    };
    takes("--port", port.is_some(), &["serve", "dev"])?;
    takes("--open", opens, &["serve"])?;
    takes("--fast", is_fast, &["dist"])?;
    takes("--base-url", base_url.is_some(), &["dist"])?;
    takes("--sample", tables == Tables::WithSample, &["serve", "dist"])?;
    takes(
        "--lighthouse or --taps",
        measure != Measure::Native,
        &["bench"],
    )?;
    takes("--only", only.is_some(), &["test"])?;
    takes("--out", out.is_some(), &["pictures"])?;
    let port = port.unwrap_or(DEFAULT_PORT);
    Ok(match name.as_str() {
        "help" => Command::Help,
        "serve" => Command::Serve {
            port,
            opens,
            tables,
        },
        "dev" => Command::Dev { port },
        "test" => only.map_or(Command::Test, Command::TestOnly),
        "dist" if is_fast => Command::Dist(Effort::Quick, tables, base_url),
        "dist" => Command::Dist(Effort::Full, tables, base_url),
        "check" => Command::Check,
        "bench" => Command::Bench(measure),
        "pictures" => Command::Pictures { out },
        other => bail!("there is no `{other}`\n\n{HELP}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Command> {
        super::read(lexopt::Parser::from_args(args))
    }

    #[test]
    fn serve_listens_on_8080_unless_told_otherwise() {
        let port = |args: &[&str]| match read(args).unwrap() {
            Command::Serve { port, opens, .. } => (port.get(), opens),
            other => panic!("{other:?}"),
        };
        assert_eq!(port(&["serve"]), (8080, false));
        assert_eq!(port(&["serve", "--open", "--port", "9000"]), (9000, true));
    }

    #[test]
    fn the_address_of_the_site_is_read_before_anything_is_built() {
        let built = |address: &str| read(&["dist", "--base-url", address]);
        let Ok(Command::Dist(Effort::Full, Tables::Own, Some(base))) =
            built("https://tomoni.example/sub")
        else {
            panic!("it is an address");
        };
        assert_eq!(base.to_string(), "https://tomoni.example/sub/");
        assert!(built("tomoni.example").is_err());
        assert!(read(&["serve", "--base-url", "https://tomoni.example/"]).is_err());
    }

    #[test]
    fn an_option_of_another_command_is_refused() {
        assert!(read(&["test", "--port", "80"]).is_err());
        assert!(read(&["serve", "--fast"]).is_err());
        assert!(read(&["check", "--sample"]).is_err());
        assert!(read(&["serve", "--port", "0"]).is_err());
        assert!(read(&["serve", "dist"]).is_err());
        assert!(read(&["serve", "--taps"]).is_err());
        assert!(read(&["check", "--only", "journey"]).is_err());
        assert!(read(&["bench", "--out", "pictures"]).is_err());
        assert!(read(&["sevre"]).is_err());
    }
}
