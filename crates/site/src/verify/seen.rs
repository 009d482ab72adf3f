//! What was seen of a page, read from top to bottom, and what a leaflet must have.

use std::collections::BTreeSet;

use super::Element;
use crate::page::{FIRST, folder};
use domain::text::Lang;

/// What was seen of a page.
#[derive(Debug, Default)]
pub(super) struct Seen {
    ids: BTreeSet<String>,
    within: BTreeSet<String>,
    lang: String,
    n_titles: usize,
    n_descriptions: usize,
    n_headings: usize,
    n_calls: usize,
    n_idle: usize,
    is_in_strip: bool,
    leads_to_help: bool,
    canonical: Option<String>,
    alternates: Vec<String>,
}

impl Seen {
    /// Takes an element in; `false` when its id was there before.
    pub(super) fn note(&mut self, element: &Element) -> bool {
        match element.name.as_str() {
            "html" => self.lang = element.get("lang").unwrap_or_default().to_owned(),
            "title" => self.n_titles += 1,
            "meta" if element.get("name") == Some("description") => {
                let says = element.get("content").is_some_and(|text| !text.is_empty());
                self.n_descriptions += usize::from(says);
            }
            "h1" => self.n_headings += 1,
            "script" | "button" | "input" | "select" | "textarea" => self.n_idle += 1,
            "aside" => self.is_in_strip = true,
            "link" => self.note_link(element),
            "a" => self.note_way(element.get("href").unwrap_or_default()),
            _ => {}
        }
        let id = element.get("id");
        id.is_none_or(|id| self.ids.insert(id.to_owned()))
    }

    /// Takes the end of an element in.
    pub(super) fn note_end(&mut self, name: &[u8]) {
        if name == b"aside" {
            self.is_in_strip = false;
        }
    }

    fn note_link(&mut self, element: &Element) {
        let address = element.get("href").unwrap_or_default();
        match element.get("rel") {
            Some("canonical") => self.canonical = Some(address.to_owned()),
            Some("alternate") if address.contains("://") => {
                self.alternates.push(address.to_owned());
            }
            _ => {}
        }
    }

    fn note_way(&mut self, address: &str) {
        self.n_calls += usize::from(address.starts_with("tel:"));
        self.leads_to_help |= self.is_in_strip && address.ends_with("/#/help");
        if let Some(id) = address.strip_prefix('#') {
            self.within.insert(id.to_owned());
        }
    }

    /// What is wrong with the links that say in full where the page is; `name` is its own. `has` knows the files.
    pub(super) fn wrong_in_full(&self, name: &str, has: &dyn Fn(&str) -> bool) -> Vec<String> {
        let own = name.strip_suffix("index.html").unwrap_or(name);
        let Some(canonical) = &self.canonical else {
            return match self.alternates.first() {
                Some(_) => vec![
                    "other languages are linked in full, and the page itself is not".to_owned(),
                ],
                None => Vec::new(),
            };
        };
        let Some(base) = canonical
            .strip_suffix(own)
            .filter(|base| base.ends_with('/'))
        else {
            return vec![format!("`{canonical}` is not the address of this page")];
        };
        let is_dead = |address: &&String| {
            let file = address.strip_prefix(base);
            file.is_none_or(|folder| !has(&[folder, "index.html"].concat()))
        };
        let dead = self.alternates.iter().filter(is_dead);
        dead.map(|address| format!("`{address}` leads to no page of this site"))
            .collect()
    }

    /// What a leaflet with this name lacks.
    pub(super) fn lacks(&self, name: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let mut must = |is_so: bool, what: &str| {
            if !is_so {
                problems.push(what.to_owned());
            }
        };
        must(
            self.n_idle == 0,
            "something on it does nothing without a script",
        );
        must(
            self.n_titles == 1 && self.n_descriptions == 1,
            "search engines can say nothing of it",
        );
        must(
            self.n_headings == 1,
            "there is not one heading of the first level",
        );
        must(self.leads_to_help, "the strip of help now is missing");
        must(self.n_calls > 0, "there is nobody to call");
        must(
            self.lang == lang_of(name).html(),
            "its language is not that of its folder",
        );
        for id in self.within.difference(&self.ids) {
            problems.push(format!("`#{id}` leads to nothing on it"));
        }
        problems
    }
}

/// The language in whose folder a file stands.
fn lang_of(name: &str) -> Lang {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != FIRST);
    { others }
        .find(|lang| name.starts_with(&folder(*lang)))
        .unwrap_or(FIRST)
}
