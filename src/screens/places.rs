//! The directory: places to talk, without the self-check.

use session::view::{PickView, PlacesView};
use session::{Event, Route};
use yew::{AttrValue, Html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::contacts;
use crate::components::element::{element, element_with, group};
use crate::components::heading::{Level, heading};
use crate::components::link::{route_link, site_link};
use crate::components::list::List;
use crate::components::notice::status;
use crate::components::words::{paragraph, words};

/// The directory.
pub fn places(pen: Pen<'_>, view: &PlacesView) -> Html {
    let kinds = view.kinds.as_ref();
    let again = view.try_again.as_ref();
    let search = view.search.as_ref();
    let ask = vec![
        paragraph(pen, "", &view.ask),
        search.map(|link| site_link(pen, link)).unwrap_or_default(),
    ];
    let to_sheet = view.to_sheet.as_ref();
    let to_sheet = to_sheet.map(|link| {
        let link = route_link(pen, "", link, Route::Sheet);
        element("p", "back", vec![link])
    });
    let to_sheet = to_sheet.unwrap_or_default();
    let national = vec![
        heading(pen, Level::Part, &view.national_title),
        contacts(pen, Level::Card, &view.national),
    ];
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        pick(pen, "prefecture", &view.prefectures, Event::ChosePrefecture),
        kinds
            .map(|kinds| pick(pen, "kind", kinds, Event::ChoseKind))
            .unwrap_or_default(),
        // It stands there before it says anything: an element that comes with its words is not read out.
        status("status", vec![words(pen, &view.status)]),
        again
            .map(|again| button(pen, Weight::Quiet, again, Event::PressedTryAgain))
            .unwrap_or_default(),
        to_sheet,
        contacts(pen, Level::Part, &view.entries),
        element("div", "notice", ask),
        element("section", "", national),
    ])
}

fn pick<T: Copy + PartialEq + 'static>(
    pen: Pen<'_>,
    id: &'static str,
    view: &PickView<T>,
    event: fn(Option<T>) -> Event,
) -> Html {
    let values: Vec<T> = view.rows.iter().map(|(value, _)| *value).collect();
    let picked = view
        .picked
        .and_then(|picked| values.iter().position(|value| *value == picked));
    let on_pick =
        move |place: Option<usize>| event(place.and_then(|place| values.get(place).copied()));
    let named_by = AttrValue::from([id, "-label"].concat());
    let list = List {
        id: id.into(),
        named_by: named_by.clone(),
        first: &view.first,
        rows: view.rows.iter().map(|(_, name)| name).collect(),
        picked,
        on_pick: pen.on_event.reform(on_pick),
    };
    let label = element_with(
        "label",
        &["for", "id"],
        vec![id.into(), named_by],
        vec![words(pen, &view.label)],
    );
    element("div", "pick", vec![label, list.draw()])
}
