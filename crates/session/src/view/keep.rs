//! Taking something along, and what an opened link holds.

use domain::matching::{Match, Tier};
use domain::sharing::{holds_back, may_be_shared, supports_to_share};
use domain::text::Key;
use domain::{Answers, Date, SupportId};

use super::{Card, ContactView, Phrase, Places, Screen};
use crate::keep::picture::{Line, Size};
use crate::keep::{Held, Passed, Picture, Shares, Told};
use crate::model::Model;

/// The screen of taking along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// On this device.
    pub save: SaveView,
    /// To somebody close.
    pub share: ShareView,
    /// As a picture or on paper.
    pub picture: PictureView,
    /// On a day.
    pub reminder: ReminderView,
    /// "Back to the result".
    pub back: Phrase,
}

/// Saving on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveView {
    /// The heading.
    pub title: Phrase,
    /// What is saved, and who could see it.
    pub notes: Vec<Phrase>,
    /// "Save".
    pub save: Phrase,
    /// What became of it, or that what is saved is older than the answers; empty for nothing.
    pub status: Phrase,
    /// "Erase", when something is saved.
    pub erase: Option<Phrase>,
}

/// Sending a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareView {
    /// The heading.
    pub title: Phrase,
    /// What the link is, and who can read it.
    pub notes: Vec<Phrase>,
    /// What to send?
    pub legend: Phrase,
    /// The choices, and whether each is the picked one.
    pub choices: Vec<(Shares, Phrase, bool)>,
    /// Heading of the preview.
    pub preview_title: Phrase,
    /// What the other person will see.
    pub preview: Vec<HeldRow>,
    /// Says that something is left out; empty when nothing is.
    pub left_out: Phrase,
    /// "Send".
    pub send: Phrase,
    /// "Copy".
    pub copy: Phrase,
    /// What became of it; empty for nothing.
    pub status: Phrase,
    /// The label of the link and the link, where it has to be copied by hand.
    pub by_hand: Option<(Phrase, String)>,
}

/// Something that is passed on, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldRow {
    /// The question; empty where it is a support.
    pub question: Phrase,
    /// The answers, or the support.
    pub held: Vec<Phrase>,
}

/// Making a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureView {
    /// The heading.
    pub title: Phrase,
    /// What is on it.
    pub note: Phrase,
    /// "Make a picture".
    pub make: Phrase,
    /// "To the result, to print it".
    pub to_print: Phrase,
    /// What became of it; empty for nothing.
    pub status: Phrase,
}

/// A day to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderView {
    /// The heading.
    pub title: Phrase,
    /// What it does, and that others may see a calendar.
    pub note: Phrase,
    /// In so many months: the number and the words.
    pub months: Vec<(u16, Phrase)>,
    /// The label of the day.
    pub day_label: Phrase,
    /// The picked day.
    pub day: Option<Date>,
    /// The first day that can be picked.
    pub first: Option<Date>,
    /// The label of the title.
    pub name_label: Phrase,
    /// The title as it will stand in the calendar.
    pub name: String,
    /// "Make the file".
    pub make: Phrase,
    /// What to correct.
    pub error: Option<(Phrase, Phrase)>,
    /// What became of it; empty for nothing.
    pub status: Phrase,
}

/// What an opened link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedView {
    /// The heading.
    pub title: Phrase,
    /// Under it.
    pub lead: Phrase,
    /// What does not fit: another pack, numbers without a meaning.
    pub warnings: Vec<Phrase>,
    /// That there are answers of one's own, and what would become of them; empty when there are none.
    pub own: Phrase,
    /// "See the result", where the link holds answers.
    pub adopt: Option<Phrase>,
    /// "Leave it".
    pub decline: Phrase,
    /// Heading over the answers.
    pub answers_title: Phrase,
    /// The answers in words; empty where the link holds none.
    pub answers: Vec<HeldRow>,
    /// Heading over the supports.
    pub supports_title: Phrase,
    /// The supports.
    pub cards: Vec<Card>,
    /// Somebody to turn to, where the link cannot be read.
    pub contacts: Vec<ContactView>,
}

impl Model {
    pub(super) fn keep_screen(&self) -> Screen {
        if let Some(waiting) = self.waiting() {
            return waiting;
        }
        Screen::Keep(Box::new(KeepView {
            title: self.say(Key::KeepTitle),
            lead: self.say(Key::KeepLead),
            save: self.save_view(),
            share: self.share_view(),
            picture: PictureView {
                title: self.say(Key::PictureTitle),
                note: self.say(Key::PictureNote),
                make: self.say(Key::PictureMake),
                to_print: self.say(Key::PictureToPrint),
                status: self.status(|told| match told {
                    Told::PictureMade => Some(Key::PictureMade),
                    Told::PictureFailed => Some(Key::PictureFailed),
                    _ => None,
                }),
            },
            reminder: self.reminder_view(),
            back: self.say(Key::BackToResult),
        }))
    }

