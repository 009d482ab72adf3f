//! The page for editors: its files, and the preview of the app that it opens.

use std::collections::BTreeMap;

use domain::directory::Prefecture;
use domain::text::Lang;
use serde::Serialize;
use serde_json::json;

use crate::files::Site;
use crate::kit::{Kit, RenderError};
use crate::mark::Mark;
use crate::page::{self, Address, Files, Head, Kind, Shown, Template};

/// Where the page says what is live.
pub const LIVE: &str = "editor/live.json";

/// What is live, for the page for editors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Live {
    /// The version in the settings sheet.
    pub version: String,
    /// What tells its content from any other.
    pub fingerprint: String,
    /// When it was published, in Japan; `None` when the site was built with it.
    pub published_on: Option<String>,
    /// Whether its pages say that it is a sample.
    pub is_sample: bool,
    /// The file with its tables, by its name in the site.
    pub content: String,
}

impl Live {
    /// As a file.
    pub(crate) fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The sources of the page for editors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// `index.html`, with names in the places of what is filled in.
    pub page: String,
    /// Its style sheet, without that of the app's tokens.
    pub style: String,
    /// The script of the page.
    pub script: Vec<u8>,
    /// The script of the worker that runs the wasm.
    pub worker: Vec<u8>,
    /// The service worker, with names in the places of what is filled in.
    pub service: String,
    /// The script that wasm-bindgen makes.
    pub glue: Vec<u8>,
    /// `authoring` as WebAssembly.
    pub wasm: Vec<u8>,
}

/// Puts the page for editors, its service worker and the page of the preview into the site, and says what it loads.
///
/// # Errors
/// When a template does not fit.
pub fn place(sources: Sources, kit: &Kit, site: &mut Site) -> Result<Vec<String>, RenderError> {
    let script = site.add_hashed("editor", "js", sources.script);
    let worker = site.add_hashed("editor-worker", "js", sources.worker);
    let glue = site.add_hashed("editor-glue", "js", sources.glue);
    let wasm = site.add_hashed("editor", "wasm", sources.wasm);
    let style = site.add_hashed("editor", "css", sources.style.into_bytes());
    let block = json!({ "base": "../", "worker": worker, "glue": glue, "wasm": wasm });
    let icon = kit.head().icon.as_ref();
    let icon =
        icon.map(|name| format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"../{name}\">"));
    let html = Template::new(sources.page).fill(&BTreeMap::from([
        ("csp", POLICY.to_owned()),
        ("icon", icon.unwrap_or_default()),
        ("style", format!("../{style}")),
        ("script", format!("../{script}")),
        ("files", page::data(&block)),
    ]))?;
    site.add("editor/index.html", html.into_bytes());
    site.add("editor/preview/index.html", preview(kit)?.into_bytes());

    let own = vec![style, script, worker, glue, wasm];
    let kept = own
        .iter()
        .chain(&kit.at_start())
        .chain(&kit.later())
        .map(|name| format!("../{name}"))
        .collect::<Vec<_>>();
    // The pages have the same name in every build; their hash makes the browser fetch them again.
    let pages: Vec<u8> = ["editor/index.html", "editor/preview/index.html"]
        .iter()
        .filter_map(|name| site.files.get(*name))
        .flatten()
        .copied()
        .collect();
    let service = Template::new(sources.service).fill(&BTreeMap::from([
        ("files", json!(kept).to_string()),
        ("build", json!(crate::hash(&pages)).to_string()),
    ]))?;
    site.add("editor/sw.js", service.into_bytes());
    Ok(own)
}

/// Nothing but our own files. No text may become a script or an element, except the addresses of the two workers.
const POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tomoni-editor";

