//! Who can be turned to.

use std::collections::BTreeSet;

use domain::SupportId;
use domain::directory::{Contact, Group};

use super::{Content, Visit, Who};
use crate::proof::circuit::{Circuit, Signal};

impl Content<'_> {
    /// Whether a contact names somebody who answers: no crisis line, and not the official search page.
    ///
    /// Source: the design's promise 1.
    fn is_somebody(&self, support: SupportId, contact: &Contact) -> bool {
        let is_crisis =
            contact.group != Group::None || contact.supports.contains(&self.pack.crisis);
        // The card of the general support shows only its contacts with a number; one without is the search page.
        let is_shown =
            !contact.phones.is_empty() || (support != self.pack.general && !contact.url.is_empty());
        !is_crisis && is_shown
    }
}

impl Visit {
    /// Whether a shown support leads to somebody who can be reached and is open to this person.
    ///
    /// `unnamed` are the contacts that have no name in the person's language.
    pub fn leads_to_somebody(
        &self,
        circuit: &mut Circuit,
        content: &Content<'_>,
        id: SupportId,
        unnamed: &BTreeSet<usize>,
    ) -> Signal {
        let Some(support) = content.pack.support(id) else {
            return Signal::NEVER;
        };
        let mut somebody = vec![self.has_entry(circuit, content, support, Who::Welcome)];
        for (place, contact) in content.pack.contacts.iter().enumerate() {
            if contact.supports.contains(&id)
                && content.is_somebody(id, contact)
                && !unnamed.contains(&place)
            {
                somebody.push(self.can_be_called(circuit, contact));
            }
        }
        let is_somebody_there = circuit.any(somebody);
        circuit.all([self.shown(id), is_somebody_there])
    }

    /// Whether a contact serves the person's prefecture; one that serves only some is nobody's for sure without a place.
    fn can_be_called(&self, circuit: &mut Circuit, contact: &Contact) -> Signal {
        if contact.prefectures.is_empty() {
            return Signal::ALWAYS;
        }
        let served: Vec<Signal> = contact
            .prefectures
            .iter()
            .map(|prefecture| self.is_in(*prefecture))
            .collect();
        circuit.any(served)
    }

    /// Whether the official search page stands on the card of the general support.
    pub fn has_search_page(&self, content: &Content<'_>) -> Signal {
        let pack = content.pack;
        let mut contacts = pack.contacts_of(pack.general, None);
        if contacts.any(|contact| contact.phones.is_empty() && !contact.url.is_empty()) {
            !self.entries(pack.general)
        } else {
            Signal::NEVER
        }
    }
}
