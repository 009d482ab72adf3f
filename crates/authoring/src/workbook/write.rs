//! The tables as a workbook that is pleasant to edit: notes on the headers, drop-down lists, a frozen first row.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook,
    Worksheet, XlsxError,
};

use super::lists::{HELPER, Lists};
use crate::finding::{Findings, Place};
use crate::said;
use crate::table::sheets::{Column, SHEETS, sheet_of};
use crate::table::{Folder, MOST_COLUMNS, Table};

/// Widths in characters; a character of Japanese counts as two.
const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// The size of a note, in pixels.
const NOTE_WIDTH: u32 = 360;
const NOTE_HEIGHT: u32 = 180;

/// A workbook of the tables; `None`, with an error, where a table does not fit into a sheet.
///
/// The same tables always give the same bytes.
pub fn write(folder: &Folder, findings: &mut Findings) -> Option<Vec<u8>> {
    let tables = in_order(folder);
    let mut workbook = Workbook::new();
    set_date(&mut workbook).ok()?;
    let formats = Formats::new();
    let lists = Lists::of(folder);
    let mut is_whole = true;
    for table in &tables {
        if let Err(error) = add(&mut workbook, table, &lists, &formats) {
            refuse(table.file(), &error, findings);
            is_whole = false;
        }
    }
    lists.write(workbook.add_worksheet()).ok()?;
    if !is_whole {
        return None;
    }
    match workbook.save_to_buffer() {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            refuse("", &error, findings);
            None
        }
    }
}

/// A workbook of one sheet, without notes and lists: for lists that are only read.
///
/// # Errors
/// When a cell or the whole does not fit into a sheet.
pub fn simple(
    name: &str,
    headers: &[&str],
    rows: &[Vec<String>],
) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = Workbook::new();
    set_date(&mut workbook)?;
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, header) in headers.iter().enumerate() {
        let index = u16::try_from(column).unwrap_or(u16::MAX);
        let cells = rows.iter().filter_map(|row| row.get(column));
        sheet
            .write_string_with_format(0, index, *header, &formats.header)?
            .set_column_width(index, width(header, cells.map(String::as_str)))?
            .set_column_format(index, &formats.cell)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, row, column, cell, &formats)?;
        }
    }
    workbook.save_to_buffer()
}

/// Known sheets in their order, then the others by name.
fn in_order(folder: &Folder) -> Vec<&Table> {
    let place = |table: &Table| {
        let sheet = sheet_of(table.file()).map(|sheet| sheet.name);
        SHEETS
            .iter()
            .position(|known| Some(known.name) == sheet)
            .unwrap_or(SHEETS.len())
    };
    let mut tables: Vec<&Table> = folder.tables().collect();
    tables.sort_by_key(|table| place(table));
    tables
}

/// Without a fixed date the same tables would give another file every second.
fn set_date(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let date = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    Ok(())
}

struct Formats {
    header: Format,
    cell: Format,
}

impl Formats {
    fn new() -> Self {
        // `@` is text, so that what editors add keeps its zeros, too.
        let cell = Format::new()
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        let header = cell
            .clone()
            .set_bold()
            .set_background_color(Color::RGB(0x00E8_F1FE))
            .set_border_bottom(FormatBorder::Thin);
        Self { header, cell }
    }
}

fn add(
    workbook: &mut Workbook,
    table: &Table,
    lists: &Lists,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let name = stem(table.file());
    if name.starts_with('_') || name.eq_ignore_ascii_case(HELPER) {
        return Err(XlsxError::ParameterError(format!(
            "\"{name}\" starts with _"
        )));
    }
    if table.headers().count() > MOST_COLUMNS {
        return Err(XlsxError::RowColumnLimitError);
    }
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    let sheet_kind = sheet_of(table.file());
    for (column, (header, name)) in (0..).zip(table.headers().zip(table.columns())) {
        let cells = table.rows().filter_map(|row| row.get(name));
        sheet
            .write_string_with_format(0, column, header, &formats.header)?
            .set_column_width(column, width(header, cells))?
            .set_column_format(column, &formats.cell)?;
        if let Some(declared) = sheet_kind.and_then(|sheet| sheet.column(name)) {
            sheet.insert_note(0, column, &note(declared))?;
            lists.offer(&mut sheet, column, declared)?;
        }
    }
    for (row, cells) in (1..).zip(table.rows()) {
        for (column, cell) in (0..).zip(cells.cells()) {
            write_cell(&mut sheet, row, column, cell.value, formats)?;
        }
    }
    workbook.push_worksheet(sheet);
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string_with_format(row, column, text, &formats.cell)?;
    }
    Ok(())
}

/// What a column is for, in both languages.
fn note(column: &Column) -> Note {
    let (must_ja, must_en) = if column.is_required {
        ("（必須）", " (required)")
    } else {
        ("", "")
    };
    let Column { name, ja, en, .. } = column;
    let words = column.words();
    let words = if words.is_empty() {
        String::new()
    } else {
        format!("\n\n{}", words.join(" / "))
    };
    Note::new(format!("{name}{must_ja}{must_en}\n{ja}\n\n{en}{words}"))
        .set_author("Tomoni")
        .add_author_prefix(false)
        .set_width(NOTE_WIDTH)
        .set_height(NOTE_HEIGHT)
}

/// The width of a column whose longest line is just seen, or wrapped where it is very long.
fn width<'a>(header: &'a str, cells: impl Iterator<Item = &'a str>) -> u32 {
    let widest = cells
        .chain([header])
        .flat_map(str::lines)
        .map(|line| {
            line.chars()
                .map(|character| if character.is_ascii() { 1 } else { 2 })
                .sum::<usize>()
        })
        .max()
        .unwrap_or(0);
    u32::try_from((widest + 2).clamp(NARROWEST, WIDEST)).unwrap_or(u32::MAX)
}

/// The name of the sheet of a file.
fn stem(file: &str) -> &str {
    file.strip_suffix(".csv").unwrap_or(file)
}

fn refuse(file: &str, error: &XlsxError, findings: &mut Findings) {
    findings.error(
        Place::table(file),
        said!(
            "この表はワークブックのシートにできません（{error}）。",
            "This table cannot be a sheet of a workbook ({error})."
        ),
        said!(
            "名前は31文字まで、[ ] : * ? / \\ を使わず、_ で始めないでください。表は 1,048,576 行まで、セルは 32,767 文字までです。",
            "Names have up to 31 characters, none of [ ] : * ? / \\, and do not start with _. A sheet has up to 1,048,576 rows, a cell up to 32,767 characters."
        ),
    );
}
