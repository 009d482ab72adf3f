//! The supports: when each is shown, and what its facts rest on.

use domain::support::{NeedsEntry, Scope, Support};
use domain::{Condition, Date, SupportId};
use maud::{Markup, html};

use super::route::conditioned;
use super::{Map, plain_text, short};
use crate::finding::Said;
use crate::said;

/// All supports in the order of the table.
pub fn section(map: &Map<'_>) -> Markup {
    html! {
        section #supports {
            h2 { (said!("支援と条件", "Supports and conditions")) }
            p { (said!(
                "S1 などの番号は、このページの中だけのものです。",
                "Numbers such as S1 are those of this page only."
            )) }
            ol.supports {
                @for (id, support) in map.pack.iter_supports() {
                    li #(short(id)) { (one(map, id, support)) }
                }
            }
        }
    }
}

fn one(map: &Map<'_>, id: SupportId, support: &Support) -> Markup {
    let [ja, en] = map
        .guides
        .map(|guide| plain_text(guide.and_then(|guide| Some(&guide.support(id)?.lead.base))));
    let lead = Said { ja, en };
    html! {
        h3 { span.number { (short(id)) } " " (map.support(id)) }
        p.hint { (lead) }
        dl.facts {
            div { dt { (said!("出るとき", "Shown when")) } dd { (shown(map, id, support)) } }
            @for (name, condition) in [
                (said!("急ぐとき", "Urgent when"), &support.urgent_when),
                (said!("先頭に出るとき", "Leads when"), &support.leads_when),
            ] {
                @if *condition != Condition::Never {
                    div { dt { (name) } dd { (conditioned(map, condition)) } }
                }
            }
            div { dt { (said!("ニーズ", "Needs")) } dd { (needs(map, support)) } }
            div { dt { (said!("どこで", "Where")) } dd { (places(map, id, support)) } }
            div { dt { (said!("確認", "Checked")) } dd { (checked(support.checked_on, support.check_by)) } }
        }
    }
}

fn shown(map: &Map<'_>, id: SupportId, support: &Support) -> Markup {
    html! {
        @if id == map.pack.general {
            p { (said!("だれにでも、いつも出る。次のときは、その理由も出す。", "Always there for everybody. Its reasons:")) }
        } @else if id == map.pack.crisis {
            p { (said!("どの画面からも開ける。結果の一覧には並べない。", "On every screen, never in a list of results.")) }
        }
        (conditioned(map, &support.when))
        @match &support.needs_entry {
            NeedsEntry::No => {},
            NeedsEntry::ForEverybody => p { (said!(
                "選んだ都道府県に窓口があるときだけ。",
                "Only where the prefecture has an entry."
            )) },
            NeedsEntry::ForRoles(roles) => p { (for_roles(map, roles)) },
        }
    }
}

fn for_roles(map: &Map<'_>, roles: &[domain::ChoiceId]) -> Said {
    let question = map.pack.survey.with_purpose(&domain::survey::Purpose::Role);
    let names: Vec<Said> = roles
        .iter()
        .map(|role| map.text(|words| Some(&words.choice(question?, *role)?.base)))
        .collect();
    let joined = |of: fn(&Said) -> &str| names.iter().map(of).collect::<Vec<_>>().join(" / ");
    let (ja, en) = (joined(|name| &name.ja), joined(|name| &name.en));
    said!(
        "「{ja}」には、その人向けと書かれた窓口があるときだけ。",
        "For \"{en}\" only where an entry names that role."
    )
}

fn needs(map: &Map<'_>, support: &Support) -> Markup {
    html! {
        @if support.needs.is_empty() { (said!("すべて", "all")) }
        @for (place, id) in support.needs.iter().enumerate() {
            @if place > 0 { "、" }
            @if let Some(need) = map.pack.needs.get(id.index()) { (need.name) " " }
            (map.text(|words| Some(words.need(*id))))
        }
    }
}

fn places(map: &Map<'_>, id: SupportId, support: &Support) -> Markup {
    let scope = match support.scope {
        Scope::Hospital => said!("病院", "in hospitals"),
        Scope::Municipality => said!("市区町村", "by the municipality"),
        Scope::Prefecture => said!("都道府県", "by the prefecture"),
        Scope::National => said!("全国", "everywhere in Japan"),
    };
    let contacts: Vec<Said> = map
        .pack
        .contacts
        .iter()
        .enumerate()
        .filter(|(_, contact)| contact.supports.contains(&id))
        .map(|(index, _)| map.text(|words| Some(&words.contacts.get(index)?.name)))
        .collect();
    html! {
        p { (scope) }
        @if !support.kinds.is_empty() {
            p { (said!("地域の窓口の種類：", "Kinds of entry:")) " "
                @for (place, kind) in support.kinds.iter().enumerate() {
                    @if place > 0 { "、" }
                    (map.kind(*kind))
                }
            }
        }
        @if !contacts.is_empty() {
            p { (said!("全国の窓口：", "National contact points:")) " "
                @for (place, contact) in contacts.iter().enumerate() {
                    @if place > 0 { "、" }
                    (contact)
                }
            }
        }
    }
}

fn checked(on: Option<Date>, by: Option<Date>) -> Said {
    let text = |date: Option<Date>, unknown: &str| {
        date.map_or_else(|| unknown.to_owned(), |date| date.to_string())
    };
    let (ja_on, ja_by) = (text(on, "確認日不明"), text(by, "—"));
    let (en_on, en_by) = (text(on, "unknown"), text(by, "—"));
    said!(
        "{ja_on}（次の確認：{ja_by}まで）",
        "{en_on}, next check by {en_by}"
    )
}
