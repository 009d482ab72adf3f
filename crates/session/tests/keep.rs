//! Taking something along, seen from outside: what is saved, what a link holds, and what opening one does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod common;

use std::rc::Rc;

use common::*;
use domain::code::{Code, Coded, Meant};
use domain::condition::Reason;
use domain::survey::{Choice, Exclusive, Purpose, Question};
use domain::text::Lang;
use domain::{Answers, ChoiceId, Condition, Pack, QuestionId, SupportId};
use proptest::prelude::*;
use session::keep::{Shares, Told};
use session::view::{KeepView, Screen, SharedView};
use session::{Begin, Effect, Event, KeepEffect, KeepEvent, Model, Route, saved};

const AHEAD: ChoiceId = ChoiceId(3);
const AHEAD_KIND: QuestionId = QuestionId(3);
const WISHES: ChoiceId = ChoiceId(0);
const PLACE: QuestionId = QuestionId(4);

fn selected(question: QuestionId, choice: ChoiceId) -> Condition {
    Condition::Selected(Reason { question, choice })
}

/// The 見本 pack with the worry about the time ahead, its question, and a support that only its answer brings.
fn whole_pack() -> Pack {
    let mut pack = pack();
    let choice = |name: &str, exclusive| Choice {
        name: name.into(),
        offered_when: Condition::Always,
        exclusive,
        own_door: false,
        is_quiet: false,
    };
    pack.survey.questions[1]
        .choices
        .push(choice("end_of_life", Exclusive::No));
    let question = Question {
        name: "eol_kind".into(),
        is_multiple: true,
        relevant: selected(WORRIES, AHEAD),
        constraint: Condition::Always,
        purpose: Purpose::FollowUp(vec![AHEAD]),
        carries_emergency: false,
        choices: vec![
            choice("talk_wishes", Exclusive::No),
            choice("not_yet", Exclusive::Wins),
        ],
    };
    pack.survey.questions.insert(3, question);
    let mut acp = pack.supports[2].clone();
    acp.name = "acp".into();
    acp.when = selected(AHEAD_KIND, WISHES);
    pack.supports.push(acp);
    pack
}

fn visit(route: Route, kept: &str, saved: &str) -> (Model, Vec<Effect>) {
    let pack = whole_pack();
    let words = words(Lang::Ja, &pack);
    let guide = guide(Lang::Ja, &pack);
    let (mut model, effects) = Model::begin(Begin {
        pack: Rc::new(pack),
        words: Rc::new(words),
        route,
        guide: None,
        kept: kept.into(),
        saved: saved.into(),
        fingerprint: FINGERPRINT,
        has_picked_lang: false,
        now: common::at("2026-11-24", 10, 0),
        home: String::new(),
        format: Rc::new(common::Plain),
    });
    model.update(Event::GuideLoaded(Rc::new(guide)));
    (model, effects)
}

fn keep_view(model: &Model) -> KeepView {
    match model.view().screen {
        Screen::Keep(view) => *view,
        other => panic!("not the screen of taking along: {other:?}"),
    }
}

fn shared_view(model: &Model) -> SharedView {
    match model.view().screen {
        Screen::Shared(view) => *view,
        other => panic!("not the screen of a link: {other:?}"),
    }
}

/// The fragment of the link that would be made now.
fn link(model: &mut Model, shares: Shares) -> String {
    model.update(Event::Keep(KeepEvent::ChoseToShare(shares)));
    let effects = model.update(Event::Keep(KeepEvent::PressedCopy));
    let [Effect::ForKeep(KeepEffect::CopyLink(fragment))] = effects.as_slice() else {
        panic!("no link: {effects:?}")
    };
    fragment
        .strip_prefix("#/s/")
        .expect("a link is a shared link")
        .to_owned()
}

/// Another visit, with what its tab kept, in which this link is opened.
fn opened(link: &str, kept: &str) -> Model {
    let (mut model, effects) = visit(Route::Shared, kept, "");
    assert!(effects.contains(&Effect::ForKeep(KeepEffect::TakeLink)));
    model.update(Event::Keep(KeepEvent::LinkTaken(link.into())));
    model
}

fn code(meant: Meant, pack: u16, numbers: &[u16]) -> String {
    let codes = numbers.iter().map(|number| Code(*number)).collect();
    Coded { meant, pack, codes }.in_address()
}

const ALL: &str = "role=patient;worries=money,end_of_life;money_kind=hospital_bill;eol_kind=talk_wishes;prefecture=13";

#[test]
fn nothing_is_saved_before_the_button_is_pressed() {
    let (mut model, effects) = visit(Route::Keep, ALL, "");
    let saves = |effects: &[Effect]| {
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::ForKeep(KeepEffect::Save(_))))
    };
    assert!(!saves(&effects));
    assert!(!saves(
        &model.update(Event::Ticked(WORRIES, FEELINGS, true))
    ));
    assert!(keep_view(&model).save.erase.is_none());
    assert!(saves(&model.update(Event::Keep(KeepEvent::PressedSave))));
}

