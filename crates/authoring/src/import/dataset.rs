//! Which data set a file is, and which of its columns is what: by the names of the headers, never by position.
//!
//! Source: 自治体標準オープンデータセット (デジタル庁) and its forerunner 推奨データセット; `headers.csv` lists the spellings of both
//! that stand in real files.

use std::collections::BTreeMap;

use super::source::folded_header;
use crate::finding::Said;
use crate::said;

const HEADERS: &str = include_str!("headers.csv");
/// So many known headers make a row the header.
const ENOUGH: usize = 3;

/// The data sets that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Data {
    /// 医療機関一覧.
    Hospital,
    /// イベント一覧.
    Event,
    /// 介護サービス事業所一覧.
    CareService,
    /// 公共施設一覧.
    PublicFacility,
    /// 支援制度情報.
    SupportSystem,
    /// 医療情報ネット, hospitals and clinics, of the Ministry of Health.
    MhlwHospital,
    /// Open Referral HSDS 3 as JSON.
    Hsds,
}

impl Data {
    /// All, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Hospital,
        Self::Event,
        Self::CareService,
        Self::PublicFacility,
        Self::SupportSystem,
        Self::MhlwHospital,
        Self::Hsds,
    ];

    /// The name on the command line; for the municipal sets the one in their file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hospital => "hospital",
            Self::Event => "event",
            Self::CareService => "care_service",
            Self::PublicFacility => "public_facility",
            Self::SupportSystem => "support_system",
            Self::MhlwHospital => "mhlw_hospital",
            Self::Hsds => "hsds",
        }
    }

    /// The data set of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::ALL.into_iter().find(|data| data.name() == name)
    }

    /// What people call it.
    pub fn said(self) -> Said {
        match self {
            Self::Hospital => said!("医療機関一覧", "list of hospitals and clinics"),
            Self::Event => said!("イベント一覧", "list of events"),
            Self::CareService => said!("介護サービス事業所一覧", "list of care services"),
            Self::PublicFacility => said!("公共施設一覧", "list of public facilities"),
            Self::SupportSystem => said!("支援制度情報", "list of support schemes"),
            Self::MhlwHospital => said!(
                "医療情報ネット（病院・診療所）",
                "national list of hospitals and clinics"
            ),
            Self::Hsds => said!("Open Referral HSDS 3", "Open Referral HSDS 3"),
        }
    }
}

/// The columns of a file by what they are: several where a file says the same in two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    places: BTreeMap<&'static str, Vec<usize>>,
    /// Headers that mean nothing here.
    pub unused: Vec<String>,
}

impl Columns {
    /// The columns of a data set under this header.
    pub fn of(data: Data, header: &[String]) -> Self {
        let known = spellings(data.name());
        let folded: Vec<String> = header.iter().map(|cell| folded_header(cell)).collect();
        let mut places: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (place, cell) in folded.iter().enumerate() {
            if let Some(key) = known.get(cell) {
                places.entry(key).or_default().push(place);
            }
        }
        let mut unused = Vec::new();
        for ((place, cell), header) in folded.iter().enumerate().zip(header) {
            if cell.is_empty() || known.contains_key(cell) {
                continue;
            }
            // A prefix, as in 施設_名称, does not matter where the plain header is missing.
            let key = cell.split_once('_').and_then(|(_, rest)| known.get(rest));
            match key.filter(|key| !places.contains_key(*key)) {
                Some(key) => places.entry(key).or_default().push(place),
                None => unused.push(header.clone()),
            }
        }
        Self { places, unused }
    }

    /// Whether the file has such a column.
    pub fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// What stands in a row under this key: the first cell that is not empty.
    pub fn cell<'a>(&self, cells: &'a [String], key: &str) -> &'a str {
        self.places
            .get(key)
            .into_iter()
            .flatten()
            .filter_map(|place| cells.get(*place))
            .find(|cell| !cell.is_empty())
            .map_or("", String::as_str)
    }
}

/// Whether a row can be the header of this data set.
pub fn is_header(data: Data, cells: &[String]) -> bool {
    let columns = Columns::of(data, cells);
    columns.has("name") && columns.places.len() >= ENOUGH
}

