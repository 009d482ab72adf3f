//! The ledger of codes: which number stands for which answer, support or tick, and how a visit becomes numbers and back.
//!
//! A number stands for the same thing for ever. What a number stands for is all that a code can say: there is none for a
//! name, a word somebody typed, a municipality, or need N22.
//!
//! Source: docs/decisions/0015-codes.md, `content/codes.csv`.

use serde::{Deserialize, Serialize};

use crate::code::{Code, Meant};
use crate::condition::Reason;
use crate::ids::{AskId, ChoiceId, QuestionId, SupportId};
use crate::order::by_rank;
use crate::survey::{Answers, Exclusive, Purpose, Survey};

/// A tick that is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// 初めての来訪: the person comes for the first time.
    FirstVisit,
    /// 「これからのことは、今は話したくない」: in the place of everything that was answered about it.
    NotYet,
}

impl Tick {
    /// All ticks, in the order of [`Ledger::ticks`].
    pub const ALL: [Self; 2] = [Self::FirstVisit, Self::NotYet];

    /// The name in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstVisit => "first-visit",
            Self::NotYet => "not-yet",
        }
    }
}

/// The numbers in use, in the order of the rules they belong to. Retired numbers are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// By question and choice; `None` for what has no number, such as every municipality.
    pub answers: Vec<Vec<Option<Code>>>,
    /// By support; `None` for the one that is in no code.
    pub supports: Vec<Option<Code>>,
    /// By tick, in the order of [`Tick::ALL`].
    pub ticks: Vec<Option<Code>>,
    /// By question to ask.
    pub asks: Vec<Option<Code>>,
}

/// What the numbers of a code stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The answers.
    pub answers: Answers,
    /// The supports, ascending by number.
    pub supports: Vec<SupportId>,
    /// The ticks, ascending by number.
    pub ticks: Vec<Tick>,
    /// The questions to ask, ascending by number.
    pub asks: Vec<AskId>,
    /// The numbers that this ledger does not know: of a later pack, or retired.
    pub unknown: Vec<Code>,
}

impl Ledger {
    /// The number of an answer.
    pub fn of_answer(&self, answer: Reason) -> Option<Code> {
        *self
            .answers
            .get(answer.question.index())?
            .get(answer.choice.index())?
    }

    /// The number of a support.
    pub fn of_support(&self, support: SupportId) -> Option<Code> {
        *self.supports.get(support.index())?
    }

    /// The number of a tick.
    pub fn of_tick(&self, tick: Tick) -> Option<Code> {
        let place = Tick::ALL.iter().position(|known| *known == tick)?;
        *self.ticks.get(place)?
    }

    /// The number of a question to ask.
    pub fn of_ask(&self, ask: AskId) -> Option<Code> {
        *self.asks.get(ask.index())?
    }

    /// The numbers of `answers`, which must be those on the path, and of `ticks`; the most important first, without repeats.
    ///
    /// What the person would rather not talk about now is left out; for a counselor one tick says that in its place.
    /// For [`Meant::Supports`] there is nothing to say: see [`Ledger::of_support`].
    ///
    /// Source: rules.md, `not_yet`; the order: docs/decisions/0015-codes.md.
    pub fn codes_of(
        &self,
        meant: Meant,
        survey: &Survey,
        answers: &Answers,
        ticks: &[Tick],
    ) -> Vec<Code> {
        let silence = Silence::of(survey, answers);
        let mut codes = Vec::new();
        match meant {
            Meant::Supports => return codes,
            Meant::Answers => {}
            Meant::ForCounselor => {
                let not_yet = silence.is_kept().then_some(Tick::NotYet);
                let ticks = ticks.iter().filter(|tick| **tick != Tick::NotYet);
                let all = not_yet.iter().chain(ticks);
                codes.extend(all.filter_map(|tick| self.of_tick(*tick)));
            }
        }
        let spoken = answers
            .iter()
            .flat_map(|(question, chosen)| {
                let reason = move |choice: &ChoiceId| Reason {
                    question,
                    choice: *choice,
                };
                chosen.iter().map(reason)
            })
            .filter(|answer| !silence.covers(*answer))
            .collect();
        let most = first_worry(survey, answers);
        let ordered = by_rank(spoken, RANKS, |answer| rank(survey, *answer, most));
        codes.extend(
            ordered
                .into_iter()
                .filter_map(|answer| self.of_answer(answer)),
        );
        codes
    }

    /// What `codes` stand for. A number that nobody knows is told, not refused.
    pub fn read(&self, survey: &Survey, codes: &[Code]) -> Said {
        let mut said = Said::default();
        for code in codes {
            if let Some(answer) = self.answer(*code) {
                said.answers.add(answer.question, answer.choice);
            } else if let Some(place) = place_of(&self.supports, *code) {
                said.supports.extend(SupportId::at(place));
            } else if let Some(tick) = place_of(&self.ticks, *code) {
                said.ticks.extend(Tick::ALL.get(tick).copied());
            } else if let Some(ask) = place_of(&self.asks, *code) {
                said.asks.extend(AskId::at(ask));
            } else {
                said.unknown.push(*code);
            }
        }
        if said.ticks.contains(&Tick::NotYet) {
            add_not_yet(survey, &mut said.answers);
        }
        said
    }

