//! Putting the site in its place, all at once.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use site::{Effort, Kit, NewVersion, Packed, Shelf, Site, pack};

use super::budget::{Weight, Weights};
use crate::house::House;

/// Writes the site with a compressed copy (`.br`, `.gz`) beside every file, in the place of the one before.
///
/// Nobody ever sees half a site: it is written beside the old one and takes its place in one step.
pub fn write(
    fixed: &Site,
    kit: &Kit,
    version: &NewVersion,
    effort: Effort,
    house: &House,
) -> Result<Weights> {
    let new = house.root.join("dist.new");
    let old = house.root.join("dist.old");
    clear(&new)?;
    clear(&old)?;
    let fixed = pack(fixed, effort)?;
    for (name, packed) in &fixed {
        write_one(&new, name, packed).with_context(|| format!("{name} cannot be written"))?;
    }
    Shelf::of(&new).begin(kit, version)?;
    if house.dist().exists() {
        fs::rename(house.dist(), &old).context("dist/ cannot be moved away")?;
    }
    fs::rename(&new, house.dist()).context("dist.new/ cannot be moved to dist/")?;
    clear(&old)?;
    let all = fixed.iter().chain(version.files());
    Ok(Weights(
        all.map(|(name, packed)| (name.clone(), weight(packed)))
            .collect(),
    ))
}

fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

fn write_one(folder: &Path, name: &str, packed: &Packed) -> io::Result<()> {
    for (name, bytes) in packed.parts(name) {
        let file = folder.join(name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, bytes)?;
    }
    Ok(())
}

fn weight(packed: &Packed) -> Weight {
    let raw = packed.plain.len();
    let [brotli, gzip] = match &packed.copies {
        Some(copies) => copies.each_ref().map(Vec::len),
        None => [raw, raw],
    };
    Weight { raw, gzip, brotli }
}
