//! One static page: the template of the top folder, filled.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::text::{Lang, direction};
use html_escape::encode_quoted_attribute as escaped;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::base_url::BaseUrl;
use crate::mark::Mark;

/// The language whose start page has the address of the site itself.
pub const FIRST: Lang = Lang::Ja;

/// The folder of a language, from the top of the site: empty for the first.
pub fn folder(lang: Lang) -> String {
    if lang == FIRST {
        String::new()
    } else {
        [lang.code(), "/"].concat()
    }
}

/// The name of the page of a language.
pub fn page_name(lang: Lang) -> String {
    folder(lang) + "index.html"
}

/// The way from the page of a language to the top of the site.
pub fn base(lang: Lang) -> &'static str {
    if lang == FIRST { "./" } else { "../" }
}

/// Why a page cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The template is not closed somewhere.
    #[error("index.html: `{{{{` without `}}}}`")]
    Open,
    /// The template names something that has no value.
    #[error("index.html: there is no value for {{{{{0}}}}}")]
    Unknown(String),
    /// The template leaves out what a page must have.
    #[error("index.html has no place for {0}")]
    Unused(String),
    /// The style sheet would end itself.
    #[error("the style sheet holds `</`, which would end it in a page")]
    Style,
}

/// The files that the app loads, by their names in the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// The script that starts the wasm.
    pub app: String,
    /// The wasm.
    pub wasm: String,
    /// The script and the wasm of the whole app, which takes over from the first.
    pub whole: [String; 2],
    /// The pictograms.
    pub pictures: String,
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

    /// The languages that have words, in the order of the language switch.
    pub fn langs(&self) -> impl Iterator<Item = Lang> {
        Lang::ALL
            .into_iter()
            .filter(|lang| self.words.contains_key(lang.code()))
    }

    /// The data block of a page.
    fn block(&self, lang: Lang, base: &str) -> String {
        let block = json!({
            "lang": lang.code(),
            "base": base,
            "app": [self.app, self.wasm],
            "whole": self.whole,
            "pictures": self.pictures,
            "rules": self.rules,
            "words": self.words,
            "guides": self.guides,
            "entries": self.entries,
        });
        data(&block)
    }
}

/// Data as it may stand in a script element, which only `<` could end.
pub fn data(json: &serde_json::Value) -> String {
    json.to_string().replace('<', "\\u003c")
}

/// What the head of every page has in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The script that starts the app.
    pub boot: String,
    /// The icon, if there is one.
    pub icon: Option<String>,
    /// The pictograms, which questions load.
    pub pictures: String,
    /// The style sheet.
    pub style: String,
    /// Where the site is on the web, if that was said; without it no link is absolute.
    pub base_url: Option<BaseUrl>,
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

/// What the pages are made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {
    /// The page around the app.
    pub start: Template,
    /// The page around a leaflet.
    pub leaflet: Template,
    /// What only leaflets add to the style sheet.
    pub leaflet_style: String,
}

/// A page with `{{names}}` in the places of what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template(String);

impl Template {
    /// The template with this text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The template with every name replaced by its value, which is taken as it is.
    ///
    /// An error when it names something that has no value, or leaves out something that has one.
    pub fn fill(&self, values: &BTreeMap<&str, String>) -> Result<String, PageError> {
        let mut unused: Vec<&str> = values.keys().copied().collect();
        let mut parts = self.0.split("{{");
        let mut page = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let Some((name, rest)) = part.split_once("}}") else {
                return Err(PageError::Open);
            };
            let Some(value) = values.get(name) else {
                return Err(PageError::Unknown(name.to_owned()));
            };
            unused.retain(|unused| *unused != name);
            page.push_str(value);
            page.push_str(rest);
        }
        if unused.is_empty() {
            Ok(page)
        } else {
            Err(PageError::Unused(unused.join(", ")))
        }
    }
}

/// Where a page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// Its language.
    pub lang: Lang,
    /// The way from it to where the names of [`Files`] and [`Head`] begin.
    pub base: &'a str,
    /// Which page it is.
    pub kind: Kind,
}

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The start page, which is there in every language, with packs that are files of the site.
    Start,
    /// The preview, whose packs are made where it is opened.
    Preview,
}

impl Address<'_> {
    /// The start page in a language.
    pub fn of(lang: Lang) -> Self {
        Self {
            lang,
            base: base(lang),
            kind: Kind::Start,
        }
    }
}

/// One page.
///
/// # Errors
/// When the template or the style sheet cannot be used.
pub fn page(
    template: &Template,
    head: &Head,
    files: &Files,
    address: &Address<'_>,
    shown: &Shown,
    mark: Mark,
) -> Result<String, PageError> {
    let style = mark.style(&head.style);
    if style.contains("</") {
        return Err(PageError::Style);
    }
    let Address { lang, base, .. } = *address;
    template.fill(&BTreeMap::from([
        ("lang", lang.html().to_owned()),
        ("dir", direction(lang.html()).to_owned()),
        ("csp", policy(&style)),
        ("title", escaped(&shown.title).into_owned()),
        ("description", escaped(&shown.description).into_owned()),
        ("style", style),
        ("preloads", preloads(head, files, address)),
        ("alternates", alternates(head, files, address)),
        ("mark", mark.html().to_owned()),
        ("cannot_start", shown.cannot_start.clone()),
        ("cannot_load", shown.cannot_load.clone()),
        ("reload", shown.reload.clone()),
        ("body", shown.body.clone()),
        ("files", files.block(lang, base)),
        ("boot", format!("{base}{}", head.boot)),
    ]))
}

