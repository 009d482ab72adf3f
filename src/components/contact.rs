//! Contact points: how to reach a person, how sure that is, and who says so.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{ContactView, OpenView, PhoneView, Phrase};
use yew::Html;

use super::Pen;
use super::element::{element, element_with, group, text};
use super::facts::facts;
use super::heading::{Level, heading};
use super::link::site_link;
use super::words::{paragraph, worded, words};

/// Contact points under headings of this level. The mark is explained once for all of them.
pub fn contacts(pen: Pen<'_>, level: Level, contacts: &[ContactView]) -> Html {
    group(vec![explained(pen, contacts), cards(pen, level, contacts)])
}

/// Contact points without the explanation of the mark.
pub fn cards(pen: Pen<'_>, level: Level, contacts: &[ContactView]) -> Html {
    let cards = contacts
        .iter()
        .map(|contact| card(pen, level, contact, Html::default()));
    group(cards.collect())
}

/// What the mark means, where one of them carries it.
pub fn explained<'a>(pen: Pen<'_>, contacts: impl IntoIterator<Item = &'a ContactView>) -> Html {
    let marked = { contacts.into_iter() }.find_map(|contact| contact.mark.as_ref());
    let explained = marked.map(|(mark, explanation)| {
        let inside = vec![badge(pen, mark), text(" "), words(pen, explanation)];
        element("p", "marked", inside)
    });
    explained.unwrap_or_default()
}

/// A contact point, with more about it above its source.
pub fn card(pen: Pen<'_>, level: Level, contact: &ContactView, more: Html) -> Html {
    let page = contact.page.as_ref().map(|link| site_link(pen, link));
    let (class, above, below) = if contact.is_page_first {
        ("contact page-first", page, None)
    } else {
        ("contact", None, page)
    };
    let mark = contact.mark.as_ref().map(|(mark, _)| mark);
    let calls = contact.phones.iter().map(|phone| call(pen, phone, mark));
    let parts = vec![
        heading(pen, level, &contact.name),
        paragraph(pen, "", &contact.note),
        contact
            .open
            .as_ref()
            .map(|shown| open(pen, shown))
            .unwrap_or_default(),
        above.unwrap_or_default(),
        group(calls.collect()),
        below.unwrap_or_default(),
        facts(pen, &contact.facts),
        more,
        origin(pen, contact),
    ];
    element("article", class, parts)
}

/// Whether somebody is there now: words first, color second; and of when the hours are.
pub fn open(pen: Pen<'_>, open: &OpenView) -> Html {
    let class = if open.is_open { "open now" } else { "open" };
    let inside = vec![
        worded(pen, "b", "", &open.state),
        text(" "),
        worded(pen, "small", "", &open.age),
    ];
    element("p", class, inside)
}

/// A number to call.
pub fn call(pen: Pen<'_>, phone: &PhoneView, mark: Option<&Phrase>) -> Html {
    let dial = ["tel:", &phone.dial].concat();
    let link = element_with(
        "a",
        &["class", "href"],
        vec!["call".into(), dial.into()],
        vec![words(pen, &phone.name)],
    );
    let mut parts = vec![link];
    if let Some(mark) = mark {
        parts.extend([text(" "), badge(pen, mark)]);
    }
    for note in &phone.notes {
        parts.extend([text(" "), worded(pen, "small", "", note)]);
    }
    element("p", "phone", parts)
}

/// The mark of digits that nobody has dialed to check: words first, color second.
fn badge(pen: Pen<'_>, mark: &Phrase) -> Html {
    worded(pen, "b", "mark", mark)
}

fn origin(pen: Pen<'_>, contact: &ContactView) -> Html {
    let mut parts = Vec::new();
    if let Some(source) = &contact.source {
        let said = vec![
            words(pen, &source.label),
            text(" "),
            words(pen, &source.value),
        ];
        parts.extend([element("span", "", said), text(" ")]);
    }
    if !contact.checked.is_empty() {
        parts.push(worded(pen, "span", "", &contact.checked));
    }
    if parts.is_empty() {
        return Html::default();
    }
    element("p", "origin", parts)
}
