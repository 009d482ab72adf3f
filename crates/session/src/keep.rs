//! Taking something along: saved on this device, sent as a link, as a picture, as a date. Only ever when the person asks for it.

use domain::calendar::{self, Appointment, When};
use domain::code::{self, Code, Coded, Damaged, Meant};
use domain::condition::Reason;
use domain::hours::Moment;
use domain::ledger::Ledger;
use domain::sharing::{answers_to_share, may_be_shared, supports_to_share, ticks};
use domain::text::Key;
use domain::{Answers, Date, SupportId};

use crate::effect::Effect;
use crate::model::Model;
use crate::route::Route;
use crate::{saved, snapshot};

pub mod picture;

pub use picture::Picture;

/// What a person did on these screens, or what came back from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepEvent {
    /// "Save on this device".
    PressedSave,
    /// What to share was picked.
    ChoseToShare(Shares),
    /// "Send the link".
    PressedShare,
    /// "Copy the link".
    PressedCopy,
    /// "Make a picture".
    PressedPicture,
    /// The title of the reminder was typed.
    TypedTitle(String),
    /// The day of the reminder was picked; `None` while it is not whole.
    PickedDay(Option<Date>),
    /// A day in so many months was picked.
    PickedMonths(u16),
    /// "Make the file for the calendar".
    PressedReminder,
    /// What became of something that was asked for outside.
    Told(Told),
    /// The link that was opened, as it was found; empty when there is none.
    LinkTaken(String),
    /// "See the result with these answers", also in the place of one's own.
    PressedAdopt,
    /// "Leave it".
    PressedDecline,
}

/// What the shell is asked to do for these screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepEffect {
    /// Save this on the device, beyond the tab.
    Save(String),
    /// Hand over the link that was opened, and forget it.
    TakeLink,
    /// Offer the address that ends with this fragment to other apps; where that cannot be, copy it.
    ShareLink(String),
    /// Copy the address that ends with this fragment.
    CopyLink(String),
    /// Draw this, and offer it to other apps; where that cannot be, save it as a file.
    SharePicture(Picture),
    /// Save a file.
    SaveFile(SavedFile),
}

/// A file for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name, neutral: others may see it.
    pub name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// What is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shares {
    /// Only the supports.
    #[default]
    Supports,
    /// The answers, and so everything that follows from them.
    Answers,
}

/// What became of something that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The answers are saved.
    Saved,
    /// The browser refuses to save, or has no room.
    SaveRefused,
    /// The link was handed to another app.
    Shared,
    /// The link is copied.
    Copied,
    /// The link can be neither handed on nor copied; this is the whole of it, to be copied by hand.
    ByHand(String),
    /// The person changed their mind in another app's window.
    LeftAlone,
    /// The picture was handed on or saved.
    PictureMade,
    /// The picture cannot be made.
    PictureFailed,
    /// The file was made.
    FileMade,
    /// The file cannot be made.
    FileFailed,
    /// The reminder has no day, or one that is over.
    NoDay,
}

/// What these screens know, besides the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Keep {
    pub(crate) shares: Shares,
    pub(crate) told: Option<Told>,
    /// The typed title of the reminder; `None` while nobody typed.
    pub(crate) title: Option<String>,
    pub(crate) day: Option<Date>,
    pub(crate) opened: Opened,
}

/// The link that was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Opened {
    /// None was.
    #[default]
    Nothing,
    /// This one; it is read anew whenever it is shown, as the ledger may come later than it.
    Link(String),
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What somebody passed on.
    pub what: Passed,
    /// Whether it was made with another pack, whose words may have been others.
    pub is_other_pack: bool,
    /// How many numbers say nothing here.
    pub n_unknown: usize,
}

/// What somebody passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The answers that count.
    Answers(Answers),
    /// Supports, in the order of the pack; the general one first.
    Supports(Vec<SupportId>),
}

impl Model {
    /// Takes one event of these screens in.
    pub(crate) fn keep_update(&mut self, event: KeepEvent) -> Vec<Effect> {
        let is_told = matches!(event, KeepEvent::Told(_));
        if !is_told {
            self.keep.told = None;
        }
        let effect = match event {
            KeepEvent::PressedSave => Some(KeepEffect::Save(self.to_save())),
            KeepEvent::ChoseToShare(shares) => {
                self.keep.shares = shares;
                None
            }
            KeepEvent::PressedShare => self.link_to_share().map(KeepEffect::ShareLink),
            KeepEvent::PressedCopy => self.link_to_share().map(KeepEffect::CopyLink),
            KeepEvent::PressedPicture => Some(KeepEffect::SharePicture(self.picture())),
            KeepEvent::TypedTitle(title) => {
                self.keep.title = Some(title);
                None
            }
            KeepEvent::PickedDay(day) => {
                self.keep.day = day;
                None
            }
            KeepEvent::PickedMonths(months) => {
                self.keep.day = self.today().and_then(|today| today.plus_months(months));
                None
            }
            KeepEvent::PressedReminder => return self.remind(),
            KeepEvent::Told(told) => {
                if told == Told::Saved {
                    self.saved = self.to_save();
                }
                self.keep.told = Some(told);
                None
            }
            KeepEvent::LinkTaken(link) => return self.link_taken(link),
            KeepEvent::PressedAdopt => return self.adopt(),
            KeepEvent::PressedDecline => {
                self.keep.opened = Opened::Nothing;
                return self.instead(Route::Start);
            }
        };
        effect.map(Effect::ForKeep).into_iter().collect()
    }

