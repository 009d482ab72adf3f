//! Narrowing the directory down: what a person can pick, and the entries that fit.

use super::search::Index;
use super::{Channel, Entry, Kind, is_near};
use crate::ids::ChoiceId;
use crate::order::insert;

/// What entries are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// What it is.
    Kind,
    /// How to be in contact.
    Channel,
    /// Who may use it.
    Role,
    /// A language that is spoken.
    Language,
    /// What is there for people with disabilities.
    Accessibility,
    /// A task that the council has given to it.
    Tag,
}

impl Facet {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Kind,
        Self::Channel,
        Self::Role,
        Self::Language,
        Self::Accessibility,
        Self::Tag,
    ];
}

/// Something that an entry can have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// It is of this kind.
    Kind(Kind),
    /// It can be reached like this.
    Channel(Channel),
    /// People in this role may use it.
    Role(ChoiceId),
    /// This language is spoken, by its name in the table.
    Language(String),
    /// This is there, in the words of the table.
    Accessibility(String),
    /// It has this task of the council's list, ア to ケ.
    Tag(char),
}

impl Value {
    /// What it is a value of.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Kind(_) => Facet::Kind,
            Self::Channel(_) => Facet::Channel,
            Self::Role(_) => Facet::Role,
            Self::Language(_) => Facet::Language,
            Self::Accessibility(_) => Facet::Accessibility,
            Self::Tag(_) => Facet::Tag,
        }
    }

    /// Whether an entry has it. What is not known of an entry it does not have, but a number can be called, and a mail address written to.
    pub fn fits(&self, entry: &Entry) -> bool {
        match self {
            Self::Kind(kind) => entry.kind == *kind,
            Self::Channel(channel) => {
                entry.channels.contains(channel)
                    || match channel {
                        Channel::Phone => !entry.phones.is_empty(),
                        Channel::Mail => !entry.email.is_empty(),
                        Channel::Visit | Channel::Online => false,
                    }
            }
            Self::Role(role) => entry.is_open_to(Some(*role)),
            Self::Language(language) => entry.languages.contains(language),
            Self::Accessibility(words) => entry.accessibility.contains(words),
            Self::Tag(tag) => entry.tags.contains(tag),
        }
    }
}

/// What an entry says of itself; roles only where it is not for everybody.
fn values_of(entry: &Entry) -> impl Iterator<Item = Value> {
    let channels = entry.channels.iter().copied().map(Value::Channel);
    let called = (!entry.phones.is_empty()).then_some(Value::Channel(Channel::Phone));
    let written = (!entry.email.is_empty()).then_some(Value::Channel(Channel::Mail));
    [Value::Kind(entry.kind)]
        .into_iter()
        .chain(channels)
        .chain(called)
        .chain(written)
        .chain(entry.roles.iter().copied().map(Value::Role))
        .chain(entry.languages.iter().cloned().map(Value::Language))
        .chain(
            entry
                .accessibility
                .iter()
                .cloned()
                .map(Value::Accessibility),
        )
        .chain(entry.tags.iter().copied().map(Value::Tag))
}

/// All that can be picked among these entries, in order and without repeats: each of it finds at least one.
pub fn values(entries: &[Entry]) -> Vec<Value> {
    let mut values = Vec::new();
    for value in entries.iter().flat_map(values_of) {
        insert(&mut values, value);
    }
    values
}

/// What a person picked: at most one value of each facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(Vec<Value>);

impl Filter {
    /// Picks this value of its facet in the place of another one.
    pub fn pick(&mut self, value: Value) {
        self.drop(value.facet());
        insert(&mut self.0, value);
    }

    /// Picks no value of a facet.
    pub fn drop(&mut self, facet: Facet) {
        self.0.retain(|value| value.facet() != facet);
    }

    /// What was picked, in the order of the facets.
    pub fn picked(&self) -> &[Value] {
        &self.0
    }

    /// Whether an entry has all that was picked.
    pub fn fits(&self, entry: &Entry) -> bool {
        self.0.iter().all(|value| value.fits(entry))
    }
}

/// Where each entry stands in the list, worked out once for what was picked: a keystroke then looks at one byte an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks(Vec<u8>);

impl Ranks {
    /// Stands for an entry that does not fit.
    const OUT: u8 = u8::MAX;

    /// Those of the municipality first, then by kind; the entries that lack something that was picked are out.
    pub fn new(entries: &[Entry], filter: &Filter, municipality: Option<&str>) -> Self {
        let n_kinds = Kind::ALL.len();
        let rank = |entry: &Entry| {
            if !filter.fits(entry) {
                return Self::OUT;
            }
            let is_own = municipality.is_some_and(|own| is_near(&entry.municipality, own));
            let before = if is_own { 0 } else { n_kinds };
            u8::try_from(before + entry.kind as usize).unwrap_or(Self::OUT)
        };
        Self(entries.iter().map(rank).collect())
    }

