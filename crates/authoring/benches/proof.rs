//! How long the proof of a large pack takes, and how much memory: 200 questions, 500 supports, 20,000 entries.
//!
//! The design allows 10 minutes and 4 GiB. Run with `cargo bench -p authoring --bench proof`; `-- DIR` proves a content
//! folder instead. Nothing is asserted about time: it prints what it measured.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use authoring::finding::Severity;
use authoring::{Files, Reading, proof, read, read_files};
use domain::directory::Kind;
use domain::text::Key;

const N_FOLLOW_UPS: usize = 192;
const N_WORRIES: usize = 40;
const N_SUPPORTS: usize = 500;
const N_ENTRIES: usize = 20_000;
const N_MUNICIPALITIES: usize = 36;
const ROLES: [&str; 7] = [
    "patient",
    "family",
    "child_of_patient",
    "bereaved",
    "friend",
    "workplace",
    "supporter",
];

fn main() {
    // Cargo itself passes `--bench`.
    let dir = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with("--"));
    let began = Instant::now();
    let reading = match &dir {
        Some(dir) => read(Path::new(dir)),
        None => read_files(&pack()),
    };
    let Reading {
        findings, compiled, ..
    } = reading;
    println!(
        "read and compiled in {:.1} s",
        began.elapsed().as_secs_f64()
    );
    let Some(compiled) = compiled else {
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        for finding in errors.take(5) {
            println!("{:?} {}", finding.place, finding.what.en);
        }
        return;
    };
    let began = Instant::now();
    let proof = proof::prove(&compiled, &|| began.elapsed());
    let seconds = began.elapsed().as_secs_f64();
    let n_entries: usize = compiled
        .entries
        .iter()
        .map(|(file, _)| file.entries.len())
        .sum();
    println!(
        "{} questions, {} choices, {} supports, {n_entries} entries, 10^{:.0} ways to answer",
        proof.space.n_questions,
        proof.space.n_choices,
        compiled.pack.supports.len(),
        proof.space.log10_of_answers
    );
    for property in &proof.properties {
        println!(
            "  {:<10} {:<5} {:>6} asked {:>8.2} s {:>5} findings",
            property.id,
            property.holds,
            property.n_asked,
            property.seconds,
            property.faults.len()
        );
    }
    println!("proven in {seconds:.1} s; {}", peak_memory());
}

/// The most memory that this process has held.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .map_or_else(|| String::from("peak memory unknown"), str::to_owned)
}

/// The tables of the large pack: 見本, nothing in it is real.
fn pack() -> Files {
    let tables = [
        ("survey.csv", survey()),
        ("choices.csv", choices()),
        ("needs.csv", String::from("id,ja\nN01,見本\n")),
        ("supports.csv", supports()),
        ("voices.csv", voices()),
        ("sentences.csv", sentences()),
        ("never.csv", never()),
        (
            "sources.csv",
            String::from("id,name,url,date,kind\nsample,見本,,,other\n"),
        ),
        ("contacts.csv", contacts()),
        ("entries.csv", entries()),
        ("text-sample.csv", texts()),
    ];
    tables
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect()
}

/// Well mixed and the same in every run: the bits of a product.
fn mixed(place: usize, salt: usize, limit: usize) -> usize {
    let product = (place + 1)
        .wrapping_mul(2_654_435_761)
        .wrapping_add(salt.wrapping_mul(40_503));
    (product >> 7) % limit
}

/// A condition with the answers of three questions, for some roles.
fn condition(place: usize, n_before: usize) -> String {
    let worry = mixed(place, 1, N_WORRIES);
    if n_before < 2 {
        return format!("selected(${{worries}}, 'w{worry}')");
    }
    let (one, other) = (mixed(place, 2, n_before), mixed(place, 3, n_before));
    let role = ROLES
        .get(mixed(place, 4, ROLES.len()))
        .copied()
        .unwrap_or_default();
    format!(
        "(selected(${{worries}}, 'w{worry}') or selected(${{q{one}}}, 'c{}') or (selected(${{q{other}}}, 'c{}') and count-selected(${{worries}}) >= 2)) and not(selected(${{role}}, '{role}'))",
        mixed(place, 5, 4),
        mixed(place, 6, 4)
    )
}

fn survey() -> String {
    let mut rows = String::from("type,name,label::ja,relevant,constraint,choice_filter\n");
    rows += "select_one role,role,見本,,,\nselect_one age,age,見本,,,\n";
    rows += "select_multiple worries,worries,見本,,,\n";
    for place in 0..N_FOLLOW_UPS {
        let how = if place % 3 == 0 {
            "select_one"
        } else {
            "select_multiple"
        };
        let relevant = condition(place, place);
        let filter = if place % 2 == 0 {
            "not(selected(${role}, 'child_of_patient')) or name != 'c3'"
        } else {
            ""
        };
        let _ = writeln!(
            rows,
            "{how} q{place},q{place},見本,\"{relevant}\",,\"{filter}\""
        );
    }
    rows += "select_one worries,most,見本,count-selected(${worries}) >= 2,,\"selected(${worries}, name) and name != 'none'\"\n";
    rows +=
        "select_multiple wish,wish,見本,,,\nselect_multiple access_needs,access_needs,見本,,,\n";
    rows += "select_one prefecture,prefecture,見本,,,\n";
    rows += "select_one municipality,municipality,見本,${prefecture} != '',,prefecture = ${prefecture}\n";
    rows
}

