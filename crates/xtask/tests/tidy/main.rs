//! What docs/ARCHITECTURE.md promises of the house, kept: who may depend on whom, and what is never there.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod arrows;
mod lints;
mod sources;
mod top;

use std::fs;
use std::path::{Path, PathBuf};

/// The top folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// A file of the project by its path from the top, joined by `/`, with its content.
struct File {
    path: String,
    /// Empty where the file is not UTF-8.
    text: String,
}

/// Every file that belongs to the project: all but what `.gitignore` names. Works without git.
fn files() -> Vec<File> {
    let root = root();
    let mut walk = ignore::WalkBuilder::new(&root);
    walk.hidden(false)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false);
    walk.filter_entry(|entry| entry.file_name() != ".git");
    let mut files: Vec<File> = walk
        .build()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .map(|entry| {
            let parts: Vec<_> = entry.path().strip_prefix(&root).unwrap().iter().collect();
            let parts: Vec<_> = parts.iter().map(|part| part.to_str().unwrap()).collect();
            File {
                path: parts.join("/"),
                text: String::from_utf8(fs::read(entry.path()).unwrap()).unwrap_or_default(),
            }
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The Rust files of the project.
fn rust_files() -> Vec<File> {
    let files: Vec<_> = files()
        .into_iter()
        .filter(|file| file.path.ends_with(".rs"))
        .collect();
    assert!(files.len() > 50, "the walk over the sources misses some");
    files
}

impl File {
    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The code before its tests, which come last, with the number of each line from 1, without comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let text = if is_test { "" } else { self.text.as_str() };
        let code = text.split("#[cfg(test)]\nmod tests {").next();
        code.unwrap_or_default()
            .lines()
            .enumerate()
            .map(|(place, line)| (place + 1, without_comment(line)))
    }

    /// `path:line` of every line of code that `is_bad` finds.
    fn lines(&self, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
        let bad = self.code().filter(|(_, line)| is_bad(line));
        bad.map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// The part of a line before `//`, unless that stands in a string.
fn without_comment(line: &str) -> &str {
    let mut is_string = false;
    let mut before = ' ';
    for (place, letter) in line.char_indices() {
        match letter {
            '"' if before != '\\' && before != '\'' => is_string = !is_string,
            '/' if before == '/' && !is_string => return &line[..place - 1],
            _ => {}
        }
        before = letter;
    }
    line
}

/// Whether `word` stands in `text` as a word of its own.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(place, _)| {
        let before = text[..place].chars().next_back();
        let after = text[place + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[track_caller]
fn assert_none(bad: Vec<String>, rule: &str) {
    let short = bad
        .iter()
        .map(|line| line.chars().take(200).collect::<String>());
    assert!(
        bad.is_empty(),
        "{rule}\n  {}",
        short.collect::<Vec<_>>().join("\n  ")
    );
}

#[test]
fn a_comment_is_not_code_and_a_string_is() {
    assert_eq!(without_comment("let a = 1; // web_sys"), "let a = 1; ");
    assert_eq!(
        without_comment("let a = \"https://x\"; // b"),
        "let a = \"https://x\"; "
    );
    assert_eq!(without_comment("let a = '\"'; // b"), "let a = '\"'; ");
}

#[test]
fn a_word_is_not_a_part_of_another() {
    assert!(has_word("use gloo::utils", "gloo"));
    assert!(!has_word("igloo", "gloo") && !has_word("gloo_utils", "gloo"));
}
