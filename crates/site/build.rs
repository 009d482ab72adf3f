//! Names the sources that pages and packs are made from, so that a site is only ever changed by the program it belongs to.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// What a page or a pack depends on, from the top folder.
const SOURCES: [&str; 5] = [
    "src",
    "crates/domain/src",
    "crates/session/src",
    "crates/authoring/src",
    "crates/site/src",
];

fn main() -> io::Result<()> {
    let top = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let mut all = Sha256::new();
    for source in SOURCES {
        let folder = top.join(source);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = Vec::new();
        list(&folder, &mut files)?;
        files.sort();
        for file in files {
            let name = file
                .strip_prefix(&top)
                .unwrap_or(&file)
                .to_string_lossy()
                .replace('\\', "/");
            // A checkout for Windows may end its lines otherwise.
            let text = fs::read_to_string(&file)?.replace('\r', "");
            all.update(Sha256::digest(name));
            all.update(Sha256::digest(text));
        }
    }
    let digest = all.finalize();
    let hex: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env=TOMONI_SOURCES={hex}");
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
