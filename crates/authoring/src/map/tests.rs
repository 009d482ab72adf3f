//! What the page says, for small packs and for the content that ships.

use std::path::Path;

use domain::condition::Reason;
use domain::matching::outcome;
use domain::support::NeedsEntry;
use domain::{ChoiceId, SupportId};

use super::links::{Effect, Links, leading_to};
use super::*;
use crate::{Files, Reading, read_files};

fn files(folder: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match crate::Given::at(&root.join(folder)) {
        Ok(crate::Given::Folder(files)) => files,
        other => panic!("{other:?}"),
    }
}

fn compiled(files: &Files) -> Compiled {
    let Reading {
        findings, compiled, ..
    } = read_files(files);
    compiled.unwrap_or_else(|| panic!("{findings:#?}"))
}

fn shipped() -> Compiled {
    compiled(&files("content"))
}

/// The minimal pack with the app's own words, the names of kinds among them.
fn minimal() -> Compiled {
    let mut files = files("tests/packs/minimal");
    let rows: String = Key::all()
        .map(|key| {
            let name = key.name();
            // Only a reviewed text of a crisis screen may stand in another language.
            if name.starts_with("crisis.") {
                format!("ui.{name},見本 {name},,,\n")
            } else {
                format!("ui.{name},見本 {name},{{見本|みほん}},sample,\n")
            }
        })
        .collect();
    let table = format!("key,ja,ja-x-easy,en,note\n{rows}");
    files.insert("text-app.csv".into(), table.into_bytes());
    compiled(&files)
}

fn today() -> Option<Date> {
    "2026-11-24".parse().ok()
}

/// The tags of a page, without their brackets. Every bracket in a text or an attribute is written as an entity.
fn tags(page: &str) -> Vec<&str> {
    let (before, style) = page.split_once("<style>").unwrap();
    let (_, after) = style.split_once("</style>").unwrap();
    [before, after]
        .into_iter()
        .flat_map(|part| part.split('<').skip(1))
        .map(|part| part.split_once('>').unwrap().0)
        .collect()
}

fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let opening = format!(" {name}=\"");
    tags(page)
        .into_iter()
        .filter_map(|tag| tag.split_once(&opening)?.1.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

fn reason(pack: &Pack, question: &str, choice: &str) -> Reason {
    let id = pack.survey.find(question).unwrap();
    Reason {
        question: id,
        choice: pack.survey.get(id).unwrap().choice(choice).unwrap(),
    }
}

fn effects(compiled: &Compiled, question: &str, choice: &str, support: &str) -> Vec<Effect> {
    let pack = &compiled.pack;
    let support = pack.find_support(support).unwrap();
    Links::of(pack)
        .effects(reason(pack, question, choice), support)
        .to_vec()
}

#[test]
fn a_choice_that_is_enough_brings_a_support() {
    let pack = minimal();
    assert_eq!(
        effects(&pack, "money_kind", "debt", "money-help"),
        [Effect::Brings]
    );
    assert_eq!(
        effects(&pack, "worries", "money", "money-help"),
        [Effect::Brings]
    );
}

#[test]
fn what_the_table_calls_urgent_or_leading_is_marked_so() {
    let pack = minimal();
    assert_eq!(
        effects(&pack, "work_status", "self_employed", "work-help"),
        [Effect::Urgent]
    );
    assert_eq!(
        effects(&pack, "age", "child", "bereaved-help"),
        [Effect::Leads]
    );
    assert_eq!(
        effects(&pack, "role", "bereaved", "bereaved-help"),
        [Effect::Brings, Effect::Leads]
    );
}

#[test]
fn a_choice_under_not_keeps_a_support_away() {
    assert_eq!(
        effects(&minimal(), "worries", "none_today", "local-hub"),
        [Effect::Away]
    );
}

#[test]
fn of_two_answers_that_are_needed_together_neither_brings_alone() {
    let shipped = shipped();
    for (question, choice) in [("role", "family"), ("worries", "work")] {
        assert_eq!(
            effects(&shipped, question, choice, "care-leave"),
            [Effect::Together]
        );
    }
}

#[test]
fn a_choice_opens_the_questions_that_ask_for_it() {
    let pack = minimal().pack;
    let links = Links::of(&pack);
    let opened: Vec<&str> = links
        .opened(reason(&pack, "worries", "money"))
        .iter()
        .map(|id| pack.survey.get(*id).unwrap().name.as_str())
        .collect();
    assert!(opened.contains(&"money_kind"), "{opened:?}");
    assert_eq!(links.opened(reason(&pack, "worries", "none_today")), []);
}

#[test]
fn whatever_is_said_to_bring_a_support_does_bring_it() {
    let pack = shipped().pack;
    let links = Links::of(&pack);
    let mut n_brought = 0;
    for (question, choices) in pack.survey.iter() {
        for choice in (0..choices.choices.len()).filter_map(ChoiceId::at) {
            let reason = Reason { question, choice };
            let answers = leading_to(&pack.survey, reason);
            let path = pack.survey.path(&answers);
            let outcome = outcome(&pack, &path, &[]);
            let is_shown = |id: &SupportId| outcome.results.iter().any(|found| found.id == *id);
            for support in links.supports(reason, Effect::Brings) {
                if pack.support(support).unwrap().needs_entry == NeedsEntry::No {
                    assert!(is_shown(&support), "{reason:?} {support:?}");
                    n_brought += 1;
                }
            }
        }
    }
    assert!(n_brought > 0);
}

#[test]
fn names_that_look_like_markup_stay_text() {
    let mut hostile = minimal();
    let text = r#"<script>alert("1")</script>&'"#;
    hostile.form.title = text.into();
    hostile.form.version = text.into();
    for (_, words, _) in &mut hostile.words {
        for question in &mut words.questions {
            for voiced in [&mut question.label, &mut question.hint] {
                voiced.base.text = text.into();
                voiced
                    .voices
                    .iter_mut()
                    .for_each(|(_, said)| said.text = text.into());
            }
            for choice in &mut question.choices {
                choice.base.text = text.into();
            }
        }
        words
            .app
            .iter_mut()
            .for_each(|said| said.text = text.into());
        words
            .needs
            .iter_mut()
            .for_each(|said| said.text = text.into());
        words
            .contacts
            .iter_mut()
            .for_each(|contact| contact.name.text = text.into());
    }
    for (_, guide, _) in &mut hostile.guides {
        for support in &mut guide.supports {
            support.name.base.text = text.into();
            support.lead.base.text = text.into();
        }
    }
    for question in &mut hostile.pack.survey.questions {
        question.name = text.into();
        question
            .choices
            .iter_mut()
            .for_each(|choice| choice.name = text.into());
    }
    for source in &mut hostile.pack.sources {
        source.name = text.into();
        source.url = r#"javascript:alert("1")"#.into();
    }
    let page = page(&hostile, today());
    assert!(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;"));
    let odd: Vec<&str> = tags(&page)
        .into_iter()
        .filter(|tag| tag.contains("script") || tag.contains("alert"))
        .collect();
    assert_eq!(odd, Vec::<&str>::new());
    assert!(!page.contains("<script"));
}

#[test]
fn it_loads_nothing_and_runs_nothing() {
    let page = page(&shipped(), today());
    let all = tags(&page);
    for tag in &all {
        let name = tag.split_whitespace().next().unwrap();
        let loading = [
            "script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image",
        ];
        assert!(!loading.contains(&name), "{tag}");
        assert!(!tag.contains(" src=") && !tag.contains(" on"), "{tag}");
        assert!(!tag.contains(" style="), "{tag}");
    }
    assert!(all.contains(
        &"meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\""
    ));
    let style = include_str!("../paper.css");
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn headings_go_down_step_by_step_from_one_first() {
    let page = page(&shipped(), today());
    let levels: Vec<u8> = tags(&page)
        .into_iter()
        .filter_map(|tag| match tag.as_bytes() {
            [b'h', level @ b'1'..=b'6'] | [b'h', level @ b'1'..=b'6', b' ', ..] => {
                Some(level - b'0')
            }
            _ => None,
        })
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1));
}

#[test]
fn every_table_has_a_caption_and_every_header_says_what_it_heads() {
    let page = page(&shipped(), today());
    let tags = tags(&page);
    let count = |name: &str| {
        let opening = format!("{name} ");
        tags.iter()
            .filter(|tag| **tag == name || tag.starts_with(&opening))
            .count()
    };
    assert!(count("table") > 4);
    assert_eq!(count("table"), count("caption"));
    for tag in tags
        .iter()
        .filter(|tag| **tag == "th" || tag.starts_with("th "))
    {
        assert!(tag.contains(" scope=\""), "{tag}");
    }
}

#[test]
fn it_is_japanese_and_says_where_it_is_english() {
    let page = page(&shipped(), today());
    assert!(tags(&page).contains(&"html lang=\"ja\""));
    assert!(page.contains(r#"<span class="en" lang="en">Route of the questions</span>"#));
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_no_anchor_is_there_twice() {
    let page = page(&shipped(), today());
    let mut anchors = attributes(&page, "id");
    let n_anchors = anchors.len();
    anchors.sort_unstable();
    anchors.dedup();
    assert_eq!(anchors.len(), n_anchors);
    for link in attributes(&page, "href") {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(anchors.binary_search(&anchor).is_ok(), "{link}"),
            None => assert!(
                link.starts_with("https://") || link.starts_with("http://"),
                "{link}"
            ),
        }
    }
}

#[test]
fn the_shipped_page_names_every_question_choice_and_support_and_stays_small() {
    let shipped = shipped();
    let page = page(&shipped, today());
    let (words, guide) = (
        shipped.words_in(Lang::Ja).unwrap(),
        shipped.guide_in(Lang::Ja).unwrap(),
    );
    let names = |texts: Vec<&Text>| -> Vec<String> {
        texts
            .into_iter()
            .map(|text| html! { (plain(&text.text)) }.into_string())
            .collect()
    };
    let questions = words.questions.iter().flat_map(|question| {
        let choices = question.choices.iter().map(|choice| &choice.base);
        [&question.label.base].into_iter().chain(choices)
    });
    let supports = guide.supports.iter().map(|support| &support.name.base);
    for name in names(questions.chain(supports).collect()) {
        assert!(page.contains(&name), "{name}");
    }
    assert!(page.len() < 1_500_000, "{}", page.len());
}

#[test]
fn conditions_are_told_in_words_with_the_expression_below() {
    let page = page(&minimal(), today());
    assert!(page.contains("問3「見本の気がかり」で「見本の仲間」を選んだ"));
    assert!(page.contains("&quot;Sample peers&quot; was chosen in question 3"));
    assert!(page.contains("<code>selected(${worries}, 'peers')</code>"));
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    let page = page(&minimal(), today());
    let (_, described) = page.split_once("<desc id=\"route-text\">").unwrap();
    let (described, _) = described.split_once("</desc>").unwrap();
    for sentence in [
        "問1「見本の立場」は、いつでも聞きます。",
        "問4「見本のお金」は、問3の答えによって聞きます。",
    ] {
        assert!(described.contains(sentence), "{described}");
    }
}

#[test]
fn where_a_support_has_entries_is_named_and_where_not_is_counted() {
    let page = page(&minimal(), today());
    let (_, listing) = page.split_once("Where supports have no entry").unwrap();
    let supports = minimal().pack;
    let salon = short(supports.find_support("peer-salon").unwrap());
    let row = listing
        .split("<tr>")
        .find(|row| row.contains(&format!("{salon} ")))
        .unwrap();
    // A salon in the second sample prefecture, and a meeting of its own in the first.
    assert!(
        row.contains("2（見本県一、見本県二）") && row.contains("<span>45</span>"),
        "{row}"
    );
}

/// The cells of the coverage row of a prefecture.
fn coverage_of<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, coverage) = page.split_once("<table class=\"coverage\">").unwrap();
    let rows = coverage.split("<tr>");
    rows.into_iter().find(|row| row.contains(name)).unwrap()
}

#[test]
fn the_coverage_counts_entries_and_those_to_verify() {
    let page = page(&minimal(), today());
    // Two centers: one official and recent until 2027, one from a blog of 2019.
    let row = coverage_of(&page, "<span>見本県二</span>");
    assert!(
        row.contains("<td>2<span class=\"verify\" aria-hidden=\"true\">要1</span>"),
        "{row}"
    );
    let row = coverage_of(&page, "47 ");
    assert!(row.contains("全国の窓口だけです"), "{row}");
}

#[test]
fn without_a_date_every_entry_is_to_verify() {
    let page = page(&minimal(), None);
    let row = coverage_of(&page, "<span>見本県二</span>");
    assert!(
        row.contains("<td>2<span class=\"verify\" aria-hidden=\"true\">要2</span>"),
        "{row}"
    );
}

#[test]
fn the_head_names_version_fingerprint_and_date_and_the_end_has_lines_to_sign() {
    let minimal = minimal();
    let page = page(&minimal, today());
    let (head, _) = page.split_once("</header>").unwrap();
    let fingerprint = format!("{:08x}", Pack::fingerprint(&minimal.rules));
    for fact in ["見本", ">1<", &fingerprint, "2026-11-24"] {
        assert!(head.contains(fact), "{fact}");
    }
    let (_, end) = page.split_once("id=\"sign\"").unwrap();
    for column in ["名前", "所属", "日付", &fingerprint] {
        assert!(end.contains(column), "{column}");
    }
}

#[test]
fn the_same_content_and_day_give_the_same_page() {
    assert_eq!(page(&minimal(), today()), page(&minimal(), today()));
}
