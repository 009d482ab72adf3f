//! What depends on the day on which the content is read.

use domain::Date;

use crate::compile::Reading;
use crate::directory::check_year;
use crate::finding::Findings;
use crate::said;
use crate::table::sheets::{CONTACTS, ENTRIES, EVENTS, REVIEWS, SOURCES, SUPPORTS, Sheet};
use crate::table::{Cell, Folder, Row};

/// Columns that say when something was seen or done.
const SEEN: [&str; 5] = [
    "checked_on",
    "verified_on",
    "source_date",
    "date",
    "reviewed_on",
];

impl Reading {
    /// The same, with what is wrong or worth knowing on `today`: dates to come, checks that are due, hours that never come.
    pub fn on(mut self, today: Date) -> Self {
        let mut of_today = Findings::default();
        check(&self.folder, today, &mut of_today);
        let mut findings = Findings::from(self.findings);
        findings.append(self.naming.in_findings(of_today.sorted()).into());
        if findings.has_errors() {
            self.compiled = None;
        }
        self.findings = findings.sorted();
        self
    }
}

fn check(folder: &Folder, today: Date, findings: &mut Findings) {
    let sheets: [&Sheet; 6] = [&CONTACTS, &ENTRIES, &EVENTS, &SUPPORTS, &SOURCES, &REVIEWS];
    for row in sheets.iter().flat_map(|sheet| folder.table(sheet).rows()) {
        for cell in SEEN.map(|column| row.cell(column)) {
            not_to_come(cell, today, findings);
        }
        is_due(row, today, findings);
        is_over(row, today, findings);
    }
    check_year(folder, today, findings);
}

/// An error where something was seen on a day that has not come.
fn not_to_come(cell: Cell<'_>, today: Date, findings: &mut Findings) {
    if date(cell).is_some_and(|date| date > today) {
        findings.error(
            cell,
            said!("これからの日付です。", "This day has not come yet."),
            said!(
                "見た日、確かめた日を書いてください（今日は {today} です）。",
                "Write the day on which it was seen or checked (today is {today})."
            ),
        );
    }
}

fn is_due(row: Row<'_>, today: Date, findings: &mut Findings) {
    let cell = row.cell("check_by");
    if date(cell).is_some_and(|date| date < today) {
        findings.note(
            cell,
            said!(
                "確かめ直す期限を過ぎています。画面には「要確認」と出ます。",
                "The day to check it again has passed. Screens mark it 要確認."
            ),
            said!(
                "`authoring due` で、電話をかける一覧を作れます。",
                "`authoring due` makes a list of calls."
            ),
        );
    }
}

fn is_over(row: Row<'_>, today: Date, findings: &mut Findings) {
    let cell = row.cell("valid_to");
    if date(cell).is_some_and(|date| date < today) {
        findings.note(
            cell,
            said!(
                "終わったので、画面に出ません。",
                "It is over and not shown any more."
            ),
            said!(
                "続くなら valid_to を直し、終わったなら unused.csv に移してください。",
                "If it goes on, change valid_to; if it is over, move the row to unused.csv."
            ),
        );
    }
}

/// The date in a cell; what is none is an error said elsewhere.
fn date(cell: Cell<'_>) -> Option<Date> {
    cell.value.parse().ok()
}
