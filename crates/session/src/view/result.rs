//! The result, one support, and the short ending.

use domain::condition::Reason;
use domain::grouping::grouped;
use domain::matching::{Match, Outcome};
use domain::support::{Scope, SourceKind};
use domain::survey::{Exclusive, Purpose};
use domain::text::{Guide, Key, SupportWords, Voiced};
use domain::{SentenceId, SupportId};

use super::change::{ChangeButton, ChangeView, GoneView};
use super::{ContactView, Fact, Link, Phrase, Screen};
use crate::model::{Entries, GuideState, Model};
use crate::route::Route;

/// Where a support is found near the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// These entries.
    Known(Vec<ContactView>),
    /// None is known: says so, names the official search, and says what to ask for.
    Unknown {
        /// Says it plainly, or asks for the prefecture when none was given.
        note: Phrase,
        /// What to say at the main number of any hospital; empty where it is no hospital matter.
        ask: Phrase,
        /// The official search page.
        search: Option<Link>,
        /// The way to the question about the prefecture, when none was given.
        give_place: Option<(Phrase, Route)>,
    },
    /// The entries could not be loaded: says so, with "try again".
    Failed(Phrase, Phrase),
    /// The support is the same everywhere and needs no place.
    NotNeeded,
}

/// One support on the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The id in the tables, to tell one from another.
    pub id: String,
    /// The title.
    pub name: Phrase,
    /// What it is.
    pub lead: Phrase,
    /// Why it is shown, in the person's own answers.
    pub reason: Phrase,
    /// Controls that change one of these answers here.
    pub changes: Vec<ChangeButton>,
    /// The choices, while one of them is open.
    pub choices: Option<ChangeView>,
    /// Set when time matters.
    pub urgent: Option<Phrase>,
    /// Extra sentences.
    pub sentences: Vec<Phrase>,
    /// The fixed sentence about emergencies of the body, on symptom and palliative cards.
    pub emergency: Option<Phrase>,
    /// Who answers, what happens, how long, what it costs.
    pub facts: Vec<Fact>,
    /// What to say first.
    pub say: Option<Fact>,
    /// Over the facts where they are folded.
    pub how_label: Phrase,
    /// The nearest place, or what to do where none is known.
    pub places: Places,
    /// National contact points.
    pub contacts: Vec<ContactView>,
    /// When the facts were last checked.
    pub checked: Phrase,
    /// "Everything about it", and where.
    pub more: (Phrase, Route),
}

/// One row of what was not suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRow {
    /// The id of its element.
    pub id: String,
    /// "… appears when you choose …"; or that it is there now.
    pub text: Phrase,
    /// Controls that give one of these answers here.
    pub changes: Vec<ChangeButton>,
    /// The choices, while one of them is open.
    pub choices: Option<ChangeView>,
}

/// Some cards under the worry that they are there for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// The worry; or "others who can help".
    pub title: Phrase,
    /// The cards; never empty.
    pub cards: Vec<Card>,
}

/// The result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// Extra sentences.
    pub sentences: Vec<Phrase>,
    /// Heading of the first.
    pub first_title: Phrase,
    /// At most three.
    pub first: Vec<Card>,
    /// What has gone with the answer that is just being changed.
    pub gone: Option<Box<GoneView>>,
    /// The others by worry.
    pub groups: Vec<GroupView>,
    /// What the last change of an answer did; announced by screen readers. Empty before.
    pub changed: Phrase,
    /// Heading of what was not suggested.
    pub missing_title: Phrase,
    /// What was not suggested.
    pub missing: Vec<MissingRow>,
    /// "Look at my answers", "print", "erase".
    pub to_review: Phrase,
    /// "Print".
    pub print: Phrase,
    /// "Erase".
    pub erase: Phrase,
    /// On paper only: when it was printed.
    pub printed: Phrase,
}

/// The short ending for a person without worries today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingView {
    /// The heading.
    pub title: Phrase,
    /// Warm and short.
    pub lead: Phrase,
    /// What is there all the same; the general support first.
    pub cards: Vec<Card>,
    /// "Look at my answers".
    pub to_review: Phrase,
    /// "Erase".
    pub erase: Phrase,
}

/// One support with everything that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportView {
    /// The card without its places.
    pub card: Card,
    /// Label of the reason.
    pub why_label: Phrase,
    /// Who, what, how long, cost, bring.
    pub facts: Vec<Fact>,
    /// Heading over the places.
    pub where_label: Phrase,
    /// Where to ask when no place is known.
    pub ask: Option<Fact>,
    /// Heading over the national contacts.
    pub contacts_label: Phrase,
    /// Heading over the sources.
    pub sources_label: Phrase,
    /// The sources: name, page, date.
    pub sources: Vec<(Phrase, Option<Link>, Phrase)>,
    /// "Back to the result".
    pub back: Phrase,
}

