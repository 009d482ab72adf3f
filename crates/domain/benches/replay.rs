//! How long the path of a 5,000-question survey takes to replay; at most 2 ms (`cargo xtask bench` judges).

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::condition::{Comparison, Reason};
use domain::survey::{Choice, Exclusive, Purpose, Question, Survey};
use domain::{Answers, ChoiceId, Condition, QuestionId};

const N_QUESTIONS: u16 = 5_000;
const N_CHOICES: u16 = 5;

/// Every question hangs on the three before it, every tenth takes several choices, every choice has a filter.
fn survey() -> Survey {
    Survey {
        questions: (0..N_QUESTIONS).map(question).collect(),
    }
}

fn question(place: u16) -> Question {
    Question {
        name: format!("question-{place}"),
        is_multiple: is_multiple(place),
        relevant: relevant(place),
        constraint: Condition::Always,
        purpose: Purpose::Background,
        carries_emergency: false,
        choices: (0..N_CHOICES)
            .map(|choice| Choice {
                name: format!("choice-{choice}"),
                offered_when: offered_when(place, choice),
                exclusive: if choice + 1 == N_CHOICES {
                    Exclusive::Yields
                } else {
                    Exclusive::No
                },
                own_door: false,
                is_quiet: false,
            })
            .collect(),
    }
}

fn is_multiple(place: u16) -> bool {
    place.is_multiple_of(10)
}

fn relevant(place: u16) -> Condition {
    let before: Vec<Condition> = (1..=3)
        .filter_map(|back| place.checked_sub(back))
        .flat_map(|earlier| [selected(earlier, 0), selected(earlier, 1)])
        .collect();
    let Some(last) = place.checked_sub(1) else {
        return Condition::Always;
    };
    Condition::All(vec![
        Condition::Any(before),
        Condition::Not(Box::new(selected(last, 3))),
        Condition::Count(QuestionId(last), Comparison::AtMost, 3),
    ])
}

fn offered_when(place: u16, choice: u16) -> Condition {
    match place.checked_sub(2) {
        Some(earlier) if choice > 1 => Condition::Not(Box::new(selected(earlier, choice))),
        Some(_) | None => Condition::Always,
    }
}

fn selected(question: u16, choice: u16) -> Condition {
    Condition::Selected(Reason {
        question: QuestionId(question),
        choice: ChoiceId(choice),
    })
}

/// An answer to every question, so that the whole survey is on the path.
fn answers() -> Answers {
    let mut answers = Answers::default();
    for place in 0..N_QUESTIONS {
        answers.add(QuestionId(place), ChoiceId(place % 2));
        if is_multiple(place) {
            answers.add(QuestionId(place), ChoiceId(2));
        }
    }
    answers
}

fn replay(criterion: &mut Criterion) {
    let survey = survey();
    let answers = answers();
    assert_eq!(
        survey.path(&answers).asked.len(),
        usize::from(N_QUESTIONS),
        "the whole survey is to be on the path"
    );
    criterion.bench_function("replay of a 5,000-question survey", |bencher| {
        bencher.iter(|| black_box(&survey).path(black_box(&answers)));
    });
}

criterion_group!(benches, replay);
criterion_main!(benches);
