//! Nothing hurtful is shown.

use domain::SupportId;
use domain::text::Lang;

use super::{Advice, Property, cell, error};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::prover::Prover;
use crate::said;
use crate::table::sheets::NEVER;

/// What is hurtful stands in `never.csv`.
pub const PROPERTY: Property = Property {
    id: "never",
    says: || {
        said!(
            "never.csv に「出さない」と書かれた支援は、その人には決して出ません。",
            "What never.csv rules out is never shown to those it names."
        )
    },
    prove: |prover, _| prove(prover),
};

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let (compiled, pack) = (prover.content.compiled, prover.content.pack);
    let mut faults = Vec::new();
    for rule in &compiled.never {
        let when = prover.visit.replay.holds(&mut prover.circuit, &rule.when);
        let mut shown: Vec<(SupportId, Signal)> = Vec::new();
        for (id, _) in pack.iter_supports() {
            if rule.forbids.forbids(id) {
                let is_shown = prover.visit.shown(id);
                shown.push((id, prover.circuit.all([when, is_shown])));
            }
        }
        let wires: Vec<Signal> = shown.iter().map(|(_, wire)| *wire).collect();
        let found = prover.can_hold(&wires);
        for ((id, wire), _) in shown.iter().zip(found).filter(|(_, found)| *found) {
            let (rule_id, support) = (&rule.id, pack.support(*id).map_or("", |found| &found.name));
            let (why_ja, why_en) = (&rule.why.ja, &rule.why.en);
            let advice = Advice {
                what: said!(
                    "「{rule_id}」の決まりに反して、支援「{support}」が出ることがあります（{why_ja}）",
                    "Against the rule \"{rule_id}\" the support \"{support}\" can be shown ({why_en})"
                ),
                what_to_do: said!(
                    "支援「{support}」の when を直すか、決まりのほうを見直してください。",
                    "Change the when of \"{support}\", or think the rule over."
                ),
            };
            let visit = prover.example(*wire, Lang::Ja);
            let place = cell(prover, &NEVER, &[("id", rule_id)], "when");
            faults.push(error(place, advice, visit));
        }
    }
    faults
}
