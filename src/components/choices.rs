//! The choices of a question as radio buttons or checkboxes: rows as large as a thumb.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use domain::QuestionId;
use session::Event;
use session::view::ChoiceView;
use yew::{Html, html};

use super::Pen;
use super::words::words;

/// One of a few.
pub fn radios(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView]) -> Html {
    rows(pen, question, choices, "radio", |choice| {
        Event::Chose(question, choice.id)
    })
}

/// Any of several.
pub fn checkboxes(pen: Pen<'_>, question: QuestionId, choices: &[ChoiceView]) -> Html {
    rows(pen, question, choices, "checkbox", |choice| {
        Event::Ticked(question, choice.id, !choice.is_chosen)
    })
}

fn rows(
    pen: Pen<'_>,
    question: QuestionId,
    choices: &[ChoiceView],
    kind: &'static str,
    event: impl Fn(&ChoiceView) -> Event,
) -> Html {
    let name = format!("question-{}", question.0);
    let rows: Html = choices
        .iter()
        .map(|choice| {
            let place = choice.id.0;
            // Firefox ticks again after a reload what was ticked before, unless autocomplete is off.
            html! {
                <label key={place} class="choice">
                    <input
                        type={kind}
                        name={name.clone()}
                        id={format!("choice-{}-{place}", question.0)}
                        value={place.to_string()}
                        autocomplete="off"
                        checked={choice.is_chosen}
                        onchange={pen.on_change(event(choice))}
                    />
                    <span>{words(pen, &choice.label)}</span>
                </label>
            }
        })
        .collect();
    html! { <div class="choices">{rows}</div> }
}
