//! What a person does in the directory: where they look, what they pick, what they type. It is in no address and in no storage.

use std::rc::Rc;

use domain::calendar::{self, Appointment, When};
use domain::directory::filter::{Facet, Filter, Ranks, Value, values};
use domain::directory::search::Index;
use domain::directory::{Entry, Meeting, Prefecture};
use domain::hours::{Moment, Sitting};
use domain::survey::Purpose;
use domain::text::Key;
use domain::{Answers, ChoiceId};

use crate::effect::{Effect, File};
use crate::model::Model;
use crate::route::Route;

/// How many entries are shown at a time.
pub(crate) const AT_ONCE: usize = 50;
/// How many dates of a meeting are shown.
const N_DATES: usize = 3;

/// What happened in the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A prefecture was picked; `None` for none.
    ChosePrefecture(Option<Prefecture>),
    /// A municipality was picked, as a choice of the question about it; `None` for none.
    ChoseMunicipality(Option<ChoiceId>),
    /// Something that entries are to have was picked.
    Picked(Value),
    /// Nothing is picked of a facet any more.
    Dropped(Facet),
    /// What the field for searching holds now.
    Typed(String),
    /// "Without these words".
    DroppedWords,
    /// "Clear all".
    PressedClear,
    /// "Show more".
    PressedMore,
    /// "Put it into my calendar".
    PressedKeepDate(DateId),
    /// The file for the calendar was made, or could not be.
    DateKept(bool),
}

/// One date of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateId {
    /// The entry's id.
    pub entry: Rc<str>,
    /// The place of the meeting among those of the entry.
    pub meeting: usize,
    /// When it begins.
    pub from: Moment,
}

/// The municipality whose entries come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Own {
    /// The one given in an answer, if there is one.
    #[default]
    Answered,
    /// The one picked here; `None` for none.
    Picked(Option<ChoiceId>),
}

/// The entries of a prefecture, made ready for searching.
#[derive(Debug)]
struct Shelf {
    prefecture: Prefecture,
    n_entries: usize,
    index: Index,
    values: Vec<Value>,
}

/// What was picked and typed.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The prefecture.
    pub(crate) prefecture: Option<Prefecture>,
    own: Own,
    pub(crate) filter: Filter,
    pub(crate) query: String,
    /// What the field holds when it is drawn anew, and how often it was. Afterwards the field is the browser's: whoever writes into it
    /// while a word is being composed disturbs the input method.
    pub(crate) field: (String, u32),
    /// How often more was asked for.
    pub(crate) n_more: usize,
    /// What became of the last file, and the entry whose date is in it.
    pub(crate) told: Option<(Rc<str>, Key)>,
    /// The entry whose date was asked for.
    asked: Option<Rc<str>>,
    shelf: Option<Rc<Shelf>>,
    /// Where each entry stands, as of the last pick.
    ranks: Ranks,
}

impl State {
    /// Draws the field anew with what was typed before.
    fn renew_field(&mut self) {
        self.field = (self.query.clone(), self.field.1.wrapping_add(1));
    }

    fn look_elsewhere(&mut self) {
        self.n_more = 0;
        self.told = None;
    }
}

