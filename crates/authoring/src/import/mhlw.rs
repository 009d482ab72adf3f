//! The list of hospitals and clinics of 医療情報ネット, by position.
//!
//! The names of the later columns are long and change; their places do not. So the header is checked first, and every row must
//! have the shape that its id promises. There is no phone number in it, and nothing on cancer.
//!
//! Source: 厚生労働省, 医療情報ネットのオープンデータ, file 01-1 (hospitals) and 02-1 (clinics), of 1 June and 1 December.

use domain::Date;
use domain::directory::{Kind, Prefecture};

use super::place;
use super::proposal::{Draft, Hours, Origin, Read, unwanted};
use super::reach::url;
use super::report::Skip;
use super::source::{Source, folded_header};
use super::text::{self, clean};
use super::value::{municipality_code, prefecture_of_code};
use super::{Refusal, Request};
use crate::said;

/// What the header of a column must hold, by position.
const SHAPE: [(usize, &str); 10] = [
    (0, "id"),
    (1, "正式名称"),
    (2, "フリガナ"),
    (3, "略称"),
    (7, "都道府県"),
    (8, "市区町村"),
    (9, "所在地"),
    (10, "緯度"),
    (11, "経度"),
    (12, "ホームページ"),
];
const ID: usize = 0;
const NAME: usize = 1;
const KANA: usize = 2;
const SHORT_NAME: usize = 3;
const PREFECTURE: usize = 7;
const MUNICIPALITY: usize = 8;
const ADDRESS: usize = 9;
const LATITUDE: usize = 10;
const LONGITUDE: usize = 11;
const WEBSITE: usize = 12;
/// Closed every week, Monday to Sunday.
const CLOSED_WEEKLY: usize = 13;
/// Closed in the first to fifth week of the month, Monday to Sunday each.
const CLOSED_BY_WEEK: usize = 20;
const CLOSED_ON_HOLIDAYS: usize = 55;
const CLOSED_OTHERWISE: usize = 56;
const DAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

/// Whether a row is the header of this list.
pub fn is_header(cells: &[String]) -> bool {
    cells.len() > CLOSED_OTHERWISE
        && SHAPE.iter().all(|(place, word)| {
            cells
                .get(*place)
                .is_some_and(|cell| folded_header(cell).contains(&folded_header(word)))
        })
}

/// The date of the data, which stands at the end of the file's name: `…_20251201.csv`.
pub fn date_in_name(file: &str) -> Option<Date> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let digits = stem.rsplit_once('_')?.1;
    let number = |range: core::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
    if digits.len() != 8 {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
        .filter(|date| date.day().is_some())
}

/// The proposals of the list.
///
/// # Errors
/// When the header does not have its shape: then the positions cannot be trusted.
pub fn read(request: &Request<'_>, kind: Kind, source: &Source) -> Result<Vec<Read>, Refusal> {
    let Some(at) = source.header(is_header) else {
        return Err(Refusal {
            what: said!(
                "見出しが、医療情報ネットの施設票の形ではありません。",
                "The header does not have the shape of the national list."
            ),
            what_to_do: said!(
                "病院（01-1）か診療所（02-1）の施設票を、列を動かさずに取り込んでください。自治体の一覧なら hospital です。",
                "Import the list of hospitals (01-1) or clinics (02-1) with its columns untouched. For a municipal list use \"hospital\"."
            ),
        });
    };
    let dated = request
        .credit
        .source_date
        .or_else(|| date_in_name(request.file));
    Ok(source
        .rows
        .iter()
        .skip(at + 1)
        .map(|(row, cells)| read_row(request, kind, *row, cells, dated))
        .collect())
}

