//! Every string of the content: what the app says in some language, wherever it stands.

use domain::text::{Lang, plain};

use super::wording::{CONSTRAINT, Columns, HINT, LABEL, PLAIN, Wording};
use crate::table::sheets::{CHOICES, NEEDS, SURVEY, TEXT};
use crate::table::{Folder, Row, Table};

/// One text of the content in all its languages.
#[derive(Clone, Debug)]
pub struct Saying<'a> {
    /// The name of its sheet; `text` for all parts of the text table.
    pub sheet: &'static str,
    /// The key of the text table; elsewhere the name of the row and the field, `role.label`.
    pub key: String,
    /// The text.
    pub wording: Wording<'a>,
}

/// All texts, in the order of the sheets and their rows. Those of rows that nothing uses are among them.
pub fn every(folder: &Folder) -> Vec<Saying<'_>> {
    let of =
        |sheet: &'static str, table, name: &'static str, fields: &'static [(&str, Columns)]| {
            of_table(sheet, table, name, fields)
        };
    let mut all = of(SURVEY.name, folder.table(&SURVEY), "name", &QUESTION);
    all.extend(of(CHOICES.name, folder.table(&CHOICES), "name", &CHOICE));
    all.extend(of(NEEDS.name, folder.table(&NEEDS), "id", &[("", PLAIN)]));
    for table in folder.texts() {
        all.extend(of(TEXT.name, table, "key", &[("", PLAIN)]));
    }
    all
}

const QUESTION: [(&str, Columns); 3] = [
    (".label", LABEL),
    (".hint", HINT),
    (".constraint_message", CONSTRAINT),
];
const CHOICE: [(&str, Columns); 1] = [(".label", LABEL)];

fn of_table<'a>(
    sheet: &'static str,
    table: &'a Table,
    name: &'static str,
    fields: &'static [(&str, Columns)],
) -> Vec<Saying<'a>> {
    let of_row = |row: Row<'a>| {
        fields.iter().map(move |(field, columns)| Saying {
            sheet,
            key: [row.cell(name).value, field].concat(),
            wording: Wording::of(row, *columns),
        })
    };
    table.rows().flat_map(of_row).collect()
}

/// The sentences of a text in a language, without furigana and without the marks that end them.
pub fn sentences(text: &str, lang: Lang) -> Vec<String> {
    let text = plain(text);
    let ends = |(place, letter): (usize, char)| match letter {
        '。' | '！' | '？' | '।' | '\n' => true,
        // A full stop within a number or an abbreviation has no space after it.
        '.' | '!' | '?' => match lang {
            Lang::Ja | Lang::JaEasy => false,
            Lang::En | Lang::ZhHans | Lang::Ko | Lang::Vi | Lang::PtBr | Lang::Tl | Lang::Ne => {
                text.get(place + 1..)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            }
        },
        _ => false,
    };
    let mut found = Vec::new();
    let mut start = 0;
    for (place, letter) in text.char_indices().filter(|end| ends(*end)) {
        found.extend(text.get(start..place));
        start = place + letter.len_utf8();
    }
    found.extend(text.get(start..));
    found
        .into_iter()
        .map(|sentence| sentence.trim().to_owned())
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_loses_its_furigana() {
        assert_eq!(
            sentences("{話|はな}せます。無料です。", Lang::JaEasy),
            ["話せます", "無料です"]
        );
        assert_eq!(
            sentences("It is free. Ask from 1.30 p.m.", Lang::En),
            ["It is free", "Ask from 1.30 p.m"]
        );
    }

    proptest! {
        #[test]
        fn sentences_lose_nothing_but_marks_and_spaces(text in "[あa漢。. ?\n]{0,30}") {
            let bare = |text: &str| text.replace(['。', '.', '?', ' ', '\n'], "");
            for lang in Lang::ALL {
                prop_assert_eq!(bare(&sentences(&text, lang).concat()), bare(&text));
            }
        }
    }
}
