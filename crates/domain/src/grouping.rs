//! The results under headings: what belongs to which worry.

use crate::ids::ChoiceId;
use crate::matching::{Match, Outcome, is_for, most_of, real_worries};
use crate::pack::Pack;
use crate::survey::{Answers, Purpose};

/// Some results that stand under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'r, 'a> {
    /// The worry that they are there for; `None` for those of no worry.
    pub worry: Option<ChoiceId>,
    /// The results, best first; never empty.
    pub results: Vec<&'r Match<'a>>,
}

/// The results behind the first ones by worry: the one that matters most, then in the survey's order, then those of none.
///
/// A support that is there for several worries stands once: under the one whose follow-up brought it, as that is said
/// most exactly, else under the first that brought it.
///
/// Source: docs/decisions/0004-ranking.md, "Groups".
pub fn grouped<'r, 'a>(
    pack: &Pack,
    answers: &Answers,
    outcome: &'r Outcome<'a>,
) -> Vec<Group<'r, 'a>> {
    let mut worries = real_worries(pack, answers);
    if let Some(most) = most_of(pack, answers).filter(|most| worries.contains(most)) {
        worries.retain(|worry| *worry != most);
        worries.insert(0, most);
    }
    let headings = worries.iter().copied().map(Some).chain([None]);
    let mut groups: Vec<Group<'r, 'a>> = headings
        .map(|worry| Group {
            worry,
            results: Vec::new(),
        })
        .collect();
    for found in &outcome.results {
        if outcome.first.contains(&found.id) {
            continue;
        }
        let nearest = nearest(pack, answers, found, &worries);
        if let Some(group) = groups.iter_mut().find(|group| group.worry == nearest) {
            group.results.push(found);
        }
    }
    groups.retain(|group| !group.results.is_empty());
    groups
}

fn nearest(
    pack: &Pack,
    answers: &Answers,
    found: &Match<'_>,
    worries: &[ChoiceId],
) -> Option<ChoiceId> {
    let named = pack.survey.with_purpose(&Purpose::Worries);
    let alone = |worry: ChoiceId| {
        { found.reasons.iter() }
            .any(|reason| Some(reason.question) == named && reason.choice == worry)
    };
    let mut found_for = worries
        .iter()
        .copied()
        .filter(|worry| is_for(pack, answers, found, *worry));
    { found_for.clone() }
        .find(|worry| !alone(*worry))
        .or_else(|| found_for.next())
}
