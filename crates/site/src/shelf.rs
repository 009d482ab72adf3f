//! The versions of a built site that are kept, and which of them is shown.
//!
//! ```text
//! dist/index.html …               the version that is shown, for hosts that serve files as they are
//! dist/assets/…                   the files of all kept versions: their names change with their content
//! dist/.tomoni/shown              the id of the version that is shown
//! dist/.tomoni/versions/ID/       version.json, and in files/ what changes under its name
//! ```
//!
//! A version is shown from the moment that `shown` names it, which is one step. See docs/decisions/0013-publishing.md.

mod version;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

pub use version::{NewVersion, Version};

use crate::HIDDEN;
use crate::kit::Kit;
use crate::pack::{ENDINGS, Packed};
use crate::pen::Pen;

/// How many versions are kept, the one that is shown included.
pub const KEPT: usize = 5;

/// The kept versions of a built site.
#[derive(Clone, Debug)]
pub struct Shelf {
    dist: PathBuf,
}

/// The right to change a site; given back when it is dropped or its program ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why the versions of a site cannot be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// Another program is changing the site.
    #[error("another publish or rollback is changing {}; wait until it has ended", dist.display())]
    Busy {
        /// The site.
        dist: PathBuf,
    },
    /// There is no version to go back to.
    #[error("there is no version before the one that is shown; nothing was changed")]
    NoneBefore,
    /// Something cannot be read or written.
    #[error("{} cannot be read or written", file.display())]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Shelf {
    /// The versions of the site in this folder.
    pub fn of(dist: &Path) -> Self {
        Self {
            dist: dist.to_owned(),
        }
    }

    /// Puts the first version of a site, whose other files are there, on a new shelf.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn begin(&self, kit: &Kit, new: &NewVersion) -> Result<Version, ShelfError> {
        let (name, bytes) = kit.file();
        let mut pen = Pen::default();
        self.io(&name, pen.put(&self.dist.join(&name), &bytes))?;
        self.io(Path::new("lock"), pen.put(&self.hidden("lock"), b""))?;
        self.add(new, &mut pen)
    }

    /// Takes the right to change the site, unless another program has it.
    ///
    /// # Errors
    /// [`ShelfError::Busy`] when it has.
    pub fn lock(&self) -> Result<Lock, ShelfError> {
        let file = self.hidden("lock");
        let opened = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&file);
        let opened = self.io(&file, opened)?;
        match opened.try_lock() {
            Ok(()) => Ok(Lock { _file: opened }),
            Err(TryLockError::WouldBlock) => Err(ShelfError::Busy {
                dist: self.dist.clone(),
            }),
            Err(TryLockError::Error(source)) => Err(ShelfError::Io { file, source }),
        }
    }

    /// The id of the version that is shown; `None` where nothing was ever published.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn shown_id(&self) -> Result<Option<String>, ShelfError> {
        let file = self.hidden("shown");
        match fs::read_to_string(&file) {
            Ok(text) => Ok(Some(text.trim().to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ShelfError::Io { file, source }),
        }
    }

    /// The version that is shown.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn shown(&self) -> Result<Option<Version>, ShelfError> {
        self.shown_id()?.map(|id| self.version(&id)).transpose()
    }

    /// The version that is shown, and those before it, as far back as they are kept.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn history(&self) -> Result<Vec<Version>, ShelfError> {
        let mut history = Vec::new();
        let mut next = self.shown_id()?;
        while let Some(id) = next.filter(|id| history.len() < KEPT && self.folder(id).exists()) {
            let version = self.version(&id)?;
            next = version.before.clone();
            history.push(version);
        }
        Ok(history)
    }

    /// The files of a version that change under their names, with their compressed copies.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files(&self, version: &Version) -> Result<BTreeMap<String, Vec<u8>>, ShelfError> {
        let mut files = BTreeMap::new();
        for name in version.files.iter().flat_map(|name| with_copies(name)) {
            let file = self.folder(&version.id).join("files").join(&name);
            match fs::read(&file) {
                Ok(bytes) => drop(files.insert(name, bytes)),
                Err(error) if is_copy(&name) && error.kind() == io::ErrorKind::NotFound => {}
                Err(source) => return Err(ShelfError::Io { file, source }),
            }
        }
        Ok(files)
    }

    /// The names that any version on the shelf has files under, without the copies.
    ///
    /// # Errors
    /// When the folder of the versions cannot be read.
    pub fn names(&self) -> Result<BTreeSet<String>, ShelfError> {
        let known = self
            .ids()?
            .into_iter()
            .filter_map(|id| self.version(&id).ok());
        Ok(known.flat_map(|version| version.files).collect())
    }

    /// Shows a new version in the place of the present one, which stays the one to go back to.
    ///
    /// Whenever this stops half-way, the site shows whole what it showed before, or whole the new version.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn publish(
        &self,
        new: &NewVersion,
        _lock: &Lock,
        pen: &mut Pen<'_>,
    ) -> Result<Version, ShelfError> {
        self.settle(pen)?;
        let version = self.add(new, pen)?;
        self.prune(pen)?;
        Ok(version)
    }

    /// Finishes what a publish or rollback that was stopped has left undone; changes nothing else.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn finish(&self, _lock: &Lock, pen: &mut Pen<'_>) -> Result<(), ShelfError> {
        self.settle(pen)?;
        self.prune(pen)
    }

    /// Shows the version before the present one again, and gives the two: the one that was shown, and the one that is.
    ///
    /// # Errors
    /// [`ShelfError::NoneBefore`] when none is kept; else when a file cannot be written.
    pub fn rollback(
        &self,
        _lock: &Lock,
        pen: &mut Pen<'_>,
    ) -> Result<(Version, Version), ShelfError> {
        let mut history = self.history()?.into_iter();
        let (Some(from), Some(to)) = (history.next(), history.next()) else {
            return Err(ShelfError::NoneBefore);
        };
        self.settle(pen)?;
        self.show(&to, pen)?;
        Ok((from, to))
    }

    /// Everything that the new version needs comes first, then the one step that shows it.
    fn add(&self, new: &NewVersion, pen: &mut Pen<'_>) -> Result<Version, ShelfError> {
        let last = self
            .ids()?
            .iter()
            .filter_map(|id| version::number(id))
            .max();
        let version = new.version(last.unwrap_or(0) + 1, self.shown_id()?);
        let folder = self.folder(&version.id);
        // First of all, so that whoever tidies up after a power cut knows what belongs to it.
        let record = folder.join("version.json");
        self.io(&record, pen.put(&record, &version.json()))?;
        self.put(&folder.join("files"), &new.changing, pen)?;
        self.put(&self.dist, &new.fixed, pen)?;
        self.show(&version, pen)?;
        Ok(version)
    }

    fn put(
        &self,
        folder: &Path,
        files: &BTreeMap<String, Packed>,
        pen: &mut Pen<'_>,
    ) -> Result<(), ShelfError> {
        for (name, packed) in files {
            for (name, bytes) in packed.parts(name) {
                let file = folder.join(&name);
                self.io(&file, pen.put(&file, bytes))?;
            }
        }
        Ok(())
    }

    fn show(&self, version: &Version, pen: &mut Pen<'_>) -> Result<(), ShelfError> {
        let shown = self.hidden("shown");
        self.io(
            &shown,
            pen.put(&shown, format!("{}\n", version.id).as_bytes()),
        )?;
        self.settle(pen)
    }

    /// Brings the files at the top, which hosts without a receiver serve, to the version that is shown.
    fn settle(&self, pen: &mut Pen<'_>) -> Result<(), ShelfError> {
        let Some(shown) = self.shown()? else {
            return Ok(());
        };
        for (name, bytes) in self.files(&shown)? {
            let file = self.dist.join(&name);
            self.io(&file, pen.put(&file, &bytes))?;
        }
        for name in self
            .names()?
            .iter()
            .filter(|name| !shown.files.contains(name))
        {
            for name in with_copies(name) {
                let file = self.dist.join(name);
                self.io(&file, pen.remove(&file))?;
            }
            // Else a host without a receiver might list what is in it.
            if let Some(folder) = self.dist.join(name).parent() {
                self.io(folder, pen.remove_empty(folder))?;
            }
        }
        Ok(())
    }

    /// Removes the versions that are kept no longer, and the files that only they had.
    fn prune(&self, pen: &mut Pen<'_>) -> Result<(), ShelfError> {
        let kept = self.history()?;
        let needed: BTreeSet<&String> = kept.iter().flat_map(|version| &version.assets).collect();
        for id in self
            .ids()?
            .into_iter()
            .filter(|id| kept.iter().all(|version| version.id != *id))
        {
            // What is on the shelf without a record was never finished, and so has no files elsewhere.
            let assets = self
                .version(&id)
                .map(|version| version.assets)
                .unwrap_or_default();
            for name in assets
                .iter()
                .filter(|name| !needed.contains(name))
                .flat_map(|name| with_copies(name))
            {
                let file = self.dist.join(name);
                self.io(&file, pen.remove(&file))?;
            }
            let folder = self.folder(&id);
            self.io(&folder, pen.remove_folder(&folder))?;
        }
        self.io(&self.dist, pen.tidy(&self.dist.join("assets")))
    }

    fn version(&self, id: &str) -> Result<Version, ShelfError> {
        let file = self.folder(id).join("version.json");
        let bytes = self.io(&file, fs::read(&file))?;
        self.io(&file, Version::read(id, &bytes))
    }

    /// The ids of all versions on the shelf, also of those that were never finished.
    fn ids(&self) -> Result<Vec<String>, ShelfError> {
        let folder = self.hidden("versions");
        let items = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            items => self.io(&folder, items)?,
        };
        let mut ids = Vec::new();
        for item in items {
            let name = self.io(&folder, item)?.file_name();
            ids.extend(name.to_str().map(str::to_owned));
        }
        ids.sort();
        Ok(ids)
    }

    fn hidden(&self, name: &str) -> PathBuf {
        self.dist.join(HIDDEN).join(name)
    }

    fn folder(&self, id: &str) -> PathBuf {
        self.hidden("versions").join(id)
    }

    fn io<T>(&self, file: &Path, done: io::Result<T>) -> Result<T, ShelfError> {
        done.map_err(|source| ShelfError::Io {
            file: file.to_owned(),
            source,
        })
    }
}

/// The names of a file and of its compressed copies.
fn with_copies(name: &str) -> impl Iterator<Item = String> {
    let copies = ENDINGS.map(|ending| [name, ending].concat());
    std::iter::once(name.to_owned()).chain(copies)
}

fn is_copy(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
