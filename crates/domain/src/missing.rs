//! What was not suggested, and which answers would bring it.

use crate::condition::{Comparison, Condition, Reason};
use crate::ids::{ChoiceId, QuestionId, SupportId};
use crate::matching::Outcome;
use crate::pack::Pack;
use crate::support::NeedsEntry;
use crate::survey::{Answers, Exclusive, Path, Purpose, Survey};

/// A support that is not shown, and the fewest further answers that would bring it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The support.
    pub support: SupportId,
    /// The choices to tick besides what is answered; never empty.
    pub would_need: Vec<Reason>,
}

/// The supports that further answers would bring, in table order.
///
/// Leaves out what only *another* answer would bring (another role, another age), what was set aside by an answer that
/// wins over its neighbors, what hangs on an entry in the area, and what only a quiet choice would bring (talk of the
/// end of life is named only to those who opened it).
pub fn missing(pack: &Pack, path: &Path, outcome: &Outcome<'_>) -> Vec<Missing> {
    let search = Search {
        survey: &pack.survey,
        answers: &path.answers,
    };
    let role = pack.role(&path.answers);
    pack.iter_supports()
        .filter(|(id, support)| {
            *id != pack.crisis
                && !hangs_on_an_entry(&support.needs_entry, role)
                && outcome.find(*id).is_none()
        })
        .filter_map(|(support, rules)| {
            let would_need = search.fewest(&rules.when)?;
            (!would_need.is_empty()).then_some(Missing {
                support,
                would_need,
            })
        })
        .collect()
}

/// Whether answers alone cannot bring it to this role.
fn hangs_on_an_entry(needs_entry: &NeedsEntry, role: Option<ChoiceId>) -> bool {
    match needs_entry {
        NeedsEntry::No => false,
        NeedsEntry::ForEverybody => true,
        NeedsEntry::ForRoles(roles) => role.is_some_and(|role| roles.contains(&role)),
    }
}

struct Search<'a> {
    survey: &'a Survey,
    answers: &'a Answers,
}

impl Search<'_> {
    /// The fewest ticks that make the condition hold; `None` when ticking more cannot.
    fn fewest(&self, condition: &Condition) -> Option<Vec<Reason>> {
        if condition.holds(self.answers) {
            return Some(Vec::new());
        }
        match condition {
            Condition::Selected(reason) => self.tick(*reason),
            Condition::All(parts) => {
                let mut ticks = Vec::new();
                for part in parts {
                    for tick in self.fewest(part)? {
                        if !ticks.contains(&tick) {
                            ticks.push(tick);
                        }
                    }
                }
                self.fits_one_answer(&ticks).then_some(ticks)
            }
            Condition::Any(parts) => parts
                .iter()
                .filter_map(|part| self.fewest(part))
                .min_by_key(Vec::len),
            Condition::Count(question, Comparison::More | Comparison::AtLeast, _) => {
                self.any_tick(*question)
            }
            Condition::Always | Condition::Never | Condition::Count(..) | Condition::Not(_) => None,
        }
    }

    /// What ticking this choice takes: the choice, and whatever its question needs to be asked.
    fn tick(&self, reason: Reason) -> Option<Vec<Reason>> {
        let question = self.survey.get(reason.question)?;
        let choice = question.choices.get(reason.choice.index())?;
        let chosen = self.answers.chosen(reason.question);
        let wins = |id: &ChoiceId| {
            question
                .choices
                .get(id.index())
                .is_some_and(|choice| choice.exclusive == Exclusive::Wins)
        };
        if choice.is_quiet
            || question.purpose == Purpose::Role
            || choice.exclusive != Exclusive::No
            || chosen.iter().any(wins)
            || (!question.is_multiple && !chosen.is_empty())
            || !choice.offered_when.holds(self.answers)
        {
            return None;
        }
        let mut ticks = self.fewest(&question.relevant)?;
        ticks.push(reason);
        Some(ticks)
    }

    fn any_tick(&self, question: QuestionId) -> Option<Vec<Reason>> {
        let choices = &self.survey.get(question)?.choices;
        (0..choices.len())
            .filter_map(ChoiceId::at)
            .find_map(|choice| self.tick(Reason { question, choice }))
    }

    /// Whether no single-choice question would need two answers.
    fn fits_one_answer(&self, ticks: &[Reason]) -> bool {
        ticks.iter().all(|tick| {
            self.survey
                .get(tick.question)
                .is_some_and(|question| question.is_multiple)
                || ticks
                    .iter()
                    .all(|other| other.question != tick.question || other == tick)
        })
    }
}
