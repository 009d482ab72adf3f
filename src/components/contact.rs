//! Contact points: how to reach a person, how sure that is, and who says so.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::{ContactView, PhoneView, Phrase};
use yew::{Html, html};

use super::Pen;
use super::facts::facts;
use super::heading::{Level, heading};
use super::link::site_link;
use super::words::{paragraph, words};

/// Contact points under headings of this level. The mark is explained once for all of them.
pub fn contacts(pen: Pen<'_>, level: Level, contacts: &[ContactView]) -> Html {
    let marked = contacts.iter().find_map(|contact| contact.mark.as_ref());
    html! {
        <>
            if let Some((mark, explanation)) = marked {
                <p class="marked">{badge(pen, mark)}{" "}{words(pen, explanation)}</p>
            }
            {for contacts.iter().map(|contact| card(pen, level, contact))}
        </>
    }
}

fn card(pen: Pen<'_>, level: Level, contact: &ContactView) -> Html {
    let page = contact.page.as_ref().map(|link| site_link(pen, link));
    let (above, below) = if contact.is_page_first {
        (page, None)
    } else {
        (None, page)
    };
    let class = if contact.is_page_first {
        "contact page-first"
    } else {
        "contact"
    };
    let mark = contact.mark.as_ref().map(|(mark, _)| mark);
    html! {
        <article key={contact.id.clone()} {class}>
            {heading(pen, level, &contact.name)}
            {paragraph(pen, "", &contact.note)}
            {above}
            {for contact.phones.iter().map(|phone| call(pen, phone, mark))}
            {below}
            {facts(pen, &contact.facts)}
            {origin(pen, contact)}
        </article>
    }
}

fn call(pen: Pen<'_>, phone: &PhoneView, mark: Option<&Phrase>) -> Html {
    html! {
        <p class="phone">
            <a class="call" href={["tel:", &phone.dial].concat()}>{words(pen, &phone.name)}</a>
            if let Some(mark) = mark { {" "}{badge(pen, mark)} }
            {for phone.notes.iter().map(|note| html! { <>{" "}<small>{words(pen, note)}</small></> })}
        </p>
    }
}

/// The mark of digits that nobody has dialed to check: words first, color second.
fn badge(pen: Pen<'_>, mark: &Phrase) -> Html {
    html! { <b class="mark">{words(pen, mark)}</b> }
}

fn origin(pen: Pen<'_>, contact: &ContactView) -> Html {
    let source = contact.source.as_ref();
    if source.is_none() && contact.checked.is_empty() {
        return Html::default();
    }
    html! {
        <p class="origin">
            if let Some(source) = source {
                <span>{words(pen, &source.label)}{" "}{words(pen, &source.value)}</span>{" "}
            }
            <span>{words(pen, &contact.checked)}</span>
        </p>
    }
}