impl Model {
    pub(super) fn result_screen(&self) -> Screen {
        if let Some(waiting) = self.waiting() {
            return waiting;
        }
        let outcome = self.outcome();
        // While an answer is being changed, the screen on which it is changed stays.
        if self.has_no_worries_today() && self.changing.is_none() {
            let cards = outcome
                .results
                .iter()
                .map(|found| self.card(&outcome, found))
                .collect();
            return Screen::Ending(EndingView {
                title: self.say(Key::NoneTitle),
                lead: self.say(Key::NoneLead),
                cards,
                to_review: self.say(Key::ToReview),
                erase: self.say(Key::Erase),
            });
        }
        let first = outcome
            .first
            .iter()
            .filter_map(|id| outcome.find(*id))
            .map(|found| self.card(&outcome, found))
            .map(|card| self.with_changes(card))
            .collect();
        let groups = grouped(&self.pack, &self.path.answers, &outcome)
            .iter()
            .map(|group| GroupView {
                title: self.group_title(group.worry),
                cards: { group.results.iter() }
                    .map(|found| self.short_card(&outcome, found))
                    .map(|card| self.with_changes(card))
                    .collect(),
            })
            .collect();
        Screen::Result(ResultView {
            title: self.say(Key::ResultTitle),
            lead: self.say(Key::ResultLead),
            sentences: outcome
                .sentences
                .iter()
                .map(|id| self.sentence(*id))
                .collect(),
            first_title: self.say(Key::ResultFirst),
            first,
            gone: self.gone_view(&outcome).map(Box::new),
            groups,
            changed: self.changed_words(&outcome),
            missing_title: self.say(Key::NotSuggested),
            missing: self.missing_rows(&outcome),
            to_review: self.say(Key::ToReview),
            print: self.say(Key::Print),
            erase: self.say(Key::Erase),
            printed: match self.today() {
                Some(today) => self.fill(Key::PrintedOn, &[("date", &self.date(today).text)]),
                None => Phrase::default(),
            },
        })
    }

    pub(super) fn support_screen(&self, place: usize) -> Screen {
        if let Some(waiting) = self.waiting() {
            return waiting;
        }
        let outcome = self.outcome();
        let Some(found) = place
            .checked_sub(1)
            .and_then(|index| outcome.results.get(index))
        else {
            return self.result_screen();
        };
        let mut card = self.card(&outcome, found);
        card.places = self.places(found, usize::MAX);
        let sources = found
            .support
            .sources
            .iter()
            .filter_map(|id| self.pack.source(*id))
            .filter(|source| source.kind != SourceKind::Other && !source.name.is_empty())
            .map(|source| {
                let name = self.fact(&source.name);
                let date = source
                    .date
                    .map_or_else(|| self.say(Key::Undated), |date| self.date(date));
                (name.clone(), self.link(name, &source.url), date)
            })
            .collect();
        let ask = self.support_text(found, |words| &words.ask);
        Screen::Support(Box::new(SupportView {
            why_label: self.say(Key::WhyLabel),
            facts: self.facts(found, true),
            where_label: self.say(Key::WhereLabel),
            ask: (!ask.is_empty() && !matches!(card.places, Places::Known(_))).then(|| Fact {
                label: self.say(Key::AskLabel),
                value: ask,
            }),
            contacts_label: self.say(Key::ContactsLabel),
            sources_label: self.say(Key::SourcesLabel),
            sources,
            back: self.say(Key::BackToResult),
            card,
        }))
    }

    pub(super) fn guide(&self) -> Option<&Guide> {
        match &self.guide {
            GuideState::Loaded(guide) => Some(guide),
            GuideState::Unasked | GuideState::Loading | GuideState::Failed => None,
        }
    }

    fn sentence(&self, id: SentenceId) -> Phrase {
        self.guide()
            .map(|guide| self.phrase(guide.sentence(id)))
            .unwrap_or_default()
    }

    pub(crate) fn has_no_worries_today(&self) -> bool {
        let Some(id) = self.pack.survey.with_purpose(&Purpose::Worries) else {
            return false;
        };
        let Some(question) = self.pack.survey.get(id) else {
            return false;
        };
        let chosen = self.path.answers.chosen(id);
        !chosen.is_empty()
            && chosen.iter().all(|choice| {
                question
                    .choices
                    .get(choice.index())
                    .is_some_and(|choice| choice.exclusive == Exclusive::Yields)
            })
    }

    fn card(&self, outcome: &Outcome<'_>, found: &Match<'_>) -> Card {
        Card {
            id: found.support.name.clone(),
            name: self.support_text(found, |words| &words.name),
            lead: self.support_text(found, |words| &words.lead),
            reason: self.reason(found),
            changes: Vec::new(),
            choices: None,
            urgent: found.is_urgent.then(|| self.say(Key::Urgent)),
            sentences: found
                .sentences
                .iter()
                .map(|id| self.sentence(*id))
                .collect(),
            emergency: found
                .support
                .carries_emergency
                .then(|| self.say(Key::BodyEmergency)),
            facts: self.facts(found, false),
            say: self.fact_of(found, Key::SayLabel, |words| &words.say),
            how_label: self.say(Key::HowItGoes),
            places: self.places(found, 1),
            contacts: self
                .pack
                .contacts_of(found.id, self.prefecture())
                .filter(|contact| found.id != self.pack.general || !contact.phones.is_empty())
                .map(|contact| self.contact(contact))
                .collect(),
            checked: self.checked(found.support.checked_on),
            more: (
                self.say(Key::More),
                self.support_route(&outcome.results, found.id),
            ),
        }
    }

