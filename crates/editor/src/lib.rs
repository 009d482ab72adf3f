//! Behind the page for editors: `authoring` in a browser. Bytes in, JSON and packs out; nothing is sent or kept.
//!
//! The page (`static/editor/`) runs this in a worker. What it can do is here, one function each.

mod groups;

use authoring::finding::{Finding, Findings, Place, Severity};
use authoring::{Compiled, Files, Reading, said};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use groups::Group;

/// The tables that an editor has opened, and what they give.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Editor {
    files: Files,
    compiled: Option<Compiled>,
}

/// What there is to say about the tables.
#[derive(Debug, Serialize)]
struct Said<'a> {
    /// Everything that is wrong or worth knowing; the gravest first.
    groups: Vec<Group<'a>>,
    /// How many findings there are: errors, warnings, notes.
    counts: [usize; 3],
    /// What they give when nothing is wrong.
    good: Option<Good>,
}

/// What tables without errors give.
#[derive(Debug, Serialize)]
struct Good {
    /// The version in the settings sheet.
    version: String,
    /// What tells this content from any other.
    fingerprint: String,
    /// What must still be settled before it is published.
    before_publishing: Vec<Finding>,
    /// The name of the file to hand on.
    file: String,
    /// The names of the packs.
    packs: Vec<String>,
}

#[wasm_bindgen]
impl Editor {
    /// Nothing opened yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens one more file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.insert(name, bytes);
    }

    /// Reads what was opened, and says what there is to say about it, as JSON.
    pub fn read(&mut self) -> String {
        let Reading { findings, compiled } = reading(&self.files);
        let good = compiled.as_ref().map(|compiled| Good {
            version: compiled.version.clone(),
            fingerprint: compiled.fingerprint(),
            before_publishing: authoring::gate(compiled),
            file: file_name(compiled),
            packs: packs(compiled).into_iter().map(|(name, _)| name).collect(),
        });
        let said = Said {
            groups: groups::of(&findings),
            counts: Severity::ALL.map(|severity| {
                let same = findings
                    .iter()
                    .filter(|finding| finding.severity == severity);
                same.count()
            }),
            good,
        };
        let json = serde_json::to_string(&said).unwrap_or_default();
        self.compiled = compiled;
        json
    }

    /// A pack by its name; empty when there is none.
    pub fn pack(&self, name: &str) -> Vec<u8> {
        let all = self.compiled.as_ref().map(packs).unwrap_or_default();
        let found = all.into_iter().find(|(known, _)| known == name);
        found.map_or_else(Vec::new, |(_, bytes)| bytes.to_vec())
    }

    /// The checked tables as one file, to hand to whoever publishes them; empty when they cannot be written.
    pub fn file(&self) -> Vec<u8> {
        authoring::bundle(&self.files).unwrap_or_default()
    }
}

/// Reads tables.
fn reading(files: &Files) -> Reading {
    match files
        .keys()
        .find(|name| name.to_ascii_lowercase().ends_with(".xlsx"))
    {
        Some(workbook) => refused(workbook),
        None => authoring::read_files(files),
    }
}

/// A workbook cannot be read yet.
fn refused(workbook: &str) -> Reading {
    let mut findings = Findings::default();
    findings.error(
        Place::table(workbook),
        said!(
            "Excel のブックは、まだ読めません。",
            "Excel workbooks cannot be read yet."
        ),
        said!(
            "表を一つずつ CSV UTF-8 で保存し、すべて選んで開いてください。",
            "Save each sheet as CSV UTF-8, and open them all together."
        ),
    );
    Reading {
        findings: findings.sorted(),
        compiled: None,
    }
}

fn file_name(compiled: &Compiled) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    let version: String = compiled.version.chars().filter(is_plain).collect();
    format!("tomoni-{version}-{}.zip", compiled.fingerprint())
}

/// The packs by the names under which the preview asks for them.
fn packs(compiled: &Compiled) -> Vec<(String, &[u8])> {
    let rules = [("rules.bin".to_owned(), compiled.rules.as_slice())];
    let words = compiled
        .words
        .iter()
        .map(|(lang, _, bytes)| (format!("words-{}.bin", lang.code()), bytes.as_slice()));
    let guides = compiled
        .guides
        .iter()
        .map(|(lang, _, bytes)| (format!("guide-{}.bin", lang.code()), bytes.as_slice()));
    let entries = compiled
        .entries
        .iter()
        .map(|(file, bytes)| (format!("entries-{}.bin", file.prefecture), bytes.as_slice()));
    rules
        .into_iter()
        .chain(words)
        .chain(guides)
        .chain(entries)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::*;

    fn shipped() -> Editor {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let mut editor = Editor::new();
        for (name, bytes) in authoring::files_of(&content).unwrap() {
            editor.add(name, bytes);
        }
        editor
    }

    fn said(editor: &mut Editor) -> Value {
        serde_json::from_str(&editor.read()).unwrap()
    }

    #[test]
    fn the_shipped_tables_give_packs_that_the_app_reads_and_a_file_to_hand_on() {
        let mut editor = shipped();
        let said = said(&mut editor);
        assert_eq!(said["counts"][0], 0, "{said}");
        let good = &said["good"];
        assert_eq!(
            good["file"],
            format!(
                "tomoni-{}-{}.zip",
                good["version"].as_str().unwrap(),
                good["fingerprint"].as_str().unwrap()
            )
        );
        for name in good["packs"].as_array().unwrap() {
            assert!(!editor.pack(name.as_str().unwrap()).is_empty(), "{name}");
        }
        assert!(editor.file().starts_with(b"PK"));
    }

    #[test]
    fn tables_with_an_error_give_findings_and_nothing_else() {
        let mut editor = shipped();
        editor.files.remove("supports.csv");
        let said = said(&mut editor);
        assert!(said["counts"][0].as_u64().unwrap() > 0);
        assert_eq!(said["good"], Value::Null);
        assert!(editor.pack("rules.bin").is_empty());
        assert_eq!(said["groups"][0]["severity"], "error");
    }

    #[test]
    fn nothing_opened_is_said_to_be_missing() {
        assert!(said(&mut Editor::new())["counts"][0].as_u64().unwrap() > 0);
    }
}
