//! The XML in a workbook, looked over before `calamine` reads it.
//!
//! What no spreadsheet program writes is refused: document types, places outside any sheet, counts that would take all
//! memory, two sheets in one file. What is left cannot make `calamine` panic or swell.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Broken;
use super::parcel::Part;

/// Elements in each other.
const DEEPEST: usize = 64;
/// The cells, shared strings or other such elements in all parts together.
const MOST_OF_A_KIND: usize = 3_000_000;
/// Shared strings; each is kept as long as the workbook is read.
const MOST_STRINGS: usize = 1_000_000;
/// Formats, fonts and the like.
///
/// Source: Microsoft, "Excel specifications and limits": 65,490 cell formats.
const MOST_STYLES: usize = 65_536;
/// Sheets and relations between parts.
const MOST_SHEETS: usize = 128;
const MOST_RELATIONS: usize = 2_000;
/// The attributes of an element.
const MOST_ATTRIBUTES: usize = 64;
/// The characters in an attribute; in the styles less, because each format has its own copy.
const LONGEST_ATTRIBUTE: usize = 32_768;
const LONGEST_STYLE: usize = 512;
/// Source: Microsoft, "Excel specifications and limits".
const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_384;

/// Looks over all parts.
///
/// # Errors
/// At the first thing that no spreadsheet program writes.
pub fn vet(parts: &[Part]) -> Result<(), Broken> {
    let mut seen = Seen::default();
    for part in parts {
        vet_part(part, &mut seen).map_err(|why| match why {
            Why::TooMany => Broken::TooLarge,
            Why::Wrong(what) => Broken::Damaged(format!("{}: {what}", part.name)),
        })?;
    }
    Ok(())
}

/// What all parts have used so far.
#[derive(Default)]
struct Seen {
    elements: usize,
    strings: usize,
    styles: usize,
    sheets: BTreeSet<String>,
    targets: BTreeSet<String>,
    relations: usize,
}

enum Why {
    TooMany,
    Wrong(String),
}

fn wrong(what: impl Into<String>) -> Why {
    Why::Wrong(what.into())
}

fn vet_part(part: &Part, seen: &mut Seen) -> Result<(), Why> {
    let mut reader = Reader::from_str(&part.text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let is_styles = part.name.ends_with("styles.xml");
    let mut depth = 0_usize;
    // Whether the cell that we are in calls itself a number.
    let mut is_number = false;
    let mut is_value = false;
    loop {
        match reader
            .read_event()
            .map_err(|error| wrong(error.to_string()))?
        {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(wrong("too deep"));
                }
                match element.local_name().as_ref() {
                    "c" => is_number = attribute(&element, "t")?.as_deref() == Some("n"),
                    "v" => is_value = true,
                    _ => {}
                }
                vet_element(&element, is_styles, seen)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if element.local_name().as_ref() == "v" {
                    is_value = false;
                }
            }
            Event::Text(text) => {
                if is_value && is_number && !is_plain_number(text.as_ref()) {
                    return Err(wrong("a number that is none"));
                }
            }
            Event::DocType(_) => return Err(wrong("a document type")),
            Event::Eof => return Ok(()),
            Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_)
            | Event::Empty(_) => {}
        }
    }
}

