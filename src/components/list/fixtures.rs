//! 見本 of drop-down lists.

use session::view::Phrase;
use yew::{Callback, Html, html};

use super::List;
use crate::components::Pen;
use crate::components::fixtures::{Fixture, fixture, gap, long, phrase, ruby};

/// 見本 of drop-down lists.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture(
            "list",
            sample(
                pen,
                "list-a",
                &[phrase("見本県"), ruby(), long(), gap("別見本県")],
                Some(1),
            ),
        ),
        fixture(
            "list: nothing picked",
            sample(pen, "list-b", &[phrase("見本県")], None),
        ),
        fixture("list: nothing to pick", sample(pen, "list-c", &[], None)),
    ]
}

fn sample(_: Pen<'_>, id: &'static str, rows: &[Phrase], picked: Option<usize>) -> Html {
    let first = phrase("選んでください");
    let label = [id, "-label"].concat();
    let list = List {
        id: id.into(),
        named_by: label.clone().into(),
        first: &first,
        rows: rows.iter().collect(),
        picked,
        on_pick: Callback::noop(),
    };
    html! { <><label for={id} id={label}>{"都道府県"}</label>{list.draw()}</> }
}
