//! The order of docs/decisions/0004-ranking.md, rule by rule, on 見本 rules small enough to read.

use domain::condition::Reason;
use domain::directory::{Certainty, Entry, Kind, Origin, Validity};
use domain::grouping::grouped;
use domain::matching::outcome;
use domain::missing::missing;
use domain::support::{NeedsEntry, Scope, Support};
use domain::survey::{Choice, Exclusive, Purpose, Question, Survey};
use domain::{Answers, ChoiceId, Condition, Pack, QuestionId, SupportId};
use proptest::prelude::*;

const ROLE: u16 = 0;
const AGE: u16 = 1;
const WORRIES: u16 = 2;
const MONEY_KIND: u16 = 3;
const WORK_STATUS: u16 = 4;
const END_KIND: u16 = 5;
const SPECIAL: u16 = 6;
const MOST: u16 = 7;
const ACCESS: u16 = 8;

const MONEY: u16 = 0;
const WORK: u16 = 1;
const FEELINGS: u16 = 2;
const END: u16 = 3;

fn is(question: u16, choice: u16) -> Condition {
    Condition::Selected(Reason {
        question: QuestionId(question),
        choice: ChoiceId(choice),
    })
}

fn question(
    name: &str,
    is_multiple: bool,
    relevant: Condition,
    purpose: Purpose,
    choices: &[&str],
) -> Question {
    let choice = |name: &&str| Choice {
        name: (*name).into(),
        offered_when: Condition::Always,
        exclusive: match *name {
            "none_today" => Exclusive::Yields,
            "not_yet" => Exclusive::Wins,
            _ => Exclusive::No,
        },
        own_door: *name == "bereaved",
        is_quiet: *name == "end",
    };
    Question {
        name: name.into(),
        is_multiple,
        relevant,
        constraint: Condition::Always,
        purpose,
        carries_emergency: false,
        choices: choices.iter().map(choice).collect(),
    }
}

fn survey() -> Survey {
    let worries = ["money", "work", "feelings", "end", "none_today"];
    let follow = |of: &[u16]| Purpose::FollowUp(of.iter().map(|worry| ChoiceId(*worry)).collect());
    Survey {
        questions: vec![
            question(
                "role",
                false,
                Condition::Always,
                Purpose::Role,
                &["patient", "bereaved"],
            ),
            question(
                "age",
                false,
                Condition::Always,
                Purpose::Background,
                &["child", "adult"],
            ),
            question(
                "worries",
                true,
                Condition::Always,
                Purpose::Worries,
                &worries,
            ),
            question(
                "money_kind",
                true,
                is(WORRIES, MONEY),
                follow(&[MONEY]),
                &["bill", "income_loss"],
            ),
            question(
                "work_status",
                false,
                Condition::Any(vec![is(WORRIES, WORK), is(MONEY_KIND, 1)]),
                follow(&[WORK, MONEY]),
                &["employee", "self_employed"],
            ),
            question(
                "end_kind",
                true,
                is(WORRIES, END),
                follow(&[END]),
                &["ward", "not_yet"],
            ),
            question(
                "special",
                true,
                Condition::Always,
                Purpose::Situation,
                &["rare"],
            ),
            question("most", false, Condition::Always, Purpose::Most, &worries),
            question(
                "access",
                true,
                Condition::Always,
                Purpose::Access,
                &["hearing"],
            ),
        ],
    }
}

fn support(name: &str, when: Condition) -> Support {
    Support {
        name: name.into(),
        needs: Vec::new(),
        when,
        urgent_when: Condition::Never,
        leads_when: Condition::Never,
        scope: Scope::National,
        kinds: Vec::new(),
        needs_entry: NeedsEntry::No,
        carries_emergency: false,
        voices: Vec::new(),
        sources: Vec::new(),
        checked_on: None,
        check_by: None,
    }
}