/// The page of the app whose packs come from the page for editors. The service worker answers for them; without it, what
/// stands there first stays.
fn preview(kit: &Kit) -> Result<String, RenderError> {
    let up = |name: &String| format!("../../{name}");
    let packs = |stem: &str| {
        let name = |lang: Lang| {
            (
                lang.code().to_owned(),
                format!("{stem}-{}.bin", lang.code()),
            )
        };
        Lang::ALL.map(name).into()
    };
    let entries = |code| {
        let code = Prefecture::new(code)?.to_string();
        Some((code.clone(), format!("entries-{code}.bin")))
    };
    let files = Files {
        app: up(&kit.app),
        wasm: up(&kit.wasm),
        whole: kit.whole.each_ref().map(&up),
        pictures: up(&kit.head().pictures),
        rules: "rules.bin".to_owned(),
        words: packs("words"),
        guides: packs("guide"),
        entries: (1..=47).filter_map(entries).collect(),
    };
    let Head {
        boot,
        icon,
        pictures,
        style,
        ..
    } = kit.head();
    let head = Head {
        boot: up(boot),
        icon: icon.as_ref().map(up),
        pictures: up(pictures),
        style: style.clone(),
        base_url: None,
    };
    let address = Address {
        lang: page::FIRST,
        base: "./",
        kind: Kind::Preview,
    };
    let shown = Shown {
        title: "下見".to_owned(),
        description: "編集のページから開く、アプリの下見です。".to_owned(),
        cannot_start: CANNOT_START.to_owned(),
        cannot_load: CANNOT_LOAD.to_owned(),
        reload: "もう一度読み込む <span lang=\"en\">Load again</span>".to_owned(),
        body: BODY.to_owned(),
    };
    Ok(page::page(
        &kit.pages().start,
        &head,
        &files,
        &address,
        &shown,
        Mark::Preview,
    )?)
}

const CANNOT_START: &str =
    "アプリを始められません。 <span lang=\"en\">The app cannot start.</span>";
const CANNOT_LOAD: &str = "表がありません。編集のページを開いたまま、そこの「アプリを開く」から開いてください。 \
    <span lang=\"en\">There are no tables. Keep the page for editors open, and open the preview from there.</span>";
const BODY: &str = "<main class=\"page\"><h1>下見</h1><p>編集のページから開く画面です。<a href=\"../\">編集のページへ</a></p>\
    <p lang=\"en\">This screen is opened from the page for editors. <a href=\"../\">Go there</a></p></main>";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Sources as Pages, Template};

    fn kit() -> Kit {
        let template = "{{lang}}{{dir}}{{csp}}{{title}}{{description}}<style>{{style}}</style>{{preloads}}{{alternates}}{{mark}}\
            {{cannot_start}}{{cannot_load}}{{reload}}{{body}}{{files}}{{boot}}";
        let head = Head {
            boot: "assets/boot-0.js".into(),
            icon: None,
            pictures: "assets/pictograms-0.svg".into(),
            style: "a{}".into(),
            base_url: None,
        };
        let pages = Pages {
            start: Template::new(template.into()),
            leaflet: Template::new(String::new()),
            leaflet_style: String::new(),
        };
        Kit::new(
            pages,
            head,
            ["assets/app-0.js".into(), "assets/app-0.wasm".into()],
            ["assets/whole-0.js".into(), "assets/whole-0.wasm".into()],
        )
    }

    #[test]
    fn the_preview_takes_the_app_from_the_site_and_the_packs_from_beside_it() {
        let html = preview(&kit()).unwrap();
        assert!(
            html.contains("\"app\":[\"../../assets/app-0.js\""),
            "{html}"
        );
        assert!(
            html.contains("\"rules\":\"rules.bin\"") && html.contains("\"47\":\"entries-47.bin\"")
        );
        assert!(html.contains("Preview, on this computer only."));
        assert!(!html.contains("hreflang"));
    }

    #[test]
    fn the_service_worker_changes_with_every_file_it_keeps() {
        let service = |script: &str| {
            let mut site = Site::default();
            let sources = Sources {
                page: "{{csp}}{{icon}}{{style}}{{script}}{{files}}".into(),
                service: "{{files}}{{build}}".into(),
                script: script.as_bytes().to_vec(),
                ..Sources::default()
            };
            place(sources, &kit(), &mut site).unwrap();
            site.files["editor/sw.js"].clone()
        };
        assert_ne!(service("a"), service("b"));
        assert_eq!(service("a"), service("a"));
    }
}
