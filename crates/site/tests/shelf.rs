//! Versions on the shelf: nobody ever sees half of one, the last five stay, and the way back is the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use site::editor::Live;
use site::page::{Files, Head, Sources, Template};
use site::{Content, Effort, KEPT, Kit, Mark, NewVersion, Pen, Shelf, ShelfError, Site, Version};
use tempfile::TempDir;

const PAGES: [&str; 3] = ["index.html", "en/index.html", "editor/live.json"];

/// A version whose pages and packs say `word`.
fn version(word: &str) -> NewVersion {
    let mut site = Site::default();
    let pack = site.add_hashed("rules", "bin", word.as_bytes().to_vec());
    site.add_hashed("words", "bin", b"the same in all".to_vec());
    for page in PAGES {
        site.add(page, format!("{page} says {word} with {pack}").into_bytes());
    }
    let live = Live {
        version: word.to_owned(),
        fingerprint: word.to_owned(),
        published_on: None,
        is_sample: false,
        content: String::new(),
    };
    let files = Files::default();
    NewVersion::new(Content { site, files, live }, Mark::None, Effort::Quick).unwrap()
}

/// A built site with the version `0`.
fn built() -> (TempDir, Shelf) {
    let dist = tempfile::tempdir().unwrap();
    fs::create_dir(dist.path().join("assets")).unwrap();
    fs::write(dist.path().join("config.json"), "{\"kiosk\": true}").unwrap();
    fs::write(dist.path().join("assets/app-0.js"), "app").unwrap();
    let kit = Kit::new(
        Sources {
            start: Template::new(String::new()),
            leaflet: Template::new(String::new()),
            leaflet_style: String::new(),
        },
        Head::default(),
        Default::default(),
        Default::default(),
    );
    let shelf = Shelf::of(dist.path());
    shelf.begin(&kit, &version("0")).unwrap();
    (dist, shelf)
}

fn publish(shelf: &Shelf, word: &str) -> Version {
    shelf
        .publish(&version(word), &shelf.lock().unwrap(), &mut Pen::default())
        .unwrap()
}

