//! The route as a picture: a row for each question, moved in under the question that opens it.
//!
//! A layout crate was tried; it gives up the order of the questions and draws its arrows through the words.

use domain::condition::Comparison;
use domain::{Condition, QuestionId};
use maud::{Markup, html};

use super::Map;
use crate::paper::scrolling;
use crate::said;

const ROW: usize = 36;
const BOX: usize = 28;
const INDENT: usize = 44;
const MARGIN: usize = 8;
const LANE: usize = 8;
const N_LANES: usize = 4;
const WIDTH: usize = 700;
/// Wider than any full-width letter at the font size of the style sheet.
const LETTER: usize = 14;
const LONGEST: usize = 32;

/// One question in the picture.
struct Node {
    id: QuestionId,
    label: String,
    depth: usize,
    openers: Vec<usize>,
    is_conditional: bool,
}

impl Node {
    fn left(&self) -> usize {
        MARGIN + self.depth * INDENT
    }
}

/// The picture, with a text that says the same.
pub fn picture(map: &Map<'_>) -> Markup {
    let nodes = nodes(map);
    let height = nodes.len() * ROW + MARGIN;
    let described: Vec<String> = nodes.iter().map(|node| described(node, &nodes)).collect();
    let title = said!("質問の道すじの図", "Picture of the route");
    let drawing = html! {
        svg.route viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby="route-title route-text" {
            title #route-title { (title.ja) }
            desc #route-text { (described.join(" ")) }
            @for (row, node) in nodes.iter().enumerate() {
                @for (place, opener) in node.openers.iter().enumerate() {
                    (arrow(node, row, place, *opener, &nodes))
                }
            }
            @for (row, node) in nodes.iter().enumerate() { (drawn(node, row)) }
        }
    };
    html! {
        figure {
            (scrolling(&title.ja, &drawing))
            figcaption { (said!(
                "四角は質問、矢印は「この質問の答えによって聞く質問」です。点線の四角は、条件によって聞かない質問です。",
                "A box is a question; an arrow leads to a question that an answer opens. Dotted boxes are left out under a condition."
            )) }
        }
    }
}

fn nodes(map: &Map<'_>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for (id, question) in map.pack.survey.iter() {
        let mut openers = Vec::new();
        add_openers(&question.relevant, true, &mut openers);
        let openers: Vec<usize> = openers
            .into_iter()
            .filter(|opener| *opener < nodes.len())
            .collect();
        let depth = openers
            .iter()
            .filter_map(|opener| nodes.get(*opener))
            .map(|opener| opener.depth + 1)
            .max()
            .unwrap_or(0);
        nodes.push(Node {
            id,
            label: map.question(id).ja,
            depth,
            openers,
            is_conditional: question.relevant != Condition::Always,
        });
    }
    nodes
}

/// The questions an answer to which speaks for the condition, without repeats.
fn add_openers(condition: &Condition, is_for: bool, openers: &mut Vec<usize>) {
    let mut add = |question: QuestionId| {
        if is_for && !openers.contains(&question.index()) {
            openers.push(question.index());
        }
    };
    match condition {
        Condition::Always | Condition::Never => {}
        Condition::Selected(reason) => add(reason.question),
        Condition::Count(question, Comparison::More | Comparison::AtLeast, _) => add(*question),
        Condition::Count(
            _,
            Comparison::Equal | Comparison::NotEqual | Comparison::Less | Comparison::AtMost,
            _,
        ) => {}
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                add_openers(part, is_for, openers);
            }
        }
        Condition::Not(part) => add_openers(part, !is_for, openers),
    }
}

fn is_opener(id: QuestionId, nodes: &[Node]) -> bool {
    nodes.iter().any(|node| node.openers.contains(&id.index()))
}

fn described(node: &Node, nodes: &[Node]) -> String {
    let number = node.id.index() + 1;
    let label = &node.label;
    let from: Vec<String> = node
        .openers
        .iter()
        .filter_map(|opener| nodes.get(*opener))
        .map(|opener| format!("問{}", opener.id.index() + 1))
        .collect();
    let from = from.join("、");
    match (from.is_empty(), node.is_conditional) {
        (true, false) => format!("問{number}「{label}」は、いつでも聞きます。"),
        (true, true) => format!("問{number}「{label}」は、条件によって聞きません。"),
        (false, _) => format!("問{number}「{label}」は、{from}の答えによって聞きます。"),
    }
}

/// Down from the opener and then to the right, to the left edge of the box; several openers side by side.
fn arrow(node: &Node, row: usize, place: usize, opener: usize, nodes: &[Node]) -> Markup {
    let Some(from) = nodes.get(opener) else {
        return Markup::default();
    };
    // Openers of one depth have lanes of their own, so that their lines can be told apart.
    let lane = nodes
        .iter()
        .take(opener)
        .filter(|other| other.depth == from.depth && is_opener(other.id, nodes))
        .count();
    let x = from.left() + LANE * (lane % N_LANES + 1);
    let top = MARGIN + opener * ROW + BOX;
    let y = MARGIN + row * ROW + BOX * (place + 1) / (node.openers.len() + 1);
    let right = node.left();
    let head = right.saturating_sub(7);
    html! {
        path.line d={ "M" (x) " " (top) "V" (y) "H" (right) } {}
        path.tip d={ "M" (right) " " (y) "L" (head) " " (y.saturating_sub(4)) "V" (y + 4) "Z" } {}
    }
}

fn drawn(node: &Node, row: usize) -> Markup {
    let number = node.id.index() + 1;
    let mut label: String = node.label.chars().take(LONGEST).collect();
    if label.len() < node.label.len() {
        label.push('…');
    }
    let text = format!("問{number}　{label}");
    let top = MARGIN + row * ROW;
    let width = text.chars().count() * LETTER + 2 * MARGIN;
    let class = if node.is_conditional {
        "sometimes"
    } else {
        "always"
    };
    html! {
        rect class=(class) x=(node.left()) y=(top) width=(width) height=(BOX) rx="4" {}
        text x=(node.left() + MARGIN) y=(top + BOX * 2 / 3) { (text) }
    }
}
