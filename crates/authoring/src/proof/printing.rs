//! The proof on paper, in both languages.

use std::io::{self, Write};

use super::property::{OnlySearchPage, Roles};
use super::{Fault, Proof, Proven, Space};
use crate::finding::{Said, Severity};
use crate::printing::{name, shortened};
use crate::said;

/// Prints what was proven, over how much, how long it took, and what is against it.
///
/// # Errors
/// When `out` does.
pub fn print(proof: &Proof, mut out: impl Write) -> io::Result<()> {
    say(&space(proof.space), "", &mut out)?;
    for property in &proof.properties {
        writeln!(out)?;
        print_property(property, &mut out)?;
        if property.id == "contact" {
            print_only_search(&proof.only_search_page, &mut out)?;
        }
    }
    writeln!(out)?;
    let verdict = if proof.holds {
        said!("すべて証明されました。", "Everything is proven.")
    } else {
        let n_open = proof
            .properties
            .iter()
            .filter(|property| !property.holds)
            .count();
        said!(
            "{n_open} つの性質が成り立ちません。このままでは公開できません。",
            "{n_open} of the properties do not hold. The content cannot be published like this."
        )
    };
    say(&verdict, "", &mut out)
}

fn say(said: &Said, indent: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{indent}{}", said.ja)?;
    writeln!(out, "{indent}{}", said.en)
}

fn space(space: Space) -> Said {
    let Space {
        n_questions,
        n_choices,
        log10_of_answers,
    } = space;
    let (power, rest) = (log10_of_answers.floor(), log10_of_answers.fract());
    let digits = 10_f64.powf(rest);
    said!(
        "質問 {n_questions}、選択肢 {n_choices}、答え方 約 {digits:.1} × 10^{power} 通り。見本ではなく、そのすべてについて:",
        "{n_questions} questions, {n_choices} choices, about {digits:.1} × 10^{power} ways to answer. For all of them, none sampled:"
    )
}

fn print_property(property: &Proven, out: &mut impl Write) -> io::Result<()> {
    let Proven {
        says,
        n_asked,
        seconds,
        ..
    } = property;
    let (ja, en) = if property.holds {
        ("成り立つ", "holds")
    } else {
        ("成り立たない", "DOES NOT HOLD")
    };
    writeln!(out, "【{ja}】{}", says.ja)?;
    writeln!(out, "[{en}] {}", says.en)?;
    writeln!(
        out,
        "    {n_asked} 問 / questions to the solver, {seconds:.2} s"
    )?;
    for severity in Severity::ALL {
        let faults = property.faults.iter();
        for fault in faults.filter(|fault| fault.finding.severity == severity) {
            print_fault(fault, out)?;
        }
    }
    Ok(())
}

fn print_fault(fault: &Fault, out: &mut impl Write) -> io::Result<()> {
    let finding = &fault.finding;
    let kind = name(finding.severity);
    let place = &finding.place;
    let (row_ja, row_en) = match place.row {
        Some(row) => (format!(" {row}行目"), format!(", row {row}")),
        None => (String::new(), String::new()),
    };
    let column = match &place.column {
        Some(column) => format!(" [{column}]"),
        None => String::new(),
    };
    let file = &place.file;
    let (what, to_do) = (&finding.what, &finding.what_to_do);
    writeln!(
        out,
        "  {} {file}{row_ja}{column} {} → {}",
        kind.ja, what.ja, to_do.ja
    )?;
    writeln!(
        out,
        "  {} {file}{row_en}{column}: {} → {}",
        kind.en, what.en, to_do.en
    )?;
    if let Some(value) = place.value.as_ref().filter(|value| !value.is_empty()) {
        writeln!(out, "      {}", shortened(value))?;
    }
    for visit in &fault.visits {
        writeln!(out, "      {}", visit.line())?;
    }
    Ok(())
}

fn print_only_search(places: &[OnlySearchPage], out: &mut impl Write) -> io::Result<()> {
    let n_places = places.len();
    if n_places == 0 {
        return Ok(());
    }
    say(
        &said!(
            "公式の検索ページだけになる訪問のある所（{n_places}）:",
            "Where some visits find nothing but the official search page ({n_places}):"
        ),
        "    ",
        out,
    )?;
    // Mostly the same people everywhere: said once, with all the places.
    let mut alike: Vec<(&Roles, Vec<&OnlySearchPage>)> = Vec::new();
    for place in places {
        match alike.iter_mut().find(|(roles, _)| **roles == place.roles) {
            Some((_, there)) => there.push(place),
            None => alike.push((&place.roles, vec![place])),
        }
    }
    for (roles, there) in alike {
        let names = |name: fn(&OnlySearchPage) -> &str| -> String {
            let names: Vec<&str> = there.iter().map(|place| name(place)).collect();
            names.join(", ")
        };
        let (ja, en) = (names(|place| &place.name.ja), names(|place| &place.name.en));
        let roles = match roles {
            Roles::All => String::from("どの立場でも / every role"),
            Roles::Only(roles) => roles
                .iter()
                .map(|role| {
                    if role.is_empty() {
                        "(答えなし / none)"
                    } else {
                        role
                    }
                })
                .collect::<Vec<_>>()
                .join(", "),
        };
        writeln!(out, "      {roles}")?;
        writeln!(out, "        {ja}")?;
        writeln!(out, "        {en}")?;
        if let Some(place) = there.first() {
            writeln!(out, "        {}", place.visit.line())?;
        }
    }
    Ok(())
}
