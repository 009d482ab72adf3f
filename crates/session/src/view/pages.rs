//! The start page, the crisis screen, and pages of text.

use domain::directory::{Contact, Group, Mark};
use domain::text::Key;

use super::{ContactView, Link, Phrase, QuestionView};
use crate::model::Model;
use crate::route::Route;

/// One of the doors of the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// What it says.
    pub name: Phrase,
    /// What is behind it.
    pub note: Phrase,
    /// Where it leads.
    pub route: Route,
}

/// The start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartView {
    /// The heading.
    pub title: Phrase,
    /// Two sentences under it.
    pub lead: Phrase,
    /// The three doors: self-check, places, help now.
    pub doors: Vec<Door>,
    /// "Go on" and "erase", when there are answers.
    pub resume: Option<(Phrase, Phrase)>,
    /// Said after erasing.
    pub erased: Option<Phrase>,
    /// Heading and lines of the promises.
    pub promise: Section,
    /// Heading over the contacts.
    pub contacts_title: Phrase,
    /// What to say at a hospital.
    pub contacts_note: Phrase,
    /// The general support's national contacts.
    pub contacts: Vec<ContactView>,
}

/// A heading with paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading; empty for none.
    pub title: Phrase,
    /// The paragraphs.
    pub paragraphs: Vec<Phrase>,
}

/// A page of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageView {
    /// The heading.
    pub title: Phrase,
    /// Where sentences on the page are drafts: says so. Empty otherwise.
    pub draft: Phrase,
    /// The parts.
    pub sections: Vec<Section>,
    /// Links at the end.
    pub links: Vec<(Phrase, Route)>,
}

/// Help now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// Where sentences on the screen are drafts: says so. Empty otherwise.
    pub draft: Phrase,
    /// Danger now: heading, and what to do.
    pub danger: Section,
    /// 119 and 110.
    pub danger_contacts: Vec<ContactView>,
    /// Lines to talk: heading, and what they are for.
    pub listen: Section,
    /// The official page, above the lines when one of them is past its check-by date.
    pub index_link: Option<Link>,
    /// The lines.
    pub lines: Vec<ContactView>,
    /// The official index.
    pub index: Section,
    /// Its contact.
    pub index_contacts: Vec<ContactView>,
    /// When somebody dear is in danger.
    pub other: Section,
    /// Nobody learns what was seen here.
    pub private: Phrase,
}

/// The words of the page around the app, before it runs and when it cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticTexts {
    /// The title of the window.
    pub title: String,
    /// The description for search engines.
    pub description: String,
    /// Shown while the app loads.
    pub loading: Phrase,
    /// Shown when it cannot start.
    pub cannot_start: Phrase,
    /// Shown when its files cannot be had.
    pub cannot_load: Phrase,
    /// The link that loads the page again.
    pub reload: Phrase,
}

impl Model {
    /// The words of the page around the app.
    pub fn static_texts(&self) -> StaticTexts {
        StaticTexts {
            title: self.title().0,
            description: self.say(Key::StartLead).plain(),
            loading: self.say(Key::Loading),
            cannot_start: self.say(Key::CannotStart),
            cannot_load: self.say(Key::CannotLoad),
            reload: self.say(Key::Reload),
        }
    }

    pub(super) fn start_view(&self) -> StartView {
        let door = |name, note, route| Door {
            name: self.say(name),
            note: self.say(note),
            route,
        };
        StartView {
            title: self.say(Key::StartTitle),
            lead: self.say(Key::StartLead),
            doors: vec![
                door(Key::StartCheck, Key::StartCheckNote, Route::Question(1)),
                door(Key::StartPlaces, Key::StartPlacesNote, Route::Places),
                door(Key::StartCrisis, Key::StartCrisisNote, Route::Crisis),
            ],
            resume: (!self.answers.is_empty() || !self.saved.is_empty())
                .then(|| (self.say(Key::StartContinue), self.say(Key::StartErase))),
            erased: self.says_erased.then(|| self.say(Key::Erased)),
            promise: Section {
                title: self.say(Key::PromiseTitle),
                paragraphs: vec![
                    self.say(Key::PromiseDevice),
                    self.say(Key::PromiseName),
                    self.say(Key::PromiseWhy),
                ],
            },
            contacts_title: self.say(Key::StartContacts),
            contacts_note: self.say(Key::StartContactsNote),
            contacts: self.general_contacts(),
        }
    }

