//! What never stands in the sources.

use crate::{File, assert_none, files, has_word, rust_files};

/// Longer files are split, by meaning.
const LONGEST: usize = 500;

/// A table, a row for each word that the app says.
const TABLE: &str = "crates/domain/src/text/catalogue.rs";

fn offenders(
    files: &[File],
    is_concerned: impl Fn(&File) -> bool,
    is_bad: impl Fn(&str) -> bool,
) -> Vec<String> {
    files
        .iter()
        .filter(|file| is_concerned(file))
        .flat_map(|file| file.lines(&is_bad))
        .collect()
}

#[test]
fn only_ports_name_the_browser() {
    let is_concerned = |file: &File| file.is_in("src/") && !file.is_in("src/ports/");
    let names = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];
    let bad = offenders(&rust_files(), is_concerned, |line| {
        names.iter().any(|name| has_word(line, name))
    });
    assert_none(bad, "goes into a port");
}

#[test]
fn screens_and_components_call_no_port_but_the_form() {
    let is_concerned = |file: &File| file.is_in("src/screens") || file.is_in("src/components");
    let bad = offenders(&rust_files(), is_concerned, |line| {
        has_word(line, "ports") && !line.contains("ports::form::")
    });
    assert_none(bad, "data in, events out");
}

#[test]
fn rules_and_visits_print_nothing_and_read_no_clock_file_or_chance() {
    let is_concerned =
        |file: &File| file.is_in("crates/domain/src/") || file.is_in("crates/session/src/");
    let never = [
        "println!",
        "eprintln!",
        "print!",
        "eprint!",
        "std::io",
        "std::fs",
        "std::env",
        "std::net",
        "std::time",
        "std::thread",
    ];
    let bad = offenders(&rust_files(), is_concerned, |line| {
        never.iter().any(|never| line.contains(never))
            || ["log", "tracing", "rand"]
                .iter()
                .any(|name| line.contains(&format!("{name}::")))
    });
    assert_none(
        bad,
        "answers reach no log; what comes from outside comes as an argument",
    );
}

#[test]
fn the_app_writes_nothing_to_the_console() {
    let bad = offenders(
        &rust_files(),
        |file| file.is_in("src/"),
        |line| {
            ["println!", "console", "log!"]
                .iter()
                .any(|never| line.contains(never))
        },
    );
    assert_none(bad, "answers reach no log");
}

#[test]
fn there_are_no_words_in_the_app() {
    // What components are shown with in the gallery and in tests is not said to anybody.
    let is_concerned = |file: &File| file.is_in("src/") && !file.path.contains("fixtures");
    let bad = offenders(&rust_files(), is_concerned, |line| {
        line.chars().any(is_japanese)
    });
    assert_none(bad, "ask the catalogue");
}

#[test]
fn the_page_for_editors_makes_no_element_from_a_text() {
    let never = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "DOMParser",
    ];
    let bad = offenders(
        &files(),
        |file| file.is_in("static/editor/"),
        |line| never.iter().any(|never| line.contains(never)),
    );
    assert_none(bad, "what stands in a table is a text and nothing else");
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff66}'..='\u{ff9f}')
}

#[test]
fn no_screen_of_a_visit_leads_to_a_leaflet() {
    // Their addresses name a topic. What is drawn on the build machine alone may lead there.
    let of_app = ["app.rs", "screens", "components", "ports"].map(|part| format!("src/{part}"));
    let of_visit = "crates/session/src/";
    let own = ["leaflet.rs", "view/leaflet.rs"].map(|part| format!("{of_visit}{part}"));
    let is_concerned = |file: &File| {
        let is_of_app = of_app.iter().any(|part| file.is_in(part));
        is_of_app || (file.is_in(of_visit) && !own.contains(&file.path))
    };
    let bad = offenders(&rust_files(), is_concerned, |line| {
        let names = ["guide/", "contacts/", "Leaflet::", "leaflet_links"];
        names.iter().any(|name| line.contains(name))
    });
    assert_none(
        bad,
        "an address carries no topic; leaflets are linked only from pages without the app",
    );
}

#[test]
fn every_file_says_first_what_it_is_about() {
    let bad: Vec<_> = rust_files()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    assert_none(bad, "begin with `//!`");
}

#[test]
fn no_file_is_longer_than_one_can_keep_in_mind() {
    let bad: Vec<_> = rust_files()
        .into_iter()
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(n_lines, path)| *n_lines > LONGEST && path != TABLE)
        .map(|(n_lines, path)| format!("{path}: {n_lines} lines"))
        .collect();
    assert_none(bad, "split by meaning, not by kind");
}

#[test]
fn nothing_hangs_on_the_machine_it_was_written_on() {
    // In pieces, so that this file is not found.
    let never = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/Us", "ers/"],
        ["C:", "\\\\"],
        ["/wo", "rk/"],
        ["../sh", "ared"],
    ]
    .map(|parts| parts.concat());
    let bad = files()
        .iter()
        .flat_map(|file| {
            let lines = file.text.lines().enumerate();
            let bad = lines.filter(|(_, line)| never.iter().any(|never| begins(line, never)));
            bad.map(|(place, line)| format!("{}:{}: {}", file.path, place + 1, line.trim()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_none(bad, "a path of one machine");
}

/// Whether a path that begins with `start` stands in the line, and not only an address that holds it.
fn begins(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "._-}".contains(letter))
    })
}

#[test]
fn a_pack_and_a_page_address_nobody_else() {
    let is_concerned = |file: &File| {
        [
            "index.html",
            "static/leaflet.html",
            "static/leaflet.css",
            "static/boot.js",
            "static/style.css",
            "static/tokens.css",
            "static/editor/index.html",
            "static/editor/editor.css",
            "static/editor/editor.js",
            "static/editor/worker.js",
            "static/editor/sw.js",
        ]
        .contains(&file.path.as_str())
    };
    let bad = files()
        .iter()
        .filter(|file| is_concerned(file))
        .flat_map(|file| {
            file.lines(|line| {
                line.contains("//")
                    && ["src=", "href=", "url(", "fetch(", "import"]
                        .iter()
                        .any(|uses| line.contains(uses))
            })
        })
        .collect();
    assert_none(bad, "no request to another host");
}
