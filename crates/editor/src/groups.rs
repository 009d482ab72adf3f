//! Findings that say the same, together.

use std::collections::BTreeMap;

use authoring::finding::{Finding, Said, Severity};
use serde::Serialize;

/// Findings of one table and column that say the same.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Group<'a> {
    severity: Severity,
    file: &'a str,
    column: Option<&'a str>,
    /// The rows, with what stands there; `None` where it is about the whole table.
    places: Vec<(Option<usize>, Option<&'a str>)>,
    what: &'a Said,
    what_to_do: &'a Said,
}

/// The findings in groups: the gravest first, else in their order.
pub fn of(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        let place = &finding.place;
        let column = place.column.as_deref();
        let key = (
            &place.file,
            finding.severity,
            column,
            &finding.what.en,
            &finding.what_to_do.en,
        );
        let at = *known.entry(key).or_insert(groups.len());
        let here = (place.row, place.value.as_deref());
        match groups.get_mut(at) {
            Some(group) => group.places.push(here),
            None => groups.push(Group {
                severity: finding.severity,
                file: &place.file,
                column,
                places: vec![here],
                what: &finding.what,
                what_to_do: &finding.what_to_do,
            }),
        }
    }
    groups.sort_by_key(|group| group.severity);
    groups
}

#[cfg(test)]
mod tests {
    use authoring::finding::{Findings, Place};
    use authoring::said;

    use super::*;

    #[test]
    fn what_says_the_same_is_one_group_and_errors_come_first() {
        let mut findings = Findings::default();
        let at = |row| Place {
            row: Some(row),
            ..Place::column("a.csv", "url")
        };
        findings.note(
            Place::table("a.csv"),
            said!("見本", "sample"),
            said!("", ""),
        );
        findings.error(at(3), said!("違います。", "It is wrong."), said!("", ""));
        findings.error(at(9), said!("違います。", "It is wrong."), said!("", ""));
        let findings = findings.sorted();
        let groups = of(&findings);
        let shape: Vec<_> = groups
            .iter()
            .map(|group| (group.severity, group.places.len()))
            .collect();
        assert_eq!(shape, [(Severity::Error, 2), (Severity::Note, 1)]);
    }
}
