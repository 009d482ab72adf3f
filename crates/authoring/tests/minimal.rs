//! What the minimal pack compiles to.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::finding::Severity;
use authoring::{Compiled, read_files};
use domain::condition::{Comparison, Condition, Reason};
use domain::directory::{Certainty, Channel, Entry, Group, Kind, Prefecture, PrefectureEntries};
use domain::pack::Pack;
use domain::support::{NeedsEntry, Spot};
use domain::survey::{Exclusive, Purpose};
use domain::text::{Guide, Lang, Told, Words};
use domain::{ChoiceId, QuestionId};
use support::{compiled, minimal, places};

fn question(compiled: &Compiled, name: &str) -> (QuestionId, domain::survey::Question) {
    let id = compiled.pack.survey.find(name).unwrap();
    (id, compiled.pack.survey.get(id).unwrap().clone())
}

fn selected(compiled: &Compiled, name: &str, choice: &str) -> Condition {
    let (id, question) = question(compiled, name);
    Condition::Selected(Reason {
        question: id,
        choice: question.choice(choice).unwrap(),
    })
}

fn support(compiled: &Compiled, name: &str) -> domain::support::Support {
    let id = compiled.pack.find_support(name).unwrap();
    compiled.pack.support(id).unwrap().clone()
}

fn entries(compiled: &Compiled, prefecture: u8) -> &[Entry] {
    let prefecture = Prefecture::new(prefecture).unwrap();
    let (file, _) = compiled
        .entries
        .iter()
        .find(|(file, _)| file.prefecture == prefecture)
        .unwrap();
    &file.entries
}

fn contact(compiled: &Compiled, id: &str) -> domain::directory::Contact {
    let contacts = &compiled.pack.contacts;
    contacts
        .iter()
        .find(|contact| contact.id == id)
        .unwrap()
        .clone()
}

#[test]
fn it_has_no_errors_and_only_the_expected_remarks() {
    let reading = read_files(&minimal());
    let remarks = [
        (Severity::Note, "text-sample.csv", None, Some("en")),
        (Severity::Note, "text-sample.csv", None, Some("ja-x-easy")),
    ];
    assert_eq!(places(&reading.findings), remarks);
    assert!(reading.compiled.is_some());
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let (one, other) = (compiled(), compiled());
    assert_eq!(one.rules, other.rules);
    assert_eq!(one.words, other.words);
    assert_eq!(one.guides, other.guides);
    assert_eq!(one.entries, other.entries);
}

#[test]
fn what_is_written_can_be_read_back() {
    let compiled = compiled();
    let (pack, fingerprint) = Pack::decode(&compiled.rules).unwrap();
    assert_eq!(pack, compiled.pack);
    for (_, words, bytes) in &compiled.words {
        assert_eq!(Words::decode(bytes, fingerprint).as_ref(), Ok(words));
    }
    for (_, guide, bytes) in &compiled.guides {
        assert_eq!(Guide::decode(bytes, fingerprint).as_ref(), Ok(guide));
    }
    for (file, bytes) in &compiled.entries {
        assert_eq!(PrefectureEntries::decode(bytes).as_ref(), Ok(file));
    }
}

#[test]
fn every_question_has_the_purpose_that_its_name_says() {
    let compiled = compiled();
    let purpose = |name| question(&compiled, name).1.purpose;
    let (_, worries) = question(&compiled, "worries");
    let worry = |name: &str| worries.choice(name).unwrap();
    assert_eq!(purpose("role"), Purpose::Role);
    assert_eq!(purpose("age"), Purpose::Background);
    assert_eq!(purpose("worries"), Purpose::Worries);
    assert_eq!(
        purpose("money_kind"),
        Purpose::FollowUp(vec![worry("money")])
    );
    assert_eq!(purpose("most"), Purpose::Most);
    assert_eq!(purpose("wish"), Purpose::Wish);
    assert_eq!(purpose("prefecture"), Purpose::Prefecture);
    assert_eq!(purpose("municipality"), Purpose::Municipality);
}

#[test]
fn a_follow_up_is_about_the_worries_it_names_and_then_about_those_behind_other_follow_ups() {
    let compiled = compiled();
    let (_, worries) = question(&compiled, "worries");
    let expected = ["work", "money"].map(|name| worries.choice(name).unwrap());
    let (_, work_status) = question(&compiled, "work_status");
    assert_eq!(work_status.purpose, Purpose::FollowUp(expected.to_vec()));
}

#[test]
fn the_worry_that_comes_first_has_the_choices_of_the_worries_in_the_same_order() {
    let compiled = compiled();
    let names = |name| -> Vec<String> {
        let (_, question) = question(&compiled, name);
        question
            .choices
            .into_iter()
            .map(|choice| choice.name)
            .collect()
    };
    assert_eq!(names("most"), names("worries"));
}

