//! Elements, put together by a call.
//!
//! `html!` writes some 500 bytes of code for every element. A call takes a tenth of that, and the screens have a hundred
//! elements. `html!` stands where an element listens.

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};
use yew::{AttrValue, Html};

/// An element with a class, or without one when `class` is empty.
pub fn element(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    if class.is_empty() {
        element_with(name, &[], Vec::new(), children)
    } else {
        element_with(name, &["class"], vec![class.into()], children)
    }
}

/// An element with any attributes: their names, and as many values in the same order.
pub fn element_with(
    name: &'static str,
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    children: Vec<Html>,
) -> Html {
    let mut tag = VTag::new(name);
    let attribute = |value| Some(AttributeOrProperty::Attribute(value));
    tag.attributes = Attributes::Dynamic {
        keys: names,
        values: values.into_iter().map(attribute).collect(),
    };
    if let Some(inside) = tag.children_mut() {
        *inside = group(children);
    }
    tag.into()
}

/// Some nodes, one after the other.
pub fn group(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A node that keeps its elements, and what is open in them, when it changes its place among others with keys.
pub fn keyed(key: &str, node: Html) -> Html {
    VList::with_children(vec![node], Some(key.into())).into()
}

/// A text as it is.
pub fn text(text: impl Into<AttrValue>) -> Html {
    yew::virtual_dom::VText::new(text).into()
}
