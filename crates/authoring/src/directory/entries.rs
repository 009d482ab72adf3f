//! Entries, with the meetings of `events`, by prefecture.

use std::collections::BTreeMap;

use domain::directory::{Certainty, Channel, Entry, Kind, Prefecture, PrefectureEntries};

use super::events;
use super::hours::{are_recent, check_syntax, compiled, warn_hidden};
use super::{prefecture, roles};
use crate::facts::{
    check_email, check_number, check_postal_code, check_prefecture, checked_at_source, date,
    is_verified, origin, phone, require_source, url, validity,
};
use crate::finding::Findings;
use crate::names::{Names, one_of};
use crate::rules::kind;
use crate::said;
use crate::survey;
use crate::table::sheets::ENTRIES;
use crate::table::{Cell, Folder, Row};

const CHECK_AFTER_MONTHS: u16 = 24;
/// Dates of meetings change more often than addresses.
pub const CHECK_MEETINGS_AFTER_MONTHS: u16 = 12;

const CHANNELS: [(&str, Channel); 4] = [
    ("visit", Channel::Visit),
    ("phone", Channel::Phone),
    ("mail", Channel::Mail),
    ("online", Channel::Online),
];

/// How sure the research is of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Confidence {
    OfficialRecent,
    Less,
}

const CONFIDENCES: [(&str, Confidence); 4] = [
    ("official-recent", Confidence::OfficialRecent),
    ("official-old", Confidence::Less),
    ("secondary", Confidence::Less),
    ("", Confidence::Less),
];

/// An entry and where it is.
#[derive(Debug)]
pub struct Placed {
    /// The entry.
    pub entry: Entry,
    /// Its prefecture; `None`, with an error, when the table does not tell.
    pub prefecture: Option<Prefecture>,
}

