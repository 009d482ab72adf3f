//! Many findings as few mistakes, so that nobody meets a wall of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Finding, Said, Severity};
use crate::said;

/// Findings that are one mistake to an editor, though they may stand in many rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// How much it matters.
    pub severity: Severity,
    /// How many findings it is, without the consequences.
    pub n_findings: usize,
    /// What is said of them, the most frequent first; never empty. They differ only in the names and numbers that they quote.
    pub variants: Vec<Variant>,
    /// How many other findings there are only because of this one, and go with it.
    pub n_consequences: usize,
}

/// What is said in the same words of one or more places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// What is wrong.
    pub what: Said,
    /// What to do about it.
    pub what_to_do: Said,
    /// Where, by sheet and column, in the order of the findings; never empty.
    pub places: Vec<Rows>,
    /// What stands there, each once; empty cells left out.
    pub values: Vec<String>,
}

/// Rows of one sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rows {
    /// The sheet.
    pub sheet: String,
    /// The column's header; `None` when it is about whole rows or the whole table.
    pub column: Option<String>,
    /// The rows, in order; the header is row 1. Empty when it is about the whole table.
    pub rows: Vec<usize>,
}

/// What is said of a table that is not there.
pub fn missing_table(sheet: &str) -> Said {
    said!("表 {sheet} がありません。", "The table {sheet} is missing.")
}

/// The findings as mistakes: the gravest first, then those of a whole table, then the most frequent.
///
/// The same mistake in many rows, columns or sheets is one group, also where each row quotes another name. What follows
/// from a missing table stands with it.
pub fn groups(findings: &[Finding]) -> Vec<Group> {
    let missing: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.what == missing_table(&finding.place.file))
        .map(|finding| finding.place.file.as_str())
        .collect();
    let mut consequences: BTreeMap<&str, usize> = BTreeMap::new();
    let mut alike: BTreeMap<(Severity, String), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        match cause_of(finding, &missing) {
            Some(sheet) => *consequences.entry(sheet).or_default() += 1,
            None => alike
                .entry((finding.severity, kind_of(finding)))
                .or_default()
                .push(finding),
        }
    }
    let mut groups: Vec<Group> = alike
        .into_iter()
        .map(|((severity, _), findings)| group(severity, &findings, &consequences))
        .collect();
    groups.sort_by_key(|group| {
        let order = group.order();
        (group.severity, order, usize::MAX - group.n_findings)
    });
    groups
}

impl Group {
    /// Missing tables, then what is about whole tables, then what is about rows.
    fn order(&self) -> u8 {
        let places = || self.variants.iter().flat_map(|variant| &variant.places);
        let is_missing_table = self
            .variants
            .iter()
            .any(|variant| places().any(|place| variant.what == missing_table(&place.sheet)));
        let is_of_rows = places().any(|place| !place.rows.is_empty());
        u8::from(!is_missing_table) + u8::from(is_of_rows)
    }
}

/// The missing sheet without which this finding would not be.
fn cause_of<'a>(finding: &Finding, missing: &BTreeSet<&'a str>) -> Option<&'a str> {
    let is_itself = finding.what == missing_table(&finding.place.file);
    missing.iter().copied().find(|sheet| {
        let is_about = finding.place.file == *sheet
            || finding.what.en.contains(sheet)
            || finding.what_to_do.en.contains(sheet);
        !is_itself && is_about
    })
}

/// What it says, without what it quotes and counts: the same for the same mistake.
fn kind_of(finding: &Finding) -> String {
    let text = &finding.what.en;
    let outside = text.split('"').step_by(2);
    let said: String = outside.collect();
    said.chars()
        .filter(|character| !character.is_ascii_digit())
        .collect()
}

fn group(severity: Severity, findings: &[&Finding], consequences: &BTreeMap<&str, usize>) -> Group {
    let mut variants: Vec<(usize, Variant)> = Vec::new();
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in findings {
        let said = (finding.what.en.as_str(), finding.what_to_do.en.as_str());
        let place = *places.entry(said).or_insert(variants.len());
        match variants.get_mut(place) {
            Some((n_findings, variant)) => {
                *n_findings += 1;
                variant.add(finding);
            }
            None => variants.push((1, Variant::of(finding))),
        }
    }
    variants.sort_by_key(|(n_findings, _)| usize::MAX - n_findings);
    let sheets: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.what == missing_table(&finding.place.file))
        .map(|finding| finding.place.file.as_str())
        .collect();
    Group {
        severity,
        n_findings: findings.len(),
        variants: variants.into_iter().map(|(_, variant)| variant).collect(),
        n_consequences: sheets
            .iter()
            .filter_map(|sheet| consequences.get(sheet))
            .sum(),
    }
}

