//! Findings on paper: first what matters most, in few groups, each in both languages.

use std::io::{self, Write};

use crate::finding::{Finding, Group, Rows, Said, Severity, Variant, groups};
use crate::said;

/// How much is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// At most seven groups, and of each what fits.
    FirstScreen,
    /// Every finding with all its rows.
    All,
}

/// So many groups are on the first screen.
const MOST_GROUPS: usize = 7;
/// So many wordings of one mistake are on the first screen.
const MOST_VARIANTS: usize = 3;
/// So many rows of one sheet are on the first screen.
const MOST_ROWS: usize = 10;
/// Of the sheets, so many are named in the summary.
const MOST_SHEETS: usize = 4;
/// Of the cells of one mistake, so many are shown.
const MOST_VALUES: usize = 3;
/// Long cells are cut so that a finding stays readable.
const LONGEST_VALUE: usize = 60;

/// Prints the first screen: how much there is, and the gravest groups.
///
/// # Errors
/// When `out` does.
pub fn print(findings: &[Finding], out: impl Write) -> io::Result<()> {
    print_as_far(findings, Extent::FirstScreen, out)
}

/// Prints the summary and the findings, as far as `extent` says.
///
/// # Errors
/// When `out` does.
pub fn print_as_far(findings: &[Finding], extent: Extent, mut out: impl Write) -> io::Result<()> {
    let groups = groups(findings);
    let most = |limit: usize| match extent {
        Extent::FirstScreen => limit,
        Extent::All => usize::MAX,
    };
    print_summary(findings, &groups, &mut out)?;
    for (place, group) in groups.iter().take(most(MOST_GROUPS)).enumerate() {
        writeln!(out)?;
        print_group(place + 1, group, &most, &mut out)?;
    }
    let n_left = groups.len().saturating_sub(most(MOST_GROUPS));
    if n_left > 0 {
        let Said { ja, en } = said!(
            "ほかに {n_left} 種類あります。全部見るには --all を付けてください。",
            "And {n_left} more kinds; see them with --all."
        );
        writeln!(out, "\n{ja}\n{en}")?;
    }
    Ok(())
}

fn print_summary(findings: &[Finding], groups: &[Group], out: &mut impl Write) -> io::Result<()> {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let counts = Severity::ALL.map(|severity| (name(severity), count(severity)));
    let ja = counts
        .each_ref()
        .map(|(name, n)| format!("{} {n}件", name.ja));
    let en = counts
        .each_ref()
        .map(|(name, n)| format!("{}: {n}", name.en));
    let kinds = groups.len();
    writeln!(out, "{}（{kinds}種類）", ja.join("、"))?;
    writeln!(out, "{} (kinds: {kinds})", en.join(", "))?;
    print_sheets(findings, out)?;
    let Said { ja, en } = verdict(count(Severity::Error), count(Severity::Warning));
    writeln!(out, "{ja}\n{en}")
}

/// The sheets with the most errors and warnings; notes need no walk through the sheets.
fn print_sheets(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let mut sheets: Vec<(&str, usize)> = Vec::new();
    for finding in findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note)
    {
        let sheet = finding.place.file.as_str();
        match sheets.iter_mut().find(|(known, _)| *known == sheet) {
            Some((_, n_findings)) => *n_findings += 1,
            None => sheets.push((sheet, 1)),
        }
    }
    sheets.sort_by_key(|(_, n_findings)| usize::MAX - n_findings);
    if sheets.is_empty() {
        return Ok(());
    }
    let named = sheets.iter().take(MOST_SHEETS);
    let named: Vec<String> = named.map(|(sheet, n)| format!("{sheet} {n}")).collect();
    let more = if sheets.len() > MOST_SHEETS {
        " …"
    } else {
        ""
    };
    writeln!(out, "表 / sheets: {}{more}", named.join(", "))
}

fn verdict(n_errors: usize, n_warnings: usize) -> Said {
    match (n_errors, n_warnings) {
        (0, 0) => said!(
            "エラーも注意もありません。このまま公開できます。",
            "No errors and no warnings. It can be published as it is."
        ),
        (0, _) => said!(
            "エラーはありません。公開できますが、注意を一度見てください。",
            "No errors. It can be published; please look at the warnings once."
        ),
        (_, _) => said!(
            "エラーが残っているあいだは、前の版のまま公開されています。上から順に直すと、下の指摘も減ることがあります。",
            "While there are errors, the last good version stays. Begin at the top; what follows may go with it."
        ),
    }
}

