//! What an expression means in a survey: names become ids, and whatever is known beforehand is worked out.

use domain::condition::{Comparison, Reason};
use domain::survey::Question;
use domain::{ChoiceId, Condition, QuestionId};

use super::parser::{Expression, Name};
use super::problem::Problem;
use crate::finding::Said;
use crate::nearest::did_you_mean;
use crate::said;
use crate::table::Row;

/// What the names in an expression stand for.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The questions of the survey, with their choices.
    pub questions: &'a [Question],
    /// How many of them may be looked at, from the first.
    pub n_visible: usize,
    /// The question that `.` stands for.
    pub own: Option<QuestionId>,
    /// The row of `choices` whose columns may be named.
    pub choice: Option<Row<'a>>,
    /// Whether reasons will be derived from the condition, so that no answer may be left out of it.
    pub is_for_reasons: bool,
}

/// The condition that an expression stands for; whatever is wrong is added to `problems`, and counts as never there.
pub fn condition(
    expression: &Expression,
    scope: &Scope<'_>,
    problems: &mut Vec<Problem>,
) -> Condition {
    let mut reader = Reader { scope, problems };
    reader.condition(expression)
}

/// One side of a comparison.
enum Term<'e> {
    Text(&'e str, usize),
    Number(u16),
    Answer(QuestionId, &'e Question),
    Count(QuestionId),
    Truth,
    Unknown,
}

struct Reader<'s, 'p> {
    scope: &'s Scope<'s>,
    problems: &'p mut Vec<Problem>,
}

impl<'s> Reader<'s, '_> {
    fn problem(&mut self, at: usize, what: Said, what_to_do: Said) {
        self.problems.push(Problem {
            at,
            what,
            what_to_do,
        });
    }

    fn unsupported(&mut self, at: usize, what: Said) {
        self.problem(
            at,
            what,
            said!(
                "selected(${{質問}}, '選択肢')、count-selected(${{質問}}) > 0、${{質問}} = '選択肢' の形で書いてください。",
                "Write selected(${{question}}, 'choice'), count-selected(${{question}}) > 0 or ${{question}} = 'choice'."
            ),
        );
    }

    fn condition(&mut self, expression: &'s Expression) -> Condition {
        match expression {
            Expression::Truth(true) => Condition::Always,
            Expression::Truth(false) => Condition::Never,
            Expression::Selected(of, choice) => self.selected(of, choice),
            Expression::Compare(left, comparison, right, at) => {
                self.comparison(left, *comparison, right, *at)
            }
            Expression::All(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                all(parts)
            }
            Expression::Any(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                any(parts, self.scope.is_for_reasons)
            }
            Expression::Not(part) => match self.condition(part) {
                Condition::Always => Condition::Never,
                Condition::Never => Condition::Always,
                part => Condition::Not(Box::new(part)),
            },
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Question(_)
            | Expression::Own(_)
            | Expression::Column(_)
            | Expression::Count(_) => {
                self.unsupported(
                    start(expression),
                    said!(
                        "「{expression}」だけでは、はいともいいえとも決まりません。",
                        "\"{expression}\" alone is neither true nor false."
                    ),
                );
                Condition::Never
            }
        }
    }

    fn term(&mut self, expression: &'s Expression) -> Term<'s> {
        match expression {
            Expression::Text(text) => Term::Text(&text.text, text.at),
            Expression::Number(number) => Term::Number(*number),
            Expression::Question(name) => self.question(name),
            Expression::Own(at) => self.own(*at),
            Expression::Column(name) => self.column(name),
            Expression::Count(of) => match self.term(of) {
                Term::Answer(id, _) => Term::Count(id),
                Term::Text(..) | Term::Number(_) | Term::Count(_) | Term::Truth => {
                    self.unsupported(
                        start(of),
                        said!(
                            "count-selected() には質問を入れます。",
                            "count-selected() takes a question."
                        ),
                    );
                    Term::Unknown
                }
                Term::Unknown => Term::Unknown,
            },
            Expression::Truth(_)
            | Expression::Selected(..)
            | Expression::Compare(..)
            | Expression::All(_)
            | Expression::Any(_)
            | Expression::Not(_) => Term::Truth,
        }
    }

    fn question(&mut self, name: &'s Name) -> Term<'s> {
        let found = self
            .scope
            .questions
            .iter()
            .position(|question| question.name == name.text);
        let text = &name.text;
        match found {
            Some(index) if index < self.scope.n_visible => self.answer(index),
            Some(_) => {
                self.problem(
                    name.at,
                    said!(
                        "「{text}」は、まだ聞いていない質問です。",
                        "The question \"{text}\" has not been asked yet."
                    ),
                    said!(
                        "前に出てくる質問だけを使うか、質問の順番を変えてください。",
                        "Use only earlier questions, or change the order of the questions."
                    ),
                );
                Term::Unknown
            }
            None => {
                let known = self.scope.questions.iter().take(self.scope.n_visible);
                let names = known.map(|question| question.name.as_str());
                self.problem(
                    name.at,
                    said!(
                        "「{text}」という質問はありません。",
                        "There is no question \"{text}\"."
                    ),
                    did_you_mean(text, names, "survey"),
                );
                Term::Unknown
            }
        }
    }

    fn answer(&self, index: usize) -> Term<'s> {
        match (QuestionId::at(index), self.scope.questions.get(index)) {
            (Some(id), Some(question)) => Term::Answer(id, question),
            (None, _) | (_, None) => Term::Unknown,
        }
    }

    fn own(&mut self, at: usize) -> Term<'s> {
        match self.scope.own {
            Some(own) => self.answer(own.index()),
            None => {
                self.unsupported(
                    at,
                    said!("ここでは「.」は使えません。", "\".\" cannot be used here."),
                );
                Term::Unknown
            }
        }
    }

    fn column(&mut self, name: &'s Name) -> Term<'s> {
        let text = &name.text;
        let Some(row) = self.scope.choice else {
            self.unsupported(
                name.at,
                said!(
                    "列の名前「{text}」は choice_filter でだけ使えます。",
                    "The column name \"{text}\" can only be used in choice_filter."
                ),
            );
            return Term::Unknown;
        };
        if let Some(value) = row.get(text) {
            return Term::Text(value, name.at);
        }
        self.problem(
            name.at,
            said!(
                "choices に「{text}」という列はありません。",
                "There is no column \"{text}\" in choices."
            ),
            did_you_mean(text, row.table().columns(), "choices"),
        );
        Term::Unknown
    }

    fn selected(&mut self, of: &'s Expression, choice: &'s Expression) -> Condition {
        let terms = (self.term(of), self.term(choice));
        match terms {
            (Term::Answer(id, question), Term::Text(choice, at)) => {
                self.choice(id, question, choice, at)
            }
            (Term::Answer(id, question), Term::Number(number)) => {
                self.choice_numbered(id, question, Comparison::Equal, number)
            }
            (Term::Text(list, _), Term::Text(word, _)) => {
                truth(list.split_whitespace().any(|listed| listed == word))
            }
            (Term::Unknown, _) | (_, Term::Unknown) => Condition::Never,
            (
                Term::Answer(..) | Term::Text(..) | Term::Number(_) | Term::Count(_) | Term::Truth,
                _,
            ) => {
                self.unsupported(
                    start(of),
                    said!(
                        "selected() には質問と選択肢の名前を入れます。",
                        "selected() takes a question and the name of a choice."
                    ),
                );
                Condition::Never
            }
        }
    }

    fn choice(
        &mut self,
        id: QuestionId,
        question: &Question,
        choice: &str,
        at: usize,
    ) -> Condition {
        if let Some(choice) = question.choice(choice) {
            return Condition::Selected(Reason {
                question: id,
                choice,
            });
        }
        // A question without choices has its own finding.
        if question.choices.is_empty() {
            return Condition::Never;
        }
        let name = &question.name;
        let names = question.choices.iter().map(|choice| choice.name.as_str());
        self.problem(
            at,
            said!(
                "質問「{name}」に「{choice}」という選択肢はありません。",
                "The question \"{name}\" has no choice \"{choice}\"."
            ),
            did_you_mean(choice, names, "choices"),
        );
        Condition::Never
    }

    fn comparison(
        &mut self,
        left: &'s Expression,
        comparison: Comparison,
        right: &'s Expression,
        at: usize,
    ) -> Condition {
        let terms = (self.term(left), self.term(right));
        match terms {
            (Term::Unknown, _) | (_, Term::Unknown) => Condition::Never,
            (Term::Answer(id, question), Term::Text(text, place)) => {
                self.answer_to_text(id, question, comparison, text, place)
            }
            (Term::Text(text, place), Term::Answer(id, question)) => {
                self.answer_to_text(id, question, turned(comparison), text, place)
            }
            (Term::Answer(id, question), Term::Number(number)) => {
                self.answer_to_number(id, question, comparison, number, at)
            }
            (Term::Number(number), Term::Answer(id, question)) => {
                self.answer_to_number(id, question, turned(comparison), number, at)
            }
            (Term::Count(id), Term::Number(number)) => Condition::Count(id, comparison, number),
            (Term::Number(number), Term::Count(id)) => {
                Condition::Count(id, turned(comparison), number)
            }
            (Term::Text(left, _), Term::Text(right, _)) => match comparison {
                Comparison::Equal => truth(left == right),
                Comparison::NotEqual => truth(left != right),
                Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast => {
                    self.numbers(number_in(left), comparison, number_in(right), at)
                }
            },
            (Term::Text(text, _), Term::Number(number)) => {
                self.numbers(number_in(text), comparison, Some(number), at)
            }
            (Term::Number(number), Term::Text(text, _)) => {
                self.numbers(Some(number), comparison, number_in(text), at)
            }
            (Term::Number(left), Term::Number(right)) => {
                self.numbers(Some(left), comparison, Some(right), at)
            }
            (
                Term::Answer(..) | Term::Text(..) | Term::Number(_) | Term::Count(_) | Term::Truth,
                _,
            ) => {
                self.incomparable(at);
                Condition::Never
            }
        }
    }

    fn incomparable(&mut self, at: usize) {
        self.unsupported(
            at,
            said!(
                "この二つは比べられません。",
                "These two cannot be compared."
            ),
        );
    }

    /// Two numbers known beforehand; a text that is no number is equal to none.
    fn numbers(
        &mut self,
        left: Option<u16>,
        comparison: Comparison,
        right: Option<u16>,
        at: usize,
    ) -> Condition {
        match (left, right, comparison) {
            (Some(left), Some(right), _) => {
                truth(comparison.holds(usize::from(left), usize::from(right)))
            }
            (_, _, Comparison::Equal) => Condition::Never,
            (_, _, Comparison::NotEqual) => Condition::Always,
            (
                _,
                _,
                Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast,
            ) => {
                self.incomparable(at);
                Condition::Never
            }
        }
    }

    fn answer_to_text(
        &mut self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        text: &str,
        at: usize,
    ) -> Condition {
        match comparison {
            Comparison::Equal if text.is_empty() => Condition::Count(id, Comparison::Equal, 0),
            Comparison::NotEqual if text.is_empty() => Condition::Count(id, Comparison::More, 0),
            Comparison::Equal => self.only(id, question, text, at),
            Comparison::NotEqual => match self.only(id, question, text, at) {
                Condition::Never => Condition::Always,
                only => Condition::Not(Box::new(only)),
            },
            Comparison::Less | Comparison::AtMost | Comparison::More | Comparison::AtLeast => {
                match number_in(text) {
                    Some(number) => self.answer_to_number(id, question, comparison, number, at),
                    None => {
                        self.incomparable(at);
                        Condition::Never
                    }
                }
            }
        }
    }

    /// The choice and no other: in XLSForm an answer equals a text only as a whole.
    fn only(&mut self, id: QuestionId, question: &Question, choice: &str, at: usize) -> Condition {
        let selected = self.choice(id, question, choice, at);
        if question.is_multiple && selected != Condition::Never {
            all(vec![selected, Condition::Count(id, Comparison::Equal, 1)])
        } else {
            selected
        }
    }

    fn answer_to_number(
        &mut self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        number: u16,
        at: usize,
    ) -> Condition {
        if question.is_multiple {
            let name = &question.name;
            self.unsupported(
                at,
                said!(
                    "「{name}」は複数を選べる質問なので、数と比べられません。",
                    "\"{name}\" takes several choices and cannot be compared with a number."
                ),
            );
            return Condition::Never;
        }
        self.choice_numbered(id, question, comparison, number)
    }

    fn choice_numbered(
        &self,
        id: QuestionId,
        question: &Question,
        comparison: Comparison,
        number: u16,
    ) -> Condition {
        let fits = |name: &str| {
            number_in(name)
                .is_some_and(|value| comparison.holds(usize::from(value), usize::from(number)))
        };
        let parts = question
            .choices
            .iter()
            .enumerate()
            .filter(|(_, choice)| fits(&choice.name))
            .filter_map(|(index, _)| ChoiceId::at(index))
            .map(|choice| {
                Condition::Selected(Reason {
                    question: id,
                    choice,
                })
            })
            .collect();
        any(parts, self.scope.is_for_reasons)
    }
}

fn truth(holds: bool) -> Condition {
    if holds {
        Condition::Always
    } else {
        Condition::Never
    }
}

fn number_in(text: &str) -> Option<u16> {
    text.parse().ok()
}

/// The comparison with its sides changed over.
fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::Equal,
        Comparison::NotEqual => Comparison::NotEqual,
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::More => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}

