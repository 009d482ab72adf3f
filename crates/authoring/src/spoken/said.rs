//! What is said, as sentences in both languages of the editors.

use domain::condition::Comparison;
use domain::survey::Survey;
use domain::text::{Lang, Words, plain};
use domain::{ChoiceId, QuestionId};

use super::{Spoken, Which};
use crate::finding::Said;
use crate::said;
use crate::survey::QuestionRows;

/// What a question and its choices are called in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledQuestion {
    /// The question.
    pub name: Said,
    /// Its choices, in order.
    pub choices: Vec<Said>,
}

/// What the questions of a survey are called in sentences, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The questions.
    pub questions: Vec<CalledQuestion>,
}

impl Called {
    /// By number, and in Japanese by label too, for a page that has the numbers beside the questions.
    pub fn numbered(survey: &Survey, ja: &Words, en: &Words) -> Self {
        let questions = survey
            .iter()
            .map(|(id, question)| {
                let number = id.index() + 1;
                let label = plain(&ja.label(id).base.text);
                let choices = question.choices.iter().enumerate().map(|(index, choice)| {
                    let text = |words: &Words| {
                        ChoiceId::at(index)
                            .and_then(|choice| words.choice(id, choice))
                            // A municipality's name is its label.
                            .map_or(choice.name.clone(), |words| words.base.text.clone())
                    };
                    named(&text(ja), &text(en))
                });
                CalledQuestion {
                    name: said!("問{number}「{label}」", "question {number}"),
                    choices: choices.collect(),
                }
            })
            .collect();
        Self { questions }
    }

    /// By label alone, from the tables, for what is not published yet.
    pub fn from_rows(rows: &[QuestionRows<'_>]) -> Self {
        let text = |row: crate::table::Row<'_>| {
            let of = |lang: Lang| row.get(&["label::", lang.code()].concat()).unwrap_or("");
            named(of(Lang::Ja), of(Lang::En))
        };
        let questions = rows
            .iter()
            .map(|rows| {
                let Said { ja, en } = text(rows.question);
                CalledQuestion {
                    name: said!("「{ja}」", "\"{en}\""),
                    choices: rows.choices.iter().copied().map(text).collect(),
                }
            })
            .collect();
        Self { questions }
    }

    /// What a question is called.
    pub fn question(&self, id: QuestionId) -> Said {
        self.questions.get(id.index()).map_or_else(
            || said!("（ない質問）", "(a question that is not there)"),
            |question| question.name.clone(),
        )
    }

    /// What the choices of a question are called.
    pub fn choices(&self, id: QuestionId) -> &[Said] {
        self.questions
            .get(id.index())
            .map_or(&[], |question| &question.choices)
    }

    fn choice(&self, question: QuestionId, choice: ChoiceId) -> Said {
        self.questions
            .get(question.index())
            .and_then(|question| question.choices.get(choice.index()))
            .cloned()
            .unwrap_or_else(|| said!("（ない選択肢）", "(a choice that is not there)"))
    }
}

/// A label without furigana; the Japanese one where there is no other.
fn named(ja: &str, en: &str) -> Said {
    let ja = if ja.is_empty() { "（文なし）" } else { ja };
    Said {
        ja: plain(ja),
        en: plain(if en.is_empty() { ja } else { en }),
    }
}

impl Spoken {
    /// One sentence without its end: 「…を選んだ」, "… was chosen".
    pub fn said(&self, called: &Called) -> Said {
        match self {
            Self::Always => said!("いつでも", "always"),
            Self::Never => said!("どんなときも当てはまらない", "never"),
            Self::Chose(question, which, choices) => chose(*question, *which, choices, called),
            Self::Count(question, comparison, number) => {
                counted(&called.question(*question), *comparison, *number)
            }
            Self::All(parts) => joined(parts, called, "、かつ、", " and "),
            Self::Any(parts) => joined(parts, called, "、または、", " or "),
        }
    }
}

