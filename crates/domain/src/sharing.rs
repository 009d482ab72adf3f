//! What a person may pass on to somebody close: answers, or only supports. The time ahead is never part of it.
//!
//! Source: `docs/SAFETY.md`; mission anchors §4 (3), "results only".

use crate::condition::Reason;
use crate::ids::SupportId;
use crate::matching::Outcome;
use crate::pack::Pack;
use crate::survey::{Answers, Exclusive, Path, Purpose, Question};

/// Supports that speak of the time ahead by their name alone.
const UNSPOKEN: [&str; 2] = ["acp", "palliative-ward"];

/// The answers on `path` that may be passed on: all but those about the time ahead.
///
/// The path is replayed without them, so that nothing is left which only they led to.
pub fn answers_to_share(pack: &Pack, path: &Path) -> Answers {
    let mut answers = path.answers.clone();
    for (id, question) in pack.survey.iter() {
        let Some(worries) = unspoken(question) else {
            continue;
        };
        answers.set(id, Vec::new());
        for purpose in [Purpose::Worries, Purpose::Most] {
            let Some(list) = pack.survey.with_purpose(&purpose) else {
                continue;
            };
            let kept = answers.chosen(list).iter().copied();
            let kept = kept.filter(|choice| !worries.contains(choice)).collect();
            answers.set(list, kept);
        }
    }
    pack.survey.path(&answers).answers
}

/// Whether something on `path` is held back by [`answers_to_share`].
pub fn holds_back(pack: &Pack, path: &Path) -> bool {
    answers_to_share(pack, path) != path.answers
}

/// The supports of an outcome that may be passed on, in its order. `outcome` is that of [`answers_to_share`].
pub fn supports_to_share(pack: &Pack, outcome: &Outcome<'_>) -> Vec<SupportId> {
    let ids = outcome.results.iter().map(|found| found.id);
    ids.filter(|id| may_be_shared(pack, *id)).collect()
}

/// Whether a support may stand in what is passed on: not the one of N22, which is on every screen, and none of the time ahead.
pub fn may_be_shared(pack: &Pack, id: SupportId) -> bool {
    let is_spoken = |name: &str| !UNSPOKEN.contains(&name);
    id != pack.crisis
        && pack
            .support(id)
            .is_some_and(|support| is_spoken(&support.name))
}

/// The single ticks of some answers, in the survey's order.
pub fn ticks(answers: &Answers) -> impl Iterator<Item = Reason> {
    answers.iter().flat_map(|(question, chosen)| {
        chosen.iter().map(move |choice| Reason {
            question,
            choice: *choice,
        })
    })
}

/// The worries behind a question that a person can close with "I would rather not talk about it now": it is about the time ahead.
fn unspoken(question: &Question) -> Option<&[crate::ids::ChoiceId]> {
    let Purpose::FollowUp(worries) = &question.purpose else {
        return None;
    };
    let closes = |choice: &crate::survey::Choice| choice.exclusive == Exclusive::Wins;
    question.choices.iter().any(closes).then_some(worries)
}