impl Variant {
    fn of(finding: &Finding) -> Self {
        let mut variant = Self {
            what: finding.what.clone(),
            what_to_do: finding.what_to_do.clone(),
            places: Vec::new(),
            values: Vec::new(),
        };
        variant.add(finding);
        variant
    }

    fn add(&mut self, finding: &Finding) {
        let place = &finding.place;
        let same = self
            .places
            .iter_mut()
            .find(|rows| rows.sheet == place.file && rows.column == place.column);
        match same {
            Some(rows) => rows.rows.extend(place.row),
            None => self.places.push(Rows {
                sheet: place.file.clone(),
                column: place.column.clone(),
                rows: place.row.into_iter().collect(),
            }),
        }
        if let Some(value) = &place.value
            && !value.is_empty()
            && !self.values.contains(value)
        {
            self.values.push(value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Findings, Place};

    fn at(sheet: &str, column: &str, row: usize) -> Place {
        Place {
            row: Some(row),
            ..Place::column(sheet, column)
        }
    }

    fn unknown(id: &str, listed_in: &str) -> Said {
        said!(
            "「{id}」は {listed_in} にありません。",
            "There is no \"{id}\" in {listed_in}."
        )
    }

    #[test]
    fn an_unknown_id_in_forty_rows_of_two_sheets_is_one_mistake() {
        let mut findings = Findings::default();
        for row in 2..22 {
            for sheet in ["entries.csv", "events.csv"] {
                findings.error(
                    at(sheet, "roles", row),
                    unknown("見本", "choices.csv"),
                    said!("", ""),
                );
            }
        }
        let groups = groups(&findings.sorted());
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].n_findings, 40);
        let places = &groups[0].variants[0].places;
        assert_eq!(places.len(), 2);
        assert_eq!(places[0].rows.len(), 20);
    }

    #[test]
    fn different_slips_of_one_kind_are_one_group_that_tells_each() {
        let mut findings = Findings::default();
        for (row, id) in [(2, "worris"), (3, "mony"), (4, "mony")] {
            findings.error(
                at("a.csv", "when", row),
                unknown(id, "survey.csv"),
                said!("", ""),
            );
        }
        let groups = groups(&findings.sorted());
        assert_eq!(groups.len(), 1);
        let said: Vec<&str> = groups[0]
            .variants
            .iter()
            .map(|variant| variant.what.ja.as_str())
            .collect();
        assert_eq!(
            said,
            [
                "「mony」は survey.csv にありません。",
                "「worris」は survey.csv にありません。"
            ]
        );
    }

    #[test]
    fn what_follows_from_a_missing_table_stands_with_it() {
        let mut findings = Findings::default();
        findings.error(
            Place::table("choices.csv"),
            missing_table("choices.csv"),
            said!("", ""),
        );
        for row in 2..32 {
            let what = unknown("見本", "choices.csv");
            findings.error(at("survey.csv", "type", row), what, said!("", ""));
        }
        findings.error(
            at("entries.csv", "phone", 2),
            said!("違います。", "Wrong."),
            said!("", ""),
        );
        let groups = groups(&findings.sorted());
        let counts: Vec<(usize, usize)> = groups
            .iter()
            .map(|group| (group.n_findings, group.n_consequences))
            .collect();
        assert_eq!(counts, [(1, 30), (1, 0)]);
    }

    #[test]
    fn one_error_stands_before_a_hundred_notes() {
        let mut findings = Findings::default();
        for row in 2..102 {
            findings.note(at("a.csv", "x", row), said!("メモ", "note"), said!("", ""));
        }
        findings.error(
            at("z.csv", "x", 2),
            said!("違います。", "Wrong."),
            said!("", ""),
        );
        let severities: Vec<Severity> = groups(&findings.sorted())
            .iter()
            .map(|group| group.severity)
            .collect();
        assert_eq!(severities, [Severity::Error, Severity::Note]);
    }

    proptest::proptest! {
        #[test]
        fn no_finding_is_lost(places in proptest::collection::vec((0_usize..4, 0_usize..5, 0_u8..3), 0..60)) {
            let mut findings = Findings::default();
            for (sheet, row, kind) in &places {
                let sheet = ["a.csv", "b.csv", "c.csv", "d.csv"][*sheet];
                match kind {
                    0 => findings.error(Place::table(sheet), missing_table(sheet), said!("", "")),
                    1 => findings.warning(at(sheet, "x", *row), unknown("x", "a.csv"), said!("", "")),
                    _ => findings.note(at(sheet, "y", *row), said!("", "{row} texts"), said!("", "")),
                }
            }
            let all = findings.sorted();
            let groups = groups(&all);
            let n_told: usize = groups.iter().map(|group| group.n_findings + group.n_consequences).sum();
            proptest::prop_assert_eq!(n_told, all.len());
        }
    }
}
