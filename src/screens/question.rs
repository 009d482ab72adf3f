//! One question.

use session::Event;
use session::view::QuestionView;
use yew::{AttrValue, Html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::choices::picked;
use crate::components::element::{element, element_with, group};
use crate::components::heading::{Level, heading};
use crate::components::notice::{emergency, error};
use crate::components::words::words;

/// One question with its buttons.
pub fn question(pen: Pen<'_>, level: Level, view: &QuestionView) -> Html {
    let mut buttons = vec![
        button(pen, Weight::Main, &view.next, Event::PressedNext),
        button(pen, Weight::Quiet, &view.back, Event::PressedBack),
    ];
    if let Some(skip) = &view.skip {
        buttons.push(button(pen, Weight::Quiet, skip, Event::PressedSkip));
    }
    if let Some(clear) = &view.clear {
        buttons.push(button(pen, Weight::Quiet, clear, Event::Cleared(view.id)));
    }
    group(vec![
        asked(pen, level, view),
        element("div", "actions", buttons),
    ])
}

/// The question without its buttons, which need the app.
pub fn asked(pen: Pen<'_>, level: Level, view: &QuestionView) -> Html {
    let number = view.id.0.to_string();
    let id = |part: &str| AttrValue::from([part, &number].concat());
    let mut described = ["how-", &number].concat();
    let mut hint = Html::default();
    if !view.hint.is_empty() {
        described = [&described, " hint-", &number].concat();
        let said = vec![words(pen, &view.hint)];
        hint = element_with("p", &["id"], vec![id("hint-")], said);
    }
    if view.error.is_some() {
        described.push_str(" error");
    }
    let progress = element_with(
        "p",
        &["class", "id"],
        vec!["progress".into(), id("progress-")],
        vec![words(pen, &view.progress)],
    );
    let bar = element_with(
        "progress",
        &["max", "value", "aria-labelledby"],
        vec![
            "100".into(),
            view.percent.to_string().into(),
            id("progress-"),
        ],
        Vec::new(),
    );
    let legend = element_with(
        "legend",
        &["id"],
        vec![id("legend-")],
        vec![heading(pen, level, &view.label)],
    );
    let how = element_with(
        "p",
        &["class", "id"],
        vec!["how".into(), id("how-")],
        vec![words(pen, &view.how_many)],
    );
    // In the order of reading: the question, what helps to answer it, and only then the choices.
    let inside = vec![
        legend,
        hint,
        how,
        emergency(pen, view.emergency.as_ref()),
        picked(pen, view, id("legend-")),
    ];
    let fieldset = element_with(
        "fieldset",
        &["aria-describedby"],
        vec![described.into()],
        inside,
    );
    // Within the fieldset it would be read a second time, as what describes it.
    group(vec![
        progress,
        bar,
        error(pen, view.error.as_ref()),
        fieldset,
    ])
}
