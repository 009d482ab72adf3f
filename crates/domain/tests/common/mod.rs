//! 見本 rules small enough to read.

use domain::condition::Reason;
use domain::directory::{Certainty, Entry, Kind, Origin, Validity};
use domain::matching::outcome;
use domain::support::{NeedsEntry, Scope, Support};
use domain::survey::{Choice, Exclusive, Purpose, Question, Survey};
use domain::{Answers, ChoiceId, Condition, Pack, QuestionId, SupportId};

pub const ROLE: u16 = 0;
pub const AGE: u16 = 1;
pub const WORRIES: u16 = 2;
pub const MONEY_KIND: u16 = 3;
pub const WORK_STATUS: u16 = 4;
pub const END_KIND: u16 = 5;
pub const SPECIAL: u16 = 6;
pub const MOST: u16 = 7;
pub const ACCESS: u16 = 8;

pub const MONEY: u16 = 0;
pub const WORK: u16 = 1;
pub const FEELINGS: u16 = 2;
pub const END: u16 = 3;

pub fn is(question: u16, choice: u16) -> Condition {
    Condition::Selected(Reason {
        question: QuestionId(question),
        choice: ChoiceId(choice),
    })
}

pub fn question(
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

pub fn survey() -> Survey {
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

pub fn support(name: &str, when: Condition) -> Support {
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

pub fn pack(supports: Vec<Support>) -> Pack {
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

pub fn answers(ticked: &[(u16, u16)]) -> Answers {
    let mut answers = Answers::default();
    for (question, choice) in ticked {
        answers.add(QuestionId(*question), ChoiceId(*choice));
    }
    answers
}

pub fn names(pack: &Pack, ids: impl IntoIterator<Item = SupportId>) -> Vec<String> {
    ids.into_iter()
        .filter_map(|id| pack.support(id))
        .map(|support| support.name.clone())
        .collect()
}

pub fn results(pack: &Pack, ticked: &[(u16, u16)], entries: &[Entry]) -> Vec<String> {
    let path = pack.survey.path(&answers(ticked));
    names(
        pack,
        outcome(pack, &path, entries)
            .results
            .iter()
            .map(|found| found.id),
    )
}

pub fn first(pack: &Pack, ticked: &[(u16, u16)]) -> Vec<String> {
    let path = pack.survey.path(&answers(ticked));
    names(pack, outcome(pack, &path, &[]).first)
}

pub fn entry(kind: Kind, address: &str) -> Entry {
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
