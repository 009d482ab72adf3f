//! Files with their compressed copies.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Mutex;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files::{Site, has_copies};

/// How much a site is worth waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As it is published: small.
    Full,
    /// As it is looked at while working on it: soon there.
    Quick,
}

/// A file as it is and, where nobody changes it once it is built, compressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// As it is.
    pub plain: Vec<u8>,
    /// By brotli and by gzip.
    pub copies: Option<[Vec<u8>; 2]>,
}

/// What is added to the name of a file for its copies, in the order of [`Packed::copies`].
pub(crate) const ENDINGS: [&str; 2] = [".br", ".gz"];

impl Packed {
    /// The file and its copies, each with the name it has on disk.
    pub fn parts(&self, name: &str) -> Vec<(String, &[u8])> {
        let copies = self.copies.iter().flatten();
        let copies = ENDINGS
            .iter()
            .zip(copies)
            .map(|(ending, bytes)| (format!("{name}{ending}"), bytes.as_slice()));
        std::iter::once((name.to_owned(), self.plain.as_slice()))
            .chain(copies)
            .collect()
    }
}

/// Compresses the files; on all processors, as brotli takes its time.
///
/// # Errors
/// When a compressor does, which it does for no bytes.
pub fn pack(site: &Site, effort: Effort) -> io::Result<BTreeMap<String, Packed>> {
    let waiting = Mutex::new(site.files.iter());
    let work = || -> io::Result<BTreeMap<String, Packed>> {
        let mut done = BTreeMap::new();
        loop {
            let next = waiting.lock().map(|mut files| files.next());
            let Ok(Some((name, bytes))) = next else {
                return Ok(done);
            };
            done.insert(name.clone(), packed(bytes, has_copies(name), effort)?);
        }
    };
    thread::scope(|scope| {
        let n_workers = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        let mut all = BTreeMap::new();
        for worker in workers {
            all.extend(
                worker
                    .join()
                    .map_err(|_| io::Error::other("a worker ended early"))??,
            );
        }
        Ok(all)
    })
}

fn packed(bytes: &[u8], has_copies: bool, effort: Effort) -> io::Result<Packed> {
    let copies = match has_copies {
        true => Some([brotli(bytes, effort)?, gzip(bytes)?]),
        false => None,
    };
    Ok(Packed {
        plain: bytes.to_vec(),
        copies,
    })
}

fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: match effort {
            Effort::Full => 11,
            Effort::Quick => 5,
        },
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut small, &settings)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_hold_what_the_file_holds() {
        let text = "ともに".repeat(100).into_bytes();
        let mut site = Site::default();
        site.add("en/index.html", text.clone());
        let all = pack(&site, Effort::Full).unwrap();
        let parts = all["en/index.html"].parts("en/index.html");
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["en/index.html", "en/index.html.br", "en/index.html.gz"]
        );
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*parts[1].1, &mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(parts[2].1)
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn what_an_operator_changes_has_no_copies() {
        let mut site = Site::default();
        site.add("config.json", b"{}".to_vec());
        assert_eq!(
            pack(&site, Effort::Full).unwrap()["config.json"].copies,
            None
        );
    }
}