impl Model {
    pub(crate) fn places_update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::PressedMore => {
                self.places.n_more += 1;
                return vec![Effect::FocusPart(self.places.n_more)];
            }
            Event::PressedKeepDate(date) => {
                let file = self.calendar_file(&date);
                self.places.asked = Some(date.entry);
                return file.into_iter().collect();
            }
            Event::DateKept(is_kept) => {
                let key = if is_kept {
                    Key::DateKept
                } else {
                    Key::DateNotKept
                };
                self.places.told = self.places.asked.take().map(|entry| (entry, key));
                return Vec::new();
            }
            Event::ChosePrefecture(prefecture) => {
                self.places = State {
                    prefecture,
                    field: (String::new(), self.places.field.1.wrapping_add(1)),
                    ..State::default()
                };
                let effects = self.need_entries(prefecture);
                self.set_out_places();
                return effects;
            }
            Event::ChoseMunicipality(own) => self.places.own = Own::Picked(own),
            Event::Picked(value) => self.places.filter.pick(value),
            Event::Dropped(facet) => self.places.filter.drop(facet),
            Event::Typed(text) => {
                self.places.query = text;
                self.places.look_elsewhere();
                return Vec::new();
            }
            Event::DroppedWords => {
                self.places.query.clear();
                self.places.renew_field();
            }
            Event::PressedClear => {
                self.places.filter = Filter::default();
                self.places.query.clear();
                self.places.renew_field();
            }
        }
        self.places.look_elsewhere();
        self.rank_places();
        Vec::new()
    }

    /// The directory is opened: the field shows what was typed before.
    pub(crate) fn open_places(&mut self) {
        self.places.renew_field();
        self.places.told = None;
        self.set_out_places();
    }

    /// Makes the loaded entries ready for searching, once.
    pub(crate) fn set_out_places(&mut self) {
        if self.route != Route::Places {
            return;
        }
        let Some(prefecture) = self.places.prefecture else {
            return;
        };
        let entries = self.entries_of(Some(prefecture));
        let is_ready = self.places.shelf.as_ref().is_some_and(|shelf| {
            shelf.prefecture == prefecture && shelf.n_entries == entries.len()
        });
        if !is_ready {
            self.places.shelf = Some(Rc::new(Shelf {
                prefecture,
                n_entries: entries.len(),
                index: Index::new(entries),
                values: values(entries),
            }));
        }
        self.rank_places();
    }

    /// Works out where each entry stands, after a pick.
    fn rank_places(&mut self) {
        self.places.ranks = self.ranks_with(&self.places.filter);
    }

    fn ranks_with(&self, filter: &Filter) -> Ranks {
        let own = self.own_municipality().map(|(_, name)| name);
        Ranks::new(self.entries_of(self.places.prefecture), filter, own)
    }

    /// What can be picked among the entries of the prefecture.
    pub(crate) fn places_values(&self) -> &[Value] {
        let shelf = self.places.shelf.as_ref();
        shelf.map_or(&[], |shelf| &shelf.values)
    }

    /// The entries that fit, in the order in which they are shown.
    pub(crate) fn places_found(&self) -> Vec<&Entry> {
        let entries = self.entries_of(self.places.prefecture);
        let found = self.found_by(&self.places.ranks, &self.places.query);
        { found.into_iter() }
            .filter_map(|place| entries.get(place))
            .collect()
    }

    /// How many would be found with these words and picks.
    pub(crate) fn n_found_with(&self, query: &str, filter: &Filter) -> usize {
        self.found_by(&self.ranks_with(filter), query).len()
    }

    fn found_by(&self, ranks: &Ranks, query: &str) -> Vec<usize> {
        let shelf = self.places.shelf.as_ref();
        shelf.map_or(Vec::new(), |shelf| ranks.found(&shelf.index, query))
    }

    /// The municipalities that the prefecture has in the tables.
    pub(crate) fn municipalities(&self) -> Vec<(ChoiceId, &str)> {
        let survey = &self.pack.survey;
        let named = self.places.prefecture.and_then(|prefecture| {
            let id = survey.with_purpose(&Purpose::Prefecture)?;
            let choice = survey.get(id)?.choice(&prefecture.to_string())?;
            let mut answers = Answers::default();
            answers.set(id, vec![choice]);
            Some(answers)
        });
        let (Some(answers), Some(question)) = (
            named,
            survey
                .with_purpose(&Purpose::Municipality)
                .and_then(|id| survey.get(id)),
        ) else {
            return Vec::new();
        };
        let choices = question.choices.iter().enumerate();
        choices
            .filter(|(_, choice)| choice.offered_when.holds(&answers))
            .filter_map(|(place, choice)| Some((ChoiceId::at(place)?, choice.name.as_str())))
            .collect()
    }

    /// The municipality whose entries come first, if it is one of the prefecture.
    pub(crate) fn own_municipality(&self) -> Option<(ChoiceId, &str)> {
        let known = self.municipalities();
        let area = self.pack.area(&self.path.answers);
        known.into_iter().find(|(id, name)| match self.places.own {
            Own::Picked(picked) => picked == Some(*id),
            Own::Answered => area.municipality == Some(*name),
        })
    }

    /// The next dates of a meeting; none when the clock is clearly wrong, or when only the words of the table are sure.
    pub(crate) fn dates(&self, meeting: &Meeting) -> Vec<Sitting> {
        let Some(now) = self.now else {
            return Vec::new();
        };
        meeting
            .times
            .sure_sittings(now, &self.pack.holidays)
            .filter(|sitting| meeting.validity.holds_on(Some(sitting.from.date)))
            .take(N_DATES)
            .collect()
    }

    /// The file for the calendar. Neither its title nor anything in it says what the date is about.
    fn calendar_file(&self, date: &DateId) -> Option<Effect> {
        let entry = self
            .entries_of(self.places.prefecture)
            .iter()
            .find(|entry| *entry.id == *date.entry)?;
        let meeting = entry.meetings.get(date.meeting)?;
        let sitting = self
            .dates(meeting)
            .into_iter()
            .find(|sitting| sitting.from == date.from)?;
        let day = sitting.from.date.to_string();
        let number = entry.phones.first().map(|phone| phone.digits.as_str());
        let note = [
            &self.say(Key::CalendarNote).plain(),
            " ",
            number.unwrap_or_default(),
        ]
        .concat();
        let appointment = Appointment {
            when: When::Times(sitting.from, sitting.to),
            title: &self.say(Key::CalendarTitle).plain(),
            // The name of a room or of a house may say it; a street does not.
            place: &entry.address,
            note: note.trim_end(),
            id: &[&entry.id, "-", &date.meeting.to_string(), "-", &day].concat(),
        };
        Some(Effect::SaveFile(File {
            name: ["date-", &day, ".ics"].concat(),
            kind: "text/calendar",
            text: calendar::file(&appointment, self.now?),
        }))
    }
}
