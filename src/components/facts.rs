//! Labelled facts, and the first words to say.

#[cfg(any(test, feature = "ssr"))]
pub mod fixtures;

use session::view::Fact;
use yew::Html;

use super::Pen;
use super::element::element;
use super::words::worded;

/// A list of labelled facts, or nothing when there are none.
pub fn facts<'a>(pen: Pen<'_>, facts: impl IntoIterator<Item = &'a Fact>) -> Html {
    let rows: Vec<Html> = facts.into_iter().map(|fact| row(pen, fact)).collect();
    if rows.is_empty() {
        return Html::default();
    }
    element("dl", "", rows)
}

/// One row of such a list.
fn row(pen: Pen<'_>, fact: &Fact) -> Html {
    let label = worded(pen, "dt", "", &fact.label);
    element("div", "", vec![label, worded(pen, "dd", "", &fact.value)])
}

/// What to say first, as speech: the step that is hardest to take alone.
pub fn speech(pen: Pen<'_>, fact: &Fact) -> Html {
    let label = worded(pen, "figcaption", "", &fact.label);
    let said = worded(pen, "blockquote", "", &fact.value);
    element("figure", "say", vec![label, said])
}
