//! The whole content on one page, for a council to read and sign: the route through the questions, what brings which
//! support, where the directory has entries, and the sources.
//!
//! The page needs no script and asks for nothing from outside. Reasons: docs/decisions/0014-map.md.

mod contents;
mod coverage;
mod head;
mod links;
mod matrix;
mod picture;
mod route;
mod sources;
mod supports;
mod written;

use domain::directory::Kind;
use domain::text::{Guide, Key, Lang, Text, Words, plain};
use domain::{Date, Pack, QuestionId, SupportId};
use maud::html;

use crate::Compiled;
use crate::finding::Said;
use crate::paper;
use crate::spoken::Called;
use links::Links;

/// The page. Without `today`, every fact counts as one to verify.
pub fn page(compiled: &Compiled, today: Option<Date>) -> String {
    let map = Map::of(compiled, today);
    let title = Said {
        ja: format!("{}：内容の地図", compiled.form.title),
        en: format!("{}: map of the content", compiled.form.title),
    };
    let body = html! {
        (head::head(&map, &title))
        (contents::contents())
        (route::section(&map))
        (supports::section(&map))
        (matrix::section(&map))
        (coverage::section(&map))
        (sources::section(&map))
        (head::signatures(&map))
    };
    paper::page(&title.ja, &body)
}

/// What every part of the page looks at.
struct Map<'a> {
    compiled: &'a Compiled,
    pack: &'a Pack,
    words: [Option<&'a Words>; 2],
    guides: [Option<&'a Guide>; 2],
    called: Called,
    links: Links,
    today: Option<Date>,
}

impl<'a> Map<'a> {
    fn of(compiled: &'a Compiled, today: Option<Date>) -> Self {
        let words = [Lang::Ja, Lang::En].map(|lang| compiled.words_in(lang));
        let called = match words {
            [Some(ja), Some(en)] => Called::numbered(&compiled.pack.survey, ja, en),
            [None, _] | [_, None] => Called::default(),
        };
        Self {
            compiled,
            pack: &compiled.pack,
            words,
            guides: [Lang::Ja, Lang::En].map(|lang| compiled.guide_in(lang)),
            called,
            links: Links::of(&compiled.pack),
            today,
        }
    }

    /// A text of the words in both languages.
    fn text(&self, of: impl Fn(&'a Words) -> Option<&'a Text>) -> Said {
        let [ja, en] = self.words.map(|words| plain_text(words.and_then(&of)));
        Said { ja, en }
    }

    /// The label of a question.
    fn question(&self, id: QuestionId) -> Said {
        self.text(|words| Some(&words.label(id).base))
    }

    /// The name of a support.
    fn support(&self, id: SupportId) -> Said {
        let [ja, en] = self
            .guides
            .map(|guide| plain_text(guide.and_then(|guide| Some(&guide.support(id)?.name.base))));
        Said { ja, en }
    }

    /// The name of a kind of entry.
    fn kind(&self, kind: Kind) -> Said {
        let name = ["kind.", kind.name()].concat();
        let key = Key::all().find(|key| key.name() == name);
        let [ja, en] = self
            .guides
            .map(|guide| plain_text(guide.zip(key).map(|(guide, key)| guide.app(key))));
        Said { ja, en }
    }
}

fn plain_text(text: Option<&Text>) -> String {
    text.map_or_else(String::new, |text| plain(&text.text))
}

/// What a support is called for short: its place in the table.
fn short(id: SupportId) -> String {
    format!("S{}", id.index() + 1)
}

#[cfg(test)]
mod tests;
