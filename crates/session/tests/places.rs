//! The directory: searching, narrowing down, dates, and how to say that something is wrong.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail; clippy.toml says so of test functions, and this says it of what they call"
)]

mod common;

use std::rc::Rc;

use common::{PREFECTURE, at, begin_with, entries, pack, shizuoka};
use domain::condition::Reason;
use domain::directory::filter::{Facet, Value};
use domain::directory::{Channel, Entry, Kind, Meeting, Phone, Validity};
use domain::hours::{Days, Hours, Moment, Rule, Span};
use domain::survey::{Choice, Exclusive, Purpose, Question};
use domain::text::Lang;
use domain::{ChoiceId, Condition, Pack};
use session::places::Event as Happened;
use session::view::{PickView, PlaceView, PlacesView, Screen};
use session::{Config, Effect, Event, Model, Route};

/// The rules with a question about the municipality: 見本市 and 見本町 in Shizuoka, 見本村 elsewhere.
fn rules() -> Pack {
    let mut pack = pack();
    let choice = |name: &str, prefecture| Choice {
        name: name.into(),
        offered_when: Condition::Selected(Reason {
            question: PREFECTURE,
            choice: ChoiceId(prefecture),
        }),
        exclusive: Exclusive::No,
        own_door: false,
        is_quiet: false,
    };
    pack.survey.questions.push(Question {
        name: "municipality".into(),
        is_multiple: false,
        relevant: Condition::Always,
        constraint: Condition::Always,
        purpose: Purpose::Municipality,
        carries_emergency: false,
        choices: vec![
            choice("見本市", 1),
            choice("見本町", 1),
            choice("見本村", 0),
        ],
    });
    pack.holidays.days = vec!["2026-11-23".parse().unwrap()];
    pack.holidays.known_until = "2027-12-31".parse().ok();
    pack
}

fn entry(id: &str, kind: Kind, name: &str) -> Entry {
    Entry {
        id: id.into(),
        kind,
        name: name.into(),
        ..entries().entries.remove(0)
    }
}

/// A center in 見本町, a salon in 見本市 that meets on the third Wednesday, and a hospital with English and a task.
fn three() -> Vec<Entry> {
    let mut center = entry(
        "center",
        Kind::SupportCenter,
        "見本病院 がん相談支援センター",
    );
    center.municipality = "見本町".into();
    center.channels = vec![Channel::Visit];
    let mut salon = entry("salon", Kind::Salon, "ひだまり");
    salon.kana = "ヒダマリ".into();
    salon.municipality = "見本市".into();
    salon.roles = vec![ChoiceId(1)];
    salon.phones = vec![Phone {
        digits: "050-0000-0000".into(),
        extension: String::new(),
        note: String::new(),
    }];
    salon.meetings = vec![Meeting {
        words: "毎月第3水曜 13:00-15:00".into(),
        times: third_wednesday(),
        validity: Validity::default(),
    }];
    let mut hospital = entry("hospital", Kind::Care, "ABC病院");
    hospital.alias = "よろず相談".into();
    hospital.languages = vec!["en".into()];
    hospital.accessibility = vec!["車いす".into()];
    hospital.tags = vec!['エ', 'ケ'];
    vec![salon, hospital, center]
}

/// We[3] 13:00-15:00
fn third_wednesday() -> Hours {
    Hours {
        rules: vec![Rule {
            days: Days {
                weekdays: 1 << 2,
                nths: 1 << 2,
                ..Days::ALL
            },
            spans: vec![Span {
                from: 13 * 60,
                to: 15 * 60,
            }],
            adds: false,
        }],
    }
}

fn visit_with(found: Vec<Entry>, kept: &str, now: Option<Moment>) -> Model {
    let mut model = begin_with(rules(), Route::Places, kept);
    model.update(Event::MinutePassed(now));
    happen(&mut model, Happened::ChosePrefecture(Some(shizuoka())));
    let mut file = entries();
    file.entries = found;
    model.update(Event::EntriesLoaded(Rc::new(file)));
    model
}

fn visit() -> Model {
    visit_with(three(), "", at("2026-11-24", 10, 0))
}

fn happen(model: &mut Model, event: Happened) -> Vec<Effect> {
    model.update(Event::Places(event))
}

fn view(model: &Model) -> PlacesView {
    let Screen::Places(view) = model.view().screen else {
        panic!("no directory");
    };
    *view
}

fn shown(model: &Model) -> Vec<String> {
    let view = view(model);
    let all = view.parts.iter().flatten();
    all.map(|place| place.contact.id.clone()).collect()
}