    /// The places of the entries that hold every word of `query` and fit, in the order of their ranks and then of the table. `index` is that
    /// of the same entries.
    pub fn found(&self, index: &Index, query: &str) -> Vec<usize> {
        let mut shelves = vec![Vec::new(); 2 * Kind::ALL.len()];
        for place in index.places(query) {
            let rank = self.0.get(place).copied().unwrap_or(Self::OUT);
            if let Some(shelf) = shelves.get_mut(usize::from(rank)) {
                shelf.push(place);
            }
        }
        shelves.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Phone;
    use crate::directory::tests::sample;
    use proptest::prelude::*;

    fn found(entries: &[Entry], query: &str, filter: &Filter, own: Option<&str>) -> Vec<usize> {
        Ranks::new(entries, filter, own).found(&Index::new(entries), query)
    }

    fn ids(entries: &[Entry], query: &str, picked: &[Value], own: Option<&str>) -> Vec<String> {
        let mut filter = Filter::default();
        picked.iter().cloned().for_each(|value| filter.pick(value));
        found(entries, query, &filter, own)
            .into_iter()
            .map(|place| entries[place].id.clone())
            .collect()
    }

    #[test]
    fn another_value_of_a_facet_takes_the_place_of_the_first() {
        let mut filter = Filter::default();
        filter.pick(Value::Tag('エ'));
        filter.pick(Value::Kind(Kind::Care));
        filter.pick(Value::Tag('ケ'));
        assert_eq!(filter.picked(), [Value::Kind(Kind::Care), Value::Tag('ケ')]);
        filter.drop(Facet::Tag);
        assert_eq!(filter.picked(), [Value::Kind(Kind::Care)]);
    }

    #[test]
    fn what_is_for_everybody_is_found_for_every_role() {
        let mut bereaved = sample("bereaved", Kind::Salon);
        bereaved.roles = vec![ChoiceId(3)];
        let entries = [sample("everybody", Kind::Salon), bereaved];
        let role = |role| [Value::Role(ChoiceId(role))];
        assert_eq!(ids(&entries, "", &role(0), None), ["everybody"]);
        assert_eq!(ids(&entries, "", &role(3), None), ["everybody", "bereaved"]);
    }

    #[test]
    fn a_number_can_be_called_whatever_the_table_says_of_channels() {
        let mut called = sample("called", Kind::Care);
        called.phones = vec![Phone {
            digits: "0120-000-000".into(),
            extension: String::new(),
            note: String::new(),
        }];
        let entries = [sample("silent", Kind::Care), called];
        let phone = Value::Channel(Channel::Phone);
        assert_eq!(
            ids(&entries, "", std::slice::from_ref(&phone), None),
            ["called"]
        );
        assert!(values(&entries).contains(&phone));
    }

    #[test]
    fn the_own_municipality_comes_first_and_then_the_kinds_in_their_order() {
        let placed = |id, kind, municipality: &str| Entry {
            municipality: municipality.into(),
            ..sample(id, kind)
        };
        let entries = [
            placed("far-salon", Kind::Salon, "見本町"),
            placed("far-center", Kind::SupportCenter, "見本町"),
            placed("own-salon", Kind::Salon, "見本市北区"),
            placed("own-center", Kind::SupportCenter, "見本市"),
        ];
        assert_eq!(
            ids(&entries, "", &[], Some("見本市")),
            ["own-center", "own-salon", "far-center", "far-salon"]
        );
        assert_eq!(
            ids(&entries, "", &[], None),
            ["far-center", "own-center", "far-salon", "own-salon"]
        );
    }

    fn any_entry() -> impl Strategy<Value = Entry> {
        let kind = prop::sample::select(Kind::ALL);
        let channels = prop::collection::vec(
            prop::sample::select(vec![Channel::Visit, Channel::Phone, Channel::Online]),
            0..3,
        );
        let languages = prop::collection::vec(prop::sample::select(vec!["en", "vi"]), 0..2);
        let tags = prop::collection::vec(prop::sample::select(vec!['ア', 'エ', 'ケ']), 0..3);
        let roles = prop::collection::vec(0u16..3, 0..2);
        let town = prop::sample::select(vec!["", "見本市", "見本市北区", "見本町"]);
        (kind, channels, languages, tags, roles, town).prop_map(
            |(kind, channels, languages, tags, roles, town)| Entry {
                channels,
                languages: languages.into_iter().map(String::from).collect(),
                tags,
                roles: roles.into_iter().map(ChoiceId).collect(),
                municipality: town.into(),
                ..sample("any", kind)
            },
        )
    }

    fn any_entries() -> impl Strategy<Value = Vec<Entry>> {
        prop::collection::vec(any_entry(), 0..12)
    }

    proptest! {
        #[test]
        fn without_a_pick_and_a_word_all_are_found_once(entries in any_entries(), own in prop::option::of(Just("見本市"))) {
            let mut places = found(&entries, " ", &Filter::default(), own);
            places.sort_unstable();
            prop_assert_eq!(places, (0..entries.len()).collect::<Vec<_>>());
        }

        #[test]
        fn nothing_is_found_that_does_not_fit_and_nothing_that_fits_is_missing(
            entries in any_entries(), picks in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
            query in prop::sample::select(vec!["", "見本", "きた区", "北区"]),
        ) {
            let offered = values(&entries);
            let mut filter = Filter::default();
            if !offered.is_empty() {
                picks.iter().for_each(|pick| filter.pick(pick.get(&offered).clone()));
            }
            let index = Index::new(&entries);
            let mut places = found(&entries, query, &filter, Some("見本町"));
            places.sort_unstable();
            let expected: Vec<usize> = (0..entries.len())
                .filter(|place| index.places(query).contains(place))
                .filter(|place| filter.picked().iter().all(|value| value.fits(&entries[*place])))
                .collect();
            prop_assert_eq!(places, expected);
        }

        #[test]
        fn whatever_is_offered_finds_somebody(entries in any_entries()) {
            for value in values(&entries) {
                prop_assert!(entries.iter().any(|entry| value.fits(entry)), "{:?}", value);
            }
        }

        #[test]
        fn one_pick_more_never_finds_more(entries in any_entries(), pick in any::<prop::sample::Index>()) {
            let offered = values(&entries);
            prop_assume!(!offered.is_empty());
            let mut filter = Filter::default();
            let before = found(&entries, "", &filter, None);
            filter.pick(pick.get(&offered).clone());
            let after = found(&entries, "", &filter, None);
            prop_assert!(after.iter().all(|place| before.contains(place)));
        }
    }
}