fn read_row(
    request: &Request<'_>,
    kind: Kind,
    row: usize,
    cells: &[String],
    dated: Option<Date>,
) -> Read {
    let cell = |place: usize| cells.get(place).map_or("", String::as_str);
    let name = text::name(cell(NAME));
    let skipped = |why| Read::Skipped {
        row,
        name: name.clone(),
        why,
    };
    let id = cell(ID);
    if name.is_empty() {
        let is_remark = cells.iter().filter(|cell| !cell.is_empty()).count() <= 2;
        return skipped(if is_remark {
            Skip::Footer
        } else {
            Skip::NoName
        });
    }
    let Some(prefecture) = checked_prefecture(id, cell(PREFECTURE)) else {
        return skipped(Skip::Shapeless);
    };
    let mut draft = Draft::default();
    draft.cells.insert("kind", kind.name().to_owned());
    draft.set("name", &name);
    draft.set("name_kana", cell(KANA));
    let short = Some(cell(SHORT_NAME)).filter(|short| clean(short) != name);
    draft.note("略称", short.unwrap_or_default());
    draft.cells.insert("prefecture", prefecture.to_string());
    let address = place::Parts {
        whole: clean(cell(ADDRESS)),
        prefecture: place::prefecture_name(prefecture).to_owned(),
        ..place::Parts::default()
    }
    .joined();
    draft.set("municipality", &place::municipality_in(&address));
    draft.set("address", &address);
    draft.set_read("url", cell(WEBSITE), url);
    draft.coordinates(cell(LATITUDE), cell(LONGITUDE));
    let code = municipality_code(
        &[cell(PREFECTURE), cell(MUNICIPALITY)].concat(),
        Some(prefecture),
    );
    draft.note(
        "自治体コード",
        code.map(|(code, _)| code).as_deref().unwrap_or_default(),
    );
    draft.hours(
        kind,
        dated,
        Hours {
            closed: closed(cells),
            ..Hours::default()
        },
    );
    draft.credit(&request.credit, dated);
    let texts = [name.as_str(), address.as_str(), cell(SHORT_NAME)];
    let not_new = unwanted(request, prefecture, &texts);
    draft.finish(row, Origin::Sure("mhlw", id.to_owned()), not_new)
}

/// The prefecture, where id and code agree: an id is the prefecture, one digit for the kind, and a number.
fn checked_prefecture(id: &str, code: &str) -> Option<Prefecture> {
    let is_id = id.len() == 13 && id.bytes().all(|byte| byte.is_ascii_digit());
    let prefecture = prefecture_of_code(id)?;
    let is_same = code.parse() == Ok(prefecture.code());
    (is_id && is_same).then_some(prefecture)
}

/// The days on which it is closed, in words: 土・日・第3水・祝日.
fn closed(cells: &[String]) -> String {
    let is_set = |place: usize| cells.get(place).is_some_and(|cell| cell == "1");
    let weekly = DAYS
        .iter()
        .enumerate()
        .filter(|(day, _)| is_set(CLOSED_WEEKLY + day))
        .map(|(_, name)| (*name).to_owned());
    let by_week = (0..5).flat_map(|week| {
        DAYS.iter()
            .enumerate()
            .filter(move |(day, _)| is_set(CLOSED_BY_WEEK + week * DAYS.len() + day))
            .map(move |(_, name)| format!("第{}{name}", week + 1))
    });
    let holidays = is_set(CLOSED_ON_HOLIDAYS).then(|| "祝日".to_owned());
    let days: Vec<String> = weekly.chain(by_week).chain(holidays).collect();
    let other = cells.get(CLOSED_OTHERWISE).map_or("", String::as_str);
    [days.join("・").as_str(), other]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_the_data_stands_in_the_name_of_the_file() {
        let date = date_in_name("01-1_hospital_facility_info_20251201.csv");
        assert_eq!(date, Date::new(2025, 12, 1));
        assert_eq!(date_in_name("hospital.csv"), None);
        assert_eq!(date_in_name("a_20251301.csv"), None);
    }

    #[test]
    fn an_id_must_agree_with_the_code_of_the_prefecture() {
        assert_eq!(
            checked_prefecture("2210000000001", "22"),
            Prefecture::new(22)
        );
        assert_eq!(checked_prefecture("0110000000001", "1"), Prefecture::new(1));
        for (id, code) in [
            ("2210000000001", "23"),
            ("221", "22"),
            ("2.21E+12", "22"),
            ("", ""),
        ] {
            assert_eq!(checked_prefecture(id, code), None, "{id} {code}");
        }
    }

    #[test]
    fn closed_days_are_said_in_words() {
        let mut cells = vec![String::new(); 65];
        for place in [
            CLOSED_WEEKLY + 5,
            CLOSED_WEEKLY + 6,
            CLOSED_BY_WEEK + 2 * 7 + 2,
            CLOSED_ON_HOLIDAYS,
        ] {
            cells[place] = "1".into();
        }
        cells[CLOSED_OTHERWISE] = "年末年始".into();
        assert_eq!(closed(&cells), "土・日・第3水・祝日 年末年始");
    }
}
