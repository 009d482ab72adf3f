//! The directory: places to talk, without the self-check.

use session::places::Event as Happened;
use session::view::{FiltersView, PickView, PlaceView, PlacesView, WidenView};
use session::{Event, Route};
use yew::{AttrValue, Html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::contact::{contacts, explained};
use crate::components::element::{element, element_with, group, text};
use crate::components::heading::{Level, heading};
use crate::components::link::{route_link, site_link};
use crate::components::list::List;
use crate::components::notice::status;
use crate::components::place::place;
use crate::components::search::search;
use crate::components::words::{paragraph, worded, words};

/// The directory.
pub fn places(pen: Pen<'_>, view: &PlacesView) -> Html {
    let again = view.try_again.as_ref();
    let field = view.search.as_ref();
    let filters = view.filters.as_ref();
    let widen = view.widen.as_ref();
    let more = view.more.as_ref();
    let ask = vec![
        paragraph(pen, "", &view.ask),
        { view.search_page.as_ref() }.map_or_else(Html::default, |link| site_link(pen, link)),
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
    let found = view.parts.iter().flatten().map(|place| &place.contact);
    let parts = view.parts.iter().enumerate();
    group(vec![
        heading(pen, Level::Title, &view.title),
        paragraph(pen, "lead", &view.lead),
        group(view.area.iter().map(|list| pick(pen, list)).collect()),
        field
            .map(|field| search(pen, field, |typed| Event::Places(Happened::Typed(typed))))
            .unwrap_or_default(),
        filters
            .map(|filters| narrow(pen, filters))
            .unwrap_or_default(),
        // It stands there before it says anything: an element that comes with its words is not read out.
        status(
            "status",
            vec![words(pen, &view.status), text(" "), words(pen, &view.told)],
        ),
        again
            .map(|again| button(pen, Weight::Quiet, again, Event::PressedTryAgain))
            .unwrap_or_default(),
        to_sheet,
        widen.map(|widen| wider(pen, widen)).unwrap_or_default(),
        explained(pen, found),
        group(
            parts
                .map(|(number, found)| part(pen, number, found))
                .collect(),
        ),
        more.map(|more| {
            button(
                pen,
                Weight::Quiet,
                more,
                Event::Places(Happened::PressedMore),
            )
        })
        .unwrap_or_default(),
        element("div", "notice", ask),
        element("section", "", national),
    ])
}

/// The id of a part of the list, which takes the focus when it was asked for.
pub fn part_id(number: usize) -> String {
    ["part-", &number.to_string()].concat()
}

fn part(pen: Pen<'_>, number: usize, found: &[PlaceView]) -> Html {
    element_with(
        "div",
        &["id", "tabindex"],
        vec![part_id(number).into(), "-1".into()],
        found
            .iter()
            .map(|found| place(pen, Level::Part, found))
            .collect(),
    )
}

fn narrow(pen: Pen<'_>, view: &FiltersView) -> Html {
    let lists = view.picks.iter().map(|list| pick(pen, list));
    let clear = Event::Places(Happened::PressedClear);
    let inside = vec![
        worded(pen, "summary", "", &view.summary),
        paragraph(pen, "", &view.note),
        group(lists.collect()),
        button(pen, Weight::Quiet, &view.clear, clear),
    ];
    element("details", "narrow", inside)
}

fn wider(pen: Pen<'_>, view: &WidenView) -> Html {
    let ways = view
        .ways
        .iter()
        .map(|(name, event)| button(pen, Weight::Quiet, name, event.clone()));
    let inside = vec![paragraph(pen, "", &view.lead), group(ways.collect())];
    element("div", "notice", inside)
}

fn pick(pen: Pen<'_>, view: &PickView) -> Html {
    let events: Vec<Event> = view.rows.iter().map(|(_, event)| event.clone()).collect();
    let on_event = pen.on_event.clone();
    let on_pick = yew::Callback::from(move |place: Option<usize>| {
        if let Some(event) = events.get(place.map_or(0, |place| place + 1)) {
            on_event.emit(event.clone());
        }
    });
    let named_by = AttrValue::from([view.id, "-label"].concat());
    let mut names = view.rows.iter().map(|(name, _)| name);
    let Some(first) = names.next() else {
        return Html::default();
    };
    let list = List {
        id: view.id.into(),
        named_by: named_by.clone(),
        first,
        rows: names.collect(),
        picked: view.picked.checked_sub(1),
        on_pick,
    };
    let label = element_with(
        "label",
        &["for", "id"],
        vec![view.id.into(), named_by],
        vec![words(pen, &view.label)],
    );
    element("div", "pick", vec![label, list.draw()])
}
