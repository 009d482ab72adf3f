//! Labelled facts, and the first words to say.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Fact;
use yew::{Html, html};

use super::Pen;
use super::words::words;

/// A list of labelled facts, or nothing when there are none.
pub fn facts<'a>(pen: Pen<'_>, facts: impl IntoIterator<Item = &'a Fact>) -> Html {
    let rows: Html = facts.into_iter().map(|fact| row(pen, fact)).collect();
    if rows == Html::default() {
        return rows;
    }
    html! { <dl>{rows}</dl> }
}

/// One row of such a list.
fn row(pen: Pen<'_>, fact: &Fact) -> Html {
    html! { <div><dt>{words(pen, &fact.label)}</dt><dd>{words(pen, &fact.value)}</dd></div> }
}

/// What to say first, as speech: the step that is hardest to take alone.
pub fn speech(pen: Pen<'_>, fact: &Fact) -> Html {
    html! {
        <figure class="say">
            <figcaption>{words(pen, &fact.label)}</figcaption>
            <blockquote>{words(pen, &fact.value)}</blockquote>
        </figure>
    }
}