/// Parts in a row; a part that has parts itself in brackets.
fn joined(parts: &[Spoken], called: &Called, ja: &str, en: &str) -> Said {
    let parts: Vec<Said> = parts
        .iter()
        .map(|part| {
            let Said { ja, en } = part.said(called);
            match part {
                Spoken::All(_) | Spoken::Any(_) => said!("［{ja}］", "[{en}]"),
                Spoken::Always | Spoken::Never | Spoken::Chose(..) | Spoken::Count(..) => {
                    Said { ja, en }
                }
            }
        })
        .collect();
    let line = |of: fn(&Said) -> &str, between: &str| {
        parts.iter().map(of).collect::<Vec<_>>().join(between)
    };
    Said {
        ja: line(|part| &part.ja, ja),
        en: line(|part| &part.en, en),
    }
}

fn chose(question: QuestionId, which: Which, choices: &[ChoiceId], called: &Called) -> Said {
    let names: Vec<Said> = choices
        .iter()
        .map(|choice| called.choice(question, *choice))
        .collect();
    let ja_names: String = names
        .iter()
        .map(|name| format!("「{}」", name.ja))
        .collect();
    let en_names = names
        .iter()
        .map(|name| format!("\"{}\"", name.en))
        .collect::<Vec<_>>()
        .join(", ");
    let Said { ja, en } = called.question(question);
    match (which, names.len()) {
        (Which::Any | Which::All, 1) => {
            said!("{ja}で{ja_names}を選んだ", "{en_names} was chosen in {en}")
        }
        (Which::None | Which::NotAll, 1) => said!(
            "{ja}で{ja_names}を選んでいない",
            "{en_names} was not chosen in {en}"
        ),
        (Which::Any, _) => said!(
            "{ja}で{ja_names}のどれかを選んだ",
            "one or more of {en_names} were chosen in {en}"
        ),
        (Which::All, _) => said!(
            "{ja}で{ja_names}をすべて選んだ",
            "all of {en_names} were chosen in {en}"
        ),
        (Which::None, _) => said!(
            "{ja}で{ja_names}のどれも選んでいない",
            "none of {en_names} was chosen in {en}"
        ),
        (Which::NotAll, _) => said!(
            "{ja}で{ja_names}のうち少なくとも一つを選んでいない",
            "not all of {en_names} were chosen in {en}"
        ),
    }
}

