//! The program as it is called: what it prints, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use authoring::Files;
use serde_json::Value;
use support::{minimal, spoiled};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &Files) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        for (name, bytes) in files {
            std::fs::write(path.join(name), bytes).unwrap();
        }
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_authoring"))
        .args(arguments)
        .output()
        .unwrap()
}

fn status(arguments: &[&str]) -> Option<i32> {
    run(arguments).status.code()
}

#[test]
fn check_ends_with_0_without_errors_1_with_errors_and_2_where_nothing_can_be_read() {
    let good = Folder::with("check-good", &minimal());
    let files = spoiled("entries.csv", "id", "sample-sc-1", "url", "nowhere");
    let bad = Folder::with("check-bad", &files);
    assert_eq!(
        status(&["check", good.path(), "--today", "2026-08-01"]),
        Some(0)
    );
    assert_eq!(
        status(&["check", bad.path(), "--today", "2026-08-01"]),
        Some(1)
    );
    assert_eq!(status(&["check", "nowhere-at-all"]), Some(2));
    assert_eq!(
        status(&["check", good.path(), "--today", "tomorrow"]),
        Some(2)
    );
    assert_eq!(status(&["check", "--nonsense"]), Some(2));
}

#[test]
fn check_gives_every_finding_as_json() {
    let files = spoiled("entries.csv", "id", "sample-sc-1", "url", "nowhere");
    let folder = Folder::with("check-json", &files);
    let output = run(&["check", folder.path(), "--json", "--today", "2026-08-01"]);
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let error = findings
        .iter()
        .find(|finding| finding["severity"] == "error")
        .unwrap();
    assert_eq!(error["sheet"], "entries.csv");
    assert_eq!(error["row"], 2);
    assert_eq!(error["column"], "url");
    assert_eq!(error["value"], "nowhere");
    for said in ["what", "what_to_do"] {
        assert!(error[said]["ja"].is_string() && error[said]["en"].is_string());
    }
}

#[test]
fn due_writes_the_file_that_is_asked_for() {
    let folder = Folder::with("due", &minimal());
    for (name, start) in [("list.csv", "\u{feff}".as_bytes()), ("list.xlsx", b"PK")] {
        let out = folder.0.join(name);
        let out = out.to_str().unwrap();
        let arguments = ["due", folder.path(), "--today", "2030-01-01", "--out", out];
        assert_eq!(status(&arguments), Some(0), "{name}");
        assert!(std::fs::read(out).unwrap().starts_with(start), "{name}");
    }
    assert_eq!(
        status(&["due", folder.path(), "--out", "list.txt"]),
        Some(2)
    );
    let printed = run(&["due", folder.path(), "--today", "2030-01-01", "--days", "1"]);
    assert!(
        String::from_utf8(printed.stdout)
            .unwrap()
            .contains("sample-line")
    );
}
