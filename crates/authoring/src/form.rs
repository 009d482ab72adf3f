//! What the content is called, and which version it is: the sheet `settings`.

use crate::table::Folder;
use crate::table::sheets::SETTINGS;

/// The name and version that editors gave. Empty where the sheet says nothing.
///
/// Source: XLSForm, sheet `settings`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The title.
    pub title: String,
    /// The version.
    pub version: String,
}

impl Form {
    /// What the first row of the sheet says.
    pub fn of(folder: &Folder) -> Self {
        folder
            .table(&SETTINGS)
            .rows()
            .next()
            .map_or_else(Self::default, |row| Self {
                title: row.text("form_title"),
                version: row.text("version"),
            })
    }
}
