//! The sheets of the directory: contacts, entries, events, areas.

use super::Holds::{
    Date, Hours, Id, Name, Names, Phone, PostalCode, Prefecture, Prefectures, Roles, Word, Words,
    Yes,
};
use super::rules::{KINDS, SOURCE_KINDS};
use super::{Column, Sheet};

const CONFIDENCES: &[&str] = &["official-recent", "official-old", "secondary"];

const MUNICIPALITY: Column = Column::may(
    "municipality",
    "市区町村。choices の municipality と同じ書き方です。",
    "The municipality, written as in the list municipality of choices.",
);
const PREFECTURE: Column = Column::must(
    "prefecture",
    "都道府県コード（01 から 47、2桁）。",
    "The prefecture code, two digits, 01 to 47.",
)
.of(Prefecture);
const PLACE: Column = Column::may(
    "place",
    "建物の中の場所や会場。",
    "Where in the building, or the venue.",
);
const ADDRESS: Column = Column::may("address", "住所。", "The address.");
const PHONE_NOTE: Column = Column::may(
    "phone_note",
    "番号の説明（「代表」など）。",
    "What the number is (switchboard, desk).",
);
const PHONE2: Column =
    Column::may("phone2", "二つめの電話番号。", "A second phone number.").of(Phone);
const PHONE2_NOTE: Column = Column::may(
    "phone2_note",
    "二つめの番号の説明。",
    "What the second number is.",
);
const ROLES: Column = Column::may(
    "roles",
    "だれのための窓口か（立場の id）。空なら、だれでも。",
    "For which roles it is (ids). Empty means for all.",
)
.of(Roles);
const WHO: Column = Column::may(
    "who_can_use",
    "だれが使えるか、文で。",
    "Who can use it, in words.",
);
const SOURCE_NAME: Column = Column::may("source_name", "出典の名前。", "The name of the source.");
const SOURCE_URL: Column = Column::may(
    "source_url",
    "出典のアドレス。",
    "The address of the source.",
);
const SOURCE_KIND: Column = Column::may(
    "source_kind",
    "だれの出典か。other は画面に出ません。",
    "Whose source it is; other is not shown.",
)
.of(Word(SOURCE_KINDS));
const SOURCE_DATE: Column = Column::may(
    "source_date",
    "出典の日付（2026-11-24、2026-11、2026）。",
    "The date of the source (2026-11-24, 2026-11 or 2026).",
)
.of(Date);
const CONFIDENCE: Column = Column::may(
    "confidence",
    "どれくらい確かか。",
    "How sure the facts are.",
)
.of(Word(CONFIDENCES));
const VALID_FROM: Column = Column::may(
    "valid_from",
    "いつから使えるか。その日まで出ません。空なら、前から。",
    "From when it can be used; not shown before. Empty means it always could.",
)
.of(Date);
const VALID_TO: Column = Column::may(
    "valid_to",
    "いつまで使えるか。次の日から出ません。空なら、終わりはありません。",
    "Until when it can be used; not shown after. Empty means without an end.",
)
.of(Date);
const CHECKED_ON: Column = Column::may(
    "checked_on",
    "確かめた日。verified_on、なければ source_date と同じ日付です。",
    "When it was checked: the same as verified_on, or else source_date.",
)
.of(Date);
const CHECK_BY: Column = Column::may(
    "check_by",
    "次に確かめる期限。checked_on の24か月後（集まりは12か月後）。",
    "When to check again: 24 months after checked_on (12 for meetings).",
)
.of(Date);
const VERIFIED_ON: Column = Column::may(
    "verified_on",
    "電話をかけて、または行って確かめた日。verified_by と両方書きます。",
    "The day on which somebody called or went there. Only together with verified_by.",
)
.of(Date);
const VERIFIED_BY: Column = Column::may(
    "verified_by",
    "確かめた人（名前か役職）。画面には出ません。",
    "Who verified it (name or post). Not shown.",
);
const EDITOR_NOTE: Column = Column::may(
    "editor_note",
    "編集する人の覚え書き。画面には出ません。",
    "A note for editors. Not shown.",
);

