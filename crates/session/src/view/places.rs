//! The directory.

mod place;

use std::rc::Rc;

use domain::directory::filter::{Facet, Filter, Value};
use domain::directory::{Channel, Prefecture};
use domain::survey::Purpose;
use domain::text::Key;
use domain::{ChoiceId, QuestionId};

pub use place::{DateView, DatesView, MistakeView, PlaceView};

use super::contact::kind_key;
use super::{ContactView, Link, Phrase, Screen};
use crate::event::Event;
use crate::model::{Entries, Model};
use crate::places::{AT_ONCE, Event as Happened};

/// A list to pick from.
#[derive(Clone, Debug, PartialEq)]
pub struct PickView {
    /// Its id on the page.
    pub id: &'static str,
    /// Its label.
    pub label: Phrase,
    /// The rows, none or all first: what each says and what picking it means.
    pub rows: Vec<(Phrase, Event)>,
    /// The place of the picked row.
    pub picked: usize,
}

/// The field for searching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchView {
    /// The id of the field.
    pub id: &'static str,
    /// Its label.
    pub label: Phrase,
    /// What it holds when it is drawn anew.
    pub text: Rc<str>,
    /// Changes when it is to be drawn anew.
    pub edition: u32,
}

/// What narrows the list down.
#[derive(Clone, Debug, PartialEq)]
pub struct FiltersView {
    /// What opens it; says how much is picked.
    pub summary: Phrase,
    /// What is not known of a place.
    pub note: Phrase,
    /// The lists.
    pub picks: Vec<PickView>,
    /// "Clear all".
    pub clear: Phrase,
}

/// What to do when nothing fits.
#[derive(Clone, Debug, PartialEq)]
pub struct WidenView {
    /// What may help.
    pub lead: Phrase,
    /// What to leave out, and how many are found then; "clear all" at the end.
    pub ways: Vec<(Phrase, Event)>,
}

/// The directory.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// The prefecture, and the municipality that comes first.
    pub area: Vec<PickView>,
    /// The field for searching; `None` before there are entries.
    pub search: Option<SearchView>,
    /// What narrows the list down; `None` where there is nothing to tell entries apart by.
    pub filters: Option<FiltersView>,
    /// How many were found, or what is happening; announced by screen readers.
    pub status: Phrase,
    /// What became of a file for the calendar; announced by screen readers.
    pub told: Phrase,
    /// Offered when the entries could not be loaded.
    pub try_again: Option<Phrase>,
    /// What to do when nothing fits.
    pub widen: Option<WidenView>,
    /// The entries, so many at a time.
    pub parts: Vec<Vec<PlaceView>>,
    /// "Show more".
    pub more: Option<Phrase>,
    /// What to say at the main number of any hospital.
    pub ask: Phrase,
    /// "Make a page to hand over", where a consultation center is listed.
    pub to_sheet: Option<Phrase>,
    /// The official search page.
    pub search_page: Option<Link>,
    /// Heading over the national contacts.
    pub national_title: Phrase,
    /// The national contacts that are no crisis lines.
    pub national: Vec<ContactView>,
}

impl Model {
    pub(super) fn places_screen(&self) -> Screen {
        self.waiting_for_guide(Key::PlacesTitle)
            .unwrap_or_else(|| Screen::Places(Box::new(self.places_view())))
    }

