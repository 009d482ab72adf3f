//! What is to be checked again, as a list of calls.

mod written;

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Datelike, NaiveDate};
use domain::Date;
use domain::directory::{Kind, Prefecture};

use crate::compile::Reading;
use crate::directory::is_fixed;
use crate::table::sheets::{AREAS, CONTACTS, ENTRIES, EVENTS, SOURCES, SUPPORTS, Sheet};
use crate::table::{Folder, Row};

pub use written::{csv, text, xlsx};

/// Whom a row is about, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A contact of the crisis screen.
    Crisis,
    /// Another contact for the whole country.
    Country,
    /// An entry or event.
    Place(Prefecture),
    /// A support or a source: a page to read, nobody to call.
    Page,
}

/// One row that is to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    part: Part,
    /// The prefecture by name, 全国, or 出典.
    pub place: String,
    /// The sheet.
    pub sheet: String,
    /// The row; the header is row 1.
    pub row: usize,
    /// Its id.
    pub id: String,
    /// Its name in Japanese.
    pub name: String,
    /// The hospital or body.
    pub organization: String,
    /// Its numbers, also those that screens do not show; empty when none is known.
    pub phones: String,
    /// Its page, or that of its source; empty when there is none.
    pub url: String,
    /// What to ask or to look for, in Japanese.
    pub ask: &'static str,
    /// Who checked it before, or where it comes from.
    pub responsible: String,
    /// When it was checked, as the table says it; empty when that is not known.
    pub checked_on: String,
    /// Until when it is to be checked; empty when that is not known.
    pub check_by: String,
    /// Whole days since then, negative before it; `None` when that is not known.
    pub days_overdue: Option<i64>,
}

/// The day so long after the beginning of 1970; `None` where the calendar ends.
pub fn date_of(since_1970: Duration) -> Option<Date> {
    let seconds = i64::try_from(since_1970.as_secs()).ok()?;
    let day = DateTime::from_timestamp(seconds, 0)?.date_naive();
    let (month, of_month) = (day.month().try_into().ok()?, day.day().try_into().ok()?);
    Date::new(day.year().try_into().ok()?, month, of_month)
}

/// What is to be checked within `days` days of `today`, and what was never dated: the crisis contacts first, then the
/// other contacts, then entries and events by prefecture and organization, then supports and sources.
///
/// Numbers that are the same everywhere (119, 110), and rows that are over, are left out.
pub fn due(reading: &Reading, today: Date, days: u16) -> Vec<Due> {
    let folder = &reading.folder;
    let list = List::of(folder, today);
    let sheets: [&Sheet; 5] = [&CONTACTS, &ENTRIES, &EVENTS, &SUPPORTS, &SOURCES];
    let mut due: Vec<Due> = sheets
        .into_iter()
        .flat_map(|sheet| folder.table(sheet).rows().map(move |row| (sheet, row)))
        .filter(|(_, row)| !is_over(*row, today))
        .filter_map(|(sheet, row)| list.item(sheet, row))
        .filter(|item| {
            item.days_overdue
                .map_or(item.part != Part::Page, |overdue| {
                    overdue >= -i64::from(days)
                })
        })
        .collect();
    due.sort_by(|a, b| {
        let key = |item: &Due| {
            (
                item.part,
                item.organization.clone(),
                item.sheet.clone(),
                item.row,
            )
        };
        key(a).cmp(&key(b))
    });
    due
}

fn is_over(row: Row<'_>, today: Date) -> bool {
    let last: Option<Date> = row.cell("valid_to").value.parse().ok();
    last.is_some_and(|last| last < today)
}

/// What the rows of the list need to know.
struct List<'a> {
    /// Names of contacts and supports by key.
    texts: BTreeMap<&'a str, &'a str>,
    /// Names of prefectures by code.
    areas: BTreeMap<&'a str, &'a str>,
    today: Date,
}

impl<'a> List<'a> {
    fn of(folder: &'a Folder, today: Date) -> Self {
        let texts = folder.texts().flat_map(|table| table.rows());
        let areas = folder.table(&AREAS).rows();
        Self {
            texts: texts
                .map(|row| (row.cell("key").value, row.cell("ja").value))
                .collect(),
            areas: areas
                .map(|row| (row.cell("code").value, row.cell("ja").value))
                .collect(),
            today,
        }
    }

