//! The counselor's page: a code back into the sheet, whole or not at all.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod common;

use common::{BILL, FEELINGS, MONEY, MONEY_KIND, PATIENT, ROLE, WORRIES, begin, ledger, pack};
use domain::Answers;
use domain::code::{Code, Coded, Meant, read};
use domain::ledger::Tick;
use proptest::prelude::*;
use session::counter::Scan;
use session::view::{CounterView, OpenedView, Screen};
use session::{CounterEffect, CounterEvent, Effect, Event, Model, Route};

/// A number that the ledger of the 見本 pack has not given.
const UNKNOWN: u16 = 900;

fn at_desk() -> Model {
    begin(Route::Counter, "").0
}

fn tell(model: &mut Model, event: CounterEvent) -> Vec<Effect> {
    model.update(Event::Counter(event))
}

fn open(model: &mut Model, typed: &str) -> Vec<Effect> {
    tell(model, CounterEvent::Typed(typed.into()));
    tell(model, CounterEvent::PressedOpen)
}

fn opened(model: &Model) -> OpenedView {
    match model.view().screen {
        Screen::Opened(view) => *view,
        other => panic!("no sheet: {other:?}"),
    }
}

fn line(model: &Model) -> CounterView {
    match model.view().screen {
        Screen::Counter(view) => *view,
        other => panic!("no line: {other:?}"),
    }
}

fn money() -> Answers {
    let mut answers = Answers::default();
    answers.set(ROLE, vec![PATIENT]);
    answers.set(WORRIES, vec![MONEY]);
    answers.set(MONEY_KIND, vec![BILL]);
    answers
}

fn code_of(answers: &Answers, ticks: &[Tick]) -> Coded {
    let pack = pack();
    let mut codes = ledger(&pack).codes_of(Meant::ForCounselor, &pack.survey, answers, ticks);
    codes.sort();
    Coded {
        meant: Meant::ForCounselor,
        pack: 0,
        codes,
    }
}

