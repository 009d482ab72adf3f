//! What holds on every screen, and what each of them promises.

use session::view::{ContactView, CrisisView, Input, Places, Screen, View};

use super::fixtures::{all, changing, crisis, question, result, view};
use crate::components::fixtures::{contact, draft, gap, mark, phrase};
use crate::prerender::{now, page};

fn drawn(view: &View) -> String {
    now(page(view.clone()))
}

/// The start tags with this name, without their brackets.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split('<')
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| tag.split(' ').next() == Some(name))
        .collect()
}

/// A result with this contact point as the place of its first support.
fn result_with(contact: ContactView) -> String {
    let mut result = result();
    result.groups.clear();
    for card in &mut result.first {
        card.places = Places::Known(vec![contact.clone()]);
    }
    drawn(&view(Screen::Result(result)))
}

#[test]
fn every_screen_has_one_heading_that_can_take_the_focus() {
    for view in all() {
        let html = drawn(&view);
        assert_eq!(
            tags(&html, "h1"),
            [r#"h1 id="title" tabindex="-1""#],
            "{html}"
        );
    }
}

#[test]
fn no_screen_has_a_form_a_style_a_script_or_a_handler_in_its_markup() {
    for view in all() {
        let html = drawn(&view);
        assert!(
            tags(&html, "form").is_empty()
                && tags(&html, "script").is_empty()
                && tags(&html, "style").is_empty()
        );
        for inside in html.split('<').filter_map(|rest| rest.split('>').next()) {
            assert!(
                !inside.contains(" style=") && !inside.contains(" on"),
                "{inside}"
            );
        }
    }
}

#[test]
fn no_id_stands_twice_on_a_screen() {
    for view in all() {
        let html = drawn(&view);
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "{html}");
    }
}

