//! The languages of a visit: their files, their drafts, their numbers.

mod common;

use std::rc::Rc;

use common::*;
use domain::text::{Counted, Key, Lang, Plural, Text, Told};
use session::view::{Phrase, Screen};
use session::{Begin, Effect, Event, Model, Route};

#[test]
fn another_language_keeps_every_answer_and_is_remembered() {
    let mut model = after(Route::Question(2), [Event::Ticked(WORRIES, MONEY, true)]);
    let before = model.answers().clone();
    assert_eq!(
        model.update(Event::ChoseLang(Lang::En)),
        [Effect::LoadWords(Lang::En), Effect::LoadGuide(Lang::En)]
    );
    model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack()))));
    assert_eq!(model.lang(), Lang::Ja, "half a language is none");
    assert_eq!(
        model.update(Event::GuideLoaded(Rc::new(guide(Lang::En, &pack())))),
        [Effect::KeepLang(Lang::En), Effect::FocusLanguage]
    );
    assert_eq!(model.lang(), Lang::En);
    assert_eq!(*model.answers(), before);
    assert_eq!(model.route(), Route::Question(2));
}

#[test]
fn a_language_whose_support_words_do_not_come_is_still_spoken() {
    let mut model = after(
        Route::Start,
        [Event::ChoseLang(Lang::En), Event::GuideFailed(Lang::En)],
    );
    model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack()))));
    assert_eq!(model.lang(), Lang::En);
}

#[test]
fn the_words_of_the_supports_are_fetched_with_the_first_question_and_not_before() {
    let (mut model, effects) = begin_bare(Route::Start, "");
    assert_eq!(effects, []);
    assert_eq!(
        model.update(Event::Navigated(Route::Question(1))),
        [Effect::LoadGuide(Lang::Ja), Effect::FocusHeading]
    );
    assert_eq!(
        model.update(Event::Navigated(Route::Result)),
        [Effect::FocusHeading]
    );
}

#[test]
fn on_the_start_page_another_language_costs_one_file() {
    let (mut model, _) = begin_bare(Route::Start, "");
    assert_eq!(
        model.update(Event::ChoseLang(Lang::En)),
        [Effect::LoadWords(Lang::En)]
    );
    assert_eq!(
        model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack())))),
        [Effect::KeepLang(Lang::En), Effect::FocusLanguage]
    );
}

#[test]
fn without_the_words_of_the_supports_the_result_waits_and_then_offers_another_try() {
    let (mut model, _) = begin_bare(Route::Result, "worries=money");
    let Screen::Waiting(view) = model.view().screen else {
        panic!("not waiting")
    };
    assert!(view.try_again.is_none());
    model.update(Event::GuideFailed(Lang::Ja));
    let Screen::Waiting(view) = model.view().screen else {
        panic!("not waiting")
    };
    assert!(view.try_again.is_some());
    assert_eq!(
        model.update(Event::PressedTryAgain),
        [Effect::LoadGuide(Lang::Ja)]
    );
    model.update(Event::GuideLoaded(Rc::new(guide(Lang::Ja, &pack()))));
    assert!(matches!(model.view().screen, Screen::Result(_)));
}

#[test]
fn words_that_come_after_the_person_went_back_to_their_language_change_nothing() {
    let mut model = after(
        Route::Start,
        [Event::ChoseLang(Lang::En), Event::ChoseLang(Lang::Ja)],
    );
    model.update(Event::WordsLoaded(Rc::new(words(Lang::En, &pack()))));
    model.update(Event::GuideLoaded(Rc::new(guide(Lang::En, &pack()))));
    assert_eq!(model.lang(), Lang::Ja);
}