    /// What is said of the last thing that was asked for, where it is the matter of `key`.
    fn status(&self, key: fn(&Told) -> Option<Key>) -> Phrase {
        let key = self.keep.told.as_ref().and_then(key);
        key.map(|key| self.say(key)).unwrap_or_default()
    }

    fn save_view(&self) -> SaveView {
        let is_saved = !self.saved.is_empty();
        let is_older = is_saved && self.saved != self.to_save();
        let status = self.status(|told| match told {
            Told::Saved => Some(Key::SaveDone),
            Told::SaveRefused => Some(Key::SaveRefused),
            _ => None,
        });
        SaveView {
            title: self.say(Key::SaveTitle),
            notes: vec![self.say(Key::SaveNote), self.say(Key::SaveWhoSees)],
            save: self.say(Key::Save),
            status: if status.is_empty() && is_older {
                self.say(Key::SaveOlder)
            } else {
                status
            },
            erase: is_saved.then(|| self.say(Key::Erase)),
        }
    }

    fn share_view(&self) -> ShareView {
        let choice = |shares, key| (shares, self.say(key), self.keep.shares == shares);
        let held = self.to_share().and_then(|coded| {
            // Read back from the code itself, so that nothing is in it that is not shown.
            self.held(&self.guide()?.ledger, &coded).ok()
        });
        let by_hand = match &self.keep.told {
            Some(Told::ByHand(link)) => Some((self.say(Key::ShareLink), link.clone())),
            _ => None,
        };
        ShareView {
            title: self.say(Key::ShareTitle),
            notes: vec![self.say(Key::ShareNote), self.say(Key::ShareWhoSees)],
            legend: self.say(Key::ShareWhat),
            choices: vec![
                choice(Shares::Supports, Key::ShareSupports),
                choice(Shares::Answers, Key::ShareAnswers),
            ],
            preview_title: self.say(Key::SharePreview),
            preview: held.map(|held| self.held_rows(&held)).unwrap_or_default(),
            left_out: if holds_back(&self.pack, &self.path) {
                self.say(Key::ShareLeftOut)
            } else {
                Phrase::default()
            },
            send: self.say(Key::ShareSend),
            copy: self.say(Key::ShareCopy),
            status: self.status(|told| match told {
                Told::Shared => Some(Key::ShareDone),
                Told::Copied => Some(Key::ShareCopied),
                Told::ByHand(_) => Some(Key::ShareByHand),
                _ => None,
            }),
            by_hand,
        }
    }

    fn reminder_view(&self) -> ReminderView {
        let months = |n: u16| (n, self.count(Key::ReminderMonths, n.into(), &[]));
        let has_error = self.keep.told == Some(Told::NoDay);
        ReminderView {
            title: self.say(Key::ReminderTitle),
            note: self.say(Key::ReminderNote),
            // Without a credible clock nobody knows what day that would be.
            months: self
                .today()
                .map(|_| [1, 3, 6].map(months).into())
                .unwrap_or_default(),
            day_label: self.say(Key::ReminderDay),
            day: self.keep.day,
            first: self.today().and_then(|today| today.plus_days(1)),
            name_label: self.say(Key::ReminderName),
            name: self.reminder_title(),
            make: self.say(Key::ReminderMake),
            error: has_error.then(|| (self.say(Key::ErrorPrefix), self.say(Key::ReminderNoDay))),
            status: self.status(|told| match told {
                Told::FileMade => Some(Key::ReminderMade),
                Told::FileFailed => Some(Key::ReminderFailed),
                _ => None,
            }),
        }
    }

    /// What is passed on, in words.
    fn held_rows(&self, held: &Held) -> Vec<HeldRow> {
        match &held.what {
            Passed::Answers(answers) => self.with_answers(answers.clone()).answer_rows(answers),
            Passed::Supports(ids) => {
                let names = ids.iter().filter_map(|id| self.support_name(*id));
                let row = |name| HeldRow {
                    question: Phrase::default(),
                    held: vec![name],
                };
                names.map(row).collect()
            }
        }
    }

    fn answer_rows(&self, answers: &Answers) -> Vec<HeldRow> {
        let row = |(question, chosen): (_, &[_])| HeldRow {
            question: self.question_label(question),
            held: chosen
                .iter()
                .map(|choice| self.choice_label(question, *choice))
                .collect(),
        };
        answers.iter().map(row).collect()
    }

    pub(super) fn shared_screen(&self) -> Screen {
        if let Some(waiting) = self.waiting_for_guide(Key::ResultTitle) {
            return waiting;
        }
        match self.opened() {
            Some(Ok(held)) => Screen::Shared(Box::new(self.held_view(&held))),
            Some(Err(_)) => Screen::Shared(Box::new(self.damaged_view())),
            // The link is on its way from the address to here.
            None => self.waits(Key::ResultTitle, self.guide_failed()),
        }
    }

