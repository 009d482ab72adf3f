//! Changing an answer on the result, and the headings there.

#![allow(clippy::panic, reason = "a test stops at what should not be")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod common;

use std::rc::Rc;

use common::{BILL, FEELINGS, MONEY, MONEY_KIND, NONE_TODAY, PREFECTURE, WORRIES, begin, entries};
use domain::{ChoiceId, SupportId};
use session::change::{Change, Spot};
use session::view::{Card, ResultView, Screen};
use session::{Effect, Event, Model, Route};

/// 高額療養費 of the sample.
const HIGH_COST: SupportId = SupportId(2);

fn result(model: &Model) -> ResultView {
    let Screen::Result(view) = model.view().screen else {
        panic!("no result: {:?}", model.view().screen);
    };
    view
}

fn card<'a>(view: &'a ResultView, id: &str) -> Option<&'a Card> {
    let others = view.groups.iter().flat_map(|group| &group.cards);
    view.first.iter().chain(others).find(|card| card.id == id)
}

fn open(model: &mut Model, spot: Spot, question: domain::QuestionId) -> Vec<Effect> {
    model.update(Event::OpenedChange(Change { spot, question }))
}

fn with_bill() -> Model {
    begin(
        Route::Result,
        "role=patient;worries=money;money_kind=hospital_bill",
    )
    .0
}

#[test]
fn each_answer_that_brought_a_card_can_be_changed_on_it() {
    let view = result(&with_bill());
    let found = card(&view, "high-cost-medical").unwrap();
    assert_eq!(&*found.reason.text, "because [hospital_bill]");
    let names: Vec<&str> = found
        .changes
        .iter()
        .map(|change| &*change.name.text)
        .collect();
    assert_eq!(names, ["change.this"]);
    assert_eq!(&*found.changes[0].answer.text, "[hospital_bill]");
    assert!(found.choices.is_none() && view.gone.is_none() && view.changed.is_empty());
}

#[test]
fn opening_shows_the_choices_on_that_card_alone_and_keeps_its_place() {
    let mut model = with_bill();
    let effects = open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND);
    assert_eq!(
        effects,
        [Effect::HoldStill("card-high-cost-medical".into())]
    );
    let view = result(&model);
    let found = card(&view, "high-cost-medical").unwrap();
    assert!(found.changes[0].is_open);
    let choices = found.choices.as_ref().unwrap();
    assert_eq!(choices.question.id, MONEY_KIND);
    assert!(choices.question.choices[0].is_chosen);
    assert!(card(&view, "consult-centre").unwrap().choices.is_none());
}

#[test]
fn a_pick_that_takes_the_card_away_leaves_its_choices_and_says_what_changed() {
    let mut model = with_bill();
    open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND);
    let effects = model.update(Event::Ticked(MONEY_KIND, BILL, false));
    assert!(
        effects.contains(&Effect::HoldStill("change".into())),
        "{effects:?}"
    );
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Keep(_)))
    );
    assert!(!effects.contains(&Effect::FocusHeading));
    assert_eq!(model.route(), Route::Result);
    let view = result(&model);
    assert!(card(&view, "high-cost-medical").is_none());
    let gone = view.gone.as_ref().unwrap();
    assert_eq!(gone.id, "high-cost-medical");
    assert_eq!(&*view.changed.text, "none now, 1 shown");
    // The way back is where the finger is.
    model.update(Event::Ticked(MONEY_KIND, BILL, true));
    let view = result(&model);
    assert!(view.gone.is_none());
    assert!(card(&view, "high-cost-medical").unwrap().choices.is_some());
    assert_eq!(&*view.changed.text, "now [hospital_bill], 2 shown");
}

#[test]
fn closing_stays_at_the_card_or_begins_at_the_top_where_it_is_gone() {
    let mut model = with_bill();
    open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND);
    let effects = model.update(Event::ClosedChange);
    assert_eq!(
        effects,
        [Effect::HoldStill("card-high-cost-medical".into())]
    );
    assert!(result(&model).changed.is_empty());
    open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND);
    model.update(Event::Ticked(MONEY_KIND, BILL, false));
    assert_eq!(model.update(Event::ClosedChange), [Effect::FocusHeading]);
    assert!(result(&model).gone.is_none());
    assert_eq!(model.update(Event::ClosedChange), []);
}

