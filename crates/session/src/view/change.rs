//! Changing one answer on the result: the controls, the choices, and what has changed.

use domain::condition::Reason;
use domain::matching::Outcome;
use domain::missing::missing;
use domain::survey::Purpose;
use domain::text::Key;
use domain::{ChoiceId, QuestionId, SupportId};

use super::{Card, MissingRow, Phrase, Places, QuestionView};
use crate::change::{Change, Spot};
use crate::model::Model;

/// A control that opens the choices of a question, or closes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeButton {
    /// The id of its element.
    pub id: String,
    /// "Look again at …", with the person's own answer.
    pub name: Phrase,
    /// The answer, where the name does not say it: for those who hear the button without what stands above it.
    pub answer: Phrase,
    /// What it opens.
    pub change: Change,
    /// Whether it is open.
    pub is_open: bool,
}

/// The open choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// The question.
    pub question: QuestionView,
    /// What the last pick did; empty before.
    pub changed: Phrase,
    /// "Close", or the way to what has come.
    pub close: Phrase,
}

/// What has gone with the answer that is just being changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneView {
    /// The id of the support.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// That it is not there with these answers, and how it comes back.
    pub note: Phrase,
    /// The choices.
    pub choices: ChangeView,
}

impl Model {
    /// The heading over the supports of a worry.
    pub(super) fn group_title(&self, worry: Option<ChoiceId>) -> Phrase {
        worry
            .zip(self.pack.survey.with_purpose(&Purpose::Worries))
            .map_or_else(
                || self.say(Key::ResultMore),
                |(worry, question)| self.choice_label(question, worry),
            )
    }

    /// The card with controls for the answers that brought it, and for the prefecture where it is wanted.
    pub(super) fn with_changes(&self, mut card: Card) -> Card {
        let outcome = self.outcome();
        let Some(id) = self.pack.find_support(&card.id) else {
            return card;
        };
        let spot = Spot::Card(id);
        let reasons = outcome.find(id).map_or(&[][..], |found| &found.reasons);
        let place = match &mut card.places {
            Places::Unknown { give_place, .. } => give_place
                .take()
                .and_then(|_| self.pack.survey.with_purpose(&Purpose::Prefecture)),
            Places::Known(_) | Places::Failed(..) | Places::NotNeeded => None,
        };
        card.changes = self.buttons(spot, reasons, place);
        card.choices = self.choices_at(spot, Key::CloseChange);
        card
    }

    /// A control for each question among the reasons, for `place`, and for the question that is open here.
    fn buttons(
        &self,
        spot: Spot,
        reasons: &[Reason],
        place: Option<QuestionId>,
    ) -> Vec<ChangeButton> {
        let open = (self.changing)
            .filter(|changing| changing.change.spot == spot)
            .map(|changing| changing.change.question);
        let mut questions: Vec<QuestionId> = Vec::new();
        let told = reasons.iter().map(|reason| reason.question);
        for question in told.chain(place).chain(open) {
            if !questions.contains(&question) && self.path.asked.contains(&question) {
                questions.push(question);
            }
        }
        let is_only = matches!(spot, Spot::Card(_))
            && reasons
                .iter()
                .all(|reason| Some(reason.question) == reasons.first().map(|first| first.question));
        questions
            .into_iter()
            .map(|question| {
                let of_it: Vec<Reason> = { reasons.iter().copied() }
                    .filter(|reason| reason.question == question)
                    .collect();
                let mut answer = Phrase::default();
                let name = if Some(question) == place {
                    self.say(Key::GivePlace)
                } else if is_only && !of_it.is_empty() {
                    answer.text = self.quoted(&of_it).into();
                    self.say(Key::ChangeThis)
                } else if of_it.is_empty() {
                    let label = self.question_label(question);
                    self.fill(Key::ChangeAnswer, &[("answers", &label.text)])
                } else {
                    let answers = self.quoted(&of_it);
                    let key = match spot {
                        Spot::Card(_) => Key::ChangeAnswer,
                        Spot::Missing(_) => Key::GiveAnswer,
                    };
                    self.fill(key, &[("answers", &answers)])
                };
                ChangeButton {
                    id: [&self.spot_id(spot), "-", &question.0.to_string()].concat(),
                    name,
                    answer,
                    change: Change { spot, question },
                    is_open: open == Some(question),
                }
            })
            .collect()
    }