#[test]
fn what_was_saved_is_offered_on_the_start_page_and_gives_the_answers_back() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    let effects = model.update(Event::Keep(KeepEvent::PressedSave));
    let [Effect::ForKeep(KeepEffect::Save(text))] = effects.as_slice() else {
        panic!("nothing to save: {effects:?}")
    };
    let (mut later, _) = visit(Route::Start, "", text);
    let Screen::Start(start) = later.view().screen else {
        panic!("not the start page")
    };
    assert!(start.resume.is_some());
    assert!(later.answers().is_empty());
    later.update(Event::PressedContinue);
    assert_eq!(later.answers(), model.answers());
    assert_eq!(later.route(), Route::Review);
}

#[test]
fn saved_answers_of_another_pack_lose_what_is_unknown_and_the_review_says_so() {
    let text = saved::write(FINGERPRINT + 1, "role=patient;worries=money,gone;nosuch=x");
    let (mut model, _) = visit(Route::Start, "", &text);
    model.update(Event::PressedContinue);
    assert_eq!(model.answers().chosen(WORRIES), [MONEY]);
    let Screen::Review(review) = model.view().screen else {
        panic!("not the review")
    };
    assert_eq!(&*review.note.text, "save.changed");
    model.update(Event::Ticked(WORRIES, FEELINGS, true));
    let Screen::Review(review) = model.view().screen else {
        panic!("not the review")
    };
    assert!(review.note.is_empty());
}

#[test]
fn erasing_forgets_what_was_saved_too() {
    let text = saved::write(FINGERPRINT, "role=patient");
    let (mut model, _) = visit(Route::Keep, "role=patient", &text);
    assert!(keep_view(&model).save.erase.is_some());
    let effects = model.update(Event::PressedErase);
    assert_eq!(effects.first(), Some(&Effect::Forget));
    let Screen::Start(start) = model.view().screen else {
        panic!("not the start page")
    };
    assert!(start.resume.is_none());
}

#[test]
fn a_browser_that_refuses_to_save_is_named_and_nothing_counts_as_saved() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    model.update(Event::Keep(KeepEvent::PressedSave));
    model.update(Event::Keep(KeepEvent::Told(Told::SaveRefused)));
    let view = keep_view(&model).save;
    assert_eq!(&*view.status.text, "save.refused");
    assert!(view.erase.is_none());
}

#[test]
fn what_is_saved_is_said_to_be_older_once_an_answer_changes() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    model.update(Event::Keep(KeepEvent::PressedSave));
    model.update(Event::Keep(KeepEvent::Told(Told::Saved)));
    assert_eq!(&*keep_view(&model).save.status.text, "save.done");
    model.update(Event::Ticked(WORRIES, FEELINGS, true));
    model.update(Event::Navigated(Route::Result));
    model.update(Event::Navigated(Route::Keep));
    assert_eq!(&*keep_view(&model).save.status.text, "save.older");
}

#[test]
fn supports_alone_are_shared_unless_the_person_picks_otherwise_and_no_answer_is_in_them() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    let view = keep_view(&model).share;
    assert!(view.preview.iter().all(|row| row.question.is_empty()));
    let other = opened(&link(&mut model, Shares::Supports), "");
    let view = shared_view(&other);
    assert!(view.answers.is_empty() && view.adopt.is_none());
    let names: Vec<&str> = view.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(names, ["consult-centre", "high-cost-medical"]);
    assert!(
        view.cards
            .iter()
            .all(|card| &*card.reason.text == "shared.reason")
    );
}

#[test]
fn the_time_ahead_is_in_no_link_and_the_sender_is_told() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    assert_eq!(&*keep_view(&model).share.left_out.text, "share.left-out");
    let view = shared_view(&opened(&link(&mut model, Shares::Answers), ""));
    let said = format!("{view:?}");
    assert!(
        !said.contains("end_of_life") && !said.contains("talk_wishes") && !said.contains("acp")
    );
    assert_eq!(view.answers.len(), 4);
    let (mut silent, _) = visit(Route::Keep, "worries=money", "");
    assert!(keep_view(&silent).share.left_out.is_empty());
    let view = shared_view(&opened(&link(&mut silent, Shares::Answers), ""));
    assert_eq!(view.answers.len(), 1);
}

#[test]
fn a_support_of_the_time_ahead_in_a_link_made_by_hand_is_not_shown() {
    let ledger = ledger(&whole_pack());
    let acp = ledger.of_support(SupportId(3)).unwrap();
    let view = shared_view(&opened(&code(Meant::Supports, 0xABCD, &[acp.0]), ""));
    let names: Vec<&str> = view.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(names, ["consult-centre"]);
}

