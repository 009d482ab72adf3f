//! Changing files so that nobody reads half of one, one step at a time.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Changes files. Asks before every step that changes something, so that a test can stop it anywhere, as a power cut would.
pub struct Pen<'a> {
    before: Box<dyn FnMut() -> io::Result<()> + 'a>,
}

impl Default for Pen<'_> {
    fn default() -> Self {
        Self::asking(|| Ok(()))
    }
}

impl<'a> Pen<'a> {
    /// A pen that asks `before` every step; an error from it is where the work ends.
    pub fn asking(before: impl FnMut() -> io::Result<()> + 'a) -> Self {
        Self {
            before: Box::new(before),
        }
    }

    /// Puts a file in its place, in one step as far as a reader can see. One that is there already is left alone.
    pub(crate) fn put(&mut self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        if fs::read(file).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let folder = file.parent().unwrap_or(Path::new("."));
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let new = folder.join(format!(".{name}{NEW}"));
        (self.before)()?;
        fs::create_dir_all(folder)?;
        let mut written = File::create(&new)?;
        written.write_all(bytes)?;
        // Otherwise the name may reach the disk before the content.
        written.sync_all()?;
        drop(written);
        (self.before)()?;
        fs::rename(&new, file)
    }

    /// Removes a file, if it is there.
    pub(crate) fn remove(&mut self, file: &Path) -> io::Result<()> {
        if file.exists() {
            (self.before)()?;
            fs::remove_file(file)?;
        }
        Ok(())
    }

    /// Removes a folder with what is in it.
    pub(crate) fn remove_folder(&mut self, folder: &Path) -> io::Result<()> {
        (self.before)()?;
        fs::remove_dir_all(folder)
    }

    /// Removes a folder, if it is there and nothing is in it.
    pub(crate) fn remove_empty(&mut self, folder: &Path) -> io::Result<()> {
        let is_empty = fs::read_dir(folder).is_ok_and(|mut items| items.next().is_none());
        if is_empty {
            (self.before)()?;
            fs::remove_dir(folder)?;
        }
        Ok(())
    }

    /// Removes what a pen that was stopped has left in a folder.
    pub(crate) fn tidy(&mut self, folder: &Path) -> io::Result<()> {
        let Ok(items) = fs::read_dir(folder) else {
            return Ok(());
        };
        for item in items {
            let path = item?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') && name.ends_with(NEW) {
                self.remove(&path)?;
            }
        }
        Ok(())
    }
}

/// The end of the name of a file that is being written; it begins with a dot, so that nobody serves it.
const NEW: &str = ".new";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_old_or_new_and_never_half() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a/b.txt");
        Pen::default().put(&file, b"old").unwrap();
        for n_steps in 0..2 {
            let mut left = n_steps;
            let mut pen = Pen::asking(|| {
                left -= 1;
                if left < 0 {
                    Err(io::Error::other("stopped"))
                } else {
                    Ok(())
                }
            });
            assert!(pen.put(&file, b"new").is_err());
            drop(pen);
            assert_eq!(fs::read(&file).unwrap(), b"old");
        }
        Pen::default().put(&file, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
    }

    #[test]
    fn what_a_stopped_pen_leaves_is_tidied_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".a.txt.new", "b.new", ".c"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        Pen::default().tidy(folder.path()).unwrap();
        assert!(!folder.path().join(".a.txt.new").exists());
        assert!(folder.path().join("b.new").exists() && folder.path().join(".c").exists());
    }
}
