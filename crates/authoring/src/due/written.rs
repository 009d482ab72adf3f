//! The list of calls as a table on the screen, as CSV for a spreadsheet program, and as a workbook.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, XlsxError};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Due;

/// The headers and the widths of the columns in a workbook; the last three are filled in by whoever calls.
const COLUMNS: [(&str, f64); 16] = [
    ("地域", 10.0),
    ("名前", 34.0),
    ("組織", 24.0),
    ("電話", 20.0),
    ("公式ページ", 30.0),
    ("聞くこと", 36.0),
    ("前に確かめた日", 12.0),
    ("期限", 12.0),
    ("過ぎた日数", 8.0),
    ("前に確かめた人・出典", 24.0),
    ("id", 18.0),
    ("表", 14.0),
    ("行", 6.0),
    ("確認日", 12.0),
    ("確認した人", 14.0),
    ("変わったこと", 36.0),
];
/// Excel keeps to UTF-8 only behind a byte order mark.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The widths of the columns on a screen of 120 characters: place, days, name, phones, id.
const SCREEN: [usize; 5] = [10, 11, 42, 30, 20];

/// The list as CSV with a byte order mark. No cell is a formula.
///
/// # Errors
/// When there is no memory left.
pub fn csv(due: &[Due]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(COLUMNS.map(|(header, _)| header))?;
    for item in due {
        writer.write_record(cells(item).map(|cell| harmless(&cell)))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// The list as a workbook for printing and filling in. Every cell but the days is text.
///
/// # Errors
/// When a sheet has more rows than Excel can hold.
pub fn xlsx(due: &[Due]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Hair);
    let bold = plain.clone().set_bold();
    sheet.set_name("確認する一覧")?;
    for (column, (header, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, header, &bold)?;
    }
    for (row, item) in (1..).zip(due) {
        for (column, cell) in (0..).zip(cells(item)) {
            match cell.parse::<i32>() {
                // A number only where it is one: the ids and phone numbers keep their zeros.
                Ok(number) if number.to_string() == cell => {
                    sheet.write_number_with_format(row, column, f64::from(number), &plain)?
                }
                Ok(_) | Err(_) => sheet.write_string_with_format(row, column, &cell, &plain)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    if let (Ok(last_row), Ok(columns)) = (u32::try_from(due.len()), u16::try_from(COLUMNS.len())) {
        sheet.autofilter(0, 0, last_row, columns.saturating_sub(1))?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    workbook.save_to_buffer()
}

/// The list for a screen: one line an item, and its number.
pub fn text(due: &[Due]) -> String {
    let mut text = String::new();
    for item in due {
        let when = item
            .days_overdue
            .map_or("日付なし".to_owned(), |days| match days {
                0.. => format!("{days}日超過"),
                _ => format!("あと{}日", -days),
            });
        let cells = [&item.place, &when, &item.name, &item.phones, &item.id];
        let cells = cells
            .iter()
            .zip(SCREEN)
            .map(|(cell, width)| fitted(cell, width));
        text.push_str(cells.collect::<Vec<_>>().join(" ").trim_end());
        text.push('\n');
    }
    let count = |is: fn(i64) -> bool| {
        due.iter()
            .filter(|item| item.days_overdue.is_some_and(is))
            .count()
    };
    let (over, soon) = (count(|days| days > 0), count(|days| days <= 0));
    let undated = due.len() - over - soon;
    text.extend([
        format!("\n{}件（期限を過ぎた {over}、これから {soon}、日付なし {undated}）\n", due.len()),
        format!("{} to check ({over} overdue, {soon} soon, {undated} undated)\n", due.len()),
        "--out 一覧.xlsx で、書き込める表にできます。 / --out list.xlsx makes a sheet to fill in.\n".to_owned(),
    ]);
    text
}

fn cells(item: &Due) -> [String; 16] {
    [
        item.place.clone(),
        item.name.clone(),
        item.organization.clone(),
        item.phones.clone(),
        item.url.clone(),
        item.ask.to_owned(),
        item.checked_on.clone(),
        item.check_by.clone(),
        item.days_overdue
            .map_or(String::new(), |days| days.to_string()),
        item.responsible.clone(),
        item.id.clone(),
        item.sheet.clone(),
        item.row.to_string(),
        String::new(),
        String::new(),
        String::new(),
    ]
}

/// A cell that a spreadsheet program does not take for a formula; numbers and the placeholder `-` stay as they are.
///
/// Source: OWASP, "CSV Injection".
fn harmless(cell: &str) -> String {
    let is_number = cell.parse::<i64>().is_ok() && !cell.starts_with('+');
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula && !is_number && cell.chars().count() > 1 {
        ["'", cell].concat()
    } else {
        cell.to_owned()
    }
}

/// A text of exactly this width: cut, or filled up with spaces.
fn fitted(text: &str, width: usize) -> String {
    let mut kept = String::new();
    let is_too_wide = text.width() > width;
    let room = if is_too_wide { width - 1 } else { width };
    let mut used = 0;
    for character in text.chars().filter(|character| !character.is_control()) {
        used += character.width().unwrap_or_default();
        if used > room {
            break;
        }
        kept.push(character);
    }
    if is_too_wide {
        kept.push('…');
    }
    let missing = width.saturating_sub(kept.width());
    kept.extend(std::iter::repeat_n(' ', missing));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            ("+81-54-000-0000", "'+81-54-000-0000"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+cmd", "'-1+cmd"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
        ] {
            assert_eq!(harmless(cell), safe);
        }
    }

    #[test]
    fn phone_numbers_days_and_placeholders_stay_readable() {
        for cell in ["054-000-0000", "119", "-12", "-", "", "見本"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn a_cell_of_the_screen_has_the_width_of_its_column() {
        for text in ["", "見本", "見本病院のがん相談支援センター", "sample"] {
            assert_eq!(fitted(text, 9).width(), 9, "{text}");
        }
    }
}
