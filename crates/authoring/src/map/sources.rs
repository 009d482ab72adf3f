//! The sources, with their dates and the supports that rest on them.

use domain::SourceId;
use domain::support::SourceKind;
use maud::{Markup, html};

use super::{Map, short};
use crate::finding::Said;
use crate::paper::link;
use crate::said;

/// All sources that screens name, and how many are kept in the tables only.
pub fn section(map: &Map<'_>) -> Markup {
    let is_kept = |kind: SourceKind| kind == SourceKind::Other;
    let n_kept = map
        .pack
        .sources
        .iter()
        .filter(|source| is_kept(source.kind))
        .count();
    html! {
        section #sources {
            h2 { (said!("出典", "Sources")) }
            table.listing {
                caption { (said!("支援の出典", "Sources of the supports")) }
                thead { tr {
                    th scope="col" { (said!("名前", "Name")) }
                    th scope="col" { (said!("だれの", "By")) }
                    th scope="col" { (said!("日付", "Date")) }
                    th scope="col" { (said!("支援", "Supports")) }
                } }
                tbody {
                    @for (index, source) in map.pack.sources.iter().enumerate() {
                        @if !is_kept(source.kind) {
                            tr {
                                th scope="row" { (source.name) @if !source.url.is_empty() { br; (link(&source.url)) } }
                                td { (by(source.kind)) }
                                td { @match source.date { Some(date) => (date), None => (said!("日付なし", "undated")) } }
                                td { (supports(map, index)) }
                            }
                        }
                    }
                }
            }
            @if n_kept > 0 {
                p { (said!(
                    "このほかに、画面に出さない出典が{n_kept}件、表に残してあります。",
                    "{n_kept} more sources are kept in the tables and not named on screens."
                )) }
            }
        }
    }
}

fn by(kind: SourceKind) -> Said {
    match kind {
        SourceKind::Public => said!("公的な機関", "public body"),
        SourceKind::Hospital => said!("病院", "hospital"),
        SourceKind::Organization => said!("その団体", "the organization itself"),
        SourceKind::Other => said!("そのほか", "other"),
    }
}

fn supports(map: &Map<'_>, source: usize) -> String {
    let Some(source) = SourceId::at(source) else {
        return String::new();
    };
    let using: Vec<String> = map
        .pack
        .iter_supports()
        .filter(|(_, support)| support.sources.contains(&source))
        .map(|(id, _)| short(id))
        .collect();
    using.join("、")
}
