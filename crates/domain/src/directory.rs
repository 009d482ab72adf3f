//! The directory: concrete contact points, how sure their facts are, and which of them fit a person.

pub mod filter;
mod kind;
pub mod search;
mod validity;

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

pub use kind::Kind;
pub use validity::{Meeting, Validity};

use crate::date::Date;
use crate::hours::Hours;
use crate::ids::{ChoiceId, SupportId};
use crate::order::by_rank;

/// A name is not one that the tables know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a known name")]
pub struct UnknownName;

/// A JIS prefecture code, 1 to 47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Prefecture(u8);

impl Prefecture {
    /// 見本県, which does not exist: only in content that is read together with its sample.
    pub const SAMPLE: Self = Self(0);

    /// The prefecture with this code, 1 to 47.
    ///
    /// Source: JIS X 0401.
    pub fn new(code: u8) -> Option<Self> {
        (1..=47).contains(&code).then_some(Self(code))
    }

    /// The code, 1 to 47; 0 for the sample.
    pub fn code(self) -> u8 {
        self.0
    }
}

impl FromStr for Prefecture {
    type Err = UnknownName;

    /// Reads the two-digit code, `01` to `47`, or `00` for the sample.
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        if text.len() != 2 {
            return Err(UnknownName);
        }
        match text.parse() {
            Ok(0) => Ok(Self::SAMPLE),
            Ok(code) => Self::new(code).ok_or(UnknownName),
            Err(_) => Err(UnknownName),
        }
    }
}

impl fmt::Display for Prefecture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}", self.0)
    }
}

/// A way to be in contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Channel {
    /// Going there.
    Visit,
    /// By phone.
    Phone,
    /// By mail.
    Mail,
    /// By video or chat.
    Online,
}

/// How sure the facts of a contact point are.
///
/// Source: the rules for digits and marks in `content/README.md`; no number has been dialed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Certainty {
    /// Fixed for the whole country (119, 110): never marked.
    Fixed,
    /// From a recent official page, or verified by an editor: unmarked until `check_by`.
    Recent,
    /// Seen on a public body's page but not verified: marked.
    Seen,
    /// Older, undated, secondary or conflicting: marked, and below the official page.
    Weak,
}

/// How digits are shown on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As they are.
    None,
    /// With 要確認.
    ToVerify,
    /// With 要確認, below the official page.
    ToVerifyBelowPage,
}

impl Certainty {
    /// The mark on `today`; without `check_by` nothing expires, and without a clock nothing is taken as recent.
    pub fn mark(self, check_by: Option<Date>, today: Option<Date>) -> Mark {
        let is_within = match (check_by, today) {
            (Some(check_by), Some(today)) => today <= check_by,
            (Some(_), None) | (None, _) => false,
        };
        match self {
            Self::Fixed => Mark::None,
            Self::Recent if is_within => Mark::None,
            Self::Seen if is_within || check_by.is_none() => Mark::ToVerify,
            Self::Recent | Self::Seen | Self::Weak => Mark::ToVerifyBelowPage,
        }
    }
}

/// A phone number that may be shown and dialed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The digits with hyphens, as printed.
    pub digits: String,
    /// The extension; empty when there is none.
    pub extension: String,
    /// What the number is (代表番号 …), in Japanese; empty when it is the desk's own.
    pub note: String,
}

impl Phone {
    /// The address for a `tel:` link: digits only.
    pub fn dial(&self) -> String {
        self.digits.chars().filter(char::is_ascii_digit).collect()
    }
}

/// Where a contact point's facts come from. Empty fields are not named or linked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Who says so, in Japanese.
    pub name: String,
    /// The page.
    pub url: String,
}

