//! Every visit finds somebody.

use std::collections::{BTreeMap, BTreeSet};

use domain::directory::Prefecture;
use domain::survey::Purpose;
use domain::text::{Key, Lang};
use serde::Serialize;

use super::{Advice, Property, error};
use crate::finding::{Place, Said};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::example::Example;
use crate::proof::prover::Prover;
use crate::said;
use crate::table::sheets::{CONTACTS, ENTRIES};

/// Source: the design's promise 1.
pub const PROPERTY: Property = Property {
    id: "contact",
    says: || {
        said!(
            "どの答え方でも、どの都道府県でも、どの言語でも、つながれる窓口（番号、住所、または名のある窓口の公式ページ）が一つはあります。ない所では、公式の検索ページが案内されます。",
            "Whatever is answered, in every prefecture and language, there is somebody to turn to (a number, an address, or the official page of a named office), or at the very least the official search page."
        )
    },
    prove,
};

/// A place where some visits find nobody but the official search page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnlySearchPage {
    /// The prefecture's code; `None` where no prefecture was given.
    pub prefecture: Option<String>,
    /// What it is called.
    #[serde(skip)]
    pub name: Said,
    /// Who: every role, or only some.
    pub roles: Roles,
    /// One of these visits.
    pub visit: Example,
}

/// Which roles it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Roles {
    /// Every role, and those who gave none.
    All,
    /// Only these; an empty name stands for those who gave none.
    Only(Vec<String>),
}

fn prove(prover: &mut Prover<'_>, only_search_page: &mut Vec<OnlySearchPage>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let places = places(prover);
    // Languages that lack the same names are alike; mostly there is one group, which lacks none.
    let mut alike: BTreeMap<(BTreeSet<usize>, bool), Lang> = BTreeMap::new();
    let mut unnamed_anywhere = BTreeSet::new();
    for (lang, words, _) in &prover.content.compiled.words {
        let names = words.contacts.iter().enumerate();
        let unnamed: BTreeSet<usize> = names
            .filter(|(_, words)| words.name.is_empty())
            .map(|(place, _)| place)
            .collect();
        unnamed_anywhere.extend(&unnamed);
        let names_search = !words.app(Key::OfficialSearch).is_empty();
        alike.entry((unnamed, names_search)).or_insert(*lang);
    }
    for ((unnamed, names_search), lang) in alike {
        let nobody = nobody(prover, &unnamed);
        let searched = if names_search {
            prover.visit.has_search_page(&prover.content)
        } else {
            Signal::NEVER
        };
        for place in &places {
            let lost = prover.circuit.all([place.is_here, nobody, !searched]);
            if let Some(visit) = prover.example(lost, lang) {
                faults.push(error(place.sheet(), place.nobody(lang), [visit]));
            }
        }
    }
    let nobody = nobody(prover, &unnamed_anywhere);
    for place in places {
        only_search_page.extend(only_search(prover, place, nobody));
    }
    faults
}

/// Where a visit can be.
struct Where {
    prefecture: Option<Prefecture>,
    name: Said,
    is_here: Signal,
}

/// No place, then every prefecture that can be chosen.
fn places(prover: &Prover<'_>) -> Vec<Where> {
    let compiled = prover.content.compiled;
    let question = prover.content.survey().with_purpose(&Purpose::Prefecture);
    let name = |place: usize, lang: Lang| {
        let words = compiled.words_in(lang)?.question(question?)?;
        Some(domain::text::plain(&words.choices.get(place)?.base.text))
    };
    let nowhere = Where {
        prefecture: None,
        name: said!("都道府県を答えない", "no prefecture given"),
        is_here: prover.visit.has_no_place,
    };
    let prefectures = prover.visit.is_in.iter().enumerate();
    let prefectures = prefectures.map(|(place, (prefecture, is_here))| Where {
        prefecture: *prefecture,
        name: Said {
            ja: name(place, Lang::Ja).unwrap_or_default(),
            en: name(place, Lang::En).unwrap_or_default(),
        },
        is_here: *is_here,
    });
    [nowhere].into_iter().chain(prefectures).collect()
}

/// A visit that no shown support leads to somebody.
fn nobody(prover: &mut Prover<'_>, unnamed: &BTreeSet<usize>) -> Signal {
    let Prover {
        content,
        circuit,
        visit,
        ..
    } = prover;
    let somebody: Vec<Signal> = content
        .pack
        .iter_supports()
        .map(|(id, _)| visit.leads_to_somebody(circuit, content, id, unnamed))
        .collect();
    !circuit.any(somebody)
}

/// Whether some visits in this place find only the search page, and of which roles.
fn only_search(prover: &mut Prover<'_>, place: Where, nobody: Signal) -> Option<OnlySearchPage> {
    let here = prover.circuit.all([place.is_here, nobody]);
    let visit = prover.example(here, Lang::Ja)?;
    let survey = prover.content.survey();
    let roles = survey
        .with_purpose(&Purpose::Role)
        .and_then(|id| survey.get(id))
        .map_or([].as_slice(), |question| &question.choices);
    let names = roles.iter().map(|role| role.name.clone());
    let names: Vec<String> = names.chain([String::new()]).collect();
    let wires = prover.visit.role_is.iter().copied();
    let wires: Vec<Signal> = wires.chain([prover.visit.has_no_role]).collect();
    let wires: Vec<Signal> = wires
        .into_iter()
        .map(|role| prover.circuit.all([here, role]))
        .collect();
    let found = prover.can_hold(&wires);
    let roles = if found.iter().all(|found| *found) {
        Roles::All
    } else {
        let some = names.into_iter().zip(found).filter(|(_, found)| *found);
        Roles::Only(some.map(|(name, _)| name).collect())
    };
    Some(OnlySearchPage {
        prefecture: place.prefecture.map(|prefecture| prefecture.to_string()),
        name: place.name,
        roles,
        visit,
    })
}

impl Where {
    fn sheet(&self) -> Place {
        match self.prefecture {
            Some(_) => Place::column(&ENTRIES.file(), "prefecture"),
            None => Place::column(&CONTACTS.file(), "supports"),
        }
    }

    fn nobody(&self, lang: Lang) -> Advice {
        let (ja, en, code) = (&self.name.ja, &self.name.en, lang.code());
        Advice {
            what: said!(
                "{ja}（{code}）: 窓口も公式の検索ページも出ない訪問があります。",
                "{en} ({code}): there is a visit with neither a contact nor the official search page."
            ),
            what_to_do: said!(
                "だれにでも出る相談窓口 (consult-centre) に、番号か住所か公式ページのある窓口、または検索ページ（番号のない contacts の行）を付けてください。",
                "Give the support that everybody is shown (consult-centre) an entry with a number, an address or a page, or a search page (a row of contacts without a number)."
            ),
        }
    }
}
