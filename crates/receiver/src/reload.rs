//! Showing another version of the site without a restart.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use ::site::Shelf;

use crate::site::Site;

/// How often the receiver looks which version is shown: one small file is read.
const PAUSE: Duration = Duration::from_secs(1);
/// How long it waits with a version that cannot be read, which most likely is still being copied.
const LONG_PAUSE: Duration = Duration::from_secs(10);

/// The site that is shown now. Another can take its place at any moment; who has begun with one finishes with it.
#[derive(Debug)]
pub struct Showing(RwLock<Arc<Site>>);

impl Showing {
    /// Shows this site.
    pub fn new(site: Site) -> Self {
        Self(RwLock::new(Arc::new(site)))
    }

    /// The site that is shown now.
    pub fn site(&self) -> Arc<Site> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn show(&self, site: Site) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}

/// Looks after the folder of the site.
#[derive(Clone, Debug)]
pub struct Reload {
    dist: PathBuf,
    showing: Arc<Showing>,
}

impl Reload {
    /// Will show in `showing` what is published in `dist`.
    pub fn new(dist: PathBuf, showing: Arc<Showing>) -> Self {
        Self { dist, showing }
    }

    /// Looks again and again. A version that cannot be read is not shown; the one before stays.
    pub async fn run(self) -> Infallible {
        let mut told = None;
        loop {
            tokio::time::sleep(PAUSE).await;
            let this = self.clone();
            // The only way not to come back is a panic in it, and then there is nothing new.
            let Ok(Some((id, read))) = tokio::task::spawn_blocking(move || this.look()).await
            else {
                continue;
            };
            match read {
                Ok(site) => {
                    self.showing.show(site);
                    tracing::info!("now showing version {id}");
                }
                Err(problem) => {
                    if told.as_ref() != Some(&id) {
                        tracing::warn!("version {id} is not shown yet: {problem}");
                        told = Some(id);
                    }
                    tokio::time::sleep(LONG_PAUSE).await;
                }
            }
        }
    }

    /// The version that should be shown, where it is not the one that is, and the site with it.
    fn look(&self) -> Option<(String, Result<Site, String>)> {
        let id = Shelf::of(&self.dist).shown_id().ok().flatten()?;
        if self.showing.site().shown() == Some(&id) {
            return None;
        }
        let read = Site::read(&self.dist).map_err(|error| error.to_string());
        Some((id, read))
    }
}
