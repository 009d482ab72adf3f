//! The one page: in the person's language, with the Japanese beside it.

use domain::condition::Reason;
use domain::ledger::{Silence, first_worry};
use domain::survey::{Answers, Exclusive, Purpose, Survey};
use domain::text::{Guide, Key, plain};
use domain::{AskId, ChoiceId, QuestionId};

use super::Phrase;
use super::tongue::Tongue;
use crate::model::Model;
use crate::qr::Qr;

/// So many worries have a line of their own; the others follow in one.
const WORRIES_APART: usize = 5;

/// Something in the language of the page and in Japanese.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// In the language of the page.
    pub own: Phrase,
    /// In Japanese; `None` where the page is in Japanese.
    pub japanese: Option<Phrase>,
}

/// One line: something, and what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is; empty where only the rest is listed.
    pub head: Both,
    /// More about it.
    pub details: Vec<Both>,
}

/// A label with its lines; never without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The label.
    pub label: Both,
    /// The lines.
    pub lines: Vec<Line>,
}

/// How large the type may be so that everything is on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 14 points.
    Large,
    /// 12 points.
    Middle,
    /// 10 points.
    Small,
    /// 8 points: nearly everything was ticked.
    Smallest,
}

/// The code at the foot of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView {
    /// "For the counselor".
    pub label: Both,
    /// What to do with it, and what is not in it.
    pub note: Both,
    /// The number, in groups of five.
    pub written: String,
    /// The same as a QR code; `None` where the address of the site is too long for one.
    pub qr: Option<Qr>,
    /// What screen readers say for it.
    pub alternative: Phrase,
    /// How many answers are not in it.
    pub left_out: Option<Both>,
}

/// The page as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperView {
    /// How large the type may be.
    pub size: Size,
    /// The heading.
    pub title: Both,
    /// When it was made; `None` where the clock is wrong.
    pub printed: Option<Both>,
    /// "This is my first time", and whether it is ticked.
    pub first_visit: (Both, bool),
    /// What was answered.
    pub rows: Vec<Row>,
    /// What the person wrote, with its label; `None` when nothing.
    pub own: Option<(Both, String)>,
    /// The questions to ask; without lines where none is kept.
    pub asks: Row,
    /// What comes after the questions: wishes and access needs.
    pub after: Vec<Row>,
    /// Label of the lines to write on.
    pub notes: Both,
    /// The code.
    pub code: CodeView,
    /// No diagnosis, no medical device.
    pub not_medical: Both,
}

impl Model {
    pub(super) fn paper(
        &self,
        guide: &Guide,
        own: Tongue<'_>,
        japanese: Option<Tongue<'_>>,
        asks: &[AskId],
    ) -> PaperView {
        let pen = Writer {
            survey: &self.pack.survey,
            answers: &self.path.answers,
            silence: Silence::of(&self.pack.survey, &self.path.answers),
            own,
            japanese,
        };
        let code = self.sheet_code(guide, asks);
        let written = code.coded.written();
        let mut paper = PaperView {
            size: Size::Large,
            title: pen.say(Key::SheetTitle),
            printed: self.today().map(|today| {
                pen.both(|tongue| {
                    tongue.fill(Key::SheetPrinted, &[("date", &tongue.date(today).text)])
                })
            }),
            first_visit: (pen.say(Key::SheetFirstVisit), self.sheet.is_first_visit),
            rows: pen.rows(),
            own: (!self.sheet.own.trim().is_empty())
                .then(|| (pen.say(Key::SheetWords), self.sheet.own.clone())),
            asks: Row {
                label: pen.say(Key::SheetAsks),
                lines: asks
                    .iter()
                    .map(|ask| pen.line(|tongue| tongue.ask(*ask)))
                    .collect(),
            },
            after: pen.rows_after(),
            notes: pen.say(Key::SheetNotes),
            code: CodeView {
                label: pen.say(Key::SheetCode),
                note: pen.say(Key::SheetCodeNote),
                alternative: own.fill(Key::SheetQr, &[("code", &written)]),
                written,
                qr: code.qr,
                left_out: (code.n_left_out > 0)
                    .then(|| pen.both(|tongue| tongue.count(Key::SheetLeftOut, code.n_left_out))),
            },
            not_medical: pen.say(Key::SheetNotMedical),
        };
        paper.size = paper.fitting();
        paper
    }
}

