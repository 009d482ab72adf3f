//! Changing one answer where it is told: the controls, and the choices that open below them.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::Event;
use session::change::CHOICES;
use session::view::{ChangeButton, ChangeView};
use yew::{Html, html};

use super::Pen;
use super::button::{Weight, button};
use super::choices::picked;
use super::element::{element, element_with, group};
use super::notice::error;
use super::words::{paragraph, words};

/// The controls, and the choices of the one that is open.
pub fn change(pen: Pen<'_>, buttons: &[ChangeButton], open: Option<&ChangeView>) -> Html {
    if buttons.is_empty() {
        return Html::default();
    }
    let row = buttons.iter().map(|button| opener(pen, button)).collect();
    group(vec![
        element("p", "change", row),
        open.map(|open| choices(pen, open)).unwrap_or_default(),
    ])
}

/// A control that says whether its choices are open.
fn opener(pen: Pen<'_>, shown: &ChangeButton) -> Html {
    let (event, expanded) = if shown.is_open {
        (Event::ClosedChange, "true")
    } else {
        (Event::OpenedChange(shown.change), "false")
    };
    html! {
        <button
            type="button"
            id={shown.id.clone()}
            class="opener"
            aria-expanded={expanded}
            onclick={pen.on_press(event)}
        >{words(pen, &shown.name)}{answer(pen, shown)}</button>
    }
}

/// What the button is about, where only the sentence above it says so.
fn answer(pen: Pen<'_>, shown: &ChangeButton) -> Html {
    if shown.answer.is_empty() {
        return Html::default();
    }
    element("span", "heard", vec![words(pen, &shown.answer)])
}

/// The open choices, with what the last pick did.
pub fn choices(pen: Pen<'_>, open: &ChangeView) -> Html {
    let question = &open.question;
    let legend_id = ["legend-", &question.id.0.to_string()].concat();
    let legend = element_with(
        "legend",
        &["id"],
        vec![legend_id.clone().into()],
        vec![words(pen, &question.label)],
    );
    let inside = vec![
        legend,
        paragraph(pen, "how", &question.how_many),
        error(pen, question.error.as_ref()),
        picked(pen, question, legend_id.into()),
        paragraph(pen, "did", &open.changed),
        button(pen, Weight::Quiet, &open.close, Event::ClosedChange),
    ];
    element_with(
        "fieldset",
        &["id", "class", "tabindex"],
        vec![CHOICES.into(), "changing".into(), "-1".into()],
        inside,
    )
}
