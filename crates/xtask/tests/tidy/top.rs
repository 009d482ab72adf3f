//! What stands in the top folder, and that what is named is there.

use std::collections::BTreeSet;
use std::fs;

use toml::Table;

use crate::{files, root};

#[test]
fn the_top_folder_holds_only_what_the_design_names() {
    const NAMES: [&str; 12] = [
        "Cargo.lock",
        "Cargo.toml",
        "README.md",
        "clippy.toml",
        "content",
        "crates",
        "docs",
        "index.html",
        "rustfmt.toml",
        "src",
        "static",
        "tests",
    ];
    let found: BTreeSet<String> = files()
        .iter()
        .filter_map(|file| file.path.split('/').next().map(str::to_owned))
        .filter(|name| !name.starts_with('.') && !name.starts_with("LICENSE"))
        .collect();
    let unknown: Vec<_> = found
        .iter()
        .filter(|name| !NAMES.contains(&name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn cargo_test_covers_every_crate() {
    let manifest: Table = fs::read_to_string(root().join("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let names = |key: &str| -> BTreeSet<String> {
        let names = manifest["workspace"][key].as_array().unwrap();
        names
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect()
    };
    let mut members = names("members");
    let folders = fs::read_dir(root().join("crates")).unwrap();
    let folders =
        folders.map(|entry| format!("crates/{}", entry.unwrap().file_name().to_str().unwrap()));
    assert_eq!(members, folders.collect());
    members.insert(".".to_owned());
    assert_eq!(names("default-members"), members);
}

#[test]
fn the_lock_files_are_there() {
    for name in [
        "Cargo.lock",
        "tests/browser/package.json",
        "tests/browser/package-lock.json",
    ] {
        assert!(root().join(name).is_file(), "{name}");
    }
    assert!(
        files().iter().any(|file| file.path == "Cargo.lock"),
        "Cargo.lock is not ignored by git"
    );
}

#[test]
fn ci_and_people_run_the_same_tests() {
    let run = fs::read_to_string(root().join(".ci/run")).unwrap();
    assert!(run.contains("cargo xtask test"));
}