#[test]
fn a_choice_filter_is_worked_out_for_each_choice() {
    let compiled = compiled();
    let offered = |name: &str, choice: &str| {
        let (_, question) = question(&compiled, name);
        let id = question.choice(choice).unwrap();
        question.choices[id.index()].offered_when.clone()
    };
    assert_eq!(
        offered("municipality", "見本市"),
        selected(&compiled, "prefecture", "22")
    );
    assert_eq!(
        offered("most", "money"),
        selected(&compiled, "worries", "money")
    );
    assert_eq!(offered("most", "none_today"), Condition::Never);
    assert_eq!(offered("worries", "money"), Condition::Always);
    let bereaved = selected(&compiled, "role", "bereaved");
    assert_eq!(
        offered("worries", "work"),
        Condition::Not(Box::new(bereaved))
    );
}

#[test]
fn expressions_become_conditions() {
    let compiled = compiled();
    let (prefecture, _) = question(&compiled, "prefecture");
    let (_, municipality) = question(&compiled, "municipality");
    assert_eq!(
        municipality.relevant,
        Condition::Count(prefecture, Comparison::More, 0)
    );
    let (kind, _) = question(&compiled, "money_kind");
    assert_eq!(
        support(&compiled, "money-help").when,
        Condition::Any(vec![
            selected(&compiled, "money_kind", "debt"),
            Condition::All(vec![
                selected(&compiled, "worries", "money"),
                Condition::Count(kind, Comparison::Equal, 0),
            ]),
        ])
    );
    assert_eq!(support(&compiled, "crisis-lines").when, Condition::Always);
    assert_eq!(
        support(&compiled, "money-help").urgent_when,
        Condition::Never
    );
    assert_eq!(
        support(&compiled, "money-help").leads_when,
        Condition::Never
    );
}

#[test]
fn marks_of_choices_questions_and_supports_are_read() {
    let compiled = compiled();
    let choice = |name: &str, choice: &str| {
        let (_, question) = question(&compiled, name);
        let id = question.choice(choice).unwrap();
        question.choices[id.index()].clone()
    };
    assert!(choice("role", "bereaved").own_door);
    assert!(choice("worries", "end_of_life").is_quiet);
    assert_eq!(choice("worries", "none_today").exclusive, Exclusive::Yields);
    assert_eq!(choice("eol_kind", "not_yet").exclusive, Exclusive::Wins);
    assert!(question(&compiled, "work_status").1.carries_emergency);
    assert!(support(&compiled, "work-help").carries_emergency);
    assert!(!support(&compiled, "money-help").carries_emergency);
}

#[test]
fn supports_that_need_an_entry_say_for_whom() {
    let compiled = compiled();
    let needs_entry = |name| support(&compiled, name).needs_entry;
    assert_eq!(needs_entry("money-help"), NeedsEntry::No);
    assert_eq!(needs_entry("local-hub"), NeedsEntry::ForEverybody);
    assert_eq!(
        needs_entry("peer-salon"),
        NeedsEntry::ForRoles(vec![ChoiceId(2)])
    );
}

#[test]
fn sentences_stand_at_the_result_or_on_a_card() {
    let compiled = compiled();
    let spots: Vec<Spot> = compiled
        .pack
        .sentences
        .iter()
        .map(|sentence| sentence.spot)
        .collect();
    assert_eq!(spots, [Spot::Result, Spot::Support(compiled.pack.general)]);
}

#[test]
fn a_source_that_nobody_answers_for_is_kept_without_name_and_link() {
    let compiled = compiled();
    let names: Vec<&str> = compiled
        .pack
        .sources
        .iter()
        .map(|source| source.name.as_str())
        .collect();
    assert_eq!(names, ["見本の公的なページ", ""]);
    assert_eq!(contact(&compiled, "sample-local").origin.url, "");
    assert_eq!(entries(&compiled, 22)[1].origin.name, "");
}

#[test]
fn digits_that_may_not_be_shown_never_leave_the_table() {
    let compiled = compiled();
    assert!(contact(&compiled, "sample-hidden").phones.is_empty());
    let needle = b"0570-000-000";
    let all = compiled.words.iter().map(|(_, _, bytes)| bytes);
    let all = all.chain(compiled.guides.iter().map(|(_, _, bytes)| bytes));
    let all = all
        .chain(compiled.entries.iter().map(|(_, bytes)| bytes))
        .chain([&compiled.rules]);
    for bytes in all {
        assert!(!bytes.windows(needle.len()).any(|window| window == needle));
    }
}