fn counted(question: &Said, comparison: Comparison, number: u16) -> Said {
    let Said { ja, en } = question;
    match (comparison, number) {
        (Comparison::Equal, 0) => said!("{ja}に答えていない", "{en} was not answered"),
        (Comparison::More, 0) => said!("{ja}に答えた", "{en} was answered"),
        (Comparison::Equal, _) => said!(
            "{ja}で、ちょうど{number}個選んだ",
            "exactly {number} were chosen in {en}"
        ),
        (Comparison::NotEqual, _) => said!(
            "{ja}で選んだ数が{number}個ではない",
            "the number chosen in {en} is not {number}"
        ),
        (Comparison::Less, _) => said!(
            "{ja}で選んだ数が{number}個より少ない",
            "fewer than {number} were chosen in {en}"
        ),
        (Comparison::AtMost, _) => said!(
            "{ja}で選んだ数が{number}個以下",
            "at most {number} were chosen in {en}"
        ),
        (Comparison::More, _) => said!(
            "{ja}で{number}個より多く選んだ",
            "more than {number} were chosen in {en}"
        ),
        (Comparison::AtLeast, _) => said!(
            "{ja}で{number}個以上選んだ",
            "at least {number} were chosen in {en}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::conditions;
    use super::*;
    use domain::Condition;
    use domain::condition::Reason;
    use proptest::prelude::*;

    fn called() -> Called {
        let choices = || {
            vec![
                said!("お金", "Money"),
                said!("仕事", "Work"),
                said!("気持ち", "Feelings"),
            ]
        };
        let question = |number: u8| CalledQuestion {
            name: said!("問{number}「困りごと」", "question {number} (Worries)"),
            choices: choices(),
        };
        Called {
            questions: vec![question(1), question(2)],
        }
    }

    fn selected(question: u16, choice: u16) -> Condition {
        Condition::Selected(Reason {
            question: QuestionId(question),
            choice: ChoiceId(choice),
        })
    }

    fn said_of(condition: &Condition) -> (String, String) {
        let Said { ja, en } = Spoken::from(condition).said(&called());
        (ja, en)
    }

    #[track_caller]
    fn is_said(condition: &Condition, ja: &str, en: &str) {
        assert_eq!(said_of(condition), (ja.to_owned(), en.to_owned()));
    }

    #[test]
    fn one_choice_is_said_with_its_question() {
        is_said(
            &selected(0, 0),
            "問1「困りごと」で「お金」を選んだ",
            "\"Money\" was chosen in question 1 (Worries)",
        );
    }

    #[test]
    fn or_within_one_question_names_its_choices_in_a_row() {
        is_said(
            &Condition::Any(vec![selected(0, 0), selected(0, 1)]),
            "問1「困りごと」で「お金」「仕事」のどれかを選んだ",
            "one or more of \"Money\", \"Work\" were chosen in question 1 (Worries)",
        );
    }

    #[test]
    fn not_and_says_that_one_is_missing() {
        let both = Condition::All(vec![selected(0, 0), selected(0, 1)]);
        is_said(
            &Condition::Not(Box::new(both)),
            "問1「困りごと」で「お金」「仕事」のうち少なくとも一つを選んでいない",
            "not all of \"Money\", \"Work\" were chosen in question 1 (Worries)",
        );
    }

    #[test]
    fn an_or_within_an_and_stands_in_brackets() {
        let condition = Condition::All(vec![
            Condition::Any(vec![selected(0, 0), selected(1, 1)]),
            Condition::Not(Box::new(selected(1, 2))),
        ]);
        is_said(
            &condition,
            "［問1「困りごと」で「お金」を選んだ、または、問2「困りごと」で「仕事」を選んだ］、かつ、\
             問2「困りごと」で「気持ち」を選んでいない",
            "[\"Money\" was chosen in question 1 (Worries) or \"Work\" was chosen in question 2 (Worries)] and \
             \"Feelings\" was not chosen in question 2 (Worries)",
        );
    }

    #[test]
    fn a_count_of_nothing_is_no_answer() {
        for (comparison, number) in [(Comparison::Equal, 0), (Comparison::Less, 1)] {
            is_said(
                &Condition::Count(QuestionId(0), comparison, number),
                "問1「困りごと」に答えていない",
                "question 1 (Worries) was not answered",
            );
        }
    }

    #[test]
    fn each_comparison_is_said_in_its_own_way() {
        let all = [
            (Comparison::Equal, "問1「困りごと」で、ちょうど2個選んだ"),
            (
                Comparison::NotEqual,
                "問1「困りごと」で選んだ数が2個ではない",
            ),
            (Comparison::Less, "問1「困りごと」で選んだ数が2個より少ない"),
            (Comparison::AtMost, "問1「困りごと」で選んだ数が2個以下"),
            (Comparison::More, "問1「困りごと」で2個より多く選んだ"),
            (Comparison::AtLeast, "問1「困りごと」で2個以上選んだ"),
        ];
        for (comparison, ja) in all {
            let condition = Condition::Count(QuestionId(0), comparison, 2);
            assert_eq!(said_of(&condition).0, ja);
        }
    }

    #[test]
    fn always_and_never_are_words_too() {
        is_said(&Condition::Always, "いつでも", "always");
        is_said(&Condition::Never, "どんなときも当てはまらない", "never");
    }

    proptest! {
        #[test]
        fn every_condition_has_words_and_none_of_them_is_an_id(condition in conditions()) {
            let (ja, en) = said_of(&condition);
            prop_assert!(!ja.is_empty() && !en.is_empty());
            for text in [ja, en] {
                for id in ["Id(", "_", "${", "::", "selected("] {
                    prop_assert!(!text.contains(id), "{}", text);
                }
            }
        }
    }
}
