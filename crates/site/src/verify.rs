//! What is promised of every built page, looked for in the page itself.

mod seen;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use serde_json::Value;

use crate::files::Site;
use crate::leaflet::is_leaflet;
use seen::Seen;

/// What is wrong with the pages in these parts of a site, each with the page's name; empty when nothing is.
///
/// `is_there` says of a name that stands in none of the parts whether the site has such a file.
pub fn problems(parts: &[&Site], is_there: impl Fn(&str) -> bool) -> Vec<String> {
    let has = |name: &str| parts.iter().any(|part| part.files.contains_key(name)) || is_there(name);
    let pages = parts
        .iter()
        .flat_map(|part| &part.files)
        .filter(|(name, _)| name.ends_with(".html"));
    pages
        .flat_map(|(name, html)| {
            let page = Page {
                has: &has,
                name,
                html,
            };
            page.problems()
                .into_iter()
                .map(move |problem| format!("{name}: {problem}"))
        })
        .collect()
}

struct Page<'a> {
    has: &'a dyn Fn(&str) -> bool,
    name: &'a str,
    html: &'a [u8],
}

impl Page<'_> {
    fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut seen = Seen::default();
        if self.html.windows(2).any(|pair| pair == b"{{") {
            problems.push("a placeholder was left".to_owned());
        }
        let mut emitter = DefaultEmitter::default();
        // Without this, a tag in the text of a script would count.
        emitter.naively_switch_states(true);
        let mut is_files_block = false;
        let mut n_blocks = 0;
        for Ok(token) in Tokenizer::new_with_emitter(self.html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let element = Element::new(&tag);
                    is_files_block = element.name == "script" && element.get("id") == Some("files");
                    if !seen.note(&element) {
                        let id = element.get("id").unwrap_or_default();
                        problems.push(format!("the id `{id}` is there twice"));
                    }
                    problems.extend(element.forbidden());
                    problems.extend(element.addresses().filter_map(|address| self.dead(address)));
                }
                Token::String(text) if is_files_block => {
                    n_blocks += 1;
                    if !self.is_preview() {
                        problems.extend(self.missing_files(&String::from_utf8_lossy(&text.value)));
                    }
                }
                Token::EndTag(tag) => {
                    is_files_block = false;
                    seen.note_end(&tag.name);
                }
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        problems.extend(seen.wrong_in_full(self.name, self.has));
        if is_leaflet(self.name) {
            problems.extend(seen.lacks(self.name));
        } else if n_blocks != 1 {
            problems.push(format!("there are {n_blocks} lists of files, not 1"));
        }
        problems
    }

    /// Whether the packs of this page are made on the computer of whoever opens it.
    fn is_preview(&self) -> bool {
        self.name == "editor/preview/index.html"
    }

    /// What is wrong with an address of one of our own files, if anything.
    fn dead(&self, address: &str) -> Option<String> {
        let is_elsewhere = address.starts_with('/') || address.contains(':');
        if is_elsewhere {
            return Some(format!("`{address}` does not stay within the site"));
        }
        let (address, _) = address.split_once('#').unwrap_or((address, ""));
        let name = self.resolved(address);
        (!(self.has)(&name)).then(|| format!("`{address}` leads to no file"))
    }

    /// The name of the file at an address relative to this page.
    fn resolved(&self, address: &str) -> String {
        let mut parts: Vec<&str> = self.name.split('/').collect();
        parts.pop();
        for part in address.split('/') {
            match part {
                "." | "" => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        if address.is_empty() || address.ends_with('/') {
            parts.push("index.html");
        }
        parts.join("/")
    }

    fn missing_files(&self, json: &str) -> Vec<String> {
        let Ok(Value::Object(block)) = serde_json::from_str(json) else {
            return vec!["the list of files is no JSON object".to_owned()];
        };
        let base = block
            .get("base")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mut names = Vec::new();
        for (key, value) in block
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "lang" | "base"))
        {
            match value {
                Value::String(name) => names.push(name.as_str()),
                Value::Object(part) => names.extend(part.values().filter_map(Value::as_str)),
                Value::Array(part) => names.extend(part.iter().filter_map(Value::as_str)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {
                    return vec![format!("`{key}` in the list of files names no file")];
                }
            }
        }
        names
            .into_iter()
            .filter_map(|name| self.dead(&format!("{base}{name}")))
            .collect()
    }
}

