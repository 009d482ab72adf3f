//! What is wrong with words: gaps, furigana, placeholders, and tags.

use std::collections::BTreeMap;

use domain::survey::Purpose;
use domain::text::Lang;

use super::slots::{Care, Needed, Slots};
use super::wording::{CONSTRAINT, HINT, LABEL, Piece, Wording, has_tag, is_kana, is_kanji, pieces};
use super::{Texts, slot_of};
use crate::directory::{CompiledContact, warn_hidden};
use crate::finding::{Findings, Place};
use crate::said;
use crate::survey;
use crate::table::sheets::{LANGUAGES, TEXT};
use crate::table::{Cell, Folder};

/// The languages that are to be complete on every screen. The others need only some of the texts, and their gaps are no list of what is to be done.
const COMPLETE: [Lang; 3] = [Lang::Ja, Lang::JaEasy, Lang::En];

/// Texts that the languages of the content lack, counted.
#[derive(Debug)]
pub struct Gaps {
    langs: Vec<Lang>,
    n_by_place: BTreeMap<(String, String), usize>,
}

impl Gaps {
    /// No gaps so far in these languages.
    pub fn in_langs(langs: Vec<Lang>) -> Self {
        Self {
            langs,
            n_by_place: BTreeMap::new(),
        }
    }

    /// The languages of the content.
    fn langs(&self) -> Vec<Lang> {
        self.langs.clone()
    }

    fn add(&mut self, lang: Lang, cell: Cell<'_>) {
        let place = if COMPLETE.contains(&lang) {
            (cell.file.to_owned(), cell.column.to_owned())
        } else {
            (LANGUAGES.file(), lang.code().to_owned())
        };
        *self.n_by_place.entry(place).or_default() += 1;
    }

    /// One note for each file and language; for a language that need not be complete, one.
    pub fn report(self, findings: &mut Findings) {
        for ((file, column), n_gaps) in self.n_by_place {
            findings.note(
                Place::column(&file, &column),
                said!(
                    "{n_gaps} 個の文がまだありません。日本語で表示し、印を付けます。",
                    "{n_gaps} texts are missing. They are shown in Japanese, marked."
                ),
                said!(
                    "訳せるところから埋めてください。",
                    "Fill them in as you can."
                ),
            );
        }
    }
}

/// Checks one row of the text table.
pub fn text(
    key: &str,
    wording: Wording<'_>,
    slots: &Slots,
    is_reviewed: impl Fn(Lang) -> bool,
    gaps: &mut Gaps,
    findings: &mut Findings,
) {
    let slot = slot_of(key, slots);
    let care = slot.map_or(Care::Usual, |slot| slot.care);
    // A row that nobody uses is checked like any other, but lacks nothing.
    if slot.is_some() && wording.ja().is_empty() {
        missing_japanese(wording, findings);
    }
    for lang in gaps.langs() {
        let cell = wording.cell(lang);
        let is_gap = cell.is_empty() && lang != Lang::Ja && !wording.ja().is_empty();
        match care {
            Care::Fact | Care::Fixed if is_gap => missing_translation(cell, findings),
            Care::Reviewed if !cell.is_empty() && !is_reviewed(lang) => unreviewed(cell, findings),
            // Until somebody has reviewed a translation, this gap is as it should be.
            Care::Reviewed if is_gap && !is_reviewed(lang) => {}
            Care::Usual | Care::Reviewed if is_gap => gaps.add(lang, cell),
            Care::Usual | Care::Fact | Care::Fixed | Care::Reviewed => {}
        }
        look(cell, lang, findings);
    }
    placeholders(
        wording,
        slot.is_none_or(|slot| slot.may_have_placeholders),
        findings,
    );
}

/// Checks a text that stands beside its rule and must be there in Japanese.
pub fn required(wording: Wording<'_>, gaps: &mut Gaps, findings: &mut Findings) {
    beside(wording, true, gaps, findings);
}

/// Checks a text that stands beside its rule, where there may be none.
fn optional(wording: Wording<'_>, gaps: &mut Gaps, findings: &mut Findings) {
    let is_said = Lang::ALL.iter().any(|lang| !wording.cell(*lang).is_empty());
    beside(wording, is_said, gaps, findings);
}

fn beside(wording: Wording<'_>, is_required: bool, gaps: &mut Gaps, findings: &mut Findings) {
    if is_required && wording.ja().is_empty() {
        missing_japanese(wording, findings);
    }
    for lang in gaps.langs() {
        let cell = wording.cell(lang);
        if cell.is_empty() && !wording.ja().is_empty() {
            gaps.add(lang, cell);
        }
        look(cell, lang, findings);
    }
    placeholders(wording, false, findings);
}

/// Checks that the text table has every key that it must have.
pub fn missing(texts: &Texts<'_>, slots: &Slots, findings: &mut Findings) {
    for (key, _) in slots
        .needed()
        .filter(|(key, needed)| *needed != Needed::No && texts.get(key).is_none())
    {
        findings.error(
            Place {
                value: Some(key.to_owned()),
                ..Place::column(&TEXT.file(), "key")
            },
            said!(
                "「{key}」の文がありません。",
                "The text \"{key}\" is missing."
            ),
            said!(
                "text の表に key「{key}」の行を作ってください。",
                "Make a row with the key \"{key}\" in a text table."
            ),
        );
    }
}

/// Says which hours of contacts stand in the text table but may not be shown.
pub fn hidden_hours(texts: &Texts<'_>, contacts: &[CompiledContact], findings: &mut Findings) {
    for compiled in contacts.iter().filter(|compiled| !compiled.shows_hours) {
        if let Some(hours) = texts.get(&["contact.", &compiled.contact.id, ".hours"].concat()) {
            warn_hidden(hours.ja(), findings);
        }
    }
}