/// A visit in English whose words have this text under the key.
fn in_english(key: Key, text: Text) -> Model {
    let mut words = words(Lang::En, &pack());
    if let Some(place) = words.app.get_mut(key as usize) {
        *place = text;
    }
    let (model, _) = Model::begin(Begin {
        pack: Rc::new(pack()),
        words: Rc::new(words),
        route: Route::Crisis,
        has_picked_lang: false,
        guide: None,
        kept: String::new(),
        saved: String::new(),
        fingerprint: FINGERPRINT,
        now: None,
        home: String::new(),
        format: Rc::new(common::Plain),
    });
    model
}

#[test]
fn a_draft_for_a_crisis_stands_with_the_japanese_and_both_say_their_language() {
    let model = in_english(
        Key::CrisisTitle,
        Text {
            text: "Help right now\n今、つらいあなたへ".into(),
            told: Told::Draft,
        },
    );
    let Screen::Crisis(view) = model.view().screen else {
        unreachable!("the visit is on the crisis screen");
    };
    assert_eq!(
        view.title,
        Phrase {
            text: "Help right now\n今、つらいあなたへ".into(),
            lang: Some("en"),
            told: Told::Draft,
        }
    );
    // Every other text of this pack stands alone.
    assert_eq!((view.lead.lang, view.lead.told), (None, Told::Own));
    // An attribute or a title can hold one language.
    assert_eq!(view.title.plain(), "Help right now");
}

#[test]
fn the_screens_of_crisis_and_consent_say_that_they_hold_drafts_when_their_words_do() {
    let mark = Text {
        text: "Draft translation\n下書きの訳です".into(),
        told: Told::Draft,
    };
    for mark in [mark, Text::default()] {
        let expected = mark.text.clone();
        let mut model = in_english(Key::CrisisDraft, mark);
        let Screen::Crisis(crisis) = model.view().screen else {
            unreachable!("the visit is on the crisis screen");
        };
        model.update(Event::Navigated(Route::Privacy));
        let Screen::Page(privacy) = model.view().screen else {
            unreachable!("the visit is on the privacy page");
        };
        assert_eq!(crisis.draft.text.as_ref(), expected);
        assert_eq!(privacy.draft, crisis.draft);
    }
}

#[test]
fn a_number_has_its_words_and_one_of_its_own_where_the_language_has_a_singular() {
    let mut english = guide(Lang::En, &pack());
    english.counted.push(Counted {
        place: (0..)
            .zip(Key::LATE)
            .find_map(|(place, key)| (*key == Key::Found).then_some(place))
            .unwrap(),
        form: Plural::One,
        text: Text {
            text: "{n} of one".into(),
            told: Told::Own,
        },
    });
    for (lang, expected) in [(Lang::En, "1 of one"), (Lang::Ja, "1 found")] {
        let mut own = if lang == Lang::En {
            english.clone()
        } else {
            guide(lang, &pack())
        };
        for (text, key) in own.app.iter_mut().zip(Key::LATE) {
            if *key == Key::Found {
                text.text = "{n} found".into();
            }
        }
        let (mut model, _) = Model::begin(Begin {
            pack: Rc::new(pack()),
            words: Rc::new(words(lang, &pack())),
            route: Route::Places,
            kept: "prefecture=22".into(),
            guide: None,
            saved: String::new(),
            fingerprint: 0,
            has_picked_lang: false,
            now: None,
            home: String::new(),
            format: Rc::new(common::Plain),
        });
        model.update(Event::GuideLoaded(Rc::new(own)));
        model.update(Event::EntriesLoaded(Rc::new(entries())));
        let Screen::Places(view) = model.view().screen else {
            unreachable!("the directory is there");
        };
        assert_eq!(&*view.status.text, expected);
    }
}

#[test]
fn the_switch_offers_the_languages_of_the_content_each_in_itself() {
    let frame = begin(Route::Start, "").0.view().frame;
    let names: Vec<&str> = frame.langs.iter().map(|lang| lang.name).collect();
    assert_eq!(names, ["日本語", "English", "नेपाली"]);
    let word = frame.language_word.unwrap();
    assert_eq!((&*word.text, word.lang), ("Language", Some("en")));
}
