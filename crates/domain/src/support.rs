//! Supports: the kinds of help a person can be shown.

use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::date::Date;
use crate::directory::Kind;
use crate::ids::{ChoiceId, NeedId, SourceId, SupportId};

/// Where a support is given, and so what "near" means for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// In hospitals.
    Hospital,
    /// By the municipality.
    Municipality,
    /// By the prefecture.
    Prefecture,
    /// The same everywhere in Japan.
    National,
}

/// Another wording of a support's texts under a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The name after the `@` of a text key.
    pub name: String,
    /// When it speaks; the first that holds is taken.
    pub when: Condition,
}

/// For whom a support is shown only where the area has an entry that fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeedsEntry {
    /// Shown with or without an entry.
    No,
    /// Shown only with an entry open to the person.
    ForEverybody,
    /// These roles see it only with an entry that names their role.
    ForRoles(Vec<ChoiceId>),
}

/// One kind of help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// The id in `supports.csv`.
    pub name: String,
    /// The needs it answers; empty means all.
    pub needs: Vec<NeedId>,
    /// When it is shown.
    pub when: Condition,
    /// When time matters, so that it comes before everything that can wait.
    pub urgent_when: Condition,
    /// When it leads the list whatever else was answered.
    pub leads_when: Condition,
    /// Where it is given.
    pub scope: Scope,
    /// The kinds of entry where it is found.
    pub kinds: Vec<Kind>,
    /// Whether it needs an entry to be shown.
    pub needs_entry: NeedsEntry,
    /// Whether its card carries the fixed sentence about emergencies of the body.
    pub carries_emergency: bool,
    /// Its voices, in order.
    pub voices: Vec<Voice>,
    /// Where its facts come from; never empty.
    pub sources: Vec<SourceId>,
    /// When its facts were last checked.
    pub checked_on: Option<Date>,
    /// Until when they are taken to hold.
    pub check_by: Option<Date>,
}

/// Where an extra sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spot {
    /// At the head of the result.
    Result,
    /// On the card of this support.
    Support(SupportId),
}

/// One extra sentence under a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The id in `sentences.csv`.
    pub name: String,
    /// Where it stands.
    pub spot: Spot,
    /// When it is said.
    pub when: Condition,
}

/// Who says something, which decides whether it is named and linked on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A ministry, a municipality, or another public body.
    Public,
    /// A hospital.
    Hospital,
    /// The organization itself.
    Organization,
    /// Anybody else: kept in the tables, never named or linked on a screen.
    Other,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name, in Japanese; empty when it is not named on screens.
    pub name: String,
    /// Its address; empty when unknown or not linked.
    pub url: String,
    /// Its date; `None` when undated.
    pub date: Option<Date>,
    /// Who says it.
    pub kind: SourceKind,
}
