//! Where things are.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;

/// The folders of the project.
#[derive(Clone, Debug)]
pub struct House {
    /// The top folder, with the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Where cargo builds.
    pub target: PathBuf,
}

impl House {
    /// The project that the present folder belongs to.
    pub fn find() -> Result<Self> {
        let metadata = MetadataCommand::new()
            .no_deps()
            .exec()
            .context("no Cargo workspace here")?;
        Ok(Self {
            root: metadata.workspace_root.into(),
            target: metadata.target_directory.into(),
        })
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What editors change.
    pub fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    /// The browser tests.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The program of a crate, as `cargo build` leaves it; `profile` is the name of cargo's folder.
    pub fn program(&self, profile: &str, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.target.join(profile).join(file)
    }

    /// Cargo, in the top folder.
    pub fn cargo(&self, args: &[&str]) -> Command {
        // Cargo names itself to what it runs, so that the same toolchain goes on.
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(args).current_dir(&self.root);
        command
    }
}
