//! What a change is about, and so how early it is told.

use serde::Serialize;

use crate::finding::Said;
use crate::said;
use crate::table::sheets::{
    CHOICES, CONTACTS, ENTRIES, EVENTS, NEEDS, SENTENCES, SOURCES, SUPPORTS, SURVEY, TEXT, VOICES,
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

/// What a column of a sheet is about; unknown ones are shown nowhere.
pub fn matter_of(sheet: &str, column: &str) -> Column {
    if CONDITIONS.contains(&column) {
        return Column::Condition;
    }
    Column::Is(if UNSEEN.contains(&column) {
        Matter::Other
    } else if [CONTACTS.name, ENTRIES.name, EVENTS.name].contains(&sheet) {
        match column {
            _ if NUMBERS.contains(&column) => Matter::Phone,
            // Where on the crisis screen a contact stands, and whose meeting an event is.
            "group" | "entry" => Matter::Moved,
            "supports" | "ship" | "status" => Matter::Rule,
            _ => Matter::Fact,
        }
    } else if sheet == SOURCES.name {
        Matter::Fact
    } else if sheet == SENTENCES.name && column == "support" {
        Matter::Moved
    } else if is_wording(column) {
        Matter::Wording
    } else if [SURVEY, CHOICES, SUPPORTS, VOICES, SENTENCES, NEEDS]
        .iter()
        .any(|known| known.name == sheet)
    {
        match column {
            "checked_on" | "check_by" | "sources" => Matter::Fact,
            _ => Matter::Rule,
        }
    } else if sheet == TEXT.name {
        Matter::Wording
    } else {
        Matter::Other
    })
}

/// Whether a column holds words of a language.
fn is_wording(column: &str) -> bool {
    let languages = ["label::", "hint::", "constraint_message::"];
    languages.iter().any(|prefix| column.starts_with(prefix))
        || ["ja", "ja-x-easy", "en", "kana", "form_title"].contains(&column)
}