/// One concrete contact point. Texts are Japanese, as on the spot; an empty text or list means "not known".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The id in `entries.csv` or `events.csv`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The name in kana.
    pub kana: String,
    /// What the desk is called in the house.
    pub alias: String,
    /// The hospital or body it belongs to.
    pub organization: String,
    /// The municipality, by name.
    pub municipality: String,
    /// The postal code.
    pub postal_code: String,
    /// The address.
    pub address: String,
    /// Where in the building.
    pub place: String,
    /// Numbers that may be shown.
    pub phones: Vec<Phone>,
    /// The fax number.
    pub fax: String,
    /// The mail address.
    pub email: String,
    /// The official page.
    pub url: String,
    /// Opening hours in words.
    pub hours: String,
    /// Opening hours in the opening_hours syntax.
    pub schedule: String,
    /// The same compiled; without rules where they cannot be, and then only the words are sure.
    pub times: Hours,
    /// When people meet; salons and groups only.
    pub meetings: Vec<Meeting>,
    /// The ways to be in contact.
    pub channels: Vec<Channel>,
    /// Who may use it, in words.
    pub who: String,
    /// The roles it is for; empty means everybody.
    pub roles: Vec<ChoiceId>,
    /// What it costs.
    pub fee: String,
    /// Whether a booking or a letter is needed.
    pub referral: String,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// What is there for people with disabilities.
    pub accessibility: Vec<String>,
    /// The council's tags ア to ケ.
    pub tags: Vec<char>,
    /// Where the facts come from.
    pub origin: Origin,
    /// When they were last checked.
    pub checked_on: Option<Date>,
    /// Until when they are taken to hold.
    pub check_by: Option<Date>,
    /// How sure they are.
    pub certainty: Certainty,
    /// The days on which it is there.
    pub validity: Validity,
}

impl Entry {
    /// Whether a person can get there with what is shown: a number, a mail address, a place, or an official page.
    pub fn can_be_reached(&self) -> bool {
        !self.phones.is_empty()
            || !self.address.is_empty()
            || !self.url.is_empty()
            || !self.email.is_empty()
    }

    /// Whether it is open to this role; unknown roles may go wherever everybody may.
    pub fn is_open_to(&self, role: Option<ChoiceId>) -> bool {
        self.roles.is_empty() || role.is_none_or(|role| self.roles.contains(&role))
    }

    /// Whether it names this role.
    pub fn names(&self, role: ChoiceId) -> bool {
        self.roles.contains(&role)
    }

    /// The mark on `today`.
    pub fn mark(&self, today: Option<Date>) -> Mark {
        self.certainty.mark(self.check_by, today)
    }
}

/// Where a national contact point stands on the crisis screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Group {
    /// Not on the crisis screen.
    None,
    /// Danger now.
    Danger,
    /// Lines to talk.
    Listen,
    /// The official index.
    Index,
}

/// A contact point for the whole country. Its words are in the words pack, in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The id in `contacts.csv`.
    pub id: String,
    /// Its place on the crisis screen.
    pub group: Group,
    /// Numbers that may be shown.
    pub phones: Vec<Phone>,
    /// The official page; empty when there is none.
    pub url: String,
    /// The supports it answers.
    pub supports: Vec<SupportId>,
    /// The only prefectures from which it can be called; empty means all.
    pub prefectures: Vec<Prefecture>,
    /// Where the facts come from.
    pub origin: Origin,
    /// When they were last checked.
    pub checked_on: Option<Date>,
    /// Until when they are taken to hold.
    pub check_by: Option<Date>,
    /// How sure they are.
    pub certainty: Certainty,
}

impl Contact {
    /// The mark on `today`.
    pub fn mark(&self, today: Option<Date>) -> Mark {
        self.certainty.mark(self.check_by, today)
    }

    /// Whether it can be called from there; an unknown place may try.
    pub fn serves(&self, prefecture: Option<Prefecture>) -> bool {
        self.prefectures.is_empty()
            || prefecture.is_none_or(|prefecture| self.prefectures.contains(&prefecture))
    }
}

/// All entries of one prefecture: one file, loaded when the person names the prefecture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrefectureEntries {
    /// The prefecture.
    pub prefecture: Prefecture,
    /// Its entries, in the table's order.
    pub entries: Vec<Entry>,
}

/// Who is looking for an entry, and where.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seeker<'a> {
    /// Their role, if given.
    pub role: Option<ChoiceId>,
    /// Their municipality, if given.
    pub municipality: Option<&'a str>,
}