fn pack(supports: Vec<Support>) -> Pack {
    let mut all = vec![
        support("general", Condition::Always),
        support("crisis", Condition::Always),
    ];
    all.extend(supports);
    Pack {
        survey: survey(),
        needs: Vec::new(),
        supports: all,
        sentences: Vec::new(),
        sources: Vec::new(),
        contacts: Vec::new(),
        general: SupportId(0),
        crisis: SupportId(1),
        prefectures: Vec::new(),
        langs: Vec::new(),
        holidays: domain::hours::Holidays::default(),
    }
}

fn answers(ticked: &[(u16, u16)]) -> Answers {
    let mut answers = Answers::default();
    for (question, choice) in ticked {
        answers.add(QuestionId(*question), ChoiceId(*choice));
    }
    answers
}

fn names(pack: &Pack, ids: impl IntoIterator<Item = SupportId>) -> Vec<String> {
    ids.into_iter()
        .filter_map(|id| pack.support(id))
        .map(|support| support.name.clone())
        .collect()
}

fn results(pack: &Pack, ticked: &[(u16, u16)], entries: &[Entry]) -> Vec<String> {
    let path = pack.survey.path(&answers(ticked));
    names(
        pack,
        outcome(pack, &path, entries)
            .results
            .iter()
            .map(|found| found.id),
    )
}

fn first(pack: &Pack, ticked: &[(u16, u16)]) -> Vec<String> {
    let path = pack.survey.path(&answers(ticked));
    names(pack, outcome(pack, &path, &[]).first)
}

fn entry(kind: Kind, address: &str) -> Entry {
    Entry {
        id: "mihon".into(),
        kind,
        name: "見本".into(),
        kana: String::new(),
        alias: String::new(),
        organization: String::new(),
        municipality: String::new(),
        postal_code: String::new(),
        address: address.into(),
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
    }
}

#[test]
fn without_any_answer_the_general_support_is_there() {
    let pack = pack(vec![support("money", is(WORRIES, MONEY))]);
    assert_eq!(results(&pack, &[], &[]), ["general"]);
    assert_eq!(first(&pack, &[]), ["general"]);
}

#[test]
fn the_crisis_lines_are_never_a_result() {
    assert!(
        !results(&pack(Vec::new()), &[(WORRIES, FEELINGS)], &[]).contains(&"crisis".to_owned())
    );
}

#[test]
fn leading_comes_before_urgent_before_exact_before_worry_before_background() {
    let mut leads = support("leads", is(ROLE, 1));
    leads.leads_when = is(ROLE, 1);
    let mut urgent = support("urgent", is(WORRIES, MONEY));
    urgent.urgent_when = is(AGE, 0);
    let pack = pack(vec![
        support("background", is(AGE, 0)),
        support("worry", is(WORRIES, MONEY)),
        support("exact", is(MONEY_KIND, 0)),
        urgent,
        leads,
    ]);
    let ticked = [(ROLE, 1), (AGE, 0), (WORRIES, MONEY), (MONEY_KIND, 0)];
    assert_eq!(
        results(&pack, &ticked, &[]),
        ["leads", "urgent", "exact", "worry", "general", "background"]
    );
}

#[test]
fn an_entry_that_can_be_reached_lifts_a_support_and_one_that_cannot_does_not() {
    let mut far = support("far", is(WORRIES, MONEY));
    far.kinds = vec![Kind::ChildhoodHub];
    let mut near = support("near", is(WORRIES, MONEY));
    near.kinds = vec![Kind::Salon];
    let pack = pack(vec![far, near]);
    let entries = [
        entry(Kind::ChildhoodHub, ""),
        entry(Kind::Salon, "見本県見本市1"),
    ];
    assert_eq!(
        results(&pack, &[(WORRIES, MONEY)], &entries)[..2],
        ["near", "far"]
    );
    assert_eq!(
        results(&pack, &[(WORRIES, MONEY)], &[])[..2],
        ["far", "near"]
    );
}

#[test]
fn the_worry_that_matters_most_comes_before_the_others() {
    let pack = pack(vec![
        support("money", is(WORRIES, MONEY)),
        support("feelings", is(WORRIES, FEELINGS)),
    ]);
    let ticked = [(WORRIES, MONEY), (WORRIES, FEELINGS), (MOST, FEELINGS)];
    assert_eq!(first(&pack, &ticked), ["feelings", "money", "general"]);
}

