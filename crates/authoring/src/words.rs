//! All words: from the labels of the survey, the needs, and the text table, to one words pack a language.

mod assemble;
mod check;
mod counted;
mod form;
mod guard;
mod repeats;
mod signed;
mod slots;
mod strings;
mod wording;

use std::collections::BTreeMap;
use std::ops::Bound;

use domain::asking::Ask;
use domain::ledger::Ledger;

pub use assemble::{guide_in, words_in};
pub use check::tags as check_tags;

use domain::text::Lang;

use crate::directory::CompiledContact;
use crate::finding::{Findings, Said};
use crate::nearest::nearest;
use crate::rules;
use crate::said;
use crate::survey;
use crate::table::{Folder, Row};
use repeats::FIXED;
use signed::Signatures;
use slots::{Slot, Slots};
use wording::{PLAIN, Wording};

/// Everything that words belong to.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The survey.
    pub survey: &'a survey::Compiled<'a>,
    /// The rules.
    pub rules: &'a rules::Compiled<'a>,
    /// The contacts.
    pub contacts: &'a [CompiledContact],
    /// The numbers that stand in a code.
    pub ledger: &'a Ledger,
    /// The questions to ask.
    pub asks: &'a [Ask],
}

/// The text table by key.
#[derive(Debug)]
pub struct Texts<'a> {
    by_key: BTreeMap<&'a str, Wording<'a>>,
    signatures: Signatures<'a>,
}

impl<'a> Texts<'a> {
    /// The languages of this content, in the order of [`Lang::ALL`].
    pub fn langs(&self) -> Vec<Lang> {
        self.signatures.langs()
    }

    fn get(&self, key: &str) -> Option<Wording<'a>> {
        self.by_key.get(key).copied()
    }

    /// The wordings of a key for voices, by voice, in alphabetical order.
    fn voices(&self, key: &str) -> Vec<(&'a str, Wording<'a>)> {
        let prefix = [key, "@"].concat();
        self.by_key
            .range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded))
            .map_while(|(key, wording)| Some((key.strip_prefix(&prefix)?, *wording)))
            .collect()
    }
}

/// Reads the text table and checks every word of the content.
pub fn compile<'a>(folder: &'a Folder, parts: Parts<'_>, findings: &mut Findings) -> Texts<'a> {
    let slots = Slots::of(parts);
    let mut texts = Texts {
        by_key: BTreeMap::new(),
        signatures: Signatures::read(folder, findings),
    };
    for row in folder.texts().flat_map(|table| table.rows()) {
        add_row(&mut texts, row, &slots, findings);
    }
    let mut gaps = check::Gaps::in_langs(texts.langs());
    for (key, wording) in &texts.by_key {
        if let Some((base, form)) = key.split_once(counted::MARK) {
            counted::check(base, form, *wording, &texts, findings);
            continue;
        }
        let is_reviewed = |lang| texts.signatures.is_reviewed(*wording, lang);
        check::text(key, *wording, &slots, is_reviewed, &mut gaps, findings);
    }
    check::missing(&texts, &slots, findings);
    check::hidden_hours(&texts, parts.contacts, findings);
    check::survey(parts.survey, &mut gaps, findings);
    for row in &parts.rules.need_rows {
        check::required(Wording::of(*row, PLAIN), &mut gaps, findings);
    }
    gaps.report(findings);
    let sayings = strings::every(folder);
    texts.signatures.check(&sayings, findings);
    form::check(&sayings, findings);
    repeats::check(&sayings, findings);
    guard::check(folder, &sayings, findings);
    texts
}

fn add_row<'a>(texts: &mut Texts<'a>, row: Row<'a>, slots: &Slots, findings: &mut Findings) {
    let cell = row.cell("key");
    let key = cell.value;
    if let Some(what_to_do) = misfit(key, slots) {
        findings.warning(
            cell,
            said!(
                "この key の文は、どこにも使われません。",
                "The text with this key is used nowhere."
            ),
            what_to_do,
        );
    }
    let wording = Wording::of(row, PLAIN);
    if let Some(first) = texts.by_key.insert(key, wording) {
        let (file, row) = (first.ja().file, first.ja().row);
        findings.error(
            cell,
            said!(
                "この key は {file} の {row} 行目にもあります。",
                "This key is also in {file}, row {row}."
            ),
            said!("どちらかを消してください。", "Remove one of them."),
        );
    }
}

/// What to do about a key that belongs to nothing; `None` when it belongs to something.
fn misfit(key: &str, slots: &Slots) -> Option<Said> {
    let (base, voice) = match key.split_once('@') {
        Some((base, voice)) => (base, Some(voice)),
        None => (key, None),
    };
    if let Some((base, form)) = base.split_once(counted::MARK) {
        return counted::misfit(base, form);
    }
    let unknown = |suggestion: Option<String>| match suggestion {
        Some(key) => said!(
            "「{key}」のことではありませんか。",
            "Did you mean \"{key}\"?"
        ),
        None => said!(
            "id を確かめるか、行を消してください。",
            "Check the ids in it, or remove the row."
        ),
    };
    if base.starts_with(FIXED) {
        return None;
    }
    let Some(slot) = slots.get(base) else {
        let near = nearest(base, slots.keys());
        return Some(unknown(near.map(str::to_owned)));
    };
    match voice {
        Some(voice) if !slot.allows(voice) => {
            let near = nearest(voice, slot.voices.iter().map(String::as_str));
            Some(unknown(near.map(|voice| [base, "@", voice].concat())))
        }
        None if slot.is_in_survey => Some(said!(
            "@ の付かない文は survey か choices の label に書きます。",
            "The text without @ belongs in the label of survey or choices."
        )),
        Some(_) | None => None,
    }
}

/// The key without the voice.
fn base_of(key: &str) -> &str {
    key.split_once('@').map_or(key, |(base, _)| base)
}

/// The slot that a key of the text table belongs to.
fn slot_of<'s>(key: &str, slots: &'s Slots) -> Option<&'s Slot> {
    slots.get(base_of(key))
}
