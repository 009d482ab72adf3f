//! The leaflets of the shipped content: whole, in every language, and renewed with the content.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use authoring::Compiled;
use domain::text::Lang;
use session::Leaflet;
use site::page::{Head, Sources, Template, folder};
use site::{Content, Kit, Mark, is_leaflet, problems};

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let reading = authoring::read(&top().join("content"));
    reading.compiled.unwrap()
});

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn kit(base_url: Option<&str>) -> Kit {
    let template = |name| Template::new(fs::read_to_string(top().join(name)).unwrap());
    let pages = Sources {
        start: template("index.html"),
        leaflet: template("static/leaflet.html"),
        leaflet_style: "b{}".into(),
    };
    let head = Head {
        pictures: String::new(),
        boot: "assets/boot.js".into(),
        icon: None,
        style: "a{}".into(),
        base_url: base_url.map(|base| base.parse().unwrap()),
    };
    Kit::new(
        pages,
        head,
        ["assets/app.js".into(), "assets/app.wasm".into()],
        Default::default(),
    )
}

fn content(base_url: Option<&str>, mark: Mark) -> Content {
    kit(base_url)
        .content(&COMPILED, Vec::new(), mark, None)
        .unwrap()
}

fn html<'a>(content: &'a Content, name: &str) -> &'a str {
    std::str::from_utf8(&content.site.files[name]).unwrap()
}

/// The file of the support with this id, in Japanese.
fn guide(id: &str) -> String {
    format!("guide/{id}/index.html")
}

#[test]
fn every_support_and_every_prefecture_has_a_leaflet_in_every_language_and_none_breaks_a_promise() {
    let content = content(None, Mark::None);
    for lang in Lang::ALL {
        for leaflet in Leaflet::all(&COMPILED.pack) {
            let name = [&folder(lang), &leaflet.folder(&COMPILED.pack), "index.html"].concat();
            assert!(content.site.files.contains_key(&name), "{name}");
        }
    }
    // One for each support, one for each of the 47 prefectures, and the two lists; and the page for where nothing is.
    let n_leaflets = Lang::ALL.len() * (COMPILED.pack.supports.len() + 47 + 2) + 1;
    let names = content.site.files.keys();
    assert_eq!(names.filter(|name| is_leaflet(name)).count(), n_leaflets);
    let app = ["assets/boot.js", "assets/app.js", "assets/app.wasm"];
    let found = problems(&[&content.site], |name| app.contains(&name));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn without_an_address_of_the_site_no_link_within_it_is_in_full() {
    let content = content(None, Mark::None);
    for name in ["index.html", &guide("high-cost-medical"), "404.html"] {
        let html = html(&content, name);
        assert!(
            !html.contains("canonical") && !html.contains("hreflang=\"x-default\""),
            "{name}"
        );
    }
    assert!(!content.site.files.contains_key("sitemap.xml"));
}

#[test]
fn with_an_address_every_page_says_it_in_full_and_stands_in_the_site_map() {
    let content = content(Some("https://tomoni.example/sub/"), Mark::None);
    let map = html(&content, "sitemap.xml");
    let pages = content
        .site
        .files
        .keys()
        .filter(|name| name.ends_with("index.html"));
    for name in pages {
        let page = format!(
            "https://tomoni.example/sub/{}",
            name.strip_suffix("index.html").unwrap()
        );
        let canonical = format!("<link rel=\"canonical\" href=\"{page}\">");
        assert!(html(&content, name).contains(&canonical), "{name}");
        assert!(map.contains(&format!("<loc>{page}</loc>")), "{name}");
    }
    assert!(!map.contains("404") && !map.contains("editor"));
    let nowhere = html(&content, "404.html");
    assert!(nowhere.contains("href=\"https://tomoni.example/sub/en/\""));
    assert!(nowhere.contains("href=\"https://tomoni.example/sub/#/help\""));
}

#[test]
fn the_page_where_nothing_is_needs_no_file_and_names_whom_to_call() {
    let content = content(None, Mark::None);
    let html = html(&content, "404.html");
    assert!(!html.contains("assets/") && !html.contains("../"));
    assert!(html.contains("href=\"tel:119\"") && html.contains("<html lang=\"ja\""));
    assert!(html.contains("<section lang=\"en\">"));
}

#[test]
fn nobody_who_searches_the_web_finds_a_sample() {
    let content = content(Some("https://tomoni.example/"), Mark::Sample);
    for name in [&guide("wig-subsidy"), "contacts/index.html"] {
        assert!(
            html(&content, name).contains("<meta name=\"robots\" content=\"noindex\">"),
            "{name}"
        );
        assert!(html(&content, name).contains("class=\"stamp\""), "{name}");
    }
    assert!(!content.site.files.contains_key("sitemap.xml"));
}

#[test]
fn what_nobody_is_told_unasked_is_folded_away_in_the_list() {
    let content = content(None, Mark::None);
    let (open, folded) = html(&content, "guide/index.html")
        .split_once("<details>")
        .unwrap();
    // Source: docs/SAFETY.md, and the rows `unasked` and `living` of content/never.csv.
    for id in [
        "acp",
        "palliative-ward",
        "bereaved-care",
        "survivor-benefits",
    ] {
        let link = format!("href=\"../guide/{id}/\"");
        assert!(folded.contains(&link) && !open.contains(&link), "{id}");
    }
    assert!(open.contains("href=\"../guide/consult-centre/\""));
}

#[test]
fn a_leaflet_speaks_to_everybody_and_says_where_its_facts_come_from() {
    let content = content(None, Mark::None);
    let html = html(&content, &guide("high-cost-medical"));
    let id = COMPILED
        .pack
        .iter_supports()
        .find(|(_, support)| support.name == "high-cost-medical");
    let words = COMPILED
        .guide_in(Lang::Ja)
        .unwrap()
        .support(id.unwrap().0)
        .unwrap();
    for text in [
        &words.name,
        &words.lead,
        &words.who,
        &words.what,
        &words.say,
        &words.cost,
        &words.bring,
    ] {
        assert!(html.contains(&text.base.text), "{}", text.base.text);
    }
    assert!(html.contains("class=\"sources\"") && html.contains("class=\"origin\""));
    assert!(html.contains("href=\"../../contacts/\"") && html.contains("href=\"../../#/help\""));
}

#[test]
fn a_prefecture_without_entries_has_the_official_search_and_one_with_entries_has_them_all() {
    let content = content(None, Mark::None);
    let known = |code: &str| {
        let mut files = COMPILED.entries.iter();
        files.find(|(file, _)| file.prefecture.to_string() == code)
    };
    let mut n_empty = 0;
    for code in 1..=47 {
        let code = format!("{code:02}");
        let html = html(&content, &format!("contacts/{code}/index.html"));
        assert!(html.contains("https://ganjoho.jp/"), "{code}");
        match known(&code) {
            Some((file, _)) => {
                for entry in &file.entries {
                    let name = html_escape::encode_text(&entry.name);
                    assert!(html.contains(name.as_ref()), "{}", entry.id);
                }
            }
            None => n_empty += 1,
        }
    }
    assert!(n_empty > 0, "no prefecture without entries was looked at");
}