fn the(model: &Model, id: &str) -> PlaceView {
    let mut all = view(model).parts.into_iter().flatten();
    all.find(|place| place.contact.id == id).unwrap()
}

fn lists(model: &Model) -> Vec<PickView> {
    view(model).filters.unwrap().picks
}

fn picked(value: Value) -> Vec<String> {
    let mut model = visit();
    happen(&mut model, Happened::Picked(value));
    shown(&model)
}

fn typed(text: &str) -> Vec<String> {
    let mut model = visit();
    happen(&mut model, Happened::Typed(text.into()));
    shown(&model)
}

#[test]
fn without_a_pick_all_are_shown_by_kind_and_counted() {
    let model = visit();
    assert_eq!(shown(&model), ["center", "hospital", "salon"]);
    assert_eq!(&*view(&model).status.text, "3 found");
}

#[test]
fn each_list_narrows_down_by_what_the_entries_say() {
    assert_eq!(picked(Value::Kind(Kind::Salon)), ["salon"]);
    assert_eq!(picked(Value::Channel(Channel::Visit)), ["center"]);
    assert_eq!(picked(Value::Channel(Channel::Phone)), ["salon"]);
    assert_eq!(picked(Value::Role(ChoiceId(0))), ["center", "hospital"]);
    assert_eq!(
        picked(Value::Role(ChoiceId(1))),
        ["center", "hospital", "salon"]
    );
    assert_eq!(picked(Value::Language("en".into())), ["hospital"]);
    assert_eq!(picked(Value::Accessibility("車いす".into())), ["hospital"]);
    assert_eq!(picked(Value::Tag('ケ')), ["hospital"]);
}

#[test]
fn the_lists_offer_what_is_there_and_say_what_it_means() {
    let lists = lists(&visit());
    let said: Vec<(&str, Vec<String>)> = lists
        .iter()
        .map(|list| {
            let rows = list.rows.iter().skip(1);
            (list.id, rows.map(|(name, _)| name.plain()).collect())
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "kind",
                vec![
                    "kind.support_centre".into(),
                    "kind.care".into(),
                    "kind.salon".into()
                ]
            ),
            (
                "channel",
                vec!["channel.visit".into(), "channel.phone".into()]
            ),
            ("role", vec!["patient".into(), "family".into()]),
            ("language", vec!["en".into()]),
            ("accessibility", vec!["車いす".into()]),
            ("tag", vec!["エ tag.e".into(), "ケ tag.ke".into()]),
        ]
    );
}

#[test]
fn what_was_picked_is_the_picked_row_and_is_counted() {
    let mut model = visit();
    happen(&mut model, Happened::Picked(Value::Tag('ケ')));
    let tags = lists(&model).pop().unwrap();
    assert_eq!((tags.id, tags.picked), ("tag", 2));
    assert_eq!(&*view(&model).filters.unwrap().summary.text, "1 picked");
    happen(&mut model, Happened::Dropped(Facet::Tag));
    assert_eq!(lists(&model).pop().unwrap().picked, 0);
}

#[test]
fn a_name_a_reading_an_alias_and_a_place_are_found_in_any_width_case_and_kana() {
    assert_eq!(typed("ａｂｃ病院"), ["hospital"]);
    assert_eq!(typed("abc"), ["hospital"]);
    assert_eq!(typed("ひだまり"), ["salon"]);
    assert_eq!(typed("ﾋﾀﾞﾏﾘ"), ["salon"]);
    assert_eq!(typed("よろず"), ["hospital"]);
    assert_eq!(typed("見本町"), ["center"]);
    assert_eq!(typed("ヨロズ　ＡＢＣ"), ["hospital"]);
}

#[test]
fn the_municipality_of_the_answers_comes_first_until_another_is_picked() {
    let mut model = visit_with(
        three(),
        "prefecture=22;municipality=見本市",
        at("2026-11-24", 10, 0),
    );
    assert_eq!(shown(&model), ["salon", "center", "hospital"]);
    let list = view(&model).area.pop().unwrap();
    let names: Vec<String> = list.rows.iter().map(|(name, _)| name.plain()).collect();
    assert_eq!(names.get(1..).unwrap(), ["見本市", "見本町"]);
    assert_eq!(list.picked, 1);
    happen(&mut model, Happened::ChoseMunicipality(Some(ChoiceId(1))));
    assert_eq!(shown(&model), ["center", "hospital", "salon"]);
    happen(&mut model, Happened::ChoseMunicipality(None));
    assert_eq!(view(&model).area.pop().unwrap().picked, 0);
}

