//! Counting tests from what their runners print.

use std::fmt;
use std::ops::Add;

use anyhow::{Context, Result};
use serde::Deserialize;

/// How many tests there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// They passed.
    pub passed: u32,
    /// They failed.
    pub failed: u32,
    /// They were not run because they themselves say so (`#[ignore]`, `test.skip`).
    pub skipped: u32,
}

impl Tally {
    /// One test that passed.
    pub const PASSED: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    /// One test that failed.
    pub const FAILED: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };
    /// Nothing that counts.
    pub const NONE: Self = Self {
        passed: 0,
        failed: 0,
        skipped: 0,
    };

    /// The tests in what `cargo test` printed; for the runner of wasm tests the same.
    ///
    /// At least one failure when the run as a whole failed (it did not compile, a process died), and when nothing was tested.
    pub fn of_cargo(text: &str, is_success: bool) -> Self {
        let counted = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("test result:"))
            .map(|line| Self {
                passed: number_before(line, "passed"),
                failed: number_before(line, "failed"),
                skipped: number_before(line, "ignored"),
            })
            .fold(Self::NONE, Self::add);
        counted.or_failed(is_success)
    }

    /// The tests in the report that Playwright writes as JSON; failures as in [`Self::of_cargo`].
    ///
    /// A test that passed only when it was tried again has failed.
    pub fn of_playwright(report: &str, is_success: bool) -> Result<Self> {
        #[derive(Deserialize)]
        struct Report {
            stats: Stats,
        }
        #[derive(Deserialize)]
        struct Stats {
            expected: u32,
            unexpected: u32,
            flaky: u32,
            skipped: u32,
        }
        let Report { stats } =
            serde_json::from_str(report).context("Playwright's report cannot be read")?;
        let counted = Self {
            passed: stats.expected,
            failed: stats.unexpected + stats.flaky,
            skipped: stats.skipped,
        };
        Ok(counted.or_failed(is_success))
    }

    fn or_failed(self, is_success: bool) -> Self {
        let is_sound = is_success && self.passed > 0;
        if is_sound || self.failed > 0 {
            self
        } else {
            self + Self::FAILED
        }
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let part = line
        .split([';', '.'])
        .find_map(|part| part.trim().strip_suffix(word));
    part.and_then(|number| number.trim().parse().ok())
        .unwrap_or(0)
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::NONE {
            return formatter.write_str("there");
        }
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_test_programs_are_added_up() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                    test a ... FAILED\ntest result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0s\n";
        assert_eq!(
            Tally::of_cargo(text, false),
            Tally {
                passed: 7,
                failed: 2,
                skipped: 1
            }
        );
    }

    #[test]
    fn a_run_that_failed_without_a_failed_test_counts_as_one() {
        let text = "test result: ok. 3 passed; 0 failed; 0 ignored";
        assert_eq!(
            Tally::of_cargo(text, false),
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
        );
        assert_eq!(Tally::of_cargo("", true), Tally::FAILED);
        assert_eq!(Tally::of_cargo("no tests to run!", true), Tally::FAILED);
    }

    #[test]
    fn a_test_that_passed_at_the_second_try_has_failed() {
        let report = r#"{"stats":{"startTime":"","duration":1.5,"expected":5,"skipped":1,"unexpected":1,"flaky":2}}"#;
        let tally = Tally::of_playwright(report, false).unwrap();
        assert_eq!(
            tally,
            Tally {
                passed: 5,
                failed: 3,
                skipped: 1
            }
        );
        assert!(Tally::of_playwright("", true).is_err());
    }
}
