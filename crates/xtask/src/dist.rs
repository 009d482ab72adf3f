//! The built site: what a browser gets, in `dist/`.
//!
//! Any plain static host can serve it, also in a sub-path: every address in it is relative.

pub mod budget;
mod content;
mod gallery;
mod page;
mod site;
mod style;
mod verify;
pub mod wasm;
mod write;

use std::fs;

use anyhow::{Context, Result, bail};
use domain::text::Lang;

use crate::check::{self, Tables};
use crate::house::House;
use crate::tools;
use budget::{ColdLoad, Weights};
pub use gallery::gallery;
use page::{Head, Template};
use site::Site;

/// How much the result is worth waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As it is published: small.
    Full,
    /// As it is looked at while working on it: soon there.
    Quick,
}

/// The language whose start page has the address of the site itself.
const FIRST: Lang = Lang::Ja;

/// Builds the site and puts it in the place of the one before, which stays when anything is wrong.
///
/// Says what every file weighs, and gives what the first visit to the start page loads.
pub fn build(house: &House, effort: Effort, tables: Tables) -> Result<ColdLoad> {
    wasm::versions_agree(&read(house, "Cargo.lock")?)?;
    tools::wasm_target()?;
    let compiled = check::content(house, tables)?;
    let app = wasm::build(house, effort)?;

    let mut site = Site::default();
    site.add("config.json", b"{}\n".to_vec());
    let files = content::place(&compiled, app, &mut site);
    let head = Head {
        boot: site.add_hashed("boot", "js", read(house, "static/boot.js")?.into_bytes()),
        icon: icon(house, &mut site)?,
        style: style(house)?,
    };
    let template = Template::new(read(house, "index.html")?);
    for lang in Lang::ALL {
        let shown = content::static_page(&compiled, lang, base(lang))?;
        site.add(
            &page_name(lang),
            page::page(&template, &head, &files, lang, &shown)?.into_bytes(),
        );
    }
    let problems = verify::problems(&site);
    if !problems.is_empty() {
        bail!(
            "the built pages break a promise:\n  {}",
            problems.join("\n  ")
        );
    }

    let cold = cold_names(&files, &head);
    let weights = write::write(&site, effort, house)?;
    Ok(report(&weights, &cold, effort))
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

fn icon(house: &House, site: &mut Site) -> Result<Option<String>> {
    if !house.root.join("static/icon.svg").exists() {
        return Ok(None);
    }
    let icon = read(house, "static/icon.svg")?.into_bytes();
    Ok(Some(site.add_hashed("icon", "svg", icon)))
}

/// The way from the page of a language to the top of the site.
fn base(lang: Lang) -> &'static str {
    if lang == FIRST { "./" } else { "../" }
}

fn page_name(lang: Lang) -> String {
    if lang == FIRST {
        "index.html".to_owned()
    } else {
        format!("{}/index.html", lang.code())
    }
}

/// What the first visit to the start page loads.
fn cold_names(files: &page::Files, head: &Head) -> Vec<String> {
    let mut names = vec![page_name(FIRST), head.boot.clone()];
    names.extend(files.at_start(FIRST).map(str::to_owned));
    names.extend(head.icon.clone());
    names
}

fn report(weights: &Weights, cold: &[String], effort: Effort) -> ColdLoad {
    let cold = weights.cold_load(cold);
    match effort {
        Effort::Full => println!("{weights}{cold}"),
        // What it weighs says nothing of the site that is published.
        Effort::Quick => {
            println!("The site is built, but not small: for looking at, not for publishing.")
        }
    }
    cold
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
        let error = build(&House { root, target }, Effort::Quick, Tables::Own).unwrap_err();
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
