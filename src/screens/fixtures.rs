//! 見本 of every screen, for tests.

use session::places::Event as Happened;
use session::view::{
    Card, ContactView, CrisisView, Door, EndingView, FiltersView, Frame, GoneView, GroupView,
    Input, MissingRow, PageView, Phrase, PickView, Places, PlacesView, ResultView, ReviewRow,
    ReviewView, Screen, Section, StartView, SupportView, View, WaitingView, WidenView,
};
use session::{Event, Route};

use super::counter::fixtures as counter;
use super::sheet::fixtures as sheet;
use crate::components::change::fixtures::{open, opener};
pub use crate::components::fixtures::question;
use crate::components::fixtures::{contact, fact, frame, mark, phrase, ruby, site};
use crate::components::place::fixtures as place;
use crate::components::search::fixtures as search;
use crate::components::support::fixtures::card;

mod take_along;

/// Every screen in its frame.
pub fn all() -> Vec<View> {
    let screens = [
        Screen::Start(start()),
        Screen::Question(question(Input::Radios)),
        Screen::Question(question(Input::Checkboxes)),
        Screen::Question(question(Input::List)),
        Screen::Review(review()),
        Screen::Result(result()),
        Screen::Result(changing()[0].clone()),
        Screen::Result(changing()[1].clone()),
        Screen::Ending(ending()),
        Screen::Waiting(waiting()),
        Screen::Support(Box::new(support())),
        Screen::Keep(Box::new(take_along::keep())),
        Screen::Shared(Box::new(take_along::shared())),
        Screen::Shared(Box::new(take_along::damaged())),
        Screen::Places(Box::new(places())),
        Screen::Sheet(Box::new(sheet::sheet())),
        Screen::Counter(Box::new(counter::counter())),
        Screen::Opened(Box::new(counter::opened())),
        Screen::Crisis(crisis()),
        Screen::Page(text()),
    ];
    screens.into_iter().map(view).collect()
}

/// A screen in its frame; help now has no strip that leads to itself.
pub fn view(screen: Screen) -> View {
    let mut frame: Frame = frame();
    if matches!(screen, Screen::Crisis(_)) {
        frame.crisis = None;
    }
    View { frame, screen }
}

/// The start page of somebody who was here before.
pub fn start() -> StartView {
    let door = |name: &str, route| Door {
        name: phrase(name),
        note: ruby(),
        route,
    };
    StartView {
        title: phrase("ひとりでさがさなくて大丈夫です"),
        lead: ruby(),
        doors: vec![
            door("自己チェック", Route::Question(1)),
            door("話せるところ", Route::Places),
            door("今つらい", Route::Crisis),
        ],
        resume: Some((phrase("続きからはじめる"), phrase("前の答えを消す"))),
        erased: Some(phrase("答えを消しました。")),
        promise: section("お約束"),
        contacts_title: phrase("まず相談できるところ"),
        contacts_note: ruby(),
        contacts: vec![contact("general")],
    }
}

fn review() -> ReviewView {
    let row = |question: &str, is_answered, place| ReviewRow {
        question: phrase(question),
        answers: vec![phrase("お金"), ruby()],
        is_answered,
        change: phrase(&format!("変える（{question}）")),
        route: Route::Question(place),
    };
    ReviewView {
        title: phrase("あなたの答え"),
        lead: ruby(),
        note: phrase("質問が新しくなりました。"),
        rows: vec![row("気になること", true, 1), row("都道府県", false, 2)],
        to_result: phrase("相談できるところを見る"),
        back: phrase("戻る"),
    }
}

/// A result with one support in full and one in short.
pub fn result() -> ResultView {
    ResultView {
        title: phrase("相談できるところ"),
        lead: ruby(),
        sentences: vec![phrase("話すだけで大丈夫です。")],
        first_title: phrase("まず、ここへ"),
        first: vec![Card {
            emergency: Some(phrase("急なときは、119へ。")),
            ..card("first")
        }],
        gone: None,
        groups: vec![GroupView {
            title: phrase("お金のこと"),
            cards: vec![card("second")],
        }],
        changed: phrase(""),
        missing_title: phrase("ほかの支援を見るには"),
        missing: vec![MissingRow {
            id: "missing-third".into(),
            text: ruby(),
            changes: vec![opener("missing", false)],
            choices: None,
        }],
        to_review: phrase("答えを見なおす"),
        to_keep: phrase("残す・家族などに送る"),
        to_sheet: phrase("相談員にわたす一枚をつくる"),
        print: phrase("印刷する"),
        erase: phrase("答えを消す"),
        printed: phrase("2026年11月24日に印刷しました。"),
    }
}