    /// A card in the list of the others: where no place is known, only that of the general support says so.
    fn short_card(&self, outcome: &Outcome<'_>, found: &Match<'_>) -> Card {
        let mut card = self.card(outcome, found);
        if found.id != self.pack.general && matches!(card.places, Places::Unknown { .. }) {
            card.places = Places::NotNeeded;
        }
        card
    }

    fn facts(&self, found: &Match<'_>, is_whole: bool) -> Vec<Fact> {
        type Field = fn(&SupportWords) -> &Voiced;
        let short: [(Key, Field); 4] = [
            (Key::WhoLabel, |words| &words.who),
            (Key::WhatLabel, |words| &words.what),
            (Key::TimeLabel, |words| &words.time),
            (Key::CostLabel, |words| &words.cost),
        ];
        let long: [(Key, Field); 1] = [(Key::BringLabel, |words| &words.bring)];
        short
            .iter()
            .chain(long.iter().filter(|_| is_whole))
            .filter_map(|(label, field)| self.fact_of(found, *label, *field))
            .collect()
    }

    /// One fact of a support; `None` where there is nothing to say.
    fn fact_of(
        &self,
        found: &Match<'_>,
        label: Key,
        field: fn(&SupportWords) -> &Voiced,
    ) -> Option<Fact> {
        let value = self.support_text(found, field);
        (!value.is_empty()).then(|| Fact {
            label: self.say(label),
            value,
        })
    }

    fn support_text(&self, found: &Match<'_>, field: fn(&SupportWords) -> &Voiced) -> Phrase {
        let Some(words) = self.guide().and_then(|guide| guide.support(found.id)) else {
            return Phrase::default();
        };
        let role = self.role_voice();
        let text = match found.voice {
            Some(voice) => field(words).said(&[voice, role]),
            None => field(words).said(&[role]),
        };
        self.phrase(text)
    }

    fn places(&self, found: &Match<'_>, at_most: usize) -> Places {
        if !found.entries.is_empty() {
            return Places::Known(
                found
                    .entries
                    .iter()
                    .take(at_most)
                    .map(|entry| self.entry(entry))
                    .collect(),
            );
        }
        let prefecture = self.prefecture();
        let is_general = found.id == self.pack.general;
        let state = self.entries_state(prefecture);
        if !is_general && (found.support.scope == Scope::National || found.support.kinds.is_empty())
        {
            return Places::NotNeeded;
        }
        match (prefecture, state) {
            (_, Some(Entries::Failed)) => {
                Places::Failed(self.say(Key::EntriesFailed), self.say(Key::TryAgain))
            }
            (prefecture, _) => Places::Unknown {
                note: match prefecture {
                    Some(prefecture) => self.fill(
                        Key::NoEntry,
                        &[("prefecture", &self.prefecture_name(prefecture).text)],
                    ),
                    None => self.say(Key::NoPlace),
                },
                ask: self.say(Key::AskAtHospital),
                search: self.official_search(),
                give_place: prefecture
                    .is_none()
                    .then(|| self.prefecture_route())
                    .flatten(),
            },
        }
    }

    /// The question about the prefecture, where it is on the path.
    fn prefecture_route(&self) -> Option<(Phrase, Route)> {
        let question = self.pack.survey.with_purpose(&Purpose::Prefecture)?;
        let index = self
            .path
            .asked
            .iter()
            .position(|asked| *asked == question)?;
        Some((self.say(Key::GivePlace), Route::Question(index + 1)))
    }

    fn reason(&self, found: &Match<'_>) -> Phrase {
        if found.reasons.is_empty() {
            return self.say(Key::BecauseEverybody);
        }
        self.fill(Key::Because, &[("answers", &self.quoted(&found.reasons))])
    }

    /// The answers as the person gave them, in quotation marks, as one list.
    pub(super) fn quoted(&self, reasons: &[Reason]) -> String {
        reasons
            .iter()
            .map(|reason| {
                let label = self.choice_label(reason.question, reason.choice);
                self.fill(Key::Quoted, &[("answer", &label.text)]).text
            })
            .reduce(|first, second| {
                self.fill(Key::AnswerJoin, &[("first", &first), ("second", &second)])
                    .text
            })
            .unwrap_or_default()
            .to_string()
    }

    pub(super) fn support_name(&self, id: SupportId) -> Option<Phrase> {
        Some(self.phrase(self.guide()?.support(id)?.name.said(&[self.role_voice()])))
    }
}
