//! Drop-down lists, where a column of rows would be too long.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Phrase;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};
use yew::{AttrValue, Callback, Html, html};

use super::element::{group, text};

/// What a drop-down list shows and does.
pub struct List<'a> {
    /// The id of the element.
    pub id: AttrValue,
    /// The id of the element that names it.
    pub named_by: AttrValue,
    /// The first row: nothing picked.
    pub first: &'a Phrase,
    /// The other rows.
    pub rows: Vec<&'a Phrase>,
    /// The place of the picked row among the others; `None` for the first.
    pub picked: Option<usize>,
    /// Takes the place of the picked row among the others; `None` for the first.
    pub on_pick: Callback<Option<usize>>,
}

impl List<'_> {
    /// Draws it.
    pub fn draw(self) -> Html {
        let on_pick = self.on_pick;
        let onchange = Callback::from(move |event: yew::Event| {
            if let Some(index) = picked_index(&event) {
                on_pick.emit(index.checked_sub(1));
            }
        });
        let mut rows = vec![option(self.first, self.picked.is_none())];
        let others = self.rows.iter().enumerate();
        rows.extend(others.map(|(place, name)| option(name, self.picked == Some(place))));
        html! {
            <select id={self.id} aria-labelledby={self.named_by} autocomplete="off" {onchange}>{group(rows)}</select>
        }
    }
}

/// A row of the list. Furigana cannot stand in it.
fn option(name: &Phrase, is_picked: bool) -> Html {
    let mut row = VTag::new("option");
    // The property, not the attribute: once a person has picked, browsers no longer look at the attribute.
    row.attributes = Attributes::Dynamic {
        keys: &["selected", "lang"],
        values: Box::new([
            Some(AttributeOrProperty::Property(is_picked.into())),
            name.lang.map(AttributeOrProperty::Static),
        ]),
    };
    row.add_child(text(name.plain()));
    row.into()
}

#[cfg(feature = "csr")]
use crate::ports::form::selected_index as picked_index;

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn picked_index(_: &yew::Event) -> Option<usize> {
    None
}
