//! The page that is handed over: on the screen as it is printed.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::qr::Qr;
use session::view::{Both, CodeView, Line, PaperView, Phrase, Row, Size};
use yew::Html;

use super::Pen;
use super::element::{element, element_with, group, text};
use super::words::{worded, words};

/// Lines to write on; as many of them are seen as there is room for.
const RULES: usize = 14;

/// The page.
pub fn paper(pen: Pen<'_>, view: &PaperView) -> Html {
    let class = match view.size {
        Size::Large => "leaf",
        Size::Middle => "leaf middle",
        Size::Small => "leaf small",
        Size::Smallest => "leaf smallest",
    };
    let printed = view.printed.as_ref();
    let printed = printed.map(|printed| both(pen, "p", "", printed));
    let head = vec![
        both(pen, "h3", "", &view.title),
        printed.unwrap_or_default(),
    ];
    let mut rows: Vec<Html> = view.rows.iter().map(|view| row(pen, view)).collect();
    if let Some((label, written)) = &view.own {
        let label = both(pen, "dt", "", label);
        let written = element("dd", "own", vec![text(written.clone())]);
        rows.push(element("div", "", vec![label, written]));
    }
    rows.push(questions(pen, &view.asks));
    rows.extend(view.after.iter().map(|view| row(pen, view)));
    let (first_visit, is_first) = &view.first_visit;
    let boxed = if *is_first { "box ticked" } else { "box" };
    let rules = (0..RULES).map(|_| element("div", "", Vec::new())).collect();
    element(
        "article",
        class,
        vec![
            element("header", "", head),
            element(
                "div",
                boxed,
                vec![
                    element("i", "", Vec::new()),
                    both(pen, "p", "", first_visit),
                ],
            ),
            element("dl", "", rows),
            both(pen, "p", "label", &view.notes),
            element_with(
                "div",
                &["class", "aria-hidden"],
                vec!["rules".into(), "true".into()],
                rules,
            ),
            code(pen, &view.code),
            both(pen, "p", "origin", &view.not_medical),
        ],
    )
}

/// The two languages, one after the other; the style sheet puts them side by side.
fn both(pen: Pen<'_>, name: &'static str, class: &'static str, view: &Both) -> Html {
    let own = worded(pen, "span", "", &view.own);
    let Some(japanese) = &view.japanese else {
        return element(name, class, vec![own]);
    };
    let class = match class {
        "" => "both",
        "label" => "label both",
        _ => "origin both",
    };
    element(
        name,
        class,
        vec![own, text(" "), worded(pen, "span", "", japanese)],
    )
}

fn row(pen: Pen<'_>, view: &Row) -> Html {
    let mut parts = vec![both(pen, "dt", "", &view.label)];
    parts.extend(view.lines.iter().map(|view| line(pen, "dd", view)));
    element("div", "", parts)
}

/// The questions to ask, as a list, in place of lines.
fn questions(pen: Pen<'_>, view: &Row) -> Html {
    if view.lines.is_empty() {
        return Html::default();
    }
    let lines = view.lines.iter().map(|view| line(pen, "li", view));
    let list = element("ol", "", lines.collect());
    let label = both(pen, "dt", "", &view.label);
    element("div", "", vec![label, element("dd", "", vec![list])])
}

fn line(pen: Pen<'_>, name: &'static str, view: &Line) -> Html {
    let own = side(pen, &|both| Some(&both.own), view);
    if view.head.japanese.is_none() && view.details.iter().all(|both| both.japanese.is_none()) {
        return element(name, "", vec![own]);
    }
    let japanese = side(pen, &|both| both.japanese.as_ref(), view);
    element(name, "both", vec![own, text(" "), japanese])
}

/// A line in one language.
fn side<'a>(pen: Pen<'_>, pick: &dyn Fn(&'a Both) -> Option<&'a Phrase>, view: &'a Line) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let head = pick(&view.head).filter(|head| !head.is_empty());
    // Bold only where something less follows it.
    parts.extend(head.map(|head| match view.details.is_empty() {
        true => words(pen, head),
        false => worded(pen, "b", "", head),
    }));
    for detail in view.details.iter().filter_map(pick) {
        parts.extend([text(" "), worded(pen, "span", "detail", detail)]);
    }
    element("span", "", parts)
}

fn code(pen: Pen<'_>, view: &CodeView) -> Html {
    let left_out = view.left_out.as_ref();
    let left_out = left_out.map(|left_out| both(pen, "p", "", left_out));
    let said = vec![
        both(pen, "p", "label", &view.label),
        both(pen, "p", "", &view.note),
        left_out.unwrap_or_default(),
        element("p", "number", vec![text(view.written.clone())]),
    ];
    let picture = view.qr.as_ref().map(|qr| picture(qr, &view.alternative));
    element(
        "div",
        "code",
        vec![element("div", "", said), picture.unwrap_or_default()],
    )
}

fn picture(qr: &Qr, alternative: &Phrase) -> Html {
    let side = qr.size.to_string();
    let ground = element_with(
        "rect",
        &["width", "height"],
        vec![side.clone().into(), side.clone().into()],
        Vec::new(),
    );
    let dark = element_with("path", &["d"], vec![qr.path.clone().into()], Vec::new());
    element_with(
        "svg",
        &["class", "role", "aria-label", "viewBox"],
        vec![
            "qr".into(),
            "img".into(),
            alternative.plain().into(),
            ["0 0 ", &side, " ", &side].concat().into(),
        ],
        vec![group(vec![ground, dark])],
    )
}
