//! What stands on a leaflet, with every word resolved. Texts are in the words for everybody: nobody has answered anything.

use domain::directory::{Entry, Group, Kind, Prefecture};
use domain::support::Support;
use domain::text::{Key, Lang, SupportWords, Voiced};
use domain::{NeedId, SupportId};

use super::contact::kind_key;
use super::sources::SourceRow;
use super::{ContactView, CrisisView, Fact, Frame, Link, Phrase, Section};
use crate::leaflet::{Leaflet, prefectures};
use crate::model::Model;

/// A link to a leaflet: what it says, and the folder seen from the start page of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafletLink {
    /// What it says.
    pub name: Phrase,
    /// The folder, as [`Leaflet::folder`] gives it.
    pub folder: String,
}

/// Links under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkGroup {
    /// The heading; empty for none.
    pub title: Phrase,
    /// The links; never empty.
    pub links: Vec<LeafletLink>,
}

/// A leaflet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafletView {
    /// What stands around every screen; its links belong to the app and are not drawn.
    pub frame: Frame,
    /// Its own folder; empty for the page of an address that leads nowhere, which may stand anywhere.
    pub folder: String,
    /// The title of the window.
    pub window: String,
    /// What a search engine says of it.
    pub description: String,
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// What it is about.
    pub body: LeafletBody,
    /// Whom to call, heading and note, with the general support's contacts; `None` where the body has them.
    pub to_call: Option<(Section, Vec<ContactView>)>,
    /// The way to the first question of the app.
    pub check: Phrase,
    /// What the history and the server can show.
    pub seen: Phrase,
    /// The start page.
    pub to_start: Phrase,
    /// The list it stands in; `None` for the lists themselves.
    pub back: Option<LeafletLink>,
    /// The lists of leaflets.
    pub indexes: Vec<LeafletLink>,
    /// For paper, where nothing can be tapped: whom to call now.
    pub crisis: CrisisLines,
}

/// Whom to call now, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLines {
    /// The heading.
    pub title: Phrase,
    /// Where words are drafts: says so. Empty otherwise.
    pub draft: Phrase,
    /// 119 and 110, then the lines to talk.
    pub lines: Vec<ContactView>,
}

/// What a leaflet is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeafletBody {
    /// A list of leaflets.
    Index(IndexLeaflet),
    /// One support.
    Guide(Box<GuideLeaflet>),
    /// Help now.
    Crisis(Box<CrisisView>),
    /// One prefecture.
    Contacts(ContactsLeaflet),
    /// Nothing is at the address; the same said in the other languages.
    NotFound(Vec<NotFoundLine>),
}

/// A list of leaflets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexLeaflet {
    /// The links.
    pub groups: Vec<LinkGroup>,
    /// What nobody is told unasked, folded away.
    pub later: Option<LinkGroup>,
}

/// One support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideLeaflet {
    /// The fixed sentence about emergencies of the body.
    pub emergency: Option<Phrase>,
    /// What to say first.
    pub said: Option<Fact>,
    /// Who, what, cost, bring, where to ask.
    pub facts: Vec<Fact>,
    /// Heading over the national contacts.
    pub contacts_label: Phrase,
    /// The national contacts; empty where those to call at the end are its own.
    pub contacts: Vec<ContactView>,
    /// Heading over the sources.
    pub sources_label: Phrase,
    /// The sources.
    pub sources: Vec<SourceRow>,
    /// When the facts were last checked.
    pub checked: Phrase,
}

/// The entries of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGroup {
    /// The name of the kind in the tables, to find the part on the page.
    pub id: &'static str,
    /// The heading.
    pub title: Phrase,
    /// The entries; never empty.
    pub entries: Vec<ContactView>,
}

/// One prefecture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactsLeaflet {
    /// Label of the links to the parts.
    pub parts_label: Phrase,
    /// The entries, in the order in which the directory lists the kinds; empty where none is known.
    pub kinds: Vec<KindGroup>,
    /// What to say at the main number of any hospital.
    pub ask: Phrase,
    /// The official search page.
    pub search: Option<Link>,
    /// Heading over the national contacts.
    pub national_title: Phrase,
    /// The national contacts that are no crisis lines.
    pub national: Vec<ContactView>,
}

/// That nothing is at the address, in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFoundLine {
    /// The language.
    pub lang: Lang,
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// The link to the start page of the language.
    pub to_start: Phrase,
}

