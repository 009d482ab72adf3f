//! Who has read which version of the content and agrees that people may see it.

use domain::Date;

use crate::facts;
use crate::finding::Findings;
use crate::said;
use crate::table::sheets::REVIEWS;
use crate::table::{Cell, Folder, Row};

/// One person's agreement to one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who has read it.
    pub name: String,
    /// For whom or as what.
    pub role: String,
    /// When.
    pub reviewed_on: Date,
    /// Which version of the settings sheet.
    pub version: String,
}

/// The reviews that are complete, in the order of the table.
pub fn compile(folder: &Folder, findings: &mut Findings) -> Vec<Review> {
    let rows = folder.table(&REVIEWS).rows();
    rows.filter_map(|row| review(row, findings)).collect()
}

/// The people who have reviewed this version, each once, as the table first writes them.
pub fn reviewers<'a>(reviews: &'a [Review], version: &str) -> Vec<&'a str> {
    let mut people: Vec<&str> = Vec::new();
    for review in reviews.iter().filter(|review| review.version == version) {
        if !people.iter().any(|known| same(known) == same(&review.name)) {
            people.push(&review.name);
        }
    }
    people
}

/// The same name, however it is spaced and written: `山田 花子` and `山田花子` are one person.
fn same(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters = name.nfkc().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

fn review(row: Row<'_>, findings: &mut Findings) -> Option<Review> {
    let cells = ["name", "role", "reviewed_on", "version"].map(|column| row.cell(column));
    let empty = cells.iter().filter(|cell| cell.is_empty()).count();
    for cell in cells.iter().filter(|cell| cell.is_empty()) {
        missing(*cell, findings);
    }
    let [name, role, reviewed_on, version] = cells;
    let day = facts::date(reviewed_on, findings)?;
    if day.day().is_none() {
        findings.error(
            reviewed_on,
            said!(
                "確かめた日が、日まで書かれていません。",
                "The day of the review is not exact."
            ),
            said!(
                "2026-11-24 の形で書いてください。",
                "Write it as 2026-11-24."
            ),
        );
        return None;
    }
    (empty == 0).then(|| Review {
        name: name.value.to_owned(),
        role: role.value.to_owned(),
        reviewed_on: day,
        version: version.value.to_owned(),
    })
}

fn missing(cell: Cell<'_>, findings: &mut Findings) {
    findings.error(
        cell,
        said!("空です。", "It is empty."),
        said!(
            "確かめた人の名前、所属か役職、確かめた日、確かめた版（settings の version）を、四つとも書いてください。まだなら、行を消してください。",
            "Write all four: the reviewer's name, affiliation or role, the day, and the version of the settings sheet that was reviewed. If it is still to come, remove the row."
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(name: &str, version: &str) -> Review {
        Review {
            name: name.into(),
            role: "見本".into(),
            reviewed_on: Date::new(2026, 11, 24).unwrap(),
            version: version.into(),
        }
    }

    #[test]
    fn one_person_counts_once_however_the_name_is_written() {
        let reviews = [
            "見本 花子",
            "見本花子",
            "見本　花子",
            "Sample A",
            "ＳＡＭＰＬＥ a",
        ]
        .map(|name| review(name, "1"));
        assert_eq!(reviewers(&reviews, "1"), ["見本 花子", "Sample A"]);
    }

    #[test]
    fn a_review_of_another_version_does_not_count() {
        let reviews = [review("見本 花子", "1"), review("見本 太郎", "2")];
        assert_eq!(reviewers(&reviews, "2"), ["見本 太郎"]);
    }
}
