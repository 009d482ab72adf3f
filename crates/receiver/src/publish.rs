//! Putting other content into a built site, without Rust or Node.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;
use std::time::SystemTime;

use ::site::{
    Effort, Kit, KitError, Mark, NewVersion, Pen, RenderError, Shelf, ShelfError, Version, problems,
};
use authoring::workbook::to_workbook;
use authoring::{Audience, Compiled, Given, Reading, gate, printing};
use domain::Date;
use time::{OffsetDateTime, UtcOffset};

/// What is to be published where.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The tables: a workbook, or the folder that holds them.
    pub content: &'a Path,
    /// The built site.
    pub dist: &'a Path,
    /// [`Mark::None`] for everybody, [`Mark::Sample`] for content that nobody has answered for yet.
    pub mark: Mark,
    /// The time, for the record.
    pub now: SystemTime,
}

/// What publishing has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// This version is shown from now on.
    New(Version),
    /// The same content was shown already; nothing was changed.
    Already(Version),
}

/// Why nothing was published. The site is as it was, but after [`PublishError::Shelf`], which may leave a version half
/// written; it is never shown.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// There are errors in the tables.
    #[error("the content has errors (see above); nothing was changed")]
    Content,
    /// Something is missing that keeps it from being shown to everybody.
    #[error(
        "the content is not ready for everybody (see above); nothing was changed. With --sample it can be shown as a sample, which says so on every page"
    )]
    Gate,
    /// Another content has this version.
    #[error(
        "version {version} was published on {published_on} with other content, so its reviewers did not read this one; nothing was changed. Raise `version` in the sheet `settings` and have it reviewed"
    )]
    SameVersion {
        /// The version.
        version: String,
        /// When the other content was published.
        published_on: String,
    },
    /// The folder is no site that content can be put into.
    #[error(transparent)]
    Kit(#[from] KitError),
    /// A page cannot be made.
    #[error("the pages cannot be made; nothing was changed")]
    Render(#[from] RenderError),
    /// A page would not be as is promised of every page.
    #[error("the pages would break a promise; nothing was changed:\n  {}", .0.join("\n  "))]
    Pages(Vec<String>),
    /// The versions cannot be read or changed.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// Dates in the tables are checked against today.
    #[error("the clock of this machine shows no day of our calendar; nothing was changed")]
    NoClock,
    /// The pages cannot be compressed, or nobody listens.
    #[error("nothing was changed")]
    Io(#[from] io::Error),
}

/// Checks the content, makes its pages and shows them in the place of the present ones; tells `say` what it finds.
///
/// # Errors
/// When the content may not be shown, the site belongs to another version of the program, or a file cannot be written.
pub fn publish(
    order: &Order<'_>,
    say: &mut dyn Write,
    pen: &mut Pen<'_>,
) -> Result<Published, PublishError> {
    let kit = Kit::read(order.dist)?;
    let given = given(order.content, say)?;
    let (compiled, tables) = compiled(&given, order.now, say)?;
    let audience = match order.mark {
        Mark::None => Audience::Everybody,
        Mark::Sample | Mark::Preview => Audience::OfSample,
    };
    let missing = given.as_called(gate(&compiled, audience));
    if !missing.is_empty() {
        printing::print(&missing, say)?;
        return Err(PublishError::Gate);
    }
    let shelf = Shelf::of(order.dist);
    if let Some(shown) = already_shown(&shelf, &compiled, order.mark)? {
        shelf.finish(&shelf.lock()?, pen)?;
        return Ok(Published::Already(shown));
    }
    let content = kit.content(&compiled, tables, order.mark, Some(in_japan(order.now)))?;
    let problems = problems(&[&content.site], |name| order.dist.join(name).is_file());
    if !problems.is_empty() {
        return Err(PublishError::Pages(problems));
    }
    let new = NewVersion::new(content, order.mark, Effort::Full)?;
    let lock = shelf.lock()?;
    Ok(Published::New(shelf.publish(&new, &lock, pen)?))
}

/// Shows the version before again, and gives the two: the one that was shown, and the one that is.
///
/// It makes no page, so any version of this program may do it: the way back is for bad moments.
///
/// # Errors
/// When there is none, or a file cannot be written.
pub fn rollback(dist: &Path, pen: &mut Pen<'_>) -> Result<(Version, Version), PublishError> {
    let shelf = Shelf::of(dist);
    if shelf.shown_id()?.is_none() {
        return Err(KitError::Missing {
            dist: dist.to_owned(),
        }
        .into());
    }
    let lock = shelf.lock()?;
    Ok(shelf.rollback(&lock, pen)?)
}

/// The tables at a path.
fn given(content: &Path, say: &mut dyn Write) -> Result<Given, PublishError> {
    match Given::at(content) {
        Ok(given) => Ok(given),
        Err(findings) => {
            printing::print(&findings, say)?;
            Err(PublishError::Content)
        }
    }
}

/// The content compiled, and its tables as one workbook for editors to begin with.
fn compiled(
    given: &Given,
    now: SystemTime,
    say: &mut dyn Write,
) -> Result<(Compiled, Vec<u8>), PublishError> {
    let today = today(now).ok_or(PublishError::NoClock)?;
    let Reading {
        findings, compiled, ..
    } = authoring::read_given(given).on(today);
    printing::print(&findings, &mut *say)?;
    let compiled = compiled.ok_or(PublishError::Content)?;
    let written = to_workbook(given);
    let Some(tables) = written.output else {
        printing::print(&written.findings, say)?;
        return Err(PublishError::Content);
    };
    Ok((compiled, tables))
}

/// The version that is shown, if it has this content; an error when a version of this name has another.
fn already_shown(
    shelf: &Shelf,
    compiled: &Compiled,
    mark: Mark,
) -> Result<Option<Version>, PublishError> {
    let fingerprint = compiled.fingerprint();
    let history = shelf.history()?;
    let other = history.iter().find(|kept| {
        let is_reviewed = kept.mark == Mark::None && mark == Mark::None;
        is_reviewed && kept.version == compiled.form.version && kept.fingerprint != fingerprint
    });
    match other.and_then(|other| other.published_on.clone()) {
        Some(published_on) => Err(PublishError::SameVersion {
            version: compiled.form.version.clone(),
            published_on,
        }),
        None => Ok(history
            .into_iter()
            .next()
            .filter(|shown| shown.fingerprint == fingerprint && shown.mark == mark)
            .filter(|shown| shown.published_on.is_some())),
    }
}

/// Which version it is, in one line: its version, when it was published, its fingerprint.
pub fn describe(version: &Version) -> String {
    let when = version.published_on.as_deref();
    let when = when.unwrap_or("サイトと一緒に作られたもの / built with the site");
    let mut text = format!(
        "版 / version {}, {when}, 指紋 / fingerprint {}",
        version.version, version.fingerprint
    );
    if version.mark == Mark::Sample {
        let _ = write!(text, ", 見本 / sample");
    }
    text
}

/// The clock in Japan, where there is no summer time.
fn clock_in_japan(now: SystemTime) -> OffsetDateTime {
    let offset = UtcOffset::from_hms(9, 0, 0).unwrap_or(UtcOffset::UTC);
    OffsetDateTime::from(now).to_offset(offset)
}

/// The day in Japan; `None` where a date of ours cannot say it.
fn today(now: SystemTime) -> Option<Date> {
    let now = clock_in_japan(now);
    Date::new(
        now.year().try_into().ok()?,
        u8::from(now.month()),
        now.day(),
    )
}

/// Day and minute in Japan.
fn in_japan(now: SystemTime) -> String {
    let now = clock_in_japan(now);
    let month = u8::from(now.month());
    format!(
        "{}-{month:02}-{:02} {:02}:{:02}",
        now.year(),
        now.day(),
        now.hour(),
        now.minute()
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_time_is_that_of_japan() {
        // Source: `date -d '2026-11-24 10:05 JST' +%s`.
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_482_300);
        assert_eq!(in_japan(now), "2026-11-24 10:05");
        assert_eq!(today(now), Date::new(2026, 11, 24));
        let before_midnight = now + Duration::from_secs(14 * 60 * 60);
        assert_eq!(today(before_midnight), Date::new(2026, 11, 25));
    }
}