fn choices() -> String {
    let mut rows = String::from("list_name,name,label::ja,exclusive,prefecture,quiet\n");
    for role in ROLES {
        let _ = writeln!(rows, "role,{role},見本,,,");
    }
    for age in ["child", "aya", "adult", "senior", "elderly"] {
        let _ = writeln!(rows, "age,{age},見本,,,");
    }
    for worry in 0..N_WORRIES {
        let _ = writeln!(rows, "worries,w{worry},見本,,,");
    }
    rows += "worries,none,見本,yields,,\n";
    for place in 0..N_FOLLOW_UPS {
        for choice in 0..6 {
            let exclusive = if choice == 5 && place % 4 == 1 {
                "wins"
            } else {
                ""
            };
            let _ = writeln!(rows, "q{place},c{choice},見本,{exclusive},,");
        }
    }
    rows += "wish,talk,見本,,,\nwish,look,見本,,,\n";
    rows += "access_needs,hearing,見本,,,\naccess_needs,vision,見本,,,\n";
    for code in 1..=47 {
        let _ = writeln!(rows, "prefecture,{code:02},見本,,,");
    }
    for code in 1..=47 {
        for town in 0..N_MUNICIPALITIES {
            let _ = writeln!(
                rows,
                "municipality,見本{code}の{town},見本{code}の{town},,{code:02},"
            );
        }
    }
    rows
}

fn kind(place: usize) -> &'static str {
    Kind::ALL
        .get(place % Kind::ALL.len())
        .map_or("", |kind| kind.name())
}

fn supports() -> String {
    let mut rows =
        String::from("id,needs,when,urgent_when,scope,entry_kinds,only_with_entries_for,sources\n");
    rows += "consult-centre,all,true(),,hospital,support_centre,,sample\n";
    rows += "crisis-lines,N01,true(),,national,,,sample\n";
    for place in 2..N_SUPPORTS {
        let urgent = if place % 5 == 0 {
            condition(place + 7, N_FOLLOW_UPS)
        } else {
            String::new()
        };
        let only = match place % 10 {
            3 => "anyone",
            6 => "bereaved",
            _ => "",
        };
        let _ = writeln!(
            rows,
            "support-{place},N01,\"{}\",\"{urgent}\",prefecture,{} {},{only},sample",
            condition(place, N_FOLLOW_UPS),
            kind(place),
            kind(place * 3 + 1)
        );
    }
    rows
}

fn voices() -> String {
    let mut rows = String::from("support,voice,when\n");
    for place in (2..N_SUPPORTS).step_by(2) {
        let worry = mixed(place, 8, N_WORRIES);
        let _ = writeln!(
            rows,
            "support-{place},other,\"not(selected(${{worries}}, 'w{worry}'))\""
        );
    }
    rows
}

fn sentences() -> String {
    let mut rows = String::from("id,support,when\n");
    for place in 2..N_SUPPORTS / 2 {
        let worry = mixed(place, 9, N_WORRIES);
        let _ = writeln!(
            rows,
            "sentence-{place},support-{place},\"selected(${{worries}}, 'w{worry}')\""
        );
    }
    rows
}

/// What holds by the conditions themselves: who is left out by a `not` never sees it.
fn never() -> String {
    let mut rows = String::from("id,when,supports,ja,en,source\n");
    for (number, role) in ROLES.iter().enumerate() {
        let spared: Vec<String> = (2..N_SUPPORTS)
            .filter(|place| mixed(*place, 4, ROLES.len()) == number)
            .map(|place| format!("support-{place}"))
            .collect();
        let _ = writeln!(
            rows,
            "never-{role},\"selected(${{role}}, '{role}')\",{},見本,sample,見本",
            spared.join(" ")
        );
    }
    rows
}

fn contacts() -> String {
    let mut rows = String::from("id,phone,url,status,ship,supports,group\n");
    rows += "emergency-119,119,,S,OPERATOR,crisis-lines,danger\n";
    rows += "search,,https://example.jp/search,P,link only,consult-centre,\n";
    rows
}

fn entries() -> String {
    let mut rows = String::from("id,kind,name,prefecture,municipality,phone,url,address,roles\n");
    for place in 0..N_ENTRIES {
        let code = mixed(place, 11, 47) + 1;
        let town = mixed(place, 12, N_MUNICIPALITIES);
        let roles = match mixed(place, 13, 8) {
            0 => "bereaved",
            1 => "patient family",
            2 => "family friend supporter",
            _ => "",
        };
        let phone = if mixed(place, 14, 3) == 0 {
            ""
        } else {
            "054-000-0000"
        };
        let _ = writeln!(
            rows,
            "entry-{place},{},見本,{code:02},見本{code}の{town},{phone},,見本県見本市1,{roles}",
            kind(mixed(place, 15, 1_000))
        );
    }
    rows
}

fn texts() -> String {
    let mut rows = String::from("key,ja,ja-x-easy,en\n");
    for key in Key::all() {
        let _ = writeln!(rows, "ui.{},見本,{{見本|みほん}},sample", key.name());
    }
    let supports = (2..N_SUPPORTS).map(|place| format!("support-{place}"));
    for support in supports.chain(["consult-centre".into(), "crisis-lines".into()]) {
        let _ = writeln!(rows, "support.{support}.name,見本,{{見本|みほん}},sample");
        let _ = writeln!(
            rows,
            "support.{support}.lead,見本です。,{{見本|みほん}}です。,A sample."
        );
    }
    for place in 2..N_SUPPORTS / 2 {
        let _ = writeln!(rows, "sentence.sentence-{place},見本です。,,");
    }
    for contact in ["emergency-119", "search"] {
        let _ = writeln!(rows, "contact.{contact}.name,見本,{{見本|みほん}},sample");
    }
    rows
}
