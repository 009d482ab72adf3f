//! Facts that several tables carry: dates, sources, numbers, addresses.

mod area_code;
mod double;
mod link;
mod phone;
mod today;
mod wrong_numbers;

pub use double::check as check_double_numbers;
pub use link::url;
pub use phone::{check_number, check_prefecture, phone};
pub use wrong_numbers::check as check_wrong_numbers;

use domain::Date;
use domain::directory::{Origin, Validity};
use domain::support::SourceKind;

use crate::finding::Findings;
use crate::names::one_of;
use crate::said;
use crate::table::{Cell, Row};

/// The kinds of source by their names in the tables.
pub const SOURCE_KINDS: [(&str, SourceKind); 4] = [
    ("public", SourceKind::Public),
    ("hospital", SourceKind::Hospital),
    ("organization", SourceKind::Organization),
    ("other", SourceKind::Other),
];

/// The date in a cell; `None` when it is empty or, with an error, no date.
pub fn date(cell: Cell<'_>, findings: &mut Findings) -> Option<Date> {
    if cell.is_empty() {
        return None;
    }
    // The reader of dates leaves a time of day aside; in a table it would be a slip.
    let date = cell
        .value
        .parse()
        .ok()
        .filter(|_| !cell.value.contains('T'));
    if date.is_none() {
        findings.error(
            cell,
            said!("日付ではありません。", "This is not a date."),
            said!(
                "2026-11-24、2026-11、2026 のどれかの形で書いてください。",
                "Write it as 2026-11-24, 2026-11 or 2026."
            ),
        );
    }
    date
}

/// When facts were checked, and until when they are taken to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// `checked_on`
    pub on: Option<Date>,
    /// `check_by`
    pub by: Option<Date>,
}

/// The same for a row whose facts come from one page: it was checked when the page was dated, or when an editor verified it.
///
/// Source: `content/README.md`, "checked_on".
pub fn checked_at_source(row: Row<'_>, months: u16, findings: &mut Findings) -> Checked {
    let (checked, verified, source) = (
        row.cell("checked_on"),
        row.cell("verified_on"),
        row.cell("source_date"),
    );
    let expected = if verified.is_empty() {
        source
    } else {
        verified
    };
    if checked.value != expected.value {
        let column = expected.column;
        findings.warning(
            checked,
            said!(
                "checked_on が {column} と違います。",
                "checked_on is not {column}."
            ),
            said!(
                "{column} と同じ日付にしてください（空なら空に）。",
                "Write the same date as in {column}; nothing where it is empty."
            ),
        );
    }
    self::checked(row, months, findings)
}

/// `checked_on` and `check_by` of a row, which must lie `months` apart.
///
/// Source: `content/README.md`, "check_by".
pub fn checked(row: Row<'_>, months: u16, findings: &mut Findings) -> Checked {
    let by_cell = row.cell("check_by");
    let checked = Checked {
        on: date(row.cell("checked_on"), findings),
        by: date(by_cell, findings),
    };
    let expected = checked.on.and_then(|on| on.plus_months(months));
    // A month or year alone means its first day on both sides.
    let first_day = |date: Date| date.plus_months(0);
    if checked.by.and_then(first_day) != expected {
        let expected = expected.map_or("空 / empty".to_owned(), |date| date.to_string());
        findings.error(
            by_cell,
            said!(
                "check_by は checked_on の {months} か月後ではありません。",
                "check_by is not {months} months after checked_on."
            ),
            said!("{expected} にしてください。", "Make it {expected}."),
        );
    }
    checked
}

/// Whether an editor has called or looked, and signed with date and name.
pub fn is_verified(row: Row<'_>, findings: &mut Findings) -> bool {
    let on = date(row.cell("verified_on"), findings);
    let by = row.cell("verified_by");
    if on.is_some() == by.is_empty() {
        findings.warning(
            by,
            said!(
                "verified_on と verified_by は両方そろって初めて「確認済み」になります。",
                "Only verified_on and verified_by together count as verified."
            ),
            said!(
                "両方を書くか、両方を空にしてください。",
                "Fill in both or neither."
            ),
        );
    }
    on.is_some() && !by.is_empty()
}

