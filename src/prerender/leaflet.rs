//! Leaflets: pages that are read and printed without the app, made of the same parts.

use std::future::Future;

use session::Event;
use session::view::{
    ContactView, ContactsLeaflet, CrisisLines, Fact, GuideLeaflet, IndexLeaflet, LeafletBody,
    LeafletView, LinkGroup, NotFoundLine, Phrase,
};
use yew::{AttrValue, Callback, Html, LocalServerRenderer, Properties, component};

use super::{lang_folder, languages};
use crate::components::Pen;
use crate::components::contact::{call, cards, contacts, explained};
use crate::components::element::{element, element_with, group};
use crate::components::facts::{facts, speech};
use crate::components::heading::{Level, heading, heading_with_id, section};
use crate::components::link::site_link;
use crate::components::notice::{draft, emergency};
use crate::components::sources::sources;
use crate::components::words::{paragraph, paragraphs, worded, words};
use crate::screens::crisis;

/// The ways from a leaflet: each ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// To the start page of its language.
    pub start: String,
    /// To the root of the site.
    pub root: String,
}

/// The body of a leaflet.
pub fn leaflet(view: LeafletView, ways: Ways) -> impl Future<Output = String> {
    LocalServerRenderer::<Sheet>::with_props(SheetProps { view, ways })
        .hydratable(false)
        .render()
}

