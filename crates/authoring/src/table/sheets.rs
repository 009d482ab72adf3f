//! The sheets of the content workbook and their columns.
//!
//! Source: `content/README.md`; `survey`, `choices` and `settings` are those of XLSForm.

/// One sheet of the workbook.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; `supports` is in `supports.csv`.
    pub name: &'static str,
    /// Whether content without it cannot be published.
    pub is_needed: bool,
    /// Columns that it must have.
    pub required: &'static [&'static str],
    /// Columns that it may have.
    pub optional: &'static [&'static str],
}

impl Sheet {
    /// The name of its file.
    pub fn file(&self) -> String {
        [self.name, ".csv"].concat()
    }
}

/// The questions.
pub const SURVEY: Sheet = Sheet {
    name: "survey",
    is_needed: true,
    required: &["type", "name", "label::ja", "relevant"],
    optional: &[
        "label::ja-x-easy",
        "label::en",
        "hint::ja",
        "hint::ja-x-easy",
        "hint::en",
        "constraint",
        "constraint_message::ja",
        "constraint_message::ja-x-easy",
        "constraint_message::en",
        "choice_filter",
        "emergency",
    ],
};

/// The choices of the questions, by list.
pub const CHOICES: Sheet = Sheet {
    name: "choices",
    is_needed: true,
    required: &["list_name", "name", "label::ja"],
    optional: &[
        "label::ja-x-easy",
        "label::en",
        "exclusive",
        "prefecture",
        "own_door",
        "quiet",
    ],
};

/// What the form is called.
pub const SETTINGS: Sheet = Sheet {
    name: "settings",
    is_needed: false,
    required: &["form_title", "form_id", "version", "default_language"],
    optional: &[],
};

/// The needs N01 to N25.
pub const NEEDS: Sheet = Sheet {
    name: "needs",
    is_needed: true,
    required: &["id", "ja"],
    optional: &["ja-x-easy", "en", "basis"],
};

/// The kinds of help.
pub const SUPPORTS: Sheet = Sheet {
    name: "supports",
    is_needed: true,
    required: &["id", "needs", "when", "scope", "entry_kinds", "sources"],
    optional: &[
        "urgent_when",
        "leads_when",
        "only_with_entries_for",
        "emergency",
        "checked_on",
        "check_by",
    ],
};

/// Other wordings of a support's texts under a condition.
pub const VOICES: Sheet = Sheet {
    name: "voices",
    is_needed: false,
    required: &["support", "voice", "when"],
    optional: &[],
};

/// Extra sentences under a condition.
pub const SENTENCES: Sheet = Sheet {
    name: "sentences",
    is_needed: false,
    required: &["id", "support", "when"],
    optional: &[],
};

/// Where facts come from.
pub const SOURCES: Sheet = Sheet {
    name: "sources",
    is_needed: true,
    required: &["id", "name", "url", "date", "kind"],
    optional: &[],
};

/// Contact points for the whole country.
pub const CONTACTS: Sheet = Sheet {
    name: "contacts",
    is_needed: true,
    required: &["id", "phone", "url", "status", "ship", "supports", "group"],
    optional: &[
        "phone_note",
        "phone2",
        "phone2_note",
        "hours",
        "hours_conflict",
        "prefectures",
        "source_name",
        "source_url",
        "source_kind",
        "source_date",
        "checked_on",
        "check_by",
        "verified_on",
        "verified_by",
        "editor_note",
    ],
};

/// Contact points on the spot.
pub const ENTRIES: Sheet = Sheet {
    name: "entries",
    is_needed: true,
    required: &[
        "id",
        "kind",
        "name",
        "prefecture",
        "phone",
        "url",
        "address",
    ],
    optional: &[
        "name_kana",
        "alias",
        "organization",
        "municipality",
        "postal_code",
        "place",
        "phone_ext",
        "phone_note",
        "phone2",
        "phone2_note",
        "fax",
        "email",
        "hours_text",
        "hours",
        "closed",
        "channels",
        "who_can_use",
        "roles",
        "fee",
        "referral",
        "languages",
        "accessibility",
        "tags",
        "source_name",
        "source_url",
        "source_kind",
        "source_date",
        "confidence",
        "checked_on",
        "check_by",
        "verified_on",
        "verified_by",
        "editor_note",
    ],
};

/// Meetings.
pub const EVENTS: Sheet = Sheet {
    name: "events",
    is_needed: false,
    required: &["id", "name", "entry", "prefecture", "schedule_text"],
    optional: &[
        "organizer",
        "municipality",
        "schedule",
        "place",
        "address",
        "phone",
        "online",
        "roles",
        "who_can_use",
        "source_name",
        "source_url",
        "source_kind",
        "source_date",
        "confidence",
        "checked_on",
        "check_by",
        "verified_on",
        "verified_by",
        "editor_note",
    ],
};

/// The names of the prefectures.
pub const AREAS: Sheet = Sheet {
    name: "areas",
    is_needed: false,
    required: &["code", "ja"],
    optional: &["kana", "en"],
};

/// Rows of the research data that are not used, each with the reason.
pub const UNUSED: Sheet = Sheet {
    name: "unused",
    is_needed: false,
    required: &["file", "row", "reason"],
    optional: &[],
};

/// Who has read which version and agrees that it is published.
pub const REVIEWS: Sheet = Sheet {
    name: "reviews",
    is_needed: false,
    required: &["name", "role", "reviewed_on", "version"],
    optional: &["note"],
};

/// All words that stand in no other sheet. May be split over files `text….csv`.
pub const TEXT: Sheet = Sheet {
    name: "text",
    is_needed: false,
    required: &["key", "ja"],
    optional: &["ja-x-easy", "en", "note"],
};

/// All sheets.
pub const SHEETS: [&Sheet; 15] = [
    &SURVEY, &CHOICES, &SETTINGS, &NEEDS, &SUPPORTS, &VOICES, &SENTENCES, &SOURCES, &CONTACTS,
    &ENTRIES, &EVENTS, &AREAS, &UNUSED, &REVIEWS, &TEXT,
];
