//! Faults of real files, one test each: repaired and counted, or left out and said.
//!
//! Source: notes of importers of municipal open data on what they met.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::import::report::{Became, Encoding, Repair, Skip, text};
use support::imports::{became, imported, line, only_row, row_of_bytes, table};
use support::minimal;

const HEADER: &str = "全国地方公共団体コード,ID,地方公共団体名,名称,医療機関の種類,所在地_連結表記,緯度,経度,電話番号,URL,備考";

/// A list with one hospital, whose cells stand in the order of the header.
fn list(row: &str) -> String {
    format!("{HEADER}\n{row}\n")
}

const PLAIN: &str = "221309,1,静岡県見本市,見本病院甲,病院,静岡県見本市見本町1,34.97,138.38,054-000-0001,https://example.jp/,";

#[test]
fn a_byte_order_mark_windows_line_ends_and_cp932_make_no_difference() {
    let text = list(PLAIN);
    let (plain, _) = only_row("hospital.csv", &text);
    let windows = text.replace('\n', "\r\n");
    let (marked, report) = row_of_bytes("hospital.csv", ["\u{feff}", &windows].concat().as_bytes());
    assert_eq!(report.encoding, Encoding::Utf8WithMark);
    assert_eq!(marked, plain);
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(&windows);
    let (old, report) = row_of_bytes("hospital.csv", &bytes);
    assert_eq!(report.encoding, Encoding::Cp932);
    assert_eq!(old, plain);
}

#[test]
fn a_code_that_lost_its_zero_is_completed() {
    let row = PLAIN.replace("221309", "92011").replace("静岡県", "");
    let (row, report) = only_row("hospital.csv", &list(&row));
    assert_eq!(
        (row["prefecture"].as_str(), row["origin_id"].as_str()),
        ("09", "hospital:092011-1")
    );
    assert_eq!(report.repairs()[&Repair::CodePadded], 1);
}

#[test]
fn a_code_without_its_check_digit_is_completed() {
    let (row, report) = only_row("hospital.csv", &list(&PLAIN.replace("221309", "22130")));
    assert_eq!(row["origin_id"], "hospital:221309-1");
    assert_eq!(report.repairs()[&Repair::CodePadded], 1);
}

#[test]
fn swapped_coordinates_are_turned() {
    let (row, report) = only_row(
        "hospital.csv",
        &list(&PLAIN.replace("34.97,138.38", "138.38,34.97")),
    );
    assert_eq!(
        (row["latitude"].as_str(), row["longitude"].as_str()),
        ("34.97", "138.38")
    );
    assert_eq!(report.repairs()[&Repair::CoordinatesSwapped], 1);
}

#[test]
fn coordinates_without_their_point_are_dropped_and_counted() {
    let (row, report) = only_row(
        "hospital.csv",
        &list(&PLAIN.replace("34.97,138.38", "3497,13838")),
    );
    assert!(!row.contains_key("latitude"));
    assert_eq!(report.repairs()[&Repair::CoordinatesDropped], 1);
}

#[test]
fn empty_coordinates_are_nothing_to_report() {
    let (_, report) = only_row("hospital.csv", &list(&PLAIN.replace("34.97,138.38", ",")));
    assert!(report.repairs().is_empty());
}

#[test]
fn slips_in_the_headers_do_not_matter() {
    let text = list(PLAIN)
        .replace("所在地_連結表記", "所在地_連結標記")
        .replace("名称,医", "施設_名称,医")
        .replace("電話番号", "電話番号 ")
        .replace(",備考", ",");
    let (row, _) = only_row("hospital.csv", &text);
    assert_eq!(row, only_row("hospital.csv", &list(PLAIN)).0);
}

#[test]
fn a_title_above_the_header_does_not_matter() {
    let text = format!("見本の一覧\n\n{}", list(PLAIN));
    let (row, report) = only_row("hospital.csv", &text);
    assert_eq!(row["name"], "見本病院甲");
    assert_eq!(report.rows[0].row, 4);
}

#[test]
fn an_id_that_a_spreadsheet_shortened_is_not_used() {
    let (row, report) = only_row("hospital.csv", &list(&PLAIN.replace(",1,", ",2.21E+09,")));
    assert!(
        row["origin_id"].starts_with("hospital-name:"),
        "{}",
        row["origin_id"]
    );
    assert_eq!(report.repairs()[&Repair::Exponent], 1);
}

#[test]
fn a_time_that_became_a_fraction_is_read() {
    let text = "全国地方公共団体コード,ID,名称,POIコード,所在地_連結表記,利用可能曜日,開始時間,終了時間\n\
                221309,1,見本館,1,静岡県見本市1,月,0.375,0.708333333333333\n";
    let (row, report) = only_row("public_facility.csv", text);
    assert!(
        row["import_note"].contains("月 09:00〜17:00"),
        "{}",
        row["import_note"]
    );
    assert_eq!(report.repairs()[&Repair::TimeFraction], 2);
}

#[test]
fn a_whole_address_in_the_column_of_the_municipality_is_not_said_twice() {
    let text = "全国地方公共団体コード,ID,名称,医療機関の種類,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下\n\
                221309,1,見本病院甲,病院,静岡県,静岡県見本市見本町1,見本町,1\n";
    let (row, _) = only_row("hospital.csv", text);
    assert_eq!(
        (row["address"].as_str(), row["municipality"].as_str()),
        ("静岡県見本市見本町1", "見本市")
    );
}