/// Contact points for the whole country.
pub const CONTACTS: Sheet = Sheet {
    name: "contacts",
    is_needed: true,
    columns: &[
        Column::must(
            "id",
            "連絡先の id。変えないでください。",
            "The id of the contact. Never change it.",
        )
        .of(Id),
        Column::must(
            "phone",
            "電話番号。半角の数字とハイフンだけ、文字列として。",
            "The phone number, as text: digits and hyphens only.",
        )
        .of(Phone),
        PHONE_NOTE,
        PHONE2,
        PHONE2_NOTE,
        Column::may("hours", "受付時間。", "When somebody answers.").of(Hours),
        Column::may(
            "hours_conflict",
            "yes なら、資料どうしで時間が食い違っています（時間は出ません）。",
            "yes: sources conflict about the hours, which are then not shown.",
        )
        .of(Yes),
        Column::must(
            "url",
            "公式ページのアドレス。",
            "The address of the official page.",
        ),
        Column::must(
            "status",
            "番号をどこで見たか。P は公的な団体のページ、S はほかのページ、C は食い違い、G は見ていない。",
            "Where the number was seen: P public page, S elsewhere, C contradicted, G nowhere.",
        )
        .of(Word(&["P", "S", "C", "G"])),
        Column::must(
            "ship",
            "OPERATOR だけ番号を出します。ほかは公式ページだけです。",
            "Only OPERATOR shows the number; the others show the official page alone.",
        )
        .of(Word(&["OPERATOR", "NOSHIP", "link only", "LINK"])),
        Column::must(
            "supports",
            "どの支援に並べるか（支援の id）。",
            "The supports it is listed with (ids).",
        )
        .of(Names("supports", "id")),
        Column::must(
            "group",
            "つらいときの画面のどこに置くか。",
            "Where on the crisis screen it stands.",
        )
        .of(Word(&["danger", "listen", "index"])),
        Column::may(
            "prefectures",
            "使える都道府県のコード。空なら全国。",
            "The codes of the prefectures it is for. Empty means all.",
        )
        .of(Prefectures),
        SOURCE_NAME,
        SOURCE_URL,
        SOURCE_KIND,
        SOURCE_DATE,
        CHECKED_ON,
        CHECK_BY,
        VERIFIED_ON,
        VERIFIED_BY,
        EDITOR_NOTE,
    ],
    most_rows: 5_000,
};

/// Contact points on the spot.
pub const ENTRIES: Sheet = Sheet {
    name: "entries",
    is_needed: true,
    columns: &[
        Column::must(
            "id",
            "窓口の id。変えないでください。",
            "The id of the entry. Never change it.",
        )
        .of(Id),
        Column::must("kind", "窓口の種類。", "The kind of entry.").of(Word(KINDS)),
        Column::must("name", "画面に出す名前。", "The name that screens show."),
        PREFECTURE,
        Column::must(
            "phone",
            "電話番号。半角の数字とハイフンだけ、文字列として。",
            "The phone number, as text: digits and hyphens only.",
        )
        .of(Phone),
        Column::must(
            "url",
            "公式ページのアドレス。",
            "The address of the official page.",
        ),
        Column::must("address", "住所。", "The address."),
        Column::may("name_kana", "名前の読み。", "How the name is read."),
        Column::may(
            "alias",
            "院内での呼び名。",
            "What it is called in the building.",
        ),
        Column::may(
            "organization",
            "病院や団体の名前。",
            "The hospital or organization.",
        ),
        MUNICIPALITY,
        Column::may(
            "postal_code",
            "郵便番号（123-4567）。",
            "The postal code (123-4567).",
        )
        .of(PostalCode),
        PLACE,
        Column::may("phone_ext", "内線。", "The extension."),
        PHONE_NOTE,
        PHONE2,
        PHONE2_NOTE,
        Column::may("fax", "FAX 番号。", "The fax number.").of(Phone),
        Column::may("email", "メールアドレス。", "The mail address."),
        Column::may(
            "hours_text",
            "受付時間、文で。",
            "When somebody answers, in words.",
        )
        .of(Hours),
        Column::may(
            "hours",
            "受付時間、opening_hours の書き方で（Mo-Fr 09:00-17:00）。",
            "The same in the syntax of opening_hours (Mo-Fr 09:00-17:00).",
        )
        .of(Hours),
        Column::may("closed", "休みの日。", "When it is closed.").of(Hours),
        Column::may(
            "channels",
            "どうやって相談できるか。",
            "How one can get in contact.",
        )
        .of(Words(&["visit", "phone", "mail", "online"])),
        WHO,
        ROLES,
        Column::may(
            "fee",
            "その窓口の料金、出典のとおりに。",
            "What this entry charges, as its source says.",
        ),
        Column::may(
            "referral",
            "紹介状や予約が要るか。",
            "Whether a referral or appointment is needed.",
        ),
        Column::may("languages", "話せる言語。", "The languages spoken."),
        Column::may(
            "accessibility",
            "車いす、筆談などの備え。",
            "Wheelchairs, writing and other access.",
        ),
        Column::may(
            "tags",
            "協議会の役割分担（ア から ケ）。",
            "The duties in the council's list (ア and so on).",
        )
        .of(Words(&[
            "ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ",
        ])),
        SOURCE_NAME,
        SOURCE_URL,
        SOURCE_KIND,
        SOURCE_DATE,
        CONFIDENCE,
        VALID_FROM,
        VALID_TO,
        CHECKED_ON,
        CHECK_BY,
        VERIFIED_ON,
        VERIFIED_BY,
        EDITOR_NOTE,
    ],
    most_rows: 50_000,
};

