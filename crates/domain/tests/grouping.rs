//! What stands under which heading, on 見本 rules small enough to read.

#[allow(dead_code, reason = "other tests use the rest")]
mod common;

use common::*;
use domain::grouping::grouped;
use domain::matching::outcome;
use domain::{Condition, Pack, SupportId};
use proptest::prelude::*;

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