    fn damaged_view(&self) -> SharedView {
        SharedView {
            title: self.say(Key::SharedDamaged),
            lead: self.say(Key::SharedDamagedNote),
            warnings: Vec::new(),
            own: Phrase::default(),
            adopt: None,
            decline: self.say(Key::SharedDecline),
            answers_title: Phrase::default(),
            answers: Vec::new(),
            supports_title: Phrase::default(),
            cards: Vec::new(),
            contacts: self.general_contacts(),
        }
    }

    fn held_view(&self, held: &Held) -> SharedView {
        let has_own = !self.answers.is_empty();
        let mut warnings = Vec::new();
        if held.is_other_pack {
            warnings.push(self.say(Key::SharedOtherPack));
        }
        if held.n_unknown > 0 {
            warnings.push(self.count(Key::SharedUnknown, held.n_unknown, &[]));
        }
        let holds_answers = matches!(held.what, Passed::Answers(_));
        let adopt = if has_own {
            Key::SharedReplace
        } else {
            Key::SharedAdopt
        };
        SharedView {
            title: self.say(Key::SharedTitle),
            lead: self.say(Key::SharedLead),
            warnings,
            own: match has_own {
                true if holds_answers => self.say(Key::SharedOwn),
                true | false => Phrase::default(),
            },
            adopt: holds_answers.then(|| self.say(adopt)),
            decline: self.say(if has_own {
                Key::SharedKeepOwn
            } else {
                Key::SharedDecline
            }),
            answers_title: self.say(Key::SharedAnswers),
            answers: match held.what {
                Passed::Answers(_) => self.held_rows(held),
                Passed::Supports(_) => Vec::new(),
            },
            supports_title: self.say(Key::SharedSupports),
            cards: self.held_cards(held),
            contacts: Vec::new(),
        }
    }

    /// The supports of a link as cards. No places: a link somebody sent must not make this device ask for a prefecture.
    fn held_cards(&self, held: &Held) -> Vec<Card> {
        match &held.what {
            Passed::Answers(answers) => {
                let theirs = self.with_answers(answers.clone());
                let outcome = theirs.outcome();
                let shown = outcome.results.iter();
                let shown = shown.filter(|found| may_be_shared(&self.pack, found.id));
                shown
                    .map(|found| Card {
                        places: Places::NotNeeded,
                        ..theirs.card(&outcome, found)
                    })
                    .collect()
            }
            Passed::Supports(ids) => {
                let nobody = self.with_answers(Answers::default());
                let outcome = nobody.outcome();
                let cards = ids.iter().filter_map(|id| nobody.bare_match(*id));
                cards
                    .map(|found| Card {
                        places: Places::NotNeeded,
                        reason: self.say(Key::SharedReason),
                        ..nobody.card(&outcome, &found)
                    })
                    .collect()
            }
        }
    }

    /// A support that nothing but a link brought.
    fn bare_match(&self, id: SupportId) -> Option<Match<'_>> {
        Some(Match {
            id,
            support: self.pack.support(id)?,
            reasons: Vec::new(),
            is_urgent: false,
            tier: Tier::Background,
            entries: Vec::new(),
            voice: None,
            sentences: Vec::new(),
        })
    }
}

impl Model {
    /// The list of whom to turn to, to be drawn: names, numbers and dates, and no word of why.
    pub(crate) fn picture(&self) -> Picture {
        let shared = self.as_shared();
        let outcome = shared.outcome();
        let mut picture = Picture::default();
        picture.add(Size::Large, &shared.say(Key::PictureHeading));
        let ids = supports_to_share(&self.pack, &outcome);
        let cards = ids.iter().filter_map(|id| outcome.find(*id));
        for card in cards.map(|found| shared.card(&outcome, found)) {
            picture.add(Size::Large, &card.name);
            if let Places::Known(places) = &card.places {
                places.iter().for_each(|place| picture.contact(place));
            }
            card.contacts
                .iter()
                .for_each(|contact| picture.contact(contact));
        }
        if let Some(today) = self.today() {
            let date = self.date(today).text;
            picture.add(
                Size::Normal,
                &self.fill(Key::PictureMadeOn, &[("date", &date)]),
            );
        }
        picture
    }
}

impl Picture {
    fn add(&mut self, size: Size, phrase: &Phrase) {
        if !phrase.is_empty() {
            let text = phrase.plain();
            self.lines.push(Line { text, size });
        }
    }

    fn contact(&mut self, contact: &ContactView) {
        self.add(Size::Normal, &contact.name);
        for phone in &contact.phones {
            self.add(Size::Normal, &phone.name);
            phone
                .notes
                .iter()
                .for_each(|note| self.add(Size::Small, note));
        }
        if let Some((mark, _)) = &contact.mark {
            self.add(Size::Small, mark);
        }
        self.add(Size::Small, &contact.checked);
    }
}
