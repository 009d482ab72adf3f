//! Nothing in the tables is there in vain.

use domain::directory::Group;
use domain::support::{NeedsEntry, Support};
use domain::survey::{Choice, Question};
use domain::text::Lang;
use domain::{Condition, SupportId};

use super::{Advice, Property, cell, choice_cell, fault, question_cell, support_cell};
use crate::finding::{Place, Severity};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::model::Who;
use crate::proof::prover::Prover;
use crate::said;
use crate::table::sheets::{CONTACTS, ENTRIES, SENTENCES, VOICES};

/// What its own condition keeps from everybody is the matter of the property about rules.
pub const PROPERTY: Property = Property {
    id: "reachable",
    says: || {
        said!(
            "質問、選択肢、支援、言い方、添える文、窓口は、どれもだれかに届きます（届かないものは下に挙げます）。",
            "Every question, choice, support, voice, sentence and entry is reached by some visit (what is not is listed)."
        )
    },
    prove: |prover, _| prove(prover),
};

/// Something that somebody should meet.
struct Thing {
    severity: Severity,
    place: Place,
    kind: (&'static str, &'static str),
    name: String,
    /// What it cannot be met without; where that never holds, something else is to be mended first.
    only_if: Signal,
    is_met: Signal,
}

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let mut things = Vec::new();
    add_survey(prover, &mut things);
    for (id, support) in prover.content.pack.iter_supports() {
        if id != prover.content.pack.crisis {
            add_support(prover, id, support, &mut things);
        }
    }
    add_sentences(prover, &mut things);
    add_directory(prover, &mut things);
    let met: Vec<Signal> = things.iter().map(|thing| thing.is_met).collect();
    let mut found = prover.can_hold(&met).into_iter();
    things.retain(|_| !found.next().unwrap_or_default());
    let only_if: Vec<Signal> = things.iter().map(|thing| thing.only_if).collect();
    let possible = prover.can_hold(&only_if);
    let dead = things.into_iter().zip(possible);
    dead.filter(|(_, is_possible)| *is_possible)
        .map(|(thing, _)| listed(prover, thing))
        .collect()
}

fn add_survey(prover: &mut Prover<'_>, things: &mut Vec<Thing>) {
    let survey = prover.content.survey();
    let replay = prover.visit.replay.clone();
    for (id, question) in survey.iter() {
        let is_relevant = replay.holds(&mut prover.circuit, &question.relevant);
        let asked = replay
            .asked
            .get(id.index())
            .copied()
            .unwrap_or(Signal::NEVER);
        things.push(Thing {
            severity: Severity::Error,
            place: question_cell(prover, question, "choice_filter"),
            kind: ("質問", "question"),
            name: question.name.clone(),
            only_if: is_relevant,
            is_met: asked,
        });
        let counted = question.choices.iter().zip(replay.counted_of(id));
        for (choice, counted) in counted {
            things.push(dead_choice(prover, question, choice, asked, *counted));
        }
    }
}

fn dead_choice(
    prover: &Prover<'_>,
    question: &Question,
    choice: &Choice,
    only_if: Signal,
    is_met: Signal,
) -> Thing {
    // The worry list serves two questions, and the filter of one strikes out what makes no sense there.
    let severity = if choice.offered_when == Condition::Never {
        Severity::Note
    } else {
        Severity::Error
    };
    Thing {
        severity,
        place: choice_cell(prover, question, choice),
        kind: ("選択肢", "choice"),
        name: [&question.name, ".", &choice.name].concat(),
        only_if,
        is_met,
    }
}

fn add_support(prover: &mut Prover<'_>, id: SupportId, support: &Support, things: &mut Vec<Thing>) {
    let shown = prover.visit.shown(id);
    let is_wanted = prover
        .visit
        .replay
        .holds(&mut prover.circuit, &support.when);
    // A support may wait for its first entry.
    let severity = match support.needs_entry {
        NeedsEntry::No => Severity::Error,
        NeedsEntry::ForEverybody | NeedsEntry::ForRoles(_) => Severity::Warning,
    };
    things.push(Thing {
        severity,
        place: support_cell(prover, support, "only_with_entries_for"),
        kind: ("支援", "support"),
        name: support.name.clone(),
        only_if: is_wanted,
        is_met: shown,
    });
    let voices = prover.visit.voices(&mut prover.circuit, id, support);
    for (voice, speaks) in support.voices.iter().zip(voices) {
        let may_speak = prover.visit.replay.holds(&mut prover.circuit, &voice.when);
        let is_possible = prover.can_hold(&[may_speak]) == [true];
        let keys = [
            ("support", support.name.as_str()),
            ("voice", voice.name.as_str()),
        ];
        things.push(Thing {
            severity: Severity::Error,
            place: cell(prover, &VOICES, &keys, "when"),
            kind: ("言い方", "voice"),
            name: [&support.name, "@", &voice.name].concat(),
            only_if: if is_possible { shown } else { Signal::NEVER },
            is_met: speaks,
        });
    }
}

