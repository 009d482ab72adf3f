//! National contact points.

use domain::SupportId;
use domain::directory::{Certainty, Contact, Group, Phone};

use super::hours::{are_recent, check_syntax};
use super::prefecture;
use crate::facts::{checked_at_source, date, is_verified, origin, phone, require_source, url};
use crate::finding::Findings;
use crate::names::{Names, is_yes, one_of};
use crate::said;
use crate::table::sheets::CONTACTS;
use crate::table::{Cell, Folder, Row};

const CHECK_AFTER_MONTHS: u16 = 24;
/// The numbers that are the same in the whole country and need no check.
const FIXED: [&str; 2] = ["emergency-119", "police-110"];

/// Whether a contact's number is the same in the whole country and needs no check.
pub fn is_fixed(id: &str) -> bool {
    FIXED.contains(&id)
}

const GROUPS: [(&str, Group); 4] = [
    ("", Group::None),
    ("danger", Group::Danger),
    ("listen", Group::Listen),
    ("index", Group::Index),
];

/// Where a contact's facts were seen.
///
/// Source: the status marks of the research data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// `P`: on a page of a public body.
    Public,
    /// `S`, `C` or `G`: elsewhere, contradicted, or nowhere.
    Other,
}

const STATUSES: [(&str, Status); 5] = [
    ("P", Status::Public),
    ("S", Status::Other),
    ("C", Status::Other),
    ("G", Status::Other),
    ("", Status::Other),
];

/// Whether a contact's digits may leave the table.
const SHIPS: [(&str, bool); 5] = [
    ("OPERATOR", true),
    ("NOSHIP", false),
    ("link only", false),
    ("LINK", false),
    ("", false),
];

/// A contact and what its words need to know.
#[derive(Debug)]
pub struct CompiledContact {
    /// The contact.
    pub contact: Contact,
    /// Whether its hours may be shown.
    pub shows_hours: bool,
}

/// Reads all contacts, in the table's order.
pub fn compile(
    folder: &Folder,
    supports: &Names<'_>,
    findings: &mut Findings,
) -> Vec<CompiledContact> {
    Names::of(folder.table(&CONTACTS), "id", findings)
        .iter()
        .map(|(id, row)| contact(id, row, supports, findings))
        .collect()
}

fn contact(
    id: &str,
    row: Row<'_>,
    supports: &Names<'_>,
    findings: &mut Findings,
) -> CompiledContact {
    let word = |column| row.cell(column);
    let group = one_of(word("group"), word("group").value, &GROUPS, findings);
    let ships = one_of(word("ship"), word("ship").value, &SHIPS, findings).unwrap_or(false);
    let checked = checked_at_source(row, CHECK_AFTER_MONTHS, findings);
    let is_verified = is_verified(row, findings);
    let phones = phones(row, findings);
    let contact = Contact {
        id: id.to_owned(),
        group: group.unwrap_or(Group::None),
        phones: if ships { phones } else { Vec::new() },
        url: url(word("url"), findings),
        supports: supports_of(word("supports"), supports, findings),
        prefectures: word("prefectures")
            .listed()
            .filter_map(|code| prefecture(word("prefectures"), code, findings))
            .collect(),
        origin: origin(row, findings),
        checked_on: checked.on,
        check_by: checked.by,
        certainty: certainty(id, row, is_verified, findings),
    };
    if contact.phones.is_empty() && contact.url.is_empty() {
        findings.error(
            row,
            said!(
                "「{id}」には、見せられる番号も公式ページもありません。",
                "\"{id}\" has neither a number that may be shown nor an official page."
            ),
            said!(
                "url を書くか、行を消してください。",
                "Enter a url or remove the row."
            ),
        );
    }
    check_syntax(word("hours"), findings);
    // Where nothing is said but a link, the page speaks for itself.
    let says_more = !contact.phones.is_empty() || !word("hours").is_empty();
    if says_more && !is_fixed(id) {
        require_source(row, findings);
    }
    let source_date = date(word("source_date"), findings);
    let is_contradicted = is_yes(word("hours_conflict"), findings);
    CompiledContact {
        contact,
        shows_hours: is_fixed(id) || is_verified || (!is_contradicted && are_recent(source_date)),
    }
}

fn phones(row: Row<'_>, findings: &mut Findings) -> Vec<Phone> {
    // Contacts have no extensions; the cell of a column that is not there is empty.
    let none = row.cell("phone_ext");
    let first = phone(row.cell("phone"), none, row.cell("phone_note"), findings);
    let second = phone(row.cell("phone2"), none, row.cell("phone2_note"), findings);
    first.into_iter().chain(second).collect()
}

fn supports_of(cell: Cell<'_>, supports: &Names<'_>, findings: &mut Findings) -> Vec<SupportId> {
    cell.listed()
        .filter_map(|name| supports.refer(cell, name, findings))
        .filter_map(SupportId::at)
        .collect()
}

fn certainty(id: &str, row: Row<'_>, is_verified: bool, findings: &mut Findings) -> Certainty {
    let status = row.cell("status");
    let status = one_of(status, status.value, &STATUSES, findings).unwrap_or(Status::Other);
    if is_fixed(id) {
        Certainty::Fixed
    } else if is_verified {
        Certainty::Recent
    } else {
        match status {
            Status::Public => Certainty::Seen,
            Status::Other => Certainty::Weak,
        }
    }
}
