//! The route: every question in order, when it is asked, its choices, and what follows from each.

use domain::condition::Reason;
use domain::survey::{Choice, Exclusive, Purpose, Question};
use domain::text::{Voiced, plain};
use domain::{ChoiceId, Condition, QuestionId, SupportId};
use maud::{Markup, html};

use super::links::Effect;
use super::written::written;
use super::{Map, picture, short};
use crate::finding::Said;
use crate::said;
use crate::spoken::Spoken;

/// The route as a picture and as a list.
pub fn section(map: &Map<'_>) -> Markup {
    html! {
        section #route {
            h2 { (said!("質問の道すじ", "Route of the questions")) }
            p { (said!(
                "上から順に聞きます。答えずに次へ進むこともできます。答えていないときは、どれも選んでいないのと同じです。",
                "Asked from top to bottom. Every question can be skipped; unanswered is the same as nothing chosen."
            )) }
            (picture::picture(map))
            (legend())
            ol.route {
                @for (id, question) in map.pack.survey.iter() {
                    li #(anchor(id)) { (one_question(map, id, question)) }
                }
            }
        }
    }
}

/// What the marks mean.
pub fn legend() -> Markup {
    html! {
        dl.legend {
            @for effect in Effect::ALL {
                div { dt { (mark(effect)) } dd { (meaning(effect)) } }
            }
        }
    }
}

/// The sign of an effect.
pub fn mark(effect: Effect) -> &'static str {
    match effect {
        Effect::Brings => "●",
        Effect::Together => "○",
        Effect::Urgent => "急",
        Effect::Leads => "先",
        Effect::Away => "×",
    }
}

/// What an effect is called.
pub fn meaning(effect: Effect) -> Said {
    match effect {
        Effect::Brings => said!("これだけで支援が出る", "brings the support"),
        Effect::Together => said!(
            "ほかの答えと合わせて支援が出る",
            "brings it together with other answers"
        ),
        Effect::Urgent => said!("急ぐ支援にする", "makes it urgent"),
        Effect::Leads => said!("いちばん先に出す", "makes it lead the list"),
        Effect::Away => said!("支援を出さない", "keeps it away"),
    }
}

/// The condition as a nested list, in both languages, and small below it the expression.
pub fn conditioned(map: &Map<'_>, condition: &Condition) -> Markup {
    html! {
        (in_words(map, condition))
        @if *condition != Condition::Always {
            p.expression { code { (written(condition, &map.pack.survey)) } }
        }
    }
}

/// The condition as a nested list, in both languages.
fn in_words(map: &Map<'_>, condition: &Condition) -> Markup {
    let spoken = Spoken::from(condition);
    html! {
        div.pair {
            div.when { (listed(map, &spoken, |said| &said.ja)) }
            div.when.en lang="en" { (listed(map, &spoken, |said| &said.en)) }
        }
    }
}

fn listed(map: &Map<'_>, spoken: &Spoken, of: fn(&Said) -> &str) -> Markup {
    let (title, parts) = match spoken {
        Spoken::All(parts) => (said!("次のすべてに当てはまる：", "all of these:"), parts),
        Spoken::Any(parts) => (
            said!("次のどれかに当てはまる：", "one or more of these:"),
            parts,
        ),
        Spoken::Always | Spoken::Never | Spoken::Chose(..) | Spoken::Count(..) => {
            return html! { (of(&spoken.said(&map.called))) };
        }
    };
    html! {
        (of(&title))
        ul { @for part in parts { li { (listed(map, part, of)) } } }
    }
}

fn anchor(id: QuestionId) -> String {
    format!("q{}", id.index() + 1)
}

fn one_question(map: &Map<'_>, id: QuestionId, question: &Question) -> Markup {
    let number = id.index() + 1;
    let kind = if question.is_multiple {
        said!("いくつでも", "any number")
    } else {
        said!("一つだけ", "one answer")
    };
    let hint = map.text(|words| Some(&words.question(id)?.hint.base));
    html! {
        h3 { span.number { "問" (number) } " " (map.question(id)) }
        @if !hint.ja.is_empty() { p.hint { (hint) } }
        dl.facts {
            div { dt { (said!("選び方", "Choose")) } dd { (kind) } }
            div { dt { (said!("聞くとき", "Asked when")) } dd {
                @if question.relevant == Condition::Always {
                    (said!("いつでも", "always"))
                } @else {
                    (conditioned(map, &question.relevant))
                }
            } }
            @if question.carries_emergency {
                div { dt { (said!("救急の文", "Emergency sentence")) } dd { (said!("画面に出す", "on the screen")) } }
            }
        }
        (voices(map, id))
        @match question.purpose {
            Purpose::Prefecture | Purpose::Municipality => (names_only(map, id, question)),
            Purpose::Role | Purpose::Background | Purpose::Worries | Purpose::FollowUp(_) | Purpose::Situation
                | Purpose::Most | Purpose::Wish | Purpose::Access => {
                ul.choices {
                    @for (index, choice) in question.choices.iter().enumerate() {
                        @if let Some(choice_id) = ChoiceId::at(index) {
                            li { (one_choice(map, Reason { question: id, choice: choice_id }, choice)) }
                        }
                    }
                }
            }
        }
    }
}

