//! A 見本 pack, small enough to read.

#![allow(dead_code, reason = "each test takes what it needs of it")]

use std::rc::Rc;

use domain::code::Code;
use domain::condition::Reason;
use domain::directory::{Certainty, Entry, Kind, Origin, Prefecture, PrefectureEntries, Validity};
use domain::hours::Moment;
use domain::ledger::{Ledger, Tick};
use domain::support::{NeedsEntry, Scope, Support};
use domain::survey::{Choice, Exclusive, Purpose, Question, Survey};
use domain::text::{
    Guide, Key, Lang, Plural, QuestionWords, SupportWords, Text, Told, Voiced, Words,
};
use domain::{ChoiceId, Condition, Date, Pack, QuestionId, SupportId};
use session::{Begin, Effect, Event, Format, Model, Route};

/// The fingerprint of [`pack`], which is never written to a file.
pub const FINGERPRINT: u32 = 0x1234_ABCD;

pub const ROLE: QuestionId = QuestionId(0);
pub const WORRIES: QuestionId = QuestionId(1);
pub const MONEY_KIND: QuestionId = QuestionId(2);
pub const PREFECTURE: QuestionId = QuestionId(3);

pub const PATIENT: ChoiceId = ChoiceId(0);
pub const MONEY: ChoiceId = ChoiceId(0);
pub const FEELINGS: ChoiceId = ChoiceId(1);
pub const NONE_TODAY: ChoiceId = ChoiceId(2);
pub const BILL: ChoiceId = ChoiceId(0);

fn selected(question: QuestionId, choice: ChoiceId) -> Condition {
    Condition::Selected(Reason { question, choice })
}

fn question(
    name: &str,
    is_multiple: bool,
    relevant: Condition,
    purpose: Purpose,
    choices: &[&str],
) -> Question {
    Question {
        name: name.into(),
        is_multiple,
        relevant,
        constraint: Condition::Always,
        purpose,
        carries_emergency: false,
        choices: choices
            .iter()
            .map(|name| Choice {
                name: (*name).into(),
                offered_when: Condition::Always,
                exclusive: if *name == "none_today" {
                    Exclusive::Yields
                } else {
                    Exclusive::No
                },
                own_door: false,
                is_quiet: false,
            })
            .collect(),
    }
}

fn support(name: &str, when: Condition, kinds: &[Kind]) -> Support {
    Support {
        name: name.into(),
        needs: Vec::new(),
        when,
        urgent_when: Condition::Never,
        leads_when: Condition::Never,
        scope: Scope::Hospital,
        kinds: kinds.to_vec(),
        needs_entry: NeedsEntry::No,
        carries_emergency: false,
        voices: Vec::new(),
        sources: Vec::new(),
        checked_on: None,
        check_by: None,
    }
}

/// Rules with four questions and three supports; only Shizuoka (22) has entries.
pub fn pack() -> Pack {
    let mut worries = question(
        "worries",
        true,
        Condition::Always,
        Purpose::Worries,
        &["money", "feelings", "none_today"],
    );
    worries.constraint = Condition::Not(Box::new(Condition::All(vec![
        selected(WORRIES, NONE_TODAY),
        Condition::Count(WORRIES, domain::condition::Comparison::More, 1),
    ])));
    Pack {
        survey: Survey {
            questions: vec![
                question(
                    "role",
                    false,
                    Condition::Always,
                    Purpose::Role,
                    &["patient", "family"],
                ),
                worries,
                question(
                    "money_kind",
                    true,
                    selected(WORRIES, MONEY),
                    Purpose::FollowUp(vec![MONEY]),
                    &["hospital_bill", "debt"],
                ),
                question(
                    "prefecture",
                    false,
                    Condition::Always,
                    Purpose::Prefecture,
                    &["13", "22"],
                ),
            ],
        },
        needs: Vec::new(),
        supports: vec![
            support("consult-centre", Condition::Always, &[Kind::SupportCenter]),
            support("crisis-lines", Condition::Always, &[]),
            support("high-cost-medical", selected(MONEY_KIND, BILL), &[]),
        ],
        sentences: Vec::new(),
        sources: Vec::new(),
        contacts: Vec::new(),
        general: SupportId(0),
        crisis: SupportId(1),
        prefectures: Prefecture::new(22).into_iter().collect(),
        holidays: domain::hours::Holidays::default(),
        langs: vec![Lang::Ja, Lang::En, Lang::Ne],
    }
}