#[test]
fn when_nothing_fits_it_says_what_to_leave_out_and_the_contacts_stay() {
    let mut model = visit();
    happen(&mut model, Happened::Picked(Value::Tag('ケ')));
    happen(&mut model, Happened::Typed("ひだまり".into()));
    let none = view(&model);
    assert!(none.parts.is_empty());
    assert_eq!(&*none.status.text, "places.nothing");
    let ways = none.widen.unwrap().ways;
    let said: Vec<String> = ways.iter().map(|(name, _)| name.plain()).collect();
    assert_eq!(
        said,
        [
            "without ひだまり: 1",
            "without ケ tag.ke: 1",
            "places.clear"
        ]
    );
    assert!(!none.ask.is_empty());
    model.update(ways[0].1.clone());
    assert_eq!(shown(&model), ["hospital"]);
    assert_eq!(view(&model).search.unwrap().text, "".into());
}

#[test]
fn clearing_takes_back_all_but_the_place() {
    let mut model = visit();
    happen(&mut model, Happened::ChoseMunicipality(Some(ChoiceId(0))));
    happen(&mut model, Happened::Picked(Value::Kind(Kind::Care)));
    happen(&mut model, Happened::Typed("ABC".into()));
    let before = view(&model).search.unwrap().edition;
    happen(&mut model, Happened::PressedClear);
    assert_eq!(shown(&model), ["salon", "center", "hospital"]);
    let field = view(&model).search.unwrap();
    assert_eq!(field.text, "".into());
    assert_ne!(field.edition, before);
}

#[test]
fn nothing_is_written_into_the_field_while_somebody_types() {
    let mut model = visit();
    let before = view(&model).search.unwrap();
    for text in ["h", "ひ", "ひd", "ひだまり", "日だまり"] {
        happen(&mut model, Happened::Typed(text.into()));
        assert_eq!(view(&model).search.unwrap(), before);
    }
}

#[test]
fn whoever_comes_back_finds_what_was_typed_and_erasing_forgets_it() {
    let mut model = visit();
    happen(&mut model, Happened::Typed("ABC".into()));
    model.update(Event::Navigated(Route::Crisis));
    model.update(Event::Navigated(Route::Places));
    assert_eq!(view(&model).search.unwrap().text, "ABC".into());
    assert_eq!(shown(&model), ["hospital"]);
    model.update(Event::PressedErase);
    model.update(Event::Navigated(Route::Places));
    assert_eq!(view(&model).search, None);
    happen(&mut model, Happened::ChosePrefecture(Some(shizuoka())));
    assert_eq!(view(&model).search.unwrap().text, "".into());
    assert_eq!(shown(&model).len(), 3);
}

#[test]
fn what_is_picked_and_typed_is_in_no_address_and_not_kept() {
    let mut model = visit();
    for event in [
        Happened::ChoseMunicipality(Some(ChoiceId(0))),
        Happened::Picked(Value::Kind(Kind::Care)),
        Happened::Typed("ABC".into()),
        Happened::PressedClear,
    ] {
        assert_eq!(happen(&mut model, event), []);
    }
}

#[test]
fn a_long_list_comes_fifty_at_a_time_and_the_focus_goes_to_what_is_new() {
    let many = (0..120)
        .map(|place| entry(&format!("many-{place}"), Kind::Care, "見本病院"))
        .collect();
    let mut model = visit_with(many, "", at("2026-11-24", 10, 0));
    assert_eq!(shown(&model).len(), 50);
    assert_eq!(&*view(&model).status.text, "50 of 120");
    let effects = happen(&mut model, Happened::PressedMore);
    assert_eq!(effects, [Effect::FocusPart(1)]);
    assert_eq!(view(&model).parts[1][0].contact.id, "many-50");
    assert_eq!(&*view(&model).more.unwrap().text, "20 more");
    happen(&mut model, Happened::PressedMore);
    assert_eq!(shown(&model).len(), 120);
    assert_eq!(view(&model).more, None);
    happen(&mut model, Happened::Typed("見本".into()));
    assert_eq!(shown(&model).len(), 50);
}

#[test]
fn a_salon_shows_its_next_dates() {
    let dates = the(&visit(), "salon").dates;
    let said: Vec<String> = dates[0]
        .dates
        .iter()
        .map(|date| date.keep.plain())
        .collect();
    assert_eq!(
        said,
        [
            "keep We 2026/12/16 13:00-15:00",
            "keep We 2027/1/20 13:00-15:00",
            "keep We 2027/2/17 13:00-15:00"
        ]
    );
}