/// A result while an answer is changed on a card that stays, and on one that the change took away.
pub fn changing() -> [ResultView; 2] {
    let with_open = Card {
        changes: vec![opener("open", true)],
        choices: Some(open()),
        ..card("first")
    };
    let gone = GoneView {
        id: "gone".into(),
        name: ruby(),
        note: phrase("いまの答えでは、この案内は出ません。"),
        choices: open(),
    };
    [
        ResultView {
            first: vec![with_open],
            changed: phrase("いまの答えは「お金」です。"),
            ..result()
        },
        ResultView {
            gone: Some(Box::new(gone)),
            changed: phrase("いま、この質問の答えはありません。"),
            ..result()
        },
    ]
}

fn ending() -> EndingView {
    EndingView {
        title: phrase("今日は、ここまでで大丈夫です"),
        lead: ruby(),
        cards: vec![card("general"), card("other")],
        to_review: phrase("答えを見なおす"),
        to_keep: phrase("残す・家族などに送る"),
        erase: phrase("答えを消す"),
    }
}

fn waiting() -> WaitingView {
    WaitingView {
        title: phrase("相談できるところ"),
        note: phrase("うまく読み込めませんでした。"),
        try_again: Some(phrase("もう一度読み込む")),
        ask: ruby(),
        contacts: vec![contact("general")],
    }
}

fn support() -> SupportView {
    let card = Card {
        places: Places::Known(vec![contact("near")]),
        ..card("support")
    };
    SupportView {
        why_label: phrase("ここに出ている理由"),
        facts: [
            card.facts.clone(),
            vec![fact("かかるお金", phrase("無料です。"))],
        ]
        .concat(),
        where_label: phrase("相談できる場所"),
        ask: Some(fact("どこに聞くか", ruby())),
        contacts_label: phrase("全国の連絡先"),
        sources_label: phrase("情報の出典"),
        sources: vec![
            (phrase("指針"), Some(site()), phrase("2022年8月1日")),
            (phrase("基本計画"), None, phrase("2023年3月")),
        ],
        back: phrase("一覧に戻る"),
        card,
    }
}

/// A directory with a search, a filter, two entries, and nothing more to load.
fn places() -> PlacesView {
    let event = || Event::Places(Happened::PressedClear);
    let pick = |id, label: &str| PickView {
        id,
        label: phrase(label),
        rows: vec![(phrase("すべて"), event()), (ruby(), event())],
        picked: 1,
    };
    PlacesView {
        title: phrase("話せるところをさがす"),
        lead: ruby(),
        area: vec![
            pick("prefecture", "都道府県"),
            pick("municipality", "市区町村"),
        ],
        search: Some(search::view("見本市")),
        filters: Some(FiltersView {
            summary: phrase("条件をえらぶ"),
            note: ruby(),
            picks: vec![pick("kind", "種類"), pick("tag", "役割")],
            clear: phrase("すべて消す"),
        }),
        status: phrase("2件見つかりました。"),
        told: ruby(),
        try_again: Some(phrase("もう一度読み込む")),
        widen: Some(WidenView {
            lead: ruby(),
            ways: vec![(phrase("「見本市」をはずす"), event())],
        }),
        parts: vec![vec![place::full("entry"), place::plain("other")]],
        more: Some(phrase("つぎの50件を表示する")),
        ask: ruby(),
        to_sheet: Some(phrase("相談員にわたす一枚をつくる")),
        search_page: Some(site()),
        national_title: phrase("全国の連絡先"),
        national: vec![contact("national")],
    }
}

/// Help now.
pub fn crisis() -> CrisisView {
    CrisisView {
        title: phrase("今、つらいあなたへ"),
        lead: ruby(),
        draft: phrase(""),
        danger: section("今、危ないとき"),
        danger_contacts: vec![contact("danger")],
        listen: section("話を聞いてもらえる電話"),
        index_link: Some(site()),
        lines: vec![ContactView {
            mark: Some(mark()),
            ..contact("line")
        }],
        index: section("国の窓口一覧"),
        index_contacts: vec![ContactView {
            phones: Vec::new(),
            ..contact("index")
        }],
        other: section("大切な人が心配なとき"),
        private: phrase("この画面で何を見たかは、だれにも伝わりません。"),
    }
}

fn text() -> PageView {
    PageView {
        title: phrase("このアプリについて"),
        draft: phrase(""),
        sections: vec![
            section("見本"),
            Section {
                title: Phrase::default(),
                paragraphs: vec![ruby()],
            },
        ],
        links: vec![(phrase("はじめのページ"), Route::Start)],
    }
}

fn section(title: &str) -> Section {
    Section {
        title: phrase(title),
        paragraphs: vec![phrase("見本です。"), ruby()],
    }
}