/// The other wordings of a question's label.
fn voices(map: &Map<'_>, id: QuestionId) -> Markup {
    let [ja, en] = map
        .words
        .map(|words| words.map_or(&[][..], |words| &words.label(id).voices));
    let of_en = |voice: &str| {
        en.iter()
            .find(|(name, _)| name == voice)
            .map_or("", |(_, text)| &text.text)
    };
    html! {
        @if !ja.is_empty() {
            ul.voices {
                @for (voice, text) in ja {
                    li {
                        (role(map, voice).ja) "には："
                        (Said { ja: plain(&text.text), en: plain(of_en(voice)) })
                    }
                }
            }
        }
    }
}

/// The label of the role that a voice is named after.
fn role(map: &Map<'_>, voice: &str) -> Said {
    let survey = &map.pack.survey;
    let found = survey
        .with_purpose(&Purpose::Role)
        .and_then(|id| Some((id, survey.get(id)?.choice(voice)?)));
    match found {
        Some((question, choice)) => label(map, question, choice),
        None => said!("ほかの言い方", "another wording"),
    }
}

fn label(map: &Map<'_>, question: QuestionId, choice: ChoiceId) -> Said {
    map.text(|words| {
        words
            .choice(question, choice)
            .map(|Voiced { base, .. }| base)
    })
}

/// Prefectures and municipalities: too many to be told one by one, and nothing follows but a place.
fn names_only(map: &Map<'_>, id: QuestionId, question: &Question) -> Markup {
    let names: Vec<String> = question
        .choices
        .iter()
        .enumerate()
        .filter_map(|(index, choice)| {
            let label = label(map, id, ChoiceId::at(index)?).ja;
            Some(if label.is_empty() {
                choice.name.clone()
            } else {
                label
            })
        })
        .collect();
    let n_names = names.len();
    html! {
        p { (said!("選択肢は{n_names}か所です。", "There are {n_names} choices.")) }
        p.names { (names.join("、")) }
    }
}

fn one_choice(map: &Map<'_>, reason: Reason, choice: &Choice) -> Markup {
    let opened = map.links.opened(reason);
    html! {
        p.choice { (label(map, reason.question, reason.choice)) }
        @if choice.offered_when != Condition::Always || choice.exclusive != Exclusive::No || !opened.is_empty()
            || Effect::ALL.iter().any(|effect| !map.links.supports(reason, *effect).is_empty()) {
            ul.follows {
                @if choice.offered_when != Condition::Always {
                    li { (said!("選べるとき：", "Offered when:")) (in_words(map, &choice.offered_when)) }
                }
                @match choice.exclusive {
                    Exclusive::No => {},
                    Exclusive::Yields => li { (said!(
                        "これだけで選ぶ。ほかと一緒に選ばれたら、ほかを採る",
                        "Stands alone; gives way to others"
                    )) },
                    Exclusive::Wins => li { (said!(
                        "これだけで選ぶ。ほかと一緒に選ばれたら、これを採る",
                        "Stands alone; others give way to it"
                    )) },
                }
                @if !opened.is_empty() {
                    li { "→ " (said!("次の質問につながる：", "Leads to question")) " " (questions(opened)) }
                }
                @for effect in Effect::ALL {
                    @let supports = map.links.supports(reason, effect);
                    @if !supports.is_empty() {
                        li { span.mark { (mark(effect)) } " " (meaning(effect)) "：" (names(map, &supports)) }
                    }
                }
            }
        }
    }
}

fn questions(ids: &[QuestionId]) -> Markup {
    html! {
        @for (place, id) in ids.iter().enumerate() {
            @if place > 0 { "、" }
            a href={ "#" (anchor(*id)) } { "問" (id.index() + 1) }
        }
    }
}

/// Supports by number and Japanese name; the English names stand in the list of supports.
fn names(map: &Map<'_>, supports: &[SupportId]) -> Markup {
    html! {
        @for (place, id) in supports.iter().enumerate() {
            @if place > 0 { "、" }
            a href={ "#" (short(*id)) } { (short(*id)) " " (map.support(*id).ja) }
        }
    }
}