    fn answer(&self, code: Code) -> Option<Reason> {
        let mut questions = self.answers.iter().enumerate();
        questions.find_map(|(question, choices)| {
            Some(Reason {
                question: QuestionId::at(question)?,
                choice: ChoiceId::at(place_of(choices, code)?)?,
            })
        })
    }
}

fn place_of(numbers: &[Option<Code>], code: Code) -> Option<usize> {
    numbers.iter().position(|number| *number == Some(code))
}

/// What the person would rather not talk about now: the follow-ups where a choice said so, and the worries behind them.
///
/// Such a choice is one that wins over all others of a follow-up, 「今は話したくない」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silence {
    /// The follow-ups.
    pub questions: Vec<QuestionId>,
    /// The answers to other questions that name the topic: the worry itself, and as the one that comes first.
    pub answers: Vec<Reason>,
}

impl Silence {
    /// What these answers ask to leave alone.
    pub fn of(survey: &Survey, answers: &Answers) -> Self {
        let mut silence = Self::default();
        for (id, _, choice) in closings(survey) {
            if answers.is_chosen(id, choice) {
                silence.questions.push(id);
                silence.answers.extend(topics(survey, id));
            }
        }
        silence
    }

    /// Whether there is something to leave alone.
    pub fn is_kept(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Whether a choice of this list names it.
    pub fn names(&self, question: QuestionId, choice: ChoiceId) -> bool {
        self.answers.contains(&Reason { question, choice })
    }

    /// Whether an answer is about it.
    pub fn covers(&self, answer: Reason) -> bool {
        self.questions.contains(&answer.question) || self.answers.contains(&answer)
    }
}

/// The follow-ups that can be closed with one choice, their worries, and that choice.
fn closings(survey: &Survey) -> impl Iterator<Item = (QuestionId, &[ChoiceId], ChoiceId)> {
    survey.iter().filter_map(|(id, question)| {
        let Purpose::FollowUp(worries) = &question.purpose else {
            return None;
        };
        let wins = |choice: &crate::survey::Choice| choice.exclusive == Exclusive::Wins;
        let choice = ChoiceId::at(question.choices.iter().position(wins)?)?;
        Some((id, worries.as_slice(), choice))
    })
}

/// The answers elsewhere that name the worries behind a follow-up.
fn topics(survey: &Survey, follow_up: QuestionId) -> Vec<Reason> {
    let Some(Purpose::FollowUp(worries)) = survey.get(follow_up).map(|found| &found.purpose) else {
        return Vec::new();
    };
    let lists = [Purpose::Worries, Purpose::Most];
    let lists = lists.iter().filter_map(|list| survey.with_purpose(list));
    lists
        .flat_map(|question| {
            let reason = move |choice: &ChoiceId| Reason {
                question,
                choice: *choice,
            };
            worries.iter().map(reason)
        })
        .collect()
}

/// Puts back what [`Tick::NotYet`] stands for, so that the rules leave the topic alone as they did.
fn add_not_yet(survey: &Survey, answers: &mut Answers) {
    let Some(list) = survey.with_purpose(&Purpose::Worries) else {
        return;
    };
    for (id, worries, choice) in closings(survey) {
        answers.set(id, vec![choice]);
        for worry in worries {
            answers.add(list, *worry);
        }
    }
}

/// The worry that comes first: the one named so, else the first of the list.
pub fn first_worry(survey: &Survey, answers: &Answers) -> Option<ChoiceId> {
    [Purpose::Most, Purpose::Worries]
        .iter()
        .find_map(|purpose| {
            let chosen = answers.chosen(survey.with_purpose(purpose)?);
            chosen.first().copied()
        })
}

/// The ranks below.
const RANKS: u8 = 10;

/// How soon an answer may be left out of a code that is too long; 0 is kept longest.
///
/// Source: docs/decisions/0015-codes.md.
fn rank(survey: &Survey, answer: Reason, most: Option<ChoiceId>) -> u8 {
    match survey.get(answer.question).map(|found| &found.purpose) {
        Some(Purpose::Role) => 0,
        Some(Purpose::Most) => 1,
        Some(Purpose::Worries) => 2,
        Some(Purpose::Access) => 3,
        Some(Purpose::FollowUp(worries)) if most.is_some_and(|most| worries.contains(&most)) => 4,
        Some(Purpose::Wish) => 5,
        Some(Purpose::FollowUp(_)) => 6,
        Some(Purpose::Situation) => 7,
        Some(Purpose::Background) => 8,
        Some(Purpose::Prefecture | Purpose::Municipality) | None => 9,
    }
}
