//! Everything that must pass, step by step.

mod steps;
mod tally;
mod xlsform;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::house::House;
use steps::STEPS;
use tally::Tally;

/// One part of the whole.
struct Step {
    name: &'static str,
    /// The steps without which this one means nothing.
    needs: &'static [&'static str],
    run: fn(&House) -> Result<Tally>,
}

/// What came of a step.
enum Outcome {
    /// It ran to its end.
    Ran(Tally),
    /// It could not be run to its end.
    Broke(anyhow::Error),
    /// A step that it needs was not run to its end.
    NotRun(&'static str),
}

/// Runs every step that can be run, and prints as the last line how many tests passed and failed.
pub fn test(house: &House) -> ExitCode {
    let mut total = Tally::default();
    let mut lines = Vec::new();
    let mut broken = BTreeSet::new();
    for step in STEPS {
        println!("\n── {} ──", step.name);
        let start = Instant::now();
        let outcome = match step.needs.iter().find(|need| broken.contains(*need)) {
            Some(need) => Outcome::NotRun(need),
            None => (step.run)(house).map_or_else(Outcome::Broke, Outcome::Ran),
        };
        let tally = tally(&outcome);
        if !matches!(outcome, Outcome::Ran(_)) {
            broken.insert(step.name);
        }
        let line = format!(
            "{}: {} ({} s)",
            step.name,
            said(&outcome),
            start.elapsed().as_secs()
        );
        println!("{line}");
        lines.push(line);
        total = total + tally;
    }
    println!("\n── all steps ──\n{}", lines.join("\n"));
    if total.skipped > 0 {
        println!("{} skipped by their own wish; see above", total.skipped);
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What counts: a step that broke or could not run is one failure, so that nothing is passed over.
fn tally(outcome: &Outcome) -> Tally {
    match outcome {
        Outcome::Ran(tally) => *tally,
        Outcome::Broke(_) | Outcome::NotRun(_) => Tally::FAILED,
    }
}

fn said(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ran(tally) => tally.to_string(),
        Outcome::Broke(error) => format!("failed: {error:#}"),
        Outcome::NotRun(need) => format!("not run: because \"{need}\" failed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_did_not_run_has_failed() {
        assert_eq!(tally(&Outcome::NotRun("site")), Tally::FAILED);
        assert_eq!(
            tally(&Outcome::Broke(anyhow::anyhow!("why"))),
            Tally::FAILED
        );
        assert_eq!(
            said(&Outcome::NotRun("site")),
            "not run: because \"site\" failed"
        );
    }

    #[test]
    fn a_step_needs_only_steps_before_it() {
        for (place, step) in STEPS.iter().enumerate() {
            let before: Vec<_> = STEPS[..place].iter().map(|step| step.name).collect();
            assert!(
                step.needs.iter().all(|need| before.contains(need)),
                "{}",
                step.name
            );
        }
    }
}
