//! Cells put right: what spreadsheet programs do to them is undone with a warning, or refused with what to do.

use super::limits::length;
use super::sheets::{Column as Declared, Holds, Sheet};
use super::{GridRow, Oddity, Table};
use crate::finding::{Findings, Place, Said};
use crate::repair::{self, Coordinates};
use crate::said;

/// What became of a cell.
enum Mended {
    AsWritten,
    /// Read as this text.
    Read(String),
    /// Refused: digits are gone.
    Lost,
    /// Refused: longer than so many characters.
    TooLong(usize),
}

/// Mends every cell of a table by what its column holds.
pub fn mend(table: &mut Table, sheet: &Sheet, findings: &mut Findings) {
    for index in 0..table.columns.len() {
        let Some(column) = table.columns.get(index) else {
            continue;
        };
        let Some(declared) = sheet.column(&column.name) else {
            continue;
        };
        let header = column.header.clone();
        for line in &mut table.lines {
            let Some(cell) = line.cells.get_mut(index) else {
                continue;
            };
            let place = || Place {
                file: table.file.clone(),
                row: Some(line.number),
                column: Some(header.clone()),
                value: Some(cell.clone()),
            };
            match mended(declared, cell) {
                Mended::AsWritten => {}
                Mended::Read(read) => {
                    findings.warning(place(), was_read(cell, &read), as_text());
                    *cell = read;
                }
                Mended::Lost => {
                    findings.error(
                        place(),
                        said!(
                            "長い数字が「{cell}」に変わり、もとの桁が失われています。",
                            "A long number has become \"{cell}\", and digits are lost."
                        ),
                        said!(
                            "セルの表示形式を「文字列」にして、もとの資料から入れ直してください。",
                            "Format the cell as text and enter the number again from its source."
                        ),
                    );
                    cell.clear();
                }
                Mended::TooLong(longest) => {
                    let n_characters = length(cell);
                    findings.error(
                        Place {
                            value: None,
                            ..place()
                        },
                        said!(
                            "{n_characters} 文字あります。この列は {longest} 文字までです。",
                            "It has {n_characters} characters; this column takes {longest}."
                        ),
                        said!("短くしてください。", "Shorten it."),
                    );
                    cell.clear();
                }
            }
        }
    }
    mend_coordinates(table, sheet, findings);
}

fn was_read(seen: &str, read: &str) -> Said {
    said!(
        "「{seen}」を「{read}」と読みました。",
        "\"{seen}\" was read as \"{read}\"."
    )
}

fn as_text() -> Said {
    said!(
        "表計算ソフトが変えたものかもしれません。セルの表示形式を「文字列」にして、書き直してください。",
        "A spreadsheet program may have changed it. Format the cell as text and write it so."
    )
}

fn mended(column: &Declared, cell: &str) -> Mended {
    if cell.is_empty() {
        return Mended::AsWritten;
    }
    // Characters are never more than bytes, which are sooner counted.
    if cell.len() > column.longest() && length(cell) > column.longest() {
        return Mended::TooLong(column.longest());
    }
    let read = match column.holds {
        Holds::Id | Holds::Phone | Holds::PostalCode | Holds::Prefecture | Holds::Date
            if repair::is_exponent(cell) =>
        {
            return Mended::Lost;
        }
        Holds::Text | Holds::Label | Holds::Latitude | Holds::Longitude => None,
        Holds::Prefecture => repair::pad_code(cell, 2),
        Holds::Prefectures => each_word(cell, |word| repair::pad_code(word, 2)),
        Holds::Phone => repair::phone(cell),
        Holds::PostalCode => repair::postal_code(cell),
        Holds::Date => repair::date(cell),
        Holds::Hours => repair::time_of_fraction(cell),
        Holds::Yes => word(cell, &["yes", "no"]),
        Holds::Word(words) => word(cell, words),
        Holds::Words(words) => each_word(cell, |text| word(text, words)),
        Holds::Id | Holds::Name(..) | Holds::Names(..) | Holds::Roles => {
            Some(repair::narrow(cell)).filter(|read| read != cell && read.is_ascii())
        }
        // Excel takes `true` for a truth value and shows it so.
        Holds::Expression => match cell {
            "TRUE" => Some("true()".to_owned()),
            "FALSE" => Some("false()".to_owned()),
            _ => None,
        },
    };
    read.map_or(Mended::AsWritten, Mended::Read)
}

/// The word of a closed list that a cell means: width and case do not matter, and a tick of a spreadsheet program is a yes.
fn word(cell: &str, words: &[&str]) -> Option<String> {
    if words.contains(&cell) {
        return None;
    }
    let folded = repair::header(cell);
    let folded = match folded.as_str() {
        "true" => "yes",
        "false" => "no",
        other => other,
    };
    words
        .iter()
        .find(|word| word.to_lowercase() == folded)
        .map(|word| (*word).to_owned())
}

/// Mends the words of a cell, which spaces or semicolons separate.
fn each_word(cell: &str, mend: impl Fn(&str) -> Option<String>) -> Option<String> {
    let is_gap = |character: char| character == ';' || character.is_whitespace();
    let mut is_mended = false;
    let parts: String = cell
        .split_inclusive(is_gap)
        .map(|part| {
            let text = part.trim_end_matches(is_gap);
            let gap = part.get(text.len()..).unwrap_or_default();
            match mend(text).filter(|_| !text.is_empty()) {
                Some(read) => {
                    is_mended = true;
                    read + gap
                }
                None => part.to_owned(),
            }
        })
        .collect();
    is_mended.then_some(parts)
}