fn all(parts: Vec<Condition>) -> Condition {
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Condition::Always => {}
            Condition::Never => return Condition::Never,
            Condition::All(inner) => kept.extend(inner),
            part => kept.push(part),
        }
    }
    match kept.len() {
        0 => Condition::Always,
        1 => kept.remove(0),
        _ => Condition::All(kept),
    }
}

/// An answer beside "always" changes nothing about whether it holds, but is still a reason.
fn any(parts: Vec<Condition>, is_for_reasons: bool) -> Condition {
    if !is_for_reasons && parts.contains(&Condition::Always) {
        return Condition::Always;
    }
    let mut kept = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Condition::Never => {}
            Condition::Any(inner) => kept.extend(inner),
            part => kept.push(part),
        }
    }
    match kept.len() {
        0 => Condition::Never,
        1 => kept.remove(0),
        _ => Condition::Any(kept),
    }
}

/// The character where an expression starts, as near as is known.
fn start(expression: &Expression) -> usize {
    match expression {
        Expression::Text(name) | Expression::Question(name) | Expression::Column(name) => name.at,
        Expression::Own(at) | Expression::Compare(_, _, _, at) => *at,
        Expression::Selected(inner, _) | Expression::Count(inner) | Expression::Not(inner) => {
            start(inner)
        }
        Expression::All(parts) | Expression::Any(parts) => parts.first().map_or(1, start),
        Expression::Number(_) | Expression::Truth(_) => 1,
    }
}