#[test]
fn a_worry_that_a_taken_support_is_there_for_takes_no_second_place() {
    let both = Condition::Any(vec![is(WORRIES, MONEY), is(WORRIES, FEELINGS)]);
    let pack = pack(vec![
        support("both", both),
        support("feelings", is(WORRIES, FEELINGS)),
        support("end", is(WORRIES, END)),
    ]);
    let ticked = [(WORRIES, MONEY), (WORRIES, FEELINGS), (WORRIES, END)];
    assert_eq!(first(&pack, &ticked), ["both", "end", "general"]);
}

#[test]
fn the_form_of_work_is_about_work_where_work_is_a_worry_and_else_about_money() {
    let pack = pack(vec![
        support("self-employed", is(WORK_STATUS, 1)),
        support("bill", is(MONEY_KIND, 0)),
        support("feelings", is(WORRIES, FEELINGS)),
    ]);
    let with_work = [
        (WORRIES, MONEY),
        (WORRIES, WORK),
        (MONEY_KIND, 0),
        (WORK_STATUS, 1),
        (MOST, WORK),
    ];
    assert_eq!(
        first(&pack, &with_work),
        ["self-employed", "bill", "general"]
    );
    let without = [
        (WORRIES, MONEY),
        (WORRIES, FEELINGS),
        (MONEY_KIND, 1),
        (WORK_STATUS, 1),
    ];
    assert_eq!(
        first(&pack, &without),
        ["self-employed", "feelings", "general"]
    );
}

#[test]
fn a_role_with_its_own_door_a_situation_and_an_access_need_each_have_a_place() {
    let pack = pack(vec![
        support("bereaved", is(ROLE, 1)),
        support("rare", is(SPECIAL, 0)),
        support("hearing", is(ACCESS, 0)),
        support("money", is(WORRIES, MONEY)),
    ]);
    assert_eq!(
        first(&pack, &[(ROLE, 1), (SPECIAL, 0), (ACCESS, 0)]),
        ["bereaved", "rare", "hearing"]
    );
    assert_eq!(
        first(&pack, &[(ROLE, 1), (WORRIES, MONEY), (SPECIAL, 0)]),
        ["money", "bereaved", "rare"]
    );
}

#[test]
fn what_needs_an_entry_is_shown_only_with_one_and_says_where() {
    let mut hub = support("hub", Condition::Always);
    hub.kinds = vec![Kind::PrefecturalHub];
    hub.needs_entry = NeedsEntry::ForEverybody;
    let pack = pack(vec![hub]);
    assert_eq!(results(&pack, &[], &[]), ["general"]);
    assert_eq!(
        results(&pack, &[], &[entry(Kind::PrefecturalHub, "見本県")]).len(),
        2
    );
}

#[test]
fn peers_are_shown_to_the_bereaved_only_with_an_entry_that_names_them() {
    let mut salon = support("salon", is(WORRIES, FEELINGS));
    salon.kinds = vec![Kind::Salon];
    salon.needs_entry = NeedsEntry::ForRoles(vec![ChoiceId(1)]);
    let pack = pack(vec![salon]);
    let bereaved = [(ROLE, 1), (WORRIES, FEELINGS)];
    let open = entry(Kind::Salon, "見本県");
    let mut named = open.clone();
    named.roles = vec![ChoiceId(1)];
    assert_eq!(
        results(&pack, &bereaved, std::slice::from_ref(&open)),
        ["general"]
    );
    assert_eq!(results(&pack, &bereaved, &[open, named]).len(), 2);
    assert_eq!(results(&pack, &[(WORRIES, FEELINGS)], &[]).len(), 2);
}

#[test]
fn not_yet_wins_over_everything_beside_it() {
    let pack = pack(vec![support("ward", is(END_KIND, 0))]);
    assert_eq!(
        results(&pack, &[(WORRIES, END), (END_KIND, 0), (END_KIND, 1)], &[]),
        ["general"]
    );
}