/// Writes the rows in one language or two.
struct Writer<'a> {
    survey: &'a Survey,
    answers: &'a Answers,
    silence: Silence,
    own: Tongue<'a>,
    japanese: Option<Tongue<'a>>,
}

impl<'a> Writer<'a> {
    fn both(&self, say: impl Fn(Tongue<'a>) -> Phrase) -> Both {
        Both {
            own: say(self.own),
            japanese: self.japanese.map(&say),
        }
    }

    fn say(&self, key: Key) -> Both {
        self.both(|tongue| tongue.say(key))
    }

    fn line(&self, say: impl Fn(Tongue<'a>) -> Phrase) -> Line {
        Line {
            head: self.both(say),
            details: Vec::new(),
        }
    }

    fn answer(&self, answer: Reason) -> Both {
        self.both(|tongue| tongue.answer(self.survey, answer))
    }

    /// What was ticked in the questions of these purposes, in the survey's order.
    fn ticked(&self, purposes: &[Purpose]) -> Vec<Both> {
        let questions = self.survey.iter();
        questions
            .filter(|(_, question)| purposes.contains(&question.purpose))
            .flat_map(|(id, _)| self.ticked_in(id))
            .collect()
    }

    fn ticked_in(&self, question: QuestionId) -> Vec<Both> {
        let chosen = self.answers.chosen(question).iter();
        chosen
            .map(|choice| Reason {
                question,
                choice: *choice,
            })
            .filter(|answer| !self.silence.covers(*answer))
            .map(|answer| self.answer(answer))
            .collect()
    }

    /// A row of one line; none where nothing is to be said.
    fn row(&self, label: Key, details: Vec<Both>) -> Option<Row> {
        let line = Line {
            head: Both::default(),
            details,
        };
        (!line.details.is_empty()).then(|| Row {
            label: self.say(label),
            lines: vec![line],
        })
    }

    /// Who, and what is on their mind.
    fn rows(&self) -> Vec<Row> {
        let about = self.ticked(&[Purpose::Role, Purpose::Background, Purpose::Situation]);
        let mut rows: Vec<Row> = self.row(Key::SheetMe, about).into_iter().collect();
        let mut worries = self.worries();
        let most = self.most().and_then(|most| {
            let place = worries.iter().position(|worry| *worry == most)?;
            Some(worries.remove(place))
        });
        let label = if most.is_some() {
            Key::SheetOthers
        } else {
            Key::SheetWorries
        };
        rows.extend(most.map(|most| Row {
            label: self.say(Key::SheetMost),
            lines: vec![self.worry(most)],
        }));
        let apart = worries.len().min(WORRIES_APART);
        let rest = worries.split_off(apart);
        let mut lines: Vec<Line> = worries.into_iter().map(|worry| self.worry(worry)).collect();
        if !rest.is_empty() {
            let names = rest
                .into_iter()
                .filter_map(|worry| self.worry_answer(worry));
            lines.push(Line {
                head: Both::default(),
                details: names.map(|answer| self.answer(answer)).collect(),
            });
        }
        if self.silence.is_kept() {
            lines.push(self.line(|tongue| tongue.say(Key::SheetNotYet)));
        }
        if !lines.is_empty() {
            rows.push(Row {
                label: self.say(label),
                lines,
            });
        }
        rows
    }

    fn rows_after(&self) -> Vec<Row> {
        let wishes = self.row(Key::SheetWishes, self.ticked(&[Purpose::Wish]));
        let access = self.row(Key::SheetAccess, self.ticked(&[Purpose::Access]));
        wishes.into_iter().chain(access).collect()
    }

    /// The worry that comes first: the one the person named, or the only one.
    fn most(&self) -> Option<ChoiceId> {
        let named = self.survey.with_purpose(&Purpose::Most)?;
        let worries = self.worries();
        if self.answers.chosen(named).is_empty() && worries.len() != 1 {
            return None;
        }
        first_worry(self.survey, self.answers).filter(|worry| worries.contains(worry))
    }

    /// The worries to be told, in the survey's order; not that there are none.
    fn worries(&self) -> Vec<ChoiceId> {
        let Some(list) = self.survey.with_purpose(&Purpose::Worries) else {
            return Vec::new();
        };
        let is_told = |choice: &ChoiceId| {
            !self.silence.names(list, *choice)
                && self.survey.get(list).is_some_and(|question| {
                    let choice = question.choices.get(choice.index());
                    choice.is_some_and(|choice| choice.exclusive == Exclusive::No)
                })
        };
        let chosen = self.answers.chosen(list).iter().copied();
        chosen.filter(is_told).collect()
    }

    fn worry_answer(&self, choice: ChoiceId) -> Option<Reason> {
        let question = self.survey.with_purpose(&Purpose::Worries)?;
        Some(Reason { question, choice })
    }

    /// A worry with what was answered about it.
    fn worry(&self, worry: ChoiceId) -> Line {
        let head = self.worry_answer(worry).map(|answer| self.answer(answer));
        let told = self.worries();
        // A follow-up to several worries stands with the first of them that was ticked.
        let is_about =
            |topics: &[ChoiceId]| topics.iter().find(|topic| told.contains(topic)) == Some(&worry);
        let follow_ups = self.survey.iter().filter(|(_, question)| {
            matches!(&question.purpose, Purpose::FollowUp(topics) if is_about(topics))
        });
        Line {
            head: head.unwrap_or_default(),
            details: follow_ups.flat_map(|(id, _)| self.ticked_in(id)).collect(),
        }
    }
}

impl PaperView {
    /// The largest type with which everything is on one page.
    fn fitting(&self) -> Size {
        let is_double = self.title.japanese.is_some();
        let fits = |room: &&Room| {
            let width = if is_double {
                room.half
            } else {
                room.beside_label
            };
            self.tenths(is_double, width) <= room.n_lines * 10
        };
        let found = ROOMS.iter().find(fits);
        found.map_or(Size::Smallest, |room| room.size)
    }

    /// The height of what is not always there, in tenths of a line; `width` in Latin letters.
    fn tenths(&self, is_double: bool, width: usize) -> usize {
        let of_row = |row: &Row| {
            let lines: usize = row.lines.iter().map(|line| lines_of(line, width)).sum();
            // The label stands above two languages, and beside one.
            4 + if is_double {
                8 + 10 * lines
            } else {
                10 * lines.max(2)
            }
        };
        let asks = Some(&self.asks).filter(|asks| !asks.lines.is_empty());
        let rows = self.rows.iter().chain(asks).chain(&self.after);
        let in_rows: usize = rows.map(of_row).sum();
        let in_own = self.own.as_ref().map_or(0, |(_, text)| {
            let width = if is_double { width * 2 } else { width };
            let lines = text.lines().map(|line| lines_in(letters(line), width));
            12 + 10 * lines.sum::<usize>()
        });
        let has_furigana = self.title.own.text.contains('{');
        if has_furigana {
            in_own + in_rows * 3 / 2
        } else {
            in_own + in_rows
        }
    }
}

/// What a size of type has room for on A4, beside what is always there.
///
/// Measured with the largest visits: `tests/browser/sheet.spec.ts`.
struct Room {
    size: Size,
    /// Lines.
    n_lines: usize,
    /// Latin letters in a line beside the label.
    beside_label: usize,
    /// Latin letters in a line of one of two languages.
    half: usize,
}

const ROOMS: [Room; 3] = [
    Room {
        size: Size::Large,
        n_lines: 28,
        beside_label: 55,
        half: 36,
    },
    Room {
        size: Size::Middle,
        n_lines: 33,
        beside_label: 68,
        half: 43,
    },
    Room {
        size: Size::Small,
        n_lines: 40,
        beside_label: 85,
        half: 51,
    },
];

/// How many lines something takes in the wider of its languages; `width` in Latin letters.
fn lines_of(line: &Line, width: usize) -> usize {
    let in_one = |pick: &dyn Fn(&Both) -> usize| {
        let details: usize = line.details.iter().map(|detail| pick(detail) + 3).sum();
        lines_in(pick(&line.head) + details, width)
    };
    let own = in_one(&|both| letters(&plain(&both.own.text)));
    let japanese = in_one(&|both| {
        let japanese = both.japanese.as_ref();
        japanese.map_or(0, |japanese| letters(&plain(&japanese.text)))
    });
    own.max(japanese)
}

fn lines_in(letters: usize, width: usize) -> usize {
    letters.div_ceil(width).max(1)
}

/// The width of a text in Latin letters; one of Japanese is twice as wide.
fn letters(text: &str) -> usize {
    let width = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    text.chars().map(width).sum()
}