#[test]
fn a_link_never_takes_the_place_of_answers_before_somebody_says_so() {
    let (mut sender, _) = visit(Route::Keep, ALL, "");
    let link = link(&mut sender, Shares::Answers);
    let mut model = opened(&link, "role=family;worries=feelings");
    let own = model.answers().clone();
    let view = shared_view(&model);
    assert!(!view.own.is_empty());
    assert_eq!(
        view.adopt.map(|adopt| adopt.text.to_string()),
        Some("shared.replace".to_owned())
    );
    assert_eq!(model.answers(), &own);
    let effects = model.update(Event::Keep(KeepEvent::PressedDecline));
    assert_eq!(effects.first(), Some(&Effect::Replace(Route::Start)));
    assert_eq!(model.answers(), &own);
}

#[test]
fn adopting_goes_to_the_result_in_the_place_of_the_link() {
    let (mut sender, _) = visit(Route::Keep, ALL, "");
    let link = link(&mut sender, Shares::Answers);
    let mut model = opened(&link, "");
    let effects = model.update(Event::Keep(KeepEvent::PressedAdopt));
    assert!(effects.contains(&Effect::Replace(Route::Result)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Go(_))));
    assert_eq!(model.answers().chosen(MONEY_KIND), [BILL]);
    assert!(model.answers().chosen(AHEAD_KIND).is_empty());
}

#[test]
fn looking_at_a_link_asks_for_no_prefecture() {
    let (mut sender, _) = visit(Route::Keep, "prefecture=22", "");
    sender.update(Event::EntriesLoaded(Rc::new(entries())));
    let link = link(&mut sender, Shares::Answers);
    let (mut model, mut effects) = visit(Route::Shared, "", "");
    effects.extend(model.update(Event::Keep(KeepEvent::LinkTaken(link))));
    let asks = |effect: &Effect| matches!(effect, Effect::LoadEntries(_));
    assert!(!effects.iter().any(asks));
    assert!(
        model
            .update(Event::Keep(KeepEvent::PressedAdopt))
            .iter()
            .any(asks)
    );
}

#[test]
fn a_reload_of_an_opened_link_leads_to_the_start_page() {
    let (mut model, _) = visit(Route::Shared, "role=patient", "");
    let effects = model.update(Event::Keep(KeepEvent::LinkTaken(String::new())));
    assert_eq!(effects.first(), Some(&Effect::Replace(Route::Start)));
    assert_eq!(model.route(), Route::Start);
}

#[test]
fn another_link_can_be_opened_while_one_is_looked_at() {
    let mut model = opened("nonsense", "");
    let effects = model.update(Event::Navigated(Route::Shared));
    assert!(effects.contains(&Effect::ForKeep(KeepEffect::TakeLink)));
    let other = code(Meant::Supports, 0xABCD, &[]);
    model.update(Event::Keep(KeepEvent::LinkTaken(other)));
    assert_eq!(&*shared_view(&model).title.text, "shared.title");
}

#[test]
fn another_pack_and_numbers_without_a_meaning_are_said() {
    let view = shared_view(&opened(&code(Meant::Answers, 1, &[3, 900]), ""));
    let said: Vec<&str> = view.warnings.iter().map(|warning| &*warning.text).collect();
    assert_eq!(said, ["shared.other-pack", "shared.unknown"]);
    assert_eq!(view.answers.len(), 1);
}

#[test]
fn a_counselors_code_is_no_link_for_the_family() {
    let view = shared_view(&opened(&code(Meant::ForCounselor, 0xABCD, &[3]), ""));
    assert_eq!(&*view.title.text, "shared.damaged");
}

#[test]
fn a_reminder_has_a_neutral_title_unless_the_person_changes_it() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    let file = |model: &mut Model| {
        let effects = model.update(Event::Keep(KeepEvent::PressedReminder));
        match effects.as_slice() {
            [Effect::ForKeep(KeepEffect::SaveFile(file))] => file.text.clone(),
            other => panic!("no file: {other:?}"),
        }
    };
    model.update(Event::Keep(KeepEvent::PickedMonths(3)));
    let neutral = file(&mut model);
    assert!(
        neutral.contains("\r\nDTSTART;VALUE=DATE:20270224\r\n"),
        "{neutral}"
    );
    assert!(
        neutral.contains("\r\nSUMMARY:reminder.default\r\n"),
        "{neutral}"
    );
    model.update(Event::Keep(KeepEvent::TypedTitle("病院".into())));
    assert!(file(&mut model).contains("\r\nSUMMARY:病院\r\n"));
}

