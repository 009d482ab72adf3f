//! Putting the site in its place: compressed, and all at once.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::Effort;
use super::budget::{Weight, Weights};
use super::site::{Site, is_final};
use crate::house::House;

/// Writes the site with a compressed copy (`.br`, `.gz`) beside every file, in the place of the one before.
///
/// Nobody ever sees half a site: it is written beside the old one and takes its place in one step.
pub fn write(site: &Site, effort: Effort, house: &House) -> Result<Weights> {
    let new = house.root.join("dist.new");
    let old = house.root.join("dist.old");
    clear(&new)?;
    clear(&old)?;
    let weights = write_into(site, effort, &new)?;
    if house.dist().exists() {
        fs::rename(house.dist(), &old).context("dist/ cannot be moved away")?;
    }
    fs::rename(&new, house.dist()).context("dist.new/ cannot be moved to dist/")?;
    clear(&old)?;
    Ok(weights)
}

fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Writes every file with its copies; on all processors, as brotli takes its time.
fn write_into(site: &Site, effort: Effort, folder: &Path) -> Result<Weights> {
    let waiting = Mutex::new(site.files.iter());
    let work = || -> Result<Weights> {
        let mut weights = Weights::default();
        loop {
            let next = waiting.lock().map(|mut files| files.next());
            let Ok(Some((name, bytes))) = next else {
                return Ok(weights);
            };
            let weight = write_one(&folder.join(name), bytes, is_final(name), effort)
                .with_context(|| format!("{name} cannot be written"))?;
            weights.0.insert(name.clone(), weight);
        }
    };
    let mut weights = Weights::default();
    thread::scope(|scope| {
        let n_workers = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            let part = worker
                .join()
                .map_err(|_| anyhow::anyhow!("a worker ended early"))??;
            weights.0.extend(part.0);
        }
        Ok(weights)
    })
}

fn write_one(file: &Path, bytes: &[u8], has_copies: bool, effort: Effort) -> io::Result<Weight> {
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(file, bytes)?;
    let mut weight = Weight {
        raw: bytes.len(),
        gzip: bytes.len(),
        brotli: bytes.len(),
    };
    if has_copies {
        let brotli = brotli(bytes, effort)?;
        let gzip = gzip(bytes)?;
        weight = Weight {
            gzip: gzip.len(),
            brotli: brotli.len(),
            ..weight
        };
        fs::write(copy_of(file, ".br"), brotli)?;
        fs::write(copy_of(file, ".gz"), gzip)?;
    }
    Ok(weight)
}

fn copy_of(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.to_owned().into_os_string();
    name.push(ending);
    name.into()
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

    fn house() -> (tempfile::TempDir, House) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        (
            folder,
            House {
                target: root.join("target"),
                root,
            },
        )
    }

    #[test]
    fn copies_hold_what_the_file_holds() {
        let (_folder, house) = house();
        let text = "ともに".repeat(100).into_bytes();
        let mut site = Site::default();
        site.add("en/index.html", text.clone());
        let weights = write(&site, Effort::Full, &house).unwrap();
        let read = |name: &str| fs::read(house.dist().join(name)).unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*read("en/index.html.br"), &mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&*read("en/index.html.gz"))
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, text);
        assert_eq!(
            weights.0["en/index.html"].brotli,
            read("en/index.html.br").len()
        );
    }

    #[test]
    fn nothing_of_the_site_before_is_left() {
        let (_folder, house) = house();
        let mut site = Site::default();
        site.add("old.txt", b"old".to_vec());
        write(&site, Effort::Quick, &house).unwrap();
        let mut site = Site::default();
        site.add("new.txt", b"new".to_vec());
        write(&site, Effort::Quick, &house).unwrap();
        assert!(!house.dist().join("old.txt").exists());
        assert!(house.dist().join("new.txt").exists());
        let in_root: Vec<_> = fs::read_dir(&house.root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(in_root, ["dist"]);
    }

    #[test]
    fn what_an_operator_changes_has_no_copies() {
        let (_folder, house) = house();
        let mut site = Site::default();
        site.add("config.json", b"{}".to_vec());
        write(&site, Effort::Full, &house).unwrap();
        assert!(!house.dist().join("config.json.br").exists());
    }
}
