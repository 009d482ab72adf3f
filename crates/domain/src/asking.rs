//! Questions to ask: what a person may want to ask a counselor, in their own voice.

use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::ids::{AskId, ChoiceId};
use crate::ledger::{Silence, first_worry};
use crate::survey::{Answers, Purpose, Survey};

/// Nobody asks more than this in one talk.
const MOST: usize = 5;
/// With fewer, questions that anybody may ask are added.
const FEWEST: usize = 3;
/// Of the worry that comes first.
const MOST_OF_FIRST: usize = 2;

/// One question to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The id in `ask.csv`.
    pub name: String,
    /// When it is proposed; [`Condition::Always`] for those that anybody may ask.
    pub when: Condition,
    /// The worry that it is about, if it is about one.
    pub about: Option<ChoiceId>,
}

/// Three to five questions for a person with these answers, which must be those on the path; fewer only where the table has no more.
///
/// Two about the worry that comes first, one about each other in the survey's order, then what fits the time, the role
/// or the person's needs, and last what anybody may ask. Nothing about what the person would rather not talk about now.
pub fn questions_for(survey: &Survey, answers: &Answers, asks: &[Ask]) -> Vec<AskId> {
    let silence = Silence::of(survey, answers);
    let worries = survey.with_purpose(&Purpose::Worries);
    let first = first_worry(survey, answers);
    let is_left = |worry: ChoiceId| worries.is_some_and(|list| silence.names(list, worry));
    let fitting: Vec<(AskId, &Ask)> = asks
        .iter()
        .enumerate()
        .filter(|(_, ask)| ask.when.holds(answers) && !ask.about.is_some_and(is_left))
        .filter_map(|(index, ask)| Some((AskId::at(index)?, ask)))
        .collect();
    let mut chosen = Vec::new();
    let mut take = |most: usize, fits: &dyn Fn(&Ask) -> bool| {
        let mut n_taken = 0;
        for (id, ask) in &fitting {
            if n_taken < most && chosen.len() < MOST && !chosen.contains(id) && fits(ask) {
                chosen.push(*id);
                n_taken += 1;
            }
        }
        chosen.len()
    };
    if first.is_some() {
        take(MOST_OF_FIRST, &|ask| ask.about == first);
    }
    for worry in worries.map_or(&[][..], |list| answers.chosen(list)) {
        if Some(*worry) != first {
            take(1, &|ask| ask.about == Some(*worry));
        }
    }
    let n_taken = take(MOST, &|ask| {
        ask.about.is_none() && ask.when != Condition::Always
    });
    take(FEWEST.saturating_sub(n_taken), &|_| true);
    chosen
}
