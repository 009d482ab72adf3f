//! What the guard looks at: every text in every language, facts that are shown, and names.

use domain::text::Lang;

use crate::table::sheets::{AREAS, CONTACTS, ENTRIES, EVENTS, SOURCES, Sheet};
use crate::table::{Cell, Folder};
use crate::words::strings::Saying;

/// What kind of thing a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What the app says.
    Words,
    /// What a source says of a contact point.
    Facts,
    /// What somebody is called. An organization chose its own name; the guard looks at names only where a rule asks for them.
    Names,
}

/// One cell that is shown to people.
#[derive(Clone, Debug)]
pub struct Watched<'a> {
    /// The cell.
    pub cell: Cell<'a>,
    /// The name of its sheet.
    pub sheet: &'static str,
    /// Its column as the program calls it.
    pub column: &'a str,
    /// The key of a text, as in [`Saying::key`]; empty elsewhere.
    pub key: &'a str,
    /// Its language. Facts and names are Japanese.
    pub lang: Lang,
    /// What it holds.
    pub holds: Holds,
}

const FACTS: [(&Sheet, &[&str]); 3] = [
    (
        &ENTRIES,
        &[
            "alias",
            "place",
            "hours_text",
            "closed",
            "who_can_use",
            "fee",
            "referral",
            "phone_note",
            "phone2_note",
        ],
    ),
    (&EVENTS, &["schedule_text", "place", "who_can_use", "fee"]),
    (&CONTACTS, &["phone_note", "phone2_note"]),
];

const NAMES: [(&Sheet, &[&str]); 4] = [
    (&ENTRIES, &["name", "organization", "source_name"]),
    (&EVENTS, &["name", "organizer", "source_name"]),
    (&AREAS, &["ja", "en"]),
    (&SOURCES, &["name"]),
];

/// Everything that the guard looks at; empty cells are left out.
pub fn all<'a>(folder: &'a Folder, sayings: &'a [Saying<'a>]) -> Vec<Watched<'a>> {
    let mut all = Vec::new();
    for saying in sayings {
        all.extend(Lang::ALL.map(|lang| Watched {
            cell: saying.wording.cell(lang),
            sheet: saying.sheet,
            column: saying.wording.column(lang),
            key: &saying.key,
            lang,
            holds: Holds::Words,
        }));
    }
    let facts = FACTS.iter().map(|table| (table, Holds::Facts));
    let names = NAMES.iter().map(|table| (table, Holds::Names));
    for ((sheet, columns), holds) in facts.chain(names) {
        for row in folder.table(sheet).rows() {
            all.extend(columns.iter().map(|column| Watched {
                cell: row.cell(column),
                sheet: sheet.name,
                column,
                key: "",
                lang: Lang::Ja,
                holds,
            }));
        }
    }
    all.retain(|watched| !watched.cell.is_empty());
    all
}