/// The content security policy: nothing but our own files, and the one style sheet in the page.
fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src '{}'; \
         connect-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        style_hash(style)
    )
}

/// How a policy names a style sheet that stands in the page.
pub fn style_hash(style: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(style)))
}

fn preloads(head: &Head, files: &Files, address: &Address<'_>) -> String {
    let Address { lang, base, .. } = *address;
    let is_file = |name: &&str| match address.kind {
        Kind::Start => true,
        Kind::Preview => [files.app.as_str(), &files.wasm].contains(name),
    };
    let mut links: Vec<String> = files
        .at_start(lang)
        .filter(is_file)
        .map(|name| {
            if name.ends_with(".js") {
                format!("<link rel=\"modulepreload\" href=\"{base}{name}\">")
            } else {
                // Without `crossorigin` the browser fetches the file a second time for `fetch()`.
                format!("<link rel=\"preload\" as=\"fetch\" href=\"{base}{name}\" crossorigin>")
            }
        })
        .collect();
    links.extend(icon(head, base));
    links.join("\n")
}

/// The link to the icon, from a page from which `root` leads to the top.
pub(crate) fn icon(head: &Head, root: &str) -> Option<String> {
    let icon = head.icon.as_ref()?;
    Some(format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{root}{icon}\">"
    ))
}

/// The same page in every language, for search engines: in full where it is known where the site is.
fn alternates(head: &Head, files: &Files, address: &Address<'_>) -> String {
    match address.kind {
        Kind::Preview => String::new(),
        Kind::Start => {
            let langs: Vec<Lang> = files.langs().collect();
            in_all_languages(head, &langs, address.lang, address.base, "")
        }
    }
}

/// Links from the page that stands in `within` the folder of its language to itself in each of these languages; `root` leads from it to the top.
pub(crate) fn in_all_languages(
    head: &Head,
    langs: &[Lang],
    lang: Lang,
    root: &str,
    within: &str,
) -> String {
    let top = match &head.base_url {
        Some(base) => base.to_string(),
        None => root.to_owned(),
    };
    let page = |lang: Lang| [top.as_str(), &folder(lang), within].concat();
    let link = |code: &str, lang: Lang| {
        let page = page(lang);
        format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{page}\">")
    };
    let mut links: Vec<String> = langs.iter().map(|lang| link(lang.code(), *lang)).collect();
    if head.base_url.is_some() {
        links.push(link("x-default", FIRST));
        links.push(format!("<link rel=\"canonical\" href=\"{}\">", page(lang)));
    }
    links.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, values: &[(&'static str, &str)]) -> Result<String, PageError> {
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
        assert!(!files.block(Lang::Ja, "./").contains('<'));
    }

    #[test]
    fn a_page_in_a_folder_points_upwards() {
        let files = Files {
            app: "assets/app.js".to_owned(),
            words: [("ja-x-easy".to_owned(), String::new())].into(),
            ..Files::default()
        };
        let address = Address::of(Lang::En);
        assert!(preloads(&Head::default(), &files, &address).contains("href=\"../assets/app.js\""));
        assert!(files.block(Lang::En, "../").contains("\"base\":\"../\""));
        assert!(
            alternates(&Head::default(), &files, &address)
                .contains("hreflang=\"ja-x-easy\" href=\"../ja-x-easy/\"")
        );
    }

    #[test]
    fn where_the_site_is_known_its_languages_are_linked_in_full() {
        let head = Head {
            base_url: "https://tomoni.example/sub".parse().ok(),
            ..Head::default()
        };
        let links = in_all_languages(&head, &Lang::ALL, Lang::En, "../../../", "guide/a/");
        for link in [
            "<link rel=\"canonical\" href=\"https://tomoni.example/sub/en/guide/a/\">",
            "hreflang=\"ja\" href=\"https://tomoni.example/sub/guide/a/\"",
            "hreflang=\"x-default\" href=\"https://tomoni.example/sub/guide/a/\"",
        ] {
            assert!(links.contains(link), "{links}");
        }
        assert!(!links.contains("../"));
    }

    #[test]
    fn words_are_escaped_and_html_is_not() {
        let shown = Shown {
            title: "a<b".to_owned(),
            body: "<p>".to_owned(),
            ..Shown::default()
        };
        let all = "{{mark}}{{lang}}{{dir}}{{csp}}{{title}}{{description}}{{style}}{{preloads}}{{alternates}}{{cannot_start}}\
                   {{cannot_load}}{{reload}}{{body}}{{files}}{{boot}}";
        let template = Template::new(all.to_owned());
        let page = page(
            &template,
            &Head::default(),
            &Files::default(),
            &Address::of(Lang::Ja),
            &shown,
            Mark::None,
        )
        .unwrap();
        assert!(page.contains("a&lt;b") && page.contains("<p>"));
    }
}
