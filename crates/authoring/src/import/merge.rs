//! Proposals into the tables: new rows are added, rows of an earlier import follow their source, and what a person wrote stays.
//!
//! Source: docs/decisions/0012-imports.md.

mod home;

use std::collections::{BTreeMap, BTreeSet};

use domain::Date;

use super::grid::Grid;
use super::proposal::{Proposal, Target};
use super::report::{Became, Difference, RowReport, Skip, Vanished};
use super::text::{fingerprint, fold};
use home::{Home, homes};

/// The tables that an import works on.
#[derive(Clone, Debug)]
pub struct Tables {
    /// `entries` or `events`.
    pub main: Grid,
    /// The other one of the two: no id may stand in both.
    pub other: Grid,
    /// What imports wrote last, by id.
    pub imported: Grid,
}

/// How to merge.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The table that `main` is.
    pub target: Target,
    /// The data set's name, which an `origin_id` without an id of the source begins with.
    pub data: &'a str,
    /// The name of this import.
    pub import: &'a str,
    /// Columns in which the source wins over a person.
    pub take: &'a BTreeSet<String>,
}

/// What a merge did.
#[derive(Debug, Default)]
pub struct Merged {
    /// A line for each proposal, in their order.
    pub rows: Vec<RowReport>,
    /// Rows of this import that have no proposal any more.
    pub vanished: Vec<Vanished>,
    /// The rows of `main` that are new or changed.
    pub touched: Vec<usize>,
}

/// Puts the proposals into the tables.
pub fn merge(proposals: &[Proposal], tables: &mut Tables, rules: Rules<'_>) -> Merged {
    let homes = homes(proposals, tables, rules);
    let n_before = tables.main.len();
    let mut merger = Merger::new(tables, rules);
    let mut merged = Merged::default();
    let mut seen = BTreeSet::new();
    for (proposal, home) in proposals.iter().zip(homes) {
        let (row, report) = match home {
            Home::Row(row) => {
                seen.insert(row);
                (Some(row), merger.follow(proposal, row))
            }
            Home::New => merger.add(proposal),
        };
        if matches!(report.became, Became::New | Became::Changed) {
            merged.touched.extend(row);
        }
        merged.rows.push(report);
    }
    let main = &tables.main;
    merged.vanished = (0..n_before)
        .filter(|row| main.cell(*row, "import") == rules.import && !seen.contains(row))
        .map(|row| Vanished {
            id: main.cell(row, "id").to_owned(),
            name: main.cell(row, "name").to_owned(),
            origin_id: main.cell(row, "origin_id").to_owned(),
        })
        .collect();
    merged
}

/// The tables with their rows by name, kept up while rows are added.
struct Merger<'a> {
    tables: &'a mut Tables,
    rules: Rules<'a>,
    ids: BTreeSet<String>,
    origins: BTreeSet<String>,
    lines: BTreeMap<String, usize>,
    /// The ids of the rows that nobody imported, by prefecture and name.
    by_hand: BTreeMap<(String, String), String>,
}

impl<'a> Merger<'a> {
    fn new(tables: &'a mut Tables, rules: Rules<'a>) -> Self {
        let main = &tables.main;
        let by_hand = (0..main.len())
            .filter(|row| main.cell(*row, "origin_id").is_empty())
            .map(|row| {
                let key = (
                    main.cell(row, "prefecture").to_owned(),
                    fold(main.cell(row, "name")),
                );
                (key, main.cell(row, "id").to_owned())
            })
            .collect();
        Self {
            ids: main
                .index("id")
                .into_keys()
                .chain(tables.other.index("id").into_keys())
                .collect(),
            origins: main.index("origin_id").into_keys().collect(),
            lines: tables.imported.index("id"),
            by_hand,
            tables,
            rules,
        }
    }

    fn add(&mut self, proposal: &Proposal) -> (Option<usize>, RowReport) {
        let place = (
            proposal.cell("prefecture").to_owned(),
            fold(proposal.cell("name")),
        );
        let same_name = self.by_hand.get(&place).cloned().map(Skip::SameName);
        if let Some(skip) = proposal.not_new.clone().or(same_name) {
            return (
                None,
                report(proposal, self.rules.data, "", Became::Skipped(skip)),
            );
        }
        let origin_id = self.free_origin(proposal);
        let id = self.free_id(&origin_id);
        let main = &mut self.tables.main;
        let row = main.add();
        main.set(row, "id", &id);
        for (column, value) in &proposal.cells {
            main.set(row, column, value);
        }
        main.set(row, "origin_id", &origin_id);
        main.set(row, "import", self.rules.import);
        self.date(row);
        self.remember(&id, &proposal.cells);
        self.ids.insert(id.clone());
        self.origins.insert(origin_id);
        (
            Some(row),
            report(proposal, self.rules.data, &id, Became::New),
        )
    }