#[test]
fn with_a_clock_that_is_clearly_wrong_there_are_words_but_no_dates() {
    let salon = the(&visit_with(three(), "", None), "salon");
    assert!(salon.dates.is_empty() && salon.dates_note.is_empty());
    assert_eq!(salon.contact.open, None);
    let facts = salon.contact.facts.iter();
    assert!(
        { facts }.any(|fact| &*fact.value.text == "毎月第3水曜 13:00-15:00"),
        "the words stay"
    );
}

#[test]
fn no_date_is_shown_after_the_last_day_of_a_meeting() {
    let mut found = three();
    found[0].meetings[0].validity.to = "2026-12-31".parse().ok();
    let dates = the(&visit_with(found, "", at("2026-11-24", 10, 0)), "salon").dates;
    assert_eq!(dates[0].dates.len(), 1);
}

#[test]
fn a_date_for_the_calendar_says_nothing_of_what_it_is_about() {
    let mut model = visit();
    let date = the(&model, "salon").dates[0].dates[0].clone();
    let effects = model.update(date.event);
    let [Effect::SaveFile(file)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(file.name, "date-2026-12-16.ics");
    assert_eq!(file.kind, "text/calendar");
    let lines: Vec<&str> = file.text.lines().collect();
    for line in [
        "SUMMARY:calendar.title",
        "DTSTART:20261216T040000Z",
        "DTEND:20261216T060000Z",
        "LOCATION:見本県見本市1",
        "DESCRIPTION:calendar.note 050-0000-0000",
        "UID:salon-0-2026-12-16@tomoni.invalid",
    ] {
        assert!(lines.contains(&line), "{line}: {}", file.text);
    }
    assert!(!file.text.contains("がん") && !file.text.contains("ひだまり"));
    happen(&mut model, Happened::DateKept(false));
    assert_eq!(&*view(&model).told.text, "places.date-not-kept");
    assert_eq!(&*the(&model, "salon").told.text, "places.date-not-kept");
    assert!(the(&model, "center").told.is_empty());
}

fn operator(email: &str) -> Config {
    Config::read(|path| match path {
        "contact.name" => Some("見本の運営者".into()),
        "contact.email" => Some(email.into()),
        _ => None,
    })
}

#[test]
fn a_mistake_is_told_to_the_operator_with_the_id_and_nothing_else() {
    let mut model = visit();
    model.update(Event::ConfigLoaded(operator("mihon@example.jp")));
    for id in ["center", "hospital", "salon"] {
        let mistake = the(&model, id).mistake.unwrap();
        assert_eq!(mistake.lead.plain(), format!("tell 見本の運営者: {id}"));
        let (_, to) = mistake.mail.unwrap();
        assert_eq!(to, format!("mailto:mihon@example.jp?subject={id}"));
        assert!(mistake.phone.is_none() && mistake.page.is_none());
    }
}

#[test]
fn where_nobody_is_there_to_be_told_nothing_offers_it() {
    let mut model = visit();
    assert_eq!(the(&model, "center").mistake, None);
    model.update(Event::ConfigLoaded(operator("no address")));
    assert_eq!(the(&model, "center").mistake, None);
}

fn settings(language: Option<Lang>) -> Config {
    Config {
        language,
        prefecture: Some(shizuoka()),
        contact: None,
    }
}

#[test]
fn the_directory_begins_with_the_prefecture_of_the_site() {
    let mut model = begin_with(rules(), Route::Start, "");
    assert_eq!(model.update(Event::ConfigLoaded(settings(None))), []);
    let effects = model.update(Event::Navigated(Route::Places));
    assert!(effects.contains(&Effect::LoadEntries(shizuoka())));
    let mut answered = begin_with(rules(), Route::Start, "prefecture=13");
    answered.update(Event::ConfigLoaded(settings(None)));
    answered.update(Event::Navigated(Route::Places));
    assert_eq!(
        view(&answered).area[0].rows[view(&answered).area[0].picked]
            .0
            .plain(),
        "13"
    );
}

#[test]
fn settings_that_come_late_reach_a_directory_that_is_open() {
    let mut model = begin_with(rules(), Route::Places, "");
    assert_eq!(
        model.update(Event::ConfigLoaded(settings(None))),
        [Effect::LoadEntries(shizuoka())]
    );
}

#[test]
fn the_language_of_the_site_gives_way_to_the_one_the_person_picked() {
    let mut model = begin_with(rules(), Route::Start, "");
    let effects = model
        .clone()
        .update(Event::ConfigLoaded(settings(Some(Lang::En))));
    assert!(effects.contains(&Effect::LoadWords(Lang::En)));
    model.update(Event::ChoseLang(Lang::Ja));
    assert_eq!(
        model.update(Event::ConfigLoaded(settings(Some(Lang::En)))),
        []
    );
}
