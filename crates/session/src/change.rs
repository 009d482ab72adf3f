//! Changing one answer on the result, without leaving it.

use domain::{QuestionId, SupportId};

use crate::effect::Effect;
use crate::model::Model;
use crate::route::Route;

/// The id of the element with the choices; there is at most one.
pub const CHOICES: &str = "change";

/// Where on the result an answer can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// On the card of this support.
    Card(SupportId),
    /// In the row of this support, which was not suggested.
    Missing(SupportId),
}

/// An answer that can be changed, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub spot: Spot,
    /// The question.
    pub question: QuestionId,
}

/// A change while its choices are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Changing {
    pub(crate) change: Change,
    /// Whether something was picked since they were opened.
    pub(crate) has_changed: bool,
}

impl Model {
    pub(crate) fn open_change(&mut self, change: Change) -> Vec<Effect> {
        if self.route != Route::Result || !self.path.asked.contains(&change.question) {
            return Vec::new();
        }
        self.shows_error = false;
        self.changing = Some(Changing {
            change,
            has_changed: false,
        });
        vec![Effect::HoldStill(self.spot_id(change.spot))]
    }

    pub(crate) fn close_change(&mut self) -> Vec<Effect> {
        let Some(changing) = self.changing.take() else {
            return Vec::new();
        };
        self.shows_error = false;
        let (Spot::Card(support) | Spot::Missing(support)) = changing.change.spot;
        let is_shown = self.outcome().find(support).is_some();
        if self.has_no_worries_today() {
            return vec![Effect::FocusHeading];
        }
        match (changing.change.spot, is_shown) {
            (Spot::Card(_), true) | (Spot::Missing(_), false) => {
                vec![Effect::HoldStill(self.spot_id(changing.change.spot))]
            }
            // What was asked for is there now.
            (Spot::Missing(_), true) => vec![Effect::Focus(self.spot_id(Spot::Card(support)))],
            (Spot::Card(_), false) => vec![Effect::FocusHeading],
        }
    }

    /// Keeps the open choices where they are, whatever moves around them; nothing when none are open.
    pub(crate) fn hold_change(&mut self, has_changed: bool) -> Vec<Effect> {
        let Some(changing) = &mut self.changing else {
            return Vec::new();
        };
        changing.has_changed |= has_changed;
        let question = self.pack.survey.get(changing.change.question);
        self.shows_error = question.is_some_and(|asked| !asked.constraint.holds(&self.answers));
        vec![Effect::HoldStill(CHOICES.into())]
    }

    /// The id of the element where an answer can be changed.
    pub(crate) fn spot_id(&self, spot: Spot) -> String {
        let (before, support) = match spot {
            Spot::Card(support) => ("card-", support),
            Spot::Missing(support) => ("missing-", support),
        };
        let name = self.pack.support(support).map(|support| &support.name);
        [before, name.map_or("", String::as_str)].concat()
    }
}