    /// The open choices, if they are open at this spot.
    fn choices_at(&self, spot: Spot, close: Key) -> Option<ChangeView> {
        let changing = self
            .changing
            .filter(|changing| changing.change.spot == spot)?;
        let question = changing.change.question;
        let place = { self.path.asked.iter() }.position(|asked| *asked == question)?;
        Some(ChangeView {
            question: self.question_at(place + 1)?,
            changed: self.changed_words(&self.outcome()),
            close: self.say(close),
        })
    }

    /// What the last pick did; empty before.
    pub(super) fn changed_words(&self, outcome: &Outcome<'_>) -> Phrase {
        let Some(changing) = self.changing.filter(|changing| changing.has_changed) else {
            return Phrase::default();
        };
        let question = changing.change.question;
        let reasons: Vec<Reason> = { self.path.answers.chosen(question).iter() }
            .map(|choice| Reason {
                question,
                choice: *choice,
            })
            .collect();
        let n_results = outcome.results.len();
        if reasons.is_empty() {
            return self.count(Key::ChangedToNone, n_results, &[]);
        }
        let answers = self.quoted(&reasons);
        self.count(Key::ChangedTo, n_results, &[("answers", &answers)])
    }

    /// What stood on the card where an answer is being changed, when that answer took it away.
    pub(super) fn gone_view(&self, outcome: &Outcome<'_>) -> Option<GoneView> {
        let Spot::Card(id) = self.changing?.change.spot else {
            return None;
        };
        if outcome.find(id).is_some() {
            return None;
        }
        let name = self.support_name(id)?;
        Some(GoneView {
            id: self.pack.support(id)?.name.clone(),
            note: self.say(Key::CardGone),
            name,
            choices: self.choices_at(Spot::Card(id), Key::CloseChange)?,
        })
    }

    /// What was not suggested, and what has just come by an answer given there.
    pub(super) fn missing_rows(&self, outcome: &Outcome<'_>) -> Vec<MissingRow> {
        let missing = missing(&self.pack, &self.path, outcome);
        let mut wanted: Vec<(SupportId, &[Reason])> = { missing.iter() }
            .map(|missing| (missing.support, missing.would_need.as_slice()))
            .collect();
        if let Some(Spot::Missing(id)) = self.changing.map(|changing| changing.change.spot)
            && !wanted.iter().any(|(support, _)| *support == id)
        {
            let place = wanted.partition_point(|(support, _)| *support < id);
            wanted.insert(place, (id, &[]));
        }
        wanted
            .into_iter()
            .filter_map(|(id, reasons)| self.missing_row(outcome, id, reasons))
            .collect()
    }

    fn missing_row(
        &self,
        outcome: &Outcome<'_>,
        id: SupportId,
        reasons: &[Reason],
    ) -> Option<MissingRow> {
        let name = self.support_name(id)?;
        let spot = Spot::Missing(id);
        let is_here = outcome.find(id).is_some();
        let (key, close) = if is_here {
            (Key::CardCame, Key::SeeCard)
        } else {
            (Key::WouldNeed, Key::CloseChange)
        };
        let answers = self.quoted(reasons);
        let values = [("support", &*name.text), ("answers", &*answers)];
        // One question after the other: the second may be asked only when the first is answered.
        let asked = |reason: &&Reason| self.path.asked.contains(&reason.question);
        let first = reasons.iter().find(asked).map(|reason| reason.question);
        let next: Vec<Reason> = { reasons.iter().copied() }
            .filter(|reason| Some(reason.question) == first)
            .collect();
        Some(MissingRow {
            id: self.spot_id(spot),
            text: self.fill(key, &values),
            changes: self.buttons(spot, &next, None),
            choices: self.choices_at(spot, close),
        })
    }
}