#[test]
fn none_today_gives_way_to_a_real_worry() {
    let pack = pack(vec![support("money", is(WORRIES, MONEY))]);
    assert_eq!(
        results(&pack, &[(WORRIES, 4), (WORRIES, MONEY)], &[]),
        ["money", "general"]
    );
    assert_eq!(results(&pack, &[(WORRIES, 4)], &[]), ["general"]);
}

fn would_need(pack: &Pack, ticked: &[(u16, u16)]) -> Vec<(String, usize)> {
    let path = pack.survey.path(&answers(ticked));
    let outcome = outcome(pack, &path, &[]);
    missing(pack, &path, &outcome)
        .iter()
        .map(|missing| {
            (
                names(pack, [missing.support]).remove(0),
                missing.would_need.len(),
            )
        })
        .collect()
}

#[test]
fn what_was_not_suggested_names_the_answers_that_would_bring_it() {
    let pack = pack(vec![support("bill", is(MONEY_KIND, 0))]);
    assert_eq!(
        would_need(&pack, &[(WORRIES, MONEY)]),
        [("bill".to_owned(), 1)]
    );
    assert_eq!(would_need(&pack, &[]), [("bill".to_owned(), 2)]);
}

#[test]
fn the_end_of_life_is_not_named_to_those_who_did_not_open_it_or_set_it_aside() {
    let pack = pack(vec![support("ward", is(END_KIND, 0))]);
    assert_eq!(would_need(&pack, &[]), []);
    assert_eq!(would_need(&pack, &[(WORRIES, END), (END_KIND, 1)]), []);
    assert_eq!(
        would_need(&pack, &[(WORRIES, END)]),
        [("ward".to_owned(), 1)]
    );
}

#[test]
fn nobody_is_told_to_be_somebody_else() {
    let pack = pack(vec![
        support("bereaved", is(ROLE, 1)),
        support("child", is(AGE, 0)),
    ]);
    assert_eq!(would_need(&pack, &[(ROLE, 0), (AGE, 1)]), []);
}

proptest! {
    #[test]
    fn the_first_are_one_to_three_different_results(ticked in prop::collection::vec((0u16..9, 0u16..5), 0..12)) {
        let pack = pack(vec![
            support("money", is(WORRIES, MONEY)),
            support("work", Condition::Any(vec![is(WORRIES, WORK), is(WORK_STATUS, 0)])),
            support("rare", is(SPECIAL, 0)),
            support("bereaved", is(ROLE, 1)),
            support("hearing", is(ACCESS, 0)),
        ]);
        let path = pack.survey.path(&answers(&ticked));
        let found = outcome(&pack, &path, &[]);
        prop_assert!((1..=3).contains(&found.first.len()));
        let mut distinct = found.first.clone();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), found.first.len());
        prop_assert!(found.first.iter().all(|id| found.find(*id).is_some()));
        prop_assert!(found.find(pack.general).is_some());
    }

    #[test]
    fn another_worry_never_takes_a_result_away(
        ticked in prop::collection::vec((0u16..4, 0u16..4), 0..8),
        worry in 0u16..4,
    ) {
        let pack = pack(vec![
            support("money", is(WORRIES, MONEY)),
            support("bill", is(MONEY_KIND, 0)),
            support("work", is(WORRIES, WORK)),
            support("feelings", is(WORRIES, FEELINGS)),
        ]);
        let before = results(&pack, &ticked, &[]);
        let more: Vec<(u16, u16)> = ticked.iter().copied().chain([(WORRIES, worry)]).collect();
        let after = results(&pack, &more, &[]);
        prop_assert!(before.iter().all(|name| after.contains(name)));
    }
}

/// The headings with what stands under each.
fn groups(pack: &Pack, ticked: &[(u16, u16)]) -> Vec<(Option<u16>, Vec<String>)> {
    let path = pack.survey.path(&answers(ticked));
    let outcome = outcome(pack, &path, &[]);
    grouped(pack, &path.answers, &outcome)
        .into_iter()
        .map(|group| {
            let ids = group.results.iter().map(|found| found.id);
            (group.worry.map(|worry| worry.0), names(pack, ids))
        })
        .collect()
}

