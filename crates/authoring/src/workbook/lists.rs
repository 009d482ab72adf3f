//! Drop-down lists: the words that a column knows, and the ids of other sheets.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError,
    utility::column_number_to_name,
};

use crate::table::Folder;
use crate::table::sheets::{CHOICES, Column, Holds, sheet_of};

/// The hidden sheet of long lists. Sheets whose names start with `_` are not read.
pub const HELPER: &str = "_lists";
/// Excel takes a list that stands in the rule itself only up to this length.
///
/// Source: Microsoft, "Data validation": 255 characters.
const LONGEST_LIST: usize = 255;
/// So many rows get a drop-down list, also those that editors will add.
const LAST_ROW: u32 = 9_999;
const N_PREFECTURES: usize = 47;

/// The long lists, each with its column in the hidden sheet, and where ids of other sheets stand.
pub struct Lists {
    long: Vec<(&'static str, Vec<String>)>,
    /// The sheet and its column, by sheet and name of the column.
    ids: BTreeMap<(String, String), (String, u16)>,
}

impl Lists {
    /// The lists that these tables need.
    pub fn of(folder: &Folder) -> Self {
        let kinds = sheet_of("entries.csv")
            .and_then(|sheet| sheet.column("kind"))
            .map_or(Vec::new(), |column| column.words());
        let roles = folder
            .table(&CHOICES)
            .rows()
            .filter(|row| row.cell("list_name").value == "role")
            .map(|row| row.text("name"));
        let mut ids = BTreeMap::new();
        for table in folder.tables() {
            let Some(sheet) = table.file().strip_suffix(".csv") else {
                continue;
            };
            for (index, name) in (0..).zip(table.columns()) {
                ids.insert(
                    (sheet.to_owned(), name.to_owned()),
                    (sheet.to_owned(), index),
                );
            }
        }
        Self {
            long: vec![
                (KINDS, kinds.iter().map(|kind| (*kind).to_owned()).collect()),
                (
                    PREFECTURES,
                    (1..=N_PREFECTURES)
                        .map(|code| format!("{code:02}"))
                        .collect(),
                ),
                (ROLES, roles.collect()),
            ],
            ids,
        }
    }

    /// Writes the hidden sheet.
    ///
    /// # Errors
    /// When a list does not fit into it.
    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(HELPER)?.set_hidden(true);
        for (column, (name, words)) in (0..).zip(&self.long) {
            sheet.write_string(0, column, *name)?;
            for (row, word) in (1..).zip(words) {
                sheet.write_string(row, column, word)?;
            }
        }
        Ok(())
    }

    /// Gives a column its drop-down list, if it has one.
    ///
    /// # Errors
    /// When Excel would not take the rule.
    pub fn offer(
        &self,
        sheet: &mut Worksheet,
        column: u16,
        declared: &Column,
    ) -> Result<(), XlsxError> {
        let (rule, takes_others) = match declared.holds {
            Holds::Word(_) | Holds::Yes => (self.words(declared)?, false),
            Holds::Words(_) => (self.words(declared)?, true),
            Holds::Prefecture => (self.long_list(PREFECTURES), false),
            Holds::Prefectures => (self.long_list(PREFECTURES), true),
            Holds::Roles => (self.long_list(ROLES), true),
            Holds::Name(other, name) => (self.ids(other, name), true),
            Holds::Names(other, name) => (self.ids(other, name), true),
            Holds::Text
            | Holds::Id
            | Holds::Label
            | Holds::Expression
            | Holds::Date
            | Holds::Hours
            | Holds::Phone
            | Holds::PostalCode
            | Holds::Latitude
            | Holds::Longitude => (None, true),
        };
        let Some(rule) = rule else {
            return Ok(());
        };
        let rule = if takes_others {
            // A cell may hold several of the words, which Excel cannot check.
            rule.show_error_message(false)
        } else {
            rule.set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title("Tomoni")?
                .set_error_message("一覧にないことばです。 / This word is not in the list.")?
        };
        sheet.add_data_validation(1, column, LAST_ROW, column, &rule)?;
        Ok(())
    }

    fn words(&self, declared: &Column) -> Result<Option<DataValidation>, XlsxError> {
        let words = declared.words();
        if words.iter().map(|word| word.len() + 1).sum::<usize>() > LONGEST_LIST {
            return Ok(self.long_list(KINDS));
        }
        Ok(Some(DataValidation::new().allow_list_strings(&words)?))
    }

    fn long_list(&self, name: &str) -> Option<DataValidation> {
        let (column, (_, words)) = (0..)
            .zip(&self.long)
            .find(|(_, (known, _))| *known == name)?;
        let letter = column_number_to_name(column);
        let last = words.len() + 1;
        (!words.is_empty()).then(|| {
            let range = format!("={HELPER}!${letter}$2:${letter}${last}");
            DataValidation::new().allow_list_formula(Formula::new(range))
        })
    }

    /// The ids that stand in another sheet, also those that editors will add.
    fn ids(&self, sheet: &str, name: &str) -> Option<DataValidation> {
        let (sheet, column) = self.ids.get(&(sheet.to_owned(), name.to_owned()))?;
        let letter = column_number_to_name(*column);
        let range = format!(
            "=OFFSET({sheet}!${letter}$2,0,0,MAX(1,COUNTA({sheet}!${letter}:${letter})-1),1)"
        );
        Some(DataValidation::new().allow_list_formula(Formula::new(range)))
    }
}

const KINDS: &str = "kind";
const PREFECTURES: &str = "prefecture";
const ROLES: &str = "role";
