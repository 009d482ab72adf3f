//! Open data into the tables: the bytes of a file in, proposed rows and a report out.
//!
//! An import proposes; it never removes a row, never overwrites what a person wrote or verified unless told to, and never counts
//! as a check by a person. docs/decisions/0012-imports.md says why.

mod dataset;
mod grid;
pub mod hsds;
mod merge;
mod mhlw;
mod ods;
mod place;
mod proposal;
mod reach;
pub mod report;
mod source;
mod text;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use domain::Date;
use domain::directory::{Kind, Prefecture};
use domain::support::SourceKind;

use crate::finding::Said;
use crate::said;
use crate::table::Files;
use crate::table::sheets::{ENTRIES, EVENTS, IMPORTED, IMPORTS, Sheet};
use grid::Grid;
use merge::{Rules, Tables, merge};
use proposal::{Proposal, Read, Target};
use report::{Became, Encoding, Report, RowReport, Skip};
use source::Source;

pub use dataset::Data;
pub use place::{full_address, prefecture, prefecture_name};
pub use text::fingerprint;

/// Where a file was fetched, and on which terms. Kept with the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    source_name: String,
    source_url: String,
    source_kind: SourceKind,
    license: String,
    retrieved: Date,
    source_date: Option<Date>,
}

/// What is to be imported, and how.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The data set, or `None` to know it by its headers.
    pub data: Option<Data>,
    /// The file's name.
    pub file: &'a str,
    /// What stands in it.
    pub bytes: &'a [u8],
    /// Where it comes from.
    pub credit: Credit,
    /// What kind of entry the rows become; the editor's decision wherever the source cannot tell.
    pub entry_kind: Option<Kind>,
    /// The earlier import that this one goes on with, where the address of the list has changed; `None` for the one of this address.
    pub earlier: Option<String>,
    /// Only new rows of this prefecture.
    pub prefecture: Option<Prefecture>,
    /// Only new rows in which one of these words stands; all, when there are none.
    pub words: Vec<String>,
    /// Columns in which the source wins over what a person wrote.
    pub take: BTreeSet<String>,
}

/// What an import gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The tables that change, whole, by file name.
    pub files: Files,
    /// Only the rows that are new or changed, as a table of their own.
    pub proposed: Vec<u8>,
    /// What was done and what was not.
    pub report: Report,
}

/// Why a file is not imported at all, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub what: Said,
    /// What to do about it.
    pub what_to_do: Said,
}

impl Credit {
    /// The credit of a file; `source_date` is the date of the data, where the publisher tells it.
    ///
    /// # Errors
    /// When there is no name, no license, or no address that can be linked.
    pub fn new(
        [source_name, source_url, license]: [&str; 3],
        source_kind: SourceKind,
        retrieved: Date,
        source_date: Option<Date>,
    ) -> Result<Self, Refusal> {
        let is_said = !source_name.trim().is_empty() && !license.trim().is_empty();
        match reach::url(source_url) {
            Some(url) if is_said && url == source_url.trim() => Ok(Self {
                source_name: text::clean(source_name),
                source_url: url,
                source_kind,
                license: text::clean(license),
                retrieved,
                source_date,
            }),
            Some(_) | None => Err(Refusal {
                what: said!("出典がそろっていません。", "The source is not complete."),
                what_to_do: said!(
                    "出典の名前、https:// で始まるアドレス、ライセンス（CC BY 4.0 など）を書いてください。",
                    "Give its name, an address that starts with https://, and the license (such as CC BY 4.0)."
                ),
            }),
        }
    }
}

impl Refusal {
    fn no_header(data: Data) -> Self {
        let Said { ja, en } = data.said();
        Self {
            what: said!(
                "{ja}の見出しが見つかりません。",
                "No header of a {en} was found."
            ),
            what_to_do: said!(
                "種類が合っているかを確かめ、見出しの行を最初の10行の中に置いてください。",
                "Check the kind, and keep the header within the first ten rows."
            ),
        }
    }
}

