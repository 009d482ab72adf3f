//! The matrix: a row for each choice, a column for each support, in parts that fit a landscape page.

use domain::condition::Reason;
use domain::survey::Purpose;
use domain::{ChoiceId, QuestionId, SupportId};
use maud::{Markup, html};

use super::links::Effect;
use super::route::{legend, mark, meaning};
use super::{Map, short};
use crate::finding::Said;
use crate::paper::scrolling;
use crate::said;

/// So many columns fit beside the names of the choices on a landscape page.
const N_COLUMNS: usize = 22;

/// All parts of the matrix, and the choices that no support looks at.
pub fn section(map: &Map<'_>) -> Markup {
    let supports: Vec<SupportId> = map.pack.iter_supports().map(|(id, _)| id).collect();
    let n_parts = supports.len().div_ceil(N_COLUMNS);
    html! {
        section #matrix.wide {
            h2 { (said!("選択肢と支援", "Choices and supports")) }
            p { (said!(
                "行は選択肢、列は支援です。印のない行は、その表から除いてあります。「答えていない」「いくつ選んだ」による条件は、この表には出ません。支援ごとの条件の文を見てください。",
                "Rows are choices, columns are supports. Rows without a mark are left out of a part. Conditions on how many were chosen are not in this table; see the words of each support."
            )) }
            (legend())
            @for (place, part) in supports.chunks(N_COLUMNS).enumerate() {
                (one_part(map, part, place + 1, n_parts))
            }
            (without_effect(map, &supports))
        }
    }
}

fn one_part(map: &Map<'_>, supports: &[SupportId], number: usize, n_parts: usize) -> Markup {
    let (first, last) = (supports.first(), supports.last());
    let (first, last) = (
        first.map(|id| short(*id)).unwrap_or_default(),
        last.map(|id| short(*id)).unwrap_or_default(),
    );
    let title = said!(
        "選択肢と支援 {number}/{n_parts}（{first}〜{last}）",
        "Choices and supports {number}/{n_parts} ({first} to {last})"
    );
    let table = html! {
        table.matrix {
            caption { (title) }
            thead { tr {
                th scope="col" { (said!("選択肢", "Choice")) }
                @for id in supports {
                    @let name = map.support(*id);
                    th.upright scope="col" { span { (short(*id)) " " (name.ja) } }
                }
            } }
            @for (id, question) in map.pack.survey.iter() {
                @let rows = rows(map, id, question.choices.len(), supports);
                @if !rows.is_empty() {
                    tbody {
                        tr.group { th scope="rowgroup" colspan=(supports.len() + 1) {
                            "問" (id.index() + 1) " " (map.question(id))
                        } }
                        @for reason in rows { (one_row(map, reason, supports)) }
                    }
                }
            }
        }
    };
    html! { div.part { (scrolling(&title.ja, &table)) } }
}

/// The choices of a question that do something to one of these supports.
fn rows(
    map: &Map<'_>,
    question: QuestionId,
    n_choices: usize,
    supports: &[SupportId],
) -> Vec<Reason> {
    (0..n_choices)
        .filter_map(ChoiceId::at)
        .map(|choice| Reason { question, choice })
        .filter(|reason| {
            supports
                .iter()
                .any(|support| !map.links.effects(*reason, *support).is_empty())
        })
        .collect()
}

fn one_row(map: &Map<'_>, reason: Reason, supports: &[SupportId]) -> Markup {
    html! {
        tr {
            th scope="row" { (label(map, reason)) }
            @for support in supports { (cell(map.links.effects(reason, *support))) }
        }
    }
}

/// The marks for the eye, the words for a screen reader.
fn cell(effects: &[Effect]) -> Markup {
    html! {
        @if effects.is_empty() {
            td {}
        } @else {
            td {
                @for effect in effects {
                    span aria-hidden="true" { (mark(*effect)) }
                    span.spoken { (meaning(*effect).ja) }
                }
            }
        }
    }
}

fn label(map: &Map<'_>, reason: Reason) -> Said {
    map.text(|words| Some(&words.choice(reason.question, reason.choice)?.base))
}

fn without_effect(map: &Map<'_>, supports: &[SupportId]) -> Markup {
    let questions = map.pack.survey.iter().filter(|(_, question)| {
        !matches!(
            question.purpose,
            Purpose::Prefecture | Purpose::Municipality | Purpose::Most
        )
    });
    let idle: Vec<(QuestionId, Vec<String>)> = questions
        .map(|(id, question)| {
            let idle = (0..question.choices.len())
                .filter_map(ChoiceId::at)
                .map(|choice| Reason {
                    question: id,
                    choice,
                })
                .filter(|reason| {
                    supports
                        .iter()
                        .all(|support| map.links.effects(*reason, *support).is_empty())
                })
                .map(|reason| label(map, reason).ja)
                .collect();
            (id, idle)
        })
        .filter(|(_, idle): &(_, Vec<String>)| !idle.is_empty())
        .collect();
    html! {
        h3 { (said!("どの支援の条件にもない選択肢", "Choices that no support looks at")) }
        @if idle.is_empty() {
            p { (said!("ありません。", "There are none.")) }
        } @else {
            ul {
                @for (id, labels) in &idle {
                    li { "問" (id.index() + 1) "：" (labels.join("、")) }
                }
            }
        }
        p { (said!(
            "都道府県、市区町村、「いちばん先に」の質問は、ここでは数えません。",
            "The questions for prefecture, municipality and what comes first are not counted here."
        )) }
    }
}
