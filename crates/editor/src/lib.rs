//! Behind the page for editors: `authoring` in a browser. Bytes in, JSON, packs and papers out; nothing is sent or kept.
//!
//! The page (`static/editor/`) runs this in a worker. What it can do is here, one function each.

use authoring::finding::{Finding, Findings, Group, Place, Severity, groups};
use authoring::workbook::to_workbook;
use authoring::{Audience, Compiled, Files, Given, Reading, diff, gate, map, read_given, said};
use domain::Date;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// The tables that an editor has opened, and what they give.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Editor {
    opened: Files,
    today: Option<Date>,
    good: Option<(Given, Compiled)>,
}

/// What there is to say about the tables.
#[derive(Debug, Serialize)]
struct Said {
    /// Everything that is wrong or worth knowing, as few mistakes; the gravest first.
    groups: Vec<Group>,
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
    /// Nothing opened yet, on this day; where it is none of our calendar, dates are not checked against it.
    #[wasm_bindgen(constructor)]
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        Self {
            today: Date::new(year, month, day),
            ..Self::default()
        }
    }

    /// Opens one more file.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.opened.insert(name, bytes);
    }

    /// Reads what was opened, and says what there is to say about it, as JSON.
    pub fn read(&mut self) -> String {
        let (findings, good) = match given(&self.opened) {
            Ok(given) => {
                let reading = read_given(&given);
                let Reading {
                    findings, compiled, ..
                } = match self.today {
                    Some(today) => reading.on(today),
                    None => reading,
                };
                (findings, compiled.map(|compiled| (given, compiled)))
            }
            Err(findings) => (findings, None),
        };
        let said = Said {
            groups: groups(&findings),
            counts: Severity::ALL.map(|severity| {
                let same = findings
                    .iter()
                    .filter(|finding| finding.severity == severity);
                same.count()
            }),
            good: good.as_ref().map(|(given, compiled)| Good {
                version: compiled.form.version.clone(),
                fingerprint: compiled.fingerprint(),
                before_publishing: given.as_called(gate(compiled, Audience::Everybody)),
                file: file_name(compiled),
                packs: packs(compiled).into_iter().map(|(name, _)| name).collect(),
            }),
        };
        let json = serde_json::to_string(&said).unwrap_or_default();
        self.good = good;
        json
    }

    /// A pack by its name; empty when there is none.
    pub fn pack(&self, name: &str) -> Vec<u8> {
        let all = self.good.as_ref().map(|(_, compiled)| packs(compiled));
        let found = all.into_iter().flatten().find(|(known, _)| known == name);
        found.map_or_else(Vec::new, |(_, bytes)| bytes.to_vec())
    }

    /// The whole content on one page, to read and sign; empty where the tables have errors.
    pub fn map(&self) -> String {
        let good = self.good.as_ref();
        good.map_or_else(String::new, |(_, compiled)| map::page(compiled, self.today))
    }

    /// What changes from the live workbook to these tables, as a page; empty where one of them cannot be read.
    pub fn diff(&self, live: Vec<u8>) -> String {
        let live = Given::Workbook {
            name: "live.xlsx".into(),
            bytes: live,
        };
        let changes = self
            .good
            .as_ref()
            .map(|(given, _)| diff::compare(&live, given));
        match changes {
            Some(Ok(changes)) => diff::page(&changes),
            Some(Err(_)) | None => String::new(),
        }
    }

    /// The checked tables as one workbook, to hand to whoever publishes them; empty when it cannot be written.
    pub fn file(&self) -> Vec<u8> {
        let written = self.good.as_ref().map(|(given, _)| to_workbook(given));
        written
            .and_then(|written| written.output)
            .unwrap_or_default()
    }
}

/// What was opened: tables, or one workbook.
///
/// # Errors
/// The finding that says what cannot be opened together.
fn given(opened: &Files) -> Result<Given, Vec<Finding>> {
    let mut others = opened
        .iter()
        .filter(|(name, _)| !name.to_ascii_lowercase().ends_with(".csv"));
    match (others.next(), opened.len()) {
        (None, _) => Ok(Given::Folder(opened.clone())),
        (Some((name, bytes)), 1) => Ok(Given::Workbook {
            name: name.clone(),
            bytes: bytes.clone(),
        }),
        (Some((name, _)), _) => {
            let mut findings = Findings::default();
            findings.error(
                Place::table(name),
                said!(
                    "ほかのファイルと一緒には開けません。",
                    "It cannot be opened together with other files."
                ),
                said!(
                    "Excel ブック (.xlsx) を一つだけ開くか、CSV のファイルだけを開いてください。",
                    "Open one Excel workbook (.xlsx) alone, or CSV files alone."
                ),
            );
            Err(findings.sorted())
        }
    }
}