/// Reads a file and puts its rows into the tables of a content folder.
///
/// # Errors
/// When the file is of another kind than said, cannot be read, or needs a decision of the editor first.
pub fn import(request: &Request<'_>, tables: &Files) -> Result<Imported, Refusal> {
    check_take(&request.take)?;
    let Gathered {
        data,
        reads,
        encoding,
        unused,
    } = gather(request)?;
    let target = if data == Data::Event {
        Target::Events
    } else {
        Target::Entries
    };
    let (main, other) = match target {
        Target::Entries => (&ENTRIES, &EVENTS),
        Target::Events => (&EVENTS, &ENTRIES),
    };
    let table = |sheet: &Sheet| Grid::read(tables.get(&sheet.file()), sheet);
    let before = Tables {
        main: table(main)?,
        other: table(other)?,
        imported: table(&IMPORTED)?,
    };
    let mut after = before.clone();
    let imports = table(&IMPORTS)?;
    let id = import_id(request, data, &imports)?;
    let (proposals, mut rows) = without_doubles(reads);
    let rules = Rules {
        target,
        data: data.name(),
        import: &id,
        take: &request.take,
    };
    let merged = merge(&proposals, &mut after, rules);
    rows.extend(merged.rows);
    rows.sort_by_key(|row| row.row);
    let mut files = Files::new();
    for (sheet, before, after) in [
        (main, &before.main, &after.main),
        (&IMPORTED, &before.imported, &after.imported),
    ] {
        if before != after {
            files.insert(sheet.file(), after.write());
        }
    }
    let credited = credited(&imports, &id, data, request);
    if credited != imports {
        files.insert(IMPORTS.file(), credited.write());
    }
    let credit = &request.credit;
    Ok(Imported {
        files,
        proposed: after.main.only(&merged.touched).write(),
        report: Report {
            import: id,
            data: data.said(),
            file: request.file.to_owned(),
            source_name: credit.source_name.clone(),
            source_url: credit.source_url.clone(),
            license: credit.license.clone(),
            retrieved: credit.retrieved.to_string(),
            encoding,
            unused_columns: unused,
            rows,
            vanished: merged.vanished,
        },
    })
}

/// What was read of a file.
struct Gathered {
    data: Data,
    reads: Vec<Read>,
    encoding: Encoding,
    unused: Vec<String>,
}

fn gather(request: &Request<'_>) -> Result<Gathered, Refusal> {
    if hsds::is_json(request.bytes) {
        check_data(request.data, Some(Data::Hsds))?;
        let (reads, encoding) = hsds::read(request, request.entry_kind)?;
        return Ok(Gathered {
            data: Data::Hsds,
            reads,
            encoding,
            unused: Vec::new(),
        });
    }
    let source = Source::read(request.bytes)?;
    let found = match source.header(mhlw::is_header) {
        Some(_) => Some(Data::MhlwHospital),
        None => ods::data_of(&source),
    };
    let data = check_data(request.data, found)?;
    let kind = entry_kind(data, request)?;
    let (reads, unused) = match data {
        Data::MhlwHospital => (mhlw::read(request, kind, &source)?, Vec::new()),
        Data::Hsds => return Err(Refusal::no_header(data)),
        Data::Hospital
        | Data::Event
        | Data::CareService
        | Data::PublicFacility
        | Data::SupportSystem => {
            let municipal = ods::read(request, data, kind, &source)?;
            (municipal.reads, municipal.unused)
        }
    };
    Ok(Gathered {
        data,
        reads,
        encoding: source.encoding,
        unused,
    })
}

/// The data set, where what was said and what was found agree.
fn check_data(said: Option<Data>, found: Option<Data>) -> Result<Data, Refusal> {
    match (said, found) {
        (Some(said), Some(found)) if said != found => {
            let (Said { ja, en }, name) = (found.said(), found.name());
            Err(Refusal {
                what: said!("これは{ja}のようです。", "This looks like a {en}."),
                what_to_do: said!(
                    "種類を {name} か auto にしてください。",
                    "Make the kind {name} or auto."
                ),
            })
        }
        (Some(data), _) | (None, Some(data)) => Ok(data),
        (None, None) => {
            let names = Data::ALL.map(Data::name).join(" / ");
            Err(Refusal {
                what: said!(
                    "見出しから、どの種類の一覧か分かりません。",
                    "The headers do not tell which kind of list this is."
                ),
                what_to_do: said!("種類を書いてください: {names}", "Say the kind: {names}"),
            })
        }
    }
}

/// What the rows become. Where the source cannot tell, the editor has to.
fn entry_kind(data: Data, request: &Request<'_>) -> Result<Kind, Refusal> {
    let refuse = |what, what_to_do| Err(Refusal { what, what_to_do });
    match (data, request.entry_kind) {
        (Data::Event, _) if request.words.is_empty() => refuse(
            said!(
                "イベント一覧には、がんと関わりのない集まりも並んでいます。",
                "A list of events also holds those that have nothing to do with cancer."
            ),
            said!(
                "--match がん のように、取り込むもののことばを書いてください。",
                "Say which to take, such as --match がん."
            ),
        ),
        (Data::Event, _) => Ok(ods::EVENT),
        (Data::CareService, _) => Ok(Kind::HomeCare),
        (Data::SupportSystem, Some(kind)) if kind.name().starts_with("subsidy_") => Ok(kind),
        (Data::SupportSystem, _) => refuse(
            said!(
                "どの助成の制度か、この一覧からは分かりません。",
                "This list does not tell which kind of subsidy its schemes are."
            ),
            said!(
                "--entry-kind subsidy_appearance か subsidy_fertility を書き、--match で選んでください。",
                "Say --entry-kind subsidy_appearance or subsidy_fertility, and choose with --match."
            ),
        ),
        (Data::Hospital | Data::MhlwHospital | Data::PublicFacility | Data::Hsds, Some(kind)) => {
            Ok(kind)
        }
        (Data::Hospital | Data::MhlwHospital | Data::PublicFacility | Data::Hsds, None) => refuse(
            said!(
                "この一覧は、がんの窓口かどうかを言っていません。種類は編集する人が決めます。",
                "This list does not say what a place does for people with cancer. The editor decides on the kind."
            ),
            said!(
                "--entry-kind care のように種類を書き、--prefecture や --match で行を選んでください。",
                "Say a kind, such as --entry-kind care, and choose rows with --prefecture or --match."
            ),
        ),
    }
}