/// Reads entries and events; the prefectures by code, the entries in the tables' order, events last.
pub fn compile(
    folder: &Folder,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Vec<PrefectureEntries> {
    let names = Names::of(folder.table(&ENTRIES), "id", findings);
    let mut placed: Vec<Placed> = names
        .iter()
        .map(|(id, row)| placed_entry(id, row, survey, findings))
        .collect();
    events::add(folder, survey, &names, &mut placed, findings);
    let mut by_prefecture: BTreeMap<Prefecture, Vec<Entry>> = BTreeMap::new();
    for Placed { entry, prefecture } in placed {
        if let Some(prefecture) = prefecture {
            by_prefecture.entry(prefecture).or_default().push(entry);
        }
    }
    by_prefecture
        .into_iter()
        .map(|(prefecture, entries)| PrefectureEntries {
            prefecture,
            entries,
        })
        .collect()
}

fn placed_entry(
    id: &str,
    row: Row<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Placed {
    let code = row.cell("prefecture");
    let kind = kind(row.cell("kind"), row.cell("kind").value, findings);
    let prefecture = prefecture(code, code.value, findings);
    check_places(row, &["phone", "phone2", "fax"], prefecture, findings);
    Placed {
        entry: entry(id, kind.unwrap_or(Kind::Care), row, survey, findings),
        prefecture: prefecture.filter(|_| kind.is_some()),
    }
}

fn entry(
    id: &str,
    kind: Kind,
    row: Row<'_>,
    survey: &survey::Compiled<'_>,
    findings: &mut Findings,
) -> Entry {
    let is_meeting = kind == Kind::Salon;
    let months = if is_meeting {
        CHECK_MEETINGS_AFTER_MONTHS
    } else {
        CHECK_AFTER_MONTHS
    };
    let checked = checked_at_source(row, months, findings);
    let name = row.cell("name");
    require_name(name, findings);
    require_source(row, findings);
    let (hours, schedule) = hours(row, kind, findings);
    let valid = |cell: Cell<'_>, is_valid: bool| {
        if is_valid {
            cell.value.to_owned()
        } else {
            String::new()
        }
    };
    let (fax, email, postal_code) = (row.cell("fax"), row.cell("email"), row.cell("postal_code"));
    Entry {
        id: id.to_owned(),
        kind,
        name: name.value.to_owned(),
        kana: row.text("name_kana"),
        alias: row.text("alias"),
        organization: row.text("organization"),
        municipality: row.text("municipality"),
        postal_code: valid(postal_code, check_postal_code(postal_code, findings)),
        address: row.text("address"),
        place: row.text("place"),
        phones: [
            ("phone", "phone_ext", "phone_note"),
            ("phone2", "", "phone2_note"),
        ]
        .into_iter()
        .filter_map(|(number, extension, note)| {
            phone(
                row.cell(number),
                row.cell(extension),
                row.cell(note),
                findings,
            )
        })
        .collect(),
        fax: valid(fax, !fax.is_empty() && check_number(fax, findings)),
        email: valid(email, check_email(email, findings)),
        url: url(row.cell("url"), findings),
        hours,
        times: compiled(&schedule),
        schedule,
        meetings: Vec::new(),
        channels: channels(row.cell("channels"), findings),
        who: row.text("who_can_use"),
        roles: roles(row, survey, findings),
        fee: row.text("fee"),
        referral: row.text("referral"),
        languages: words(row.cell("languages")),
        accessibility: words(row.cell("accessibility")),
        tags: tags(row.cell("tags"), findings),
        origin: origin(row, findings),
        checked_on: checked.on,
        check_by: checked.by,
        certainty: certainty(row, findings),
        validity: validity(row, findings),
    }
}

/// Says which numbers of a row belong to another prefecture.
pub fn check_places(
    row: Row<'_>,
    columns: &[&'static str],
    prefecture: Option<Prefecture>,
    findings: &mut Findings,
) {
    for column in columns {
        if let Some(prefecture) = prefecture {
            check_prefecture(row.cell(column), prefecture, findings);
        }
    }
}

/// An error where a row has no name.
pub fn require_name(cell: Cell<'_>, findings: &mut Findings) {
    if cell.is_empty() {
        findings.error(
            cell,
            said!("名前がありません。", "The name is missing."),
            said!(
                "画面に出す名前を書いてください。",
                "Write the name that screens show."
            ),
        );
    }
}

/// How sure the facts of an entry or event are.
pub fn certainty(row: Row<'_>, findings: &mut Findings) -> Certainty {
    let cell = row.cell("confidence");
    let confidence = one_of(cell, cell.value, &CONFIDENCES, findings);
    let is_dated = date(row.cell("source_date"), findings).is_some();
    let is_recent = confidence == Some(Confidence::OfficialRecent) && is_dated;
    if is_verified(row, findings) || is_recent {
        Certainty::Recent
    } else {
        Certainty::Weak
    }
}

/// Opening hours in words and in the opening_hours syntax, as far as they may be shown.
fn hours(row: Row<'_>, kind: Kind, findings: &mut Findings) -> (String, String) {
    let source_date = row.cell("source_date").value.parse().ok();
    let verified_on = row.cell("verified_on").value.parse().ok();
    let is_meeting = matches!(kind, Kind::Salon | Kind::PatientGroup);
    let is_shown = !is_meeting && (are_recent(source_date) || are_recent(verified_on));
    check_syntax(row.cell("hours"), findings);
    let mut shown = |cell: Cell<'_>| {
        if is_shown {
            return cell.value.to_owned();
        }
        if !cell.is_empty() {
            warn_hidden(cell, findings);
        }
        String::new()
    };
    let mut words = shown(row.cell("hours_text"));
    let schedule = shown(row.cell("hours"));
    let closed = shown(row.cell("closed"));
    if !closed.is_empty() {
        let opening = if words.is_empty() { "" } else { "、" };
        words = [words.as_str(), opening, "休み: ", closed.as_str()].concat();
    }
    (words, schedule)
}

fn channels(cell: Cell<'_>, findings: &mut Findings) -> Vec<Channel> {
    cell.listed()
        .filter_map(|word| one_of(cell, word, &CHANNELS, findings))
        .collect()
}

fn words(cell: Cell<'_>) -> Vec<String> {
    cell.listed().map(str::to_owned).collect()
}

/// The council's tags ア to ケ.
fn tags(cell: Cell<'_>, findings: &mut Findings) -> Vec<char> {
    const TAGS: &str = "アイウエオカキクケ";
    let mut found = Vec::new();
    for word in cell.listed() {
        let mut characters = word.chars();
        match (characters.next(), characters.next()) {
            (Some(tag), None) if TAGS.contains(tag) => found.push(tag),
            _ => findings.error(
                cell,
                said!(
                    "「{word}」というタグはありません。",
                    "There is no tag \"{word}\"."
                ),
                said!(
                    "ア から ケ までを ; で区切って書いてください。",
                    "Write ア to ケ, separated by semicolons."
                ),
            ),
        }
    }
    found
}
