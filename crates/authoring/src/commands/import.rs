//! `authoring import`: open data into the tables.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use authoring::finding::Severity;
use authoring::import::report::text;
use authoring::import::{Credit, Data, Imported, Refusal, Request, import, prefecture};
use authoring::{Files, read_files};
use domain::Date;
use domain::directory::{Kind, Prefecture};
use domain::support::SourceKind;
use lexopt::prelude::{Long, Value, ValueExt};

use super::{Command, files};
use crate::{Failure, default_input};

pub const COMMAND: Command = Command {
    name: "import",
    usage: "import KIND FILE [INPUT] --source-name NAME --source-url URL --license LICENSE --retrieved DATE
            [--source-date DATE] [--source-kind public|hospital|organization|other] [--entry-kind KIND]
            [--prefecture NN] [--match WORD]… [--take COLUMN]… [--as IMPORT]
            [--out DIR|FILE.csv] [--dry-run]",
    does: "
            puts the rows of a file of open data beside those of DIR; KIND is auto, hospital, event, care_service,
            public_facility, support_system, mhlw_hospital or hsds. Without --out: FILE.proposals.csv, and DIR stays as it is",
    run,
};

/// What stands on the command line.
#[derive(Default)]
struct Options {
    values: Vec<OsString>,
    source_name: String,
    source_url: String,
    license: String,
    retrieved: Option<Date>,
    source_date: Option<Date>,
    source_kind: Option<SourceKind>,
    entry_kind: Option<Kind>,
    earlier: Option<String>,
    prefecture: Option<Prefecture>,
    words: Vec<String>,
    take: BTreeSet<String>,
    out: Option<PathBuf>,
    is_dry_run: bool,
}

fn run(parser: lexopt::Parser) -> Result<(), Failure> {
    let options = options(parser)?;
    let (data, file, dir) = match options.values.as_slice() {
        [kind, file] => (data(kind)?, PathBuf::from(file), default_input()),
        [kind, file, dir] => (data(kind)?, PathBuf::from(file), PathBuf::from(dir)),
        _ => {
            return Err(Failure::Usage(
                "import takes a kind, a file and maybe a folder".into(),
            ));
        }
    };
    let retrieved = options
        .retrieved
        .ok_or_else(|| Failure::Usage("--retrieved is missing".into()))?;
    let texts = [&options.source_name, &options.source_url, &options.license].map(String::as_str);
    let source_kind = options.source_kind.unwrap_or(SourceKind::Public);
    let credit =
        Credit::new(texts, source_kind, retrieved, options.source_date).map_err(refused)?;
    let bytes = std::fs::read(&file)?;
    let tables = files(&dir)?;
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let request = Request {
        data,
        file: &name,
        bytes: &bytes,
        credit,
        entry_kind: options.entry_kind,
        earlier: options.earlier,
        prefecture: options.prefecture,
        words: options.words,
        take: options.take,
    };
    let imported = import(&request, &tables).map_err(refused)?;
    let mut out = io::stdout().lock();
    out.write_all(text(&imported.report).as_bytes())?;
    writeln!(out, "\n{}", check(&tables, &imported))?;
    if options.is_dry_run {
        return Ok(writeln!(
            out,
            "何も書いていません。 / Nothing was written."
        )?);
    }
    let written = write(&file, options.out.as_deref(), &imported)?;
    for path in written {
        writeln!(out, "書きました / written: {}", path.display())?;
    }
    Ok(())
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("source-name") => options.source_name = parser.value()?.string()?,
            Long("source-url") => options.source_url = parser.value()?.string()?,
            Long("license") => options.license = parser.value()?.string()?,
            Long("retrieved") => options.retrieved = Some(parser.value()?.parse()?),
            Long("source-date") => options.source_date = Some(parser.value()?.parse()?),
            Long("source-kind") => {
                options.source_kind = Some(parser.value()?.parse_with(source_kind)?)
            }
            Long("entry-kind") => options.entry_kind = Some(parser.value()?.parse()?),
            Long("prefecture") => {
                let known = |text: &str| prefecture(text).ok_or("this is no prefecture");
                options.prefecture = Some(parser.value()?.parse_with(known)?);
            }
            Long("as") => options.earlier = Some(parser.value()?.string()?),
            Long("match") => options.words.push(parser.value()?.string()?),
            Long("take") => {
                options.take.insert(parser.value()?.string()?);
            }
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("dry-run") => options.is_dry_run = true,
            Value(value) if options.values.len() < 3 => options.values.push(value),
            other => return Err(Failure::Usage(other.unexpected())),
        }
    }
    Ok(options)
}

/// The data set of this name; `auto` is none.
fn data(kind: &OsString) -> Result<Option<Data>, Failure> {
    let name = kind.to_string_lossy();
    match Data::from_name(&name) {
        None if name != "auto" => {
            let names = Data::ALL.map(Data::name).join(", ");
            Err(Failure::Usage(
                format!("there is no kind {name:?}; use auto, {names}").into(),
            ))
        }
        data => Ok(data),
    }
}

fn source_kind(text: &str) -> Result<SourceKind, &'static str> {
    match text {
        "public" => Ok(SourceKind::Public),
        "hospital" => Ok(SourceKind::Hospital),
        "organization" => Ok(SourceKind::Organization),
        "other" => Ok(SourceKind::Other),
        _ => Err("use public, hospital, organization or other"),
    }
}

fn refused(Refusal { what, what_to_do }: Refusal) -> Failure {
    Failure::Refused(format!(
        "{}\n→ {}\n{}\n→ {}",
        what.ja, what_to_do.ja, what.en, what_to_do.en
    ))
}

/// What `check` says of the tables without and with the rows.
fn check(tables: &Files, imported: &Imported) -> String {
    let count = |files: &Files| {
        let findings = read_files(files).findings;
        [Severity::Error, Severity::Warning].map(|severity| {
            findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .count()
        })
    };
    let mut files = tables.clone();
    files.extend(imported.files.clone());
    let ([errors, warnings], [errors_then, warnings_then]) = (count(tables), count(&files));
    format!(
        "この行を入れると、check の結果は: エラー {errors} → {errors_then}、注意 {warnings} → {warnings_then}\n\
         With these rows, check finds: errors {errors} → {errors_then}, warnings {warnings} → {warnings_then}"
    )
}

/// Writes the tables into a folder, or the new and changed rows into a file of their own; the report goes beside them.
fn write(file: &Path, out: Option<&Path>, imported: &Imported) -> Result<Vec<PathBuf>, Failure> {
    let is_csv = |path: &Path| {
        path.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("csv"))
    };
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let report = match out {
        Some(dir) if !is_csv(dir) => {
            std::fs::create_dir_all(dir)?;
            let tables = imported
                .files
                .iter()
                .map(|(name, bytes)| (dir.join(name), bytes.clone()));
            files.extend(tables);
            dir.join(&imported.report.import)
        }
        Some(path) => {
            files.push((path.to_owned(), imported.proposed.clone()));
            path.with_extension("")
        }
        None => {
            let path = file.with_extension("proposals.csv");
            files.push((path.clone(), imported.proposed.clone()));
            path.with_extension("")
        }
    };
    let beside = |end: &str| {
        let mut name = report.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    files.push((beside(".report.txt"), text(&imported.report).into_bytes()));
    files.push((beside(".report.json"), imported.report.json()?.into_bytes()));
    for (path, bytes) in &files {
        std::fs::write(path, bytes)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