/// Checks the labels, hints and messages of the survey.
pub fn survey(survey: &survey::Compiled<'_>, gaps: &mut Gaps, findings: &mut Findings) {
    let mut seen = Vec::new();
    for (question, rows) in survey.survey.questions.iter().zip(&survey.rows) {
        required(Wording::of(rows.question, LABEL), gaps, findings);
        optional(Wording::of(rows.question, HINT), gaps, findings);
        let message = Wording::of(rows.question, CONSTRAINT);
        if rows.question.cell("constraint").is_empty() {
            optional(message, gaps, findings);
        } else {
            required(message, gaps, findings);
        }
        // Municipalities are called by their names, and two questions may share a list.
        for row in &rows.choices {
            if question.purpose != Purpose::Municipality && !seen.contains(&row.number()) {
                seen.push(row.number());
                required(Wording::of(*row, LABEL), gaps, findings);
            }
        }
    }
}

/// Checks that no cell of any table carries an HTML tag.
pub fn tags(folder: &Folder, findings: &mut Findings) {
    let cells = folder
        .tables()
        .flat_map(|table| table.rows())
        .flat_map(|row| row.cells());
    for cell in cells.filter(|cell| has_tag(cell.value)) {
        findings.error(
            cell,
            said!(
                "HTML のタグのようなものがあります。",
                "There is something like an HTML tag."
            ),
            said!(
                "< の付いた部分を消してください。文字だけを書けます。",
                "Remove the part with <. Only plain text can stand here."
            ),
        );
    }
}

fn missing_japanese(wording: Wording<'_>, findings: &mut Findings) {
    findings.error(
        wording.ja(),
        said!("日本語の文がありません。", "The Japanese text is missing."),
        said!("日本語の文を書いてください。", "Write the Japanese text."),
    );
}

fn missing_translation(cell: Cell<'_>, findings: &mut Findings) {
    findings.error(
        cell,
        said!(
            "つらいときや同意の画面の文は、どの言語にも必要です。",
            "The fixed words of the crisis and privacy screens must be there in every language."
        ),
        said!(
            "この言語の文を書いてください。",
            "Write the text in this language."
        ),
    );
}

fn unreviewed(cell: Cell<'_>, findings: &mut Findings) {
    findings.error(
        cell,
        said!(
            "つらいときや同意の画面の文ですが、この言語で確かめた人がいません。",
            "This stands on a crisis, consent or kiosk screen, and nobody has reviewed it in this language."
        ),
        said!(
            "その言語で暮らす人に確かめてもらい、この行の reviewed_by に「言語:名前」と書いてください。それまでは空にします。日本語で表示します。",
            "Have somebody who lives in the language review it, and write \"language:name\" in reviewed_by of this row. Empty it until then; it is shown in Japanese."
        ),
    );
}

/// Checks how a single text looks.
pub fn look(cell: Cell<'_>, lang: Lang, findings: &mut Findings) {
    let Ok(found) = pieces(cell.value) else {
        findings.error(
            cell,
            said!(
                "{{ }} や | の使い方が正しくありません。",
                "The braces or bars make no sense."
            ),
            said!(
                "ふりがなは {{漢字|かんじ}}、差し込みは {{n}} の形だけです。",
                "Furigana is {{漢字|かんじ}}, a placeholder is {{n}}; nothing else."
            ),
        );
        return;
    };
    for piece in found {
        match piece {
            Piece::Plain(text) => {
                if let Some(kanji) = text.chars().find(|character| is_kanji(*character))
                    && lang == Lang::JaEasy
                {
                    findings.error(
                        cell,
                        said!(
                            "「{kanji}」にふりがながありません。",
                            "\"{kanji}\" has no furigana."
                        ),
                        said!(
                            "{{{kanji}|よみ}} の形で書いてください。",
                            "Write it as {{{kanji}|reading}}."
                        ),
                    );
                }
            }
            Piece::Ruby(_, reading) => {
                if !reading.chars().all(is_kana) {
                    findings.error(
                        cell,
                        said!(
                            "ふりがな「{reading}」にかな以外の文字があります。",
                            "The reading \"{reading}\" has characters that are not kana."
                        ),
                        said!("ひらがなで書いてください。", "Write it in hiragana."),
                    );
                }
            }
            Piece::Placeholder(_) => {}
        }
    }
}

/// Checks that every language has the placeholders of the Japanese text, and that somebody fills them.
fn placeholders(wording: Wording<'_>, may_have: bool, findings: &mut Findings) {
    let ja = placeholders_in(wording.ja().value);
    if let Some(name) = ja.first()
        && !may_have
    {
        findings.error(
            wording.ja(),
            said!(
                "{{{name}}} はここでは使えません。",
                "{{{name}}} cannot be used here."
            ),
            said!(
                "差し込みは ui. で始まる文でだけ使えます。",
                "Only texts whose key starts with ui. have placeholders."
            ),
        );
    }
    for lang in Lang::ALL {
        let cell = wording.cell(lang);
        if !cell.is_empty() && placeholders_in(cell.value) != ja {
            let listed = if ja.is_empty() {
                "（なし / none）".to_owned()
            } else {
                ja.iter()
                    .map(|name| ["{", name, "}"].concat())
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            findings.error(
                cell,
                said!(
                    "差し込みが日本語の文と違います。",
                    "The placeholders are not those of the Japanese text."
                ),
                said!(
                    "日本語の文の差し込みは {listed} です。",
                    "The placeholders of the Japanese text are {listed}."
                ),
            );
        }
    }
}

/// The names of the placeholders of a text, each once.
pub fn placeholders_in(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = pieces(text)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name),
            Piece::Plain(_) | Piece::Ruby(..) => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
