//! Starting and stopping.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::http::router;
use crate::reload::{Reload, Showing};
use crate::settings::Settings;
use crate::site::{Site, SiteError};
use crate::store::{SqliteStore, StoreError};

/// How long requests that are under way may take once the receiver is asked to stop.
const LAST_CALL: Duration = Duration::from_secs(10);

/// A receiver that listens, but does not answer yet.
#[derive(Debug)]
pub struct Receiver {
    listener: TcpListener,
    address: SocketAddr,
    router: Router,
    reload: Option<Reload>,
}

/// Why the receiver cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The folder is no site that can be served.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Everybody could read what nobody may.
    #[error(
        "{} lies inside the folder that is served, {}; move it out or name another place",
        file.display(), dist.display()
    )]
    Exposed {
        /// The store or the settings file.
        file: PathBuf,
        /// The folder with the site.
        dist: PathBuf,
    },
    /// Another program listens there.
    #[error(
        "{address} is in use by another program; stop that one, or choose another port with --listen"
    )]
    InUse {
        /// Where the receiver was to listen.
        address: SocketAddr,
    },
    /// Ports below 1024 are kept for the system.
    #[error("this user may not listen on {address}; choose a port from 1024 up with --listen")]
    NotAllowed {
        /// Where the receiver was to listen.
        address: SocketAddr,
    },
    /// The address is not one of this machine, or the network refuses for another reason.
    #[error("it is not possible to listen on {address}")]
    Listen {
        /// Where the receiver was to listen.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
}

impl Receiver {
    /// Reads the site, opens the store and begins to listen. While it runs, it shows what is published. Browsers that connect from now on wait for [`run`](Self::run).
    pub async fn open(settings: &Settings) -> Result<Self, StartError> {
        let site = Site::read(&settings.dist)?;
        for file in std::iter::once(&settings.store).chain(&settings.config) {
            if is_inside(file, &settings.dist) {
                return Err(StartError::Exposed {
                    file: file.clone(),
                    dist: settings.dist.clone(),
                });
            }
        }
        let store = SqliteStore::open(&settings.store)?;
        let showing = Arc::new(Showing::new(site));
        let router = router(Arc::clone(&showing), Arc::new(store));
        Ok(Self {
            reload: Some(Reload::new(settings.dist.clone(), showing)),
            ..Self::listen(settings.listen, router).await?
        })
    }

    /// Begins to listen for what `router` answers.
    pub async fn listen(address: SocketAddr, router: Router) -> Result<Self, StartError> {
        let refused = |source: io::Error| match source.kind() {
            io::ErrorKind::AddrInUse => StartError::InUse { address },
            io::ErrorKind::PermissionDenied => StartError::NotAllowed { address },
            _ => StartError::Listen { address, source },
        };
        let listener = TcpListener::bind(address).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self {
            listener,
            address,
            router,
            reload: None,
        })
    }

    /// Where it listens; with the real port when port 0 was asked for.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` comes to an end, then finishes what is under way, for 10 seconds at most.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let (say_stopping, stopping) = oneshot::channel();
        let listener = self.listener.tap_io(|connection| {
            // Otherwise the last piece of a file may wait for the browser to acknowledge the others.
            let _ = connection.set_nodelay(true);
        });
        let finished = axum::serve(listener, self.router).with_graceful_shutdown(async move {
            stop.await;
            let _ = say_stopping.send(());
        });
        let too_late = async {
            // An error would mean that the server is gone, and then `finished` comes first.
            let _ = stopping.await;
            tokio::time::sleep(LAST_CALL).await;
        };
        let fresh = async {
            match self.reload {
                Some(reload) => reload.run().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            done = finished.into_future() => done,
            never = fresh => match never {},
            () = too_late => {
                tracing::warn!("stopped although a request was still under way");
                Ok(())
            }
        }
    }
}

/// Comes to an end on Ctrl-C or SIGTERM.
pub async fn asked_to_stop() {
    let ctrl_c = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!("Ctrl-C will not stop the receiver: {error}");
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = ctrl_c => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(error) => {
            tracing::warn!("SIGTERM will not stop the receiver in order: {error}");
            std::future::pending().await
        }
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

/// Whether `file`, which need not be there yet, would be served as a part of the site.
fn is_inside(file: &Path, dist: &Path) -> bool {
    let folder = match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return false,
    };
    match (folder.canonicalize(), dist.canonicalize()) {
        (Ok(folder), Ok(dist)) => folder.starts_with(dist),
        // A folder that is not there: opening the store will say so.
        _ => false,
    }
}