/// The name of an import: the earlier one that was named, else one of its own for the data set and its address.
fn import_id(request: &Request<'_>, data: Data, imports: &Grid) -> Result<String, Refusal> {
    match &request.earlier {
        None => Ok(format!(
            "{}-{}",
            data.name().replace('_', "-"),
            short(&request.credit.source_url)
        )),
        Some(id) => match imports.index("id").get(id) {
            Some(row) if imports.cell(*row, "data") == data.name() => Ok(id.clone()),
            Some(_) | None => Err(Refusal {
                what: said!(
                    "「{id}」という、この種類の取り込みはありません。",
                    "There is no import \"{id}\" of this kind."
                ),
                what_to_do: said!(
                    "imports の表にある id を書いてください。",
                    "Write an id that stands in the table imports."
                ),
            }),
        },
    }
}

fn check_take(take: &BTreeSet<String>) -> Result<(), Refusal> {
    let written: Vec<&str> = IMPORTED
        .columns
        .iter()
        .filter(|column| !column.is_required)
        .map(|column| column.name)
        .collect();
    match take.iter().find(|name| !written.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(Refusal {
            what: said!(
                "--take の「{name}」という列は、取り込みでは書かれません。",
                "--take: an import writes no column \"{name}\"."
            ),
            what_to_do: {
                let names = written.join(" / ");
                said!("使えるのは {names} です。", "Use one of {names}.")
            },
        }),
    }
}

/// The proposals without rows that stand in the file twice, which are reported instead.
fn without_doubles(reads: Vec<Read>) -> (Vec<Proposal>, Vec<RowReport>) {
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut skipped = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut skip = |row, name, why, repairs| {
        skipped.push(RowReport {
            row,
            id: String::new(),
            origin_id: String::new(),
            name,
            became: Became::Skipped(why),
            changes: Vec::new(),
            conflicts: Vec::new(),
            signature_removed: false,
            repairs,
        });
    };
    for read in reads {
        match read {
            Read::Skipped { row, name, why } => skip(row, name, why, Vec::new()),
            Read::Proposal(proposal) => {
                let signs = signs(&proposal);
                match signs.iter().find_map(|sign| seen.get(sign)) {
                    Some(first) => {
                        let name = proposal.cell("name").to_owned();
                        skip(
                            proposal.row,
                            name,
                            Skip::Duplicate(*first),
                            proposal.repairs.clone(),
                        );
                    }
                    None => {
                        seen.extend(signs.into_iter().map(|sign| (sign, proposal.row)));
                        proposals.push(*proposal);
                    }
                }
            }
        }
    }
    (proposals, skipped)
}

/// What makes two rows of a file the same: the id; name, address and time; for what has no place or a time also name, page and time.
fn signs(proposal: &Proposal) -> Vec<String> {
    let name = text::fold(proposal.cell("name"));
    let (url, when) = (proposal.cell("url"), proposal.cell("schedule_text"));
    let has_page = !url.is_empty() && (proposal.cell("address").is_empty() || !when.is_empty());
    let by_page = has_page.then(|| format!("page|{name}|{url}|{when}"));
    let by_id = Some(format!("id|{}", proposal.origin_id("list")));
    let by_place = Some(format!("place|{}", proposal.twin()));
    [by_id, by_place, by_page].into_iter().flatten().collect()
}

/// The table of imports with this one in it.
fn credited(imports: &Grid, id: &str, data: Data, request: &Request<'_>) -> Grid {
    let mut after = imports.clone();
    let row = imports
        .index("id")
        .get(id)
        .copied()
        .unwrap_or_else(|| after.add());
    let credit = &request.credit;
    let retrieved = credit.retrieved.to_string();
    for (column, value) in [
        ("id", id),
        ("data", data.name()),
        ("file", request.file),
        ("source_name", &credit.source_name),
        ("source_url", &credit.source_url),
        ("license", &credit.license),
        ("retrieved", &retrieved),
    ] {
        after.set(row, column, value);
    }
    after
}

fn short(text: &str) -> String {
    fingerprint(text).chars().take(8).collect()
}
