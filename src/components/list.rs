//! Drop-down lists, where a column of rows would be too long.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Phrase;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};
use yew::{AttrValue, Callback, Html, html};

/// What a drop-down list shows and does.
pub struct List<'a, T> {
    /// The id of the element.
    pub id: AttrValue,
    /// The id of the element that names it.
    pub named_by: AttrValue,
    /// The first row: nothing picked.
    pub first: &'a Phrase,
    /// The rows.
    pub rows: Vec<(T, &'a Phrase)>,
    /// The picked row; `None` for the first.
    pub picked: Option<T>,
    /// Takes the picked row; `None` for the first.
    pub on_pick: Callback<Option<T>>,
}

impl<T: Copy + PartialEq + 'static> List<'_, T> {
    /// Draws it.
    pub fn draw(self) -> Html {
        let values: Vec<T> = self.rows.iter().map(|(value, _)| *value).collect();
        let on_pick = self.on_pick;
        let onchange = Callback::from(move |event: yew::Event| {
            if let Some(index) = picked_index(&event) {
                on_pick.emit(
                    index
                        .checked_sub(1)
                        .and_then(|index| values.get(index).copied()),
                );
            }
        });
        html! {
            <select id={self.id} aria-labelledby={self.named_by} autocomplete="off" {onchange}>
                {option(self.first, self.picked.is_none())}
                {for self.rows.iter().map(|(value, name)| option(name, self.picked == Some(*value)))}
            </select>
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
    row.add_child(VText::new(name.plain()).into());
    row.into()
}

#[cfg(feature = "csr")]
use crate::ports::form::selected_index as picked_index;

/// Nothing happens on a page that is only printed to a file.
#[cfg(not(feature = "csr"))]
fn picked_index(_: &yew::Event) -> Option<usize> {
    None
}
