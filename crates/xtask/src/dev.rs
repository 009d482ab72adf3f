//! Building again on every change.

use std::num::NonZeroU16;
use std::path::Path;
use std::process::Child;
use std::sync::mpsc::{Receiver as Inbox, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecursiveMode, Watcher};

use crate::house::House;
use crate::serve::{Receiver, Stop, end};

/// What a site is built from.
const SOURCES: [&str; 7] = [
    "src",
    "crates",
    "content",
    "static",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
];

/// An editor writes in several steps; a build begins when nothing has changed for this long.
const QUIET: Duration = Duration::from_millis(200);
const PAUSE: Duration = Duration::from_millis(100);

/// Serves the site until Ctrl-C and builds it again on every change. A build that fails says why; the last good site stays.
pub fn serve(house: &House, port: NonZeroU16) -> Result<()> {
    let stop = Stop::on_ctrl_c()?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more only while we end.
        let _ = sender.send(event);
    })?;
    // The folder and not the file: many editors put a new file in the place of the old one.
    watcher.watch(&house.root, RecursiveMode::NonRecursive)?;
    for folder in SOURCES
        .map(|source| house.root.join(source))
        .iter()
        .filter(|source| source.is_dir())
    {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }

    let mut receiver = None;
    while !stop.was_asked() {
        if build(house, &stop)? {
            // The old one must have left the port.
            drop(receiver.take());
            receiver = Some(Receiver::start(house, port)?);
        } else if !stop.was_asked() {
            println!("The site was not built. Waiting for a change …");
        }
        while !stop.was_asked() && !has_changed(house, &changes) {
            if let Some(receiver) = &mut receiver {
                receiver.must_run()?;
            }
        }
    }
    Ok(())
}

/// Builds in a process of its own, as the components that draw the pages are linked into it.
fn build(house: &House, stop: &Stop) -> Result<bool> {
    let mut child = house
        .cargo(&[
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "dist",
            "--fast",
        ])
        .spawn()
        .context("cargo cannot be started")?;
    Ok(finished(&mut child, stop)?.unwrap_or(false))
}

/// Whether the program was content; `None` when it had to be ended.
fn finished(child: &mut Child, stop: &Stop) -> Result<Option<bool>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if stop.was_asked() {
            end(child);
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

/// Waits a moment for a change of the sources, and if there is one, until it is quiet again.
fn has_changed(house: &House, changes: &Inbox<notify::Result<Event>>) -> bool {
    let mut has_changed = false;
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(Ok(event)) => has_changed |= changes_a_source(&house.root, &event),
            // Changes were lost: better once too often.
            Ok(Err(_)) => has_changed = true,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return has_changed,
        }
    }
}

fn changes_a_source(root: &Path, event: &Event) -> bool {
    !event.kind.is_access()
        && event.paths.iter().any(|path| {
            SOURCES
                .iter()
                .any(|source| path.starts_with(root.join(source)))
        })
}

#[cfg(test)]
mod tests {
    use notify::EventKind;
    use notify::event::{AccessKind, ModifyKind};

    use super::*;

    #[test]
    fn only_a_change_of_a_source_builds_again() {
        let event = |kind, path: &str| Event::new(kind).add_path(path.into());
        let changed = EventKind::Modify(ModifyKind::Any);
        let root = Path::new("/house");
        assert!(changes_a_source(
            root,
            &event(changed, "/house/content/survey.csv")
        ));
        assert!(changes_a_source(root, &event(changed, "/house/index.html")));
        assert!(!changes_a_source(
            root,
            &event(changed, "/house/dist/index.html")
        ));
        assert!(!changes_a_source(root, &event(changed, "/house/contents")));
        assert!(!changes_a_source(
            root,
            &event(EventKind::Access(AccessKind::Any), "/house/index.html")
        ));
    }
}