fn said(view: &OpenedView) -> Vec<String> {
    let rows = view.paper.rows.iter().chain(&view.paper.after);
    let lines = rows.flat_map(|row| &row.lines);
    lines
        .flat_map(|line| [&line.head].into_iter().chain(&line.details))
        .map(|both| both.own.plain())
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn a_code_opens_the_sheet_it_was_made_from() {
    let mut model = at_desk();
    let effects = open(
        &mut model,
        &code_of(&money(), &[Tick::FirstVisit]).written(),
    );
    assert_eq!(effects, [Effect::FocusHeading]);
    let view = opened(&model);
    assert_eq!(said(&view), ["patient", "money", "hospital_bill"]);
    assert!(view.paper.first_visit.1);
    assert!(view.warnings.is_empty() && view.unknown.is_empty());
    let supports: Vec<String> = view.supports.iter().map(|name| name.plain()).collect();
    assert!(
        supports.contains(&"high-cost-medical".to_owned()),
        "{supports:?}"
    );
    assert!(!supports.contains(&"crisis-lines".to_owned()));
}

#[test]
fn a_code_in_the_address_opens_by_itself() {
    let (mut model, effects) = begin(Route::from_fragment("#/counter/1ABCD"), "");
    assert!(effects.contains(&Effect::ForCounter(CounterEffect::TakeAddress)));
    let code = code_of(&money(), &[]).in_address();
    tell(&mut model, CounterEvent::AddressTaken(code));
    assert_eq!(said(&opened(&model)), ["patient", "money", "hospital_bill"]);
    let none = tell(&mut model, CounterEvent::AddressTaken(String::new()));
    assert_eq!(none, []);
    opened(&model);
}

#[test]
fn the_next_address_in_the_same_tab_is_looked_at_too() {
    let mut model = at_desk();
    let effects = model.update(Event::Navigated(Route::Counter));
    assert!(effects.contains(&Effect::ForCounter(CounterEffect::TakeAddress)));
}

#[test]
fn a_damaged_code_names_its_group_and_opens_nothing() {
    let mut model = at_desk();
    let mut wrong = code_of(&money(), &[]).written();
    wrong.replace_range(7..8, "U");
    assert_eq!(open(&mut model, &wrong), [Effect::FocusError]);
    let view = line(&model);
    assert_eq!(view.typed, wrong);
    assert_eq!(view.error.unwrap().1.plain(), "counter.character");
    assert_eq!(view.advice[0].plain(), "counter.group");
}

#[test]
fn a_damaged_code_after_a_good_one_leaves_nothing_of_the_good_one() {
    let mut model = at_desk();
    open(&mut model, &code_of(&money(), &[]).written());
    tell(&mut model, CounterEvent::AddressTaken("2ABCD".into()));
    assert!(line(&model).error.is_some());
}

#[test]
fn a_link_for_somebody_close_is_not_opened() {
    let mut model = at_desk();
    let code = Coded {
        meant: Meant::Answers,
        ..code_of(&money(), &[])
    };
    open(&mut model, &code.written());
    assert_eq!(line(&model).error.unwrap().1.plain(), "counter.other-use");
}

#[test]
fn another_pack_is_said_and_unknown_numbers_are_shown_as_they_are() {
    let mut model = at_desk();
    let mut code = code_of(&money(), &[]);
    code.pack = 1;
    code.codes.push(Code(UNKNOWN));
    open(&mut model, &code.written());
    let view = opened(&model);
    let warnings: Vec<String> = view.warnings.iter().map(|text| text.plain()).collect();
    assert_eq!(warnings, ["counter.other-pack", "counter.unknown"]);
    assert_eq!(view.unknown, ["900"]);
    assert_eq!(said(&view), ["patient", "money", "hospital_bill"]);
}

#[test]
fn the_visit_on_this_device_stays_apart() {
    let (mut model, _) = begin(Route::Counter, "role=family;worries=feelings");
    let before = model.answers().clone();
    open(&mut model, &code_of(&money(), &[]).written());
    assert_eq!(said(&opened(&model)), ["patient", "money", "hospital_bill"]);
    assert_eq!(*model.answers(), before);
    assert!(before.is_chosen(WORRIES, FEELINGS));
}

#[test]
fn the_next_person_and_every_other_screen_find_nothing() {
    let mut model = at_desk();
    open(&mut model, &code_of(&money(), &[]).written());
    let effects = tell(&mut model, CounterEvent::PressedNextPerson);
    assert_eq!(effects, [Effect::ForCounter(CounterEffect::FocusLine)]);
    assert_eq!(line(&model).typed, "");
    open(&mut model, &code_of(&money(), &[]).written());
    model.update(Event::Navigated(Route::Start));
    model.update(Event::Navigated(Route::Counter));
    assert_eq!(line(&model).typed, "");
}

#[test]
fn the_camera_is_offered_only_where_there_is_one_and_let_go_when_the_page_is_left() {
    let mut model = at_desk();
    assert_eq!(line(&model).camera, None);
    tell(&mut model, CounterEvent::CameraFound(true));
    let effects = tell(&mut model, CounterEvent::PressedCamera);
    assert_eq!(effects, [Effect::ForCounter(CounterEffect::StartCamera)]);
    let effects = model.update(Event::Navigated(Route::Start));
    assert!(effects.contains(&Effect::ForCounter(CounterEffect::StopCamera)));
}

#[test]
fn what_the_camera_saw_after_it_was_stopped_does_not_count() {
    let mut model = at_desk();
    tell(&mut model, CounterEvent::CameraFound(true));
    tell(&mut model, CounterEvent::PressedCamera);
    tell(&mut model, CounterEvent::PressedStop);
    let code = code_of(&money(), &[]).in_address();
    tell(&mut model, CounterEvent::Scanned(Scan::Code(code.clone())));
    line(&model);
    tell(&mut model, CounterEvent::PressedCamera);
    tell(&mut model, CounterEvent::Scanned(Scan::Code(code)));
    opened(&model);
}

#[test]
fn a_refused_camera_says_so_and_can_be_asked_again() {
    let mut model = at_desk();
    tell(&mut model, CounterEvent::CameraFound(true));
    tell(&mut model, CounterEvent::PressedCamera);
    tell(&mut model, CounterEvent::Scanned(Scan::Refused));
    let camera = line(&model).camera.unwrap();
    assert_eq!(camera.status.plain(), "counter.refused");
    assert_eq!(camera.press.plain(), "counter.camera");
}

/// Any ticks of the 見本 pack.
fn any_answers() -> impl Strategy<Value = Answers> {
    let ticks = prop::collection::vec((0..4_usize, 0..3_usize), 0..8);
    ticks.prop_map(|ticks| {
        let pack = pack();
        let mut answers = Answers::default();
        for (question, choice) in ticks {
            let (id, question) = pack.survey.iter().nth(question).unwrap();
            let choice = choice % question.choices.len();
            answers.add(id, domain::ChoiceId::at(choice).unwrap());
        }
        pack.survey.path(&answers).answers
    })
}

proptest! {
    #[test]
    fn the_sheet_that_a_code_opens_has_the_same_code(answers in any_answers(), is_first in any::<bool>()) {
        let ticks: &[Tick] = if is_first { &[Tick::FirstVisit] } else { &[] };
        let code = code_of(&answers, ticks);
        let mut model = at_desk();
        open(&mut model, &code.written());
        prop_assert_eq!(read(&opened(&model).paper.code.written), Ok(code));
    }

    #[test]
    fn whatever_is_brought_opens_whole_or_not_at_all_and_leaves_the_device_alone(text in prop_oneof![any::<String>(), "[0-9A-Z ]{0,40}"]) {
        let (mut model, _) = begin(Route::Counter, "role=family");
        let mut effects = open(&mut model, &text);
        effects.extend(tell(&mut model, CounterEvent::AddressTaken(text.clone())));
        let is_code = read(&text).is_ok_and(|code| code.meant == Meant::ForCounselor);
        prop_assert_eq!(matches!(model.view().screen, Screen::Opened(_)), is_code);
        let is_harmless = |effect: &Effect| matches!(effect, Effect::FocusError | Effect::FocusHeading);
        prop_assert!(effects.iter().all(is_harmless), "{:?}", effects);
        prop_assert_eq!(model.title().0, "counter.title | app.name");
    }
}
