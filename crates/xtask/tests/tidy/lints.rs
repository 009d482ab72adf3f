//! That the lints are on wherever our code goes to the phone.

use std::fs;

use cargo_metadata::MetadataCommand;
use toml::Table;

use crate::{assert_none, root, rust_files};

/// What our own code never does; tests may (clippy.toml).
const DENIED: [(&str, &[&str]); 2] = [
    ("rust", &["missing_docs"]),
    (
        "clippy",
        &[
            "unwrap_used",
            "expect_used",
            "panic",
            "indexing_slicing",
            "todo",
            "unimplemented",
            "dbg_macro",
        ],
    ),
];

fn table(path: &str) -> Table {
    fs::read_to_string(root().join(path))
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn the_workspace_denies_what_could_panic_and_what_is_not_documented() {
    let manifest = table("Cargo.toml");
    let lints = manifest["workspace"]["lints"].as_table().unwrap();
    for (tool, names) in DENIED {
        for name in names {
            let level = &lints[tool][name];
            let level = level.as_str().or_else(|| level["level"].as_str());
            assert!(matches!(level, Some("deny" | "forbid")), "{tool}::{name}");
        }
    }
    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("forbid"));
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    let metadata = MetadataCommand::new()
        .current_dir(root())
        .no_deps()
        .exec()
        .unwrap();
    assert!(metadata.packages.len() >= 6);
    for package in metadata.packages {
        let manifest: Table = fs::read_to_string(&package.manifest_path)
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(
            manifest["lints"]["workspace"].as_bool(),
            Some(true),
            "{}",
            package.name
        );
    }
}

#[test]
fn no_lint_is_switched_off_in_the_code_that_goes_to_the_phone() {
    let bad = rust_files()
        .iter()
        .filter(|file| {
            [
                "src/",
                "crates/domain/src/",
                "crates/session/src/",
                "crates/editor/src/",
            ]
            .iter()
            .any(|folder| file.is_in(folder))
        })
        .flat_map(|file| {
            file.lines(|line| {
                let is_off = line.contains("allow(") || line.contains("expect(");
                line.trim_start().starts_with('#')
                    && is_off
                    && DENIED
                        .iter()
                        .any(|(_, names)| names.iter().any(|name| line.contains(name)))
            })
        })
        .collect();
    assert_none(bad, "a lint is there for everybody");
}
