//! The leaflets as files: every support and every prefecture in every language, readable without a script.

use std::collections::BTreeMap;

use authoring::Compiled;
use domain::directory::Entry;
use domain::text::direction;
use domain::{Answers, SupportId};
use html_escape::encode_quoted_attribute as escaped;
use session::view::LeafletView;
use session::{Leaflet, Model};
use tomoni::prerender::{self, Ways};

use crate::draw::drawn;
use crate::files::Site;
use crate::kit::{Kit, RenderError};
use crate::mark::Mark;
use crate::page::{self, FIRST, PageError};
use crate::sitemap;

/// The page that a plain host shows where nothing is.
pub const NOT_FOUND: &str = "404.html";

/// Whether a file of a site is a leaflet, by its name.
pub fn is_leaflet(name: &str) -> bool {
    let mut folders = name.split('/');
    let is_in = |folder: &str| matches!(folder, "guide" | "contacts");
    name == NOT_FOUND
        || (name.ends_with(".html")
            && (folders.next().is_some_and(is_in) || folders.next().is_some_and(is_in)))
}

/// Puts the leaflets of this content into the site, with the page for addresses that lead nowhere and what search
/// engines read. `models` are visits in every language.
///
/// # Errors
/// When a leaflet cannot be drawn or the template does not fit.
pub fn place(
    compiled: &Compiled,
    models: &[Model],
    kit: &Kit,
    mark: Mark,
    site: &mut Site,
) -> Result<(), RenderError> {
    let style = style(kit, mark)?;
    let sheet = site.add_hashed("leaflet", "css", style.clone().into_bytes());
    let leaflets = Leaflet::all(&compiled.pack);
    let later = |id| is_later(compiled, id);
    for model in models {
        for leaflet in &leaflets {
            let view = model.leaflet(*leaflet, &entries(compiled, *leaflet), &later);
            let name = [&page::folder(model.lang()), &view.folder, "index.html"].concat();
            let page = page(kit, model, &sheet, mark, view)?;
            site.add(&name, page.into_bytes());
        }
    }
    let nowhere = nowhere(kit, models, &style, mark)?;
    site.add(NOT_FOUND, nowhere.into_bytes());
    sitemap::place(kit.head().base_url.as_ref(), mark, site);
    Ok(())
}

/// The style sheet of the leaflets, which a browser keeps from one to the next.
fn style(kit: &Kit, mark: Mark) -> Result<String, PageError> {
    let style = [kit.head().style.as_str(), &kit.pages().leaflet_style].concat();
    let style = mark.style(&style);
    match style.contains("</") {
        true => Err(PageError::Style),
        false => Ok(style),
    }
}

/// The entries of a leaflet's prefecture. What is there only for a time is left to the app, which knows the day.
fn entries(compiled: &Compiled, leaflet: Leaflet) -> Vec<Entry> {
    let Leaflet::Contacts(prefecture) = leaflet else {
        return Vec::new();
    };
    let files = compiled.entries.iter().map(|(file, _)| file);
    let entries = files
        .filter(|file| file.prefecture == prefecture)
        .flat_map(|file| &file.entries);
    let is_open = |validity: domain::directory::Validity| validity == Default::default();
    entries
        .filter(|entry| is_open(entry.validity))
        .cloned()
        .map(|mut entry| {
            entry.meetings.retain(|meeting| is_open(meeting.validity));
            entry
        })
        .collect()
}

/// Whether nobody is told of this support unasked: what must never be shown to somebody who has answered nothing.
fn is_later(compiled: &Compiled, id: SupportId) -> bool {
    let nothing = Answers::default();
    let never = compiled.never.iter();
    { never }.any(|rule| rule.when.holds(&nothing) && rule.forbids.forbids(id))
}

/// One leaflet.
fn page(
    kit: &Kit,
    model: &Model,
    sheet: &str,
    mark: Mark,
    view: LeafletView,
) -> Result<String, RenderError> {
    let lang = model.lang();
    let start = "../".repeat(view.folder.matches('/').count());
    let root = match lang {
        FIRST => start.clone(),
        _ => ["../", &start].concat(),
    };
    let head = kit.head();
    let mut links = vec![format!("<link rel=\"stylesheet\" href=\"{root}{sheet}\">")];
    links.extend(page::icon(head, &root));
    let langs = &model.pack().langs;
    links.push(page::in_all_languages(
        head,
        langs,
        lang,
        &root,
        &view.folder,
    ));
    links.extend(robots(mark));
    let values = Values {
        csp: policy("'self'"),
        head: links.join("\n"),
        lang: lang.html(),
    };
    fill(kit, mark, values, view, Ways { start, root })
}

/// The page for addresses that lead nowhere. It may be shown at any depth, so it needs no file, and its few links within
/// the site are absolute, or begin with `./`, which the receiver puts right.
fn nowhere(kit: &Kit, models: &[Model], style: &str, mark: Mark) -> Result<String, RenderError> {
    let is_first = |model: &&Model| model.lang() == FIRST;
    let model = models.iter().find(is_first);
    let model = model.ok_or(crate::DrawError::NoWords(FIRST))?;
    let others = models.iter().filter(|model| !is_first(model));
    let view = model.not_found_leaflet(others.map(Model::not_found_line).collect());
    let top = match &kit.head().base_url {
        Some(base) => base.to_string(),
        None => "./".to_owned(),
    };
    let values = Values {
        csp: policy(&format!("'{}'", page::style_hash(style))),
        head: format!("<style>{style}</style>\n{NO_INDEX}"),
        lang: FIRST.html(),
    };
    let ways = Ways {
        start: top.clone(),
        root: top,
    };
    fill(kit, mark, values, view, ways)
}

/// What differs between the heads of leaflets.
struct Values {
    csp: String,
    head: String,
    lang: &'static str,
}

fn fill(
    kit: &Kit,
    mark: Mark,
    values: Values,
    view: LeafletView,
    ways: Ways,
) -> Result<String, RenderError> {
    let title = escaped(&view.window).into_owned();
    let description = escaped(&view.description).into_owned();
    let body = drawn(prerender::leaflet(view, ways))?;
    let values = BTreeMap::from([
        ("lang", values.lang.to_owned()),
        ("dir", direction(values.lang).to_owned()),
        ("csp", values.csp),
        ("title", title),
        ("description", description),
        ("head", values.head),
        ("mark", mark.html().to_owned()),
        ("body", body),
    ]);
    Ok(kit.pages().leaflet.fill(&values)?)
}

/// Nothing but the style sheet and the icon: no script at all.
fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; style-src {style}; img-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

const NO_INDEX: &str = "<meta name=\"robots\" content=\"noindex\">";

/// A sample is not for whoever searches the web.
fn robots(mark: Mark) -> Option<String> {
    match mark {
        Mark::None => None,
        Mark::Sample | Mark::Preview => Some(NO_INDEX.to_owned()),
    }
}
