//! The app and the page for editors as WebAssembly, each with the script that starts it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use wasm_bindgen_cli_support::Bindgen;

use super::Effort;
use crate::house::House;
use crate::run::run;

/// The target of the app.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What is compiled to WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its package, and the name of its file.
    name: &'static str,
    /// What of the package is built.
    target: &'static [&'static str],
}

/// The first app: what the start page and the questions need.
pub const APP: Program = Program {
    name: "tomoni",
    target: &[
        "--bin",
        "tomoni",
        "--no-default-features",
        "--features",
        "csr",
    ],
};

/// The whole app.
pub const WHOLE: Program = Program {
    name: "extras",
    target: &["--lib"],
};

/// What runs behind the page for editors.
pub const EDITOR: Program = Program {
    name: "editor",
    target: &["--lib"],
};

/// A program, ready for a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The script that starts the wasm.
    pub js: Vec<u8>,
    /// The wasm.
    pub wasm: Vec<u8>,
}

/// An error unless Cargo.lock holds `wasm-bindgen` once, in the version of `wasm-bindgen-cli-support`.
///
/// They speak a language that changes with every version.
pub fn versions_agree(lock: &str) -> Result<()> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock cannot be read")?;
    let versions = |name: &str| -> Vec<&str> {
        lock.package
            .iter()
            .filter(|package| package.name == name)
            .map(|package| package.version.as_str())
            .collect()
    };
    let app = versions("wasm-bindgen");
    let tool = versions("wasm-bindgen-cli-support");
    if app.len() != 1 || app != tool {
        bail!(
            "wasm-bindgen is {} and wasm-bindgen-cli-support is {}, but they must be equal: \
             pin the same version (=…) in Cargo.toml and crates/xtask/Cargo.toml",
            app.join(" and "),
            tool.join(" and ")
        );
    }
    Ok(())
}

/// Builds a program.
pub fn build(house: &House, effort: Effort, program: Program) -> Result<Bound> {
    // Cargo keeps what `dev` builds in the folder `debug`.
    let (profile, folder) = match effort {
        Effort::Full => ("wasm", "wasm"),
        Effort::Quick => ("dev", "debug"),
    };
    let mut cargo = house.cargo(&["build", "--package", program.name]);
    cargo.args(program.target);
    cargo.args(["--target", TARGET, "--profile", profile]);
    if effort == Effort::Full {
        cargo.env(
            "CARGO_ENCODED_RUSTFLAGS",
            same_paths(&house.root, cargo_home().as_deref()),
        );
    }
    run(&mut cargo)?;
    let built = house.target.join(TARGET).join(folder);
    bind(&built.join(format!("{}.wasm", program.name)), effort)
}

/// Flags that make the wasm the same wherever it is built, and name no folder of the machine that built it.
fn same_paths(root: &Path, cargo_home: Option<&Path>) -> String {
    let mut flags = vec![format!("--remap-path-prefix={}=tomoni", root.display())];
    flags.extend(cargo_home.map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    flags.join("\u{1f}")
}

fn cargo_home() -> Option<PathBuf> {
    let usual = || Some(env::home_dir()?.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(usual)
}

fn bind(wasm: &Path, effort: Effort) -> Result<Bound> {
    let folder = tempfile::tempdir()?;
    let is_small = effort == Effort::Full;
    Bindgen::new()
        .input_path(wasm)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .remove_name_section(is_small)
        .remove_producers_section(is_small)
        // The page says where the wasm is; its name changes with its content.
        .omit_default_module_path(true)
        .generate(folder.path())
        .with_context(|| format!("wasm-bindgen cannot bind {}", wasm.display()))?;
    if folder.path().join("snippets").exists() {
        bail!(
            "a crate behind {} brings scripts of its own (`inline_js` or `module`), which dist does not publish",
            wasm.display()
        );
    }
    let file = |name: &str| {
        fs::read(folder.path().join(name)).with_context(|| format!("wasm-bindgen made no {name}"))
    };
    Ok(Bound {
        js: file("app.js")?,
        wasm: file("app_bg.wasm")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(packages: &[(&str, &str)]) -> String {
        let package = |(name, version): &(&str, &str)| {
            format!("[[package]]\nname = {name:?}\nversion = {version:?}\n")
        };
        packages.iter().map(package).collect()
    }

    #[test]
    fn equal_versions_agree() {
        let both = lock(&[
            ("wasm-bindgen", "0.2.9"),
            ("wasm-bindgen-cli-support", "0.2.9"),
            ("yew", "0.23.0"),
        ]);
        assert!(versions_agree(&both).is_ok());
    }

    #[test]
    fn other_versions_are_named() {
        let other = lock(&[
            ("wasm-bindgen", "0.2.9"),
            ("wasm-bindgen-cli-support", "0.2.8"),
        ]);
        let said = versions_agree(&other).unwrap_err().to_string();
        assert!(said.contains("0.2.9") && said.contains("0.2.8"), "{said}");
        assert!(versions_agree(&lock(&[("wasm-bindgen", "0.2.9")])).is_err());
    }

    #[test]
    fn no_folder_of_the_builder_is_in_the_wasm() {
        let flags = same_paths(Path::new("/somewhere/my house"), Some(Path::new("/cargo")));
        assert_eq!(
            flags,
            "--remap-path-prefix=/somewhere/my house=tomoni\u{1f}--remap-path-prefix=/cargo=cargo"
        );
    }
}