#[test]
fn help_now_is_one_tap_away_on_every_screen_but_its_own() {
    for view in all() {
        let strip = drawn(&view)
            .split_once("<aside")
            .map(|(_, rest)| rest.to_owned());
        match view.screen {
            Screen::Crisis(_) => assert_eq!(strip, None),
            _ => assert!(strip.unwrap().contains(r##"href="#/help""##)),
        }
    }
}

#[test]
fn every_link_to_another_site_says_so_and_tells_it_nothing() {
    for view in all() {
        let html = drawn(&view);
        for link in tags(&html, "a")
            .into_iter()
            .filter(|link| link.contains("href=\"http"))
        {
            assert!(
                link.contains(r#"rel="noreferrer noopener external""#),
                "{link}"
            );
        }
        assert_eq!(
            html.matches("href=\"http").count(),
            html.matches("（ほかのサイト）").count()
        );
    }
}

#[test]
fn every_button_is_no_submit_button() {
    for view in all() {
        for button in tags(&drawn(&view), "button") {
            assert!(button.contains(r#"type="button""#), "{button}");
        }
    }
}

#[test]
fn a_number_is_a_link_to_dial() {
    assert!(result_with(contact("a")).contains(r#"href="tel:05000000000""#));
}

#[test]
fn without_a_number_nothing_can_be_dialed() {
    assert!(
        !result_with(ContactView {
            phones: Vec::new(),
            ..contact("a")
        })
        .contains("tel:")
    );
}

#[test]
fn a_number_to_be_verified_carries_the_words_and_their_explanation() {
    let html = result_with(ContactView {
        mark: Some(mark()),
        ..contact("a")
    });
    assert_eq!(html.matches(r#"<b class="mark">要確認</b>"#).count(), 2);
    assert!(html.contains("確かめた番号ではありません"));
    assert!(!result_with(contact("a")).contains("要確認"));
}

#[test]
fn the_official_page_stands_above_a_number_that_may_be_old() {
    let places = |is_page_first| {
        let html = result_with(ContactView {
            mark: Some(mark()),
            is_page_first,
            ..contact("a")
        });
        html.find("https://example.org/").unwrap() < html.find("tel:").unwrap()
    };
    assert!(places(true));
    assert!(!places(false));
}

#[test]
fn furigana_stands_over_its_word_and_in_brackets_where_it_cannot() {
    let html = drawn(&view(Screen::Result(result())));
    assert!(
        html.contains("<ruby>話<rp>(</rp><rt>はな</rt><rp>)</rp></ruby>せるところを"),
        "{html}"
    );
    assert!(!html.contains('{'));
}

#[test]
fn a_text_is_never_markup() {
    let html = result_with(ContactView {
        name: phrase("<b>\"&amp;"),
        ..contact("a")
    });
    assert!(html.contains("&lt;b&gt;\"&amp;amp;"), "{html}");
}

#[test]
fn a_gap_in_a_translation_is_in_its_own_language_and_marked() {
    let html = result_with(ContactView {
        name: gap("見本病院"),
        ..contact("a")
    });
    assert!(
        html.contains(
            r#"<span lang="ja" dir="ltr">見本病院</span> <small class="gap">日本語のみ</small>"#
        ),
        "{html}"
    );
}

#[test]
fn what_to_say_first_is_a_quotation_and_no_fact_among_others() {
    let html = drawn(&view(Screen::Result(result())));
    assert_eq!(
        html.matches("<blockquote>相談したいことがあります。</blockquote>")
            .count(),
        2
    );
    assert!(!html.contains("<dd>相談したいことがあります。</dd>"));
    assert!(html.contains("<dd>がん専門相談員です。</dd>"));
}

#[test]
fn a_support_in_short_keeps_its_reason_and_the_way_to_everything() {
    let html = drawn(&view(Screen::Result(result())));
    let (_, short) = html.split_once(r#"class="card short""#).unwrap();
    assert!(short.contains(r#"<p class="why">「お金」を選んだので"#));
    assert!(
        short.contains(r##"<a href="#/result/1">くわしく見る<span class="heard"> "##),
        "{short}"
    );
    let (seen, folded) = short.split_once("<details").unwrap();
    assert!(seen.contains("tel:") && !seen.contains("<blockquote"));
    assert!(folded.contains("<summary>相談のしかた</summary>") && folded.contains("<blockquote"));
}

#[test]
fn the_heading_of_a_question_stands_in_its_legend_and_the_choices_after_it() {
    for (input, kind) in [(Input::Radios, "radio"), (Input::Checkboxes, "checkbox")] {
        let html = drawn(&view(Screen::Question(question(input))));
        assert!(
            html.contains(r#"<legend id="legend-3"><h1 id="title" tabindex="-1">今、"#),
            "{html}"
        );
        let inputs = tags(&html, "input");
        for (tag, (place, is_checked)) in inputs.iter().zip([(0, true), (5, false)]) {
            for part in [
                format!(r#"type="{kind}""#),
                r#"name="question-3""#.into(),
                format!(r#"id="choice-3-{place}""#),
                format!(r#"value="{place}""#),
                r#"autocomplete="off""#.into(),
            ] {
                assert!(tag.contains(&part), "{tag} {part}");
            }
            assert_eq!(tag.contains(" checked"), is_checked, "{tag}");
        }
        assert_eq!((inputs.len(), tags(&html, "label").len()), (2, 2));
    }
}

#[test]
fn a_long_list_is_a_drop_down_list_named_by_the_question() {
    let html = drawn(&view(Screen::Question(question(Input::List))));
    assert_eq!(
        tags(&html, "select"),
        [r#"select id="list-3" aria-labelledby="legend-3" autocomplete="off""#]
    );
    assert!(
        html.contains("<option>選んでください</option><option>お金</option><option>話せるところ")
    );
}

#[test]
fn an_error_can_take_the_focus_belongs_to_the_question_and_is_read_once() {
    let html = drawn(&view(Screen::Question(question(Input::Checkboxes))));
    let error = tags(&html, "p")
        .into_iter()
        .find(|tag| tag.contains(r#"id="error""#))
        .unwrap();
    assert!(error.contains(r#"tabindex="-1""#), "{error}");
    assert!(html.contains(r#"aria-describedby="how-3 hint-3 error""#));
    assert!(!html.contains(r#"role="alert""#));
    assert!(html.find(r#"id="error""#) < html.find("<fieldset"));
}

#[test]
fn danger_stands_before_everything_else_on_the_screen_of_help_now() {
    let html = drawn(&view(Screen::Crisis(crisis())));
    let place = |text: &str| html.find(text).unwrap();
    assert!(place("今、危ないとき") < place("tel:"));
    assert!(place("tel:") < place("大切な人が心配なとき"));
    assert!(place("大切な人が心配なとき") < place("話を聞いてもらえる電話"));
    assert!(place("話を聞いてもらえる電話") < place("国の窓口一覧"));
}

#[test]
fn a_draft_stands_with_the_japanese_each_in_its_own_language() {
    let html = drawn(&view(Screen::Crisis(CrisisView {
        lead: draft("Someone will listen.", "話を聞く人がいます。"),
        draft: draft("This is a draft.", "下書きの訳です"),
        ..crisis()
    })));
    for pair in [
        r#"<p class="lead"><span lang="en" dir="ltr">Someone will listen.</span> <span class="beside" lang="ja" dir="ltr">話を聞く人がいます。</span></p>"#,
        r#"<p class="draft"><span lang="en" dir="ltr">This is a draft.</span> <span class="beside" lang="ja" dir="ltr">下書きの訳です</span></p>"#,
    ] {
        assert_eq!(html.matches(pair).count(), 1, "{pair} {html}");
    }
}

#[test]
fn without_a_draft_nothing_is_said_of_drafts() {
    let html = drawn(&view(Screen::Crisis(crisis())));
    assert!(!html.contains("beside") && !html.contains("draft"));
}

#[test]
fn what_is_changed_is_said_beside_change_for_those_who_do_not_see_it_above() {
    let view = all()
        .into_iter()
        .find(|view| matches!(view.screen, Screen::Review(_)))
        .unwrap();
    assert!(
        drawn(&view)
            .contains(r##"<a href="#/check/2">変える<span class="heard">（都道府県）</span></a>"##)
    );
}

#[test]
fn an_answer_can_be_changed_where_it_is_told() {
    let [open, gone] = changing();
    let html = drawn(&view(Screen::Result(open)));
    let buttons = tags(&html, "button");
    let opener = { buttons.iter() }.find(|tag| tag.contains(r#"id="opener-open""#));
    assert!(opener.unwrap().contains(r#"aria-expanded="true""#));
    // The choices stand right behind the control, named by their question.
    let (_, behind) = html.split_once(r#"id="opener-open""#).unwrap();
    let (between, choices) = behind.split_once("<fieldset").unwrap();
    assert!(!between.contains("<h3") && choices.contains(r#"type="radio""#));
    assert!(choices.contains("閉じる"));
    // The card that the change took away stays, with the way back.
    let html = drawn(&view(Screen::Result(gone)));
    let (_, gone) = html.split_once(r#"id="card-gone""#).unwrap();
    assert!(gone.contains("いまの答えでは、この案内は出ません。") && gone.contains("<fieldset"));
}

#[test]
fn a_change_is_told_in_one_place_that_is_there_before() {
    let [open, _] = changing();
    for (result, said) in [(result(), ""), (open, "いまの答えは「お金」です。")] {
        let html = drawn(&view(Screen::Result(result)));
        let place = format!(r#"<p class="heard" role="status">{said}</p>"#);
        assert_eq!(html.matches(&place).count(), 1, "{html}");
        assert_eq!(html.matches("role=\"status\"").count(), 1);
    }
}

#[test]
fn why_time_matters_stands_beside_the_mark() {
    let mut result = result();
    for card in &mut result.first {
        card.urgent = Some(phrase("早めの相談がおすすめです"));
        card.sentences = vec![phrase("治療の前にできることがあります。")];
    }
    let html = drawn(&view(Screen::Result(result)));
    assert_eq!(
        html.matches("早めの相談がおすすめです</b></p><p>治療の前にできることがあります。</p>")
            .count(),
        1,
        "{html}"
    );
    assert_eq!(html.matches("治療の前にできることがあります。").count(), 1);
}
