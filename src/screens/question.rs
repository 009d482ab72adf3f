//! One question.

use session::Event;
use session::view::{ChoiceView, Input, QuestionView};
use yew::{AttrValue, Html, html};

use crate::components::Pen;
use crate::components::button::{Weight, button};
use crate::components::choices::{checkboxes, radios};
use crate::components::heading::{Level, heading};
use crate::components::list::List;
use crate::components::notice::{emergency, error};
use crate::components::words::words;

/// One question with its buttons.
pub fn question(pen: Pen<'_>, level: Level, view: &QuestionView) -> Html {
    html! {
        <>
            {asked(pen, level, view)}
            <div class="actions">
                {button(pen, Weight::Main, &view.next, Event::PressedNext)}
                {button(pen, Weight::Quiet, &view.back, Event::PressedBack)}
                {for view.skip.iter().map(|skip| button(pen, Weight::Quiet, skip, Event::PressedSkip))}
                {for view.clear.iter().map(|clear| button(pen, Weight::Quiet, clear, Event::Cleared(view.id)))}
            </div>
        </>
    }
}

/// The question without its buttons, which need the app.
pub fn asked(pen: Pen<'_>, level: Level, view: &QuestionView) -> Html {
    let id = |part: &str| AttrValue::from(format!("{part}-{}", view.id.0));
    let mut described = format!("how-{}", view.id.0);
    if !view.hint.is_empty() {
        described.push_str(&format!(" hint-{}", view.id.0));
    }
    if view.error.is_some() {
        described.push_str(" error");
    }
    html! {
        <>
            <p class="progress" id={id("progress")}>{words(pen, &view.progress)}</p>
            <progress max="100" value={view.percent.to_string()} aria-labelledby={id("progress")} />
            // In the order of reading: the question, what helps to answer it, and only then the choices.
            <fieldset aria-describedby={described}>
                <legend id={id("legend")}>{heading(pen, level, &view.label)}</legend>
                if !view.hint.is_empty() { <p id={id("hint")}>{words(pen, &view.hint)}</p> }
                <p class="how" id={id("how")}>{words(pen, &view.how_many)}</p>
                {emergency(pen, view.emergency.as_ref())}
                {error(pen, view.error.as_ref())}
                {choices(pen, view, id("legend"))}
            </fieldset>
        </>
    }
}

fn choices(pen: Pen<'_>, view: &QuestionView, named_by: AttrValue) -> Html {
    match view.input {
        Input::Radios => radios(pen, view.id, &view.choices),
        Input::Checkboxes => checkboxes(pen, view.id, &view.choices),
        Input::List => {
            let question = view.id;
            List {
                id: format!("list-{}", question.0).into(),
                named_by,
                first: &view.choose,
                rows: view
                    .choices
                    .iter()
                    .map(|choice: &ChoiceView| (choice.id, &choice.label))
                    .collect(),
                picked: view
                    .choices
                    .iter()
                    .find(|choice| choice.is_chosen)
                    .map(|choice| choice.id),
                on_pick: pen.on_event.reform(move |picked| match picked {
                    Some(choice) => Event::Chose(question, choice),
                    None => Event::Cleared(question),
                }),
            }
            .draw()
        }
    }
}
