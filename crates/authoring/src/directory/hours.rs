//! Which opening hours may be shown.

use domain::Date;

use crate::finding::Findings;
use crate::said;
use crate::table::Cell;

/// Hours from before this year are not shown at all.
///
/// Source: `content/README.md`.
const FIRST_YEAR: u16 = 2023;

/// Whether hours with this source date may be shown: only where the date is known and not too old.
pub fn are_recent(source_date: Option<Date>) -> bool {
    source_date.is_some_and(|date| date.year() >= FIRST_YEAR)
}

/// Says that hours stand in the table but are not shown.
pub fn warn_hidden(cell: Cell<'_>, findings: &mut Findings) {
    findings.warning(
        cell,
        said!(
            "この時間は画面に出しません（出典が2023年より前か日付がない、資料どうしが食い違う、または集まりの日程です）。",
            "These hours are not shown (the source is undated or from before 2023, sources conflict, or they are dates of meetings)."
        ),
        said!(
            "editor_note に移すか、新しい出典で確かめてください。",
            "Move them to editor_note, or check them against a newer source."
        ),
    );
}
