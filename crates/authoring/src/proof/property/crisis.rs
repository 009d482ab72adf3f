//! Crisis help has its words in every language.

use domain::directory::Group;
use domain::text::{Key, Lang, Text, Told, Words};

use super::{Advice, Property, cell, error};
use crate::finding::Place;
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::prover::Prover;
use crate::said;
use crate::table::sheets::{CONTACTS, SUPPORTS, TEXT};

/// That the strip is on every screen is `session`'s, and tested there; that it can be read is the content's.
pub const PROPERTY: Property = Property {
    id: "crisis",
    says: || {
        said!(
            "「今すぐ話せる窓口」の帯と画面の文、そこにある窓口の名前は、どの言語にもあります。",
            "The words of the crisis strip and screen, and the names of its lines, are there in every language."
        )
    },
    prove: |prover, _| prove(prover),
};

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let compiled = prover.content.compiled;
    let pack = prover.content.pack;
    let mut faults = Vec::new();
    for (lang, words, _) in &compiled.words {
        let app = Key::EARLY
            .iter()
            .filter(|key| is_crisis(**key, words))
            .map(|key| (["ui.", key.name()].concat(), words.app(*key)));
        let none = Text::default();
        let lines = pack
            .contacts
            .iter()
            .enumerate()
            .filter(|(_, contact)| contact.group != Group::None)
            .map(|(place, contact)| {
                let name = words.contacts.get(place).map_or(&none, |words| &words.name);
                (["contact.", &contact.id, ".name"].concat(), name)
            });
        let gaps: Vec<String> = app
            .chain(lines)
            .filter(|(_, text)| !is_there(text, *lang))
            .map(|(key, _)| key)
            .collect();
        for key in gaps {
            let place = cell(prover, &TEXT, &[("key", &key)], lang.code());
            faults.push(missing(prover, place, &key, *lang));
        }
    }
    for (lang, guide, _) in &compiled.guides {
        let name = guide.support(pack.crisis).map(|words| &words.name.base);
        // Its name is no fixed sentence: without a reviewer it stands there in Japanese.
        if name.is_none_or(Text::is_empty) {
            let name = pack
                .support(pack.crisis)
                .map_or("", |support| support.name.as_str());
            let place = cell(prover, &SUPPORTS, &[("id", name)], "id");
            faults.push(missing(prover, place, name, *lang));
        }
    }
    let has_number = pack
        .contacts
        .iter()
        .any(|contact| contact.group != Group::None && !contact.phones.is_empty());
    if !has_number {
        let advice = Advice {
            what: said!(
                "「今すぐ話せる窓口」の画面に、電話できる番号が一つもありません。",
                "The crisis screen has no number to call."
            ),
            what_to_do: said!(
                "contacts の group に danger か listen と書いた、番号のある行を入れてください。",
                "Give contacts a row with a number and the group danger or listen."
            ),
        };
        let visit = prover.example(Signal::ALWAYS, Lang::Ja);
        faults.push(error(
            Place::column(&CONTACTS.file(), "group"),
            advice,
            visit,
        ));
    }
    faults
}

/// The fixed sentences; every other text of the crisis screens may stand there in Japanese.
///
/// Source: docs/decisions/0011-words-and-reviewers.md.
fn is_crisis(key: Key, words: &Words) -> bool {
    let is_draft = |key: &Key| words.app(*key).told == Told::Draft;
    // The mark of drafts stands only where there are some.
    let is_needed = key != Key::CrisisDraft || Key::EARLY.iter().any(is_draft);
    key.name().starts_with("crisis-") && is_needed
}

fn is_there(text: &Text, lang: Lang) -> bool {
    !text.is_empty() && (lang == Lang::Ja || text.told != Told::Gap)
}

fn missing(prover: &mut Prover<'_>, place: Place, key: &str, lang: Lang) -> Fault {
    let code = lang.code();
    let advice = Advice {
        what: said!(
            "つらいときの画面の文「{key}」が、{code} にありません。",
            "The words of the crisis help \"{key}\" are missing in {code}."
        ),
        what_to_do: said!(
            "この言語の文を書いてください。",
            "Write them in this language."
        ),
    };
    let visit = prover.example(Signal::ALWAYS, lang);
    error(place, advice, visit)
}
