//! What the page is about, and where to sign it.

use domain::Pack;
use maud::{Markup, html};

use super::Map;
use crate::finding::Said;
use crate::said;

/// How many people can sign.
const N_SIGNERS: usize = 4;

/// Name, version, fingerprint, date and counts.
pub fn head(map: &Map<'_>, title: &Said) -> Markup {
    html! {
        header {
            h1 { (title) }
            p { (said!(
                "質問、支援、窓口のすべてを、表から機械で書き出したものです。読んで、間違いがなければ最後に署名してください。",
                "All questions, supports and contact points, written from the tables by the program. Please read it and, if all is right, sign at the end."
            )) }
            (identity(map))
            dl.facts.counts {
                @for (name, n) in counts(map) {
                    div { dt { (name) } dd { (n) } }
                }
            }
        }
    }
}

/// Which content this is.
fn identity(map: &Map<'_>) -> Markup {
    let form = &map.compiled.form;
    let fingerprint = format!("{:08x}", Pack::fingerprint(&map.compiled.rules));
    let date = map
        .today
        .map_or_else(String::new, |today| today.to_string());
    let facts = [
        (said!("名前", "Name"), form.title.clone()),
        (said!("版", "Version"), form.version.clone()),
        (said!("規則の指紋", "Fingerprint of the rules"), fingerprint),
        (said!("この日付で見ました", "As of"), date),
    ];
    html! {
        dl.facts {
            @for (name, value) in &facts {
                div { dt { (name) } dd { @if value.is_empty() { "—" } @else { (value) } } }
            }
        }
    }
}

fn counts(map: &Map<'_>) -> Vec<(Said, usize)> {
    let pack = map.pack;
    let questions = &pack.survey.questions;
    let entries = &map.compiled.entries;
    vec![
        (said!("質問", "Questions"), questions.len()),
        (
            said!("選択肢", "Choices"),
            questions
                .iter()
                .map(|question| question.choices.len())
                .sum(),
        ),
        (said!("ニーズ", "Needs"), pack.needs.len()),
        (said!("支援", "Supports"), pack.supports.len()),
        (
            said!("条件つきの文", "Sentences under a condition"),
            pack.sentences.len(),
        ),
        (
            said!("全国の窓口", "National contact points"),
            pack.contacts.len(),
        ),
        (
            said!("地域の窓口", "Entries"),
            entries.iter().map(|(file, _)| file.entries.len()).sum(),
        ),
        (
            said!("窓口のある都道府県", "Prefectures with entries"),
            entries.len(),
        ),
        (said!("出典", "Sources"), pack.sources.len()),
    ]
}

/// The box at the end, with what is signed: on paper it is a sheet of its own.
pub fn signatures(map: &Map<'_>) -> Markup {
    html! {
        section #sign {
            h2 { (said!("署名", "Signatures")) }
            p { (said!(
                "上の内容を読み、間違いがないことを確かめました。",
                "I have read the above and found it right."
            )) }
            (identity(map))
            table.sign {
                caption { (said!("署名する人", "Signed by")) }
                thead { tr {
                    th scope="col" { (said!("番", "No.")) }
                    th scope="col" { (said!("名前", "Name")) }
                    th scope="col" { (said!("所属", "Organization")) }
                    th scope="col" { (said!("日付", "Date")) }
                } }
                tbody {
                    @for number in 1..=N_SIGNERS {
                        tr { th scope="row" { (number) } td {} td {} td {} }
                    }
                }
            }
        }
    }
}