impl Model {
    /// A leaflet. `entries` are those of its prefecture, empty for other leaflets; `later` says which supports nobody
    /// is told of unasked.
    ///
    /// The words of the supports must have arrived, or the guide is empty.
    pub fn leaflet(
        &self,
        leaflet: Leaflet,
        entries: &[Entry],
        later: &dyn Fn(SupportId) -> bool,
    ) -> LeafletView {
        match leaflet {
            Leaflet::GuideIndex => self.on_leaflet(
                leaflet.folder(&self.pack),
                (
                    self.say(Key::GuideIndexTitle),
                    self.say(Key::GuideIndexLead),
                ),
                LeafletBody::Index(self.guide_index(later)),
            ),
            Leaflet::ContactsIndex => self.on_leaflet(
                leaflet.folder(&self.pack),
                (
                    self.say(Key::ContactsIndexTitle),
                    self.say(Key::ContactsIndexLead),
                ),
                LeafletBody::Index(self.contacts_index()),
            ),
            Leaflet::Guide(id) => self.guide_leaflet(leaflet, id),
            Leaflet::Contacts(prefecture) => self.contacts_leaflet(leaflet, prefecture, entries),
        }
    }

    /// The page of an address that leads nowhere, which also says so in `others`.
    pub fn not_found_leaflet(&self, others: Vec<NotFoundLine>) -> LeafletView {
        self.on_leaflet(
            String::new(),
            (self.say(Key::NotFoundTitle), self.say(Key::NotFoundLead)),
            LeafletBody::NotFound(others),
        )
    }

    /// That nothing is at the address, for the page in another language.
    pub fn not_found_line(&self) -> NotFoundLine {
        NotFoundLine {
            lang: self.lang(),
            title: self.say(Key::NotFoundTitle),
            lead: self.say(Key::NotFoundLead),
            to_start: self.say(Key::ToStart),
        }
    }

    /// The links to the lists of leaflets, for the start page where it stands without the app.
    pub fn leaflet_links(&self) -> LinkGroup {
        LinkGroup {
            title: self.say(Key::LeafletRead),
            links: self.indexes(),
        }
    }

    fn indexes(&self) -> Vec<LeafletLink> {
        [
            (Key::GuideIndexTitle, Leaflet::GuideIndex),
            (Key::ContactsIndexTitle, Leaflet::ContactsIndex),
        ]
        .map(|(name, leaflet)| self.leaflet_link(self.say(name), leaflet))
        .into()
    }

    fn leaflet_link(&self, name: Phrase, leaflet: Leaflet) -> LeafletLink {
        LeafletLink {
            name,
            folder: leaflet.folder(&self.pack),
        }
    }

    /// A leaflet with all that is the same on every one.
    fn on_leaflet(
        &self,
        folder: String,
        (title, lead): (Phrase, Phrase),
        body: LeafletBody,
    ) -> LeafletView {
        let now = [Group::Danger, Group::Listen];
        let lines = now.iter().flat_map(|group| {
            let contacts = self.pack.contacts.iter();
            contacts.filter(move |contact| contact.group == *group)
        });
        LeafletView {
            frame: self.view().frame,
            folder,
            window: [
                title.plain().as_str(),
                " | ",
                &self.say(Key::AppName).plain(),
            ]
            .concat(),
            description: lead.plain(),
            title,
            lead,
            body,
            to_call: Some((
                Section {
                    title: self.say(Key::StartContacts),
                    paragraphs: vec![self.say(Key::StartContactsNote)],
                },
                self.general_contacts(),
            )),
            check: self.say(Key::StartCheck),
            seen: self.say(Key::LeafletSeen),
            to_start: self.say(Key::ToStart),
            back: None,
            indexes: self.indexes(),
            crisis: CrisisLines {
                title: self.say(Key::CrisisTitle),
                draft: self.say(Key::CrisisDraft),
                lines: lines.map(|contact| self.contact(contact)).collect(),
            },
        }
    }

    fn guide_index(&self, later: &dyn Fn(SupportId) -> bool) -> IndexLeaflet {
        let links = |is_in: &dyn Fn(SupportId, &Support) -> bool| -> Vec<LeafletLink> {
            let supports = self.pack.iter_supports();
            supports
                .filter(|(id, support)| is_in(*id, support))
                .map(|(id, _)| self.leaflet_link(self.guide_name(id), Leaflet::Guide(id)))
                .collect()
        };
        // Help now is for every worry, and would be hard to find among what it was filed under.
        let is_always =
            |id: SupportId, support: &Support| support.needs.is_empty() || id == self.pack.crisis;
        let always = LinkGroup {
            title: self.say(Key::GuideAlways),
            links: links(&|id, support| is_always(id, support) && !later(id)),
        };
        let needs = (0..self.words.needs.len()).filter_map(NeedId::at);
        let of_needs = needs.map(|need| LinkGroup {
            title: self.phrase(self.words.need(need)),
            links: links(&|id, support| {
                support.needs.first() == Some(&need) && !is_always(id, support) && !later(id)
            }),
        });
        let later = LinkGroup {
            title: self.say(Key::GuideLater),
            links: links(&|id, _| later(id)),
        };
        let is_there = |group: &LinkGroup| !group.links.is_empty();
        IndexLeaflet {
            groups: [always]
                .into_iter()
                .chain(of_needs)
                .filter(is_there)
                .collect(),
            later: Some(later).filter(is_there),
        }
    }

