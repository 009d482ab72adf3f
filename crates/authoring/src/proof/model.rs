//! A visit as wires: the path, what is shown, and who can be reached.
//!
//! Everything here says again what `domain` says, for all answers at once; `tests/proof_agrees.rs` holds the two together.

mod places;
mod replay;
mod somebody;

use domain::condition::Reason;
use domain::directory::Prefecture;
use domain::pack::Pack;
use domain::support::{NeedsEntry, Spot, Support};
use domain::survey::{Purpose, Survey};
use domain::{ChoiceId, SupportId};

pub use places::{Likeness, Places};
pub use replay::{ByChoice, Replay, free_ticks};

use super::circuit::{Circuit, Signal};
use crate::compile::Compiled;

/// The content as the proof sees it.
#[derive(Clone, Debug)]
pub struct Content<'a> {
    /// The compiled content.
    pub compiled: &'a Compiled,
    /// The rules.
    pub pack: &'a Pack,
    /// The entries by prefecture.
    pub places: Vec<Places<'a>>,
}

impl<'a> Content<'a> {
    /// The content as the proof sees it.
    pub fn of(compiled: &'a Compiled) -> Self {
        let files = compiled.entries.iter();
        Self {
            compiled,
            pack: &compiled.pack,
            places: files.map(|(file, _)| Places::of(file)).collect(),
        }
    }

    /// The survey.
    pub fn survey(&self) -> &'a Survey {
        &self.pack.survey
    }
}

/// One visit: all that follows from its ticks.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The path.
    pub replay: Replay,
    /// Which role counts, by choice of the role question.
    pub role_is: Vec<Signal>,
    /// No role counts.
    pub has_no_role: Signal,
    usual_role: Option<ChoiceId>,
    /// Which prefecture counts, by choice of its question; `None` for a choice that is no prefecture.
    pub is_in: Vec<(Option<Prefecture>, Signal)>,
    /// No prefecture counts.
    pub has_no_place: Signal,
    /// The supports that are shown.
    pub shown: Vec<Signal>,
    /// Whether an entry of a support is shown, for the supports that are.
    pub has_entries: Vec<Signal>,
}

impl Visit {
    /// The visit with these ticks.
    pub fn of(circuit: &mut Circuit, content: &Content<'_>, ticked: ByChoice) -> Self {
        let survey = content.survey();
        let replay = Replay::of(circuit, survey, ticked);
        let (role_is, has_no_role) = first_chosen(circuit, survey, &replay, &Purpose::Role);
        let (prefecture_is, has_no_place) =
            first_chosen(circuit, survey, &replay, &Purpose::Prefecture);
        let choices = survey
            .with_purpose(&Purpose::Prefecture)
            .and_then(|id| survey.get(id))
            .map_or([].as_slice(), |question| &question.choices);
        let is_in = choices
            .iter()
            .map(|choice| choice.name.parse().ok())
            .zip(prefecture_is)
            .collect();
        let mut visit = Self {
            replay,
            role_is,
            has_no_role,
            usual_role: content.pack.usual_role(),
            is_in,
            has_no_place,
            shown: Vec::new(),
            has_entries: Vec::new(),
        };
        for (id, support) in content.pack.iter_supports() {
            let has_entries = visit.has_entry(circuit, content, support, Who::Offered);
            let shown = visit.shows(circuit, content, id, support, has_entries);
            visit.shown.push(shown);
            visit.has_entries.push(has_entries);
        }
        visit
    }

    fn shows(
        &self,
        circuit: &mut Circuit,
        content: &Content<'_>,
        id: SupportId,
        support: &Support,
        has_entries: Signal,
    ) -> Signal {
        if id == content.pack.crisis {
            return Signal::NEVER;
        }
        let is_wanted = if id == content.pack.general {
            Signal::ALWAYS
        } else {
            self.replay.holds(circuit, &support.when)
        };
        let has_what_it_needs = match &support.needs_entry {
            NeedsEntry::No => Signal::ALWAYS,
            NeedsEntry::ForEverybody => has_entries,
            NeedsEntry::ForRoles(roles) => {
                let roles: Vec<Signal> = roles.iter().map(|role| self.role(*role)).collect();
                let is_bound = circuit.any(roles);
                circuit.any([!is_bound, has_entries])
            }
        };
        circuit.all([is_wanted, has_what_it_needs])
    }

    /// Whether a support has an entry for the person.
    fn has_entry(
        &self,
        circuit: &mut Circuit,
        content: &Content<'_>,
        support: &Support,
        who: Who,
    ) -> Signal {
        let mut found = Vec::new();
        for places in &content.places {
            let is_here = self.is_in(places.prefecture);
            let here: Vec<Signal> = places
                .alike
                .keys()
                .filter(|alike| support.kinds.contains(&alike.kind))
                .filter(|alike| who == Who::Offered || alike.can_be_reached)
                .map(|alike| self.is_offered(circuit, support, alike, who))
                .collect();
            let here = circuit.any(here);
            found.push(circuit.all([is_here, here]));
        }
        circuit.any(found)
    }

