//! 見本 of contact points.

use session::view::ContactView;

use super::contacts;
use crate::components::fixtures::{
    Fixture, contact, fact, fixture, gap, long, mark, open, phrase, ruby,
};
use crate::components::{Level, Pen};

/// 見本 of contact points.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    vec![
        fixture("contact", contacts(pen, Level::Card, &[contact("plain")])),
        fixture(
            "contact: to be verified",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    mark: Some(mark()),
                    ..contact("marked")
                }],
            ),
        ),
        fixture(
            "contact: to be verified, below its page",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    mark: Some(mark()),
                    is_page_first: true,
                    ..contact("page-first")
                }],
            ),
        ),
        fixture(
            "contact: closed now",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    open: Some(open(false)),
                    ..contact("closed")
                }],
            ),
        ),
        fixture(
            "contact: long",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    name: long(),
                    note: ruby(),
                    facts: vec![fact("住所", long())],
                    ..contact("long")
                }],
            ),
        ),
        fixture(
            "contact: a gap",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    name: gap("見本病院"),
                    note: gap("がんサロン"),
                    ..contact("gap")
                }],
            ),
        ),
        fixture(
            "contact: only a name",
            contacts(
                pen,
                Level::Card,
                &[ContactView {
                    note: phrase(""),
                    phones: Vec::new(),
                    page: None,
                    open: None,
                    facts: Vec::new(),
                    source: None,
                    checked: phrase(""),
                    ..contact("bare")
                }],
            ),
        ),
        fixture("contact: none", contacts(pen, Level::Card, &[])),
    ]
}
