//! The list of calls.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::due::{Due, csv, due, text, xlsx};
use authoring::read_files;
use support::{minimal, spoiled};

fn due_on(today: &str, days: u16) -> Vec<Due> {
    due(&read_files(&minimal()), today.parse().unwrap(), days)
}

fn ids(due: &[Due]) -> Vec<&str> {
    due.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn crisis_contacts_come_first_then_contacts_then_places_then_pages() {
    let all = due_on("2030-01-01", 30);
    let (called, read) = all.split_at(10);
    assert_eq!(
        ids(called),
        [
            "sample-line",
            "sample-hidden",
            "sample-local",
            "sample-ev-3",
            "sample-hub",
            "sample-sc-2",
            "sample-sc-1",
            "sample-sa-1",
            "sample-ev-1",
            "sample-ev-2",
        ]
    );
    let places: Vec<&str> = all.iter().map(|item| item.place.as_str()).collect();
    assert_eq!(places[..5], ["つらいとき", "全国", "全国", "12", "12"]);
    assert!(read.iter().all(|item| item.sheet == "supports.csv"));
    assert!(ids(read).contains(&"work-help"));
}

#[test]
fn what_is_due_within_the_days_is_listed_and_what_was_never_dated() {
    let of_line = |today, days| {
        let due = due_on(today, days);
        due.iter()
            .find(|item| item.id == "sample-line")
            .map(|item| item.days_overdue)
    };
    assert_eq!(of_line("2026-08-01", 30), None);
    assert_eq!(of_line("2026-08-02", 30), Some(Some(-30)));
    assert_eq!(of_line("2026-09-11", 0), Some(Some(10)));
    let undated = due_on("2020-01-01", 0);
    assert!(ids(&undated).contains(&"sample-hub"));
}

#[test]
fn numbers_that_are_the_same_everywhere_are_not_on_the_list() {
    assert!(!ids(&due_on("2030-01-01", 30)).contains(&"emergency-119"));
}

#[test]
fn an_item_says_whom_to_call_and_what_to_ask() {
    let all = due_on("2030-01-01", 30);
    let item = all.iter().find(|item| item.id == "sample-sc-1").unwrap();
    assert_eq!(item.phones, "054-000-0000（内線 123）");
    assert_eq!(item.responsible, "見本病院");
    assert_eq!(item.organization, "見本病院");
    assert_eq!(item.checked_on, "2025-10-31");
    assert_eq!(item.check_by, "2027-10-31");
    assert!(item.ask.contains("受付時間"));
    let salon = all.iter().find(|item| item.id == "sample-sa-1").unwrap();
    assert!(salon.ask.contains("次の日と時間"));
}

#[test]
fn the_csv_opens_in_excel_and_runs_nothing() {
    let files = spoiled("entries.csv", "id", "sample-sc-1", "organization", "=1+1");
    let due = due(&read_files(&files), "2030-01-01".parse().unwrap(), 30);
    let bytes = csv(&due).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let rows = text.strip_prefix('\u{feff}').unwrap();
    assert!(rows.starts_with("地域,名前,組織,電話,"));
    assert!(
        rows.lines()
            .next()
            .unwrap()
            .ends_with("確認日,確認した人,変わったこと")
    );
    assert!(rows.contains(",'=1+1,054-000-0000（内線 123）,"), "{rows}");
    assert_eq!(rows.matches("\r\n").count(), due.len() + 1);
}

#[test]
fn the_workbook_and_the_screen_hold_every_item() {
    let due = due_on("2030-01-01", 30);
    assert!(xlsx(&due).unwrap().starts_with(b"PK"));
    let text = text(&due);
    for item in &due {
        assert!(text.contains(&item.id), "{}", item.id);
    }
}