/// Links to leaflets under their heading; `start` is the way to the start page of the language.
pub fn links(pen: Pen<'_>, start: &str, group_of: &LinkGroup) -> Html {
    let row = |link: &session::view::LeafletLink| {
        let link = to(pen, "", &[start, &link.folder].concat(), &link.name);
        element("li", "", vec![link])
    };
    let list = group_of.links.iter().map(row).collect();
    group(vec![
        heading(pen, Level::Part, &group_of.title),
        element("ul", "leaflets", list),
    ])
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SheetProps {
    view: LeafletView,
    ways: Ways,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let SheetProps { view, ways } = props;
    let frame = &view.frame;
    let on_event: Callback<Event> = Callback::noop();
    let pen = Pen {
        only_japanese: &frame.only_japanese,
        pictures: "",
        on_event: &on_event,
    };
    let header = vec![
        to(pen, "skip", "#title", &frame.skip),
        to(pen, "home", &ways.start, &frame.app_name),
        languages(pen, frame, &ways.root, &view.folder),
    ];
    // Wrapped: on the start page an address may hide everything beside the part that it names.
    let main = element("div", "", vec![sheet(pen, view, ways)]);
    let crisis = frame.crisis.as_ref();
    let help = [&ways.start, "#/help"].concat();
    let strip = crisis.map(|crisis| element("aside", "", vec![to(pen, "", &help, crisis)]));
    let parts = vec![
        element("header", "", header),
        element("main", "", vec![main]),
        strip.unwrap_or_default(),
        foot(pen, view, ways),
    ];
    element("div", "page", parts)
}

fn sheet(pen: Pen<'_>, view: &LeafletView, ways: &Ways) -> Html {
    let back = view.back.as_ref();
    let back = back.map(|link| {
        to(
            pen,
            "",
            &[&ways.start, link.folder.as_str()].concat(),
            &link.name,
        )
    });
    let title = match &view.body {
        // It brings its own.
        LeafletBody::Crisis(_) => Html::default(),
        LeafletBody::Index(_)
        | LeafletBody::Guide(_)
        | LeafletBody::Contacts(_)
        | LeafletBody::NotFound(_) => group(vec![
            heading(pen, Level::Title, &view.title),
            paragraph(pen, "lead", &view.lead),
        ]),
    };
    let body = match &view.body {
        LeafletBody::Index(body) => index(pen, ways, body),
        LeafletBody::Guide(body) => guide(pen, body),
        LeafletBody::Crisis(body) => crisis::crisis(pen, Level::Title, body),
        LeafletBody::Contacts(body) => places(pen, body),
        LeafletBody::NotFound(others) => not_found(pen, &view.to_start, ways, others),
    };
    let to_call = view.to_call.as_ref().map(|(said, whom)| {
        let parts = vec![
            section(pen, Level::Part, said),
            contacts(pen, Level::Card, whom),
        ];
        element("section", "", parts)
    });
    let check = [&ways.start, "#/check/1"].concat();
    let check = to(pen, "button", &check, &view.check);
    group(vec![
        back.map(|back| element("p", "back", vec![back]))
            .unwrap_or_default(),
        title,
        body,
        to_call.unwrap_or_default(),
        element("div", "actions", vec![check]),
        now(pen, view),
    ])
}

/// The list of leaflets, with what nobody is told unasked folded away.
fn index(pen: Pen<'_>, ways: &Ways, body: &IndexLeaflet) -> Html {
    let groups = body.groups.iter();
    let groups = groups.map(|group| element("section", "", vec![links(pen, &ways.start, group)]));
    let later = body.later.as_ref().map(|later| {
        let unnamed = LinkGroup {
            title: Phrase::default(),
            links: later.links.clone(),
        };
        let summary = worded(pen, "summary", "", &later.title);
        element(
            "details",
            "",
            vec![summary, links(pen, &ways.start, &unnamed)],
        )
    });
    group(vec![group(groups.collect()), later.unwrap_or_default()])
}

fn guide(pen: Pen<'_>, body: &GuideLeaflet) -> Html {
    let said = body.said.as_ref();
    let national = if body.contacts.is_empty() {
        Html::default()
    } else {
        part(
            pen,
            &body.contacts_label,
            contacts(pen, Level::Card, &body.contacts),
        )
    };
    let plain: Vec<&Fact> = body.facts.iter().collect();
    group(vec![
        emergency(pen, body.emergency.as_ref()),
        said.map(|fact| speech(pen, fact)).unwrap_or_default(),
        facts(pen, plain),
        national,
        sources(pen, &body.sources_label, &body.sources),
        paragraph(pen, "origin", &body.checked),
    ])
}

fn places(pen: Pen<'_>, body: &ContactsLeaflet) -> Html {
    let row = |kind: &session::view::KindGroup| {
        let link = to(pen, "", &["#", kind.id].concat(), &kind.title);
        element("li", "", vec![link])
    };
    let parts = if body.kinds.len() > 1 {
        let list = body.kinds.iter().map(row).collect();
        let values = vec!["parts".into(), body.parts_label.plain().into()];
        let list = element("ul", "leaflets", list);
        element_with("nav", &["class", "aria-label"], values, vec![list])
    } else {
        Html::default()
    };
    let kinds = body.kinds.iter().map(|kind| {
        let title = heading_with_id(pen, Level::Part, kind.id.into(), &kind.title);
        element(
            "section",
            "",
            vec![title, cards(pen, Level::Card, &kind.entries)],
        )
    });
    let search = body.search.as_ref();
    let ask = vec![
        paragraph(pen, "", &body.ask),
        search.map(|link| site_link(pen, link)).unwrap_or_default(),
    ];
    let entries = body.kinds.iter().flat_map(|kind| &kind.entries);
    group(vec![
        element("div", "notice", ask),
        parts,
        explained(pen, entries.chain(&body.national)),
        group(kinds.collect()),
        part(
            pen,
            &body.national_title,
            cards(pen, Level::Card, &body.national),
        ),
    ])
}

fn not_found(pen: Pen<'_>, to_start: &Phrase, ways: &Ways, others: &[NotFoundLine]) -> Html {
    let start = to(pen, "button main", &ways.start, to_start);
    let other = |line: &NotFoundLine| {
        let start = [&ways.root, lang_folder(line.lang).as_str()].concat();
        let inside = vec![
            heading(pen, Level::Part, &line.title),
            paragraph(pen, "", &line.lead),
            element("p", "", vec![to(pen, "", &start, &line.to_start)]),
        ];
        let lang = line.lang.html().into();
        element_with("section", &["lang"], vec![lang], inside)
    };
    group(vec![
        element("div", "actions", vec![start]),
        group(others.iter().map(other).collect()),
    ])
}

/// Whom to call now: on paper, as nothing can be tapped there, and where nothing may be found, as no link may hold there.
fn now(pen: Pen<'_>, view: &LeafletView) -> Html {
    match view.body {
        LeafletBody::Crisis(_) => Html::default(),
        LeafletBody::NotFound(_) => lines(pen, "", &view.crisis),
        LeafletBody::Index(_) | LeafletBody::Guide(_) | LeafletBody::Contacts(_) => {
            lines(pen, "paper", &view.crisis)
        }
    }
}

fn lines(pen: Pen<'_>, class: &'static str, crisis: &CrisisLines) -> Html {
    let line = |contact: &ContactView| {
        let mark = contact.mark.as_ref().map(|(mark, _)| mark);
        let name = element("p", "", vec![words(pen, &contact.name)]);
        let calls = contact.phones.iter().map(|phone| call(pen, phone, mark));
        element("li", "", std::iter::once(name).chain(calls).collect())
    };
    let list = crisis.lines.iter().map(line).collect();
    let parts = vec![
        heading(pen, Level::Part, &crisis.title),
        draft(pen, &crisis.draft),
        explained(pen, &crisis.lines),
        element("ul", "lines", list),
    ];
    element("section", class, parts)
}

fn foot(pen: Pen<'_>, view: &LeafletView, ways: &Ways) -> Html {
    let start = to(pen, "", &ways.start, &view.to_start);
    let indexes = view.indexes.iter();
    let indexes = indexes.map(|link| {
        to(
            pen,
            "",
            &[&ways.start, link.folder.as_str()].concat(),
            &link.name,
        )
    });
    let nav = element_with(
        "nav",
        &["aria-label"],
        vec![view.frame.footer_label.plain().into()],
        std::iter::once(start).chain(indexes).collect(),
    );
    let said = [view.frame.not_medical.clone(), view.seen.clone()];
    element("footer", "", vec![nav, paragraphs(pen, &said)])
}

fn part(pen: Pen<'_>, title: &Phrase, inside: Html) -> Html {
    element(
        "section",
        "",
        vec![heading(pen, Level::Part, title), inside],
    )
}

/// A link to an address within the site.
fn to(pen: Pen<'_>, class: &'static str, address: &str, phrase: &Phrase) -> Html {
    let address = AttrValue::from(address.to_owned());
    let said = vec![words(pen, phrase)];
    match class {
        "" => element_with("a", &["href"], vec![address], said),
        class => element_with("a", &["class", "href"], vec![class.into(), address], said),
    }
}