#[test]
fn the_certainty_of_a_contact_follows_its_status() {
    let compiled = compiled();
    let certainty = |id| contact(&compiled, id).certainty;
    assert_eq!(certainty("emergency-119"), Certainty::Fixed);
    assert_eq!(certainty("sample-line"), Certainty::Seen);
    assert_eq!(certainty("sample-local"), Certainty::Weak);
    let mut verified = minimal();
    let mut table = support::cells(&verified, "contacts.csv");
    let row = support::row_of(&verified, "contacts.csv", "id", "sample-local");
    for (header, value) in [
        ("checked_on", "2026-11-01"),
        ("check_by", "2028-11-01"),
        ("verified_on", "2026-11-01"),
        ("verified_by", "見本"),
    ] {
        let column = table[0].iter().position(|known| known == header).unwrap();
        table[row - 1][column] = value.into();
    }
    support::put(&mut verified, "contacts.csv", &table);
    let verified = read_files(&verified).compiled.unwrap();
    assert_eq!(
        contact(&verified, "sample-local").certainty,
        Certainty::Recent
    );
}

#[test]
fn a_contact_has_its_group_its_numbers_and_its_prefectures() {
    let compiled = compiled();
    let line = contact(&compiled, "sample-line");
    assert_eq!(line.group, Group::Listen);
    let digits: Vec<&str> = line
        .phones
        .iter()
        .map(|phone| phone.digits.as_str())
        .collect();
    assert_eq!(digits, ["0120-000-000", "03-0000-0000"]);
    let prefectures: Vec<u8> = contact(&compiled, "sample-local")
        .prefectures
        .iter()
        .map(|prefecture| prefecture.code())
        .collect();
    assert_eq!(prefectures, [12, 13]);
}

#[test]
fn entries_are_recent_only_when_official_and_dated() {
    let compiled = compiled();
    let found = entries(&compiled, 22);
    let certainties: Vec<Certainty> = found.iter().map(|entry| entry.certainty).collect();
    assert_eq!(
        certainties,
        [Certainty::Recent, Certainty::Weak, Certainty::Recent]
    );
}

#[test]
fn an_entry_keeps_every_fact_of_its_row() {
    let compiled = compiled();
    let entry = &entries(&compiled, 22)[0];
    assert_eq!(entry.kind, Kind::SupportCenter);
    assert_eq!(entry.phones[0].extension, "123");
    assert_eq!(entry.phones[0].note, "代表番号");
    assert_eq!(entry.hours, "平日 9時から16時、休み: 土日");
    assert_eq!(entry.schedule, "Mo-Fr 09:00-16:00");
    assert_eq!(entry.channels, [Channel::Visit, Channel::Phone]);
    assert_eq!(entry.languages, ["ja", "en"]);
    assert_eq!(entry.tags, ['ア', 'イ']);
    assert_eq!(entry.email, "sample@example.jp");
}

#[test]
fn an_event_joins_the_meetings_of_its_entry_or_stands_for_itself() {
    let compiled = compiled();
    let words = |entry: &Entry| -> Vec<String> {
        let meetings = entry.meetings.iter();
        meetings.map(|meeting| meeting.words.clone()).collect()
    };
    assert_eq!(
        words(&entries(&compiled, 22)[2]),
        ["毎月第3水曜 13:00-15:00", "見本の別の会：毎月第1木曜"]
    );
    let own = &entries(&compiled, 12)[1];
    assert_eq!((own.id.as_str(), own.kind), ("sample-ev-3", Kind::Salon));
    assert_eq!(words(own), ["毎月"]);
    assert_eq!(own.channels, [Channel::Online]);
}

#[test]
fn a_gap_is_filled_with_plain_japanese_and_marked() {
    let compiled = compiled();
    let id = compiled.pack.find_support("money-help").unwrap();
    let lead = &compiled
        .guide_in(Lang::En)
        .unwrap()
        .support(id)
        .unwrap()
        .lead;
    let family = lead.said(&["family"]);
    assert_eq!(
        (family.text.as_str(), &family.told),
        ("{見本|みほん}の{家族|かぞく}です。", &Told::Gap)
    );
    let debt = lead.said(&["debt"]);
    assert_eq!(
        (debt.text.as_str(), &debt.told),
        ("A sample about debt.", &Told::Own)
    );
    let nothing = &compiled
        .guide_in(Lang::En)
        .unwrap()
        .support(id)
        .unwrap()
        .cost
        .base;
    assert!(nothing.is_empty() && nothing.told == Told::Own);
}

#[test]
fn the_worry_that_comes_first_is_said_to_a_role_as_the_worry_was() {
    let compiled = compiled();
    let words = compiled.words_in(Lang::Ja).unwrap();
    let (most, question) = question(&compiled, "most");
    let label = words
        .choice(most, question.choice("money").unwrap())
        .unwrap();
    assert_eq!(label.said(&["family"]).text, "見本の家族のお金");
}

#[test]
fn municipalities_have_no_words() {
    let compiled = compiled();
    let (id, _) = question(&compiled, "municipality");
    assert!(
        compiled
            .words_in(Lang::Ja)
            .unwrap()
            .question(id)
            .unwrap()
            .choices
            .is_empty()
    );
}

#[test]
fn recent_hours_of_a_contact_are_said() {
    let compiled = compiled();
    let words = compiled.words_in(Lang::Ja).unwrap();
    assert_eq!(words.contacts[1].hours.text, "毎日 見本の時間");
}
