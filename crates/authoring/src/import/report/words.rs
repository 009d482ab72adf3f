//! The report as a text in both languages.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Became, Difference, Encoding, Repair, Report, RowReport, Skip};
use crate::finding::Said;
use crate::said;

/// The report for people: sums first, then everything that wants a decision, then the rest.
pub fn text(report: &Report) -> String {
    let mut out = String::new();
    // Writing into a String does not fail.
    let _ = write(report, &mut out);
    out
}

fn write(report: &Report, out: &mut String) -> std::fmt::Result {
    let counts = report.counts();
    let Said { ja, en } = &report.data;
    writeln!(out, "取り込みの記録 / Import report: {}", report.import)?;
    writeln!(out, "データ / data: {ja} / {en}")?;
    writeln!(
        out,
        "ファイル / file: {}（{}）",
        report.file,
        encoding(report.encoding)
    )?;
    writeln!(
        out,
        "出典 / source: {} {}",
        report.source_name, report.source_url
    )?;
    writeln!(out, "ライセンス / license: {}", report.license)?;
    writeln!(
        out,
        "取得日 / retrieved: {}（確認した日ではありません / not the date of a check）",
        report.retrieved
    )?;
    writeln!(out)?;
    writeln!(
        out,
        "読んだ行 {read} = 新しい {new} + 変わった {changed} + 同じ {unchanged} + 使わない {skipped}",
        read = counts.read,
        new = counts.new,
        changed = counts.changed,
        unchanged = counts.unchanged,
        skipped = counts.skipped
    )?;
    writeln!(
        out,
        "read {} = new {} + changed {} + unchanged {} + skipped {}",
        counts.read, counts.new, counts.changed, counts.unchanged, counts.skipped
    )?;
    conflicts(report, out)?;
    vanished(report, out)?;
    skipped(report, out)?;
    rows(
        report,
        out,
        &Became::Changed,
        said!("変わった行", "Changed rows"),
    )?;
    rows(report, out, &Became::New, said!("新しい行", "New rows"))?;
    repairs(report, out)?;
    if !report.unused_columns.is_empty() {
        title(
            out,
            &said!("使わなかった列", "Columns not used"),
            report.unused_columns.len(),
        )?;
        writeln!(out, "  {}", report.unused_columns.join(" / "))?;
    }
    Ok(())
}

fn title(out: &mut String, said: &Said, n: usize) -> std::fmt::Result {
    writeln!(out, "\n## {} / {}: {n}", said.ja, said.en)
}

fn line(out: &mut String, row: &RowReport) -> std::fmt::Result {
    writeln!(
        out,
        "  {} 行目 / row {}  {}  {}",
        row.row, row.row, row.id, row.name
    )
}

fn difference(out: &mut String, difference: &Difference) -> std::fmt::Result {
    let Difference { column, old, new } = difference;
    writeln!(out, "    {column}: 「{old}」 → 「{new}」")
}

fn conflicts(report: &Report, out: &mut String) -> std::fmt::Result {
    let rows = || report.rows.iter().filter(|row| !row.conflicts.is_empty());
    if rows().next().is_some() {
        let said = said!(
            "人が直した欄、確かめた欄と違うもの。そのままにしました。出典のほうを使うときは --take 列の名前",
            "Differs from what a person wrote or verified. Left alone; to use the source's: --take COLUMN"
        );
        title(out, &said, rows().count())?;
        for row in rows() {
            line(out, row)?;
            for conflict in &row.conflicts {
                difference(out, conflict)?;
            }
        }
    }
    let unsigned: Vec<&RowReport> = report
        .rows
        .iter()
        .filter(|row| row.signature_removed)
        .collect();
    if !unsigned.is_empty() {
        let said = said!(
            "確かめた欄を出典のものに替えたので、確認の署名を消しました。もう一度確かめてください",
            "A verified field was taken from the source, so the signature was removed. Check again"
        );
        title(out, &said, unsigned.len())?;
        for row in unsigned {
            line(out, row)?;
        }
    }
    Ok(())
}

fn vanished(report: &Report, out: &mut String) -> std::fmt::Result {
    if report.vanished.is_empty() {
        return Ok(());
    }
    let said = said!(
        "出典からなくなった行。消していません。確かめて、消すかどうかを決めてください",
        "No longer in the source. Not removed; check, and decide whether to remove"
    );
    title(out, &said, report.vanished.len())?;
    for row in &report.vanished {
        writeln!(out, "  {}  {}（{}）", row.id, row.name, row.origin_id)?;
    }
    Ok(())
}

fn skipped(report: &Report, out: &mut String) -> std::fmt::Result {
    let mut by_reason: BTreeMap<String, Vec<(&RowReport, String)>> = BTreeMap::new();
    for row in &report.rows {
        if let Became::Skipped(skip) = &row.became {
            let Said { ja, en } = why(skip);
            let rows = by_reason.entry(format!("{ja} / {en}")).or_default();
            rows.push((row, which(skip, &row.origin_id)));
        }
    }
    if by_reason.is_empty() {
        return Ok(());
    }
    title(
        out,
        &said!("使わなかった行", "Skipped rows"),
        report.counts().skipped,
    )?;
    for (reason, rows) in by_reason {
        writeln!(out, "  {reason}: {}", rows.len())?;
        for (row, which) in rows {
            writeln!(out, "    {}: {}{which}", row.row, row.name)?;
        }
    }
    Ok(())
}

