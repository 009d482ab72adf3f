//! The store: what the receiver keeps, and what it asks of whatever keeps it.

pub mod sqlite;

use std::error::Error;

use async_trait::async_trait;

pub use sqlite::SqliteStore;

/// Something that keeps what the receiver was given.
#[async_trait]
pub trait Store: Send + Sync {
    /// Whether the store could take something now.
    ///
    /// Asks the store itself, not a memory of it: errs when it is gone, damaged, replaced or may not be written.
    async fn ping(&self) -> Result<(), StoreError>;
}

/// Why a store cannot be used. `store` is its file or address as the operator knows it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is not there, is not a store, or may not be opened.
    #[error("the store {store} cannot be used")]
    Unusable {
        /// Which store.
        store: String,
        /// What it said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// It can be read but not written.
    #[error(
        "the store {store} can only be read; let this user write it, or name another with --store"
    )]
    ReadOnly {
        /// Which store.
        store: String,
    },
    /// It belongs to another program and was left as it was.
    #[error("{store} is a database of another program; name another file with --store")]
    Foreign {
        /// Which store.
        store: String,
    },
    /// A newer receiver wrote it, so its tables are not known here.
    #[error("the store {store} was written by a newer receiver; use that one")]
    Newer {
        /// Which store.
        store: String,
    },
    /// Another one stands in its place since it was opened.
    #[error("the store {store} was replaced while it was in use; start the receiver again")]
    Replaced {
        /// Which store.
        store: String,
    },
}