/// Says what the spreadsheet program knows of the cells of a row.
pub fn check_oddities(table: &Table, row: &GridRow, findings: &mut Findings) {
    for (index, oddity) in &row.oddities {
        let place = Place {
            file: table.file.clone(),
            row: Some(row.number),
            column: table
                .columns
                .get(*index)
                .map(|column| column.header.clone()),
            value: row.cells.get(*index).cloned(),
        };
        let as_value = || {
            said!(
                "セルをコピーし、「値」として貼り付けてください。",
                "Copy the cell and paste it as a value."
            )
        };
        match oddity {
            Oddity::Formula => findings.warning(
                place,
                said!(
                    "数式のセルです。保存したときの値を読みました。",
                    "The cell has a formula; its value when saved was read."
                ),
                as_value(),
            ),
            Oddity::FormulaWithoutValue => findings.error(
                place,
                said!(
                    "数式のセルですが、値が保存されていません。",
                    "The cell has a formula, but the workbook does not say what it gives."
                ),
                as_value(),
            ),
            Oddity::Error(shown) => findings.error(
                Place {
                    value: Some(shown.clone()),
                    ..place
                },
                said!(
                    "セルがエラー「{shown}」になっています。",
                    "The cell shows the error \"{shown}\"."
                ),
                said!(
                    "正しい値を文字で入れてください。",
                    "Enter the right value as text."
                ),
            ),
            Oddity::LongNumber => findings.warning(
                place,
                said!(
                    "16桁以上の数です。表計算ソフトは15桁までしか保ちません。",
                    "The number has more than 15 digits; a spreadsheet program keeps only 15."
                ),
                said!(
                    "セルの表示形式を「文字列」にして、もとの資料から入れ直してください。",
                    "Format the cell as text and enter the number again from its source."
                ),
            ),
        }
    }
}

/// Puts latitudes and longitudes back into their own columns, where a table has both.
fn mend_coordinates(table: &mut Table, sheet: &Sheet, findings: &mut Findings) {
    let place_of = |holds: Holds| {
        table.columns.iter().position(|column| {
            sheet
                .column(&column.name)
                .is_some_and(|declared| declared.holds == holds)
        })
    };
    let (Some(north), Some(east)) = (place_of(Holds::Latitude), place_of(Holds::Longitude)) else {
        return;
    };
    for line in &mut table.lines {
        let text = |index: usize| line.cells.get(index).map_or("", String::as_str);
        let (latitude, longitude) = (text(north).to_owned(), text(east).to_owned());
        let place = Place {
            row: Some(line.number),
            value: Some([latitude.as_str(), longitude.as_str()].join(", ")),
            ..Place::table(&table.file)
        };
        match repair::coordinates(&latitude, &longitude) {
            Coordinates::Empty | Coordinates::AsWritten(..) => {}
            Coordinates::Swapped(..) => {
                line.cells.swap(north, east);
                findings.warning(
                    place,
                    said!(
                        "緯度と経度が入れ替わっていたので、戻して読みました。",
                        "Latitude and longitude stood in each other's column; they were swapped back."
                    ),
                    said!(
                        "二つの列を入れ替えてください。",
                        "Swap the two columns."
                    ),
                );
            }
            Coordinates::Dropped => {
                for index in [north, east] {
                    if let Some(cell) = line.cells.get_mut(index) {
                        cell.clear();
                    }
                }
                findings.warning(
                    place,
                    said!(
                        "日本の中の緯度と経度ではないので、読みませんでした。",
                        "This is no place in Japan and was not read."
                    ),
                    said!(
                        "小数点を確かめてください（緯度は 20〜46、経度は 122〜154）。",
                        "Check the decimal points (latitude 20 to 46, longitude 122 to 154)."
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Allowance, Grid};
    use super::*;
    use crate::finding::Severity;

    const PLACES: Sheet = Sheet {
        name: "places",
        is_needed: false,
        columns: &[
            Declared::must("lat", "緯度", "latitude").of(Holds::Latitude),
            Declared::must("lng", "経度", "longitude").of(Holds::Longitude),
        ],
        most_rows: 10,
    };

    #[test]
    fn swapped_coordinates_are_swapped_back_and_others_dropped_with_a_warning_each() {
        let csv = "lat,lng\n35.68,139.76\n139.76,35.68\n3568,13976\n";
        let mut findings = Findings::default();
        let grid = Grid::from_csv(
            "places.csv",
            csv.as_bytes(),
            &mut Allowance::default(),
            &mut findings,
        );
        let table = Table::from_grid(grid, Some(&PLACES), &mut findings);
        let cells: Vec<(&str, &str)> = table
            .rows()
            .map(|row| (row.cell("lat").value, row.cell("lng").value))
            .collect();
        assert_eq!(cells, [("35.68", "139.76"), ("35.68", "139.76"), ("", "")]);
        let found: Vec<_> = findings
            .sorted()
            .into_iter()
            .map(|finding| (finding.severity, finding.place.row))
            .collect();
        assert_eq!(
            found,
            [(Severity::Warning, Some(3)), (Severity::Warning, Some(4))]
        );
    }

    #[test]
    fn one_word_among_several_is_mended_and_the_others_stay() {
        assert_eq!(
            each_word("1; 12 ", |word| repair::pad_code(word, 2)).as_deref(),
            Some("01; 12 ")
        );
        assert_eq!(each_word("01;12", |word| repair::pad_code(word, 2)), None);
    }
}
