//! One visit, seen from outside: events in, effects and screens out.

mod common;

use std::rc::Rc;

use common::*;

use domain::{ChoiceId, QuestionId};
use proptest::prelude::*;
use session::view::{Places, Screen};
use session::{Effect, Event, Model, Route, snapshot};

const SHIZUOKA: ChoiceId = ChoiceId(1);

#[test]
fn next_leads_through_the_path_to_the_review() {
    let (mut model, _) = begin(Route::Question(1), "");
    model.update(Event::Chose(ROLE, PATIENT));
    assert_eq!(
        model.update(Event::PressedNext),
        [Effect::Go(Route::Question(2)), Effect::FocusHeading]
    );
    model.update(Event::PressedNext);
    assert_eq!(model.route(), Route::Question(3));
    model.update(Event::PressedNext);
    assert_eq!(model.route(), Route::Review);
}

#[test]
fn an_answer_is_kept_in_the_tab_as_it_is_given() {
    let (mut model, _) = begin(Route::Question(2), "");
    assert_eq!(
        model.update(Event::Ticked(WORRIES, MONEY, true)),
        [Effect::Keep("worries=money".into())]
    );
}

#[test]
fn erase_forgets_before_it_leaves() {
    let mut model = after(Route::Result, [Event::Ticked(WORRIES, MONEY, true)]);
    assert_eq!(
        model.update(Event::PressedErase),
        [
            Effect::Forget,
            Effect::Go(Route::Start),
            Effect::FocusHeading
        ]
    );
    assert!(model.answers().is_empty());
    let Screen::Start(view) = model.view().screen else {
        panic!("not the start page")
    };
    assert!(view.erased.is_some());
    assert!(view.resume.is_none());
}

#[test]
fn ticking_none_today_takes_the_worries_away_and_a_worry_takes_it_away() {
    let mut model = after(
        Route::Question(2),
        [
            Event::Ticked(WORRIES, MONEY, true),
            Event::Ticked(WORRIES, NONE_TODAY, true),
        ],
    );
    assert_eq!(model.answers().chosen(WORRIES), [NONE_TODAY]);
    model.update(Event::Ticked(WORRIES, FEELINGS, true));
    assert_eq!(model.answers().chosen(WORRIES), [FEELINGS]);
}

#[test]
fn an_answer_to_a_question_off_the_path_is_kept_but_does_not_count() {
    let (mut model, _) = begin(Route::Question(2), "worries=money;money_kind=hospital_bill");
    let found = |model: &Model| model.outcome().results.len();
    assert_eq!(found(&model), 2);
    model.update(Event::Ticked(WORRIES, MONEY, false));
    assert_eq!(found(&model), 1);
    assert_eq!(model.answers().chosen(MONEY_KIND), [BILL]);
    model.update(Event::Ticked(WORRIES, MONEY, true));
    assert_eq!(found(&model), 2);
}

#[test]
fn skipping_takes_the_answer_away_and_goes_on() {
    let mut model = after(Route::Question(1), [Event::Chose(ROLE, PATIENT)]);
    model.update(Event::PressedSkip);
    assert!(model.answers().chosen(ROLE).is_empty());
    assert_eq!(model.route(), Route::Question(2));
}

#[test]
fn every_question_can_be_skipped_and_the_result_names_somebody() {
    let model = after(
        Route::Question(1),
        (0..10)
            .map(|_| Event::PressedSkip)
            .chain([Event::Navigated(Route::Result)]),
    );
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    assert_eq!(view.first.len(), 1);
    assert_eq!(view.first[0].id, "consult-centre");
}

#[test]
fn a_restored_answer_that_breaks_a_constraint_is_settled_and_not_blocked() {
    let (model, _) = begin(Route::Result, "worries=money,none_today");
    assert!(matches!(model.view().screen, Screen::Result(_)));
}

