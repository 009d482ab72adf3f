//! The steps of `cargo xtask test`, in their order.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::Step;
use super::tally::Tally;
use super::xlsform;
use crate::browser::playwright;
use crate::check::{self, Tables};
use crate::dist::wasm::TARGET;
use crate::dist::{self, Effort, budget};
use crate::house::House;
use crate::run::{hear, run};
use crate::tools;

const WASM: &str = "tools: Rust for browsers";
const BROWSER: &str = "tools: a browser and its driver";
const PACKAGES: &str = "tools: Node and the packages of the browser tests";
const PROGRAMS: &str = "tools: the programs that browser tests talk to";
const PYXFORM: &str = "tools: Python and pyxform";
const CONTENT: &str = "content";
/// So long the readers get each kind of hostile input (`crates/authoring/tests/hostile`).
const HOSTILE_SECONDS: &str = "60";
const SITE: &str = "the site, within its budget";

/// All steps; what one needs comes before it.
pub const STEPS: &[Step] = &[
    Step {
        name: "format",
        needs: &[],
        run: format,
    },
    Step {
        name: WASM,
        needs: &[],
        run: |_| tools::wasm_target().map(|()| Tally::NONE),
    },
    Step {
        name: BROWSER,
        needs: &[],
        run: |_| tools::browser().map(|_| Tally::NONE),
    },
    Step {
        name: PACKAGES,
        needs: &[],
        run: |house| tools::packages(house).map(|()| Tally::NONE),
    },
    Step {
        name: PYXFORM,
        needs: &[],
        run: |house| tools::xls2xform(house).map(|_| Tally::NONE),
    },
    Step {
        name: "lints",
        needs: &[],
        run: lints,
    },
    Step {
        name: "lints of what becomes wasm",
        needs: &[WASM],
        run: wasm_lints,
    },
    Step {
        name: "native tests, and the tidy test",
        needs: &[],
        run: native,
    },
    Step {
        name: CONTENT,
        needs: &[],
        run: |house| check::content(house, Tables::Own).map(|_| Tally::PASSED),
    },
    Step {
        name: "the survey as XLSForm",
        needs: &[PYXFORM, CONTENT],
        run: xlsform::convert,
    },
    Step {
        name: PROGRAMS,
        needs: &[],
        run: programs,
    },
    Step {
        name: "ports in a browser",
        needs: &[WASM, BROWSER, PROGRAMS],
        run: ports,
    },
    Step {
        name: SITE,
        needs: &[WASM, CONTENT],
        run: site,
    },
    Step {
        name: "browser tests",
        needs: &[SITE, BROWSER, PACKAGES, PROGRAMS],
        run: browser,
    },
];

fn format(house: &House) -> Result<Tally> {
    run(&mut house.cargo(&["fmt", "--all", "--check"]))?;
    Ok(Tally::PASSED)
}

fn lints(house: &House) -> Result<Tally> {
    run(house
        .cargo(&["clippy", "--quiet", "--workspace", "--all-targets"])
        .args(["--", "-D", "warnings"]))?;
    Ok(Tally::PASSED)
}

fn wasm_lints(house: &House) -> Result<Tally> {
    // The first app has no features but one: docs/decisions/0016-two-apps.md.
    let packages: [&[&str]; 4] = [
        &["tomoni", "--all-targets"],
        &["tomoni", "--no-default-features", "--features", "csr"],
        &["extras"],
        &["editor", "--lib"],
    ];
    for package in packages {
        let mut clippy = house.cargo(&["clippy", "--quiet", "--package"]);
        run(clippy
            .args(package)
            .args(["--target", TARGET, "--", "-D", "warnings"]))?;
    }
    Ok(Tally::PASSED)
}

fn native(house: &House) -> Result<Tally> {
    let mut test = house.cargo(&["test", "--workspace", "--no-fail-fast"]);
    let heard = hear(test.env("TOMONI_HOSTILE_SECONDS", HOSTILE_SECONDS))?;
    Ok(Tally::of_cargo(&heard.text, heard.is_success))
}

/// Built as for the native tests, whose parts they share; so this takes no time.
fn programs(house: &House) -> Result<Tally> {
    let mut build = house.cargo(&["build", "--quiet", "--workspace"]);
    run(build.args([
        "--bin",
        "receiver",
        "--bin",
        "authoring",
        "--example",
        "run_ports",
    ]))?;
    Ok(Tally::NONE)
}

/// The tests of `src/ports`, compiled to wasm and run by ChromeDriver.
fn ports(house: &House) -> Result<Tally> {
    let browser = tools::browser()?;
    let settings = house.target.join("webdriver.json");
    fs::write(&settings, webdriver(&browser.chromium).to_string())?;
    let mut test = house.cargo(&[
        "test",
        "--package",
        "tomoni",
        "--test",
        "ports",
        "--target",
        TARGET,
    ]);
    test.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        house.program("debug/examples", "run_ports"),
    )
    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
    .env("CHROMEDRIVER", browser.driver);
    let heard = hear(&mut test)?;
    Ok(Tally::of_cargo(&heard.text, heard.is_success))
}

/// How ChromeDriver is to start the browser. Without a sandbox, which root and most containers do not have.
fn webdriver(chromium: &Path) -> serde_json::Value {
    json!({ "goog:chromeOptions": {
        "binary": chromium,
        "args": ["headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "disable-background-networking",
            "disable-component-update", "disable-sync", "no-first-run"],
    } })
}

fn site(house: &House) -> Result<Tally> {
    let cold = dist::build(house, Effort::Full, Tables::Own, None)?;
    // A heavy site can still be tested.
    Ok(match budget::judge(cold) {
        Ok(()) => Tally::PASSED,
        Err(error) => {
            println!("{error}");
            Tally::FAILED
        }
    })
}

fn browser(house: &House) -> Result<Tally> {
    let report = house.target.join("browser-tests.json");
    // A report of an earlier run must not speak for this one.
    if let Err(error) = fs::remove_file(&report)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error).context("the report of the last browser tests cannot be removed");
    }
    let mut playwright = playwright(house, &[])?;
    playwright.command.env("TOMONI_REPORT", &report);
    let heard = hear(&mut playwright.command)?;
    let report = fs::read_to_string(&report).context("Playwright wrote no report")?;
    Tally::of_playwright(&report, heard.is_success)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_starts_without_a_window() {
        let settings = webdriver(Path::new("/usr/bin/chromium"));
        let options = &settings["goog:chromeOptions"];
        assert_eq!(options["binary"], "/usr/bin/chromium");
        assert!(
            options["args"]
                .as_array()
                .unwrap()
                .contains(&json!("headless"))
        );
    }
}
