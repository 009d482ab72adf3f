//! The directory as HSDS: complete by its schema, with no number that may not ship, and it comes back as it went out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::export::hsds;
use authoring::import::prefecture_name;
use authoring::{Files, read_files};
use domain::Date;
use domain::directory::{Certainty, Entry, Prefecture};
use proptest::prelude::*;
use serde_json::Value;
use support::imports::{imported, with};
use support::{cells, compiled, minimal, put, shipped};

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn page(files: &Files) -> Value {
    let compiled = read_files(files).compiled.unwrap();
    serde_json::from_str(&hsds(&compiled, today()).unwrap()).unwrap()
}

/// What each object must have, and what it may have.
///
/// Source: Open Referral HSDS 3.0 and 3.1, the schema of each object, `required` and `properties`.
const SCHEMA: [(&str, &[&str], &[&str]); 11] = [
    (
        "service",
        &["id", "name", "status"],
        &[
            "url",
            "email",
            "fees_description",
            "eligibility_description",
            "alert",
            "phones",
            "schedules",
            "languages",
            "service_areas",
            "service_at_locations",
            "organization",
            "attributes",
        ],
    ),
    ("organization", &["id", "name", "description"], &[]),
    (
        "phone",
        &["id", "number"],
        &["extension", "type", "description", "attributes"],
    ),
    (
        "schedule",
        &["id"],
        &[
            "description",
            "freq",
            "byday",
            "opens_at",
            "closes_at",
            "attributes",
        ],
    ),
    ("language", &["id"], &["code"]),
    ("service_area", &["id"], &["name"]),
    ("service_at_location", &["id"], &["location"]),
    (
        "location",
        &["id", "location_type"],
        &["description", "addresses", "accessibility"],
    ),
    (
        "address",
        &[
            "id",
            "address_1",
            "city",
            "state_province",
            "postal_code",
            "country",
            "address_type",
        ],
        &[],
    ),
    ("accessibility", &["id"], &["description"]),
    (
        "attribute",
        &["id", "link_type"],
        &["link_id", "link_entity", "value"],
    ),
];

/// Which object stands under a field.
const FIELDS: [(&str, &str); 10] = [
    ("organization", "organization"),
    ("phones", "phone"),
    ("schedules", "schedule"),
    ("languages", "language"),
    ("service_areas", "service_area"),
    ("service_at_locations", "service_at_location"),
    ("location", "location"),
    ("addresses", "address"),
    ("accessibility", "accessibility"),
    ("attributes", "attribute"),
];

/// Everything in which an object differs from its schema.
fn faults(kind: &str, object: &Value) -> Vec<String> {
    let (_, required, optional) = SCHEMA.iter().find(|(name, ..)| *name == kind).unwrap();
    let fields = object.as_object().unwrap();
    let missing = required
        .iter()
        .filter(|field| !fields.contains_key(**field));
    let mut faults: Vec<String> = missing
        .map(|field| format!("{kind} without {field}"))
        .collect();
    for (field, value) in fields {
        if !required.contains(&field.as_str()) && !optional.contains(&field.as_str()) {
            faults.push(format!("{kind} with {field}"));
        }
        match FIELDS.iter().find(|(name, _)| name == field) {
            Some((_, inner)) => {
                let all = value
                    .as_array()
                    .map_or(std::slice::from_ref(value), Vec::as_slice);
                faults.extend(all.iter().flat_map(|value| self::faults(inner, value)));
            }
            None if field == "extension" && value.is_u64() => {}
            None if value.is_string() => {}
            None => faults.push(format!("{kind}.{field} is {value}")),
        }
    }
    faults
}

