//! Every support says why it is shown.

use domain::text::Lang;

use super::{Advice, Property, error, support_cell};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::prover::Prover;
use crate::said;

/// Source: the design's promise 4.
pub const PROPERTY: Property = Property {
    id: "reasons",
    says: || {
        said!(
            "出る支援には、かならず本人の答えによる理由があります（だれにでも出る相談窓口のほか）。",
            "Every support that is shown says why, in the person's own answers (but the one that everybody is shown)."
        )
    },
    prove: |prover, _| prove(prover),
};

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let pack = prover.content.pack;
    let mut unreasoned: Vec<(_, Signal)> = Vec::new();
    for (id, support) in pack.iter_supports().filter(|(id, _)| *id != pack.general) {
        let has_reason = prover.visit.has_reason(&mut prover.circuit, support);
        let shown = prover.visit.shown(id);
        unreasoned.push((support, prover.circuit.all([shown, !has_reason])));
    }
    let wires: Vec<Signal> = unreasoned.iter().map(|(_, wire)| *wire).collect();
    let found = prover.can_hold(&wires);
    let mut faults = Vec::new();
    for ((support, wire), _) in unreasoned.iter().zip(found).filter(|(_, found)| *found) {
        let name = &support.name;
        let advice = Advice {
            what: said!(
                "支援「{name}」が、理由を言えないまま出ることがあります。",
                "The support \"{name}\" can be shown without a reason."
            ),
            what_to_do: said!(
                "when に、それを出すもとになる答えを selected() で書いてください。not() と count-selected() は理由になりません。",
                "Name the answers that bring it with selected() in when; not() and count-selected() are no reasons."
            ),
        };
        let visit = prover.example(*wire, Lang::Ja);
        faults.push(error(support_cell(prover, support, "when"), advice, visit));
    }
    faults
}
