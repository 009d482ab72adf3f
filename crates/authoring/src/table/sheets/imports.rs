//! The sheets that imports keep.

use super::Holds::{Date, Id};
use super::{Column, Sheet};

const WROTE_JA: &str = "取りこみが最後に書いた値。直さないでください。";
const WROTE_EN: &str = "What the import wrote last. Do not edit it.";

/// Files of open data that rows were imported from, with their credit.
pub const IMPORTS: Sheet = Sheet {
    name: "imports",
    is_needed: false,
    columns: &[
        Column::must("id", "取りこみの id。", "The id of the import.").of(Id),
        Column::must("data", "どの種類のデータか。", "Which data set it is."),
        Column::must("file", "ファイルの名前。", "The name of the file."),
        Column::must("source_name", "出典の名前。", "The name of the source."),
        Column::must("source_url", "出典のアドレス。", "Its address."),
        Column::must(
            "license",
            "ライセンス（CC BY 4.0 など）。",
            "Its license (such as CC BY 4.0).",
        ),
        Column::must("retrieved", "手に入れた日。", "When it was fetched.").of(Date),
    ],
    most_rows: 1_000,
};

/// What imports wrote last, row by row: nobody edits it. It tells a person's change from the source's.
pub const IMPORTED: Sheet = Sheet {
    name: "imported",
    is_needed: false,
    columns: &[
        Column::must("id", "取りこんだ行の id。", "The id of the imported row.").of(Id),
        Column::must(
            "import",
            "どの取りこみか（imports の id）。",
            "Which import (id in imports).",
        ),
        Column::may("kind", WROTE_JA, WROTE_EN),
        Column::may("name", WROTE_JA, WROTE_EN),
        Column::may("name_kana", WROTE_JA, WROTE_EN),
        Column::may("alias", WROTE_JA, WROTE_EN),
        Column::may("organization", WROTE_JA, WROTE_EN),
        Column::may("organizer", WROTE_JA, WROTE_EN),
        Column::may("prefecture", WROTE_JA, WROTE_EN),
        Column::may("municipality", WROTE_JA, WROTE_EN),
        Column::may("postal_code", WROTE_JA, WROTE_EN),
        Column::may("address", WROTE_JA, WROTE_EN),
        Column::may("place", WROTE_JA, WROTE_EN),
        Column::may("phone", WROTE_JA, WROTE_EN),
        Column::may("phone_ext", WROTE_JA, WROTE_EN),
        Column::may("phone_note", WROTE_JA, WROTE_EN),
        Column::may("phone2", WROTE_JA, WROTE_EN),
        Column::may("phone2_note", WROTE_JA, WROTE_EN),
        Column::may("fax", WROTE_JA, WROTE_EN),
        Column::may("email", WROTE_JA, WROTE_EN),
        Column::may("url", WROTE_JA, WROTE_EN),
        Column::may("hours_text", WROTE_JA, WROTE_EN),
        Column::may("hours", WROTE_JA, WROTE_EN),
        Column::may("closed", WROTE_JA, WROTE_EN),
        Column::may("schedule_text", WROTE_JA, WROTE_EN),
        Column::may("channels", WROTE_JA, WROTE_EN),
        Column::may("who_can_use", WROTE_JA, WROTE_EN),
        Column::may("roles", WROTE_JA, WROTE_EN),
        Column::may("fee", WROTE_JA, WROTE_EN),
        Column::may("referral", WROTE_JA, WROTE_EN),
        Column::may("languages", WROTE_JA, WROTE_EN),
        Column::may("accessibility", WROTE_JA, WROTE_EN),
        Column::may("tags", WROTE_JA, WROTE_EN),
        Column::may("latitude", WROTE_JA, WROTE_EN),
        Column::may("longitude", WROTE_JA, WROTE_EN),
        Column::may("source_name", WROTE_JA, WROTE_EN),
        Column::may("source_url", WROTE_JA, WROTE_EN),
        Column::may("source_kind", WROTE_JA, WROTE_EN),
        Column::may("source_date", WROTE_JA, WROTE_EN),
        Column::may("confidence", WROTE_JA, WROTE_EN),
        Column::may("import_note", WROTE_JA, WROTE_EN),
    ],
    most_rows: 50_000,
};