    fn places_view(&self) -> PlacesView {
        let state = &self.places;
        let found = self.places_found();
        let n_shown = found.len().min(AT_ONCE * (state.n_more + 1));
        let loaded = self.entries_state(state.prefecture);
        let has_entries = !self.entries_of(state.prefecture).is_empty();
        let mut area = vec![self.prefecture_pick()];
        area.extend(self.municipality_pick().filter(|_| has_entries));
        PlacesView {
            title: self.say(Key::PlacesTitle),
            lead: self.say(Key::PlacesLead),
            area,
            search: has_entries.then(|| SearchView {
                id: "search",
                label: self.say(Key::SearchLabel),
                text: state.field.0.as_str().into(),
                edition: state.field.1,
            }),
            to_sheet: found
                .iter()
                .any(|entry| entry.kind == domain::directory::Kind::SupportCenter)
                .then(|| self.say(Key::SheetLink)),
            filters: self.filters_view(),
            status: self.places_status(loaded, found.len(), n_shown),
            told: { state.told.as_ref() }
                .map(|(_, key)| self.say(*key))
                .unwrap_or_default(),
            try_again: (loaded == Some(&Entries::Failed)).then(|| self.say(Key::TryAgain)),
            widen: (has_entries && found.is_empty()).then(|| self.widen_view()),
            parts: found
                .get(..n_shown)
                .unwrap_or_default()
                .chunks(AT_ONCE)
                .map(|part| part.iter().map(|entry| self.place(entry)).collect())
                .collect(),
            more: Some(found.len() - n_shown)
                .filter(|rest| *rest > 0)
                .map(|rest| self.count(Key::ShowMore, rest.min(AT_ONCE), &[])),
            ask: self.say(Key::AskAtHospital),
            search_page: self.official_search(),
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

    fn places_status(&self, loaded: Option<&Entries>, n_found: usize, n_shown: usize) -> Phrase {
        match (self.places.prefecture, loaded) {
            (None, _) => Phrase::default(),
            (Some(_), Some(Entries::Loading)) => self.say(Key::LoadingEntries),
            (Some(_), Some(Entries::Failed)) => self.say(Key::EntriesFailed),
            (Some(_), Some(Entries::Loaded(_))) if n_found == 0 => self.say(Key::NothingFits),
            (Some(_), Some(Entries::Loaded(_))) if n_shown < n_found => self.count(
                Key::FoundShown,
                n_found,
                &[("shown", &self.number(n_shown))],
            ),
            (Some(_), Some(Entries::Loaded(_))) => self.count(Key::Found, n_found, &[]),
            (Some(prefecture), None) => self.fill(
                Key::NoEntry,
                &[("prefecture", &self.prefecture_name(prefecture).text)],
            ),
        }
    }

    fn prefecture_pick(&self) -> PickView {
        let event = |prefecture| Event::Places(Happened::ChosePrefecture(prefecture));
        let rows = (1..=47)
            .filter_map(Prefecture::new)
            .chain([Prefecture::SAMPLE])
            .map(|prefecture| (prefecture, self.prefecture_name(prefecture)))
            .filter(|(_, name)| !name.is_empty())
            .map(|(prefecture, name)| (name, event(Some(prefecture))));
        let first = (self.say(Key::ChooseOne), event(None));
        pick(
            "prefecture",
            self.say(Key::PrefectureLabel),
            first,
            rows.collect(),
            &event(self.places.prefecture),
        )
    }

    fn municipality_pick(&self) -> Option<PickView> {
        let event = |id| Event::Places(Happened::ChoseMunicipality(id));
        let rows: Vec<_> = self
            .municipalities()
            .into_iter()
            .map(|(id, name)| (self.fact(name), event(Some(id))))
            .collect();
        let own = event(self.own_municipality().map(|(id, _)| id));
        let first = (self.say(Key::NoMunicipality), event(None));
        let label = self.say(Key::MunicipalityLabel);
        (!rows.is_empty()).then(|| pick("municipality", label, first, rows, &own))
    }

    fn filters_view(&self) -> Option<FiltersView> {
        let n_picked = self.places.filter.picked().len();
        let picks: Vec<PickView> = Facet::ALL
            .into_iter()
            .filter_map(|facet| self.facet_pick(facet))
            .collect();
        (!picks.is_empty()).then(|| FiltersView {
            summary: match n_picked {
                0 => self.say(Key::Filters),
                n => self.count(Key::FiltersPicked, n, &[]),
            },
            note: self.say(Key::FiltersNote),
            picks,
            clear: self.say(Key::ClearFilters),
        })
    }

    /// The list of a facet; `None` where it would tell no entries apart.
    fn facet_pick(&self, facet: Facet) -> Option<PickView> {
        let mut values: Vec<Value> = self.places_values().to_vec();
        values.retain(|value| value.facet() == facet);
        match facet {
            Facet::Kind if values.len() < 2 => return None,
            Facet::Role if !values.is_empty() => values = self.roles(),
            Facet::Kind
            | Facet::Channel
            | Facet::Role
            | Facet::Language
            | Facet::Accessibility
            | Facet::Tag => {}
        }
        let (id, label) = match facet {
            Facet::Kind => ("kind", Key::KindLabel),
            Facet::Channel => ("channel", Key::ChannelLabel),
            Facet::Role => ("role", Key::RoleLabel),
            Facet::Language => ("language", Key::SpokenLabel),
            Facet::Accessibility => ("accessibility", Key::AccessibilityLabel),
            Facet::Tag => ("tag", Key::TagLabel),
        };
        let picked = self.places.filter.picked();
        let picked = picked.iter().find(|value| value.facet() == facet);
        let dropped = Event::Places(Happened::Dropped(facet));
        let event = |value: &Value| Event::Places(Happened::Picked(value.clone()));
        let rows: Vec<_> = values
            .iter()
            .map(|value| (self.value_name(value), event(value)))
            .collect();
        let now = picked.map_or(dropped.clone(), event);
        let first = (self.say(Key::AllKinds), dropped);
        (!rows.is_empty()).then(|| pick(id, self.say(label), first, rows, &now))
    }

    /// Everybody who may look for a place, whether or not one names them.
    fn roles(&self) -> Vec<Value> {
        self.question_with(&Purpose::Role)
            .map(|(_, question)| {
                (0..question.choices.len())
                    .filter_map(ChoiceId::at)
                    .map(Value::Role)
                    .collect()
            })
            .unwrap_or_default()
    }

    /// What a value is called.
    pub(super) fn value_name(&self, value: &Value) -> Phrase {
        match value {
            Value::Kind(kind) => self.say(kind_key(*kind)),
            Value::Channel(channel) => self.say(channel_key(*channel)),
            Value::Role(role) => self
                .question_with(&Purpose::Role)
                .map(|(id, _)| self.choice_label(id, *role))
                .unwrap_or_default(),
            Value::Language(name) => self.language_name(name),
            Value::Accessibility(words) => self.fact(words),
            Value::Tag(tag) => tag_key(*tag).map_or_else(
                || self.fact(&tag.to_string()),
                |key| {
                    self.fill(
                        Key::TagNamed,
                        &[("tag", &tag.to_string()), ("name", &self.say(key).text)],
                    )
                },
            ),
        }
    }

    /// What the question about interpreters calls a language; where it does not know it, as it stands in the table.
    fn language_name(&self, name: &str) -> Phrase {
        let survey = &self.pack.survey;
        survey
            .find("language")
            .and_then(|id| Some((id, survey.get(id)?.choice(name)?)))
            .map_or_else(
                || self.fact(name),
                |(id, choice)| self.choice_label(id, choice),
            )
    }

    fn question_with(&self, purpose: &Purpose) -> Option<(QuestionId, &domain::survey::Question)> {
        let id = self.pack.survey.with_purpose(purpose)?;
        Some((id, self.pack.survey.get(id)?))
    }

    /// What to leave out so that something is found: each pick and the words alone, and then all together.
    fn widen_view(&self) -> WidenView {
        let state = &self.places;
        let mut ways = Vec::new();
        let mut offer = |name: &Phrase, n: usize, event: Happened| {
            if n > 0 {
                let way = self.count(Key::Without, n, &[("name", &name.text)]);
                ways.push((way, Event::Places(event)));
            }
        };
        let is_searched = !state.query.trim().is_empty();
        if is_searched {
            let n = self.n_found_with("", &state.filter);
            let words = Phrase {
                text: state.query.trim().into(),
                ..Phrase::default()
            };
            offer(&words, n, Happened::DroppedWords);
        }
        for value in state.filter.picked() {
            let mut filter: Filter = state.filter.clone();
            filter.drop(value.facet());
            let n = self.n_found_with(&state.query, &filter);
            offer(&self.value_name(value), n, Happened::Dropped(value.facet()));
        }
        ways.push((
            self.say(Key::ClearFilters),
            Event::Places(Happened::PressedClear),
        ));
        WidenView {
            lead: self.say(Key::WidenLead),
            ways,
        }
    }

    /// The name of a prefecture in the language of the page.
    pub(super) fn prefecture_name(&self, prefecture: Prefecture) -> Phrase {
        self.question_with(&Purpose::Prefecture)
            .and_then(|(id, question)| Some((id, question.choice(&prefecture.to_string())?)))
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

fn pick(
    id: &'static str,
    label: Phrase,
    first: (Phrase, Event),
    others: Vec<(Phrase, Event)>,
    now: &Event,
) -> PickView {
    let mut rows = vec![first];
    rows.extend(others);
    let picked = rows.iter().position(|(_, event)| event == now);
    PickView {
        id,
        label,
        rows,
        picked: picked.unwrap_or_default(),
    }
}

fn channel_key(channel: Channel) -> Key {
    match channel {
        Channel::Visit => Key::ChannelVisit,
        Channel::Phone => Key::ChannelPhone,
        Channel::Mail => Key::ChannelMail,
        Channel::Online => Key::ChannelOnline,
    }
}

/// What a task of the council's list is, in plain words.
///
/// Source: 健発0801第16号 (2022-08-01), the council's duty ①, ア to ケ.
fn tag_key(tag: char) -> Option<Key> {
    [
        ('ア', Key::TagDrugs),
        ('イ', Key::TagSurgery),
        ('ウ', Key::TagRadiation),
        ('エ', Key::TagPalliative),
        ('オ', Key::TagRare),
        ('カ', Key::TagChildhood),
        ('キ', Key::TagYoung),
        ('ク', Key::TagFertility),
        ('ケ', Key::TagGenome),
    ]
    .into_iter()
    .find_map(|(known, key)| (known == tag).then_some(key))
}
