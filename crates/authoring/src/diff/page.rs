//! What changed, as a page to read and print.

use maud::{Markup, html};

use super::{Cell, Change, Diff, Matter, Piece, Spot, What, Whole};
use crate::finding::Said;
use crate::paper;
use crate::said;

/// The page; it needs no script and loads nothing.
pub fn page(diff: &Diff) -> String {
    let title = said!("変わったところ", "What changed");
    let n_changes = diff.changes.len();
    let body = html! {
        header {
            h1 { (title) }
            @if diff.is_empty() {
                p { (said!("何も変わっていません。", "Nothing changed.")) }
            } @else {
                p { (said!(
                    "{n_changes} か所が変わりました。新しい番号には、電話をかけて確かめてください。",
                    "{n_changes} changes. Please dial every new number."
                )) }
                dl.facts.counts {
                    @for matter in Matter::ALL {
                        div { dt { (matter.name()) } dd { (diff.of(matter).count()) } }
                    }
                }
            }
        }
        @for matter in Matter::ALL {
            @let changes: Vec<&Change> = diff.of(matter).collect();
            @if !changes.is_empty() {
                @let id = format!("{matter:?}").to_lowercase();
                section {
                    h2 #(id) { (matter.name()) }
                    (table(&id, &changes))
                }
            }
        }
    };
    paper::page(&title.ja, &body)
}

/// The changes of one matter, below the heading with this id.
fn table(heading: &str, changes: &[&Change]) -> Markup {
    html! {
        table.listing.change aria-labelledby=(heading) {
            thead { tr {
                th scope="col" { (said!("どこ", "Where")) }
                th.column scope="col" { (said!("列", "Column")) }
                th scope="col" { (said!("前", "Before")) }
                th scope="col" { (said!("後", "After")) }
            } }
            tbody { @for change in changes { (row(change)) } }
        }
    }
}

fn row(change: &Change) -> Markup {
    html! {
        tr {
            th scope="row" {
                @if !change.title.is_empty() { (change.title) br; }
                small { (change.table) " [" (change.id) "]" }
            }
            @match &change.what {
                What::Added(row) => { td { (said!("行", "row")) } td {} td { (whole(row)) } },
                What::Removed(row) => { td { (said!("行", "row")) } td { (whole(row)) } td {} },
                What::Moved { before, after } => {
                    td { (said!("順番", "order")) }
                    td { (spot(before)) }
                    td { (spot(after)) }
                },
                What::Cell(cell) => (cells(cell)),
            }
        }
    }
}

fn whole(row: &Whole) -> Markup {
    html! {
        @if let Some(other) = &row.perhaps {
            p { (said!(
                "「{other}」の id が変わっただけかもしれません。",
                "Perhaps \"{other}\" with another id."
            )) }
        }
        @for (column, text) in &row.cells {
            span.same { (column) ": " } (text) br;
        }
    }
}

fn spot(spot: &Spot) -> Said {
    let Spot { number, follows } = spot;
    if follows.is_empty() {
        said!("1番目", "first")
    } else {
        said!(
            "{number}番目、「{follows}」の次",
            "number {number}, after \"{follows}\""
        )
    }
}

fn cells(cell: &Cell) -> Markup {
    let language = cell.language.as_deref();
    let is_same_meaning = !cell.meant.is_empty() && cell.meant == cell.means;
    html! {
        td { (cell.column) }
        @if cell.pieces.is_empty() {
            td { (one(&cell.before, &cell.meant)) }
            td {
                (one(&cell.after, &cell.means))
                @if is_same_meaning { p { (said!("意味は同じです。", "The meaning is the same.")) } }
            }
        } @else {
            td lang=[language] { (marked(cell, |piece| !matches!(piece, Piece::New(_)))) }
            td lang=[language] { (marked(cell, |piece| !matches!(piece, Piece::Old(_)))) }
        }
    }
}

fn one(text: &str, words: &[Said]) -> Markup {
    html! {
        @for line in words { p { (line) } }
        @if words.is_empty() {
            @if text.is_empty() { (empty()) } @else { strong { (text) } }
        } @else {
            p.expression { code { (text) } }
        }
    }
}

fn empty() -> Markup {
    html! { span.same { (said!("（空）", "(empty)")) } }
}

fn marked(cell: &Cell, is_shown: fn(&Piece) -> bool) -> Markup {
    let mut shown = cell
        .pieces
        .iter()
        .filter(|piece| is_shown(piece))
        .peekable();
    if shown.peek().is_none() {
        return empty();
    }
    html! {
        @for piece in shown {
            @match piece {
                Piece::Same(text) => (text),
                Piece::Old(text) => del { (text) },
                Piece::New(text) => ins { (text) },
            }
        }
    }
}