/// Four of each worry, so that some are left behind the first three.
fn many() -> Pack {
    let mut supports = Vec::new();
    for (worry, name) in [(MONEY, "money"), (WORK, "work"), (FEELINGS, "feelings")] {
        for _ in 0..4 {
            supports.push(support(name, is(WORRIES, worry)));
        }
    }
    supports.push(support("role", is(ROLE, 0)));
    supports.push(support(
        "both",
        Condition::Any(vec![is(WORRIES, MONEY), is(WORRIES, FEELINGS)]),
    ));
    supports.push(support(
        "told",
        Condition::Any(vec![
            is(WORRIES, FEELINGS),
            is(MONEY_KIND, 0),
            is(WORRIES, WORK),
        ]),
    ));
    pack(supports)
}

#[test]
fn what_matters_most_is_the_first_heading_then_the_survey_s_order_then_what_is_of_no_worry() {
    let ticked = [
        (ROLE, 0),
        (WORRIES, FEELINGS),
        (WORRIES, MONEY),
        (WORRIES, WORK),
        (MOST, FEELINGS),
    ];
    let headings: Vec<Option<u16>> = { groups(&many(), &ticked).into_iter() }
        .map(|(worry, _)| worry)
        .collect();
    assert_eq!(headings, [Some(FEELINGS), Some(MONEY), Some(WORK), None]);
}

#[test]
fn a_support_of_several_worries_stands_once_under_the_nearest() {
    let under = |ticked: &[(u16, u16)], name: &str| -> Vec<Option<u16>> {
        groups(&many(), ticked)
            .into_iter()
            .filter(|(_, names)| names.iter().any(|other| other == name))
            .map(|(worry, _)| worry)
            .collect()
    };
    let all = [(WORRIES, FEELINGS), (WORRIES, MONEY), (WORRIES, WORK)];
    assert_eq!(under(&all, "both"), [Some(MONEY)]);
    assert_eq!(
        under(&[all.as_slice(), &[(MOST, FEELINGS)]].concat(), "both"),
        [Some(FEELINGS)]
    );
    // A follow-up says it most exactly, whatever matters most.
    let told = [all.as_slice(), &[(MONEY_KIND, 0), (MOST, FEELINGS)]].concat();
    assert!(!under(&told, "told").contains(&Some(FEELINGS)));
}

proptest! {
    #[test]
    fn every_result_stands_exactly_once_first_or_under_a_heading(
        ticked in prop::collection::vec((0u16..9, 0u16..4), 0..14)
    ) {
        let pack = many();
        let path = pack.survey.path(&answers(&ticked));
        let outcome = outcome(&pack, &path, &[]);
        let mut shown = outcome.first.clone();
        for group in grouped(&pack, &path.answers, &outcome) {
            prop_assert!(!group.results.is_empty());
            shown.extend(group.results.iter().map(|found| found.id));
        }
        shown.sort_unstable();
        let mut all: Vec<SupportId> = outcome.results.iter().map(|found| found.id).collect();
        all.sort_unstable();
        prop_assert_eq!(shown, all);
    }
}

#[test]
fn what_is_for_the_bereaved_alone_is_offered_to_nobody_who_gave_no_role() {
    let mut salon = support("salon", is(WORRIES, FEELINGS));
    salon.kinds = vec![Kind::Salon];
    let pack = pack(vec![salon]);
    let offered = |role: Option<u16>, open_to: &[u16]| {
        let mut salon = entry(Kind::Salon, "見本県見本市1");
        salon.roles = open_to.iter().map(|role| ChoiceId(*role)).collect();
        let mut ticked = vec![(WORRIES, FEELINGS)];
        ticked.extend(role.map(|role| (ROLE, role)));
        let path = pack.survey.path(&answers(&ticked));
        let entries = [salon];
        let outcome = outcome(&pack, &path, &entries);
        outcome.find(SupportId(2)).unwrap().entries.len()
    };
    assert_eq!(offered(None, &[1]), 0);
    assert_eq!(offered(Some(1), &[1]), 1);
    assert_eq!(offered(None, &[0, 1]), 1);
    assert_eq!(offered(None, &[]), 1);
}
