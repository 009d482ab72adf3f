//! The hand-over sheet: what the person writes stays here, and what the paper and its code say.

#![allow(clippy::panic, reason = "a test stops at what should not be")]

mod common;

use std::rc::Rc;

use common::{BILL, MONEY, MONEY_KIND, PATIENT, ROLE, WORRIES, after, begin, guide, pack, words};
use domain::code::{Meant, read};
use domain::ledger::Tick;
use domain::text::Lang;
use proptest::prelude::*;
use session::view::{Screen, SheetView};
use session::{Effect, Event, Model, Route, SheetEvent};

fn sheet(model: &Model) -> SheetView {
    match model.view().screen {
        Screen::Sheet(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn answered() -> Vec<Event> {
    vec![
        Event::Chose(ROLE, PATIENT),
        Event::Ticked(WORRIES, MONEY, true),
        Event::Ticked(MONEY_KIND, BILL, true),
        Event::Navigated(Route::Sheet),
    ]
}

fn wrote(text: &str) -> Event {
    Event::Sheet(SheetEvent::Wrote(text.into()))
}

#[test]
fn the_code_gives_the_answers_and_the_tick_back() {
    let mut model = after(Route::Start, answered());
    model.update(Event::Sheet(SheetEvent::TickedFirstVisit(true)));
    let coded = read(&sheet(&model).paper.code.written).unwrap();
    assert_eq!(coded.meant, Meant::ForCounselor);
    let guide = guide(Lang::Ja, &pack());
    let said = guide.ledger.read(&pack().survey, &coded.codes);
    assert_eq!(&said.answers, model.answers());
    assert_eq!(said.ticks, [Tick::FirstVisit]);
}

#[test]
fn what_is_written_stands_on_the_paper_and_asks_for_nothing() {
    let mut model = after(Route::Start, answered());
    assert_eq!(model.update(wrote("見本のことば")), []);
    let written = sheet(&model).paper.own.map(|(_, text)| text);
    assert_eq!(written.as_deref(), Some("見本のことば"));
}

#[test]
fn erasing_takes_what_was_written_and_ticked_away() {
    let mut model = after(Route::Start, answered());
    model.update(wrote("見本のことば"));
    model.update(Event::Sheet(SheetEvent::TickedFirstVisit(true)));
    model.update(Event::PressedErase);
    model.update(Event::Navigated(Route::Sheet));
    let view = sheet(&model);
    assert_eq!((view.own.as_str(), view.first_visit.1), ("", false));
    assert_eq!(view.paper.own, None);
}

#[test]
fn more_than_the_page_holds_is_not_taken() {
    let mut model = after(Route::Start, answered());
    model.update(wrote(&"見".repeat(1_000)));
    let view = sheet(&model);
    assert_eq!(view.own.chars().count(), view.most_letters);
}

#[test]
fn the_first_worry_stands_alone_with_what_was_answered_about_it() {
    let view = sheet(&after(Route::Start, answered()));
    let labels: Vec<_> = view
        .paper
        .rows
        .iter()
        .map(|row| &*row.label.own.text)
        .collect();
    assert_eq!(labels, ["sheet.me", "sheet.worries"]);
}

#[test]
fn the_japanese_is_fetched_for_the_sheet_in_another_language_and_only_then() {
    let (mut model, _) = begin(Route::Start, "");
    model.update(Event::ChoseLang(Lang::En));
    model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack()))));
    model.update(Event::GuideLoaded(Rc::new(guide(Lang::En, &pack()))));
    let effects = model.update(Event::Navigated(Route::Sheet));
    assert!(
        effects.contains(&Effect::LoadWords(Lang::Ja)),
        "{effects:?}"
    );
    assert!(
        effects.contains(&Effect::LoadGuide(Lang::Ja)),
        "{effects:?}"
    );
    assert!(matches!(model.view().screen, Screen::Waiting(_)));
    model.update(Event::WordsLoaded(Rc::new(words(Lang::Ja, &pack()))));
    model.update(Event::GuideLoaded(Rc::new(guide(Lang::Ja, &pack()))));
    assert_eq!(model.lang(), Lang::En);
    let title = sheet(&model).paper.title;
    assert_eq!(title.japanese.and_then(|title| title.lang), Some("ja"));
}

#[test]
fn without_the_japanese_the_sheet_offers_another_try() {
    let (mut model, _) = begin(Route::Start, "");
    model.update(Event::ChoseLang(Lang::En));
    model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack()))));
    model.update(Event::GuideLoaded(Rc::new(guide(Lang::En, &pack()))));
    model.update(Event::Navigated(Route::Sheet));
    model.update(Event::WordsFailed(Lang::Ja));
    model.update(Event::GuideFailed(Lang::Ja));
    let Screen::Waiting(view) = model.view().screen else {
        panic!("{:?}", model.view().screen);
    };
    assert!(view.try_again.is_some());
    let again = model.update(Event::PressedTryAgain);
    assert_eq!(
        again,
        [Effect::LoadWords(Lang::Ja), Effect::LoadGuide(Lang::Ja)]
    );
}

#[test]
fn in_japanese_nothing_more_is_fetched() {
    let (mut model, _) = begin(Route::Result, "");
    let effects = model.update(Event::Navigated(Route::Sheet));
    assert_eq!(effects, [Effect::FocusHeading]);
}

proptest! {
    #[test]
    fn own_words_are_in_no_code_address_title_or_effect(text in ".{1,80}", first in any::<bool>()) {
        let mut model = after(Route::Start, answered());
        model.update(Event::Sheet(SheetEvent::TickedFirstVisit(first)));
        let (code, title, route) = (sheet(&model).paper.code, model.title(), model.route().fragment());
        prop_assert_eq!(model.update(wrote(&text)), []);
        prop_assert_eq!(sheet(&model).paper.code, code);
        prop_assert_eq!(model.title(), title);
        prop_assert_eq!(model.route().fragment(), route);
    }
}
