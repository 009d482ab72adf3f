//! The directory: places to talk, without the self-check.

use session::Event;
use session::view::{PickView, PlacesView};
use yew::{AttrValue, Callback, Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::heading::{Level, heading};
use crate::components::link::site_link;
use crate::components::list::List;
use crate::components::words::{paragraph, words};

/// The directory.
pub fn places(pen: Pen<'_>, view: &PlacesView) -> Html {
    let on_prefecture = pen.on_event.reform(Event::ChosePrefecture);
    let on_kind = pen.on_event.reform(Event::ChoseKind);
    html! {
        <>
            {heading(pen, Level::Title, &view.title)}
            {paragraph(pen, "lead", &view.lead)}
            {pick(pen, "prefecture", &view.prefectures, on_prefecture)}
            {for view.kinds.iter().map(|kinds| pick(pen, "kind", kinds, on_kind.clone()))}
            // It stands there before it says anything: an element that comes with its words is not read out.
            <p class="status" role="status">{words(pen, &view.status)}</p>
            {for view.try_again.iter().map(|again| button(pen, Weight::Quiet, again, Event::PressedTryAgain))}
            {contacts(pen, Level::Part, &view.entries)}
            <div class="notice">
                {paragraph(pen, "", &view.ask)}
                {for view.search.iter().map(|link| site_link(pen, link))}
            </div>
            <section>
                {heading(pen, Level::Part, &view.national_title)}
                {contacts(pen, Level::Card, &view.national)}
            </section>
        </>
    }
}

fn pick<T>(pen: Pen<'_>, id: &'static str, view: &PickView<T>, on_pick: Callback<Option<T>>) -> Html
where
    T: Copy + PartialEq + 'static,
{
    let label = AttrValue::from([id, "-label"].concat());
    html! {
        <div class="pick">
            <label for={id} id={label.clone()}>{words(pen, &view.label)}</label>
            {List {
                id: id.into(),
                named_by: label,
                first: &view.first,
                rows: view.rows.iter().map(|(value, name)| (*value, name)).collect(),
                picked: view.picked,
                on_pick,
            }.draw()}
        </div>
    }
}