    /// Lets a row of the table follow its source, cell by cell.
    fn follow(&mut self, proposal: &Proposal, row: usize) -> RowReport {
        let main = &mut self.tables.main;
        let id = main.cell(row, "id").to_owned();
        let owner = main.cell(row, "import").to_owned();
        if !owner.is_empty() && owner != self.rules.import {
            return report(
                proposal,
                self.rules.data,
                &id,
                Became::Skipped(Skip::OtherImport(owner)),
            );
        }
        let is_signed = ["verified_on", "verified_by"]
            .iter()
            .any(|column| !main.cell(row, column).is_empty());
        let line = self.lines.get(&id).copied();
        let mut report = report(proposal, self.rules.data, &id, Became::Unchanged);
        let mut written = BTreeMap::new();
        for (column, new) in &proposal.cells {
            let old = main.cell(row, column).to_owned();
            let last = line.map(|line| self.tables.imported.cell(line, column));
            if old == *new {
                written.insert(*column, new.clone());
                continue;
            }
            let is_untouched = !is_signed && last == Some(old.as_str());
            let is_same_as_before = last == Some(new.as_str());
            let column_name = (*column).to_owned();
            let difference = Difference {
                column: column_name,
                old,
                new: new.clone(),
            };
            if is_untouched || self.rules.take.contains(*column) {
                main.set(row, column, new);
                written.insert(*column, new.clone());
                report.changes.push(difference);
            } else if !is_same_as_before {
                report.conflicts.push(difference);
            }
        }
        if is_signed && !report.changes.is_empty() {
            // The signature was for what stood there before.
            report.signature_removed = true;
            main.set(row, "verified_on", "");
            main.set(row, "verified_by", "");
        }
        let has_moved =
            |change: &Difference| matches!(change.column.as_str(), "source_date" | "kind");
        if report.signature_removed || report.changes.iter().any(has_moved) {
            self.date(row);
        }
        if line.is_some() || report.conflicts.is_empty() {
            self.remember(&id, &written);
        }
        if self.link(proposal, row) || !report.changes.is_empty() {
            report.became = Became::Changed;
        }
        report
    }

    /// Writes where the row comes from; whether that is new. A number that moved in the list finds its row again this way.
    fn link(&mut self, proposal: &Proposal, row: usize) -> bool {
        let own = self.tables.main.cell(row, "origin_id").to_owned();
        let wanted = proposal.origin_id(self.rules.data);
        let is_own = own == wanted
            || own
                .split_once('#')
                .is_some_and(|(number, _)| number == wanted);
        let origin_id = if is_own {
            own.clone()
        } else {
            self.free_origin(proposal)
        };
        let main = &mut self.tables.main;
        let is_new = origin_id != own || main.cell(row, "import") != self.rules.import;
        main.set(row, "origin_id", &origin_id);
        main.set(row, "import", self.rules.import);
        self.origins.insert(origin_id);
        is_new
    }

    /// The proposal's own `origin_id`, unless a number that moved to another place still stands there.
    fn free_origin(&self, proposal: &Proposal) -> String {
        let origin_id = proposal.origin_id(self.rules.data);
        if self.origins.contains(&origin_id) {
            format!("{origin_id}#{}", fingerprint(&proposal.twin()))
        } else {
            origin_id
        }
    }

    /// An id made of the source's id, so that it is the same wherever and whenever the source is imported.
    fn free_id(&self, origin_id: &str) -> String {
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_' | b'#');
        let plain = if origin_id.bytes().all(is_plain) {
            origin_id.to_ascii_lowercase().replace([':', '#', '_'], "-")
        } else {
            let scheme: String = origin_id
                .chars()
                .take_while(char::is_ascii_lowercase)
                .collect();
            format!("{scheme}-{}", fingerprint(origin_id))
        };
        if self.ids.contains(&plain) {
            format!("{plain}-{}", fingerprint(origin_id))
        } else {
            plain
        }
    }

    /// `checked_on` and `check_by` as the source's date has them.
    ///
    /// Source: `content/README.md`, "checked_on" and "check_by".
    fn date(&mut self, row: usize) {
        let main = &mut self.tables.main;
        let is_meeting = self.rules.target == Target::Events || main.cell(row, "kind") == "salon";
        let months = if is_meeting { 12 } else { 24 };
        let source_date = main.cell(row, "source_date").to_owned();
        let by = source_date
            .parse::<Date>()
            .ok()
            .and_then(|date| date.plus_months(months));
        main.set(row, "checked_on", &source_date);
        main.set(
            row,
            "check_by",
            &by.map(|date| date.to_string()).unwrap_or_default(),
        );
    }

    /// Keeps what was written, so that the next import can tell a person's change from the source's.
    fn remember(&mut self, id: &str, written: &BTreeMap<&'static str, String>) {
        let imported = &mut self.tables.imported;
        let line = *self
            .lines
            .entry(id.to_owned())
            .or_insert_with(|| imported.add());
        imported.set(line, "id", id);
        imported.set(line, "import", self.rules.import);
        for (column, value) in written {
            imported.set(line, column, value);
        }
    }
}

fn report(proposal: &Proposal, data: &str, id: &str, became: Became) -> RowReport {
    RowReport {
        row: proposal.row,
        id: id.to_owned(),
        origin_id: proposal.origin_id(data),
        name: proposal.cell("name").to_owned(),
        became,
        changes: Vec::new(),
        conflicts: Vec::new(),
        signature_removed: false,
        repairs: proposal.repairs.clone(),
    }
}
