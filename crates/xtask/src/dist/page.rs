//! One static page: the template of the top folder, filled.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::text::Lang;
use html_escape::encode_quoted_attribute as escaped;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The files that the app loads, by their names in the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The script that starts the wasm.
    pub app: String,
    /// The wasm.
    pub wasm: String,
    /// The rules.
    pub rules: String,
    /// The words, by the code of their language.
    pub words: BTreeMap<String, String>,
    /// The words of the supports, by the code of their language.
    pub guides: BTreeMap<String, String>,
    /// The entries, by the code of their prefecture.
    pub entries: BTreeMap<String, String>,
}

impl Files {
    /// The files that the app loads before it draws anything.
    pub fn at_start(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let words = self.words.get(lang.code()).map(String::as_str);
        [self.app.as_str(), &self.wasm, &self.rules]
            .into_iter()
            .chain(words)
    }

    /// The data block of a page.
    fn block(&self, lang: Lang) -> String {
        let block = json!({
            "lang": lang.code(),
            "base": super::base(lang),
            "app": self.app,
            "wasm": self.wasm,
            "rules": self.rules,
            "words": self.words,
            "guides": self.guides,
            "entries": self.entries,
        });
        // Inside a script element only `<` could end the data.
        block.to_string().replace('<', "\\u003c")
    }
}

/// What the head of every page has in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The script that starts the app.
    pub boot: String,
    /// The icon, if there is one.
    pub icon: Option<String>,
    /// The style sheet.
    pub style: String,
}

/// What stands on the page, in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The name of the window.
    pub title: String,
    /// What a search engine says of the page.
    pub description: String,
    /// What is said when the app cannot start, as HTML.
    pub cannot_start: String,
    /// What is said when a file of the app cannot be had, as HTML.
    pub cannot_load: String,
    /// What stands in the link that tries again, as HTML.
    pub reload: String,
    /// The static copy, as HTML.
    pub body: String,
}

/// A page with `{{names}}` in the places of what differs.
#[derive(Clone, Debug)]
pub struct Template(String);

impl Template {
    /// The template with this text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The template with every name replaced by its value, which is taken as it is.
    ///
    /// An error when it names something that has no value, or leaves out something that has one.
    fn fill(&self, values: &BTreeMap<&str, String>) -> Result<String> {
        let mut unused: Vec<&str> = values.keys().copied().collect();
        let mut parts = self.0.split("{{");
        let mut page = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let Some((name, rest)) = part.split_once("}}") else {
                bail!("index.html: `{{{{` without `}}}}`");
            };
            let Some(value) = values.get(name) else {
                bail!("index.html: there is no value for {{{{{name}}}}}");
            };
            unused.retain(|unused| *unused != name);
            page.push_str(value);
            page.push_str(rest);
        }
        if !unused.is_empty() {
            bail!("index.html has no place for {}", unused.join(", "));
        }
        Ok(page)
    }
}

/// The page of one language.
pub fn page(
    template: &Template,
    head: &Head,
    files: &Files,
    lang: Lang,
    shown: &Shown,
) -> Result<String> {
    if head.style.contains("</") {
        bail!("the style sheet holds `</`, which would end it in a page");
    }
    let base = super::base(lang);
    template.fill(&BTreeMap::from([
        ("lang", lang.html().to_owned()),
        ("csp", policy(&head.style)),
        ("title", escaped(&shown.title).into_owned()),
        ("description", escaped(&shown.description).into_owned()),
        ("style", head.style.clone()),
        ("preloads", preloads(head, files, lang)),
        ("alternates", alternates(base)),
        ("cannot_start", shown.cannot_start.clone()),
        ("cannot_load", shown.cannot_load.clone()),
        ("reload", shown.reload.clone()),
        ("body", shown.body.clone()),
        ("files", files.block(lang)),
        ("boot", format!("{base}{}", head.boot)),
    ]))
}

/// The content security policy: nothing but our own files, and the one style sheet in the page.
fn policy(style: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'sha256-{hash}'; \
         connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

fn preloads(head: &Head, files: &Files, lang: Lang) -> String {
    let base = super::base(lang);
    let mut links: Vec<String> = files
        .at_start(lang)
        .map(|name| {
            if name.ends_with(".js") {
                format!("<link rel=\"modulepreload\" href=\"{base}{name}\">")
            } else {
                // Without `crossorigin` the browser fetches the file a second time for `fetch()`.
                format!("<link rel=\"preload\" as=\"fetch\" href=\"{base}{name}\" crossorigin>")
            }
        })
        .collect();
    if let Some(icon) = &head.icon {
        links.push(format!(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}{icon}\">"
        ));
    }
    links.join("\n")
}

fn alternates(base: &str) -> String {
    let link = |lang: Lang| {
        let folder = if lang == super::FIRST {
            String::new()
        } else {
            format!("{}/", lang.code())
        };
        format!(
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{folder}\">",
            lang.code()
        )
    };
    Lang::ALL.map(link).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, values: &[(&'static str, &str)]) -> Result<String> {
        let values = values
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        Template::new(template.to_owned()).fill(&values)
    }

    #[test]
    fn every_place_is_filled_once() {
        let page = filled("<a>{{a}}</a>{{b}}{{a}}", &[("a", "1"), ("b", "{{a}}")]).unwrap();
        assert_eq!(page, "<a>1</a>{{a}}1");
    }

    #[test]
    fn a_template_and_its_values_must_fit() {
        assert!(filled("{{a}}", &[]).is_err());
        assert!(filled("", &[("a", "1")]).is_err());
        assert!(filled("{{a", &[("a", "1")]).is_err());
    }

    #[test]
    fn the_policy_names_the_style_by_its_hash() {
        // Source: CSP Level 3, 8.4: the hash of `alert('Hello, world.');`.
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert!(policy("alert('Hello, world.');").contains(hash));
    }

    #[test]
    fn data_cannot_end_its_block() {
        let files = Files {
            app: "</script>".to_owned(),
            ..Files::default()
        };
        assert!(!files.block(Lang::Ja).contains('<'));
    }

    #[test]
    fn a_page_in_a_folder_points_upwards() {
        let files = Files {
            app: "assets/app.js".to_owned(),
            ..Files::default()
        };
        assert!(preloads(&Head::default(), &files, Lang::En).contains("href=\"../assets/app.js\""));
        assert!(files.block(Lang::En).contains("\"base\":\"../\""));
        assert!(alternates("../").contains("hreflang=\"ja-x-easy\" href=\"../ja-x-easy/\""));
    }

    #[test]
    fn words_are_escaped_and_html_is_not() {
        let shown = Shown {
            title: "a<b".to_owned(),
            body: "<p>".to_owned(),
            ..Shown::default()
        };
        let all = "{{lang}}{{csp}}{{title}}{{description}}{{style}}{{preloads}}{{alternates}}{{cannot_start}}\
                   {{cannot_load}}{{reload}}{{body}}{{files}}{{boot}}";
        let template = Template::new(all.to_owned());
        let page = page(
            &template,
            &Head::default(),
            &Files::default(),
            Lang::Ja,
            &shown,
        )
        .unwrap();
        assert!(page.contains("a&lt;b") && page.contains("<p>"));
    }
}