#[test]
fn an_address_without_prefecture_gets_the_one_of_its_code() {
    let (row, report) = only_row(
        "hospital.csv",
        &list(&PLAIN.replace(",静岡県見本市見本町1", ",見本市見本町1")),
    );
    assert_eq!(row["address"], "静岡県見本市見本町1");
    assert_eq!(report.repairs()[&Repair::AddressJoined], 1);
}

#[test]
fn remarks_under_the_table_and_rows_without_a_name_are_skipped() {
    let text = format!(
        "{}Ver.1.0,,,,,,,,,,\n,,,,,,,,,,※見本の注記\n221309,3,見本市,,病院,静岡県見本市3,,,,,\n",
        list(PLAIN)
    );
    let report = imported("hospital.csv", text.as_bytes(), &minimal()).report;
    assert_eq!(
        became(&report),
        [
            &Became::New,
            &Became::Skipped(Skip::Footer),
            &Became::Skipped(Skip::Footer),
            &Became::Skipped(Skip::NoName),
        ]
    );
}

#[test]
fn a_row_that_stands_twice_is_taken_once() {
    let report = imported(
        "hospital.csv",
        format!("{}{PLAIN}\n", list(PLAIN)).as_bytes(),
        &minimal(),
    )
    .report;
    assert_eq!(
        became(&report),
        [&Became::New, &Became::Skipped(Skip::Duplicate(2))]
    );
}

#[test]
fn an_event_that_stands_twice_with_the_same_page_is_taken_once() {
    let text = "全国地方公共団体コード,ID,イベント名,開始日,URL,所在地_連結表記\n\
                221309,1,見本がんの会,2027-05-01,https://example.jp/e,静岡県見本市1\n\
                221309,2,見本がんの会,2027-05-01,https://example.jp/e,見本市1番\n\
                221309,3,見本がんの会,2027-06-01,https://example.jp/e,静岡県見本市1\n";
    let report = imported("event.csv", text.as_bytes(), &minimal()).report;
    assert_eq!(
        became(&report),
        [
            &Became::New,
            &Became::Skipped(Skip::Duplicate(2)),
            &Became::New
        ]
    );
}

#[test]
fn a_date_in_words_stays_words() {
    let text = "全国地方公共団体コード,ID,イベント名,開始日,所在地_連結表記\n221309,1,見本がんの会,4月頃,静岡県見本市1\n";
    let (row, report) = only_row("event.csv", text);
    assert_eq!(row["schedule_text"], "4月頃");
    assert_eq!(report.repairs()[&Repair::DateKeptAsNote], 1);
}

#[test]
fn lists_in_a_cell_are_taken_apart() {
    let (row, _) = only_row(
        "hospital.csv",
        &list(&PLAIN.replace("054-000-0001", "054-000-0001;054-000-0002")),
    );
    assert_eq!(
        (row["phone"].as_str(), row["phone2"].as_str()),
        ("054-000-0001", "054-000-0002")
    );
}

#[test]
fn what_is_no_number_or_web_address_is_left_out_and_said() {
    let row = PLAIN
        .replace("054-000-0001", "見本課まで")
        .replace("https://example.jp/", "見本で検索");
    let (row, report) = only_row("hospital.csv", &list(&row));
    assert_eq!((row["phone"].as_str(), row["url"].as_str()), ("", ""));
    assert!(row["import_note"].contains("見本で検索"));
    assert_eq!(report.repairs()[&Repair::PhoneDropped], 1);
    assert_eq!(report.repairs()[&Repair::AddressDropped], 1);
}

#[test]
fn amounts_and_tags_do_not_come_in() {
    let (row, report) = only_row(
        "hospital.csv",
        &list(
            &[PLAIN, "見本<b>です</b>。初診は5,000円です。"]
                .concat()
                .replace("5,000", "5000"),
        ),
    );
    assert!(
        row["import_note"].ends_with("備考: 見本 です 。"),
        "{}",
        row["import_note"]
    );
    assert_eq!(report.repairs()[&Repair::AmountLeftOut], 1);
}

#[test]
fn a_row_without_a_prefecture_is_skipped() {
    let text = list(&PLAIN.replace("221309", "").replace("静岡県", ""));
    let report = imported("hospital.csv", text.as_bytes(), &minimal()).report;
    assert_eq!(became(&report), [&Became::Skipped(Skip::NoPrefecture)]);
}

#[test]
fn a_hospital_that_is_there_already_by_hand_is_not_added_again() {
    let list = list(&PLAIN.replace("見本病院甲", "見本センター"));
    let imported = imported("hospital.csv", list.as_bytes(), &minimal());
    let became = &line(&imported.report, "見本センター").became;
    assert_eq!(
        became,
        &Became::Skipped(Skip::SameName("sample-sc-2".into()))
    );
    assert!(table(&imported.proposed).is_empty());
    let said = text(&imported.report);
    assert!(
        said.contains("sample-sc-2（origin_id: hospital:221309-1）"),
        "{said}"
    );
}