    /// What would be saved now.
    pub(crate) fn to_save(&self) -> String {
        let answers = snapshot::write(&self.pack.survey, &self.answers);
        saved::write(self.fingerprint, &answers)
    }

    /// The same visit with other answers, to show what they would lead to.
    pub(crate) fn with_answers(&self, answers: Answers) -> Self {
        Self {
            path: self.pack.survey.path(&answers),
            answers,
            ..self.clone()
        }
    }

    /// The visit as others may see it.
    pub(crate) fn as_shared(&self) -> Self {
        self.with_answers(answers_to_share(&self.pack, &self.path))
    }

    /// What the link holds that would be made now; `None` before the ledger is there.
    pub(crate) fn to_share(&self) -> Option<Coded> {
        let ledger = &self.guide()?.ledger;
        let shared = self.as_shared();
        let (meant, codes): (_, Vec<Code>) = match self.keep.shares {
            Shares::Answers => {
                let numbers = |tick: Reason| ledger.of_answer(tick);
                (
                    Meant::Answers,
                    ticks(&shared.answers).filter_map(numbers).collect(),
                )
            }
            Shares::Supports => {
                let supports = supports_to_share(&self.pack, &shared.outcome());
                let supports = supports.into_iter();
                (
                    Meant::Supports,
                    supports.filter_map(|id| ledger.of_support(id)).collect(),
                )
            }
        };
        let pack = self.fingerprint as u16;
        let (coded, _) = code::fitting(meant, pack, &codes, usize::MAX);
        Some(coded)
    }

    fn link_to_share(&self) -> Option<String> {
        let coded = self.to_share()?;
        Some([&Route::Shared.fragment(), "/", &coded.in_address()].concat())
    }

    /// What an opened link holds, or why it is none; `None` when none is open or the ledger is not there yet.
    pub(crate) fn opened(&self) -> Option<Result<Held, Damaged>> {
        let Opened::Link(link) = &self.keep.opened else {
            return None;
        };
        let ledger = &self.guide()?.ledger;
        Some(code::read(link).and_then(|coded| self.held(ledger, &coded)))
    }

    /// What a code for somebody close holds.
    pub(crate) fn held(&self, ledger: &Ledger, coded: &Coded) -> Result<Held, Damaged> {
        let survey = &self.pack.survey;
        let said = ledger.read(survey, &coded.codes);
        let what = match coded.meant {
            Meant::Answers => {
                let path = survey.path(&said.answers);
                Passed::Answers(answers_to_share(&self.pack, &path))
            }
            Meant::Supports => {
                let general = self.pack.general;
                let others = self.pack.iter_supports().map(|(id, _)| id);
                let is_held = |id: &SupportId| {
                    *id != general && said.supports.contains(id) && may_be_shared(&self.pack, *id)
                };
                Passed::Supports(
                    [general]
                        .into_iter()
                        .chain(others.filter(is_held))
                        .collect(),
                )
            }
            // A counselor's code is no result for the family.
            Meant::ForCounselor => return Err(Damaged::Later),
        };
        Ok(Held {
            what,
            is_other_pack: coded.pack != self.fingerprint as u16,
            n_unknown: said.unknown.len(),
        })
    }

    fn link_taken(&mut self, link: String) -> Vec<Effect> {
        if !link.is_empty() {
            self.keep.opened = Opened::Link(link);
        } else if self.keep.opened == Opened::Nothing {
            // A reload: what the link held was in memory alone.
            return self.instead(Route::Start);
        }
        vec![Effect::FocusHeading]
    }

    fn adopt(&mut self) -> Vec<Effect> {
        let Some(Ok(Held {
            what: Passed::Answers(answers),
            ..
        })) = self.opened()
        else {
            return Vec::new();
        };
        self.keep.opened = Opened::Nothing;
        let mut effects = self.replace_answers(answers);
        effects.extend(self.instead(Route::Result));
        effects
    }

    /// Goes to a screen in the place of the present one, so that "back" leads past the link.
    fn instead(&mut self, route: Route) -> Vec<Effect> {
        let mut effects = vec![Effect::Replace(route)];
        effects.extend(self.arrive(route));
        effects
    }

    fn remind(&mut self) -> Vec<Effect> {
        let Some(day) = self.keep.day.filter(|day| Some(*day) > self.today()) else {
            self.keep.told = Some(Told::NoDay);
            return vec![Effect::FocusError];
        };
        let title = self.reminder_title();
        let appointment = Appointment {
            when: When::Day(day),
            title: &title,
            place: "",
            note: "",
            id: &["day-", &day.to_string()].concat(),
        };
        // The standard asks for a time at which it was made; nobody needs to know it to the minute.
        let made = Moment {
            date: self.today().unwrap_or(day),
            minute: 0,
        };
        let file = SavedFile {
            name: "yotei.ics",
            kind: "text/calendar;charset=utf-8",
            text: calendar::file(&appointment, made),
        };
        vec![Effect::ForKeep(KeepEffect::SaveFile(file))]
    }

    /// The title as it stands: the neutral one while nobody typed another.
    pub(crate) fn reminder_title(&self) -> String {
        let title = self.keep.title.clone();
        title.unwrap_or_else(|| self.say(Key::ReminderDefault).plain())
    }
}
