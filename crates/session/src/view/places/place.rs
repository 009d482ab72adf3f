//! An entry in the directory: what contacts show, and what only the directory tells.

use domain::directory::Entry;
use domain::directory::filter::Value;
use domain::hours::Sitting;
use domain::text::Key;

use crate::event::Event;
use crate::model::Model;
use crate::places::{DateId, Event as Happened};
use crate::view::Phrase;
use crate::view::contact::{ContactView, Fact, Link, PhoneView};
use crate::view::open::clock;

/// An entry in the directory.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceView {
    /// Who it is and how to reach them.
    pub contact: ContactView,
    /// The dates of its meetings.
    pub dates: Vec<DatesView>,
    /// That the dates may change; empty when there are none.
    pub dates_note: Phrase,
    /// What became of the file that was asked for; empty for the other entries.
    pub told: Phrase,
    /// How to say that something is wrong; `None` where nobody is there to be told.
    pub mistake: Option<MistakeView>,
}

/// The next dates of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct DatesView {
    /// Which dates these are.
    pub title: Phrase,
    /// The dates; never empty.
    pub dates: Vec<DateView>,
}

/// One date.
#[derive(Clone, Debug, PartialEq)]
pub struct DateView {
    /// When, and that it can be put into a calendar.
    pub keep: Phrase,
    /// What pressing it means.
    pub event: Event,
}

/// How to say that something is wrong. It sends nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MistakeView {
    /// What opens it.
    pub title: Phrase,
    /// What to say, and to whom.
    pub lead: Phrase,
    /// The number of those who run the site.
    pub phone: Option<PhoneView>,
    /// A mail to them, with nothing in it but the entry's id.
    pub mail: Option<(Phrase, String)>,
    /// Their page.
    pub page: Option<Link>,
}

impl Model {
    pub(super) fn place(&self, entry: &Entry) -> PlaceView {
        let mut contact = self.entry(entry);
        contact.facts.extend(self.what_is_there(entry));
        let dates = self.dates_of(entry);
        PlaceView {
            contact,
            dates_note: if dates.is_empty() {
                Phrase::default()
            } else {
                self.say(Key::DatesNote)
            },
            dates,
            told: { self.places.told.as_ref() }
                .filter(|(asked, _)| **asked == *entry.id)
                .map(|(_, key)| self.say(*key))
                .unwrap_or_default(),
            mistake: self.mistake(entry),
        }
    }

    /// What the lists of the directory tell entries apart by, where it is known of this one.
    fn what_is_there(&self, entry: &Entry) -> Vec<Fact> {
        let channels = entry.channels.iter().copied().map(Value::Channel);
        let languages = entry.languages.iter().cloned().map(Value::Language);
        let access = entry
            .accessibility
            .iter()
            .cloned()
            .map(Value::Accessibility);
        let tags = entry.tags.iter().copied().map(Value::Tag);
        [
            (Key::ChannelLabel, channels.collect::<Vec<_>>()),
            (Key::SpokenLabel, languages.collect()),
            (Key::AccessibilityLabel, access.collect()),
            (Key::TagLabel, tags.collect()),
        ]
        .into_iter()
        .filter_map(|(label, values)| {
            let names: Vec<Phrase> = { values.iter() }
                .map(|value| self.value_name(value))
                .collect();
            let lang = names.first()?.lang;
            let names: Vec<String> = { names.iter() }.map(|name| name.text.to_string()).collect();
            let value = Phrase {
                text: self.list(&names).into(),
                lang,
                ..Phrase::default()
            };
            Some(Fact {
                label: self.say(label),
                value,
            })
        })
        .collect()
    }

    fn dates_of(&self, entry: &Entry) -> Vec<DatesView> {
        let meetings = entry.meetings.iter().enumerate();
        let dated = meetings.filter_map(|(place, meeting)| {
            let date = |sitting: &Sitting| DateView {
                keep: self.fill(Key::KeepDate, &[("when", &self.sitting(sitting).text)]),
                event: Event::Places(Happened::PressedKeepDate(DateId {
                    entry: entry.id.as_str().into(),
                    meeting: place,
                    from: sitting.from,
                })),
            };
            let dates: Vec<DateView> = self.dates(meeting).iter().map(date).collect();
            let title = if entry.meetings.len() == 1 {
                self.say(Key::NextDates)
            } else {
                self.fact(&meeting.words)
            };
            (!dates.is_empty()).then_some(DatesView { title, dates })
        });
        dated.collect()
    }

    /// Day and times in words.
    fn sitting(&self, sitting: &Sitting) -> Phrase {
        let names = self.say(Key::Weekdays).text;
        let weekday = sitting.from.date.weekday();
        let weekday = weekday.and_then(|day| names.split(',').nth(day.into()));
        self.fill(
            Key::DateTimes,
            &[
                ("date", &self.date(sitting.from.date).text),
                ("weekday", weekday.unwrap_or_default()),
                ("from", &clock(sitting.from)),
                ("to", &clock(sitting.to)),
            ],
        )
    }

    fn mistake(&self, entry: &Entry) -> Option<MistakeView> {
        let operator = self.config.contact.as_ref()?;
        let name = match operator.name.as_str() {
            "" => self.say(Key::Operator).text,
            name => name.into(),
        };
        Some(MistakeView {
            title: self.say(Key::MistakeTitle),
            lead: self.fill(Key::MistakeLead, &[("name", &name), ("id", &entry.id)]),
            phone: (!operator.phone.is_empty()).then(|| PhoneView {
                name: self.fill(Key::Call, &[("number", &operator.phone)]),
                dial: { operator.phone.chars() }
                    .filter(|character| !matches!(character, '-' | ' '))
                    .collect(),
                notes: Vec::new(),
            }),
            mail: (!operator.email.is_empty()).then(|| {
                let to = ["mailto:", &operator.email, "?subject=", &entry.id].concat();
                (
                    self.fill(Key::MistakeMail, &[("address", &operator.email)]),
                    to,
                )
            }),
            page: self.link(self.say(Key::MistakePage), &operator.url),
        })
    }
}
