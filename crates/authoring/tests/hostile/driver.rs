//! Runs a target with one input after the other, and watches that none takes forever.

use std::env;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use authoring::finding::Severity;
use authoring::workbook::{to_tables, to_workbook};
use authoring::{Given, printing, read_given};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::MEMORY;

/// Whatever takes longer than this on any machine would not have ended.
const FOREVER: Duration = Duration::from_secs(240);
/// Inputs between two looks at the clock.
const BATCH: u32 = 16;

/// Gives a target inputs until its time is over.
pub fn for_a_while<S: Strategy>(target: &str, inputs: &S, check: impl Fn(S::Value)) {
    let seconds = number("TOMONI_HOSTILE_SECONDS").unwrap_or(3);
    let end = Instant::now() + Duration::from_secs(seconds);
    // The same inputs in every run: a failure belongs to what changed. Other seeds are for looking further.
    let first = number("TOMONI_HOSTILE_SEED").unwrap_or(0);
    let mut n_inputs = 0;
    for seed in first.. {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let config = Config {
            cases: BATCH,
            failure_persistence: None,
            ..Config::default()
        };
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let result = TestRunner::new_with_rng(config, rng).run(inputs, |input| {
            watched(target, || check(input));
            Ok(())
        });
        if let Err(error) = result {
            panic!("{target}, TOMONI_HOSTILE_SEED={seed}: {error}");
        }
        n_inputs += BATCH;
        if Instant::now() > end {
            break;
        }
    }
    let megabytes = MEMORY.max_allocated() >> 20;
    println!("{target}: {n_inputs} inputs, at most {megabytes} MiB until now");
}

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok()?.parse().ok()
}

/// Does something; ends the whole test when it takes forever.
pub fn watched<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let (done, is_done) = mpsc::channel::<()>();
    let name = what.to_owned();
    let watch = thread::spawn(move || {
        if is_done.recv_timeout(FOREVER) == Err(RecvTimeoutError::Timeout) {
            eprintln!("{name} hangs");
            std::process::abort();
        }
    });
    let result = act();
    drop(done);
    watch.join().unwrap();
    result
}

/// The files of a folder of the corpus.
pub fn corpus(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/hostile/corpus")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// What must hold of every input: there is a pack exactly when there is no error, and every finding says something.
pub fn check(given: &Given) {
    let reading = read_given(given);
    let has_errors = reading
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(reading.compiled.is_none(), has_errors);
    for finding in &reading.findings {
        let is_said = !finding.what.ja.is_empty() && !finding.what_to_do.en.is_empty();
        assert!(is_said, "{finding:?}");
    }
    printing::print(&reading.findings, std::io::sink()).unwrap();
}

/// What must hold of tables besides: the workbook of them holds them all, or there is none.
pub fn check_round_trip(given: &Given) {
    let Some(tables) = to_tables(given).output else {
        return;
    };
    if let Some(bytes) = to_workbook(&Given::Folder(tables.clone())).output {
        let back = to_tables(&workbook(bytes)).output.unwrap();
        for (name, bytes) in &tables {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(back.get(name).map(|back| text(back)), Some(text(bytes)));
        }
        assert_eq!(back.len(), tables.len());
    }
}

/// A workbook of these bytes.
pub fn workbook(bytes: Vec<u8>) -> Given {
    Given::Workbook {
        name: "見本.xlsx".into(),
        bytes,
    }
}
