//! Every path ends.

use domain::text::Lang;
use domain::{Condition, QuestionId};

use super::{Advice, Property, error, question_cell};
use crate::proof::Fault;
use crate::proof::circuit::Signal;
use crate::proof::prover::Prover;
use crate::said;

/// The path is replayed by looking at each question once, in order, so it ends; and what a question looks at is settled
/// by then, so it stays as it was replayed.
pub const PROPERTY: Property = Property {
    id: "ends",
    says: || {
        said!(
            "どの答え方でも、質問は終わります（どの条件も、前の質問だけを見ています）。",
            "Every path ends (every condition looks only at earlier questions)."
        )
    },
    prove: |prover, _| prove(prover),
};

fn prove(prover: &mut Prover<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let survey = prover.content.survey();
    for (id, question) in survey.iter() {
        let filters = question.choices.iter().map(|choice| &choice.offered_when);
        let before = id.index();
        let looks = [
            ("relevant", latest(&question.relevant), before),
            ("choice_filter", filters.filter_map(latest).max(), before),
            ("constraint", latest(&question.constraint), before + 1),
        ];
        for (column, latest, n_settled) in looks {
            let Some(later) = latest.filter(|latest| latest.index() >= n_settled) else {
                continue;
            };
            let name = &question.name;
            let later = survey.get(later).map_or("?", |later| &later.name);
            let advice = Advice {
                what: said!(
                    "質問「{name}」の条件が、前の質問ではない「{later}」を見ています。",
                    "The condition of the question \"{name}\" looks at \"{later}\", which is no earlier question."
                ),
                what_to_do: said!(
                    "前に出てくる質問だけを使うか、質問の順番を変えてください。",
                    "Use only earlier questions, or change the order of the questions."
                ),
            };
            let asked = prover.visit.replay.asked.get(before).copied();
            let visit = prover
                .example(asked.unwrap_or(Signal::NEVER), Lang::Ja)
                .or_else(|| prover.example(Signal::ALWAYS, Lang::Ja));
            faults.push(error(
                question_cell(prover, question, column),
                advice,
                visit,
            ));
        }
    }
    faults
}

/// The last question that a condition names.
fn latest(condition: &Condition) -> Option<QuestionId> {
    let mut latest = None;
    condition.for_each_question(&mut |question| latest = latest.max(Some(question)));
    latest
}
