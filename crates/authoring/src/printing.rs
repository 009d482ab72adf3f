//! Findings on paper: grouped by file, each in both languages.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::finding::{Finding, Said, Severity};

/// Long cells are cut so that a finding stays readable.
const LONGEST_VALUE: usize = 60;
/// Of findings that say the same, so many cells are shown.
const MOST_VALUES: usize = 3;

/// Prints all findings and their number.
///
/// # Errors
/// When `out` does.
pub fn print(findings: &[Finding], mut out: impl Write) -> io::Result<()> {
    let mut file = None;
    for group in groups(findings) {
        let Some(first) = group.first() else {
            continue;
        };
        let here = &first.place.file;
        if file != Some(here) {
            writeln!(out, "{here}")?;
            file = Some(here);
        }
        print_group(first, &group, &mut out)?;
    }
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    for severity in Severity::ALL {
        let Said { ja, en } = name(severity);
        writeln!(out, "{ja} / {en}: {}", count(severity))?;
    }
    Ok(())
}

/// Findings of one file that say the same, together; in the order of the first of each.
fn groups(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        let key = (
            (&finding.place.file, finding.severity, &finding.place.column),
            (&finding.what.en, &finding.what_to_do.en),
        );
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn print_group(first: &Finding, group: &[&Finding], out: &mut impl Write) -> io::Result<()> {
    let kind = name(first.severity);
    let rows: Vec<String> = group
        .iter()
        .filter_map(|finding| finding.place.row)
        .map(|row| row.to_string())
        .collect();
    let rows = rows.join(", ");
    let (ja_rows, en_rows) = match group.len() {
        _ if rows.is_empty() => (String::new(), String::new()),
        1 => (format!(" {rows}行目"), format!(", row {rows}")),
        _ => (format!(" {rows}行目"), format!(", rows {rows}")),
    };
    let column = match &first.place.column {
        Some(column) => format!(" [{column}]"),
        None => String::new(),
    };
    let (what, to_do) = (&first.what, &first.what_to_do);
    writeln!(
        out,
        "  {}{ja_rows}{column} {} → {}",
        kind.ja, what.ja, to_do.ja
    )?;
    writeln!(
        out,
        "  {}{en_rows}{column}: {} → {}",
        kind.en, what.en, to_do.en
    )?;
    let values = group
        .iter()
        .filter_map(|finding| finding.place.value.as_ref());
    for value in values.filter(|value| !value.is_empty()).take(MOST_VALUES) {
        writeln!(out, "      {}", shortened(value))?;
    }
    Ok(())
}

pub(crate) fn name(severity: Severity) -> Said {
    let (ja, en) = match severity {
        Severity::Error => ("エラー", "error"),
        Severity::Warning => ("注意", "warning"),
        Severity::Note => ("メモ", "note"),
    };
    Said {
        ja: ja.to_owned(),
        en: en.to_owned(),
    }
}

pub(crate) fn shortened(value: &str) -> String {
    let mut characters = value.chars().map(|character| {
        if character.is_control() {
            ' '
        } else {
            character
        }
    });
    let mut text: String = characters.by_ref().take(LONGEST_VALUE).collect();
    if characters.next().is_some() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Findings, Place};
    use crate::said;

    #[test]
    fn a_finding_says_file_row_column_and_what_to_do_in_both_languages() {
        let mut findings = Findings::default();
        let place = Place {
            row: Some(7),
            value: Some("x".repeat(100)),
            ..Place::column("見本.csv", "when")
        };
        findings.error(
            place,
            said!("違います。", "It is wrong."),
            said!("直してください。", "Correct it."),
        );
        let mut printed = Vec::new();
        print(&findings.sorted(), &mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(
            lines[..3],
            [
                "見本.csv",
                "  エラー 7行目 [when] 違います。 → 直してください。",
                "  error, row 7 [when]: It is wrong. → Correct it.",
            ]
        );
        assert!(lines[3].ends_with("x…"));
        assert_eq!(lines[4], "エラー / error: 1");
    }

    #[test]
    fn findings_that_say_the_same_are_printed_once_with_all_their_rows() {
        let mut findings = Findings::default();
        for row in [2, 5, 9] {
            let place = Place {
                row: Some(row),
                ..Place::column("見本.csv", "url")
            };
            findings.warning(
                place,
                said!("違います。", "It is wrong."),
                said!("直してください。", "Correct it."),
            );
        }
        let mut printed = Vec::new();
        print(&findings.sorted(), &mut printed).unwrap();
        let printed = String::from_utf8(printed).unwrap();
        assert!(printed.contains("warning, rows 2, 5, 9 [url]"), "{printed}");
        assert_eq!(printed.matches("It is wrong.").count(), 1);
    }
}
