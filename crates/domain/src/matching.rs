//! Which supports answer a person, why, and in which order.
//!
//! The order is that of docs/decisions/0004-ranking.md.

use crate::condition::Reason;
use crate::directory::{Entry, Seeker, entries_for};
use crate::ids::{ChoiceId, SentenceId, SupportId};
use crate::order::{by_rank, insert};
use crate::pack::Pack;
use crate::support::{NeedsEntry, Spot, Support};
use crate::survey::{Answers, Exclusive, Path, Purpose};

/// What brought a support, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// An answered follow-up, a special situation, or an access need.
    Answered,
    /// A worry alone, or a wish.
    Worry,
    /// Only the role, the phase, the age, or the place.
    Background,
}

/// How one support answers one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// Which support.
    pub id: SupportId,
    /// The support itself.
    pub support: &'a Support,
    /// The answers that led to it, in the survey's order. Empty only for the general support.
    pub reasons: Vec<Reason>,
    /// Whether time matters.
    pub is_urgent: bool,
    /// What brought it.
    pub tier: Tier,
    /// Its entries in the person's prefecture, nearest first; empty when none is known or no place was given.
    pub entries: Vec<&'a Entry>,
    /// The support's own voice that speaks; else the role's.
    pub voice: Option<&'a str>,
    /// Extra sentences for its card.
    pub sentences: Vec<SentenceId>,
}

/// What a person is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// At most 3 supports to begin with; never empty.
    pub first: Vec<SupportId>,
    /// All supports, best first, those of `first` included. The general support is always there.
    pub results: Vec<Match<'a>>,
    /// Extra sentences for the head of the result.
    pub sentences: Vec<SentenceId>,
}

impl<'a> Outcome<'a> {
    /// The match of a support, if it is shown.
    pub fn find(&self, id: SupportId) -> Option<&Match<'a>> {
        self.results.iter().find(|found| found.id == id)
    }
}

/// The supports for a person with these answers, best first.
///
/// `entries` are those of the person's prefecture; empty when none is known or no place was given.
///
/// Source: docs/decisions/0004-ranking.md.
pub fn outcome<'a>(pack: &'a Pack, path: &Path, entries: &'a [Entry]) -> Outcome<'a> {
    let answers = &path.answers;
    let found = pack
        .iter_supports()
        .filter_map(|(id, support)| match_of(pack, answers, entries, id, support))
        .collect();
    let results = by_rank(found, RANKS, |found| rank_of(answers, found));
    let first = first_of(pack, answers, &results);
    let sentences = sentences_at(pack, answers, Spot::Result);
    Outcome {
        first,
        results,
        sentences,
    }
}

/// Leading, urgent, three tiers, with a place or without.
const RANKS: u8 = 2 * 2 * 3 * 2;

fn rank_of(answers: &Answers, found: &Match<'_>) -> u8 {
    let tier = match found.tier {
        Tier::Answered => 0,
        Tier::Worry => 1,
        Tier::Background => 2,
    };
    let leads = u8::from(!found.support.leads_when.holds(answers));
    let urgent = u8::from(!found.is_urgent);
    let place = u8::from(!found.entries.iter().any(|entry| entry.can_be_reached()));
    ((leads * 2 + urgent) * 3 + tier) * 2 + place
}

fn match_of<'a>(
    pack: &'a Pack,
    answers: &Answers,
    entries: &'a [Entry],
    id: SupportId,
    support: &'a Support,
) -> Option<Match<'a>> {
    if id == pack.crisis || !(support.when.holds(answers) || id == pack.general) {
        return None;
    }
    let role = pack.role(answers);
    let seeker = Seeker {
        // What is for the bereaved or for families alone would hurt somebody who did not say so.
        role: role.or_else(|| pack.usual_role()),
        municipality: pack.area(answers).municipality,
    };
    let mut near = entries_for(entries, &support.kinds, seeker);
    let mut reasons = Vec::new();
    support.when.add_reasons(answers, &mut reasons);
    match &support.needs_entry {
        NeedsEntry::No => {}
        NeedsEntry::ForEverybody => {
            if near.is_empty() {
                return None;
            }
            reasons.extend(place_of(pack, answers));
        }
        NeedsEntry::ForRoles(roles) => {
            if let Some(role) = role.filter(|role| roles.contains(role)) {
                near.retain(|entry| entry.names(role));
                if near.is_empty() {
                    return None;
                }
            }
        }
    }
    let mut ordered = Vec::with_capacity(reasons.len());
    for reason in reasons {
        insert(&mut ordered, reason);
    }
    Some(Match {
        id,
        support,
        is_urgent: support.urgent_when.holds(answers),
        tier: tier_of(pack, &ordered),
        entries: near,
        voice: support
            .voices
            .iter()
            .find(|voice| voice.when.holds(answers))
            .map(|voice| voice.name.as_str()),
        sentences: sentences_at(pack, answers, Spot::Support(id)),
        reasons: ordered,
    })
}

fn place_of(pack: &Pack, answers: &Answers) -> Option<Reason> {
    let question = pack.survey.with_purpose(&Purpose::Prefecture)?;
    let choice = answers.chosen(question).first()?;
    Some(Reason {
        question,
        choice: *choice,
    })
}

fn sentences_at(pack: &Pack, answers: &Answers, spot: Spot) -> Vec<SentenceId> {
    pack.sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.spot == spot && sentence.when.holds(answers))
        .filter_map(|(index, _)| SentenceId::at(index))
        .collect()
}

