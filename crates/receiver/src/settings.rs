//! What the operator decides: flags first, then the file, then defaults.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Everything that serving needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The folder with the built site.
    pub dist: PathBuf,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The file that keeps the store.
    pub store: PathBuf,
    /// The file the settings were read from, if there was one.
    pub config: Option<PathBuf>,
}

/// Settings as one place gives them: the command line or a file. `None` leaves a setting to the next place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The folder with the built site.
    pub dist: Option<PathBuf>,
    /// Where to listen.
    pub listen: Option<SocketAddr>,
    /// The file that keeps the store.
    pub store: Option<PathBuf>,
    /// The file these settings were read from; not a key.
    #[serde(skip)]
    pub config: Option<PathBuf>,
}

/// Why there are no settings to work with.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is not there or may not be read.
    #[error("the settings file {} cannot be read", file.display())]
    Unreadable {
        /// The file that was named.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not TOML, or has a key or value that means nothing here.
    #[error("the settings file {} has a mistake", file.display())]
    Mistake {
        /// The file that was read.
        file: PathBuf,
        /// The line, the key and what would be right.
        source: Box<toml::de::Error>,
    },
    /// Nobody said which folder to serve.
    #[error("no folder to serve; say --dist DIR, or write dist = \"DIR\" in receiver.toml")]
    NoDist,
}

impl Given {
    /// The settings in a TOML file. Paths in it are as seen from the folder that holds it.
    ///
    /// Errs when the file cannot be read, and on a key that is not known.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        let text = std::fs::read_to_string(file).map_err(|source| SettingsError::Unreadable {
            file: file.to_owned(),
            source,
        })?;
        let given: Self = toml::from_str(&text).map_err(|source| SettingsError::Mistake {
            file: file.to_owned(),
            source: Box::new(source),
        })?;
        let from_folder = |path: PathBuf| match file.parent() {
            Some(folder) => folder.join(path),
            None => path,
        };
        Ok(Self {
            dist: given.dist.map(from_folder),
            store: given.store.map(from_folder),
            config: Some(file.to_owned()),
            ..given
        })
    }

    /// The settings in a TOML file, or none when there is no such file.
    pub fn read_if_there(file: &Path) -> Result<Self, SettingsError> {
        match Self::read(file) {
            Err(SettingsError::Unreadable { source, .. })
                if source.kind() == io::ErrorKind::NotFound =>
            {
                Ok(Self::default())
            }
            read => read,
        }
    }

    /// These settings, and where they say nothing, those of `other`.
    pub fn or(self, other: Self) -> Self {
        Self {
            dist: self.dist.or(other.dist),
            listen: self.listen.or(other.listen),
            store: self.store.or(other.store),
            config: self.config.or(other.config),
        }
    }

    /// The settings with every gap filled: `127.0.0.1:8080` and `tomoni.sqlite`.
    ///
    /// Errs when there is no folder to serve.
    pub fn settle(self) -> Result<Settings, SettingsError> {
        Ok(Settings {
            dist: self.dist.ok_or(SettingsError::NoDist)?,
            listen: self
                .listen
                .unwrap_or_else(|| (Ipv4Addr::LOCALHOST, 8080).into()),
            store: self.store.unwrap_or_else(|| "tomoni.sqlite".into()),
            config: self.config,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("receiver.toml");
        std::fs::write(&file, text).unwrap();
        (folder, file)
    }

    #[test]
    fn only_the_folder_has_to_be_said() {
        let settings = Given {
            dist: Some("dist".into()),
            ..Given::default()
        }
        .settle()
        .unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(settings.store, PathBuf::from("tomoni.sqlite"));
        assert!(matches!(
            Given::default().settle(),
            Err(SettingsError::NoDist)
        ));
    }

    #[test]
    fn flags_win_over_the_file_setting_by_setting() {
        let (folder, file) = written("dist = \"site\"\nlisten = \"0.0.0.0:80\"\n");
        let flags = Given {
            listen: Some(([127, 0, 0, 1], 9000).into()),
            ..Given::default()
        };
        let settings = flags.or(Given::read(&file).unwrap()).settle().unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:9000");
        assert_eq!(settings.dist, folder.path().join("site"));
    }

    #[test]
    fn paths_in_the_file_start_at_its_folder() {
        let (folder, file) = written("store = \"data/tomoni.sqlite\"\ndist = \"/srv/tomoni\"\n");
        let given = Given::read(&file).unwrap();
        assert_eq!(given.store, Some(folder.path().join("data/tomoni.sqlite")));
        assert_eq!(given.dist, Some("/srv/tomoni".into()));
        assert_eq!(given.config, Some(file));
    }

    #[test]
    fn an_unknown_key_is_an_error_that_names_it() {
        let (_folder, file) = written("dist = \"dist\"\nlissten = \"127.0.0.1:80\"\n");
        let Err(SettingsError::Mistake { source, .. }) = Given::read(&file) else {
            panic!()
        };
        assert!(source.to_string().contains("lissten"), "{source}");
        assert!(source.to_string().contains("line 2"), "{source}");
    }

    #[test]
    fn an_address_that_is_none_is_an_error_that_shows_its_line() {
        let (_folder, file) = written("listen = \"somewhere\"\n");
        let Err(SettingsError::Mistake { source, .. }) = Given::read(&file) else {
            panic!()
        };
        assert!(
            source.to_string().contains("listen = \"somewhere\""),
            "{source}"
        );
    }

    #[test]
    fn a_file_that_is_named_must_be_there_and_the_usual_one_need_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("receiver.toml");
        assert!(matches!(
            Given::read(&file),
            Err(SettingsError::Unreadable { .. })
        ));
        assert_eq!(Given::read_if_there(&file).unwrap(), Given::default());
    }
}
