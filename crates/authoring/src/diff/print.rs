//! What changed, for the terminal.

use std::io::{self, Write};

use super::{Cell, Change, Diff, Matter, Piece, Spot, What, Whole};
use crate::finding::Said;

/// Prints how much changed, and then what.
///
/// # Errors
/// When `out` does.
pub fn print(diff: &Diff, mut out: impl Write) -> io::Result<()> {
    if diff.is_empty() {
        return writeln!(out, "何も変わっていません。 / Nothing changed.");
    }
    let n_changes = diff.changes.len();
    writeln!(
        out,
        "{n_changes} か所が変わりました。 / {n_changes} changes."
    )?;
    let counted = Matter::ALL
        .into_iter()
        .map(|matter| (matter.name(), diff.of(matter).count()))
        .filter(|(_, n_changes)| *n_changes > 0);
    for (Said { ja, en }, n_changes) in counted {
        writeln!(out, "  {ja} / {en}: {n_changes}")?;
    }
    for matter in Matter::ALL {
        if diff.of(matter).next().is_some() {
            let Said { ja, en } = matter.name();
            writeln!(out, "\n{ja} / {en}")?;
        }
        for change in diff.of(matter) {
            print_change(change, &mut out)?;
        }
    }
    Ok(())
}

fn print_change(change: &Change, out: &mut impl Write) -> io::Result<()> {
    let Change {
        table, id, title, ..
    } = change;
    write!(out, "  {table} [{id}]")?;
    if !title.is_empty() {
        write!(out, " {title}")?;
    }
    match &change.what {
        What::Added(whole) => print_whole(whole, "+", out),
        What::Removed(whole) => print_whole(whole, "-", out),
        What::Moved { before, after } => {
            writeln!(out)?;
            print_spot("-", before, out)?;
            print_spot("+", after, out)
        }
        What::Cell(cell) => print_cell(cell, out),
    }
}

fn print_whole(whole: &Whole, sign: &str, out: &mut impl Write) -> io::Result<()> {
    match &whole.perhaps {
        Some(other) => writeln!(
            out,
            "（「{other}」の id が変わっただけかもしれません / perhaps \"{other}\" with another id）"
        )?,
        None => writeln!(out)?,
    }
    for (column, text) in &whole.cells {
        writeln!(out, "    {sign} {column}: {text}")?;
    }
    Ok(())
}

fn print_spot(sign: &str, spot: &Spot, out: &mut impl Write) -> io::Result<()> {
    let Spot { number, follows } = spot;
    if follows.is_empty() {
        writeln!(out, "    {sign} 1番目 / first")
    } else {
        writeln!(
            out,
            "    {sign} {number}番目、「{follows}」の次 / number {number}, after \"{follows}\""
        )
    }
}

fn print_cell(cell: &Cell, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, " [{}]", cell.column)?;
    let (before, after) = (
        marked(cell, |piece| !matches!(piece, Piece::New(_))),
        marked(cell, |piece| !matches!(piece, Piece::Old(_))),
    );
    for (sign, text, words) in [
        ("-", before.as_ref().unwrap_or(&cell.before), &cell.meant),
        ("+", after.as_ref().unwrap_or(&cell.after), &cell.means),
    ] {
        for Said { ja, en } in words {
            writeln!(out, "    {sign} {ja}")?;
            writeln!(out, "      {en}")?;
        }
        let text = if text.is_empty() {
            "（空 / empty）"
        } else {
            text
        };
        let mark = if words.is_empty() { sign } else { " " };
        writeln!(out, "    {mark} {text}")?;
    }
    Ok(())
}

/// One side of two wordings with the changed parts in brackets; `None` where the cell is no wording.
fn marked(cell: &Cell, is_shown: fn(&Piece) -> bool) -> Option<String> {
    if cell.pieces.is_empty() {
        return None;
    }
    let shown = cell.pieces.iter().filter(|piece| is_shown(piece));
    Some(
        shown
            .map(|piece| match piece {
                Piece::Same(text) => text.clone(),
                Piece::Old(text) | Piece::New(text) => format!("【{text}】"),
            })
            .collect(),
    )
}