fn vet_element(element: &BytesStart<'_>, is_styles: bool, seen: &mut Seen) -> Result<(), Why> {
    let longest = if is_styles {
        LONGEST_STYLE
    } else {
        LONGEST_ATTRIBUTE
    };
    // With its checks: of two attributes of one name, which one a reader takes is anybody's guess.
    for (before, attribute) in element.attributes().enumerate() {
        let attribute = attribute.map_err(|error| wrong(error.to_string()))?;
        if before == MOST_ATTRIBUTES {
            return Err(wrong("very many attributes"));
        }
        if attribute.value.len() > longest {
            return Err(wrong("a very long attribute"));
        }
    }
    seen.elements += 1;
    if seen.elements > 4 * MOST_OF_A_KIND {
        return Err(Why::TooMany);
    }
    match element.local_name().as_ref() {
        "row" => vet_row(attribute(element, "r")?),
        "c" => vet_place(attribute(element, "r")?),
        "dimension" | "f" => vet_range(attribute(element, "ref")?),
        "sst" => match attribute(element, "uniqueCount")? {
            Some(count)
                if count
                    .parse::<usize>()
                    .is_ok_and(|count| count > MOST_STRINGS) =>
            {
                Err(Why::TooMany)
            }
            _ => Ok(()),
        },
        "si" => count(&mut seen.strings, MOST_STRINGS),
        "xf" | "font" | "fill" | "border" | "numFmt" | "dxf" if is_styles => {
            count(&mut seen.styles, MOST_STYLES)
        }
        "sheet" => {
            let id = relation_id(element)?.unwrap_or_default();
            if seen.sheets.len() == MOST_SHEETS {
                return Err(Why::TooMany);
            }
            if seen.sheets.insert(id) {
                Ok(())
            } else {
                Err(wrong("two sheets in one"))
            }
        }
        "Relationship" => {
            count(&mut seen.relations, MOST_RELATIONS)?;
            let kind = attribute(element, "Type")?.unwrap_or_default();
            let target = attribute(element, "Target")?.unwrap_or_default();
            let target = target.to_lowercase();
            let target = target.rsplit('/').next().unwrap_or_default();
            if kind.ends_with("/worksheet") && !seen.targets.insert(target.to_owned()) {
                Err(wrong("two sheets in one file"))
            } else {
                Ok(())
            }
        }
        _ => Ok(()),
    }
}

fn count(counter: &mut usize, most: usize) -> Result<(), Why> {
    *counter += 1;
    if *counter > most {
        Err(Why::TooMany)
    } else {
        Ok(())
    }
}

/// An attribute by its whole name, as it is written.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Why> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| wrong(error.to_string()))?;
        if attribute.key.as_ref() == name {
            return Ok(Some(attribute.value.into_owned()));
        }
    }
    Ok(None)
}

/// `r:id`, whatever its prefix.
fn relation_id(element: &BytesStart<'_>) -> Result<Option<String>, Why> {
    let mut found = None;
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| wrong(error.to_string()))?;
        if attribute.key.local_name().as_ref() == "id" {
            found = Some(attribute.value.into_owned());
        }
    }
    Ok(found)
}

fn vet_row(row: Option<String>) -> Result<(), Why> {
    let is_row = |row: &str| row.parse().is_ok_and(|row| (1..=LAST_ROW).contains(&row));
    if row.is_none_or(|row| is_row(&row)) {
        Ok(())
    } else {
        Err(wrong("a row outside any sheet"))
    }
}

fn vet_place(place: Option<String>) -> Result<(), Why> {
    if place.is_none_or(|place| place_of(&place).is_some()) {
        Ok(())
    } else {
        Err(wrong("a cell outside any sheet"))
    }
}

fn vet_range(range: Option<String>) -> Result<(), Why> {
    let is_range = |range: &str| match range.split_once(':') {
        None => place_of(range).is_some(),
        Some((first, last)) => place_of(first).zip(place_of(last)).is_some_and(
            |((first_row, first_column), (last_row, last_column))| {
                first_row <= last_row && first_column <= last_column
            },
        ),
    };
    if range.is_none_or(|range| is_range(&range)) {
        Ok(())
    } else {
        Err(wrong("a range outside any sheet"))
    }
}

/// `B3` is row 3, column 2.
fn place_of(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = place.split_at(digits);
    if letters.len() > 3 || digits.len() > 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column = letters.chars().try_fold(0_u32, |column, letter| {
        let letter = letter
            .is_ascii_alphabetic()
            .then(|| letter.to_digit(36))??;
        Some(column * 26 + letter - 9)
    })?;
    let row = digits.parse().ok()?;
    ((1..=LAST_ROW).contains(&row) && (1..=LAST_COLUMN).contains(&column)).then_some((row, column))
}

/// `calamine` panics at a text that one reader of numbers takes and the other does not.
fn is_plain_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (number, exponent) = text.split_once(['E', 'e']).unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    [whole, fraction, exponent]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