/// The municipal data set that these headers belong to, or `None` when they fit none or more than one.
pub fn recognize(header: &[String]) -> Option<Data> {
    let folded: Vec<String> = header.iter().map(|cell| folded_header(cell)).collect();
    let has_sign = |name: &str| {
        rows()
            .filter(|row| row.data == name && row.is_sign)
            .flat_map(|row| row.headers.split('|'))
            .any(|known| folded.contains(&folded_header(known)))
    };
    if has_sign("other") {
        return None;
    }
    let mut found = [
        Data::Hospital,
        Data::Event,
        Data::CareService,
        Data::SupportSystem,
    ]
    .into_iter()
    .filter(|data| has_sign(data.name()) && is_header(*data, header));
    match (found.next(), found.next()) {
        (Some(data), None) => Some(data),
        (None, _) => {
            let data = Data::PublicFacility;
            let columns = Columns::of(data, header);
            let has_hours = columns.has("days") || columns.has("opens");
            (is_header(data, header) && (has_hours || has_sign(data.name()))).then_some(data)
        }
        (Some(_), Some(_)) => None,
    }
}

#[derive(Clone, Copy, Debug)]
struct Spelling {
    data: &'static str,
    key: &'static str,
    is_sign: bool,
    headers: &'static str,
}

/// The rows of `headers.csv`; no cell of it is quoted.
fn rows() -> impl Iterator<Item = Spelling> {
    HEADERS.lines().skip(1).filter_map(|line| {
        let mut cells = line.splitn(4, ',');
        let (data, key, sign, headers) =
            (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let is_sign = sign == "yes";
        Some(Spelling {
            data,
            key,
            is_sign,
            headers,
        })
    })
}

/// What each header is; the data set's own before those that all have: an event's 開始日時特記事項 is not a facility's.
fn spellings(data: &str) -> BTreeMap<String, &'static str> {
    let common = rows().filter(|row| row.data == "common");
    let own = rows().filter(|row| row.data == data);
    common
        .chain(own)
        .flat_map(|row| {
            row.headers
                .split('|')
                .map(move |known| (folded_header(known), row.key))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_data_set_is_known_by_its_old_and_its_new_headers() {
        for (line, expected) in [
            (
                "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所",
                Some(Data::Hospital),
            ),
            (
                "全国地方公共団体コード,ID,地方公共団体名,名称,診療科目,所在地_連結表記",
                Some(Data::Hospital),
            ),
            (
                "都道府県コード又は市区町村コード,NO,イベント名,開始日,終了日",
                Some(Data::Event),
            ),
            (
                "全国地方公共団体コード,ID,介護サービス事業所名称,実施サービス",
                Some(Data::CareService),
            ),
            (
                "全国地方公共団体コード,ID,名称,名称_カナ,POIコード,所在地_連結表記",
                Some(Data::PublicFacility),
            ),
            (
                "全国地方公共団体コード,支援制度ID,タイトル（制度名）,対象者",
                Some(Data::SupportSystem),
            ),
            (
                "全国地方公共団体コード,ID,名称,種別,受入年齢,一時預かりの有無,利用可能曜日",
                None,
            ),
            ("a,b,c", None),
        ] {
            assert_eq!(recognize(&header(line)), expected, "{line}");
        }
    }

    #[test]
    fn spelling_slips_in_headers_do_not_matter() {
        let columns = Columns::of(
            Data::Hospital,
            &header("Ｎｏ,施設_名称,所在地_連結標記,建物名等（方書）,,見本の列"),
        );
        for key in ["number", "name", "address", "building"] {
            assert!(columns.has(key), "{key}");
        }
        assert_eq!(columns.unused, ["見本の列"]);
    }

    #[test]
    fn of_two_columns_that_say_the_same_the_filled_one_counts() {
        let columns = Columns::of(Data::Hospital, &header("所在地_連結表記,住所,名称"));
        let cells = header(",見本県見本市1,見本");
        assert_eq!(columns.cell(&cells, "address"), "見本県見本市1");
    }

    #[test]
    fn every_data_set_is_found_by_its_name() {
        for data in Data::ALL {
            assert_eq!(Data::from_name(data.name()), Some(data));
        }
        assert_eq!(Data::from_name("mhlw-hospital"), Some(Data::MhlwHospital));
        assert_eq!(Data::from_name("auto"), None);
    }
}