/// One tag, as text.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn new(tag: &StartTag<()>) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            name: text(&tag.name),
            attributes: tag
                .attributes
                .iter()
                .map(|(name, value)| (text(name), text(value)))
                .collect(),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// What the policy of the page would refuse, or would send what a person typed.
    fn forbidden(&self) -> Vec<String> {
        let name = &self.name;
        let mut problems: Vec<String> = self
            .attributes
            .iter()
            .filter(|(attribute, _)| attribute == "style" || attribute.starts_with("on"))
            .map(|(attribute, _)| format!("<{name}> has the attribute `{attribute}`"))
            .collect();
        match name.as_str() {
            "form" if self.get("method") != Some("dialog") => {
                problems.push("there is a <form> that would send what is in it".to_owned());
            }
            "script"
                if self.get("src").is_none() && self.get("type") != Some("application/json") =>
            {
                problems.push("there is a script in the page".to_owned());
            }
            "iframe" | "object" | "embed" | "base" => problems.push(format!("there is a <{name}>")),
            _ => {}
        }
        problems
    }

    /// The addresses that must lead to our own files.
    fn addresses(&self) -> impl Iterator<Item = &str> {
        let found = match self.name.as_str() {
            "script" | "img" | "source" => self.get("src"),
            // No browser fetches these; search engines take them only in full.
            "link" => self.get("href").filter(|address| {
                let is_for_engines = matches!(self.get("rel"), Some("canonical" | "alternate"));
                !(is_for_engines && address.contains("://"))
            }),
            // A person may be led to official pages and to the telephone; a browser never is.
            "a" => self.get("href").filter(|address| {
                !address.starts_with(['#'])
                    && !["https://", "http://", "tel:", "sms:"]
                        .iter()
                        .any(|scheme| address.starts_with(scheme))
            }),
            _ => None,
        };
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = r#"<script type="application/json" id="files">{"lang":"ja","base":"./","app":["assets/a.js"],"words":{"ja":"assets/w.bin"}}</script>"#;

    fn problems_of(body: &str) -> Vec<String> {
        let mut site = Site::default();
        for name in ["assets/a.js", "assets/w.bin", "en/index.html"] {
            site.add(name, BLOCK.replace("./", "../").into_bytes());
        }
        site.add(
            "index.html",
            format!("<!doctype html>{BLOCK}{body}").into_bytes(),
        );
        problems(&[&site], |_| false)
    }

    #[test]
    fn a_good_page_has_no_problem() {
        let body = "<link rel=preload href=./assets/w.bin><script type=module src=./assets/a.js></script>\
                    <a href=en/>e</a><a href='#/help'>h</a><a href=tel:119>119</a><a href=''>again</a>";
        assert_eq!(problems_of(body), Vec::<String>::new());
    }

    #[test]
    fn what_the_policy_would_refuse_is_found() {
        for body in [
            "{{title}}",
            "<p style='color:red'>",
            "<p onclick='x()'>",
            "<script>x()</script>",
            "<form>",
            "<p id=a><p id=a>",
            "<img src=https://elsewhere.example/a.png>",
            "<script src=/assets/a.js></script>",
            "<link href=assets/gone.css>",
            "<a href=fr/>",
        ] {
            assert_eq!(problems_of(body).len(), 1, "{body}");
        }
    }

    const LEAFLET: &str = "<html lang=ja><title>a</title><meta name=description content=a>\
        <main><a href='#title'>s</a><h1 id=title>a</h1><a href=tel:119>119</a></main>\
        <aside><a href='../../#/help'>help</a></aside>";

    fn problems_of_leaflet(html: &str) -> Vec<String> {
        let mut site = Site::default();
        site.add("guide/a/index.html", html.as_bytes().to_vec());
        let there = ["index.html", "en/guide/a/index.html"];
        problems(&[&site], |name| there.contains(&name))
    }

    #[test]
    fn a_good_leaflet_has_no_problem_with_and_without_links_in_full() {
        assert_eq!(problems_of_leaflet(LEAFLET), Vec::<String>::new());
        let full = "<link rel=canonical href=https://a.example/b/guide/a/>\
            <link rel=alternate hreflang=en href=https://a.example/b/en/guide/a/>";
        let full = LEAFLET.replace("<main>", &[full, "<main>"].concat());
        assert_eq!(problems_of_leaflet(&full), Vec::<String>::new());
    }

    #[test]
    fn what_a_leaflet_lacks_is_found() {
        for (good, bad) in [
            ("lang=ja", "lang=en"),
            ("<title>a</title>", ""),
            ("content=a", "content=''"),
            ("<h1 id=title>a</h1>", "<p id=title>a</p>"),
            ("id=title", "id=other"),
            ("tel:119", "https://a.example/"),
            ("../../#/help", "../../#/about"),
            ("../../#/help", "../#/help"),
            ("<aside>", "<div>"),
            ("<main>", "<main><script src=../../index.html></script>"),
            ("<main>", "<main><button>b</button>"),
            (
                "<main>",
                "<link rel=canonical href=https://a.example/guide/b/><main>",
            ),
            (
                "<main>",
                "<link rel=alternate href=https://a.example/guide/a/><main>",
            ),
            (
                "<main>",
                "<link rel=canonical href=https://a.example/guide/a/>\
                 <link rel=alternate href=https://a.example/fr/guide/a/><main>",
            ),
        ] {
            let html = LEAFLET.replacen(good, bad, 1);
            assert_ne!(html, LEAFLET, "{good}");
            assert_eq!(
                problems_of_leaflet(&html).len(),
                1,
                "{bad}: {:?}",
                problems_of_leaflet(&html)
            );
        }
    }

    #[test]
    fn every_file_in_the_list_must_be_there() {
        let mut site = Site::default();
        site.add("index.html", BLOCK.into());
        assert_eq!(problems(&[&site], |_| false).len(), 2);
        assert!(problems(&[&site], |name| name.starts_with("assets/")).is_empty());
        site.add("index.html", b"<p>".to_vec());
        assert_eq!(
            problems(&[&site], |_| false),
            ["index.html: there are 0 lists of files, not 1"]
        );
    }
}
