//! What runs in tests/browser, with the programs and servers it talks to.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use tempfile::TempDir;

use crate::dist;
use crate::house::House;
use crate::run::run;
use crate::tools;

/// A run of Playwright that can begin; the store of its receiver goes with this value.
pub struct Playwright {
    /// To be started, or told more first.
    pub command: Command,
    _store: TempDir,
}

/// Playwright with these arguments, in front of the site in `dist/`. `receiver` and `authoring` must be built.
pub fn playwright(house: &House, args: &[&str]) -> Result<Playwright> {
    let browser = tools::browser()?;
    let gallery = dist::gallery(house)?;
    let store = tempfile::tempdir()?;
    let [port, copy_port] = free_ports()?;
    let mut command = Command::new("node");
    command
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(args)
        .current_dir(house.browser_tests())
        .env("CHROME_PATH", browser.chromium)
        .env("TOMONI_RECEIVER", house.program("debug", "receiver"))
        .env("TOMONI_AUTHORING", house.program("debug", "authoring"))
        .env("TOMONI_GALLERY", gallery)
        .env("TOMONI_STORE", store.path().join("tomoni.sqlite"))
        .env("TOMONI_PORT", port.to_string())
        .env("TOMONI_COPY_PORT", copy_port.to_string());
    Ok(Playwright {
        command,
        _store: store,
    })
}

/// Looks at the site in `dist/`, built first where there is none, as `tests/browser/tools/<name>.ts` says.
///
/// `out` is where it puts pictures. Fails when that fails.
pub fn tool(house: &House, name: &str, out: Option<&Path>) -> Result<()> {
    // One after the other: what is measured would suffer, and the pictures only wait.
    let args = ["--config", "tools.config.ts", "--workers", "1", name];
    let mut playwright = prepared(house, &args)?;
    if let Some(out) = out {
        playwright.command.env("TOMONI_PICTURES", out);
    }
    run(&mut playwright.command)
}

/// Runs the browser tests whose file or line this names, in front of the site in `dist/`, built first where there is
/// none. Fails when one fails.
pub fn tests(house: &House, name: &str) -> Result<()> {
    run(&mut prepared(house, &[name])?.command)
}

/// Playwright with these arguments, after what it needs is there.
fn prepared(house: &House, args: &[&str]) -> Result<Playwright> {
    tools::packages(house)?;
    if !house.dist().exists() {
        dist::build(house, dist::Effort::Full, crate::check::Tables::Own, None)?;
    }
    let mut build = house.cargo(&["build", "--quiet", "--workspace"]);
    run(build.args(["--bin", "receiver", "--bin", "authoring"]))?;
    playwright(house, args)
}

/// Two ports that nobody uses now.
fn free_ports() -> io::Result<[u16; 2]> {
    // Both are held until both are known, so that they differ.
    let listeners = [
        TcpListener::bind("127.0.0.1:0")?,
        TcpListener::bind("127.0.0.1:0")?,
    ];
    let [first, second] = listeners
        .each_ref()
        .map(|listener| listener.local_addr().map(|address| address.port()));
    Ok([first?, second?])
}
