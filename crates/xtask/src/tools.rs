//! The tools that are not crates: what can be put there without asking is put there, for the rest we say how.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::dist::wasm::TARGET;
use crate::house::House;
use crate::run::{output, run};

/// The oldest Node that the browser tests run on.
const NODE: u32 = 20;

/// A browser and what drives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// The ChromeDriver that belongs to it.
    pub driver: PathBuf,
}

/// Makes sure that Rust can build for browsers.
pub fn wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    let how = format!(
        "Rust cannot build for browsers yet. Install rustup (https://rustup.rs), then run: rustup target add {TARGET}"
    );
    run(Command::new("rustup").args(["target", "add", TARGET])).context(how)
}

/// Makes sure that there is a browser with its driver and with Japanese letters.
///
/// `CHROME_PATH` and `CHROMEDRIVER` name others than those on the PATH. Where apt is and we may use it, it brings what is missing.
pub fn browser() -> Result<Browser> {
    if let Some(browser) = find_browser()
        && has_japanese_letters()
    {
        return Ok(browser);
    }
    if may_use_apt() {
        println!("Installing Chromium, its driver and Japanese letters with apt-get …");
        run(Command::new("apt-get").arg("update"))?;
        run(Command::new("apt-get")
            .args(["install", "--yes", "--no-install-recommends"])
            .args([
                "chromium",
                "chromium-driver",
                "fonts-noto-cjk",
                "fontconfig",
            ])
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    if !has_japanese_letters() {
        bail!(
            "no font with Japanese letters was found. On Debian or Ubuntu run as root: \
             apt-get install fonts-noto-cjk fontconfig"
        );
    }
    find_browser().context(
        "Chromium and its driver are needed and at least one was not found. \
         On Debian run as root: apt-get install chromium chromium-driver. \
         Elsewhere install Chrome and the ChromeDriver of the same version \
         (https://googlechromelabs.github.io/chrome-for-testing/). \
         If they are not on the PATH, name them in the variables CHROME_PATH and CHROMEDRIVER",
    )
}

/// Makes sure that Node is there and new enough, and the packages of the browser tests as their lock file says.
pub fn packages(house: &House) -> Result<()> {
    let how = format!(
        "Node {NODE} or newer is needed for the browser tests, with npm: https://nodejs.org"
    );
    let version = output(Command::new("node").arg("--version")).context(how.clone())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("{how}; this is Node {version}");
    }
    let folder = house.browser_tests();
    if are_installed(&folder) {
        return Ok(());
    }
    // On Windows npm is a script, which only a shell finds.
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm)
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    .context(how)
}

/// Makes sure that pyxform is there, in the versions of `tests/xlsform/requirements.txt`, and gives its `xls2xform`.
pub fn xls2xform(house: &House) -> Result<PathBuf> {
    let wanted = house.root.join("tests/xlsform/requirements.txt");
    let folder = house.target.join("pyxform");
    let program = folder
        .join(if cfg!(windows) { "Scripts" } else { "bin" })
        .join(format!("xls2xform{}", env::consts::EXE_SUFFIX));
    let installed = folder.join("requirements.txt");
    let is_installed = program.is_file()
        && fs::read(&wanted).is_ok_and(|text| fs::read(&installed).is_ok_and(|old| old == text));
    if is_installed {
        return Ok(program);
    }
    let python = python()?;
    run(Command::new(python)
        .args(["-m", "venv", "--clear"])
        .arg(&folder))?;
    let pip = program.with_file_name(format!("pip{}", env::consts::EXE_SUFFIX));
    run(Command::new(pip)
        .args([
            "install",
            "--quiet",
            "--no-deps",
            "--disable-pip-version-check",
        ])
        .arg("--requirement")
        .arg(&wanted))
    .context("pyxform cannot be installed")?;
    // Only now, so that an installation that broke off is done again.
    fs::copy(&wanted, &installed).context("the versions of pyxform cannot be noted")?;
    Ok(program)
}

/// A Python that can make virtual environments.
fn python() -> Result<&'static str> {
    let find = || {
        ["python3", "python"].into_iter().find(|name| {
            output(Command::new(name).args(["-c", "import ensurepip, venv"]))
                .is_ok_and(|tried| tried.status.success())
        })
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    if may_use_apt() {
        println!("Installing Python's virtual environments with apt-get …");
        run(Command::new("apt-get").arg("update"))?;
        run(Command::new("apt-get")
            .args(["install", "--yes", "--no-install-recommends"])
            .arg("python3-venv")
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    find().context(
        "Python 3 with its virtual environments is needed to look the survey over. \
         On Debian or Ubuntu run as root: apt-get install python3-venv. Elsewhere: https://www.python.org",
    )
}

/// `v20.1.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Whether npm has installed what the lock file says, and not something older.
fn are_installed(folder: &Path) -> bool {
    let changed = |file: &str| {
        fs::metadata(folder.join(file))
            .and_then(|file| file.modified())
            .ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    installed.is_some() && installed >= changed("package-lock.json")
}

fn find_browser() -> Option<Browser> {
    const NAMES: [&str; 5] = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];
    const APPS: [&str; 2] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    let app = || APPS.iter().map(PathBuf::from).find(|path| path.is_file());
    let found = || NAMES.iter().find_map(|name| on_path(name)).or_else(app);
    Some(Browser {
        chromium: named("CHROME_PATH").unwrap_or_else(found)?,
        driver: named("CHROMEDRIVER").unwrap_or_else(|| on_path("chromedriver"))?,
    })
}

/// The program that a variable names: not named, named but not there, or there.
fn named(variable: &str) -> Option<Option<PathBuf>> {
    let path = PathBuf::from(env::var_os(variable)?);
    Some(path.is_file().then_some(path))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// Only Linux comes without.
fn has_japanese_letters() -> bool {
    !cfg!(target_os = "linux")
        || output(Command::new("fc-list").arg(":lang=ja")).is_ok_and(|list| !list.stdout.is_empty())
}

fn may_use_apt() -> bool {
    let user = output(Command::new("id").arg("-u"));
    on_path("apt-get").is_some() && user.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_its_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn packages_older_than_their_lock_file_are_installed_again() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, seconds: u64| {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
            fs::File::create(file).unwrap().set_modified(time).unwrap();
        };
        write("package-lock.json", 5);
        assert!(!are_installed(folder.path()));
        write("node_modules/.package-lock.json", 6);
        assert!(are_installed(folder.path()));
        write("package-lock.json", 7);
        assert!(!are_installed(folder.path()));
    }
}
