//! The order of docs/decisions/0004-ranking.md, rule by rule, on 見本 rules small enough to read.

#[allow(dead_code, reason = "other tests use the rest")]
mod common;

use common::*;
use domain::ChoiceId;
use domain::Condition;
use domain::Pack;
use domain::SupportId;
use domain::directory::Kind;
use domain::matching::outcome;
use domain::missing::missing;
use domain::support::NeedsEntry;
use proptest::prelude::*;

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
