//! What search engines ask for: which pages there are, and whether they may look.

use std::fmt::Write as _;

use html_escape::encode_text;

use crate::base_url::BaseUrl;
use crate::files::Site;
use crate::leaflet::{NOT_FOUND, is_leaflet};
use crate::mark::Mark;

const SITEMAP: &str = "sitemap.xml";
const ROBOTS: &str = "robots.txt";

/// Adds the site map and `robots.txt` of the pages that are in the site.
///
/// A site map names its pages in full, so there is none without `base_url`; and none of a sample, which nobody shall find.
///
/// Source: <https://www.sitemaps.org/protocol.html>, RFC 9309.
pub fn place(base_url: Option<&BaseUrl>, mark: Mark, site: &mut Site) {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let (Some(base), Mark::None) = (base_url, mark) {
        let map = map(base, site.files.keys());
        site.add(SITEMAP, map.into_bytes());
        let _ = writeln!(robots, "Sitemap: {base}{SITEMAP}");
    }
    site.add(ROBOTS, robots.into_bytes());
}

fn map<'a>(base: &BaseUrl, names: impl Iterator<Item = &'a String>) -> String {
    let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for folder in names.filter_map(|name| folder_of_page(name)) {
        let address = [base.to_string().as_str(), folder].concat();
        let _ = writeln!(map, "<url><loc>{}</loc></url>", encode_text(&address));
    }
    map + "</urlset>\n"
}

/// The address of a page for everybody, from the top; `None` for other files.
fn folder_of_page(name: &str) -> Option<&str> {
    let folder = name.strip_suffix("index.html")?;
    let is_start = folder.matches('/').count() < 2;
    (name != NOT_FOUND && (is_start || is_leaflet(name))).then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(base_url: Option<&str>, mark: Mark) -> Site {
        let mut site = Site::default();
        for name in [
            "index.html",
            "en/guide/a/index.html",
            "404.html",
            "editor/live.json",
        ] {
            site.add(name, Vec::new());
        }
        let base_url = base_url.map(|base| base.parse().unwrap());
        place(base_url.as_ref(), mark, &mut site);
        site
    }

    fn text<'a>(site: &'a Site, name: &str) -> &'a str {
        std::str::from_utf8(&site.files[name]).unwrap()
    }

    #[test]
    fn the_site_map_names_every_page_in_full_and_nothing_else() {
        let site = placed(Some("https://tomoni.example/sub/"), Mark::None);
        let map = text(&site, SITEMAP);
        assert_eq!(map.matches("<loc>").count(), 2);
        assert!(map.contains("<loc>https://tomoni.example/sub/</loc>"));
        assert!(map.contains("<loc>https://tomoni.example/sub/en/guide/a/</loc>"));
        assert!(text(&site, ROBOTS).contains("Sitemap: https://tomoni.example/sub/sitemap.xml\n"));
    }

    #[test]
    fn without_an_address_and_of_a_sample_there_is_no_site_map() {
        for site in [
            placed(None, Mark::None),
            placed(Some("https://tomoni.example/"), Mark::Sample),
        ] {
            assert!(!site.files.contains_key(SITEMAP));
            assert!(!text(&site, ROBOTS).contains("Sitemap"));
        }
    }
}