fn file_name(compiled: &Compiled) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    let version: String = compiled.form.version.chars().filter(is_plain).collect();
    format!("tomoni-{version}-{}.xlsx", compiled.fingerprint())
}

/// The packs by the names under which the preview asks for them, and the settings of a site, of which it has none.
fn packs(compiled: &Compiled) -> Vec<(String, &[u8])> {
    let rules = [
        ("config.json".to_owned(), b"{}".as_slice()),
        ("rules.bin".to_owned(), compiled.rules.as_slice()),
    ];
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

    fn shipped() -> Files {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        match Given::at(&content) {
            Ok(Given::Folder(files)) => files,
            other => panic!("{other:?}"),
        }
    }

    fn workbook(files: Files) -> Vec<u8> {
        to_workbook(&Given::Folder(files)).output.unwrap()
    }

    fn opened(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Editor {
        let mut editor = Editor::new(2026, 12, 31);
        for (name, bytes) in files {
            editor.add(name, bytes);
        }
        editor
    }

    fn said(editor: &mut Editor) -> Value {
        serde_json::from_str(&editor.read()).unwrap()
    }

    #[test]
    fn tables_and_the_workbook_of_them_give_the_same_packs_and_the_same_file_to_hand_on() {
        let mut tables = opened(shipped());
        let book = workbook(shipped());
        let mut one = opened([("見本.XLSX".to_owned(), book.clone())]);
        let of_tables = said(&mut tables);
        let good = &of_tables["good"];
        assert_eq!(of_tables["counts"][0], 0, "{of_tables}");
        assert_eq!(said(&mut one)["good"]["fingerprint"], good["fingerprint"]);
        assert_eq!(
            good["file"],
            format!(
                "tomoni-{}-{}.xlsx",
                good["version"].as_str().unwrap(),
                good["fingerprint"].as_str().unwrap()
            )
        );
        for name in good["packs"].as_array().unwrap() {
            let name = name.as_str().unwrap();
            assert!(!tables.pack(name).is_empty(), "{name}");
            assert!(tables.pack(name) == one.pack(name), "{name}");
        }
        assert!(tables.file() == book && one.file() == book);
    }

    #[test]
    fn the_map_holds_the_content_and_the_diff_what_changed_since_the_live_workbook() {
        let live = workbook(shipped());
        let mut files = shipped();
        let text = String::from_utf8(files["settings.csv"].clone()).unwrap();
        let text = text.lines().next().unwrap().to_owned() + "\n見本の題,sample,7,日本語 (ja)\n";
        files.insert("settings.csv".into(), text.into_bytes());
        let mut editor = opened(files);
        assert!(editor.map().is_empty() && editor.diff(live.clone()).is_empty());
        let said = said(&mut editor);
        assert!(editor.map().contains("見本の題"), "{said}");
        assert!(editor.diff(live).contains("見本の題"));
        assert!(editor.diff(b"no workbook".to_vec()).is_empty());
        let unchanged = editor.diff(editor.file());
        assert!(unchanged.contains("何も変わっていません。"));
    }

    #[test]
    fn findings_of_a_workbook_name_its_sheets_also_before_publishing() {
        let mut editor = opened([("見本.xlsx".to_owned(), workbook(shipped()))]);
        let said = said(&mut editor);
        let before = &said["good"]["before_publishing"][0];
        assert_eq!(before["sheet"], "reviews", "{before}");
    }

    #[test]
    fn tables_with_an_error_give_findings_and_nothing_else() {
        let mut editor = opened(shipped());
        editor.opened.remove("supports.csv");
        let said = said(&mut editor);
        assert!(said["counts"][0].as_u64().unwrap() > 0);
        assert_eq!(said["good"], Value::Null);
        assert!(editor.pack("rules.bin").is_empty());
        assert!(editor.map().is_empty() && editor.file().is_empty());
        assert_eq!(said["groups"][0]["severity"], "error");
    }

    #[test]
    fn what_no_spreadsheet_program_wrote_and_two_kinds_at_once_are_refused() {
        for files in [
            vec![("見本.xlsx".to_owned(), b"no workbook".to_vec())],
            vec![("見本.ods".to_owned(), b"PK".to_vec())],
            vec![
                ("見本.xlsx".to_owned(), workbook(shipped())),
                ("needs.csv".to_owned(), Vec::new()),
            ],
        ] {
            let said = said(&mut opened(files));
            assert_eq!(said["counts"][0], 1, "{said}");
            assert_eq!(said["good"], Value::Null);
        }
    }

    #[test]
    fn a_check_on_a_day_to_come_is_an_error() {
        let mut editor = opened(shipped());
        editor.today = Date::new(1999, 1, 1);
        assert_eq!(said(&mut editor)["good"], Value::Null);
    }

    #[test]
    fn nothing_opened_is_said_to_be_missing() {
        assert!(said(&mut opened([]))["counts"][0].as_u64().unwrap() > 0);
    }
}