fn add_sentences(prover: &mut Prover<'_>, things: &mut Vec<Thing>) {
    let pack = prover.content.pack;
    let said = prover.visit.sentences(&mut prover.circuit, pack);
    for (sentence, is_met) in pack.sentences.iter().zip(said) {
        let only_if = prover
            .visit
            .replay
            .holds(&mut prover.circuit, &sentence.when);
        things.push(Thing {
            severity: Severity::Error,
            place: cell(prover, &SENTENCES, &[("id", &sentence.name)], "when"),
            kind: ("添える文", "sentence"),
            name: sentence.name.clone(),
            only_if,
            is_met,
        });
    }
}

fn add_directory(prover: &mut Prover<'_>, things: &mut Vec<Thing>) {
    let pack = prover.content.pack;
    for places in prover.content.places.clone() {
        let is_here = prover.visit.is_in(places.prefecture);
        for (alike, ids) in &places.alike {
            let mut offered = Vec::new();
            for (id, support) in pack.iter_supports() {
                if support.kinds.contains(&alike.kind) {
                    let is_open =
                        prover
                            .visit
                            .is_offered(&mut prover.circuit, support, alike, Who::Offered);
                    let shown = prover.visit.shown(id);
                    offered.push(prover.circuit.all([is_here, shown, is_open]));
                }
            }
            let is_met = prover.circuit.any(offered);
            for id in ids {
                things.push(Thing {
                    severity: Severity::Warning,
                    place: Place::default(),
                    kind: ("窓口", "entry"),
                    name: (*id).to_owned(),
                    only_if: Signal::ALWAYS,
                    is_met,
                });
            }
        }
    }
    for contact in &pack.contacts {
        let shown: Vec<Signal> = contact
            .supports
            .iter()
            .map(|id| prover.visit.shown(*id))
            .collect();
        // The crisis screen shows every group.
        let is_met = if contact.group != Group::None {
            Signal::ALWAYS
        } else {
            prover.circuit.any(shown)
        };
        things.push(Thing {
            severity: Severity::Warning,
            place: cell(prover, &CONTACTS, &[("id", &contact.id)], "supports"),
            kind: ("全国の窓口", "contact"),
            name: contact.id.clone(),
            only_if: Signal::ALWAYS,
            is_met,
        });
    }
}

fn listed(prover: &mut Prover<'_>, thing: Thing) -> Fault {
    let (name, (kind_ja, kind_en)) = (&thing.name, thing.kind);
    let place = if thing.place == Place::default() {
        cell(prover, &ENTRIES, &[("id", name)], "kind")
    } else {
        thing.place
    };
    let what_to_do = match thing.severity {
        Severity::Error => said!(
            "条件と、前の行の条件を比べて直すか、行を消してください。",
            "Compare its condition with those before it and change it, or remove the row."
        ),
        Severity::Warning => said!(
            "窓口の種類 (kind)、立場 (roles)、支援の entry_kinds が合っているかを確かめてください。",
            "Look whether the kind, the roles and the entry_kinds of the supports fit together."
        ),
        Severity::Note => said!(
            "choice_filter が外しています。そのつもりなら、このままで大丈夫です。",
            "The choice_filter leaves it out. If that is meant, leave it as it is."
        ),
    };
    let advice = Advice {
        what: said!(
            "{kind_ja}「{name}」は、どの訪問にも出ません。",
            "The {kind_en} \"{name}\" is reached by no visit."
        ),
        what_to_do,
    };
    // A visit that ought to meet it.
    let visit = match thing.severity {
        Severity::Error => prover.example(thing.only_if, Lang::Ja),
        Severity::Warning | Severity::Note => None,
    };
    fault(thing.severity, place, advice, visit.into_iter().collect())
}