#[test]
fn every_object_has_what_its_schema_requires_and_nothing_else() {
    for compiled in [compiled(), shipped()] {
        let page: Value = serde_json::from_str(&hsds(&compiled, today()).unwrap()).unwrap();
        let services = page["contents"].as_array().unwrap();
        assert_eq!(page["total_items"], services.len());
        let faults: Vec<String> = services
            .iter()
            .flat_map(|service| faults("service", service))
            .collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[test]
fn every_entry_and_contact_is_there_once() {
    let compiled = shipped();
    let page: Value = serde_json::from_str(&hsds(&compiled, today()).unwrap()).unwrap();
    let n_entries: usize = compiled
        .entries
        .iter()
        .map(|(file, _)| file.entries.len())
        .sum();
    let ids: std::collections::BTreeSet<&str> = page["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|service| service["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), n_entries + compiled.pack.contacts.len());
}

#[test]
fn a_number_that_may_not_ship_is_not_in_the_export() {
    let text = hsds(&compiled(), today()).unwrap();
    assert!(text.contains("0120-000-000"), "the number of sample-line");
    assert!(
        !text.contains("0570-000-000"),
        "the number of sample-hidden"
    );
    let shipped = hsds(&shipped(), today()).unwrap();
    for row in cells(
        &Files::from([(
            "c".to_owned(),
            std::fs::read(support::folder("content/contacts.csv")).unwrap(),
        )]),
        "c",
    ) {
        if row
            .iter()
            .any(|cell| cell == "NOSHIP" || cell == "link only")
            && !row[1].is_empty()
        {
            assert!(!shipped.contains(&row[1]), "{}", row[0]);
        }
    }
}

fn attribute<'a>(service: &'a Value, name: &str) -> &'a str {
    let attributes = service["attributes"].as_array().unwrap();
    let link_type = ["tomoni:", name].concat();
    let found = attributes
        .iter()
        .find(|attribute| attribute["link_type"] == *link_type);
    found.map_or("", |attribute| attribute["value"].as_str().unwrap())
}

#[test]
fn what_is_not_verified_says_so_and_every_fact_carries_its_source() {
    let page = page(&minimal());
    let named = |name: &str| {
        page["contents"]
            .as_array()
            .unwrap()
            .iter()
            .find(|service| service["name"] == name)
            .unwrap()
    };
    let recent = named("見本病院 相談支援センター");
    assert_eq!(
        (attribute(recent, "state"), recent.get("alert")),
        ("current", None)
    );
    assert_eq!(attribute(recent, "source_url"), "https://example.jp/sc");
    assert_eq!(attribute(recent, "checked_on"), "2025-10-31");
    let weak = named("見本センター");
    assert_eq!(attribute(weak, "state"), "to-verify");
    assert!(weak["alert"].as_str().unwrap().contains("要確認"));
}

#[test]
fn a_check_that_is_past_its_date_says_so() {
    let later = "2027-11-01".parse().unwrap();
    let page: Value = serde_json::from_str(&hsds(&compiled(), later).unwrap()).unwrap();
    let services = page["contents"].as_array().unwrap();
    let recent = services
        .iter()
        .find(|service| service["name"] == "見本病院 相談支援センター")
        .unwrap();
    assert_eq!(attribute(recent, "state"), "to-verify");
}