/// Numbers, dates and lists as they are in data.
#[derive(Debug)]
pub struct Plain;

impl Format for Plain {
    fn plural(&self, _: Lang, number: usize) -> Plural {
        match number {
            1 => Plural::One,
            _ => Plural::Other,
        }
    }

    fn number(&self, _: Lang, number: usize) -> String {
        number.to_string()
    }

    fn date(&self, lang: Lang, date: Date) -> String {
        match lang {
            Lang::JaEasy => "2026年11月24日".into(),
            _ => date.to_string().replace('-', "/").replace("/0", "/"),
        }
    }

    fn list(&self, _: Lang, things: &[String]) -> String {
        things.join(", ")
    }
}

fn text(text: &str) -> Text {
    Text {
        text: text.into(),
        told: Told::Own,
    }
}

fn voiced(base: &str) -> Voiced {
    Voiced {
        base: text(base),
        voices: Vec::new(),
    }
}

fn app(keys: &[Key]) -> Vec<Text> {
    keys.iter()
        .map(|key| match key {
            Key::Because => text("because {answers}"),
            Key::Quoted => text("[{answer}]"),
            Key::Progress => text("{n}/{total}"),
            Key::ChangeAnswer => text("change {answers}"),
            Key::GiveAnswer => text("give {answers}"),
            Key::ChangedTo => text("now {answers}, {n} shown"),
            Key::ChangedToNone => text("none now, {n} shown"),
            Key::CardCame => text("came {support}"),
            Key::OpenUntil => text("open until {time}"),
            Key::OpensNext => text("opens {when}"),
            Key::OpensToday => text("today {time}"),
            Key::OpensTomorrow => text("tomorrow {time}"),
            Key::OpensOn => text("{date} ({weekday}) {time}"),
            Key::OpenAge => text("hours of {date}"),
            Key::Weekdays => text("Mo,Tu,We,Th,Fr,Sa,Su"),
            Key::Found => text("{n} found"),
            Key::FoundShown => text("{shown} of {n}"),
            Key::ShowMore => text("{n} more"),
            Key::Without => text("without {name}: {n}"),
            Key::TagNamed => text("{tag} {name}"),
            Key::DateTimes => text("{weekday} {date} {from}-{to}"),
            Key::KeepDate => text("keep {when}"),
            Key::MistakeLead => text("tell {name}: {id}"),
            Key::FiltersPicked => text("{n} picked"),
            Key::NoEntry => text("none in {prefecture}"),
            _ => text(key.name()),
        })
        .collect()
}

/// Words that name their own keys.
pub fn words(lang: Lang, pack: &Pack) -> Words {
    Words {
        lang,
        made_for: 0,
        app: app(Key::EARLY),
        questions: pack
            .survey
            .questions
            .iter()
            .map(|question| QuestionWords {
                label: Voiced {
                    base: text(&question.name),
                    voices: vec![(
                        "family".into(),
                        text(&format!("{} of your family", question.name)),
                    )],
                },
                hint: Voiced::default(),
                constraint: text("only one"),
                choices: question
                    .choices
                    .iter()
                    .map(|choice| voiced(&choice.name))
                    .collect(),
            })
            .collect(),
        needs: Vec::new(),
        contacts: Vec::new(),
    }
}

/// Words of the supports that name their own ids.
pub fn guide(lang: Lang, pack: &Pack) -> Guide {
    Guide {
        lang,
        made_for: 0,
        app: app(Key::LATE),
        counted: Vec::new(),
        supports: pack
            .supports
            .iter()
            .map(|support| SupportWords {
                name: voiced(&support.name),
                ..SupportWords::default()
            })
            .collect(),
        sentences: Vec::new(),
        ledger: ledger(pack),
        asks: Vec::new(),
        ask_words: Vec::new(),
    }
}

