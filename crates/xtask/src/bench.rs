//! What has a target, measured.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use domain::Pack;
use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::check::{self, Tables};
use crate::house::House;
use crate::run::run;

const N_VISITS: u32 = 100_000;
const VISITS_PER_SECOND: f64 = 20_000.0;
const REPLAY: Duration = Duration::from_millis(2);
/// The name in crates/domain/benches/replay.rs.
const REPLAY_BENCH: &str = "replay of a 5,000-question survey";

/// A keystroke in the directory.
const SEARCH: Duration = Duration::from_millis(5);
/// The groups in crates/domain/benches/search.rs that are keystrokes.
const SEARCH_BENCHES: [&str; 2] = ["search 100,000 entries", "narrow 100,000 entries"];

/// Measures and prints; fails when a target is missed.
pub fn bench(house: &House) -> Result<ExitCode> {
    let replay = replay(house)?;
    let search = search(house)?;
    let speed = visits_per_second(house)?;
    println!(
        "{REPLAY_BENCH}: {:.3} ms (at most {} ms)",
        replay.as_secs_f64() * 1e3,
        REPLAY.as_millis()
    );
    println!("authoring visit: {speed:.0} visits a second (at least {VISITS_PER_SECOND})");
    println!(
        "slowest keystroke in the directory: {:.3} ms (at most {} ms)",
        search.as_secs_f64() * 1e3,
        SEARCH.as_millis()
    );
    let is_met = replay <= REPLAY && search <= SEARCH && speed >= VISITS_PER_SECOND;
    Ok(if is_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The mean that criterion finds.
fn replay(house: &House) -> Result<Duration> {
    let found = measure(house, "replay")?;
    estimate(&found.join(REPLAY_BENCH))
}

/// The slowest of the means that criterion finds for keystrokes.
fn search(house: &House) -> Result<Duration> {
    let found = measure(house, "search")?;
    let mut slowest = Duration::ZERO;
    for group in SEARCH_BENCHES {
        let group = found.join(group);
        let benches =
            fs::read_dir(&group).with_context(|| format!("{} is missing", group.display()))?;
        for bench in benches {
            let bench = bench?.path();
            // Beside the benches lies a report about all of them.
            if bench.join("new").is_dir() {
                slowest = slowest.max(estimate(&bench)?);
            }
        }
    }
    Ok(slowest)
}

/// Runs a bench of `domain`; where its results are.
fn measure(house: &House, name: &str) -> Result<PathBuf> {
    let found = house.target.join("criterion");
    let mut bench = house.cargo(&["bench", "--package", "domain", "--bench", name]);
    run(bench.env("CRITERION_HOME", &found))?;
    Ok(found)
}

fn estimate(bench: &Path) -> Result<Duration> {
    let file = bench.join("new/estimates.json");
    let text =
        fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    mean(&text).context("criterion's estimates have no mean")
}

fn mean(estimates: &str) -> Option<Duration> {
    let estimates: Value = serde_json::from_str(estimates).ok()?;
    let nanoseconds = estimates.get("mean")?.get("point_estimate")?.as_f64()?;
    Some(Duration::from_secs_f64(nanoseconds / 1e9))
}

/// How fast the visits of many people are answered, the start of the program and the reading of the content included.
fn visits_per_second(house: &House) -> Result<f64> {
    let pack = check::content(house, Tables::Own)?.pack;
    let visits = visits(&pack);
    run(&mut house.cargo(&["build", "--quiet", "--release", "--package", "authoring"]))?;
    let mut program = std::process::Command::new(house.program("release", "authoring"));
    program
        .arg("visit")
        .current_dir(&house.root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let start = Instant::now();
    let mut child = program.spawn().context("authoring cannot be started")?;
    let mut stdin = child.stdin.take().context("authoring takes no input")?;
    let writer = thread::spawn(move || stdin.write_all(visits.as_bytes()));
    let output = child.wait_with_output()?;
    let took = start.elapsed();
    writer
        .join()
        .map_err(|_| anyhow::anyhow!("the visits were not written"))??;
    let answers = String::from_utf8(output.stdout)?;
    let n_answers = answers
        .lines()
        .filter(|line| !line.starts_with("{\"error\""))
        .count();
    if n_answers != usize::try_from(N_VISITS)? {
        bail!("{N_VISITS} visits were asked and {n_answers} were answered");
    }
    Ok(f64::from(N_VISITS) / took.as_secs_f64())
}

/// Visits as JSON lines, the same every time.
fn visits(pack: &Pack) -> String {
    let mut rng = Rng::with_seed(1);
    (0..N_VISITS)
        .map(|_| format!("{}\n", visit(pack, &mut rng)))
        .collect()
}

/// One person who answers about every second question.
fn visit(pack: &Pack, rng: &mut Rng) -> Value {
    let mut answers = Map::new();
    for question in &pack.survey.questions {
        if rng.bool() {
            continue;
        }
        let mut names = || {
            rng.choice(&question.choices)
                .map(|choice| choice.name.as_str())
        };
        let answer = if question.is_multiple {
            json!([names(), names()])
        } else {
            json!(names())
        };
        answers.insert(question.name.clone(), answer);
    }
    json!({ "answers": answers, "lang": "ja", "now": "2026-11-24T10:00:00+09:00" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_read_in_nanoseconds() {
        let estimates = r#"{"mean":{"confidence_interval":{},"point_estimate":1500000.0,"standard_error":1.0},"median":{}}"#;
        assert_eq!(mean(estimates), Some(Duration::from_micros(1500)));
        assert_eq!(mean("{}"), None);
    }
}
