//! Writing files so that there is never half of one: all beside its place first, then put there in one step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use authoring::Files;

/// What may stand in a folder of tables besides them, and stays.
const README: &str = "README.md";

/// Writes a file in the place of the one before.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path, "new")?;
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What is left of it helps nobody; that it is there is the lesser error.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Writes a folder of tables in the place of the one before, whose README stays.
///
/// # Errors
/// When the folder holds anything that would be lost, and when the disk does not take it; the folder before stays.
pub fn replace_tables(dir: &Path, files: &Files) -> io::Result<()> {
    let kept = kept(dir, files)?;
    let new = beside(dir, "new")?;
    let old = beside(dir, "old")?;
    remove(&new)?;
    let written = fill(&new, files, kept.as_deref());
    if written.is_err() {
        // As above.
        let _ = fs::remove_dir_all(&new);
        return written;
    }
    remove(&old)?;
    let is_there = dir.exists();
    if is_there {
        fs::rename(dir, &old)?;
    }
    if let Err(error) = fs::rename(&new, dir) {
        if is_there {
            fs::rename(&old, dir)?;
        }
        return Err(error);
    }
    remove(&old)
}

/// The README of a folder that holds nothing else but tables that are written anew.
fn kept(dir: &Path, files: &Files) -> io::Result<Option<PathBuf>> {
    if !dir.exists() {
        return Ok(None);
    }
    let mut readme = None;
    for item in fs::read_dir(dir)? {
        let item = item?;
        let name = item.file_name();
        let is_file = item.file_type()?.is_file();
        if is_file && name == README {
            readme = Some(item.path());
        } else if !is_file || name.to_str().is_none_or(|name| !files.contains_key(name)) {
            let name = name.to_string_lossy();
            return Err(io::Error::other(format!(
                "the folder holds {name}, which is not in the workbook and would be lost; name an empty folder"
            )));
        }
    }
    Ok(readme)
}

fn fill(dir: &Path, files: &Files, readme: Option<&Path>) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes)?;
    }
    if let Some(readme) = readme {
        fs::copy(readme, dir.join(README))?;
    }
    Ok(())
}

fn remove(dir: &Path) -> io::Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A hidden neighbor of a file or folder.
fn beside(path: &Path, word: &str) -> io::Result<PathBuf> {
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::other("this is no name of a file or folder"))?;
    let hidden = format!(".{}.{word}", name.to_string_lossy());
    Ok(path.with_file_name(hidden))
}
