//! The sheets of a workbook as grids of text.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};

use super::Broken;
use super::parcel::{pack, unpack};
use super::vet::vet;
use crate::finding::{Findings, Place};
use crate::repair;
use crate::said;
use crate::table::sheets::sheet_of;
use crate::table::{Allowance, Grid, GridRow, LARGEST_FILE, Oddity, too_large, trimmed};

/// From here on a spreadsheet program rounds whole numbers.
const TOO_LONG: f64 = 1e15;

type Opened = Xlsx<Cursor<Vec<u8>>>;

/// The sheets of a workbook, in its order; `None`, with an error, when it cannot be read.
///
/// Sheets whose names start with `_` are those that we write for drop-down lists.
pub fn grids(name: &str, bytes: &[u8], findings: &mut Findings) -> Option<Vec<Grid>> {
    if bytes.len() > LARGEST_FILE {
        too_large(name, findings);
        return None;
    }
    match read(bytes, findings) {
        Ok(grids) => Some(grids),
        Err(broken) => {
            let (what, what_to_do) = broken.said();
            findings.error(Place::table(name), what, what_to_do);
            None
        }
    }
}

fn read(bytes: &[u8], findings: &mut Findings) -> Result<Vec<Grid>, Broken> {
    let parts = unpack(bytes)?;
    vet(&parts)?;
    let mut workbook = Opened::new(Cursor::new(pack(parts)?)).map_err(Broken::of)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && !sheet.name.starts_with('_'))
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut allowance = Allowance::default();
    let mut grids: Vec<Grid> = Vec::with_capacity(sheets.len());
    for sheet in &sheets {
        let file = file_of(sheet);
        if grids.iter().any(|grid| grid.file == file) {
            findings.error(
                Place::table(&file),
                said!(
                    "同じ名前のシート「{sheet}」が二つあります。",
                    "There are two sheets \"{sheet}\"."
                ),
                said!("どちらかを消してください。", "Remove one of them."),
            );
            continue;
        }
        grids.push(grid(&mut workbook, sheet, &file, &mut allowance, findings)?);
    }
    Ok(grids)
}

/// The file that a sheet stands for; width and case of a known name do not matter.
fn file_of(sheet: &str) -> String {
    let known = repair::header(sheet) + ".csv";
    if sheet_of(&known).is_some() {
        known
    } else {
        [sheet, ".csv"].concat()
    }
}

fn grid(
    workbook: &mut Opened,
    sheet: &str,
    file: &str,
    allowance: &mut Allowance,
    findings: &mut Findings,
) -> Result<Grid, Broken> {
    let mut grid = Grid::new(file);
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(Broken::of)?;
    let mut row = empty_row(0);
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(Broken::of)?
    {
        let number = index(cell.pos.0)? + 1;
        let column = index(cell.pos.1)?;
        if number < row.number {
            return Err(Broken::Damaged(format!("{sheet}: rows out of order")));
        }
        if number > row.number {
            let whole = std::mem::replace(&mut row, empty_row(number));
            if !grid.add(whole, allowance, findings) {
                return Ok(grid);
            }
        }
        let (text, oddity) = text_of(&cell.value);
        let oddity = match oddity {
            None if cell.formula.is_some() => Some(match cell.value {
                DataRef::Empty => Oddity::FormulaWithoutValue,
                _ => Oddity::Formula,
            }),
            other => other,
        };
        row.oddities.extend(oddity.map(|oddity| (column, oddity)));
        if !text.is_empty() {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, String::new());
            }
            if let Some(place) = row.cells.get_mut(column) {
                *place = text;
            }
        }
    }
    grid.add(row, allowance, findings);
    Ok(grid)
}

fn empty_row(number: usize) -> GridRow {
    GridRow {
        number,
        cells: Vec::new(),
        oddities: Vec::new(),
    }
}

fn index(position: u32) -> Result<usize, Broken> {
    usize::try_from(position).map_err(|error| Broken::Damaged(error.to_string()))
}

/// The text of a cell as an editor would type it, and what is odd about it.
fn text_of(value: &DataRef<'_>) -> (String, Option<Oddity>) {
    let text = match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => {
            let oddity = (number.abs() >= TOO_LONG).then_some(Oddity::LongNumber);
            return (number_text(*number), oddity);
        }
        // As spreadsheet programs show them.
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(moment) => {
            let date = moment.strip_suffix("T00:00:00").unwrap_or(moment);
            plain(date)
        }
        DataRef::DurationIso(duration) => plain(duration),
        DataRef::Error(error) => {
            return (String::new(), Some(Oddity::Error(error.to_string())));
        }
    };
    (text, None)
}

fn plain(text: &str) -> String {
    trimmed(&text.replace("\r\n", "\n").replace('\r', "\n")).to_owned()
}

/// Whole numbers without `.0`, others with as many digits as it takes to tell them apart.
fn number_text(number: f64) -> String {
    if number == 0.0 {
        "0".to_owned()
    } else {
        number.to_string()
    }
}

/// A day as `2026-11-24`, a time as `9:00`, both together with a space between.
fn moment_text(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    // Days from 1900-01-01 on until the year 9999; anything else has only been formatted as a date.
    if !(0.0..2_958_466.0).contains(&days) {
        return number_text(days);
    }
    if moment.is_duration() || days < 1.0 {
        return time_text(days);
    }
    let seconds = (days.fract() * 86_400.0).round();
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year}-{month:02}-{day:02}");
    if seconds == 0.0 {
        date
    } else {
        [date, time_text(days.fract())].join(" ")
    }
}

fn time_text(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    let (hours, minutes, seconds) = (
        (seconds / 3600.0).floor(),
        (seconds % 3600.0 / 60.0).floor(),
        seconds % 60.0,
    );
    if seconds == 0.0 {
        format!("{hours}:{minutes:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn moment(days: f64) -> String {
        moment_text(&ExcelDateTime::new(
            days,
            ExcelDateTimeType::DateTime,
            false,
        ))
    }

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        for (number, text) in [
            (1.0, "1"),
            (-0.0, "0"),
            (312_345_678.0, "312345678"),
            (0.1, "0.1"),
            (123_456_789_012_345.0, "123456789012345"),
        ] {
            assert_eq!(text_of(&DataRef::Float(number)), (text.to_owned(), None));
        }
    }

    #[test]
    fn a_number_of_more_than_15_digits_is_odd() {
        let (text, oddity) = text_of(&DataRef::Float(1_234_567_890_123_456_000.0));
        assert_eq!(text, "1234567890123456000");
        assert_eq!(oddity, Some(Oddity::LongNumber));
    }

    #[test]
    fn dates_and_times_are_read_as_they_are_shown() {
        // Source: Microsoft, DATEVALUE: 2011-08-22 is day 40777.
        assert_eq!(moment(40_777.0), "2011-08-22");
        assert_eq!(moment(0.375), "9:00");
        assert_eq!(moment(40_777.0 + 17.25 / 24.0), "2011-08-22 17:15");
        assert_eq!(moment(-1.0), "-1");
    }
}
