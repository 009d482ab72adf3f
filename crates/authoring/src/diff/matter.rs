//! What a change is about, and so how early it is told.

use serde::Serialize;

use crate::finding::Said;
use crate::said;
use crate::table::sheets::{
    AREAS, CHOICES, CONTACTS, ENTRIES, EVENTS, NEEDS, SENTENCES, SETTINGS, SOURCES, SUPPORTS,
    SURVEY, Sheet, TEXT, VOICES,
};

/// What a change is about, in the order in which changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Matter {
    /// A number to dial.
    Phone,
    /// Another fact of a contact point or source: address, hours, page, dates.
    Fact,
    /// A new row.
    Added,
    /// A row that is gone.
    Removed,
    /// A row that stands elsewhere, or belongs to another group.
    Moved,
    /// Words on a screen.
    Wording,
    /// When something is asked or shown.
    Rule,
    /// Notes, and what this program does not know.
    Other,
}

impl Matter {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Phone,
        Self::Fact,
        Self::Added,
        Self::Removed,
        Self::Moved,
        Self::Wording,
        Self::Rule,
        Self::Other,
    ];

    /// Its heading.
    pub fn name(self) -> Said {
        match self {
            Self::Phone => said!("電話番号", "Phone numbers"),
            Self::Fact => said!(
                "住所、時間、ページ、日付などの事実",
                "Addresses, hours, pages, dates and other facts"
            ),
            Self::Added => said!("増えたもの", "Added"),
            Self::Removed => said!("なくなったもの", "Removed"),
            Self::Moved => said!("場所が変わったもの", "Moved"),
            Self::Wording => said!("言い方が変わったもの", "Reworded"),
            Self::Rule => said!("規則が変わったもの", "Rules changed"),
            Self::Other => said!("メモなど、そのほか", "Notes and everything else"),
        }
    }
}

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// An expression.
    Condition,
    /// Anything else.
    Is(Matter),
}

impl From<Column> for Matter {
    fn from(column: Column) -> Self {
        match column {
            Column::Condition => Self::Rule,
            Column::Is(matter) => matter,
        }
    }
}

const CONDITIONS: [&str; 6] = [
    "relevant",
    "constraint",
    "choice_filter",
    "when",
    "urgent_when",
    "leads_when",
];
const NUMBERS: [&str; 4] = ["phone", "phone_ext", "phone2", "fax"];
/// Columns that nobody meets on a screen, in any table.
const UNSEEN: [&str; 5] = ["editor_note", "note", "basis", "drafted_by", "reviewed_by"];

/// What a column of a sheet is about.
pub fn matter_of(sheet: &str, column: &str) -> Column {
    if CONDITIONS.contains(&column) {
        return Column::Condition;
    }
    let is_one_of = |sheets: &[Sheet]| sheets.iter().any(|known| known.name == sheet);
    Column::Is(if UNSEEN.contains(&column) {
        Matter::Other
    } else if is_one_of(&[CONTACTS, ENTRIES, EVENTS]) {
        match column {
            _ if NUMBERS.contains(&column) => Matter::Phone,
            // Where on the crisis screen a contact stands, and whose meeting an event is.
            "group" | "entry" => Matter::Moved,
            "supports" | "ship" | "status" => Matter::Rule,
            _ => Matter::Fact,
        }
    } else if is_one_of(&[SOURCES]) {
        Matter::Fact
    } else if language_of(sheet, column).is_some() || is_one_of(&[TEXT, NEEDS, AREAS]) {
        Matter::Wording
    } else if is_one_of(&[SENTENCES]) && column == "support" {
        Matter::Moved
    } else if is_one_of(&[SURVEY, CHOICES, SUPPORTS, VOICES, SENTENCES]) {
        match column {
            "checked_on" | "check_by" | "sources" => Matter::Fact,
            _ => Matter::Rule,
        }
    } else if is_one_of(&[SETTINGS]) && column == "form_title" {
        Matter::Wording
    } else {
        Matter::Other
    })
}

/// The language that a column holds words of.
pub fn language_of<'c>(sheet: &str, column: &'c str) -> Option<&'c str> {
    let is_of_words = [TEXT, NEEDS, AREAS].iter().any(|known| known.name == sheet);
    let is_other = ["key", "id", "code", "kana"].contains(&column) || UNSEEN.contains(&column);
    match column.split_once("::") {
        Some((_, language)) => Some(language),
        None => Some(column).filter(|_| is_of_words && !is_other),
    }
}