fn print_group(
    number: usize,
    group: &Group,
    most: &impl Fn(usize) -> usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let kind = name(group.severity);
    let mut opening = format!("{number}. ");
    for variant in group.variants.iter().take(most(MOST_VARIANTS)) {
        let Variant {
            what, what_to_do, ..
        } = variant;
        writeln!(out, "{opening}{} {} → {}", kind.ja, what.ja, what_to_do.ja)?;
        writeln!(out, "   {}: {} → {}", kind.en, what.en, what_to_do.en)?;
        for rows in &variant.places {
            writeln!(out, "   ・{}", place(rows, most(MOST_ROWS)))?;
        }
        let values = variant.values.iter().take(most(MOST_VALUES));
        let values: Vec<String> = values.map(|value| shortened(value)).collect();
        if !values.is_empty() {
            writeln!(out, "     「{}」", values.join("」「"))?;
        }
        opening = "   ".to_owned();
    }
    let n_variants = group.variants.len().saturating_sub(most(MOST_VARIANTS));
    if n_variants > 0 {
        writeln!(
            out,
            "   ほかに同じような指摘が {n_variants} 種類 / {n_variants} more like this"
        )?;
    }
    let n_consequences = group.n_consequences;
    if n_consequences > 0 {
        writeln!(
            out,
            "   これを直すと、ほかの {n_consequences} 件も消えるはずです / {n_consequences} others should go with it"
        )?;
    }
    Ok(())
}

/// `entries.csv [phone] 2, 5, 9 行目`
fn place(rows: &Rows, most: usize) -> String {
    let mut text = rows.sheet.clone();
    if let Some(column) = &rows.column {
        text.extend([" [", column.as_str(), "]"]);
    }
    if rows.rows.is_empty() {
        return text;
    }
    let named: Vec<String> = rows.rows.iter().take(most).map(usize::to_string).collect();
    let n_left = rows.rows.len().saturating_sub(most);
    let more = if n_left > 0 {
        format!(" ほか {n_left} 行 / and {n_left} more")
    } else {
        String::new()
    };
    text.extend([" ", named.join(", ").as_str(), " 行目", more.as_str()]);
    text
}

fn name(severity: Severity) -> Said {
    match severity {
        Severity::Error => said!("エラー", "error"),
        Severity::Warning => said!("注意", "warning"),
        Severity::Note => said!("メモ", "note"),
    }
}

fn shortened(value: &str) -> String {
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

    fn at(row: usize, column: &str, value: &str) -> Place {
        Place {
            row: Some(row),
            value: Some(value.to_owned()),
            ..Place::column("見本.csv", column)
        }
    }

    fn printed(findings: Findings, extent: Extent) -> String {
        let mut printed = Vec::new();
        print_as_far(&findings.sorted(), extent, &mut printed).unwrap();
        String::from_utf8(printed).unwrap()
    }

    #[test]
    fn a_finding_says_sheet_row_column_cell_and_what_to_do_in_both_languages() {
        let mut findings = Findings::default();
        findings.error(
            at(7, "when", &"x".repeat(100)),
            said!("違います。", "It is wrong."),
            said!("直してください。", "Correct it."),
        );
        let printed = printed(findings, Extent::FirstScreen);
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines[0], "エラー 1件、注意 0件、メモ 0件（1種類）");
        assert_eq!(lines[1], "error: 1, warning: 0, note: 0 (kinds: 1)");
        assert_eq!(lines[2], "表 / sheets: 見本.csv 1");
        assert_eq!(
            lines[5..9],
            [
                "",
                "1. エラー 違います。 → 直してください。",
                "   error: It is wrong. → Correct it.",
                "   ・見本.csv [when] 7 行目",
            ]
        );
        assert!(lines[9].ends_with("x…」"), "{}", lines[9]);
    }

    #[test]
    fn the_first_screen_is_short_however_much_is_wrong() {
        let mut findings = Findings::default();
        for kind in 'a'..='z' {
            for row in 2..500 {
                let value = row.to_string();
                findings.error(
                    at(row, "x", &value),
                    said!("違います{kind}。", "Wrong {kind}."),
                    said!("直してください。", "Correct it."),
                );
            }
        }
        let all = findings.sorted();
        let first = printed(Findings::from(all.clone()), Extent::FirstScreen);
        assert!(first.lines().count() <= 60, "{first}");
        assert!(
            first.contains("7. エラー") && !first.contains("8. エラー"),
            "{first}"
        );
        assert!(first.contains("ほかに 19 種類あります。"), "{first}");
        let everything = printed(Findings::from(all), Extent::All);
        assert!(everything.contains("26. エラー"));
        assert!(everything.contains("498, 499 行目"));
    }

    #[test]
    fn findings_that_say_the_same_are_printed_once_with_all_their_rows() {
        let mut findings = Findings::default();
        for row in [2, 5, 9] {
            findings.warning(
                at(row, "url", ""),
                said!("違います。", "It is wrong."),
                said!("直してください。", "Correct it."),
            );
        }
        let printed = printed(findings, Extent::FirstScreen);
        assert!(printed.contains("見本.csv [url] 2, 5, 9 行目"), "{printed}");
        assert_eq!(printed.matches("It is wrong.").count(), 1);
    }

    #[test]
    fn nothing_wrong_is_said_in_a_friendly_way() {
        let printed = printed(Findings::default(), Extent::FirstScreen);
        assert!(printed.contains("このまま公開できます。"), "{printed}");
    }
}
