//! The built site: what a browser gets, in `dist/`.
//!
//! Any plain static host can serve it, also in a sub-path: every address in it is relative.

pub mod budget;
pub mod wasm;
mod write;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use site::page::{FIRST, Head, Sources, Template, page_name};
use site::{BaseUrl, Content, Kit, Mark, NewVersion, Site, editor, style};

use crate::check::{self, Tables};
use crate::house::House;
use crate::tools;
use budget::ColdLoad;
pub use site::Effort;
use wasm::{APP, EDITOR, WHOLE};

const PICTOGRAMS: &str = "static/pictograms.svg";

/// Builds the site and puts it in the place of the one before, which stays when anything is wrong.
///
/// Says what every file weighs, and gives what the first visit to the start page loads. Without `base_url` no link is
/// absolute, and there is no site map.
pub fn build(
    house: &House,
    effort: Effort,
    tables: Tables,
    base_url: Option<BaseUrl>,
) -> Result<ColdLoad> {
    wasm::versions_agree(&read(house, "Cargo.lock")?)?;
    tools::wasm_target()?;
    let compiled = check::content(house, tables)?;
    let mark = match tables {
        Tables::Own => Mark::None,
        Tables::WithSample => Mark::Sample,
    };
    let workbook = check::workbook(house)?;

    let mut fixed = Site::default();
    fixed.add("config.json", b"{}\n".to_vec());
    let kit = kit(house, effort, base_url, &mut fixed)?;
    let of_editor = editor::place(editor(house, effort)?, &kit, &mut fixed)?;
    let content = kit.content(&compiled, workbook, mark, None)?;
    let problems = site::problems(&[&fixed, &content.site], |_| false);
    if !problems.is_empty() {
        bail!(
            "the built pages break a promise:\n  {}",
            problems.join("\n  ")
        );
    }

    let cold = cold_names(&kit, &content);
    let version = NewVersion::new(content, mark, effort)?;
    let weights = write::write(&fixed, &kit, &version, effort, house)?;
    let editor = weights.sum(&of_editor);
    let cold = ColdLoad(weights.sum(&cold));
    match effort {
        Effort::Full => println!(
            "{weights}The page for editors, apart from that: {} bytes brotli\n{cold}",
            budget::grouped(editor)
        ),
        // What it weighs says nothing of the site that is published.
        Effort::Quick => {
            println!("The site is built, but not small: for looking at, not for publishing.")
        }
    }
    Ok(cold)
}

/// Writes a page with every component among cargo's files, never published, and gives the folder it is in.
pub fn gallery(house: &House) -> Result<PathBuf> {
    let folder = house.target.join("gallery");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("pictograms.svg"), read(house, PICTOGRAMS)?)?;
    fs::write(folder.join("index.html"), site::gallery(&style(house)?)?)?;
    Ok(folder)
}

fn read(house: &House, name: &str) -> Result<String> {
    fs::read_to_string(house.root.join(name)).with_context(|| format!("{name} cannot be read"))
}

/// The style sheet that stands in every page.
fn style(house: &House) -> Result<String> {
    Ok(style::shrink(
        &(read(house, "static/tokens.css")? + &read(house, "static/style.css")?),
    ))
}

/// The app, in the site, and what its pages are made from.
fn kit(house: &House, effort: Effort, base_url: Option<BaseUrl>, site: &mut Site) -> Result<Kit> {
    let mut placed = |name, program| -> Result<[String; 2]> {
        let wasm::Bound { js, wasm } = wasm::build(house, effort, program)?;
        Ok([
            site.add_hashed(name, "js", js),
            site.add_hashed(name, "wasm", wasm),
        ])
    };
    let first = placed("app", APP)?;
    let whole = placed("whole", WHOLE)?;
    let head = Head {
        boot: site.add_hashed("boot", "js", read(house, "static/boot.js")?.into_bytes()),
        icon: icon(house, site)?,
        pictures: site.add_hashed("pictograms", "svg", read(house, PICTOGRAMS)?.into_bytes()),
        style: style(house)?,
        base_url,
    };
    let pages = Sources {
        start: Template::new(read(house, "index.html")?),
        leaflet: Template::new(read(house, "static/leaflet.html")?),
        leaflet_style: style::shrink(&read(house, "static/leaflet.css")?),
    };
    Ok(Kit::new(pages, head, first, whole))
}

/// The page for editors, before it is in the site.
fn editor(house: &House, effort: Effort) -> Result<editor::Sources> {
    let wasm::Bound { js, wasm } = wasm::build(house, effort, EDITOR)?;
    let sheet = read(house, "static/tokens.css")? + &read(house, "static/editor/editor.css")?;
    Ok(editor::Sources {
        page: read(house, "static/editor/index.html")?,
        style: style::shrink(&sheet),
        script: read(house, "static/editor/editor.js")?.into_bytes(),
        worker: read(house, "static/editor/worker.js")?.into_bytes(),
        service: read(house, "static/editor/sw.js")?,
        glue: js,
        wasm,
    })
}

fn icon(house: &House, site: &mut Site) -> Result<Option<String>> {
    if !house.root.join("static/icon.svg").exists() {
        return Ok(None);
    }
    let icon = read(house, "static/icon.svg")?.into_bytes();
    Ok(Some(site.add_hashed("icon", "svg", icon)))
}

/// What the first visit to the start page loads.
fn cold_names(kit: &Kit, content: &Content) -> Vec<String> {
    let mut names = vec![page_name(FIRST)];
    names.extend(kit.at_start());
    names.extend(content.files.at_start(FIRST).map(str::to_owned));
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_good_site_stays_when_the_content_has_errors() {
        let real = House::find().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        fs::copy(real.root.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
        for name in ["content", "dist"] {
            fs::create_dir(root.join(name)).unwrap();
        }
        fs::write(root.join("content/needs.csv"), "id,ja\n").unwrap();
        fs::write(root.join("dist/index.html"), "the last good one").unwrap();
        let target = root.join("target");
        let error = build(&House { root, target }, Effort::Quick, Tables::Own, None).unwrap_err();
        assert!(
            error.to_string().contains("the content has errors"),
            "{error:#}"
        );
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|item| item.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["Cargo.lock", "content", "dist"]);
        assert_eq!(
            fs::read_to_string(folder.path().join("dist/index.html")).unwrap(),
            "the last good one"
        );
    }
}
