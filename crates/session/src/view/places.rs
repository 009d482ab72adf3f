//! The directory.

use domain::directory::{Kind, Prefecture};
use domain::survey::Purpose;
use domain::text::Key;

use super::contact::kind_key;
use super::{ContactView, Link, Phrase, Screen};
use crate::model::{Entries, Model, PickedKind};

/// A list to pick from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickView<T> {
    /// Its label.
    pub label: Phrase,
    /// The first row: none, or all.
    pub first: Phrase,
    /// The rows.
    pub rows: Vec<(T, Phrase)>,
    /// The picked row; `None` for the first.
    pub picked: Option<T>,
}

/// The directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacesView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// The prefectures.
    pub prefectures: PickView<Prefecture>,
    /// The kinds that the prefecture has; `None` before a prefecture is picked or when it has no entry.
    pub kinds: Option<PickView<Kind>>,
    /// How many were found, or what is happening; announced by screen readers.
    pub status: Phrase,
    /// Offered when the entries could not be loaded.
    pub try_again: Option<Phrase>,
    /// The entries.
    pub entries: Vec<ContactView>,
    /// What to say at the main number of any hospital.
    pub ask: Phrase,
    /// The official search page.
    pub search: Option<Link>,
    /// Heading over the national contacts.
    pub national_title: Phrase,
    /// The national contacts that are no crisis lines.
    pub national: Vec<ContactView>,
}

impl Model {
    pub(super) fn places_screen(&self) -> Screen {
        self.waiting_for_guide(Key::PlacesTitle)
            .unwrap_or_else(|| Screen::Places(self.places_view()))
    }

    fn places_view(&self) -> PlacesView {
        let picked = self.places.prefecture;
        let entries = self.entries_of(picked);
        let kinds: Vec<Kind> = Kind::ALL
            .iter()
            .copied()
            .filter(|kind| entries.iter().any(|entry| entry.kind == *kind))
            .collect();
        let wanted = match self.places.kind {
            PickedKind::Usual => Some(Kind::SupportCenter).filter(|kind| kinds.contains(kind)),
            PickedKind::All => None,
            PickedKind::Only(kind) => Some(kind),
        };
        let is_wanted = |kind: &Kind| wanted.is_none_or(|wanted| wanted == *kind);
        let found: Vec<_> = kinds
            .iter()
            .filter(|kind| is_wanted(kind))
            .flat_map(|kind| entries.iter().filter(|entry| entry.kind == *kind))
            .collect();
        let state = self.entries_state(picked);
        let status = match (picked, state) {
            (None, _) => Phrase::default(),
            (Some(_), Some(Entries::Loading)) => self.say(Key::LoadingEntries),
            (Some(_), Some(Entries::Failed)) => self.say(Key::EntriesFailed),
            (Some(_), Some(Entries::Loaded(_))) => self.count(Key::Found, found.len(), &[]),
            (Some(prefecture), None) => self.fill(
                Key::NoEntry,
                &[("prefecture", &self.prefecture_name(prefecture).text)],
            ),
        };
        PlacesView {
            title: self.say(Key::PlacesTitle),
            lead: self.say(Key::PlacesLead),
            prefectures: PickView {
                label: self.say(Key::PrefectureLabel),
                first: self.say(Key::ChooseOne),
                rows: (1..=47)
                    .filter_map(Prefecture::new)
                    .chain([Prefecture::SAMPLE])
                    .map(|prefecture| (prefecture, self.prefecture_name(prefecture)))
                    .filter(|(_, name)| !name.is_empty())
                    .collect(),
                picked,
            },
            kinds: (kinds.len() > 1).then(|| PickView {
                label: self.say(Key::KindLabel),
                first: self.say(Key::AllKinds),
                rows: kinds
                    .iter()
                    .map(|kind| (*kind, self.say(kind_key(*kind))))
                    .collect(),
                picked: wanted,
            }),
            status,
            try_again: (state == Some(&Entries::Failed)).then(|| self.say(Key::TryAgain)),
            entries: found.into_iter().map(|entry| self.entry(entry)).collect(),
            ask: self.say(Key::AskAtHospital),
            search: self.official_search(),
            national_title: self.say(Key::NationalTitle),
            national: self
                .pack
                .contacts
                .iter()
                .filter(|contact| contact.group == domain::directory::Group::None)
                .map(|contact| self.contact(contact))
                .collect(),
        }
    }

    /// The name of a prefecture in the language of the page.
    pub(super) fn prefecture_name(&self, prefecture: Prefecture) -> Phrase {
        self.pack
            .survey
            .with_purpose(&Purpose::Prefecture)
            .and_then(|id| {
                Some((
                    id,
                    self.pack.survey.get(id)?.choice(&prefecture.to_string())?,
                ))
            })
            .map(|(question, choice)| self.choice_label(question, choice))
            .unwrap_or_default()
    }

    /// The official search page: the page of the general support's first contact without a number.
    pub(super) fn official_search(&self) -> Option<Link> {
        let contact = self
            .pack
            .contacts_of(self.pack.general, None)
            .find(|contact| contact.phones.is_empty() && !contact.url.is_empty())?;
        self.link(self.say(Key::OfficialSearch), &contact.url)
    }
}