#[test]
fn what_was_not_suggested_can_be_brought_where_it_stands() {
    let (mut model, _) = begin(Route::Result, "role=patient;worries=money");
    let row = |model: &Model| result(model).missing.into_iter().next().unwrap();
    let before = row(&model);
    assert_eq!(before.id, "missing-high-cost-medical");
    assert_eq!(&*before.changes[0].name.text, "give [hospital_bill]");
    open(&mut model, Spot::Missing(HIGH_COST), MONEY_KIND);
    model.update(Event::Ticked(MONEY_KIND, BILL, true));
    let came = row(&model);
    assert_eq!(
        (came.id, &*came.text.text),
        (before.id, "came high-cost-medical")
    );
    assert!(came.choices.is_some());
    assert!(card(&result(&model), "high-cost-medical").is_some());
    assert_eq!(
        model.update(Event::ClosedChange),
        [Effect::Focus("card-high-cost-medical".into())]
    );
    assert!(result(&model).missing.is_empty());
}

#[test]
fn a_worry_and_its_follow_up_are_given_one_after_the_other() {
    let (mut model, _) = begin(Route::Result, "role=patient;worries=feelings");
    let row = |model: &Model| result(model).missing.into_iter().next().unwrap();
    assert_eq!(row(&model).changes.len(), 1);
    open(&mut model, Spot::Missing(HIGH_COST), WORRIES);
    model.update(Event::Ticked(WORRIES, MONEY, true));
    let changes = row(&model).changes;
    let names: Vec<String> = { changes.iter() }
        .map(|change| change.name.text.to_string())
        .collect();
    assert_eq!(names, ["give [hospital_bill]", "change worries"]);
}

#[test]
fn no_worry_any_more_ends_short_and_warm_only_when_the_choices_are_closed() {
    let mut model = with_bill();
    open(&mut model, Spot::Card(HIGH_COST), WORRIES);
    model.update(Event::Ticked(WORRIES, NONE_TODAY, true));
    assert!(result(&model).gone.is_some());
    assert_eq!(model.update(Event::ClosedChange), [Effect::FocusHeading]);
    assert!(matches!(model.view().screen, Screen::Ending(_)));
}

#[test]
fn a_prefecture_given_on_a_card_leaves_the_result_standing_until_its_places_are_there() {
    let mut model = with_bill();
    let center = result(&model);
    let center = card(&center, "consult-centre").unwrap();
    assert_eq!(center.changes.len(), 1, "{:?}", center.changes);
    open(&mut model, Spot::Card(SupportId(0)), PREFECTURE);
    let effects = model.update(Event::Chose(PREFECTURE, ChoiceId(1)));
    assert!(effects.contains(&Effect::LoadEntries(common::shizuoka())));
    assert!(
        card(&result(&model), "consult-centre")
            .unwrap()
            .choices
            .is_some()
    );
    let effects = model.update(Event::EntriesLoaded(Rc::new(entries())));
    assert_eq!(effects, [Effect::HoldStill("change".into())]);
}

#[test]
fn another_screen_closes_the_choices() {
    let mut model = with_bill();
    open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND);
    model.update(Event::Navigated(Route::About));
    model.update(Event::Navigated(Route::Result));
    assert!(
        card(&result(&model), "high-cost-medical")
            .unwrap()
            .choices
            .is_none()
    );
    // Only the result has cards to change answers on.
    model.update(Event::Navigated(Route::Review));
    assert_eq!(open(&mut model, Spot::Card(HIGH_COST), MONEY_KIND), []);
}

#[test]
fn a_pick_without_open_choices_holds_nothing_still() {
    let mut model = with_bill();
    let effects = model.update(Event::Ticked(WORRIES, FEELINGS, true));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::HoldStill(_)))
    );
}
