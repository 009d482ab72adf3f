//! The hand-over sheet as far as a person fills it in, and the Japanese words that stand beside theirs.
//!
//! Own words live here and nowhere else: no effect, snapshot, address or code carries them.

use std::rc::Rc;

use domain::AskId;
use domain::code::{Coded, Meant, fitting};
use domain::ledger::Tick;
use domain::text::{Guide, Lang, Words};

use crate::effect::Effect;
use crate::model::Model;
use crate::qr::{Qr, qr};
use crate::route::Route;

/// More would leave the one page.
pub const MOST_LETTERS: usize = 200;
/// No code of a visit is longer, and none is left so short that it says nothing.
const MOST_SYMBOLS: usize = 200;
const FEWEST_SYMBOLS: usize = 15;

/// What happened on the screen of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetEvent {
    /// The person wrote: the whole text as it is now.
    Wrote(String),
    /// A question to ask was ticked, or its tick taken away.
    TickedAsk(AskId, bool),
    /// "This is my first time" was ticked, or its tick taken away.
    TickedFirstVisit(bool),
}

/// Something that may have been fetched.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fetched<T> {
    Unasked,
    Loading,
    Loaded(Rc<T>),
    Failed,
}

impl<T> Fetched<T> {
    /// Takes what arrived, if it was asked for.
    fn arrived(&mut self, item: Option<&Rc<T>>) {
        if matches!(self, Self::Loading) {
            *self = item.map_or(Self::Failed, |item| Self::Loaded(Rc::clone(item)));
        }
    }

    fn is_needed(&self) -> bool {
        matches!(self, Self::Unasked)
    }

    fn forget_failure(&mut self) {
        if matches!(self, Self::Failed) {
            *self = Self::Unasked;
        }
    }
}

/// What a person fills in, and the Japanese words.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) own: String,
    pub(crate) is_first_visit: bool,
    pub(crate) unticked: Vec<AskId>,
    words: Fetched<Words>,
    guide: Fetched<Guide>,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            own: String::new(),
            is_first_visit: false,
            unticked: Vec::new(),
            words: Fetched::Unasked,
            guide: Fetched::Unasked,
        }
    }
}

/// The Japanese words beside those of the page.
pub(crate) enum Beside<'a> {
    /// The page is in Japanese.
    NotNeeded,
    /// They are on their way.
    Loading,
    /// They did not come.
    Failed,
    /// They are there.
    Loaded(&'a Words, &'a Guide),
}

impl Sheet {
    pub(crate) fn update(&mut self, event: SheetEvent) -> Vec<Effect> {
        match event {
            SheetEvent::Wrote(text) => self.own = text.chars().take(MOST_LETTERS).collect(),
            SheetEvent::TickedAsk(ask, is_on) => {
                self.unticked.retain(|known| *known != ask);
                if !is_on {
                    self.unticked.push(ask);
                }
            }
            SheetEvent::TickedFirstVisit(is_on) => self.is_first_visit = is_on,
        }
        Vec::new()
    }

    /// Forgets what the person wrote and ticked.
    pub(crate) fn erase(&mut self) {
        self.own.clear();
        self.is_first_visit = false;
        self.unticked.clear();
    }

    pub(crate) fn words_arrived(&mut self, lang: Lang, words: Option<&Rc<Words>>) {
        if lang == Lang::Ja {
            self.words.arrived(words);
        }
    }

    pub(crate) fn guide_arrived(&mut self, lang: Lang, guide: Option<&Rc<Guide>>) {
        if lang == Lang::Ja {
            self.guide.arrived(guide);
        }
    }
}

/// The code of a sheet.
pub(crate) struct SheetCode {
    pub(crate) coded: Coded,
    pub(crate) n_left_out: usize,
    pub(crate) qr: Option<Qr>,
}

impl Model {
    /// Fetches the Japanese words where they stand beside others: a counselor reads Japanese.
    pub(crate) fn need_japanese(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        let is_needed = matches!(self.route, Route::Sheet | Route::Counter);
        if !is_needed || self.lang().html() == Lang::Ja.html() {
            return effects;
        }
        if self.sheet.words.is_needed() {
            self.sheet.words = Fetched::Loading;
            effects.push(Effect::LoadWords(Lang::Ja));
        }
        if self.sheet.guide.is_needed() {
            self.sheet.guide = Fetched::Loading;
            effects.push(Effect::LoadGuide(Lang::Ja));
        }
        effects
    }

    /// The same after they did not come.
    pub(crate) fn need_japanese_again(&mut self) -> Vec<Effect> {
        self.sheet.words.forget_failure();
        self.sheet.guide.forget_failure();
        self.need_japanese()
    }

    /// How far the Japanese words are.
    pub(crate) fn beside(&self) -> Beside<'_> {
        if self.lang().html() == Lang::Ja.html() {
            return Beside::NotNeeded;
        }
        match (&self.sheet.words, &self.sheet.guide) {
            (Fetched::Loaded(words), Fetched::Loaded(guide)) => Beside::Loaded(words, guide),
            (Fetched::Failed, _) | (_, Fetched::Failed) => Beside::Failed,
            _ => Beside::Loading,
        }
    }

    /// The code of the sheet with these questions to ask, as long as a QR code can carry it.
    pub(crate) fn sheet_code(&self, guide: &Guide, asks: &[AskId]) -> SheetCode {
        let ticks: &[Tick] = if self.sheet.is_first_visit {
            &[Tick::FirstVisit]
        } else {
            &[]
        };
        let (survey, answers) = (&self.pack.survey, &self.path.answers);
        let ledger = &guide.ledger;
        let mut codes = ledger.codes_of(Meant::ForCounselor, survey, answers, ticks);
        codes.extend(asks.iter().filter_map(|ask| ledger.of_ask(*ask)));
        // The low bits, as decision 0015 says.
        let pack = (self.words.made_for & 0xFFFF) as u16;
        let address = [&self.home, "#/counter/"].concat();
        let mut most = MOST_SYMBOLS;
        loop {
            let (coded, n_left_out) = fitting(Meant::ForCounselor, pack, &codes, most);
            let qr = qr(&address, &coded.in_address());
            most = coded.n_symbols().saturating_sub(5);
            // An address that leaves no room for anything gets the whole code without a QR code.
            if qr.is_some() || n_left_out == codes.len() {
                return SheetCode {
                    coded,
                    n_left_out,
                    qr,
                };
            }
            if most < FEWEST_SYMBOLS {
                let (coded, n_left_out) = fitting(Meant::ForCounselor, pack, &codes, MOST_SYMBOLS);
                return SheetCode {
                    coded,
                    n_left_out,
                    qr: None,
                };
            }
        }
    }
}