/// The entries of these kinds that are open to the person: their municipality first, then those that can be reached,
/// then the surer ones, then in the table's order. Empty when none is known.
pub fn entries_for<'a>(entries: &'a [Entry], kinds: &[Kind], seeker: Seeker<'_>) -> Vec<&'a Entry> {
    let found = entries
        .iter()
        .filter(|entry| kinds.contains(&entry.kind) && entry.is_open_to(seeker.role))
        .collect();
    by_rank(found, 8, |entry: &&Entry| {
        let is_own = seeker
            .municipality
            .is_some_and(|municipality| is_near(&entry.municipality, municipality));
        let is_weak = entry.certainty == Certainty::Weak;
        u8::from(!is_own) * 4 + u8::from(!entry.can_be_reached()) * 2 + u8::from(is_weak)
    })
}

/// Whether two municipalities are the same, or one is a ward of the other (静岡市 and 静岡市葵区).
fn is_near(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (one.starts_with(other) || other.starts_with(one))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A 見本 entry for tests.
    pub(crate) fn sample(id: &str, kind: Kind) -> Entry {
        Entry {
            id: id.into(),
            kind,
            name: "見本病院".into(),
            kana: String::new(),
            alias: String::new(),
            organization: String::new(),
            municipality: String::new(),
            postal_code: String::new(),
            address: "見本県見本市1".into(),
            place: String::new(),
            phones: Vec::new(),
            fax: String::new(),
            email: String::new(),
            url: String::new(),
            hours: String::new(),
            schedule: String::new(),
            times: Hours::default(),
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

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn a_recent_official_number_is_unmarked_until_its_check_by_date() {
        let mark = |today| Certainty::Recent.mark(date("2026-11-24"), date(today));
        assert_eq!(mark("2026-11-24"), Mark::None);
        assert_eq!(mark("2026-11-25"), Mark::ToVerifyBelowPage);
    }

    #[test]
    fn without_a_clock_nothing_counts_as_recent() {
        assert_eq!(
            Certainty::Recent.mark(date("2099-01-01"), None),
            Mark::ToVerifyBelowPage
        );
    }

    #[test]
    fn emergency_numbers_are_never_marked() {
        assert_eq!(Certainty::Fixed.mark(None, date("2099-01-01")), Mark::None);
    }

    #[test]
    fn a_number_seen_on_a_public_page_is_always_marked() {
        assert_eq!(
            Certainty::Seen.mark(None, date("2026-11-24")),
            Mark::ToVerify
        );
        assert_eq!(
            Certainty::Seen.mark(date("2026-09-01"), date("2026-11-24")),
            Mark::ToVerifyBelowPage
        );
    }

    #[test]
    fn the_own_municipality_comes_first_and_then_those_that_can_be_reached() {
        let mut far = sample("far", Kind::SupportCenter);
        far.municipality = "遠市".into();
        let mut unreachable = sample("unreachable", Kind::SupportCenter);
        unreachable.address.clear();
        let mut near = sample("near", Kind::SupportCenter);
        near.municipality = "近市".into();
        let entries = [unreachable, far, near];
        let seeker = Seeker {
            role: None,
            municipality: Some("近市"),
        };
        let ids: Vec<&str> = entries_for(&entries, &[Kind::SupportCenter], seeker)
            .iter()
            .map(|entry| entry.id.as_str())
            .collect();
        assert_eq!(ids, ["near", "far", "unreachable"]);
    }

    #[test]
    fn a_ward_is_near_its_city() {
        assert!(is_near("見本市", "見本市北区"));
        assert!(!is_near("見本市北区", "見本市南区"));
        assert!(!is_near("", "見本市"));
    }

    #[test]
    fn an_entry_for_others_is_not_offered() {
        let mut entry = sample("for-bereaved", Kind::Salon);
        entry.roles = vec![ChoiceId(3)];
        let entries = [entry];
        let seeker = Seeker {
            role: Some(ChoiceId(0)),
            municipality: None,
        };
        assert!(entries_for(&entries, &[Kind::Salon], seeker).is_empty());
    }

    #[test]
    fn a_number_is_dialed_without_its_hyphens() {
        let phone = Phone {
            digits: "0120-000-000".into(),
            extension: String::new(),
            note: String::new(),
        };
        assert_eq!(phone.dial(), "0120000000");
    }

    #[test]
    fn a_prefecture_code_has_two_digits() {
        assert_eq!("07".parse::<Prefecture>().map(Prefecture::code), Ok(7));
        for text in ["7", "48", "-0", "007", "x7"] {
            assert!(text.parse::<Prefecture>().is_err(), "{text}");
        }
    }
}
