//! The municipal standard data sets: a row of theirs to a proposal for ours.
//!
//! Source: 自治体標準オープンデータセット (デジタル庁), 推奨データセット.

mod event;
mod facility;
mod hours;
mod scheme;

use domain::Date;
use domain::directory::{Kind, Prefecture};

pub use event::KIND as EVENT;

use super::dataset::{Columns, Data, is_header, recognize};
use super::place::{self, Parts};
use super::proposal::{Draft, Origin, Read};
use super::report::{Repair, Skip};
use super::source::Source;
use super::text::{self, clean};
use super::value::{is_exponent, municipality_code, prefecture_of_code};
use super::{Refusal, Request};

/// One row of a municipal file.
struct Record<'a> {
    number: usize,
    cells: &'a [String],
    columns: &'a Columns,
}

/// What a municipal file gives.
pub struct Municipal {
    /// Its rows.
    pub reads: Vec<Read>,
    /// Headers that mean nothing here.
    pub unused: Vec<String>,
}

/// Which data set a file is, by its headers.
pub fn data_of(source: &Source) -> Option<Data> {
    source
        .rows
        .iter()
        .take(10)
        .find_map(|(_, cells)| recognize(cells))
}

/// The proposals of a municipal file.
///
/// # Errors
/// When no row can be the header of this data set.
pub fn read(
    request: &Request<'_>,
    data: Data,
    kind: Kind,
    source: &Source,
) -> Result<Municipal, Refusal> {
    let Some(at) = source.header(|cells| is_header(data, cells)) else {
        return Err(Refusal::no_header(data));
    };
    let header = source.rows.get(at).map_or(&[][..], |(_, cells)| cells);
    let columns = Columns::of(data, header);
    let reads = source
        .rows
        .iter()
        .skip(at + 1)
        .map(|(number, cells)| {
            let record = Record {
                number: *number,
                cells,
                columns: &columns,
            };
            record.read(request, data, kind, header)
        })
        .collect();
    Ok(Municipal {
        reads,
        unused: columns.unused.clone(),
    })
}

impl<'a> Record<'a> {
    fn cell(&self, key: &str) -> &'a str {
        self.columns.cell(self.cells, key)
    }

    fn has(&self, key: &str) -> bool {
        self.columns.has(key)
    }

    fn skipped(&self, why: Skip) -> Read {
        let name = clean(self.cell("name"));
        Read::Skipped {
            row: self.number,
            name,
            why,
        }
    }

    fn read(&self, request: &Request<'_>, data: Data, kind: Kind, header: &[String]) -> Read {
        if self.cells == header {
            return self.skipped(Skip::Footer);
        }
        if text::name(self.cell("name")).is_empty() {
            let n_filled = self.cells.iter().filter(|cell| !cell.is_empty()).count();
            return self.skipped(if n_filled <= 2 {
                Skip::Footer
            } else {
                Skip::NoName
            });
        }
        let mut draft = Draft::default();
        if self.cells.len() > header.len() {
            draft.repairs.push(Repair::Uneven);
        }
        let Some(place) = self.place(&mut draft) else {
            return self.skipped(Skip::NoPrefecture);
        };
        match data {
            Data::Event => self.event(draft, request, place),
            Data::SupportSystem => self.scheme(draft, request, kind, place),
            Data::Hospital
            | Data::CareService
            | Data::PublicFacility
            | Data::MhlwHospital
            | Data::Hsds => self.facility(draft, request, data, kind, place),
        }
    }

    /// Where the row is: the place's own code and address before those of whoever publishes the list.
    fn place(&self, draft: &mut Draft) -> Option<Place> {
        let named = place::prefecture_in(self.cell("prefecture"))
            .or_else(|| place::prefecture_in(self.cell("address")))
            .or_else(|| place::prefecture_in(self.cell("city")));
        let mut code_of = |key: &str| {
            let (code, repair) = municipality_code(self.cell(key), named)?;
            draft.repairs.extend(repair);
            Some(code)
        };
        let own = code_of("location_code");
        let publisher = code_of("municipality_code");
        let prefecture = named
            .or_else(|| prefecture_of_code(own.as_deref()?))
            .or_else(|| place::prefecture_in(self.cell("org")))
            .or_else(|| prefecture_of_code(publisher.as_deref()?))?;
        let name = place::prefecture_name(prefecture);
        let parts = Parts {
            whole: clean(self.cell("address")),
            prefecture: name.to_owned(),
            city: clean(self.cell("city")),
            town: clean(self.cell("town")),
            street: clean(self.cell("street")),
        };
        let address = parts.joined();
        // Nothing but the prefecture and the city is no address that somebody could go to.
        let is_address = !parts.whole.is_empty()
            || !parts.town.is_empty()
            || !parts.street.is_empty()
            || self.says_more_than(&parts.city);
        if is_address && address != parts.whole {
            draft.repairs.push(Repair::AddressJoined);
        }
        let municipality = match place::municipality_in(&address) {
            found if !found.is_empty() => found,
            _ => place::municipality_in(self.cell("org")),
        };
        Some(Place {
            prefecture,
            code: publisher.or(own).unwrap_or_default(),
            municipality,
            address: if is_address { address } else { String::new() },
        })
    }

    fn says_more_than(&self, city: &str) -> bool {
        let municipality = place::municipality_in(city);
        !municipality.is_empty() && !city.ends_with(&municipality)
    }

    /// The id in the list; a number that a spreadsheet has shortened is none.
    fn own_id(&self, key: &str, draft: &mut Draft) -> Option<&'a str> {
        let id = self.cell(key);
        if is_exponent(id) {
            draft.repairs.push(Repair::Exponent);
            return None;
        }
        Some(id).filter(|id| !id.is_empty())
    }

    /// The origin by the id in the list, together with whoever publishes it.
    fn listed(&self, data: Data, place: &Place, draft: &mut Draft) -> Origin {
        if place.code.is_empty() {
            return Origin::Nameless;
        }
        if let Some(id) = self.own_id("id", draft) {
            return Origin::Sure(data.name(), format!("{}-{id}", place.code));
        }
        match self.own_id("number", draft) {
            Some(number) => Origin::Number(format!("{}-{number}", place.code)),
            None => Origin::Nameless,
        }
    }

    /// All cells, for `--match`.
    fn texts(&self) -> Vec<&str> {
        self.cells.iter().map(String::as_str).collect()
    }
}

/// Where a row is.
struct Place {
    prefecture: Prefecture,
    /// The code of whoever publishes the list; empty when unknown.
    code: String,
    municipality: String,
    address: String,
}

impl Place {
    fn put(&self, draft: &mut Draft) {
        draft
            .cells
            .insert("prefecture", self.prefecture.to_string());
        draft.set("municipality", &self.municipality);
        draft.set("address", &self.address);
    }
}

/// Whether a period that ends on this day is over when the file was fetched.
fn is_over(end: Option<Date>, retrieved: Date) -> bool {
    end.is_some_and(|end| end < retrieved && end.day().is_some())
}