#[test]
fn unknown_names_in_what_was_kept_are_dropped_and_named() {
    let restored = snapshot::read(&pack().survey, "worries=money,gone;nosuch=x;role");
    assert_eq!(restored.dropped, ["worries.gone", "nosuch"]);
    assert_eq!(restored.answers.chosen(WORRIES), [MONEY]);
}

#[test]
fn entries_are_asked_for_once_when_the_prefecture_is_known() {
    let (mut model, _) = begin(Route::Question(3), "");
    let effects = model.update(Event::Chose(PREFECTURE, SHIZUOKA));
    assert!(effects.contains(&Effect::LoadEntries(shizuoka())));
    assert!(
        !model
            .update(Event::Navigated(Route::Result))
            .contains(&Effect::LoadEntries(shizuoka()))
    );
}

#[test]
fn the_result_waits_for_the_entries_and_then_shows_the_nearest() {
    let mut model = after(Route::Result, [Event::Chose(PREFECTURE, SHIZUOKA)]);
    assert!(matches!(model.view().screen, Screen::Waiting(_)));
    model.update(Event::EntriesLoaded(Rc::new(entries())));
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    let Places::Known(places) = &view.first[0].places else {
        panic!("no place")
    };
    assert_eq!(places[0].id, "mihon-01");
}

#[test]
fn an_entry_that_is_over_is_not_shown_though_the_pack_still_has_it() {
    let mut file = entries();
    file.entries[0].validity.to = "2026-11-23".parse().ok();
    let mut model = after(Route::Result, [Event::Chose(PREFECTURE, SHIZUOKA)]);
    model.update(Event::EntriesLoaded(Rc::new(file)));
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    assert!(!matches!(view.first[0].places, Places::Known(_)));
}

#[test]
fn entries_that_do_not_come_leave_the_proposals_and_offer_another_try() {
    let mut model = after(
        Route::Result,
        [
            Event::Chose(PREFECTURE, SHIZUOKA),
            Event::EntriesFailed(shizuoka()),
        ],
    );
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    assert!(matches!(view.first[0].places, Places::Failed(..)));
    assert_eq!(
        model.update(Event::PressedTryAgain),
        [Effect::LoadEntries(shizuoka())]
    );
}

#[test]
fn a_prefecture_without_entries_says_so_and_asks_for_nothing() {
    let (mut model, _) = begin(Route::Result, "");
    assert_eq!(model.update(Event::Chose(PREFECTURE, ChoiceId(0))).len(), 1);
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    let Places::Unknown { note, .. } = &view.first[0].places else {
        panic!("a place out of nowhere")
    };
    assert_eq!(&*note.text, "none in 13");
}

#[test]
fn none_today_ends_short_and_warm_with_the_center() {
    let model = after(Route::Result, [Event::Ticked(WORRIES, NONE_TODAY, true)]);
    let Screen::Ending(view) = model.view().screen else {
        panic!("not the ending")
    };
    assert_eq!(view.cards[0].id, "consult-centre");
}

#[test]
fn the_reason_is_the_persons_own_answer() {
    let model = after(
        Route::Result,
        [
            Event::Ticked(WORRIES, MONEY, true),
            Event::Ticked(MONEY_KIND, BILL, true),
        ],
    );
    let Screen::Result(view) = model.view().screen else {
        panic!("not the result")
    };
    assert_eq!(view.first[0].id, "high-cost-medical");
    assert_eq!(&*view.first[0].reason.text, "because [hospital_bill]");
}

#[test]
fn a_family_member_is_asked_in_their_own_words() {
    let model = after(Route::Question(2), [Event::Chose(ROLE, ChoiceId(1))]);
    let Screen::Question(view) = model.view().screen else {
        panic!("not a question")
    };
    assert_eq!(&*view.label.text, "worries of your family");
}

