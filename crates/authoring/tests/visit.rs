//! Visits as data over the minimal pack.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use std::sync::OnceLock;

use authoring::Compiled;
use serde_json::{Value, json};

fn compiled() -> &'static Compiled {
    static COMPILED: OnceLock<Compiled> = OnceLock::new();
    COMPILED.get_or_init(support::compiled)
}

/// The answers to these lines.
fn answers(input: &str) -> Vec<Value> {
    let mut output = Vec::new();
    authoring::visit::run(compiled(), input.as_bytes(), &mut output).unwrap();
    String::from_utf8(output)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn answer(answers_given: &Value) -> Value {
    let line = json!({ "answers": answers_given }).to_string();
    answers(&line).remove(0)
}

#[test]
fn a_visit_says_what_was_asked_what_is_shown_and_why() {
    let answered = answer(&json!({
        "role": "patient", "worries": ["work", "money"], "money_kind": ["debt"], "most": "money",
        "prefecture": "22", "municipality": "遠見本市",
    }));
    assert_eq!(
        answered,
        json!({
            "asked": ["role", "age", "worries", "money_kind", "work_status", "most", "wish", "prefecture", "municipality"],
            "first": ["money-help", "work-help", "consult-centre"],
            "results": [
                {
                    "support": "money-help",
                    "reasons": [{ "question": "money_kind", "choice": "debt" }],
                    "entries": ["sample-line"],
                },
                {
                    "support": "work-help",
                    "reasons": [{ "question": "worries", "choice": "work" }],
                    "entries": [],
                },
                {
                    "support": "consult-centre",
                    "reasons": [],
                    "entries": ["sample-sc-2", "sample-sc-1", "sample-hidden"],
                },
            ],
            "not_suggested": [
                { "support": "peer-salon", "would_need": [{ "question": "worries", "choice": "peers" }] },
            ],
            "dropped": [],
        })
    );
}

#[test]
fn a_contact_that_cannot_be_called_from_there_is_left_out() {
    let entries = |prefecture: Value| {
        let answered = answer(
            &json!({ "worries": ["money"], "money_kind": ["debt"], "prefecture": prefecture }),
        );
        let results = answered["results"].as_array().unwrap().clone();
        let found = results
            .into_iter()
            .find(|result| result["support"] == "money-help")
            .unwrap();
        found["entries"].clone()
    };
    assert_eq!(entries(json!("22")), json!(["sample-line"]));
    assert_eq!(entries(json!("12")), json!(["sample-line", "sample-local"]));
    assert_eq!(entries(Value::Null), json!(["sample-line", "sample-local"]));
}

#[test]
fn a_visit_without_answers_still_finds_somebody() {
    let answered = answer(&json!({}));
    assert_eq!(answered["first"], json!(["consult-centre"]));
    assert_eq!(answered["results"][0]["support"], "consult-centre");
}

#[test]
fn what_the_survey_does_not_know_is_dropped_and_named() {
    let answered = answer(&json!({
        "worries": ["foo", "money", 5, null, ["money"]],
        "nosuch": "x",
        "other": { "deep": [1, { "deeper": true }] },
        "role": 3,
        "age": ["child"],
        "wish": "talk",
        "prefecture": "99",
        "most": null,
        "municipality": false,
    }));
    let mut dropped: Vec<&str> = answered["dropped"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    dropped.sort_unstable();
    assert_eq!(
        dropped,
        [
            "age",
            "municipality",
            "nosuch",
            "other",
            "prefecture.99",
            "role",
            "wish",
            "worries.5",
            "worries.[…]",
            "worries.foo",
            "worries.null",
        ]
    );
    let plain = answer(&json!({ "worries": ["money"] }));
    assert_eq!(answered["results"], plain["results"]);
}

#[test]
fn texts_with_escapes_are_understood() {
    let line = r#"{"answers":{"r\u006fle":"patient","worries":["mon\u0065y"],"municipality":"\u898b\u672c\u5e02"}}"#;
    assert_eq!(answers(line)[0]["dropped"], json!([]));
}

#[test]
fn a_line_that_cannot_be_read_says_so_and_the_next_is_answered() {
    let input = [
        "nonsense",
        r#"{"answers":{}}"#,
        r#"{"lang":"ja"}"#,
        r#"{"answers":[]}"#,
        r#"{"answers":{},"lang":"xx"}"#,
        r#"{"answers":{},"lang":5}"#,
        r#"{"answers":{},"now":"tomorrow"}"#,
        r#"{"answers":{"role":"patient"}"#,
        "",
        "   ",
        r#"{"answers":{},"lang":"ja-x-easy","now":"2026-11-24T10:00:00+09:00","id":"more"}"#,
    ]
    .join("\r\n");
    let answered = answers(&input);
    let lines: Vec<Option<u64>> = answered
        .iter()
        .map(|answer| answer["line"].as_u64())
        .collect();
    assert_eq!(
        lines,
        [
            Some(1),
            None,
            Some(3),
            Some(4),
            Some(5),
            Some(6),
            Some(7),
            Some(8),
            None
        ]
    );
    for answer in answered
        .iter()
        .filter(|answer| answer.get("error").is_some())
    {
        let error = answer["error"].as_str().unwrap();
        assert!(
            error.starts_with(&format!("line {}: ", answer["line"])),
            "{error}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_an_error_on_their_line_only() {
    let mut output = Vec::new();
    let input = b"{\"answers\":{\"role\":\"\xff\"}}\n{\"answers\":{}}\n";
    authoring::visit::run(compiled(), input.as_slice(), &mut output).unwrap();
    let output = String::from_utf8(output).unwrap();
    let errors: Vec<bool> = output
        .lines()
        .map(|line| line.contains("\"error\""))
        .collect();
    assert_eq!(errors, [true, false]);
}

#[test]
fn very_deep_nesting_is_an_error_not_a_crash() {
    let line = format!(
        "{{\"answers\":{{\"role\":{}{}}}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(answers(&line)[0].get("error").is_some());
}

#[test]
fn ten_thousand_visits_are_answered_in_their_order() {
    let choices = ["money", "work", "peers", "end_of_life", "none_today"];
    let input: String = (0..10_000)
        .map(|place| {
            let worry = choices[place % choices.len()];
            let unknown = format!("n{place}");
            json!({ "answers": { "worries": [worry], unknown: 1 } }).to_string() + "\n"
        })
        .collect();
    let answered = answers(&input);
    assert_eq!(answered.len(), 10_000);
    for (place, answer) in answered.iter().enumerate() {
        assert_eq!(answer["dropped"], json!([format!("n{place}")]));
    }
}

/// Gives its bytes a few at a time, as a slow pipe does.
struct Slow<'a>(&'a [u8]);

impl std::io::Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n_bytes = self.0.len().min(buffer.len()).min(7);
        let (now, later) = self.0.split_at(n_bytes);
        buffer[..n_bytes].copy_from_slice(now);
        self.0 = later;
        Ok(n_bytes)
    }
}

#[test]
fn lines_that_arrive_in_pieces_are_answered_whole_and_counted_rightly() {
    let input =
        "{\"answers\":{}}\n\n{\"answers\":{\"role\":\"patient\"}}\nbroken\n{\"answers\":{}}";
    let mut output = Vec::new();
    authoring::visit::run(compiled(), Slow(input.as_bytes()), &mut output).unwrap();
    let at_once: Vec<Value> = answers(input);
    let slowly: Vec<Value> = String::from_utf8(output)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(slowly, at_once);
    assert_eq!(slowly[2]["line"], 4);
}

proptest::proptest! {
    #[test]
    fn every_line_that_is_not_empty_gets_exactly_one_answer(lines in proptest::collection::vec("[ -~あ]{0,40}", 0..6)) {
        let input = lines.join("\n");
        let n_lines = lines.iter().filter(|line| !line.trim().is_empty()).count();
        proptest::prop_assert_eq!(answers(&input).len(), n_lines);
    }
}
