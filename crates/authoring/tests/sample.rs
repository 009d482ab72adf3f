//! The sample prefecture: whole enough to show everything, plainly a sample, and never in what is published.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::collections::BTreeSet;

use authoring::{Compiled, Reading, read_with_sample};
use domain::directory::{Entry, Kind, Prefecture};
use support::{cells, findings_in, folder, minimal, put, shipped};

fn with_sample() -> Compiled {
    let Reading {
        findings, compiled, ..
    } = read_with_sample(&folder("content"));
    compiled.unwrap_or_else(|| panic!("{findings:#?}"))
}

fn sample_entries(compiled: &Compiled) -> &[Entry] {
    compiled
        .entries
        .iter()
        .find(|(file, _)| file.prefecture == Prefecture::SAMPLE)
        .map_or(&[], |(file, _)| file.entries.as_slice())
}

#[test]
fn the_sample_prefecture_has_every_kind_of_entry_every_tag_and_every_field() {
    let compiled = with_sample();
    let entries = sample_entries(&compiled);
    let kinds: BTreeSet<&str> = entries.iter().map(|entry| entry.kind.name()).collect();
    assert_eq!(kinds, Kind::ALL.iter().map(|kind| kind.name()).collect());
    let tags: BTreeSet<char> = entries
        .iter()
        .flat_map(|entry| &entry.tags)
        .copied()
        .collect();
    assert_eq!(tags, "アイウエオカキクケ".chars().collect());
    let has = |is_there: fn(&Entry) -> bool| entries.iter().any(is_there);
    assert!(has(|entry| !entry.languages.is_empty()));
    assert!(has(|entry| !entry.accessibility.is_empty()));
    assert!(has(|entry| !entry.schedule.is_empty()));
    assert!(has(|entry| !entry.meetings.is_empty()));
    assert!(has(
        |entry| !entry.kana.is_empty() && !entry.alias.is_empty()
    ));
}

#[test]
fn nothing_of_the_sample_can_be_taken_for_a_real_place() {
    let compiled = with_sample();
    for entry in sample_entries(&compiled) {
        assert!(entry.name.starts_with("見本"), "{}", entry.name);
        // Japan keeps no range of numbers for examples: any that looks real may be somebody's.
        assert!(
            entry.phones.is_empty() && entry.fax.is_empty(),
            "{}",
            entry.name
        );
        // Source: example.jp is reserved by JPRS, as example.com is by RFC 2606.
        assert!(
            entry.url.is_empty() || entry.url.starts_with("https://www.example.jp/"),
            "{}",
            entry.url
        );
        assert!(entry.email.is_empty() || entry.email.ends_with("@example.jp"));
    }
}

#[test]
fn what_ships_has_nothing_of_the_sample() {
    let compiled = shipped();
    assert_eq!(sample_entries(&compiled).len(), 0);
}

#[test]
fn the_sample_prefecture_in_the_tables_themselves_is_an_error() {
    let mut files = minimal();
    let mut entries = cells(&files, "entries.csv");
    let column = entries[0]
        .iter()
        .position(|name| name == "prefecture")
        .unwrap();
    entries[1][column] = "00".into();
    put(&mut files, "entries.csv", &entries);
    let errors = findings_in(&files, authoring::finding::Severity::Error);
    assert!(
        errors
            .iter()
            .any(|error| error.what.ja.contains("見本の都道府県")),
        "{errors:#?}"
    );
}
