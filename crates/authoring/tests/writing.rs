//! The commands that write: what was there before stays until all of the new is there.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use authoring::Files;
use support::{minimal, spoiled};
use tempfile::TempDir;

fn authoring(dir: &TempDir, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_authoring"))
        .args(args)
        .current_dir(dir.path())
        .output()
        .unwrap()
}

fn succeeds(dir: &TempDir, args: &[&str]) -> String {
    let output = authoring(dir, args);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{args:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn fails(dir: &TempDir, args: &[&str]) -> String {
    let output = authoring(dir, args);
    assert!(!output.status.success(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Everything in a folder, hidden or not.
fn files_in(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(dir)
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect()
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn folder(dir: &TempDir, name: &str, files: &Files) {
    let folder = dir.path().join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).unwrap();
    }
}

/// A folder `good` that compiles, and a folder `bad` that does not.
fn sample() -> TempDir {
    let dir = TempDir::new().unwrap();
    folder(&dir, "good", &minimal());
    let bad = spoiled("supports.csv", "id", "crisis-lines", "scope", "nowhere");
    folder(&dir, "bad", &bad);
    dir
}

#[test]
fn the_last_good_pack_stays_when_the_content_has_errors() {
    let dir = sample();
    succeeds(&dir, &["compile", "good", "pack"]);
    let before = files_in(&dir.path().join("pack"));
    assert!(before.len() > 3);
    let said = fails(&dir, &["compile", "bad", "pack"]);
    assert!(said.contains("nowhere"), "{said}");
    assert_eq!(files_in(&dir.path().join("pack")), before);
    fails(&dir, &["compile", "bad", "other"]);
    assert_eq!(names_in(dir.path()), ["bad", "good", "pack"]);
}

#[test]
fn a_workbook_can_stand_wherever_a_folder_can() {
    let dir = sample();
    succeeds(&dir, &["workbook", "good", "good.xlsx"]);
    succeeds(&dir, &["check", "good.xlsx"]);
    succeeds(&dir, &["visit", "--pack", "good.xlsx"]);
    succeeds(&dir, &["compile", "good", "from-folder"]);
    succeeds(&dir, &["compile", "good.xlsx", "from-workbook"]);
    assert_eq!(
        files_in(&dir.path().join("from-workbook")),
        files_in(&dir.path().join("from-folder"))
    );
}

#[test]
fn a_workbook_with_errors_in_it_can_be_written_but_not_published() {
    let dir = sample();
    succeeds(&dir, &["workbook", "bad", "bad.xlsx"]);
    fails(&dir, &["check", "bad.xlsx"]);
    fails(&dir, &["compile", "bad.xlsx", "pack"]);
    assert!(!dir.path().join("pack").exists());
}

#[test]
fn tables_replace_tables_and_keep_the_readme() {
    let dir = sample();
    succeeds(&dir, &["workbook", "good", "good.xlsx"]);
    folder(&dir, "out", &minimal());
    fs::write(dir.path().join("out/README.md"), "見本").unwrap();
    fs::write(dir.path().join("out/needs.csv"), "old").unwrap();
    succeeds(&dir, &["tables", "good.xlsx", "out"]);
    let mut out = files_in(&dir.path().join("out"));
    assert_eq!(out.remove("README.md").unwrap(), "見本".as_bytes());
    assert_ne!(out["needs.csv"], b"old");
    assert_eq!(out.len(), minimal().len());
    assert_eq!(names_in(dir.path()), ["bad", "good", "good.xlsx", "out"]);
}

#[test]
fn tables_never_replace_a_folder_of_other_things() {
    let dir = sample();
    succeeds(&dir, &["workbook", "good", "good.xlsx"]);
    for other in ["letter.txt", "my-own-table.csv"] {
        folder(&dir, "out", &minimal());
        fs::write(dir.path().join("out").join(other), "mine").unwrap();
        let before = files_in(&dir.path().join("out"));
        let said = fails(&dir, &["tables", "good.xlsx", "out"]);
        assert!(said.contains(other), "{said}");
        assert_eq!(files_in(&dir.path().join("out")), before);
        fs::remove_dir_all(dir.path().join("out")).unwrap();
    }
}

#[test]
fn nothing_is_written_of_what_cannot_be_read_whole() {
    let dir = sample();
    let mut files = minimal();
    files.insert(
        "needs.csv".into(),
        format!("id,ja\nN01,{}\n", "x".repeat(40_000)).into(),
    );
    folder(&dir, "long", &files);
    fs::write(dir.path().join("old.xlsx"), "old").unwrap();
    fs::write(dir.path().join("broken.xlsx"), "PK").unwrap();
    let said = fails(&dir, &["workbook", "long", "old.xlsx"]);
    assert!(said.contains("40000"), "{said}");
    assert_eq!(fs::read(dir.path().join("old.xlsx")).unwrap(), b"old");
    fails(&dir, &["tables", "broken.xlsx", "out"]);
    fails(&dir, &["workbook", "nowhere", "new.xlsx"]);
    fails(&dir, &["workbook", "good", "new.xls"]);
    assert_eq!(
        names_in(dir.path()),
        ["bad", "broken.xlsx", "good", "long", "old.xlsx"]
    );
}
