//! What is said about two states of the content.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what should not be"
)]

mod support;

use authoring::Files;
use authoring::Given;
use authoring::diff::{Cell, Change, Diff, Matter, Piece, What, page, print};
use proptest::prelude::*;
use support::{cells, minimal, put, spoiled};

fn compare(old: &Files, new: &Files) -> Diff {
    let [old, new] = [old, new].map(|files| Given::Folder(files.clone()));
    authoring::diff::compare(&old, &new).unwrap()
}

/// What changed in the minimal pack when one cell did.
fn after_changing(file: &str, key: &str, id: &str, column: &str, value: &str) -> Diff {
    compare(&minimal(), &spoiled(file, key, id, column, value))
}

fn only(diff: &Diff) -> &Change {
    assert_eq!(diff.changes.len(), 1, "{diff:#?}");
    &diff.changes[0]
}

fn cell(change: &Change) -> &Cell {
    match &change.what {
        What::Cell(cell) => cell,
        other => panic!("{other:?}"),
    }
}

fn before_and_after(change: &Change) -> (&str, &str) {
    let cell = cell(change);
    (&cell.before, &cell.after)
}

/// A table of the minimal pack with its rows below the header in other hands.
fn with_rows(file: &str, change: impl FnOnce(&mut Vec<Vec<String>>)) -> Files {
    let mut files = minimal();
    let mut table = cells(&files, file);
    let header = table.remove(0);
    change(&mut table);
    table.insert(0, header);
    put(&mut files, file, &table);
    files
}