#[test]
fn a_question_beyond_the_path_becomes_the_review() {
    let (model, effects) = begin(Route::Question(9), "");
    assert_eq!(model.route(), Route::Review);
    assert!(effects.contains(&Effect::Replace(Route::Review)));
}

#[test]
fn the_crisis_strip_is_on_every_screen_but_its_own() {
    for route in [
        Route::Start,
        Route::Question(1),
        Route::Review,
        Route::Result,
        Route::Support(1),
        Route::Places,
        Route::About,
        Route::Privacy,
        Route::NotFound,
    ] {
        let (model, _) = begin(route, "");
        assert!(model.view().frame.crisis.is_some(), "{route:?}");
    }
    assert!(begin(Route::Crisis, "").0.view().frame.crisis.is_none());
}

#[test]
fn going_on_leads_behind_the_last_answer() {
    let (mut model, _) = begin(Route::Start, "worries=feelings");
    model.update(Event::PressedContinue);
    assert_eq!(model.route(), Route::Question(3));
}

#[test]
fn a_pick_on_the_static_copy_counts_unless_the_question_was_answered() {
    let (model, _) = begin(Route::Question(1), "");
    assert_eq!(model.picked_before(&[1]), [Event::Chose(ROLE, ChoiceId(1))]);
    let (model, _) = begin(Route::Question(1), "role=patient");
    assert_eq!(model.picked_before(&[1]), []);
}

fn any_event() -> impl Strategy<Value = Event> {
    let question = (0u16..6).prop_map(QuestionId);
    let choice = (0u16..5).prop_map(ChoiceId);
    prop_oneof![
        (question.clone(), choice.clone())
            .prop_map(|(question, choice)| Event::Chose(question, choice)),
        (question.clone(), choice, any::<bool>())
            .prop_map(|(question, choice, on)| Event::Ticked(question, choice, on)),
        question.prop_map(Event::Cleared),
        Just(Event::PressedNext),
        Just(Event::PressedSkip),
        Just(Event::PressedBack),
        Just(Event::PressedContinue),
        Just(Event::PressedErase),
        Just(Event::PressedTryAgain),
        Just(Event::EntriesFailed(shizuoka())),
        Just(Event::EntriesLoaded(Rc::new(entries()))),
        (0usize..9).prop_map(|place| Event::Navigated(Route::Question(place))),
        (0usize..9).prop_map(|place| Event::Navigated(Route::Support(place))),
        Just(Event::Navigated(Route::Result)),
        Just(Event::Navigated(Route::Places)),
        Just(Event::Navigated(Route::Crisis)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_pressed_there_is_a_screen_and_somebody_to_talk_to(events in prop::collection::vec(any_event(), 0..40)) {
        let model = after(Route::Start, events);
        let view = model.view();
        prop_assert!(!model.title().0.is_empty());
        prop_assert!(!view.frame.app_name.is_empty());
        prop_assert!(!model.outcome().first.is_empty());
    }

    #[test]
    fn what_the_tab_keeps_gives_the_same_visit_back(events in prop::collection::vec(any_event(), 0..40)) {
        let model = after(Route::Start, events);
        let kept = snapshot::write(&model.pack().survey, model.answers());
        let (again, _) = begin(Route::Result, &kept);
        let shown = |model: &Model| model.outcome().results.iter().map(|found| found.id).collect::<Vec<_>>();
        prop_assert_eq!(shown(&again), shown(&model));
        prop_assert_eq!(snapshot::read(&model.pack().survey, &kept).dropped, Vec::<String>::new());
    }

    #[test]
    fn an_address_never_carries_an_answer(events in prop::collection::vec(any_event(), 0..40)) {
        let fragment = after(Route::Start, events).route().fragment();
        prop_assert!(fragment.chars().all(|letter| letter == '#' || letter == '/' || letter.is_ascii_digit())
            || ["#/review", "#/result", "#/places", "#/help"].iter().any(|known| fragment.starts_with(known))
            || fragment.starts_with("#/check/"));
    }
}