/// From when until when a row is there: `valid_from` and `valid_to`.
pub fn validity(row: Row<'_>, findings: &mut Findings) -> Validity {
    let validity = Validity {
        from: day(row.cell("valid_from"), findings),
        to: day(row.cell("valid_to"), findings),
    };
    if let (Some(from), Some(to)) = (validity.from, validity.to)
        && to < from
    {
        findings.error(
            row.cell("valid_to"),
            said!(
                "valid_to が valid_from（{from}）より前です。",
                "valid_to is before valid_from ({from})."
            ),
            said!(
                "最後の日を書いてください。終わりがなければ空にします。",
                "Write the last day; nothing where there is no end."
            ),
        );
    }
    validity
}

/// The date in a cell, which must be a day.
fn day(cell: Cell<'_>, findings: &mut Findings) -> Option<Date> {
    let date = date(cell, findings)?;
    if date.day().is_none() {
        findings.error(
            cell,
            said!("日にちまで要ります。", "The day is needed, too."),
            said!(
                "{date}-30 のように、日まで書いてください。",
                "Write it with the day, like {date}-30."
            ),
        );
        return None;
    }
    Some(date)
}

/// Says that a row which states facts does not say where they come from.
///
/// Source: `content/README.md`, "invent nothing"; promise 6 of the design: facts carry source and date.
pub fn require_source(row: Row<'_>, findings: &mut Findings) {
    for column in ["source_name", "source_kind"] {
        let cell = row.cell(column);
        if cell.is_empty() {
            findings.error(
                cell,
                said!("出典がありません。", "The source is missing."),
                said!(
                    "source_name にどこで見たかを、source_kind に public、hospital、organization、other のどれかを書いてください。",
                    "Write where it was seen in source_name, and public, hospital, organization or other in source_kind."
                ),
            );
        }
    }
}

/// The source of a row as screens may name and link it: not at all where it is nobody responsible.
pub fn origin(row: Row<'_>, findings: &mut Findings) -> Origin {
    let kind_cell = row.cell("source_kind");
    let source = Origin {
        name: row.text("source_name"),
        url: url(row.cell("source_url"), findings),
    };
    if kind_cell.is_empty() && source == Origin::default() {
        return source;
    }
    match one_of(kind_cell, kind_cell.value, &SOURCE_KINDS, findings) {
        Some(SourceKind::Public | SourceKind::Hospital | SourceKind::Organization) => source,
        Some(SourceKind::Other) | None => Origin::default(),
    }
}

/// Whether a cell that may be empty holds a mail address; says so if not.
pub fn check_email(cell: Cell<'_>, findings: &mut Findings) -> bool {
    let is_email = cell.value.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && cell
                .value
                .chars()
                .all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | ',' | ';'))
    });
    if !is_email && !cell.is_empty() {
        findings.error(
            cell,
            said!(
                "メールアドレスの形ではありません。",
                "This is not a mail address."
            ),
            said!(
                "半角で name@example.jp の形に書いてください。",
                "Write it as name@example.jp."
            ),
        );
    }
    is_email
}

/// Whether a cell that may be empty holds a postal code; says so if not.
pub fn check_postal_code(cell: Cell<'_>, findings: &mut Findings) -> bool {
    let is_all_digits =
        |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = cell
        .value
        .split_once('-')
        .is_some_and(|(area, town)| is_all_digits(area, 3) && is_all_digits(town, 4));
    if !is_code && !cell.is_empty() {
        findings.error(
            cell,
            said!("郵便番号の形ではありません。", "This is not a postal code."),
            said!(
                "半角で 123-4567 の形に書いてください。",
                "Write it as 123-4567."
            ),
        );
    }
    is_code
}