#[test]
fn a_reminder_without_a_day_or_with_one_that_is_over_is_an_error() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    for day in [None, "2026-11-24".parse().ok(), "2020-01-01".parse().ok()] {
        model.update(Event::Keep(KeepEvent::PickedDay(day)));
        let effects = model.update(Event::Keep(KeepEvent::PressedReminder));
        assert_eq!(effects, [Effect::FocusError], "{day:?}");
        assert!(keep_view(&model).reminder.error.is_some());
    }
    model.update(Event::Keep(KeepEvent::PickedMonths(1)));
    assert!(keep_view(&model).reminder.error.is_none());
}

#[test]
fn a_picture_holds_no_answer_and_no_reason() {
    let (mut model, _) = visit(Route::Keep, ALL, "");
    let effects = model.update(Event::Keep(KeepEvent::PressedPicture));
    let [Effect::ForKeep(KeepEffect::SharePicture(picture))] = effects.as_slice() else {
        panic!("no picture: {effects:?}")
    };
    let said: Vec<&str> = picture
        .lines
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    assert!(said.contains(&"high-cost-medical"), "{said:?}");
    assert!(!said.contains(&"acp"), "{said:?}");
    for word in ["hospital_bill", "money", "because", "patient"] {
        assert!(
            said.iter().all(|line| !line.contains(word)),
            "{word}: {said:?}"
        );
    }
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let tick = (0u16..6, 0u16..4);
    prop::collection::vec(tick, 0..14).prop_map(|ticks| {
        let pack = whole_pack();
        let mut answers = Answers::default();
        for (question, choice) in ticks {
            let question = QuestionId(question);
            let known = pack
                .survey
                .get(question)
                .map_or(0, |question| question.choices.len());
            if usize::from(choice) < known {
                answers.add(question, ChoiceId(choice));
            }
        }
        answers
    })
}

fn line_of(answers: &Answers) -> String {
    session::snapshot::write(&whole_pack().survey, answers)
}

proptest! {
    #[test]
    fn any_answers_come_through_a_link_less_those_about_the_time_ahead(answers in any_answers()) {
        let (mut sender, _) = visit(Route::Keep, &line_of(&answers), "");
        sender.update(Event::EntriesLoaded(Rc::new(entries())));
        let mut receiver = opened(&link(&mut sender, Shares::Answers), "");
        receiver.update(Event::Keep(KeepEvent::PressedAdopt));
        let mut expected = whole_pack().survey.path(&answers).answers;
        expected.set(AHEAD_KIND, Vec::new());
        let worries = expected.chosen(WORRIES).iter().copied().filter(|worry| *worry != AHEAD);
        expected.set(WORRIES, worries.collect());
        prop_assert_eq!(receiver.answers(), &expected);
        prop_assert!(expected.chosen(PLACE).len() < 2);
    }

    #[test]
    fn any_text_as_a_link_is_either_shown_or_said_to_be_damaged_and_applies_nothing(text in any::<String>(), own in any_answers()) {
        let mut model = opened(&text, &line_of(&own));
        let before = model.answers().clone();
        if text.is_empty() {
            prop_assert_eq!(model.route(), Route::Start);
        } else {
            let _ = shared_view(&model);
        }
        prop_assert_eq!(model.answers(), &before);
        model.update(Event::Keep(KeepEvent::PressedDecline));
        prop_assert_eq!(model.answers(), &before);
    }

    #[test]
    fn a_link_with_a_wrong_letter_applies_nothing_even_when_pressed(answers in any_answers(), place in any::<prop::sample::Index>()) {
        let (mut sender, _) = visit(Route::Keep, &line_of(&answers), "");
        sender.update(Event::EntriesLoaded(Rc::new(entries())));
        let mut text: Vec<char> = link(&mut sender, Shares::Answers).chars().collect();
        let place = place.index(text.len());
        text[place] = if text[place] == '7' { '8' } else { '7' };
        let mut receiver = opened(&text.into_iter().collect::<String>(), "role=family");
        receiver.update(Event::Keep(KeepEvent::PressedAdopt));
        prop_assert_eq!(line_of(receiver.answers()), "role=family");
    }

    #[test]
    fn what_is_saved_gives_the_same_answers_back(answers in any_answers()) {
        let text = saved::write(FINGERPRINT, &line_of(&answers));
        let found = saved::read(&whole_pack().survey, FINGERPRINT, &text).unwrap();
        prop_assert_eq!(found.restored.answers, answers);
        prop_assert!(found.restored.dropped.is_empty() && !found.is_other_pack);
    }

    #[test]
    fn any_text_can_stand_in_the_storage(text in any::<String>()) {
        let (mut model, _) = visit(Route::Start, "", &text);
        model.update(Event::PressedContinue);
        let _ = model.view();
    }
}