fn text_of(diff: &Diff) -> String {
    let mut out = Vec::new();
    print(diff, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn nothing_changed_is_said_plainly() {
    let diff = compare(&minimal(), &minimal());
    assert!(diff.is_empty());
    assert_eq!(
        text_of(&diff),
        "何も変わっていません。 / Nothing changed.\n"
    );
    assert!(page(&diff).contains("何も変わっていません。"));
}

#[test]
fn the_same_cells_in_another_encoding_are_no_change() {
    let mut files = minimal();
    for bytes in files.values_mut() {
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    assert!(compare(&minimal(), &files).is_empty());
}

#[test]
fn a_number_comes_before_everything_else() {
    let mut files = spoiled("contacts.csv", "id", "sample-line", "phone", "0120-000-999");
    let mut table = cells(&files, "needs.csv");
    table.pop();
    put(&mut files, "needs.csv", &table);
    let diff = compare(&minimal(), &files);
    let first = &diff.changes[0];
    assert_eq!(first.matter, Matter::Phone);
    assert_eq!(
        (first.table.as_str(), first.id.as_str()),
        ("contacts.csv", "sample-line")
    );
    assert_eq!(before_and_after(first), ("0120-000-000", "0120-000-999"));
}

#[test]
fn an_address_is_a_fact() {
    let diff = after_changing(
        "entries.csv",
        "id",
        "sample-sc-1",
        "address",
        "見本県見本市2",
    );
    let change = only(&diff);
    assert_eq!(change.matter, Matter::Fact);
    assert_eq!(change.title, "見本病院 相談支援センター");
    assert_eq!(before_and_after(change), ("見本県見本市1", "見本県見本市2"));
}

#[test]
fn a_new_row_is_added_with_its_number() {
    let files = with_rows("entries.csv", |rows| {
        let mut row = vec![String::new(); rows[0].len()];
        row[0] = "sample-new".into();
        row[2] = "見本の新しい窓口".into();
        row[11] = "054-000-0009".into();
        rows.push(row);
    });
    let diff = compare(&minimal(), &files);
    let matters: Vec<Matter> = diff.changes.iter().map(|change| change.matter).collect();
    assert_eq!(matters, [Matter::Phone, Matter::Added]);
    assert_eq!(before_and_after(&diff.changes[0]), ("", "054-000-0009"));
    let What::Added(whole) = &diff.changes[1].what else {
        panic!("{diff:?}");
    };
    assert_eq!(whole.perhaps, None);
    assert!(
        whole
            .cells
            .contains(&("name".into(), "見本の新しい窓口".into()))
    );
}

#[test]
fn a_row_that_is_gone_is_removed() {
    let files = with_rows("needs.csv", |rows| {
        rows.pop();
    });
    let diff = compare(&minimal(), &files);
    let change = only(&diff);
    assert_eq!(
        (change.matter, change.id.as_str()),
        (Matter::Removed, "N02")
    );
    assert_eq!(change.title, "見本のニーズ二");
}

#[test]
fn another_id_is_added_and_removed_with_a_guess() {
    let diff = after_changing("sources.csv", "id", "sample-page", "id", "other-page");
    let perhaps: Vec<(Matter, &str, Option<&str>)> = diff
        .changes
        .iter()
        .map(|change| match &change.what {
            What::Added(whole) | What::Removed(whole) => {
                (change.matter, change.id.as_str(), whole.perhaps.as_deref())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        perhaps,
        [
            (Matter::Added, "other-page", Some("sample-page")),
            (Matter::Removed, "sample-page", Some("other-page")),
        ]
    );
}

#[test]
fn rows_that_share_nothing_are_not_guessed_to_be_one() {
    let files = with_rows("sources.csv", |rows| {
        rows[0] = [
            "new-page",
            "見本の別のページ",
            "https://example.org/new",
            "2024",
            "hospital",
        ]
        .map(str::to_owned)
        .to_vec();
    });
    let diff = compare(&minimal(), &files);
    for change in &diff.changes {
        let (What::Added(whole) | What::Removed(whole)) = &change.what else {
            panic!("{change:?}");
        };
        assert_eq!(whole.perhaps, None);
    }
}

#[test]
fn one_choice_that_went_up_is_the_only_one_that_moved() {
    let files = with_rows("choices.csv", |rows| {
        let from = rows.iter().position(|row| row[1] == "peers").unwrap();
        let to = rows.iter().position(|row| row[1] == "money").unwrap();
        let row = rows.remove(from);
        rows.insert(to, row);
    });
    let diff = compare(&minimal(), &files);
    let change = only(&diff);
    assert_eq!(
        (change.matter, change.id.as_str()),
        (Matter::Moved, "worries peers")
    );
    let What::Moved { before, after } = &change.what else {
        panic!("{change:?}");
    };
    assert_eq!(
        (before.number, before.follows.as_str()),
        (3, "worries work")
    );
    assert_eq!((after.number, after.follows.as_str()), (1, ""));
}

#[test]
fn a_contact_in_another_group_moved() {
    let diff = after_changing("contacts.csv", "id", "sample-line", "group", "danger");
    let change = only(&diff);
    assert_eq!(change.matter, Matter::Moved);
    assert_eq!(before_and_after(change), ("listen", "danger"));
}

#[test]
fn the_order_of_texts_means_nothing() {
    let files = with_rows("text-sample.csv", |rows| rows.reverse());
    assert!(compare(&minimal(), &files).is_empty());
}

#[test]
fn a_new_wording_is_shown_with_what_changed_in_it() {
    let diff = after_changing("needs.csv", "id", "N01", "ja", "見本の悩み一");
    let change = only(&diff);
    assert_eq!(change.matter, Matter::Wording);
    assert_eq!(
        cell(change).pieces,
        [
            Piece::Same("見本の".into()),
            Piece::Old("ニーズ".into()),
            Piece::New("悩み".into()),
            Piece::Same("一".into()),
        ]
    );
    assert!(text_of(&diff).contains("見本の【悩み】一"));
    assert!(page(&diff).contains("<ins>悩み</ins>"));
}

#[test]
fn a_wording_is_read_out_in_its_language() {
    let in_table = after_changing("needs.csv", "id", "N01", "en", "Another sample");
    let in_survey = after_changing(
        "choices.csv",
        "name",
        "money",
        "label::English (en)",
        "Another sample",
    );
    for diff in [in_table, in_survey] {
        assert_eq!(cell(only(&diff)).language.as_deref(), Some("en"));
        assert!(page(&diff).contains("<td lang=\"en\">"));
    }
}

#[test]
fn a_rule_is_told_in_words() {
    let diff = after_changing(
        "supports.csv",
        "id",
        "bereaved-help",
        "when",
        "not(selected(${role}, 'patient'))",
    );
    let change = only(&diff);
    assert_eq!(change.matter, Matter::Rule);
    let said = |said: &[authoring::finding::Said]| (said[0].ja.clone(), said[0].en.clone());
    assert_eq!(
        said(&cell(change).meant),
        (
            "「見本の立場」で「見本の遺族」を選んだ".into(),
            "\"Sample bereaved\" was chosen in \"Sample role\"".into()
        )
    );
    assert_eq!(
        said(&cell(change).means),
        (
            "「見本の立場」で「見本の本人」を選んでいない".into(),
            "\"Sample patient\" was not chosen in \"Sample role\"".into()
        )
    );
}

#[test]
fn an_expression_that_cannot_be_read_is_shown_as_it_is() {
    let diff = after_changing("supports.csv", "id", "bereaved-help", "when", "selected(");
    let cell = cell(only(&diff));
    assert_eq!(cell.after, "selected(");
    assert!(cell.means.is_empty() && !cell.meant.is_empty());
}

#[test]
fn an_expression_written_otherwise_has_the_same_meaning() {
    let diff = after_changing(
        "supports.csv",
        "id",
        "bereaved-help",
        "when",
        "(selected( ${role},'bereaved' ))",
    );
    assert!(page(&diff).contains("意味は同じです。"));
}

#[test]
fn a_note_comes_last() {
    let diff = after_changing("needs.csv", "id", "N01", "basis", "見本のメモ");
    assert_eq!(only(&diff).matter, Matter::Other);
}

#[test]
fn two_rows_with_one_id_are_both_looked_at() {
    let files = with_rows("needs.csv", |rows| rows.push(rows[0].clone()));
    let diff = compare(&minimal(), &files);
    assert_eq!(only(&diff).id, "N01 (2)");
}

#[test]
fn names_that_look_like_markup_stay_text() {
    let text = r#"<script>alert("1")</script>&'"#;
    let mut files = spoiled("contacts.csv", "id", "sample-line", "phone", text);
    for (file, column) in [("needs.csv", 1), ("sources.csv", 0), ("entries.csv", 2)] {
        let mut table = cells(&files, file);
        table[1][column] = text.into();
        put(&mut files, file, &table);
    }
    let page = page(&compare(&minimal(), &files));
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn the_page_loads_nothing_and_names_what_its_cells_are() {
    let page = page(&after_changing("needs.csv", "id", "N01", "ja", "見本"));
    for loading in ["<script", "<link", "<img", " src=", " style=", "<form"] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert_eq!(
        page.matches("<th").count() - page.matches("<thead").count(),
        page.matches(" scope=\"").count()
    );
    assert!(page.contains("<h2 id=\"wording\">"));
    assert!(page.contains("aria-labelledby=\"wording\""));
}

#[test]
fn changes_are_data_for_the_page_of_the_editors() {
    let diff = after_changing("contacts.csv", "id", "sample-line", "phone", "0120-000-999");
    let json = serde_json::to_value(&diff).unwrap();
    let change = &json["changes"][0];
    assert_eq!(change["matter"], "phone");
    assert_eq!(change["what"]["kind"], "cell");
    assert_eq!(change["what"]["after"], "0120-000-999");
}

/// One edit of a table: which one, where, and how.
#[derive(Clone, Debug)]
enum Edit {
    Cell(usize, usize, usize, String),
    Remove(usize, usize),
    Double(usize, usize),
    Move(usize, usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let value = prop::sample::select(vec![
        "",
        "見本",
        "sample",
        "debt",
        "true()",
        "selected(${role}, 'family')",
        "0120-000-007",
        "N02",
        "x y",
        "<b>",
    ])
    .prop_map(str::to_owned);
    let edit = prop_oneof![
        (any::<usize>(), any::<usize>(), any::<usize>(), value)
            .prop_map(|(file, row, column, value)| Edit::Cell(file, row, column, value)),
        (any::<usize>(), any::<usize>()).prop_map(|(file, row)| Edit::Remove(file, row)),
        (any::<usize>(), any::<usize>()).prop_map(|(file, row)| Edit::Double(file, row)),
        (any::<usize>(), any::<usize>(), any::<usize>())
            .prop_map(|(file, from, to)| Edit::Move(file, from, to)),
    ];
    prop::collection::vec(edit, 0..6)
}

fn edited(edits: &[Edit]) -> Files {
    let mut files = minimal();
    files.remove("text-app.csv");
    let names: Vec<String> = files.keys().cloned().collect();
    for edit in edits {
        let (Edit::Cell(file, ..)
        | Edit::Remove(file, _)
        | Edit::Double(file, _)
        | Edit::Move(file, ..)) = edit;
        let name = &names[file % names.len()];
        let mut table = cells(&files, name);
        let rows = table.len() - 1;
        if rows == 0 {
            continue;
        }
        let at = |row: &usize| 1 + row % rows;
        match edit {
            Edit::Cell(_, row, column, value) => {
                let row = at(row);
                let column = column % table[row].len();
                table[row][column] = value.clone();
            }
            Edit::Remove(_, row) => {
                table.remove(at(row));
            }
            Edit::Double(_, row) => table.push(table[at(row)].clone()),
            Edit::Move(_, from, to) => {
                let row = table.remove(at(from));
                table.insert(at(to), row);
            }
        }
        put(&mut files, name, &table);
    }
    files
}

/// What happened, without the title, which is that of the newer state; pieces are those of one direction.
fn bare(diff: &Diff, is_turned: bool) -> Vec<String> {
    let mut all: Vec<String> = diff
        .changes
        .iter()
        .map(|change| {
            let (matter, what) = match &change.what {
                What::Added(whole) if is_turned => (Matter::Removed, What::Removed(whole.clone())),
                What::Removed(whole) if is_turned => (Matter::Added, What::Added(whole.clone())),
                What::Moved { before, after } if is_turned => (
                    change.matter,
                    What::Moved {
                        before: after.clone(),
                        after: before.clone(),
                    },
                ),
                What::Cell(cell) => {
                    let mut cell = cell.clone();
                    cell.pieces.clear();
                    if is_turned {
                        std::mem::swap(&mut cell.before, &mut cell.after);
                        std::mem::swap(&mut cell.meant, &mut cell.means);
                    }
                    (change.matter, What::Cell(cell))
                }
                other => (change.matter, other.clone()),
            };
            format!("{matter:?} {} {} {what:?}", change.table, change.id)
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_way_back_is_the_mirror_of_the_way_there(one in edits(), other in edits()) {
        let (one, other) = (edited(&one), edited(&other));
        prop_assert_eq!(bare(&compare(&one, &other), true), bare(&compare(&other, &one), false));
    }

    #[test]
    fn content_never_differs_from_itself(edits in edits()) {
        let files = edited(&edits);
        prop_assert!(compare(&files, &files).is_empty());
    }
}

#[test]
fn a_choice_that_lost_its_list_is_guessed_the_same_from_both_sides() {
    let (one, other) = (
        minimal(),
        spoiled("choices.csv", "name", "income_loss", "list_name", ""),
    );
    let (there, back) = (compare(&one, &other), compare(&other, &one));
    assert_eq!(there.changes.len(), 2);
    assert_eq!(bare(&there, true), bare(&back, false));
}