/// The row that a skipped one met.
fn which(skip: &Skip, origin_id: &str) -> String {
    match skip {
        Skip::Duplicate(row) => format!(" → {row} 行目 / row {row}"),
        Skip::OtherImport(import) => format!(" → --as {import}"),
        Skip::SameName(id) => format!(" → {id}（origin_id: {origin_id}）"),
        Skip::NoName
        | Skip::Footer
        | Skip::NoPrefecture
        | Skip::OtherPrefecture
        | Skip::NoMatch
        | Skip::Over
        | Skip::Closed
        | Skip::NotForPeople
        | Skip::Shapeless
        | Skip::NoKind => String::new(),
    }
}

fn rows(report: &Report, out: &mut String, became: &Became, said: Said) -> std::fmt::Result {
    let rows = || report.rows.iter().filter(|row| row.became == *became);
    if rows().next().is_none() {
        return Ok(());
    }
    title(out, &said, rows().count())?;
    for row in rows() {
        line(out, row)?;
        for change in &row.changes {
            difference(out, change)?;
        }
    }
    Ok(())
}

fn repairs(report: &Report, out: &mut String) -> std::fmt::Result {
    let counts = report.repairs();
    if counts.is_empty() {
        return Ok(());
    }
    title(
        out,
        &said!("直したところ", "Repairs"),
        counts.values().sum(),
    )?;
    for (repair, n) in counts {
        let Said { ja, en } = what(repair);
        let rows: Vec<String> = report
            .rows
            .iter()
            .filter(|row| row.repairs.contains(&repair))
            .map(|row| row.row.to_string())
            .collect();
        writeln!(out, "  {ja} / {en}: {n}（行 / rows {}）", rows.join(", "))?;
    }
    Ok(())
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf8WithMark => "UTF-8 (BOM)",
        Encoding::Cp932 => "Shift_JIS (CP932) → UTF-8",
    }
}

/// Why a row was skipped, in words.
pub fn why(skip: &Skip) -> Said {
    match skip {
        Skip::NoName => said!("名前がない", "no name"),
        Skip::Footer => said!("表の外の注記", "a remark outside the table"),
        Skip::Duplicate(_) => said!("ほかの行と同じ", "the same as another row"),
        Skip::NoPrefecture => said!("都道府県が分からない", "the prefecture is not known"),
        Skip::OtherPrefecture => said!("ほかの都道府県", "another prefecture"),
        Skip::NoMatch => said!("--match のことばがない", "no word of --match in it"),
        Skip::Over => said!("もう終わっている", "already over"),
        Skip::Closed => said!(
            "出典に、廃止または中止とある",
            "closed or canceled, says the source"
        ),
        Skip::NotForPeople => said!("個人向けではない制度", "not a scheme for people"),
        Skip::Shapeless => said!("行の形が違う", "the row has another shape"),
        Skip::NoKind => said!(
            "窓口の種類が分からない（--entry-kind で決めてください）",
            "the kind of entry is not known (say it with --entry-kind)"
        ),
        Skip::OtherImport(_) => said!(
            "別の取り込みの行が、すでにある（同じ一覧の新しい版なら --as を付けてください）",
            "already there from another import (if this is a new version of the same list, use --as)"
        ),
        Skip::SameName(_) => said!(
            "人が書いた同じ名前の行がある（同じものなら、その行の origin_id の列に、下の origin_id を書けばつながります）",
            "there is a row of the same name, written by hand (if it is the same, write the origin_id below into that row to link them)"
        ),
    }
}

fn what(repair: Repair) -> Said {
    match repair {
        Repair::CodePadded => said!(
            "自治体コードの0や検査数字を補った",
            "municipality codes completed"
        ),
        Repair::CheckDigit => said!("自治体コードの検査数字を直した", "check digits corrected"),
        Repair::Exponent => said!(
            "E+ の形になった番号を使わなかった",
            "numbers in exponent form not used"
        ),
        Repair::TimeFraction => said!("小数になった時刻を直した", "times that were fractions"),
        Repair::DateForm => said!("日付の書き方を直した", "dates in another form"),
        Repair::DateKeptAsNote => said!(
            "日付でないことばを、ことばのまま残した",
            "dates in words, kept as words"
        ),
        Repair::CoordinatesSwapped => said!("緯度と経度を入れかえた", "coordinates swapped back"),
        Repair::CoordinatesDropped => said!(
            "日本にない緯度経度を捨てた",
            "coordinates outside Japan dropped"
        ),
        Repair::AddressJoined => said!(
            "住所をつないだ、都道府県を補った",
            "addresses put together or completed"
        ),
        Repair::PhoneDropped => said!(
            "電話番号の形でないものを入れなかった",
            "not a phone number, left out"
        ),
        Repair::PhoneZero => said!(
            "電話番号の最初の0を補った",
            "phone numbers got their first zero back"
        ),
        Repair::AddressDropped => said!(
            "アドレスの形でないものを入れなかった",
            "not a web or mail address, left out"
        ),
        Repair::AmountLeftOut => said!(
            "金額のある文を入れなかった",
            "sentences with amounts left out"
        ),
        Repair::Uneven => said!(
            "セルの数が見出しと違う",
            "another number of cells than the header"
        ),
    }
}
