//! What a built site carries so that its pages can be made again from other content, without the sources.

use std::io;
use std::path::{Path, PathBuf};

use authoring::Compiled;
use domain::pack::FORMAT;
use serde::{Deserialize, Serialize};

use crate::draw::{self, DrawError};
use crate::files::{Site, hash};
use crate::mark::Mark;
use crate::page::{self, Address, Files, Head, PageError};
use crate::{HIDDEN, editor, leaflet};

/// What a built site carries so that its pages can be made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// The sources it was built from, as the build script of this crate names them.
    sources: String,
    /// The format of packs that its app reads.
    format: u8,
    /// What the pages are made from.
    pages: page::Sources,
    /// What every page's head has in common.
    head: Head,
    /// The script that starts the wasm, by its name in the site.
    pub app: String,
    /// The wasm, by its name in the site.
    pub wasm: String,
    /// The script and the wasm of the whole app, by their names in the site.
    pub whole: [String; 2],
}

/// What content adds to a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its pages and packs.
    pub site: Site,
    /// What the app loads.
    pub files: Files,
    /// What the page for editors says of it.
    pub live: editor::Live,
}

/// Why content cannot be put into a site.
#[derive(Debug, thiserror::Error)]
pub enum KitError {
    /// There is no site, or one from before there was publishing.
    #[error(
        "{} is no site that content can be put into: {} is missing. Build it with `cargo xtask dist`, or copy it again with its hidden folder {HIDDEN}",
        dist.display(), kit_of(dist).display()
    )]
    Missing {
        /// The folder.
        dist: PathBuf,
    },
    /// The file is there and cannot be used.
    #[error("{} cannot be read; build the site again with `cargo xtask dist`", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system or the reader of JSON said.
        source: io::Error,
    },
    /// Its app and this program do not come from the same sources.
    #[error(
        "the site in {} was built by another version of Tomoni (it is {theirs}, this program is {ours}). Use the `receiver` that came with it, or build site and receiver again together: its app might not understand what this program writes",
        dist.display()
    )]
    OtherVersion {
        /// The folder.
        dist: PathBuf,
        /// What it was built from.
        theirs: String,
        /// What this program was built from.
        ours: String,
    },
    /// A file of the app is not the one that was built.
    #[error("{} is missing or was changed after the site was built; build the site again", file.display())]
    Changed {
        /// The file.
        file: PathBuf,
    },
}

/// Why pages cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A page cannot be drawn.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// A page cannot be filled.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// What this program is built from.
fn ours() -> String {
    format!("{} {}", env!("CARGO_PKG_VERSION"), env!("TOMONI_SOURCES"))
}

fn kit_of(dist: &Path) -> PathBuf {
    dist.join(HIDDEN).join("kit.json")
}

impl Kit {
    /// The kit of a site that is being built from these sources.
    pub fn new(pages: page::Sources, head: Head, first: [String; 2], whole: [String; 2]) -> Self {
        let [app, wasm] = first;
        Self {
            sources: ours(),
            format: FORMAT,
            pages,
            head,
            app,
            wasm,
            whole,
        }
    }

    /// The kit of a built site.
    ///
    /// # Errors
    /// When there is none, when the site was built by another version, and when its app is not the one that was built.
    pub fn read(dist: &Path) -> Result<Self, KitError> {
        let file = kit_of(dist);
        let bytes = std::fs::read(&file).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => KitError::Missing {
                dist: dist.to_owned(),
            },
            _ => KitError::Unreadable {
                file: file.clone(),
                source,
            },
        })?;
        // An older or newer kit may have other fields; which version it is must be told all the same.
        #[derive(Deserialize)]
        struct Made {
            sources: String,
            format: u8,
        }
        let unreadable = |error: serde_json::Error| KitError::Unreadable {
            file: file.clone(),
            source: error.into(),
        };
        let Made { sources, format } = serde_json::from_slice(&bytes).map_err(unreadable)?;
        if sources != ours() || format != FORMAT {
            return Err(KitError::OtherVersion {
                dist: dist.to_owned(),
                theirs: sources,
                ours: ours(),
            });
        }
        let kit: Self = serde_json::from_slice(&bytes).map_err(unreadable)?;
        let of_app = [&kit.app, &kit.wasm, &kit.head.boot, &kit.head.pictures];
        for name in of_app.into_iter().chain(&kit.whole) {
            let file = dist.join(name);
            if !std::fs::read(&file).is_ok_and(|bytes| name.contains(&hash(&bytes))) {
                return Err(KitError::Changed { file });
            }
        }
        Ok(kit)
    }

    /// The kit as a file, and its name in the site.
    pub(crate) fn file(&self) -> (PathBuf, Vec<u8>) {
        let json = serde_json::to_vec_pretty(self).unwrap_or_default();
        (Path::new(HIDDEN).join("kit.json"), json)
    }

    /// What every page's head has in common.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// What the pages are made from.
    pub(crate) fn pages(&self) -> &page::Sources {
        &self.pages
    }

    /// What the app loads on its first visit, before any content.
    pub fn at_start(&self) -> Vec<String> {
        let names = [&self.head.boot, &self.app, &self.wasm];
        names.into_iter().chain(&self.head.icon).cloned().collect()
    }

    /// What the app loads once somebody answers, beside content.
    pub(crate) fn later(&self) -> Vec<String> {
        let names = self.whole.iter().chain([&self.head.pictures]);
        names.cloned().collect()
    }

    /// The pages and packs of this content. `tables` are the tables it was compiled from, as one workbook.
    ///
    /// # Errors
    /// When the content lacks a language, or the template does not fit.
    pub fn content(
        &self,
        compiled: &Compiled,
        tables: Vec<u8>,
        mark: Mark,
        published_on: Option<String>,
    ) -> Result<Content, RenderError> {
        let mut site = Site::default();
        let files = draw::place(compiled, self, &mut site);
        let models = files
            .langs()
            .map(|lang| draw::model(compiled, lang))
            .collect::<Result<Vec<_>, _>>()?;
        for model in &models {
            let lang = model.lang();
            let shown = draw::static_page(model, page::base(lang))?;
            let address = Address::of(lang);
            let template = &self.pages.start;
            let page = page::page(template, &self.head, &files, &address, &shown, mark)?;
            site.add(&page::page_name(lang), page.into_bytes());
        }
        leaflet::place(compiled, &models, self, mark, &mut site)?;
        let live = editor::Live {
            version: compiled.form.version.clone(),
            fingerprint: compiled.fingerprint(),
            published_on,
            is_sample: mark == Mark::Sample,
            content: site.add_hashed("content", "xlsx", tables),
        };
        site.add(editor::LIVE, live.json());
        Ok(Content { site, files, live })
    }
}
