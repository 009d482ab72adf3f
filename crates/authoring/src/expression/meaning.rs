//! What an expression means in a survey: names become ids, and whatever is known beforehand is worked out.

use domain::condition::{Comparison, Reason};
use domain::survey::Question;
use domain::{Condition, QuestionId};

use super::fold::{all_of, any_of, truth};
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
pub(super) enum Term<'e> {
    Text(&'e str, usize),
    Number(u16),
    Answer(QuestionId, &'e Question),
    Count(QuestionId),
    Truth,
    Unknown,
}

/// Reads one expression.
pub(super) struct Reader<'s, 'p> {
    pub(super) scope: &'s Scope<'s>,
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

    pub(super) fn unsupported(&mut self, at: usize, what: Said) {
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
                all_of(parts)
            }
            Expression::Any(parts) => {
                let parts = parts.iter().map(|part| self.condition(part)).collect();
                any_of(parts, self.scope.is_for_reasons)
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

    pub(super) fn term(&mut self, expression: &'s Expression) -> Term<'s> {
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
                    did_you_mean(text, names, "survey.csv"),
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
            did_you_mean(text, row.table().columns(), "choices.csv"),
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

    /// The condition that the choice with this name is ticked.
    pub(super) fn choice(
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
            did_you_mean(choice, names, "choices.csv"),
        );
        Condition::Never
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::parse;
    use domain::survey::{Choice, Exclusive, Purpose};

    fn question(name: &str, is_multiple: bool, choices: &[&str]) -> Question {
        let choices = choices.iter().map(|name| Choice {
            name: (*name).to_owned(),
            offered_when: Condition::Always,
            exclusive: Exclusive::No,
            own_door: false,
            is_quiet: false,
        });
        Question {
            name: name.to_owned(),
            is_multiple,
            relevant: Condition::Always,
            constraint: Condition::Always,
            purpose: Purpose::Background,
            carries_emergency: false,
            choices: choices.collect(),
        }
    }

    /// What an expression means, and at which characters it is wrong.
    fn read(text: &str) -> (Condition, Vec<usize>) {
        let questions = [
            question("age", false, &["10", "20", "30"]),
            question("worries", true, &["money", "work"]),
            question("later", false, &["yes"]),
        ];
        let scope = Scope {
            questions: &questions,
            n_visible: 2,
            own: QuestionId::at(1),
            choice: None,
            is_for_reasons: true,
        };
        let mut problems = Vec::new();
        let condition = condition(&parse(text).unwrap(), &scope, &mut problems);
        (
            condition,
            problems.into_iter().map(|problem| problem.at).collect(),
        )
    }

    fn means(text: &str) -> Condition {
        let (condition, problems) = read(text);
        assert_eq!(problems, [] as [usize; 0], "{text}");
        condition
    }

    fn selected(question: u16, choice: u16) -> Condition {
        Condition::Selected(Reason {
            question: QuestionId(question),
            choice: domain::ChoiceId(choice),
        })
    }

    fn not(condition: Condition) -> Condition {
        Condition::Not(Box::new(condition))
    }

    fn count(question: u16, comparison: Comparison, number: u16) -> Condition {
        Condition::Count(QuestionId(question), comparison, number)
    }

    #[test]
    fn a_choice_is_ticked_or_is_not() {
        assert_eq!(means("selected(${worries}, 'work')"), selected(1, 1));
        assert_eq!(means("selected(., 'work')"), selected(1, 1));
        assert_eq!(means("${age} = '20'"), selected(0, 1));
        assert_eq!(means("'20' = ${age}"), selected(0, 1));
        assert_eq!(means("${age} != '20'"), not(selected(0, 1)));
    }

    #[test]
    fn a_question_is_answered_or_is_not() {
        assert_eq!(means("${age} = ''"), count(0, Comparison::Equal, 0));
        assert_eq!(means("${age} != ''"), count(0, Comparison::More, 0));
        assert_eq!(
            means("count-selected(${worries}) = 0"),
            count(1, Comparison::Equal, 0)
        );
        assert_eq!(
            means("2 <= count-selected(.)"),
            count(1, Comparison::AtLeast, 2)
        );
    }

    #[test]
    fn an_answer_of_several_choices_equals_one_only_when_it_is_alone() {
        let alone = Condition::All(vec![selected(1, 0), count(1, Comparison::Equal, 1)]);
        assert_eq!(means("${worries} = 'money'"), alone);
        assert_eq!(means("${worries} != 'money'"), not(alone));
    }

    #[test]
    fn a_number_stands_for_the_choices_that_compare_to_it() {
        assert_eq!(
            means("${age} >= 20"),
            Condition::Any(vec![selected(0, 1), selected(0, 2)])
        );
        assert_eq!(means("20 > ${age}"), selected(0, 0));
        assert_eq!(means("${age} > 99"), Condition::Never);
    }

    #[test]
    fn what_is_known_beforehand_is_worked_out() {
        for text in [
            "true()",
            "1 < 2",
            "'a' = 'a'",
            "selected('a b', 'b')",
            "not(false())",
            "'07' = 7",
            "'x' != 7",
        ] {
            assert_eq!(means(text), Condition::Always, "{text}");
        }
        for text in [
            "false()",
            "2 < 1",
            "'a' != 'a'",
            "selected('ab', 'b')",
            "not(true())",
            "'x' = 7",
        ] {
            assert_eq!(means(text), Condition::Never, "{text}");
        }
    }

    #[test]
    fn nothing_under_a_double_not_becomes_a_reason() {
        assert_eq!(means("not(${age} != '20')"), not(not(selected(0, 1))));
    }

    #[test]
    fn everything_wrong_is_named_with_its_character() {
        assert_eq!(read("${agee} = '10' or selected(., 'mony')").1, [1, 31]);
        assert_eq!(read("${later} = 'yes'").1, [1]);
        assert_eq!(read("name = 'x'").1, [1]);
        assert_eq!(read("'x' < 'y'").1, [5]);
        assert_eq!(read("${worries} > 1").1, [12]);
        assert_eq!(read("${age} = ${worries}").1, [8]);
        assert_eq!(read("true() = true()").1, [8]);
        assert_eq!(read("count-selected(3) > 1").0, Condition::Never);
    }
}
