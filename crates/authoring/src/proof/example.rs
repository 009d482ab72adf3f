//! A visit found by the solver, as few ticks as show what it shows, in the form that `authoring visit` reads.

use domain::pack::Pack;
use domain::text::Lang;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::circuit::{Circuit, Signal, Worked};
use super::model::Visit;

/// A visit that shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    answers: Vec<(String, Answer)>,
    lang: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Answer {
    One(String),
    Many(Vec<String>),
}

impl Example {
    /// The answers of a visit that count, for these inputs.
    pub(super) fn of(pack: &Pack, visit: &Visit, worked: &Worked, lang: Lang) -> Self {
        let questions = pack.survey.questions.iter().zip(&visit.replay.counted);
        let answers = questions
            .filter_map(|(question, counted)| {
                let choices = question.choices.iter().zip(counted);
                let mut ticked = choices
                    .filter(|(_, wire)| worked.is_on(**wire))
                    .map(|(choice, _)| choice.name.clone());
                let answer = if question.is_multiple {
                    Answer::Many(ticked.collect())
                } else {
                    Answer::One(ticked.next()?)
                };
                (answer != Answer::Many(Vec::new())).then(|| (question.name.clone(), answer))
            })
            .collect();
        Self {
            answers,
            lang: lang.code(),
        }
    }

    /// One line for `authoring visit`.
    pub fn line(&self) -> String {
        // Texts in maps and lists can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Example {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Answers<'a>(&'a [(String, Answer)]);

        impl Serialize for Answers<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(question, answer)| (question, answer)))
            }
        }

        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("answers", &Answers(&self.answers))?;
        map.serialize_entry("lang", self.lang)?;
        map.end()
    }
}

/// Takes ticks away as long as `wanted` still holds, so that a person sees at a glance what it hangs on.
pub fn fewest(circuit: &Circuit, mut inputs: Vec<u64>, wanted: Signal) -> Vec<u64> {
    // One tick may only be taken away after another: until nothing changes.
    while let Some(fewer) = one_round_fewer(circuit, &inputs, wanted) {
        inputs = fewer;
    }
    inputs
}

/// The inputs without those that can be taken away one after the other; `None` when there are none.
fn one_round_fewer(circuit: &Circuit, inputs: &[u64], wanted: Signal) -> Option<Vec<u64>> {
    let mut fewer = inputs.to_vec();
    for place in 0..fewer.len() {
        let was = fewer.get(place).copied().unwrap_or_default();
        if was == 0 {
            continue;
        }
        set(&mut fewer, place, 0);
        if !circuit.work_out(&fewer).is_on(wanted) {
            set(&mut fewer, place, was);
        }
    }
    (fewer != inputs).then_some(fewer)
}

fn set(inputs: &mut [u64], place: usize, value: u64) {
    if let Some(input) = inputs.get_mut(place) {
        *input = value;
    }
}