    fn contacts_index(&self) -> IndexLeaflet {
        let links = prefectures(&self.pack).into_iter().map(|prefecture| {
            let name = self.prefecture_name(prefecture);
            self.leaflet_link(name, Leaflet::Contacts(prefecture))
        });
        IndexLeaflet {
            groups: vec![LinkGroup {
                title: Phrase::default(),
                links: links.collect(),
            }],
            later: None,
        }
    }

    fn guide_leaflet(&self, leaflet: Leaflet, id: SupportId) -> LeafletView {
        let (texts, body) = match self.pack.support(id) {
            Some(support) if id != self.pack.crisis => {
                let lead = self.base(id, |words| &words.lead);
                let body = LeafletBody::Guide(Box::new(self.guide_body(id, support)));
                ((self.guide_name(id), lead), body)
            }
            _ => {
                let texts = (self.guide_name(id), self.say(Key::CrisisLead));
                (texts, LeafletBody::Crisis(Box::new(self.crisis_view())))
            }
        };
        LeafletView {
            back: self.indexes().into_iter().next(),
            ..self.on_leaflet(leaflet.folder(&self.pack), texts, body)
        }
    }

    fn guide_body(&self, id: SupportId, support: &Support) -> GuideLeaflet {
        type Field = fn(&SupportWords) -> &Voiced;
        let fields: [(Key, Field); 5] = [
            (Key::WhoLabel, |words| &words.who),
            (Key::WhatLabel, |words| &words.what),
            (Key::CostLabel, |words| &words.cost),
            (Key::BringLabel, |words| &words.bring),
            (Key::AskLabel, |words| &words.ask),
        ];
        let fact = |label: Key, field: Field| {
            let value = self.base(id, field);
            (!value.is_empty()).then(|| Fact {
                label: self.say(label),
                value,
            })
        };
        let contacts = self.pack.contacts_of(id, None);
        GuideLeaflet {
            emergency: support
                .carries_emergency
                .then(|| self.say(Key::BodyEmergency)),
            said: fact(Key::SayLabel, |words| &words.say),
            facts: fields
                .into_iter()
                .filter_map(|(label, field)| fact(label, field))
                .collect(),
            contacts_label: self.say(Key::ContactsLabel),
            contacts: contacts
                .filter(|_| id != self.pack.general)
                .map(|contact| self.contact(contact))
                .collect(),
            sources_label: self.say(Key::SourcesLabel),
            sources: self.sources(support),
            checked: self.checked(support.checked_on),
        }
    }

    fn contacts_leaflet(
        &self,
        leaflet: Leaflet,
        prefecture: Prefecture,
        entries: &[Entry],
    ) -> LeafletView {
        let name = self.prefecture_name(prefecture).text;
        let kinds: Vec<KindGroup> = Kind::ALL
            .iter()
            .map(|kind| KindGroup {
                id: kind.name(),
                title: self.say(kind_key(*kind)),
                entries: entries
                    .iter()
                    .filter(|entry| entry.kind == *kind)
                    .map(|entry| self.entry(entry))
                    .collect(),
            })
            .filter(|group| !group.entries.is_empty())
            .collect();
        let lead = if kinds.is_empty() {
            Key::NoEntry
        } else {
            Key::ContactsLead
        };
        let texts = (
            self.fill(Key::ContactsTitle, &[("prefecture", &name)]),
            self.fill(lead, &[("prefecture", &name)]),
        );
        let national = self.pack.contacts.iter();
        let body = ContactsLeaflet {
            parts_label: self.say(Key::LeafletParts),
            kinds,
            ask: self.say(Key::AskAtHospital),
            search: self.official_search(),
            national_title: self.say(Key::NationalTitle),
            national: national
                .filter(|contact| contact.group == Group::None)
                .map(|contact| self.contact(contact))
                .collect(),
        };
        LeafletView {
            back: self.indexes().into_iter().next_back(),
            to_call: None,
            ..self.on_leaflet(
                leaflet.folder(&self.pack),
                texts,
                LeafletBody::Contacts(body),
            )
        }
    }

    /// The name of a support; help now has its fixed sentence, which is there in every language.
    fn guide_name(&self, id: SupportId) -> Phrase {
        if id == self.pack.crisis {
            self.say(Key::CrisisTitle)
        } else {
            self.base(id, |words| &words.name)
        }
    }

    /// A text of a support in the words for everybody.
    fn base(&self, id: SupportId, field: fn(&SupportWords) -> &Voiced) -> Phrase {
        let words = self.guide().and_then(|guide| guide.support(id));
        words
            .map(|words| self.phrase(&field(words).base))
            .unwrap_or_default()
    }
}