/// Meetings.
pub const EVENTS: Sheet = Sheet {
    name: "events",
    is_needed: false,
    columns: &[
        Column::must(
            "id",
            "集まりの id。変えないでください。",
            "The id of the meeting. Never change it.",
        )
        .of(Id),
        Column::must("name", "画面に出す名前。", "The name that screens show."),
        Column::must(
            "entry",
            "どの窓口の集まりか（窓口の id）。空なら単独で出ます。",
            "The entry whose meeting it is (id). Empty: shown by itself.",
        )
        .of(Name("entries", "id")),
        PREFECTURE,
        Column::must(
            "schedule_text",
            "いつあるか、文で。",
            "When it takes place, in words.",
        )
        .of(Hours),
        Column::may("organizer", "主催。", "Who holds it."),
        MUNICIPALITY,
        Column::may(
            "schedule",
            "いつあるか、opening_hours の書き方で。",
            "The same in the syntax of opening_hours.",
        )
        .of(Hours),
        PLACE,
        ADDRESS,
        Column::may("phone", "電話番号。", "The phone number.").of(Phone),
        Column::may(
            "online",
            "オンラインか。both と hybrid は会場でも。空なら不明。",
            "Whether it is online; both and hybrid also on the spot. Empty: unknown.",
        )
        .of(Word(&["yes", "no", "both", "hybrid"])),
        ROLES,
        WHO,
        SOURCE_NAME,
        SOURCE_URL,
        SOURCE_KIND,
        SOURCE_DATE,
        CONFIDENCE,
        VALID_FROM,
        VALID_TO,
        CHECKED_ON,
        CHECK_BY,
        VERIFIED_ON,
        VERIFIED_BY,
        EDITOR_NOTE,
    ],
    most_rows: 10_000,
};

/// The names of the prefectures.
pub const AREAS: Sheet = Sheet {
    name: "areas",
    is_needed: false,
    columns: &[
        Column::must(
            "code",
            "都道府県コード（2桁）。",
            "The prefecture code (two digits).",
        )
        .of(Prefecture),
        Column::must("ja", "名前（日本語）。", "Its name in Japanese."),
        Column::may("kana", "読み。", "How the name is read."),
        Column::may("en", "名前（英語）。", "Its name in English."),
    ],
    most_rows: 1_000,
};

/// Rows of the research data that are not used, each with the reason.
pub const UNUSED: Sheet = Sheet {
    name: "unused",
    is_needed: false,
    columns: &[
        Column::must("file", "もとのファイル。", "The file it was in."),
        Column::must("row", "もとの行の id。", "The id of the row."),
        Column::must("reason", "使わない理由。", "Why it is not used."),
    ],
    most_rows: 50_000,
};

/// Numbers that are known to be wrong; they stand nowhere else.
pub const WRONG_NUMBERS: Sheet = Sheet {
    name: "wrong_numbers",
    is_needed: false,
    columns: &[
        Column::must(
            "number",
            "間違いと分かっている番号。ほかの表には書けません。",
            "A number that is known to be wrong. It may stand in no other sheet.",
        )
        .of(Phone),
        Column::must("why", "どう間違いか。", "What is wrong with it."),
        Column::may(
            "right",
            "正しい番号（分かっていれば）。",
            "The right number, where it is known.",
        )
        .of(Phone),
        Column::may(
            "beside",
            "この番号がこのことばと一緒に出てくるときだけ間違い。空なら、いつでも。",
            "Wrong only in a row that holds this word. Empty means always.",
        ),
        Column::may("source", "どこで分かったか。", "Where this was found."),
    ],
    most_rows: 5_000,
};
