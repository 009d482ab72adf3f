//! One more worry never takes the last help for another away.

use domain::ChoiceId;
use domain::survey::{Choice, Exclusive, Purpose};
use domain::text::Lang;

use super::{Advice, Property, choice_cell, error};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::example::Example;
use crate::proof::model::Visit;
use crate::proof::prover::Prover;
use crate::said;

/// Two visits, alike but for one worry, neither exclusive nor quiet, that is ticked only in the second.
///
/// Where a support is shown that is about a worry of the first, one is shown in the second; and where one of them leads to
/// somebody who can be reached, one does in the second.
pub const PROPERTY: Property = Property {
    id: "worries",
    says: || {
        said!(
            "気がかりを一つ増やしても、ほかの気がかりの支援や窓口がなくなることはありません。",
            "One more worry never takes away the last support, or the last contact, of another."
        )
    },
    prove: |prover, _| prove(prover),
};

/// What a worry had.
struct Help {
    what: Lost,
    before: Signal,
    after: Signal,
}

#[derive(Clone, Copy)]
enum Lost {
    Support,
    Contact,
}

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let survey = prover.content.survey();
    let Some((worries, question)) = survey
        .with_purpose(&Purpose::Worries)
        .and_then(|id| Some((id, survey.get(id)?)))
    else {
        return Vec::new();
    };
    // Exactly one worry comes on top.
    let mut ticked = prover.visit.replay.ticked.clone();
    let mut added: Vec<(&Choice, Signal)> = Vec::new();
    if let Some(ticks) = ticked.get_mut(worries.index()) {
        for (choice, tick) in question.choices.iter().zip(ticks) {
            if choice.exclusive == Exclusive::No && !choice.is_quiet {
                let add = prover.circuit.input();
                added.push((choice, add));
                *tick = prover.circuit.any([*tick, add]);
            }
        }
    }
    let wires: Vec<Signal> = added.iter().map(|(_, add)| *add).collect();
    let is_one = {
        let circuit = &mut prover.circuit;
        let (some, two) = (circuit.at_least(&wires, 1), circuit.at_least(&wires, 2));
        circuit.all([some, !two])
    };
    let more = Visit::of(&mut prover.circuit, &prover.content, ticked);
    let mut faults = Vec::new();
    for (place, worry) in question.choices.iter().enumerate() {
        let Some(id) = ChoiceId::at(place).filter(|_| worry.exclusive == Exclusive::No) else {
            continue;
        };
        let counts = prover.visit.replay.counted_of(worries).get(place).copied();
        for help in help(prover, &more, id) {
            let lost = prover.circuit.all([
                is_one,
                counts.unwrap_or(Signal::NEVER),
                help.before,
                !help.after,
            ]);
            for (other, add) in &added {
                let lost = prover.circuit.all([lost, *add]);
                let Some(worked) = prover.show(lost) else {
                    continue;
                };
                let visits = [&prover.visit, &more]
                    .map(|visit| Example::of(prover.content.pack, visit, &worked, Lang::Ja));
                let place = choice_cell(prover, question, worry);
                faults.push(error(
                    place,
                    advice(help.what, &worry.name, &other.name),
                    visits,
                ));
            }
        }
    }
    faults
}

/// What there is for a worry in both visits.
fn help(prover: &mut Prover<'_>, more: &Visit, worry: ChoiceId) -> [Help; 2] {
    let Prover {
        content,
        circuit,
        visit,
        ..
    } = prover;
    let none = std::collections::BTreeSet::new();
    let [before, after] = [&*visit, more].map(|visit| {
        let (mut supports, mut contacts) = (Vec::new(), Vec::new());
        for (id, support) in content.pack.iter_supports() {
            let is_about = visit.is_about(circuit, content.survey(), support, worry);
            if is_about != Signal::NEVER {
                supports.push(circuit.all([visit.shown(id), is_about]));
                let leads = visit.leads_to_somebody(circuit, content, id, &none);
                contacts.push(circuit.all([leads, is_about]));
            }
        }
        (circuit.any(supports), circuit.any(contacts))
    });
    [
        Help {
            what: Lost::Support,
            before: before.0,
            after: after.0,
        },
        Help {
            what: Lost::Contact,
            before: before.1,
            after: after.1,
        },
    ]
}

fn advice(what: Lost, worry: &str, other: &str) -> Advice {
    let what = match what {
        Lost::Support => said!(
            "「{other}」も選ぶと、「{worry}」のための支援が一つもなくなることがあります。",
            "Ticking \"{other}\" as well can take away the last support for \"{worry}\"."
        ),
        Lost::Contact => said!(
            "「{other}」も選ぶと、「{worry}」のための窓口が一つもなくなることがあります。",
            "Ticking \"{other}\" as well can take away the last contact for \"{worry}\"."
        ),
    };
    Advice {
        what,
        what_to_do: said!(
            "二つの訪問を比べて、消えた支援の when を直してください。",
            "Compare the two visits and change the when of the support that is gone."
        ),
    }
}