fn tier_of(pack: &Pack, reasons: &[Reason]) -> Tier {
    reasons
        .iter()
        .filter_map(|reason| pack.survey.get(reason.question))
        .map(|question| match question.purpose {
            Purpose::FollowUp(_) | Purpose::Situation | Purpose::Access => Tier::Answered,
            Purpose::Worries | Purpose::Wish | Purpose::Most => Tier::Worry,
            Purpose::Role | Purpose::Background | Purpose::Prefecture | Purpose::Municipality => {
                Tier::Background
            }
        })
        .min()
        .unwrap_or(Tier::Background)
}

/// The worries that count, in the survey's order, without the one that says there are none.
pub(crate) fn real_worries(pack: &Pack, answers: &Answers) -> Vec<ChoiceId> {
    let Some(id) = pack.survey.with_purpose(&Purpose::Worries) else {
        return Vec::new();
    };
    let Some(question) = pack.survey.get(id) else {
        return Vec::new();
    };
    let is_real = |choice: &ChoiceId| {
        question
            .choices
            .get(choice.index())
            .is_some_and(|choice| choice.exclusive != Exclusive::Yields)
    };
    answers.chosen(id).iter().copied().filter(is_real).collect()
}

/// The worry that matters most, if one was named.
pub(crate) fn most_of(pack: &Pack, answers: &Answers) -> Option<ChoiceId> {
    let question = pack.survey.with_purpose(&Purpose::Most)?;
    answers.chosen(question).first().copied()
}

/// Whether a support is there for this worry: the worry itself, or an answer to a follow-up, brought it.
///
/// A follow-up to several worries counts for the first of them that was ticked: the form of work is about work where
/// work is a worry, and about money where only money is.
pub(crate) fn is_for(pack: &Pack, answers: &Answers, found: &Match<'_>, worry: ChoiceId) -> bool {
    let Some(worries) = pack.survey.with_purpose(&Purpose::Worries) else {
        return false;
    };
    found.reasons.iter().any(|reason| {
        match pack
            .survey
            .get(reason.question)
            .map(|question| &question.purpose)
        {
            Some(Purpose::Worries) => reason.choice == worry,
            Some(Purpose::FollowUp(topics)) => {
                topics
                    .iter()
                    .find(|topic| answers.is_chosen(worries, **topic))
                    == Some(&worry)
            }
            _ => false,
        }
    })
}

fn is_from(pack: &Pack, found: &Match<'_>, purpose: &Purpose) -> bool {
    found.reasons.iter().any(|reason| {
        pack.survey
            .get(reason.question)
            .is_some_and(|question| question.purpose == *purpose)
    })
}

fn has_own_door(pack: &Pack, found: &Match<'_>) -> bool {
    found.reasons.iter().any(|reason| {
        pack.survey.get(reason.question).is_some_and(|question| {
            question.purpose == Purpose::Role
                && question
                    .choices
                    .get(reason.choice.index())
                    .is_some_and(|choice| choice.own_door)
        })
    })
}

/// At most three supports that show different things.
///
/// Source: docs/decisions/0004-ranking.md, "first".
fn first_of(pack: &Pack, answers: &Answers, results: &[Match<'_>]) -> Vec<SupportId> {
    const PLACES: usize = 3;
    let mut first = First {
        results,
        taken: Vec::new(),
    };
    let worries = real_worries(pack, answers);
    let most = most_of(pack, answers).or_else(|| worries.first().copied());

    first.take(|found| found.support.leads_when.holds(answers));
    first.take(|found| found.is_urgent);
    if let Some(most) = most {
        first.take_unless_covered(|found| is_for(pack, answers, found, most));
    }
    first.take(|found| has_own_door(pack, found));
    first.take_unless_covered(|found| is_from(pack, found, &Purpose::Situation));
    first.take_unless_covered(|found| is_from(pack, found, &Purpose::Access));
    for worry in &worries {
        first.take_unless_covered(|found| is_for(pack, answers, found, *worry));
    }
    while first.taken.len() < PLACES
        && most.is_some_and(|most| first.take(|found| is_for(pack, answers, found, most)))
    {}
    if most.is_none() {
        while first.taken.len() < PLACES && first.take(|found| has_own_door(pack, found)) {}
    }
    if first.taken.len() < PLACES {
        first.take(|found| found.id == pack.general);
    }
    first.taken.truncate(PLACES);
    first.taken
}

/// The places at the top while they are being filled.
struct First<'r, 'a> {
    results: &'r [Match<'a>],
    taken: Vec<SupportId>,
}

impl<'a> First<'_, 'a> {
    /// Takes the best support that fits and is not taken yet; whether there was one.
    fn take(&mut self, fits: impl Fn(&Match<'a>) -> bool) -> bool {
        let next = self
            .results
            .iter()
            .find(|found| !self.taken.contains(&found.id) && fits(found));
        self.taken.extend(next.map(|found| found.id));
        next.is_some()
    }

    /// The same, unless one that fits is taken already.
    fn take_unless_covered(&mut self, fits: impl Fn(&Match<'a>) -> bool) {
        let is_covered = self
            .results
            .iter()
            .any(|found| self.taken.contains(&found.id) && fits(found));
        if !is_covered {
            self.take(fits);
        }
    }
}