    pub(super) fn crisis_view(&self) -> CrisisView {
        let group = |group: Group| -> Vec<ContactView> {
            self.pack
                .contacts
                .iter()
                .filter(|contact| contact.group == group)
                .map(|contact| self.contact(contact))
                .collect()
        };
        let section = |title, paragraphs: &[Key]| Section {
            title: self.say(title),
            paragraphs: paragraphs.iter().map(|key| self.say(*key)).collect(),
        };
        let is_stale = |contact: &Contact| {
            contact.group == Group::Listen && contact.mark(self.today()) == Mark::ToVerifyBelowPage
        };
        let index = self
            .pack
            .contacts
            .iter()
            .find(|contact| contact.group == Group::Index);
        CrisisView {
            index_link: index
                .filter(|_| self.pack.contacts.iter().any(is_stale))
                .and_then(|contact| self.link(self.say(Key::CrisisIndex), &contact.url)),
            title: self.say(Key::CrisisTitle),
            lead: self.say(Key::CrisisLead),
            draft: self.say(Key::CrisisDraft),
            danger: section(
                Key::CrisisDanger,
                &[
                    Key::CrisisDangerNote,
                    Key::CrisisInHospital,
                    Key::BodyEmergency,
                ],
            ),
            danger_contacts: group(Group::Danger),
            listen: section(Key::CrisisListen, &[Key::CrisisListenNote]),
            lines: group(Group::Listen),
            index: section(Key::CrisisIndex, &[]),
            index_contacts: group(Group::Index),
            other: section(
                Key::CrisisOther,
                &[Key::CrisisOtherText, Key::CrisisOtherCenter],
            ),
            private: self.say(Key::CrisisPrivate),
        }
    }

    /// What a person needs before the app has loaded: the start page, the first question, and help now.
    pub fn static_views(&self) -> (StartView, Option<QuestionView>, CrisisView) {
        let first = Model {
            route: Route::Question(1),
            ..self.clone()
        };
        (self.start_view(), first.question_view(), self.crisis_view())
    }

    /// The national contacts of the support that is there for everybody.
    pub(super) fn general_contacts(&self) -> Vec<ContactView> {
        self.pack
            .contacts_of(self.pack.general, None)
            .map(|contact| self.contact(contact))
            .collect()
    }

    pub(super) fn about_view(&self) -> PageView {
        let mut page = self.page(
            Key::AboutTitle,
            &[
                Key::AboutWhat,
                Key::AboutNot,
                Key::AboutFacts,
                Key::AboutBasis,
            ],
        );
        page.links
            .push((self.say(Key::AboutCounter), Route::Counter));
        page
    }

    pub(super) fn privacy_view(&self) -> PageView {
        let page = self.page(
            Key::PrivacyTitle,
            &[
                Key::PrivacyAnswers,
                Key::PrivacyRequests,
                Key::PrivacyNoThird,
                Key::PrivacyErase,
                Key::PrivacyDevice,
            ],
        );
        PageView {
            draft: self.say(Key::CrisisDraft),
            ..page
        }
    }

    pub(super) fn not_found_view(&self) -> PageView {
        let mut page = self.page(Key::NotFoundTitle, &[Key::NotFoundLead]);
        page.links.push((self.say(Key::ToStart), Route::Start));
        page
    }

    pub(super) fn page(&self, title: Key, paragraphs: &[Key]) -> PageView {
        PageView {
            title: self.say(title),
            sections: paragraphs
                .iter()
                .map(|key| Section {
                    title: Phrase::default(),
                    paragraphs: vec![self.say(*key)],
                })
                .collect(),
            ..PageView::default()
        }
    }

    /// A link to another site.
    pub(super) fn link(&self, name: Phrase, url: &str) -> Option<Link> {
        (!url.is_empty()).then(|| Link {
            name,
            url: url.into(),
            note: self.say(Key::OtherSite),
        })
    }
}
