//! The zip archive around a workbook, unpacked within bounds before anything else reads it.
//!
//! `calamine` inflates what the archive holds without a bound; so it gets an archive of our own making, with only the parts
//! that it needs, not compressed, and each looked over before.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::Broken;

/// More parts than this no workbook of tables has.
const MOST_PARTS: usize = 2_000;
/// The bytes of all parts that are read, inflated. A bound on their ratio would say no more, and refuse honest tables.
const MOST_INFLATED: usize = 96 << 20;

/// One file in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its path.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// The parts of a workbook that tables are read from.
///
/// # Errors
/// When it is no zip archive, too large, or not what a spreadsheet program writes.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Part>, Broken> {
    // What Excel 97 wrote, and what Excel writes with a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Broken::OldOrProtected);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Broken::TooLarge);
    }
    let mut left = MOST_INFLATED;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(damaged)?;
        let name = file.name().map_err(damaged)?.into_owned();
        if !is_read(&name) {
            continue;
        }
        if file.size() > u64::try_from(left).unwrap_or(u64::MAX) {
            return Err(Broken::TooLarge);
        }
        let text = inflated(file, &name, left)?;
        left = left.checked_sub(text.len()).ok_or(Broken::TooLarge)?;
        parts.push(Part { name, text });
    }
    Ok(parts)
}

/// What an archive says of its sizes may be a lie; so what comes out is counted, too.
fn inflated(file: impl Read, name: &str, left: usize) -> Result<String, Broken> {
    let mut bytes = Vec::new();
    let most = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Broken::Damaged(format!("{name}: {error}")))?;
    if bytes.len() > left {
        return Err(Broken::TooLarge);
    }
    let bytes = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .map(<[u8]>::to_vec)
        .unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|error| Broken::Damaged(format!("{name}: {error}")))
}

/// Tables need neither pictures nor colors.
fn is_read(name: &str) -> bool {
    const ASIDE: [&str; 12] = [
        "docprops/",
        "/theme/",
        "/drawings/",
        "/charts/",
        "/media/",
        "/tables/",
        "/comments",
        "/threadedcomments/",
        "/persons/",
        "/pivot",
        "/calcchain",
        "/printersettings/",
    ];
    let name = name.to_ascii_lowercase();
    (name.ends_with(".xml") || name.ends_with(".rels"))
        && !ASIDE.iter().any(|aside| name.contains(aside))
}

/// The parts as an archive that is safe to read.
///
/// # Errors
/// When two parts have the same name.
pub fn pack(parts: Vec<Part>) -> Result<Vec<u8>, Broken> {
    let size: usize = parts.iter().map(|part| part.text.len() + 256).sum();
    let mut archive = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in parts {
        archive.start_file(part.name, options).map_err(damaged)?;
        archive
            .write_all(part.text.as_bytes())
            .map_err(|error| Broken::Damaged(error.to_string()))?;
    }
    Ok(archive.finish().map_err(damaged)?.into_inner())
}

fn damaged(error: ZipError) -> Broken {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Broken::OldOrProtected,
        other => Broken::Damaged(other.to_string()),
    }
}
