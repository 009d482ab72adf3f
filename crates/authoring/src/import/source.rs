//! A file of open data as rows of cells, however it was saved.

use unicode_normalization::UnicodeNormalization;

use super::Refusal;
use super::report::Encoding;
use crate::said;

/// Larger files are not read: the national list of clinics, the largest that is expected, has about 20 MB.
const LARGEST: usize = 32 * 1024 * 1024;
/// Nor are tables with more cells, which take far more memory than their bytes.
const MOST_CELLS: usize = 10_000_000;
/// Cells beyond this column are left aside.
const MOST_COLUMNS: usize = 1000;
/// A title or a remark may stand above the header.
const HEADER_WITHIN: usize = 10;

/// The rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// How it was written.
    pub encoding: Encoding,
    /// All rows that are not empty, with their numbers in the spreadsheet.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// The text of a file: UTF-8 with or without a byte order mark, or CP932.
///
/// # Errors
/// When it is neither, too large, a workbook or an archive.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Refusal> {
    if bytes.len() > LARGEST {
        return Err(too_large());
    }
    if bytes.starts_with(b"PK") {
        return Err(Refusal {
            what: said!(
                "ZIP か Excel のファイルです。",
                "This is a ZIP archive or an Excel file."
            ),
            what_to_do: said!(
                "ZIP は中の CSV を取り出し、Excel は「CSV UTF-8」で保存してから取り込んでください。",
                "Take the CSV out of the archive, or save the workbook as \"CSV UTF-8\", and import that."
            ),
        });
    }
    let (marked, encoding) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, Encoding::Utf8WithMark),
        None => (bytes, Encoding::Utf8),
    };
    if let Ok(text) = std::str::from_utf8(marked) {
        return Ok((text.to_owned(), encoding));
    }
    let (text, _, is_damaged) = encoding_rs::SHIFT_JIS.decode(bytes);
    if is_damaged {
        return Err(Refusal {
            what: said!(
                "文字コードが UTF-8 でも Shift_JIS (CP932) でもありません。",
                "Its encoding is neither UTF-8 nor Shift_JIS (CP932)."
            ),
            what_to_do: said!(
                "表計算ソフトで開き、「CSV UTF-8」で保存し直してください。",
                "Open it in a spreadsheet program and save it as \"CSV UTF-8\"."
            ),
        });
    }
    Ok((text.into_owned(), Encoding::Cp932))
}

/// The refusal of a file that is too large.
pub fn too_large() -> Refusal {
    Refusal {
        what: said!("ファイルが大きすぎます。", "The file is too large."),
        what_to_do: said!(
            "必要な都道府県の行だけにしてください。",
            "Keep only the rows of the prefecture you need."
        ),
    }
}

impl Source {
    /// The rows of a CSV file.
    ///
    /// # Errors
    /// As [`decode`], and when nothing stands in it.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let (text, encoding) = decode(bytes)?;
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let rows = rows_of(&text).ok_or_else(too_large)?;
        if rows.is_empty() {
            return Err(Refusal {
                what: said!(
                    "ファイルに行がありません。",
                    "There are no rows in the file."
                ),
                what_to_do: said!("取得し直してください。", "Fetch it again."),
            });
        }
        Ok(Self { encoding, rows })
    }

    /// The place of the header among the rows: the first row near the top that `is_header` accepts.
    pub fn header(&self, is_header: impl Fn(&[String]) -> bool) -> Option<usize> {
        self.rows
            .iter()
            .take(HEADER_WITHIN)
            .position(|(_, cells)| is_header(cells))
    }
}

/// All rows that are not empty, or `None` when there are too many cells.
fn rows_of(text: &str) -> Option<Vec<(usize, Vec<String>)>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut number, mut n_cells) = (0, 0);
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // A reader of text in memory has no other error.
        let Ok(true) = reader.read_record(&mut record) else {
            return Some(rows);
        };
        // The reader jumps over empty lines, which a spreadsheet counts.
        let empty = text
            .get(start..)
            .map_or(0, |rest| rest.len() - rest.trim_start_matches('\n').len());
        number += 1 + empty;
        let mut cells: Vec<String> = record
            .iter()
            .take(MOST_COLUMNS)
            .map(|cell| cell.trim().to_owned())
            .collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        n_cells += 1 + cells.len();
        if n_cells > MOST_CELLS {
            return None;
        }
        if !cells.is_empty() {
            rows.push((number, cells));
        }
    }
}

/// A header as it is compared: width, spaces, quotation marks and case do not matter.
pub fn folded_header(header: &str) -> String {
    header
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_file_is_read_alike_in_every_encoding() {
        let text = "名称,住所\r\n見本①,見本県\r\n\r\n二,三\r\n";
        let plain = Source::read(text.as_bytes()).unwrap();
        let marked = Source::read(["\u{feff}", text].concat().as_bytes()).unwrap();
        let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode(text);
        let old = Source::read(&cp932).unwrap();
        assert_eq!(plain.rows, marked.rows);
        assert_eq!(plain.rows, old.rows);
        assert_eq!(
            (marked.encoding, old.encoding),
            (Encoding::Utf8WithMark, Encoding::Cp932)
        );
        assert_eq!(
            plain
                .rows
                .iter()
                .map(|(number, _)| *number)
                .collect::<Vec<_>>(),
            [1, 2, 4]
        );
    }

    #[test]
    fn archives_and_unknown_encodings_are_refused() {
        assert!(Source::read(b"PK\x03\x04").is_err());
        assert!(Source::read(b"\xff\xff\xff").is_err());
        assert!(Source::read(b"\n\n").is_err());
    }

    #[test]
    fn headers_are_compared_without_width_and_spaces() {
        assert_eq!(folded_header(" ＮＯ "), folded_header("No"));
        assert_eq!(
            folded_header("タイトル（制度名）"),
            folded_header("タイトル(制度名)")
        );
    }
}
