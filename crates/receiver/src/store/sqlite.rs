//! The store in one SQLite file: nothing to install, one file to back up.

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use rusqlite::{Connection, MAIN_DB, OpenFlags, TransactionBehavior};

use super::{Store, StoreError};

/// Marks a file as ours, so that another program's database is never changed: "Tomo" in ASCII.
///
/// Source: <https://www.sqlite.org/pragma.html#pragma_application_id>
const APPLICATION_ID: i32 = 0x546F_6D6F;

/// What each version adds to the one before. Never changed once it was released; `user_version` counts them.
const MIGRATIONS: &[&str] = &["PRAGMA application_id = 0x546F6D6F;"];

/// How long to wait for another program that is writing the file, such as a backup.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in one SQLite file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    file: PathBuf,
}

impl SqliteStore {
    /// Opens the file, makes it when it is not there, and brings its tables up to date.
    ///
    /// From then on it is in write-ahead mode. Errs on a file of another program, which is left as it was.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        let mut connection = connect(file, OpenFlags::SQLITE_OPEN_CREATE)?;
        version(&connection, file)?;
        migrate(&mut connection, file)?;
        Ok(Self {
            file: file.to_owned(),
        })
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ping(&self) -> Result<(), StoreError> {
        let file = self.file.clone();
        let asked = tokio::task::spawn_blocking(move || {
            // A connection that was open before would go on answering from its cache after the file is gone.
            let connection = connect(&file, OpenFlags::empty())?;
            if version(&connection, &file)? == MIGRATIONS.len() {
                Ok(())
            } else {
                Err(StoreError::Replaced {
                    store: file.display().to_string(),
                })
            }
        });
        asked.await.map_err(|error| unusable(&self.file, error))?
    }
}

fn connect(file: &Path, and: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | and;
    let connection =
        Connection::open_with_flags(file, flags).map_err(|error| unusable(file, error))?;
    connection
        .busy_timeout(PATIENCE)
        .map_err(|error| unusable(file, error))?;
    // SQLite opens a file it may not write without a word.
    if connection
        .is_readonly(MAIN_DB)
        .map_err(|error| unusable(file, error))?
    {
        return Err(StoreError::ReadOnly {
            store: file.display().to_string(),
        });
    }
    // What was written is on the disk before anybody is told so.
    connection
        .pragma_update(None, "synchronous", "FULL")
        .map_err(|error| unusable(file, error))?;
    Ok(connection)
}

/// How many migrations the file has had; 0 for a new one.
fn version(connection: &Connection, file: &Path) -> Result<usize, StoreError> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i32>(0));
    let read = || {
        Ok((
            number("PRAGMA user_version")?,
            number("PRAGMA application_id")?,
            number("SELECT count(*) FROM sqlite_schema")?,
        ))
    };
    let (version, application, n_tables) =
        read().map_err(|error: rusqlite::Error| unusable(file, error))?;
    let is_new = (version, application, n_tables) == (0, 0, 0);
    if !is_new && application != APPLICATION_ID {
        return Err(StoreError::Foreign {
            store: file.display().to_string(),
        });
    }
    usize::try_from(version)
        .ok()
        .filter(|version| *version <= MIGRATIONS.len())
        .ok_or_else(|| StoreError::Newer {
            store: file.display().to_string(),
        })
}

fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let failed = |error: rusqlite::Error| unusable(file, error);
    let mode: String = connection
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .map_err(failed)?;
    if mode != "wal" {
        return Err(unusable(
            file,
            "its disk does not allow write-ahead mode; use a local disk",
        ));
    }
    // Two receivers may start at once: the second waits here and then finds the work done.
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(failed)?;
    let done = version(&transaction, file)?;
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration).map_err(failed)?;
    }
    transaction
        .pragma_update(None, "user_version", MIGRATIONS.len() as i64)
        .map_err(failed)?;
    transaction.commit().map_err(failed)
}

fn unusable(
    file: &Path,
    source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
) -> StoreError {
    StoreError::Unusable {
        store: file.display().to_string(),
        source: source.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("tomoni.sqlite");
        (folder, file)
    }

    #[tokio::test]
    async fn a_new_store_is_made_and_can_be_opened_again() {
        let (_folder, file) = folder();
        SqliteStore::open(&file).unwrap();
        SqliteStore::open(&file).unwrap().ping().await.unwrap();
        let mode: String = Connection::open(&file)
            .unwrap()
            .query_row("PRAGMA journal_mode", [], |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn the_database_of_another_program_is_refused_and_left_as_it_was() {
        let (_folder, file) = folder();
        Connection::open(&file)
            .unwrap()
            .execute_batch("CREATE TABLE theirs (word TEXT)")
            .unwrap();
        let before = std::fs::read(&file).unwrap();
        assert!(matches!(
            SqliteStore::open(&file),
            Err(StoreError::Foreign { .. })
        ));
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }

    #[test]
    fn a_file_that_is_no_database_is_refused_and_left_as_it_was() {
        let (_folder, file) = folder();
        let letter = "Dear receiver, this is a letter. ".repeat(40);
        std::fs::write(&file, &letter).unwrap();
        assert!(matches!(
            SqliteStore::open(&file),
            Err(StoreError::Unusable { .. })
        ));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), letter);
    }

    #[test]
    fn a_store_from_a_newer_receiver_is_refused() {
        let (_folder, file) = folder();
        SqliteStore::open(&file).unwrap();
        Connection::open(&file)
            .unwrap()
            .pragma_update(None, "user_version", 999)
            .unwrap();
        assert!(matches!(
            SqliteStore::open(&file),
            Err(StoreError::Newer { .. })
        ));
    }

    #[tokio::test]
    async fn a_store_that_was_deleted_overwritten_or_replaced_does_not_answer() {
        let (_folder, file) = folder();
        let store = SqliteStore::open(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert!(matches!(
            store.ping().await,
            Err(StoreError::Unusable { .. })
        ));
        assert!(!file.exists(), "asking must not make a new store");
        std::fs::write(
            &file,
            "not a database, but long enough to be read as a broken one".repeat(20),
        )
        .unwrap();
        assert!(matches!(
            store.ping().await,
            Err(StoreError::Unusable { .. })
        ));
        std::fs::write(&file, "").unwrap();
        assert!(matches!(
            store.ping().await,
            Err(StoreError::Replaced { .. })
        ));
    }
}