    /// The row as one item; `None` where there is nothing to check, or its prefecture is wrong.
    fn item(&self, sheet: &Sheet, row: Row<'_>) -> Option<Due> {
        let part = part_of(sheet, row)?;
        let first = |columns: &[&'static str]| {
            let mut cells = columns.iter().map(|column| row.cell(column).value);
            cells
                .find(|value| !value.is_empty())
                .unwrap_or_default()
                .to_owned()
        };
        let id = row.text("id");
        let phones = [("phone", "phone_ext"), ("phone2", "")].map(|(number, extension)| {
            match (row.cell(number).value, row.cell(extension).value) {
                (number, "") => number.to_owned(),
                (number, extension) => format!("{number}（内線 {extension}）"),
            }
        });
        let phones: Vec<String> = phones
            .into_iter()
            .filter(|number| !number.is_empty())
            .collect();
        Some(Due {
            part,
            place: self.place(part),
            sheet: row.table().file().to_owned(),
            row: row.number(),
            name: self.name(sheet, &id, row),
            id,
            organization: first(&["organization", "organizer"]),
            ask: what_to_ask(part, row, !phones.is_empty()),
            phones: phones.join(" / "),
            url: first(&["url", "source_url"]),
            responsible: first(&[
                "verified_by",
                "source_name",
                "organization",
                "organizer",
                "sources",
            ]),
            checked_on: first(&["checked_on", "date"]),
            check_by: row.text("check_by"),
            days_overdue: row
                .cell("check_by")
                .value
                .parse()
                .ok()
                .and_then(|check_by| days_between(check_by, self.today)),
        })
    }

    fn place(&self, part: Part) -> String {
        match part {
            Part::Crisis => "つらいとき".to_owned(),
            Part::Country => "全国".to_owned(),
            Part::Place(prefecture) => {
                let code = prefecture.to_string();
                let name = self.areas.get(code.as_str()).copied();
                name.map_or(code, str::to_owned)
            }
            Part::Page => "出典".to_owned(),
        }
    }

    fn name(&self, sheet: &Sheet, id: &str, row: Row<'_>) -> String {
        let own = row.cell("name").value;
        let kind = match sheet.name {
            name if name == CONTACTS.name => "contact",
            name if name == SUPPORTS.name => "support",
            _ => return own.to_owned(),
        };
        let key = [kind, ".", id, ".name"].concat();
        let name = self.texts.get(key.as_str()).copied();
        name.unwrap_or(id).to_owned()
    }
}

fn part_of(sheet: &Sheet, row: Row<'_>) -> Option<Part> {
    let text = |column| row.cell(column).value;
    if sheet.name == CONTACTS.name {
        match (is_fixed(text("id")), text("group").is_empty()) {
            (true, _) => None,
            (false, true) => Some(Part::Country),
            (false, false) => Some(Part::Crisis),
        }
    } else if sheet.name == ENTRIES.name || sheet.name == EVENTS.name {
        text("prefecture").parse().ok().map(Part::Place)
    } else {
        Some(Part::Page)
    }
}

/// What has to be found out about a row.
fn what_to_ask(part: Part, row: Row<'_>, has_phone: bool) -> &'static str {
    let kind: Option<Kind> = row.cell("kind").value.parse().ok();
    let is_meeting = !row.cell("schedule_text").is_empty()
        || !row.cell("entry").is_empty()
        || matches!(kind, Some(Kind::Salon | Kind::PatientGroup));
    match (part, has_phone) {
        (Part::Crisis, _) => "番号、受付時間（曜日、祝日、24時間か）、だれがかけられるか、料金",
        (Part::Page, _) => "ページがまだあるか、内容と日付が変わっていないか",
        (_, _) if is_meeting => {
            "次の日と時間、場所、だれが参加できるか、申し込み、費用、問い合わせの番号"
        }
        (_, true) => "番号（直通か代表か）、受付時間と休み、だれが使えるか、予約や紹介状、費用",
        (_, false) => "載せてよい番号、受付時間と休み、だれが使えるか、予約や紹介状、費用",
    }
}

/// Whole days from one day to another; unknown months and days count as the first.
fn days_between(from: Date, to: Date) -> Option<i64> {
    let day = |date: Date| {
        let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
        NaiveDate::from_ymd_opt(date.year().into(), month.into(), day.into())
    };
    Some(day(to)?.signed_duration_since(day(from)?).num_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_counted_from_1970() {
        let days = |n: u64| date_of(Duration::from_secs(n * 24 * 60 * 60));
        assert_eq!(days(0), Date::new(1970, 1, 1));
        assert_eq!(days(59), Date::new(1970, 3, 1));
        assert_eq!(date_of(Duration::MAX), None);
    }

    #[test]
    fn days_are_counted_over_the_end_of_a_leap_year() {
        let date = |text: &str| text.parse().unwrap();
        assert_eq!(
            days_between(date("2024-02-28"), date("2024-03-01")),
            Some(2)
        );
        assert_eq!(
            days_between(date("2027-01-01"), date("2026-12-31")),
            Some(-1)
        );
        assert_eq!(days_between(date("2026-11"), date("2026-11-23")), Some(22));
    }
}