/// Every file in a folder by its path, but the hidden ones where `hidden` says so.
fn all(dir: &Path, hidden: bool) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for item in fs::read_dir(dir).unwrap() {
        let path = item.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !hidden && name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            let inside = all(&path, hidden);
            found.extend(
                inside
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found
}

/// A pen that stops before the step after `n_steps`.
fn stopping<'a>(n_steps: usize) -> Pen<'a> {
    let mut left = n_steps;
    Pen::asking(move || match left {
        0 => Err(io::Error::other("stopped")),
        _ => {
            left -= 1;
            Ok(())
        }
    })
}

fn copy(from: &Path) -> (TempDir, Shelf) {
    let to = tempfile::tempdir().unwrap();
    for (name, bytes) in all(from, true) {
        let file = to.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let shelf = Shelf::of(to.path());
    (to, shelf)
}

/// The word that the version which is shown says on all its pages; each file that it names is there.
fn said(dist: &Path, shelf: &Shelf) -> String {
    let shown = shelf.shown().unwrap().unwrap();
    for asset in &shown.assets {
        assert!(dist.join(asset).is_file(), "{asset}");
    }
    let files = shelf.files(&shown).unwrap();
    let words: Vec<String> = PAGES.iter().map(|page| word_of(&files[*page])).collect();
    assert!(words.iter().all(|word| *word == words[0]), "{words:?}");
    words[0].clone()
}

/// The word on a page, whose pack must be named by it.
fn word_of(page: &[u8]) -> String {
    let text = std::str::from_utf8(page).unwrap();
    let (_, rest) = text.split_once(" says ").unwrap();
    rest.split_once(' ').unwrap().0.to_owned()
}

/// Every page at the top is whole, and leads to files that are there.
fn expect_whole_at_the_top(dist: &Path) {
    for page in PAGES {
        let text = fs::read_to_string(dist.join(page)).unwrap();
        let (_, pack) = text.split_once(" with ").unwrap();
        assert!(dist.join(pack).is_file(), "{page} leads to {pack}");
    }
}

#[test]
fn wherever_publishing_stops_the_old_or_the_new_site_is_shown_whole_and_publishing_again_works() {
    let (dist, shelf) = built();
    for word in ["1", "2", "3", "4"] {
        publish(&shelf, word);
    }
    let (whole, whole_shelf) = copy(dist.path());
    publish(&whole_shelf, "5");
    let expected = all(whole.path(), false);

    let mut seen = Vec::new();
    for n_steps in 0.. {
        let (dist, shelf) = copy(dist.path());
        let lock = shelf.lock().unwrap();
        let done = shelf.publish(&version("5"), &lock, &mut stopping(n_steps));
        drop(lock);
        seen.push(said(dist.path(), &shelf));
        expect_whole_at_the_top(dist.path());
        if done.is_ok() {
            break;
        }
        // Whoever publishes again finds it shown already, or publishes.
        match said(dist.path(), &shelf).as_str() {
            "5" => shelf
                .finish(&shelf.lock().unwrap(), &mut Pen::default())
                .unwrap(),
            _ => drop(publish(&shelf, "5")),
        }
        assert_eq!(said(dist.path(), &shelf), "5");
        assert!(all(dist.path(), false) == expected, "after {n_steps} steps");
    }
    // Old until one step, new from it on.
    let n_old = seen.iter().take_while(|word| *word == "4").count();
    assert!(n_old > 10 && n_old < seen.len(), "{seen:?}");
    assert!(seen[n_old..].iter().all(|word| word == "5"), "{seen:?}");
}

#[test]
fn wherever_a_rollback_stops_one_of_the_two_versions_is_shown_whole() {
    let (dist, shelf) = built();
    publish(&shelf, "1");
    let mut seen = Vec::new();
    for n_steps in 0.. {
        let (dist, shelf) = copy(dist.path());
        let done = shelf.rollback(&shelf.lock().unwrap(), &mut stopping(n_steps));
        seen.push(said(dist.path(), &shelf));
        expect_whole_at_the_top(dist.path());
        if done.is_ok() {
            break;
        }
    }
    assert_eq!(
        (seen[0].as_str(), seen[seen.len() - 1].as_str()),
        ("1", "0")
    );
}

#[test]
fn a_rollback_brings_back_the_same_bytes() {
    let (dist, shelf) = built();
    publish(&shelf, "1");
    let before = all(dist.path(), false);
    publish(&shelf, "2");
    let (from, to) = shelf
        .rollback(&shelf.lock().unwrap(), &mut Pen::default())
        .unwrap();
    assert_eq!((from.version.as_str(), to.version.as_str()), ("2", "1"));
    let mut after = all(dist.path(), false);
    // Whoever has the page of version 2 open still gets its files.
    after.retain(|name, _| before.contains_key(name) || !name.starts_with("assets/"));
    assert_eq!(after, before);
}

#[test]
fn five_versions_are_kept_with_their_files_and_the_sixth_drops_the_first() {
    let (dist, shelf) = built();
    let rules = |word: &str| {
        let mut site = Site::default();
        dist.path()
            .join(site.add_hashed("rules", "bin", word.as_bytes().to_vec()))
    };
    for word in ["1", "2", "3", "4", "5"] {
        publish(&shelf, word);
        assert!(rules(word).is_file());
    }
    assert!(rules("1").is_file());
    publish(&shelf, "6");
    assert!(!rules("1").exists() && !dist.path().join("assets/rules-1.bin.br").exists());
    let kept: Vec<_> = shelf
        .history()
        .unwrap()
        .into_iter()
        .map(|version| version.version)
        .collect();
    assert_eq!(kept, ["6", "5", "4", "3", "2"]);
    assert_eq!(kept.len(), KEPT);
    for word in kept {
        assert!(rules(&word).is_file(), "{word}");
    }
    // What all versions share, and what belongs to none, stays.
    let mut site = Site::default();
    assert!(
        dist.path()
            .join(site.add_hashed("words", "bin", b"the same in all".to_vec()))
            .is_file()
    );
    assert_eq!(
        fs::read(dist.path().join("assets/app-0.js")).unwrap(),
        b"app"
    );
    assert_eq!(
        fs::read(dist.path().join("config.json")).unwrap(),
        b"{\"kiosk\": true}"
    );
}

#[test]
fn the_way_back_passes_over_what_was_taken_back_and_ends_with_the_last_that_is_kept() {
    let (_dist, shelf) = built();
    let back = || shelf.rollback(&shelf.lock().unwrap(), &mut Pen::default());
    publish(&shelf, "1");
    publish(&shelf, "wrong");
    assert_eq!(back().unwrap().1.version, "1");
    publish(&shelf, "2");
    assert_eq!(back().unwrap().1.version, "1");
    assert_eq!(back().unwrap().1.version, "0");
    assert!(matches!(back(), Err(ShelfError::NoneBefore)));
    assert_eq!(shelf.shown().unwrap().unwrap().version, "0");
}

#[test]
fn while_one_changes_the_site_another_is_refused() {
    let (_dist, shelf) = built();
    let lock = shelf.lock().unwrap();
    assert!(matches!(shelf.lock(), Err(ShelfError::Busy { .. })));
    drop(lock);
    assert!(shelf.lock().is_ok());
}

#[test]
fn a_page_that_the_new_version_does_not_have_goes() {
    let (dist, shelf) = built();
    let mut site = Site::default();
    site.add("index.html", b"index.html says 1 with config.json".to_vec());
    let live = Live {
        version: "1".into(),
        fingerprint: "1".into(),
        published_on: None,
        is_sample: false,
        content: String::new(),
    };
    let content = Content {
        site,
        files: Files::default(),
        live,
    };
    let new = NewVersion::new(content, Mark::None, Effort::Quick).unwrap();
    shelf
        .publish(&new, &shelf.lock().unwrap(), &mut Pen::default())
        .unwrap();
    assert!(
        !dist.path().join("en/index.html").exists()
            && !dist.path().join("en/index.html.br").exists()
    );
    assert!(!dist.path().join("en").exists(), "an empty folder is left");
    shelf
        .rollback(&shelf.lock().unwrap(), &mut Pen::default())
        .unwrap();
    assert!(dist.path().join("en/index.html").exists());
}
