//! Coverage: how many entries of which kind each prefecture has, how many of them are to be verified, and where a
//! support has no entry.

use domain::SupportId;
use domain::directory::{Entry, Kind, Mark, Prefecture};
use domain::support::Support;
use domain::survey::Purpose;
use maud::{Markup, html};

use super::{Map, short};
use crate::finding::Said;
use crate::paper::scrolling;
use crate::said;

/// Above so many, the prefectures without an entry are only counted.
const MOST_NAMED: usize = 12;
const N_PREFECTURES: u8 = 47;

/// Both tables.
pub fn section(map: &Map<'_>) -> Markup {
    html! {
        section #coverage.wide {
            h2 { (said!("都道府県ごとの窓口", "Entries by prefecture")) }
            p { (said!(
                "数は、地域の窓口の件数です。「要2」は、そのうち2件に「要確認」の印が付くことを表します。",
                "Numbers count entries. 要2 means that 2 of them are marked as to be verified."
            )) }
            (scrolling("都道府県と窓口の種類", &by_prefecture(map)))
            (by_support(map))
        }
    }
}

fn prefectures() -> impl Iterator<Item = Prefecture> {
    (1..=N_PREFECTURES).filter_map(Prefecture::new)
}

fn entries<'m>(map: &Map<'m>, prefecture: Prefecture) -> &'m [Entry] {
    let files = &map.compiled.entries;
    files
        .iter()
        .find(|(file, _)| file.prefecture == prefecture)
        .map_or(&[], |(file, _)| file.entries.as_slice())
}

/// The name of a prefecture: its label in the survey, or its code.
fn name(map: &Map<'_>, prefecture: Prefecture) -> Said {
    let code = prefecture.to_string();
    let survey = &map.pack.survey;
    let label = map.text(|words| {
        let id = survey.with_purpose(&Purpose::Prefecture)?;
        let choice = survey.get(id)?.choice(&code)?;
        Some(&words.choice(id, choice)?.base)
    });
    if label.ja.is_empty() {
        said!("{code}", "{code}")
    } else {
        label
    }
}

fn by_prefecture(map: &Map<'_>) -> Markup {
    html! {
        table.coverage {
            caption { (said!("都道府県と窓口の種類", "Prefectures and kinds of entry")) }
            thead { tr {
                th scope="col" { (said!("都道府県", "Prefecture")) }
                @for kind in Kind::ALL {
                    th.upright scope="col" { span { (map.kind(*kind).ja) } }
                }
                th.upright scope="col" { span { "合計" } }
            } }
            tbody {
                @for prefecture in prefectures() { (one_prefecture(map, prefecture)) }
            }
            tfoot { tr {
                th scope="row" { (said!("合計", "Total")) }
                @for kind in Kind::ALL {
                    (count(map, prefectures().flat_map(|prefecture| entries(map, prefecture)).filter(|entry| entry.kind == *kind)))
                }
                (count(map, prefectures().flat_map(|prefecture| entries(map, prefecture))))
            } }
        }
    }
}

fn one_prefecture(map: &Map<'_>, prefecture: Prefecture) -> Markup {
    let entries = entries(map, prefecture);
    html! {
        tr {
            th scope="row" { (prefecture) " " (name(map, prefecture)) }
            @if entries.is_empty() {
                td.none colspan=(Kind::ALL.len() + 1) {
                    (said!("全国の窓口だけです", "national contact points only"))
                }
            } @else {
                @for kind in Kind::ALL {
                    (count(map, entries.iter().filter(|entry| entry.kind == *kind)))
                }
                (count(map, entries.iter()))
            }
        }
    }
}

/// A cell with a count and, of it, those to verify.
fn count<'e>(map: &Map<'_>, entries: impl Iterator<Item = &'e Entry>) -> Markup {
    let (mut n_entries, mut n_to_verify) = (0_usize, 0_usize);
    for entry in entries {
        n_entries += 1;
        n_to_verify += usize::from(entry.mark(map.today) != Mark::None);
    }
    html! {
        @if n_entries == 0 {
            td {}
        } @else if n_to_verify == 0 {
            td { (n_entries) }
        } @else {
            td {
                (n_entries)
                span.verify aria-hidden="true" { "要" (n_to_verify) }
                span.spoken { "、うち要確認 " (n_to_verify) }
            }
        }
    }
}

fn by_support(map: &Map<'_>) -> Markup {
    html! {
        table.listing {
            caption { (said!("窓口のない支援", "Where supports have no entry")) }
            thead { tr {
                th scope="col" { (said!("支援", "Support")) }
                th scope="col" { (said!("窓口の種類", "Kinds of entry")) }
                th scope="col" { (said!("窓口のある都道府県", "Prefectures with an entry")) }
                th scope="col" { (said!("窓口のない都道府県", "Prefectures without one")) }
                th scope="col" { (said!("全国の窓口", "National contact points")) }
            } }
            tbody {
                @for (id, support) in map.pack.iter_supports() { (one_support(map, id, support)) }
            }
        }
    }
}

fn one_support(map: &Map<'_>, id: SupportId, support: &Support) -> Markup {
    let has_entry = |prefecture: &Prefecture| {
        entries(map, *prefecture)
            .iter()
            .any(|entry| support.kinds.contains(&entry.kind))
    };
    let (with, without): (Vec<Prefecture>, Vec<Prefecture>) = prefectures().partition(has_entry);
    let n_contacts = map.pack.contacts_of(id, None).count();
    html! {
        tr {
            th scope="row" { (short(id)) " " (map.support(id).ja) }
            @if support.kinds.is_empty() {
                td colspan="3" { (said!("地域の窓口の種類を決めていません", "no kind of entry is named")) }
            } @else {
                td {
                    @for (place, kind) in support.kinds.iter().enumerate() {
                        @if place > 0 { "、" }
                        (map.kind(*kind).ja)
                    }
                }
                td { (named(map, &with)) }
                td { (named(map, &without)) }
            }
            td { (n_contacts) }
        }
    }
}

fn named(map: &Map<'_>, prefectures: &[Prefecture]) -> Said {
    let n_prefectures = prefectures.len();
    match n_prefectures {
        0 => said!("なし", "none"),
        47 => said!("47すべて", "all 47"),
        _ if n_prefectures > MOST_NAMED => said!("{n_prefectures}", "{n_prefectures}"),
        _ => {
            let names: Vec<String> = prefectures
                .iter()
                .map(|prefecture| name(map, *prefecture).ja)
                .collect();
            let names = names.join("、");
            said!("{n_prefectures}（{names}）", "{n_prefectures}（{names}）")
        }
    }
}
