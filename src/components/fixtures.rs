//! 見本 for every component: plain, long, with furigana, with a gap, with an error, with nothing to show.

use domain::text::{Lang, Told};
use domain::{ChoiceId, QuestionId};
use session::Route;
use session::aloud::Heard;
use session::view::{
    AloudView, ChoiceView, ContactView, Fact, Frame, Input, LangView, Link, OpenView, PhoneView,
    Phrase, QuestionView,
};
use yew::Html;

use super::Pen;
use super::{
    button, change, choices, contact, facts, field, heading, link, list, notice, paper, place,
    places, search, support, words,
};

/// A component with certain data.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// What it shows.
    pub name: &'static str,
    /// The component.
    pub html: Html,
}

/// A fixture.
pub fn fixture(name: &'static str, html: Html) -> Fixture {
    Fixture { name, html }
}

/// Every fixture of every component. The frame is drawn around them.
pub fn all(pen: Pen<'_>) -> Vec<Fixture> {
    [
        words::fixtures::all(pen),
        heading::fixtures::all(pen),
        button::fixtures::all(pen),
        link::fixtures::all(pen),
        choices::fixtures::all(pen),
        change::fixtures::all(pen),
        list::fixtures::all(pen),
        field::fixtures::all(pen),
        facts::fixtures::all(pen),
        notice::fixtures::all(pen),
        contact::fixtures::all(pen),
        paper::fixtures::all(pen),
        places::fixtures::all(pen),
        place::fixtures::all(pen),
        search::fixtures::all(pen),
        support::fixtures::all(pen),
    ]
    .concat()
}

/// A text of the page's own language.
pub fn phrase(text: &str) -> Phrase {
    Phrase {
        text: text.into(),
        ..Phrase::default()
    }
}

/// A Japanese text where the English translation has a gap.
pub fn gap(text: &str) -> Phrase {
    Phrase {
        text: text.into(),
        lang: Some("ja"),
        told: Told::Gap,
    }
}

/// A draft in English with the Japanese beside it.
pub fn draft(text: &str, japanese: &str) -> Phrase {
    Phrase {
        text: [text, "\n", japanese].concat().into(),
        lang: Some("en"),
        told: Told::Draft,
    }
}

/// Words as long as they come.
pub fn long() -> Phrase {
    phrase(
        "がん診療連携拠点病院等の整備に関する指針にもとづく見本県立見本総合医療センター患者総合支援部がん相談支援室\
         （Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft）",
    )
}

/// A text with furigana.
pub fn ruby() -> Phrase {
    phrase("{話|はな}せるところを{探|さが}します。{急|いそ}がなくても{大丈夫|だいじょうぶ}です。")
}

/// A labelled fact.
pub fn fact(label: &str, value: Phrase) -> Fact {
    Fact {
        label: phrase(label),
        value,
    }
}

/// A link to another site.
pub fn site() -> Link {
    Link {
        name: phrase("公式のページ"),
        url: "https://example.org/".into(),
        note: phrase("（ほかのサイト）"),
    }
}

/// A number that nobody can reach: 050-0000-0000 is assigned to no one.
pub fn phone() -> PhoneView {
    PhoneView {
        name: phrase("050-0000-0000に電話する"),
        dial: "05000000000".into(),
        notes: vec![phrase("内線 3000"), phrase("代表番号")],
    }
}

/// A contact point with a number, without a mark.
pub fn contact(id: &str) -> ContactView {
    ContactView {
        id: id.into(),
        name: phrase("見本病院 がん相談支援センター"),
        note: phrase("がん相談支援センター"),
        phones: vec![phone()],
        mark: None,
        is_page_first: false,
        page: Some(site()),
        open: Some(open(true)),
        facts: vec![
            fact("受付時間", phrase("平日 9時〜16時")),
            fact("住所", phrase("〒000-0000 見本県見本市1-2-3")),
        ],
        source: Some(fact("出典", phrase("見本県"))),
        checked: phrase("確認日：2026年11月1日"),
    }
}

/// Somebody is there, or not.
pub fn open(is_open: bool) -> OpenView {
    OpenView {
        is_open,
        state: phrase(if is_open {
            "いま受付時間内です（17:00まで）"
        } else {
            "いまは受付時間外です（次は、あした9:00から）"
        }),
        age: phrase("2026年11月1日に確かめた受付時間によります。"),
    }
}

/// The mark of a number and its explanation.
pub fn mark() -> (Phrase, Phrase) {
    (
        phrase("要確認"),
        phrase("電話をかけて確かめた番号ではありません。"),
    )
}

/// A question with an error, and a choice that is ticked.
pub fn question(input: Input) -> QuestionView {
    let choice = |place, label, is_chosen| ChoiceView {
        id: ChoiceId(place),
        label,
        is_chosen,
        picture: None,
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

/// The frame of a page.
pub fn frame() -> Frame {
    let lang = |lang: Lang| LangView {
        lang,
        name: lang.name(),
        is_current: lang == Lang::Ja,
    };
    Frame {
        app_name: phrase("見本"),
        skip: phrase("本文へ移る"),
        language_label: phrase("ことばを選ぶ"),
        language_word: Some(Phrase {
            text: "Language".into(),
            lang: Some("en"),
            told: Told::Own,
        }),
        langs: Lang::ALL.map(lang).into(),
        aloud: Some(AloudView {
            name: phrase("読み上げる"),
            press: Heard::PressedRead,
        }),
        crisis: Some(phrase("今つらいとき、話せる窓口")),
        footer_label: phrase("このアプリの案内"),
        links: vec![
            (phrase("はじめのページ"), Route::Start),
            (phrase("このアプリについて"), Route::About),
        ],
        not_medical: phrase("医療機器ではありません。"),
        only_japanese: phrase("日本語のみ"),
    }
}
