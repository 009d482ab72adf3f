//! Contact points, of a place and of the whole country, as a person reads them.

use domain::directory::{Certainty, Contact, Mark, Phone};
#[cfg(feature = "whole")]
use domain::directory::{Entry, Kind};
use domain::text::{ContactWords, Key};

use super::{OpenView, Phrase};
use crate::model::Model;

/// A link to another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub name: Phrase,
    /// Where it leads.
    pub url: String,
    /// "Another site".
    pub note: Phrase,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneView {
    /// "Call 0120…".
    pub name: Phrase,
    /// The digits to dial.
    pub dial: String,
    /// Extension and what number it is; empty when there is nothing to say.
    pub notes: Vec<Phrase>,
}

/// A labelled fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The label.
    pub label: Phrase,
    /// The fact.
    pub value: Phrase,
}

/// A contact point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// The id in the tables, to tell one from another.
    pub id: String,
    /// The name.
    pub name: Phrase,
    /// What kind it is, or for whom; empty when the name says it.
    pub note: Phrase,
    /// Numbers.
    pub phones: Vec<PhoneView>,
    /// The mark of the numbers and its explanation; `None` when they need none, or when there are none.
    pub mark: Option<(Phrase, Phrase)>,
    /// Whether the official page stands above the numbers.
    pub is_page_first: bool,
    /// The official page.
    pub page: Option<Link>,
    /// Whether somebody is there now; `None` where only the hours in words are sure.
    pub open: Option<OpenView>,
    /// Hours, address, and whatever else is known.
    pub facts: Vec<Fact>,
    /// Who says so.
    pub source: Option<Fact>,
    /// When it was last checked.
    pub checked: Phrase,
}

impl Model {
    /// A national contact point.
    pub(super) fn contact(&self, contact: &Contact) -> ContactView {
        let place = self
            .pack
            .contacts
            .iter()
            .position(|other| other.id == contact.id);
        let nothing = ContactWords::default();
        let words = place
            .and_then(|place| self.words.contacts.get(place))
            .unwrap_or(&nothing);
        let mut facts = Vec::new();
        if !words.hours.is_empty() {
            facts.push(Fact {
                label: self.say(Key::HoursLabel),
                value: self.phrase(&words.hours),
            });
        }
        ContactView {
            id: contact.id.clone(),
            name: self.phrase(&words.name),
            note: self.phrase(&words.note),
            source: self.source(&contact.origin.name),
            checked: match contact.certainty {
                // The numbers of fire and police need no date.
                Certainty::Fixed => Phrase::default(),
                Certainty::Recent | Certainty::Seen | Certainty::Weak => {
                    self.checked(contact.checked_on)
                }
            },
            facts,
            ..self.numbers(&contact.phones, contact.mark(self.today()), &contact.url)
        }
    }

    /// An entry of the directory.
    #[cfg(feature = "whole")]
    pub(super) fn entry(&self, entry: &Entry) -> ContactView {
        let mut facts = Vec::new();
        let mut add = |label: Key, text: &str| {
            if !text.is_empty() {
                facts.push(Fact {
                    label: self.say(label),
                    value: self.fact(text),
                });
            }
        };
        add(Key::AliasLabel, &entry.alias);
        add(Key::PlaceLabel, &entry.place);
        add(Key::HoursLabel, &entry.hours);
        for meeting in &entry.meetings {
            add(Key::MeetingsLabel, &meeting.words);
        }
        add(Key::MayUseLabel, &entry.who);
        add(Key::FeeLabel, &entry.fee);
        add(Key::ReferralLabel, &entry.referral);
        let address = match (entry.postal_code.as_str(), entry.address.as_str()) {
            ("", address) => address.to_owned(),
            (_, "") => String::new(),
            (code, address) => format!("〒{code} {address}"),
        };
        add(Key::AddressLabel, &address);
        add(Key::FaxLabel, &entry.fax);
        add(Key::MailLabel, &entry.email);
        ContactView {
            id: entry.id.clone(),
            name: self.fact(&entry.name),
            note: self.say(kind_key(entry.kind)),
            source: self.source(&entry.origin.name),
            checked: self.checked(entry.checked_on),
            open: self.open_state(entry),
            facts,
            ..self.numbers(&entry.phones, entry.mark(self.today()), &entry.url)
        }
    }

    fn numbers(&self, phones: &[Phone], mark: Mark, url: &str) -> ContactView {
        let phones: Vec<PhoneView> = phones.iter().map(|phone| self.phone(phone)).collect();
        let needs_mark = mark != Mark::None && !phones.is_empty();
        ContactView {
            id: String::new(),
            name: Phrase::default(),
            note: Phrase::default(),
            phones,
            mark: needs_mark.then(|| (self.say(Key::ToVerify), self.say(Key::ToVerifyNote))),
            is_page_first: mark == Mark::ToVerifyBelowPage,
            page: self.link(self.say(Key::OfficialPage), url),
            open: None,
            facts: Vec::new(),
            source: None,
            checked: Phrase::default(),
        }
    }

    fn phone(&self, phone: &Phone) -> PhoneView {
        let mut notes = Vec::new();
        if !phone.extension.is_empty() {
            notes.push(self.fill(Key::Extension, &[("extension", &phone.extension)]));
        }
        if !phone.note.is_empty() {
            notes.push(self.fact(&phone.note));
        }
        PhoneView {
            name: self.fill(Key::Call, &[("number", &phone.digits)]),
            dial: phone.dial(),
            notes,
        }
    }

    fn source(&self, name: &str) -> Option<Fact> {
        (!name.is_empty()).then(|| Fact {
            label: self.say(Key::SourceLabel),
            value: self.fact(name),
        })
    }
}

/// The words for a kind of entry.
#[cfg(feature = "whole")]
pub(super) fn kind_key(kind: Kind) -> Key {
    match kind {
        Kind::SupportCenter => Key::KindSupportCenter,
        Kind::PrefecturalHub => Key::KindPrefecturalHub,
        Kind::Care => Key::KindCare,
        Kind::PalliativeOutpatient => Key::KindPalliativeOutpatient,
        Kind::SecondOpinion => Key::KindSecondOpinion,
        Kind::Salon => Key::KindSalon,
        Kind::PatientGroup => Key::KindPatientGroup,
        Kind::HomeCare => Key::KindHomeCare,
        Kind::PalliativeWard => Key::KindPalliativeWard,
        Kind::Genome => Key::KindGenome,
        Kind::EmploymentDesk => Key::KindEmploymentDesk,
        Kind::HelloworkDesk => Key::KindHelloworkDesk,
        Kind::LaborDesk => Key::KindLaborDesk,
        Kind::Appearance => Key::KindAppearance,
        Kind::AppearanceSubsidy => Key::KindAppearanceSubsidy,
        Kind::Fertility => Key::KindFertility,
        Kind::FertilitySubsidy => Key::KindFertilitySubsidy,
        Kind::FertilityAfter => Key::KindFertilityAfter,
        Kind::ChildhoodHub => Key::KindChildhoodHub,
    }
}