    /// Whether an entry that is like this is offered on the card of a support to a person who is in its prefecture.
    pub fn is_offered(
        &self,
        circuit: &mut Circuit,
        support: &Support,
        alike: &Likeness,
        who: Who,
    ) -> Signal {
        let mut open = Vec::new();
        if alike.roles.is_empty() {
            open.push(Signal::ALWAYS);
        } else {
            open.extend(alike.roles.iter().map(|role| self.role(*role)));
            let is_usual = { self.usual_role }.is_some_and(|role| alike.roles.contains(&role));
            if who == Who::Offered && is_usual {
                open.push(self.has_no_role);
            }
        }
        let mut parts = vec![circuit.any(open)];
        if let NeedsEntry::ForRoles(roles) = &support.needs_entry {
            let unnamed = roles.iter().filter(|role| !alike.roles.contains(role));
            parts.extend(unnamed.map(|role| !self.role(*role)));
        }
        circuit.all(parts)
    }

    /// Whether a support is shown.
    pub fn shown(&self, id: SupportId) -> Signal {
        at(&self.shown, id.index())
    }

    /// Whether a support has an entry that the person is offered.
    pub fn entries(&self, id: SupportId) -> Signal {
        at(&self.has_entries, id.index())
    }

    /// Whether this is the role that counts.
    pub fn role(&self, role: ChoiceId) -> Signal {
        at(&self.role_is, role.index())
    }

    /// Whether this is the prefecture that counts.
    pub fn is_in(&self, prefecture: Prefecture) -> Signal {
        self.is_in
            .iter()
            .find(|(known, _)| *known == Some(prefecture))
            .map_or(Signal::NEVER, |(_, wire)| *wire)
    }

    /// Whether a shown support has a reason that the person gave.
    pub fn has_reason(&self, circuit: &mut Circuit, support: &Support) -> Signal {
        let when = &support.when;
        let is_brought = self
            .replay
            .is_brought_by(circuit, when, &mut |_, _| Signal::ALWAYS);
        match &support.needs_entry {
            // The prefecture is a reason, and without one there are no entries.
            NeedsEntry::ForEverybody => circuit.any([is_brought, !self.has_no_place]),
            NeedsEntry::No | NeedsEntry::ForRoles(_) => is_brought,
        }
    }

    /// Whether a shown support is about this worry: brought by the worry itself, or by an answer to a question about it.
    ///
    /// A question about several worries is about each of them; which one comes first decides only the order.
    pub fn is_about(
        &self,
        circuit: &mut Circuit,
        survey: &Survey,
        support: &Support,
        worry: ChoiceId,
    ) -> Signal {
        let mut is_meant = |_: &mut Circuit, reason: Reason| {
            let purpose = survey.get(reason.question).map(|asked| &asked.purpose);
            let is_meant = match purpose {
                Some(Purpose::Worries) => reason.choice == worry,
                Some(Purpose::FollowUp(topics)) => topics.contains(&worry),
                Some(
                    Purpose::Role
                    | Purpose::Background
                    | Purpose::Situation
                    | Purpose::Most
                    | Purpose::Wish
                    | Purpose::Access
                    | Purpose::Prefecture
                    | Purpose::Municipality,
                )
                | None => false,
            };
            if is_meant {
                Signal::ALWAYS
            } else {
                Signal::NEVER
            }
        };
        self.replay
            .is_brought_by(circuit, &support.when, &mut is_meant)
    }

    /// Which voice of a shown support speaks, in the order of its voices.
    pub fn voices(&self, circuit: &mut Circuit, id: SupportId, support: &Support) -> Vec<Signal> {
        let conditions: Vec<Signal> = support
            .voices
            .iter()
            .map(|voice| self.replay.holds(circuit, &voice.when))
            .collect();
        circuit
            .first_of(&conditions)
            .into_iter()
            .map(|speaks| circuit.all([self.shown(id), speaks]))
            .collect()
    }

    /// The extra sentences that are said.
    pub fn sentences(&self, circuit: &mut Circuit, pack: &Pack) -> Vec<Signal> {
        pack.sentences
            .iter()
            .map(|sentence| {
                let holds = self.replay.holds(circuit, &sentence.when);
                match sentence.spot {
                    Spot::Result => holds,
                    Spot::Support(id) => circuit.all([self.shown(id), holds]),
                }
            })
            .collect()
    }
}

/// How strictly a role is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// As the app offers entries: a person who said no role is offered those for the usual role, too.
    Offered,
    /// As the proof counts somebody to turn to: open to this role for sure, and within reach.
    Welcome,
}

fn first_chosen(
    circuit: &mut Circuit,
    survey: &Survey,
    replay: &Replay,
    purpose: &Purpose,
) -> (Vec<Signal>, Signal) {
    let firsts = survey
        .with_purpose(purpose)
        .map_or(Vec::new(), |id| replay.first_of(circuit, id));
    let is_any = circuit.any(firsts.iter().copied());
    (firsts, !is_any)
}

fn at(wires: &[Signal], place: usize) -> Signal {
    wires.get(place).copied().unwrap_or(Signal::NEVER)
}
