//! What keeps content without errors from being published.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::Severity;
use authoring::{Audience, gate, read_files};
use support::{minimal, places};

/// What keeps the minimal pack from being published with this settings row and these rows of reviews.
fn refused(settings: &str, reviews: &str) -> Vec<String> {
    let mut files = minimal();
    let header = "form_title,form_id,version,default_language\n";
    files.insert(
        "settings.csv".into(),
        format!("{header}{settings}\n").into(),
    );
    let header = "name,role,reviewed_on,version\n";
    files.insert("reviews.csv".into(), format!("{header}{reviews}").into());
    let compiled = read_files(&files).compiled.unwrap();
    let findings = gate(&compiled, Audience::Everybody);
    findings
        .into_iter()
        .map(|finding| finding.place.file)
        .collect()
}

const SETTINGS: &str = "見本,sample,7,日本語 (ja)";

#[test]
fn two_people_who_have_reviewed_this_version_open_the_gate() {
    let reviews = "見本 花子,見本の委員,2026-11-24,7\n見本 太郎,見本の委員,2026-11-25,7\n";
    assert!(refused(SETTINGS, reviews).is_empty());
}

#[test]
fn one_person_the_same_person_twice_and_another_version_do_not() {
    for reviews in [
        "",
        "見本 花子,見本の委員,2026-11-24,7\n",
        "見本 花子,見本の委員,2026-11-24,7\n見本花子,見本の会長,2026-11-25,7\n",
        "見本 花子,見本の委員,2026-11-24,7\n見本 太郎,見本の委員,2026-11-24,6\n",
    ] {
        assert_eq!(refused(SETTINGS, reviews), ["reviews.csv"], "{reviews}");
    }
}

#[test]
fn content_without_a_version_cannot_have_been_reviewed() {
    let reviews = "見本 花子,見本の委員,2026-11-24,7\n見本 太郎,見本の委員,2026-11-24,7\n";
    assert_eq!(
        refused("見本,sample,,日本語 (ja)", reviews),
        ["settings.csv"]
    );
}

#[test]
fn a_review_that_leaves_something_out_is_an_error_in_its_cell() {
    let mut files = minimal();
    let reviews = "name,role,reviewed_on,version\n,見本の委員,2026-11,1\n見本 太郎,,昨日,1\n";
    files.insert("reviews.csv".into(), reviews.into());
    let reading = read_files(&files);
    assert!(reading.compiled.is_none());
    let found: Vec<_> = places(&reading.findings)
        .into_iter()
        .filter(|(severity, file, ..)| *severity == Severity::Error && *file == "reviews.csv")
        .map(|(_, _, row, column)| (row.unwrap(), column.unwrap().to_owned()))
        .collect();
    let expected = [
        (2, "name".to_owned()),
        (2, "reviewed_on".to_owned()),
        (3, "role".to_owned()),
        (3, "reviewed_on".to_owned()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_fingerprint_changes_with_the_content_and_not_with_the_reviews() {
    let of = |change: &dyn Fn(&mut authoring::Files)| {
        let mut files = minimal();
        change(&mut files);
        read_files(&files).compiled.unwrap().fingerprint()
    };
    let plain = of(&|_| {});
    let reviews = "name,role,reviewed_on,version\n見本 花子,見本の委員,2026-11-24,1\n";
    assert_eq!(
        of(&|files| drop(files.insert("reviews.csv".into(), reviews.into()))),
        plain
    );
    let other = of(&|files| {
        let text = String::from_utf8(files["entries.csv"].clone()).unwrap();
        files.insert(
            "entries.csv".into(),
            text.replace("見本市1,1階", "見本市1,2階").into(),
        );
    });
    assert_ne!(other, plain);
}
