//! The model that the solver searches says the same as `domain`, for any answers: off the path, against the exclusive
//! choices, several to a question that takes one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::Compiled;
use authoring::proof::{Oracle, Truth};
use domain::directory::{Entry, Group};
use domain::matching::{Match, outcome};
use domain::{Answers, ChoiceId, Pack, Path, SentenceId};
use support::{compiled, shipped};

/// As many as the circuit works out at once.
const AT_ONCE: usize = 64;

/// SplitMix64: the same visits in every run.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

/// Any answers: of each question none, one, or some of the choices, whatever the rules say about them.
fn answers(compiled: &Compiled, chance: &mut Chance) -> Answers {
    let mut answers = Answers::default();
    let ease = 2 + chance.below(4);
    for (id, question) in compiled.pack.survey.iter() {
        let n_choices = question.choices.len();
        let any = |chance: &mut Chance| {
            let place = chance.below(n_choices as u64) as usize;
            ChoiceId::at(place).unwrap()
        };
        match chance.below(8) {
            0 => {}
            1..=3 => answers.set(id, vec![any(chance)]),
            4..=5 => {
                let some = (0..=ease).map(|_| any(chance)).collect();
                answers.set(id, some);
            }
            _ => {
                let some = (0..n_choices).filter(|_| chance.below(ease) == 0);
                answers.set(id, some.filter_map(ChoiceId::at).collect());
            }
        }
    }
    answers
}

/// What `domain` says about a visit.
fn truth(compiled: &Compiled, given: &Answers) -> Truth {
    let pack = &compiled.pack;
    let path = pack.survey.path(given);
    let prefecture = pack.area(&path.answers).prefecture;
    let entries: &[Entry] = compiled
        .entries
        .iter()
        .find(|(file, _)| Some(file.prefecture) == prefecture)
        .map_or(&[], |(file, _)| &file.entries);
    let outcome = outcome(pack, &path, entries);
    let mut results = outcome.results;
    results.sort_by_key(|found| found.id);
    let mut sentences: Vec<SentenceId> = outcome.sentences;
    sentences.extend(results.iter().flat_map(|found| &found.sentences));
    sentences.sort_unstable();
    let ids = |fits: &dyn Fn(&Match<'_>) -> bool| {
        let fitting = results.iter().filter(|found| fits(found));
        fitting.map(|found| found.id).collect()
    };
    Truth {
        shown: ids(&|_| true),
        urgent: ids(&|found| found.is_urgent),
        leading: ids(&|found| found.support.leads_when.holds(&path.answers)),
        voices: results
            .iter()
            .filter_map(|found| {
                let voice = found.voice?;
                let voices = &found.support.voices;
                let speaks = |other: &domain::support::Voice| other.name == voice;
                Some((found.id, voices.iter().position(speaks)?))
            })
            .collect(),
        sentences,
        with_entries: ids(&|found| !found.entries.is_empty()),
        with_reasons: ids(&|found| !found.reasons.is_empty()),
        with_somebody: ids(&|found| leads_to_somebody(pack, found, &path)),
        path,
    }
}

/// An entry with a number, an address or a page, or a national contact with a number or a page that is not the search page;
/// open for sure to this role and from this place; no crisis line.
///
/// Source: the design's promise 1.
fn leads_to_somebody(pack: &Pack, found: &Match<'_>, path: &Path) -> bool {
    let role = pack.role(&path.answers);
    let prefecture = pack.area(&path.answers).prefecture;
    let is_open = |entry: &&&Entry| match role {
        Some(role) => entry.roles.is_empty() || entry.roles.contains(&role),
        None => entry.roles.is_empty(),
    };
    let mut entries = found.entries.iter().filter(is_open);
    let has_entry = entries.any(|entry| {
        !entry.phones.is_empty() || !entry.address.is_empty() || !entry.url.is_empty()
    });
    let mut contacts = pack.contacts.iter().filter(|contact| {
        contact.supports.contains(&found.id)
            && contact.group == Group::None
            && !contact.supports.contains(&pack.crisis)
    });
    let has_contact = contacts.any(|contact| {
        let is_here = match prefecture {
            Some(here) => contact.prefectures.is_empty() || contact.prefectures.contains(&here),
            None => contact.prefectures.is_empty(),
        };
        let is_search_page = found.id == pack.general && contact.phones.is_empty();
        is_here && !is_search_page && (!contact.phones.is_empty() || !contact.url.is_empty())
    });
    has_entry || has_contact
}

/// Compares so many visits; every so many steps the solver itself is asked, too.
fn compare(compiled: &Compiled, n_visits: usize, n_asked: usize) {
    let mut chance = Chance(20_261_124);
    let mut oracle = Oracle::new(compiled);
    let n_rounds = n_visits.div_ceil(AT_ONCE);
    let mut n_shown = 0;
    for round in 0..n_rounds {
        let visits: Vec<Answers> = (0..AT_ONCE)
            .map(|_| answers(compiled, &mut chance))
            .collect();
        let said = oracle.work_out(&visits);
        assert_eq!(said.len(), visits.len());
        for (given, said) in visits.iter().zip(said) {
            n_shown += said.shown.len();
            assert_eq!(said, truth(compiled, given), "{given:?}");
        }
        if round % n_rounds.div_ceil(n_asked) == 0 {
            let said = oracle.ask(&visits[0]);
            assert_eq!(said, Some(truth(compiled, &visits[0])), "{:?}", visits[0]);
        }
    }
    assert!(
        n_shown > n_visits,
        "the visits are too thin to compare much"
    );
}

#[test]
fn the_model_agrees_with_the_rules_on_100_000_visits_of_the_shipped_content() {
    compare(&shipped(), 100_000, 300);
}

#[test]
fn the_model_agrees_with_the_rules_on_the_minimal_pack() {
    compare(&compiled(), 10_000, 100);
}
