//! Events: meetings that belong to an entry, or stand for themselves.

use domain::directory::{Channel, Entry, Kind, Meeting, Validity};
use domain::hours::Hours;

use super::entries::{CHECK_MEETINGS_AFTER_MONTHS, Placed, certainty, check_places, require_name};
use super::hours::{check_syntax, compiled};
use super::{prefecture, roles};
use crate::facts::{checked_at_source, origin, phone, require_source, url, validity};
use crate::finding::Findings;
use crate::names::{Names, one_of};
use crate::said;
use crate::survey;
use crate::table::sheets::EVENTS;
use crate::table::{Folder, Row};

/// How people take part, by the words in `online`.
const ONLINE: [(&str, &[Channel]); 5] = [
    ("yes", &[Channel::Online]),
    ("both", &[Channel::Visit, Channel::Online]),
    ("hybrid", &[Channel::Visit, Channel::Online]),
    ("no", &[Channel::Visit]),
    ("", &[]),
];

/// Adds the events: to the meetings of their entry, or as entries of their own.
pub fn add(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    entries: &Names<'_>,
    placed: &mut Vec<Placed>,
    findings: &mut Findings,
) {
    for (id, row) in Names::of(folder.table(&EVENTS), "id", findings).iter() {
        if entries.place(id).is_some() {
            findings.error(
                row.cell("id"),
                said!(
                    "「{id}」は entries.csv にもあります。",
                    "\"{id}\" is also in entries.csv."
                ),
                said!("どちらかの id を変えてください。", "Change one of the ids."),
            );
        }
        let event = meeting(id, row, survey, findings);
        let entry = row.cell("entry");
        if entry.is_empty() {
            warn_double(&event, placed, row, findings);
            placed.push(event);
        } else if let Some(place) = entries.refer(entry, entry.value, findings)
            && let Some(owner) = placed.get_mut(place)
        {
            add_to(owner, event, row, findings);
        }
    }
}

/// Says that a meeting would be shown twice: as an entry and as an event of its own.
fn warn_double(event: &Placed, placed: &[Placed], row: Row<'_>, findings: &mut Findings) {
    let twin = placed
        .iter()
        .find(|other| other.prefecture == event.prefecture && other.entry.name == event.entry.name);
    if let Some(twin) = twin {
        let id = &twin.entry.id;
        findings.warning(
            row.cell("entry"),
            said!(
                "同じ名前の「{id}」と、二つに分かれて表示されます。",
                "It is shown twice, beside \"{id}\" of the same name."
            ),
            said!(
                "entry に「{id}」と書いてください。",
                "Write \"{id}\" in entry."
            ),
        );
    }
}

fn add_to(owner: &mut Placed, event: Placed, row: Row<'_>, findings: &mut Findings) {
    if event.prefecture.is_some() && event.prefecture != owner.prefecture {
        findings.error(
            row.cell("prefecture"),
            said!(
                "entry の都道府県と違います。",
                "The prefecture is not that of the entry."
            ),
            said!("どちらかを直してください。", "Correct one of them."),
        );
    }
    let is_same_name = event.entry.name == owner.entry.name;
    owner
        .entry
        .meetings
        .extend(event.entry.meetings.into_iter().map(|meeting| {
            let (before, after) = if event.entry.fee.is_empty() {
                ("", "")
            } else {
                ("（", "）")
            };
            let told = [&meeting.words, before, &event.entry.fee, after].concat();
            let words = if is_same_name {
                told
            } else {
                [event.entry.name.as_str(), "：", told.as_str()].concat()
            };
            Meeting {
                words,
                times: meeting.times,
                validity: event.entry.validity,
            }
        }));
}

fn meeting(
    id: &str,
    row: Row<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Placed {
    let code = row.cell("prefecture");
    let online = row.cell("online");
    let name = row.cell("name");
    require_name(name, findings);
    require_source(row, findings);
    check_syntax(row.cell("schedule"), findings);
    let prefecture = prefecture(code, code.value, findings);
    check_places(row, &["phone"], prefecture, findings);
    let checked = checked_at_source(row, CHECK_MEETINGS_AFTER_MONTHS, findings);
    let words = row.text("schedule_text");
    let none = row.cell("phone_ext");
    let entry = Entry {
        id: id.to_owned(),
        kind: Kind::Salon,
        name: name.value.to_owned(),
        kana: String::new(),
        alias: String::new(),
        organization: row.text("organizer"),
        municipality: row.text("municipality"),
        postal_code: String::new(),
        address: row.text("address"),
        place: row.text("place"),
        phones: phone(row.cell("phone"), none, none, findings)
            .into_iter()
            .collect(),
        fax: String::new(),
        email: String::new(),
        url: url(row.cell("url"), findings),
        hours: String::new(),
        // `schedule` says when people meet, not when somebody answers the phone.
        schedule: String::new(),
        times: Hours::default(),
        meetings: Some(words)
            .filter(|words| !words.is_empty())
            .map(|words| Meeting {
                words,
                times: compiled(row.cell("schedule").value),
                validity: Validity::default(),
            })
            .into_iter()
            .collect(),
        channels: one_of(online, online.value, &ONLINE, findings).map_or(Vec::new(), <[_]>::to_vec),
        who: row.text("who_can_use"),
        roles: roles(row, survey, findings),
        fee: row.text("fee"),
        referral: String::new(),
        languages: Vec::new(),
        accessibility: Vec::new(),
        tags: Vec::new(),
        origin: origin(row, findings),
        checked_on: checked.on,
        check_by: checked.by,
        certainty: certainty(row, findings),
        validity: validity(row, findings),
    };
    Placed { entry, prefecture }
}
