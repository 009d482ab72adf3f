//! The content as one .xlsx workbook: read, whatever bytes it is made of, and written for people to edit.

mod convert;
mod lists;
mod parcel;
mod read;
mod vet;
mod write;

pub use convert::{Converted, to_tables, to_workbook};
pub(crate) use read::grids;
pub use write::simple;

use crate::finding::Said;
use crate::said;

/// Why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Broken {
    /// It is an old .xls file, or has a password.
    OldOrProtected,
    /// It holds more than we read.
    TooLarge,
    /// It is not what a spreadsheet program writes; the part of it, for those who know.
    Damaged(String),
}

impl Broken {
    fn of(error: impl std::fmt::Display) -> Self {
        Self::Damaged(error.to_string())
    }

    /// What is wrong, and what to do.
    fn said(&self) -> (Said, Said) {
        match self {
            Self::OldOrProtected => (
                said!(
                    "古い形式 (.xls) か、パスワードの付いたワークブックです。",
                    "It is in the old format (.xls) or has a password."
                ),
                said!(
                    "パスワードを外し、「Excel ブック (.xlsx)」として保存し直してください。",
                    "Take the password away and save it again as an Excel workbook (.xlsx)."
                ),
            ),
            Self::TooLarge => (
                said!(
                    "ワークブックが大きすぎるので、読んでいません。",
                    "The workbook is too large and was not read."
                ),
                said!(
                    "空の行や列の書式、図を消して、保存し直してください。",
                    "Clear the formats of empty rows and columns, remove pictures, and save it again."
                ),
            ),
            Self::Damaged(part) => (
                said!(
                    "ワークブックとして読めません（{part}）。",
                    "It cannot be read as a workbook ({part})."
                ),
                said!(
                    "表計算ソフトで開き、「Excel ブック (.xlsx)」として保存し直してください。",
                    "Open it in a spreadsheet program and save it again as an Excel workbook (.xlsx)."
                ),
            ),
        }
    }
}
