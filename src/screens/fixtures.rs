//! 見本 of every screen, for tests.

use domain::directory::{Kind, Prefecture};
use domain::{ChoiceId, QuestionId};
use session::Route;
use session::view::{
    Card, ChoiceView, ContactView, CrisisView, Door, EndingView, Frame, Input, MissingRow,
    PageView, Phrase, PickView, Places, PlacesView, QuestionView, ResultView, ReviewRow,
    ReviewView, Screen, Section, StartView, SupportView, View, WaitingView,
};

use crate::components::fixtures::{contact, fact, frame, mark, phrase, ruby, site};
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
        Screen::Ending(ending()),
        Screen::Waiting(waiting()),
        Screen::Support(Box::new(support())),
        Screen::Places(places()),
        Screen::Keep(Box::new(take_along::keep())),
        Screen::Shared(Box::new(take_along::shared())),
        Screen::Shared(Box::new(take_along::damaged())),
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

/// A question with an error, and a choice that is ticked.
pub fn question(input: Input) -> QuestionView {
    let choice = |place, label, is_chosen| ChoiceView {
        id: ChoiceId(place),
        label,
        is_chosen,
    };
    QuestionView {
        id: QuestionId(3),
        progress: phrase("質問 4（全9問）"),
        percent: 33,
        label: phrase("今、気になっていることはどれですか"),
        hint: ruby(),
        how_many: phrase("いくつでも選べます。"),
        input,
        choices: vec![choice(0, phrase("お金"), true), choice(5, ruby(), false)],
        choose: phrase("選んでください"),
        error: Some((phrase("確かめてください："), phrase("一つだけ選べます。"))),
        emergency: Some(phrase("急に息が苦しいときは、119へ。")),
        next: phrase("次へ"),
        back: phrase("戻る"),
        skip: Some(phrase("答えずに次へ")),
        clear: Some(phrase("この質問の答えを消す")),
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
        more_title: phrase("ほかにも"),
        more: vec![card("second")],
        missing_title: phrase("ほかの支援を見るには"),
        missing: vec![MissingRow { text: ruby() }],
        to_review: phrase("答えを見なおす"),
        to_keep: phrase("残す・家族などに送る"),
        print: phrase("印刷する"),
        erase: phrase("答えを消す"),
        printed: phrase("2026年11月24日に印刷しました。"),
    }
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

fn places() -> PlacesView {
    PlacesView {
        title: phrase("話せるところをさがす"),
        lead: ruby(),
        prefectures: PickView {
            label: phrase("都道府県"),
            first: phrase("選んでください"),
            rows: Prefecture::new(7)
                .into_iter()
                .map(|prefecture| (prefecture, ruby()))
                .collect(),
            picked: Prefecture::new(7),
        },
        kinds: Some(PickView {
            label: phrase("種類"),
            first: phrase("すべて"),
            rows: vec![(Kind::Salon, phrase("がんサロン"))],
            picked: None,
        }),
        status: phrase("1件見つかりました。"),
        try_again: Some(phrase("もう一度読み込む")),
        entries: vec![ContactView {
            mark: Some(mark()),
            is_page_first: true,
            ..contact("entry")
        }],
        ask: ruby(),
        search: Some(site()),
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
