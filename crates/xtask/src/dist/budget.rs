//! What the files weigh, and what the first visit may weigh.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::{Result, bail};

/// What the first visit to the start page may load, in bytes as brotli sends them.
///
/// Source: docs/ARCHITECTURE.md, sizes.
pub const BUDGET: usize = 130_000;

/// The sizes of one file in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// As it is.
    pub raw: usize,
    /// Compressed by gzip; as it is where it is never compressed.
    pub gzip: usize,
    /// Compressed by brotli; as it is where it is never compressed.
    pub brotli: usize,
}

/// The sizes of all files, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights(pub BTreeMap<String, Weight>);

/// What the first visit to the start page loads, in bytes as brotli sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColdLoad(pub usize);

impl Weights {
    /// What these files weigh as brotli sends them; a name that is not there weighs nothing.
    pub fn sum(&self, names: &[String]) -> usize {
        let weights = names.iter().filter_map(|name| self.0.get(name));
        weights.map(|weight| weight.brotli).sum()
    }
}

/// An error when the first visit loads more than it may.
pub fn judge(cold: ColdLoad) -> Result<()> {
    if cold.0 > BUDGET {
        bail!(
            "over the budget by {} bytes; see the sizes above",
            grouped(cold.0 - BUDGET)
        );
    }
    Ok(())
}

impl fmt::Display for Weights {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:<44}{:>10}{:>10}{:>10}",
            "file", "raw", "gzip", "brotli"
        )?;
        // A line for each of a thousand leaflets would hide the others.
        let (leaflets, others): (Vec<_>, Vec<_>) =
            self.0.iter().partition(|(name, _)| site::is_leaflet(name));
        for (name, weight) in others {
            row(formatter, name, weight)?;
        }
        let name = format!("{} leaflets", leaflets.len());
        let sum = leaflets
            .into_iter()
            .fold(Weight::default(), |sum, (_, weight)| Weight {
                raw: sum.raw + weight.raw,
                gzip: sum.gzip + weight.gzip,
                brotli: sum.brotli + weight.brotli,
            });
        row(formatter, &name, &sum)
    }
}

fn row(formatter: &mut fmt::Formatter<'_>, name: &str, weight: &Weight) -> fmt::Result {
    let [raw, gzip, brotli] = [weight.raw, weight.gzip, weight.brotli].map(grouped);
    writeln!(formatter, "{name:<44}{raw:>10}{gzip:>10}{brotli:>10}")
}

impl fmt::Display for ColdLoad {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [load, budget] = [self.0, BUDGET].map(grouped);
        write!(
            formatter,
            "Cold load of the start page (ja): {load} bytes brotli of {budget}"
        )
    }
}

/// The number with a comma between thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_counts() {
        let weight = |brotli| Weight {
            raw: 9,
            gzip: 9,
            brotli,
        };
        let weights = Weights([("a".to_owned(), weight(3)), ("b".to_owned(), weight(5))].into());
        assert_eq!(weights.sum(&["b".to_owned(), "c".to_owned()]), 5);
    }

    #[test]
    fn leaflets_are_one_line_in_the_list() {
        let weight = Weight {
            raw: 3,
            gzip: 2,
            brotli: 1,
        };
        let names = ["guide/a/index.html", "en/contacts/index.html", "index.html"];
        let weights = Weights(names.map(|name| (name.to_owned(), weight)).into());
        let text = weights.to_string();
        assert_eq!(text.lines().count(), 3, "{text}");
        let last: Vec<&str> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["2", "leaflets", "6", "4", "2"]);
    }

    #[test]
    fn one_byte_over_the_budget_is_over() {
        assert!(judge(ColdLoad(130_000)).is_ok());
        assert!(judge(ColdLoad(130_001)).is_err());
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
    }
}