/// Numbers in the order of the pack, from 1; the ticks first, none for the support on every screen.
pub fn ledger(pack: &Pack) -> Ledger {
    let mut numbers = (1..).map(Code);
    let mut next = || numbers.next();
    Ledger {
        ticks: Tick::ALL.map(|_| next()).into(),
        answers: pack
            .survey
            .questions
            .iter()
            .map(|question| question.choices.iter().map(|_| next()).collect())
            .collect(),
        supports: pack
            .iter_supports()
            .map(|(id, _)| if id == pack.crisis { None } else { next() })
            .collect(),
        asks: Vec::new(),
    }
}

/// The only prefecture with entries.
pub fn shizuoka() -> Prefecture {
    Prefecture::new(22).unwrap_or_else(|| unreachable!("22 is a prefecture"))
}

/// One 見本 center in Shizuoka.
pub fn entries() -> PrefectureEntries {
    PrefectureEntries {
        prefecture: shizuoka(),
        entries: vec![Entry {
            id: "mihon-01".into(),
            kind: Kind::SupportCenter,
            name: "見本病院 がん相談支援センター".into(),
            kana: String::new(),
            alias: String::new(),
            organization: String::new(),
            municipality: String::new(),
            postal_code: String::new(),
            address: "見本県見本市1".into(),
            place: String::new(),
            phones: Vec::new(),
            fax: String::new(),
            email: String::new(),
            url: String::new(),
            hours: String::new(),
            schedule: String::new(),
            times: domain::hours::Hours::default(),
            meetings: Vec::new(),
            channels: Vec::new(),
            who: String::new(),
            roles: Vec::new(),
            fee: String::new(),
            referral: String::new(),
            languages: Vec::new(),
            accessibility: Vec::new(),
            tags: Vec::new(),
            origin: Origin::default(),
            checked_on: None,
            check_by: None,
            certainty: Certainty::Weak,
            validity: Validity::default(),
        }],
    }
}

/// A visit that begins on `route` with what the tab `kept`; the words of the supports are there.
pub fn begin(route: Route, kept: &str) -> (Model, Vec<Effect>) {
    let (mut model, effects) = begin_bare(route, kept);
    let guide = guide(Lang::Ja, &pack());
    model.update(Event::GuideLoaded(Rc::new(guide)));
    (model, effects)
}

/// The same with other rules.
pub fn begin_with(pack: Pack, route: Route, kept: &str) -> Model {
    let (words, guide) = (words(Lang::Ja, &pack), guide(Lang::Ja, &pack));
    let (mut model, _) = Model::begin(Begin {
        words: Rc::new(words),
        pack: Rc::new(pack),
        route,
        has_picked_lang: false,
        guide: None,
        kept: kept.into(),
        saved: String::new(),
        fingerprint: FINGERPRINT,
        now: at("2026-11-24", 10, 0),
        format: Rc::new(Plain),
        home: "https://example.jp/tomoni/".into(),
    });
    model.update(Event::GuideLoaded(Rc::new(guide)));
    model
}

/// The same before the words of the supports are there.
pub fn begin_bare(route: Route, kept: &str) -> (Model, Vec<Effect>) {
    let pack = pack();
    let words = words(Lang::Ja, &pack);
    Model::begin(Begin {
        words: Rc::new(words),
        pack: Rc::new(pack),
        route,
        has_picked_lang: false,
        guide: None,
        kept: kept.into(),
        saved: String::new(),
        fingerprint: FINGERPRINT,
        now: at("2026-11-24", 10, 0),
        format: Rc::new(Plain),
        home: "https://example.jp/tomoni/".into(),
    })
}

/// A minute of a day in Japan.
pub fn at(day: &str, hour: u16, minute: u16) -> Option<Moment> {
    Some(Moment {
        date: day.parse().ok()?,
        minute: hour * 60 + minute,
    })
}

/// The same after these events, effects left aside.
pub fn after(route: Route, events: impl IntoIterator<Item = Event>) -> Model {
    let (mut model, _) = begin(route, "");
    for event in events {
        model.update(event);
    }
    model
}