/// The fields that both sides have, of every entry, without ids and what an import decides for itself.
fn shared(files: &Files) -> Vec<(Prefecture, Entry)> {
    let compiled = read_files(files).compiled.unwrap();
    let all = compiled.entries.into_iter().flat_map(|(file, _)| {
        file.entries.into_iter().map(move |entry| {
            let blank = Entry {
                id: String::new(),
                meetings: Vec::new(),
                origin: domain::directory::Origin::default(),
                certainty: Certainty::Weak,
                ..entry
            };
            (file.prefecture, blank)
        })
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    all
}

/// The minimal pack without entries and events.
fn empty() -> Files {
    let mut files = minimal();
    for file in ["entries.csv", "events.csv"] {
        let header = cells(&files, file).swap_remove(0);
        put(&mut files, file, &[header]);
    }
    files
}

/// The tables that exporting these and importing the result into empty ones gives.
fn comes_back(files: &Files) -> Files {
    let compiled = read_files(files).compiled.unwrap();
    let json = hsds(&compiled, today()).unwrap();
    with(&empty(), &imported("hsds.json", json.as_bytes(), &empty()))
}

#[test]
fn the_minimal_pack_comes_back_as_it_went_out() {
    assert_eq!(shared(&comes_back(&minimal())), shared(&minimal()));
}

/// The cells of an entry that HSDS carries, by column.
fn row() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let text = || "[あ-ん見本]{1,8}";
    let maybe = || prop_oneof![Just(String::new()), "[あ-ん見本、（）]{1,8}"];
    let digits = || {
        prop_oneof![
            Just(String::new()),
            (0u8..10).prop_map(|digit| format!("054-000-000{digit}"))
        ]
    };
    let names = (text(), maybe(), maybe(), maybe(), maybe(), maybe());
    let place = (
        prop::sample::select(vec![12u8, 22]),
        any::<bool>(),
        "[一二三]{1,2}町[1-9]{1,2}-[1-9]",
        any::<bool>(),
    );
    let reach = (
        digits(),
        prop_oneof![Just(""), Just("12"), Just("012"), Just("12・13")],
        digits(),
        digits(),
    );
    let rest = (
        prop::sample::subsequence(vec!["visit", "phone", "mail", "online"], 0..4),
        prop::sample::subsequence(vec!["ア", "イ", "ケ"], 0..3),
        prop::sample::subsequence(vec!["ja", "en", "pt"], 0..3),
        prop::sample::subsequence(vec!["patient", "family", "bereaved"], 0..2),
        prop::sample::select(vec!["", "Mo-Fr 09:00-16:00", "Mo 09:00-12:00,13:00-16:00"]),
    );
    (names, place, reach, rest).prop_map(|(names, place, reach, rest)| {
        let (name, kana, alias, who, hours, referral) = names;
        let (code, has_address, street, has_city) = place;
        let prefecture = prefecture_name(Prefecture::new(code).unwrap());
        let (phone, extension, phone2, fax) = reach;
        let (channels, tags, languages, roles, syntax) = rest;
        let has_phone = !phone.is_empty();
        let street = if has_city {
            street
        } else {
            [prefecture, "見本市", &street].concat()
        };
        vec![
            ("kind", "support_centre".to_owned()),
            ("name", name),
            ("name_kana", kana),
            ("alias", alias),
            ("prefecture", format!("{code:02}")),
            ("municipality", "見本市".to_owned()),
            (
                "postal_code",
                if has_address { "400-0000" } else { "" }.to_owned(),
            ),
            ("address", if has_address { street } else { String::new() }),
            ("phone2", if has_phone { phone2 } else { String::new() }),
            ("phone", phone),
            (
                "phone_ext",
                if has_phone { extension } else { "" }.to_owned(),
            ),
            ("fax", fax),
            ("url", "https://example.jp/見本".to_owned()),
            ("email", "sample@example.jp".to_owned()),
            ("who_can_use", who),
            ("hours_text", hours),
            ("hours", syntax.to_owned()),
            ("referral", referral),
            ("fee", "無料".to_owned()),
            ("channels", channels.join(" ")),
            ("tags", tags.join(";")),
            ("languages", languages.join(" ")),
            ("roles", roles.join(" ")),
            ("source_name", "見本".to_owned()),
            ("source_url", "https://example.jp/".to_owned()),
            ("source_kind", "public".to_owned()),
            ("source_date", "2026-04-01".to_owned()),
            ("confidence", "official-recent".to_owned()),
            ("checked_on", "2026-04-01".to_owned()),
            ("check_by", "2028-04-01".to_owned()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_entry_comes_back_as_it_went_out(row in row()) {
        let mut files = empty();
        let header = cells(&files, "entries.csv").swap_remove(0);
        let value = |column: &String| row.iter().find(|(name, _)| name == column).map_or(String::new(), |(_, value)| value.clone());
        let mut cells: Vec<String> = header.iter().map(value).collect();
        cells[0] = "sample-1".into();
        put(&mut files, "entries.csv", &[header, cells]);
        prop_assert_eq!(shared(&comes_back(&files)), shared(&files));
    }
}
