//! Services of Open Referral HSDS 3 as proposals.
//!
//! Read leniently: many publishers leave out what the schema requires, and spell the lists of 3.0 and 3.1 differently.
//!
//! Source: Open Referral HSDS 3.0 and 3.1, schemas service, organization, location, phone, schedule.

use domain::Date;
use domain::directory::{Kind, Prefecture};
use serde_json::Value;

use super::place;
use super::proposal::{Draft, Hours, Origin, Read, unwanted};
use super::reach::{email, postal_code, url};
use super::report::{Encoding, Skip};
use super::source::{decode, too_large};
use super::text::{self, clean};
use super::value::{date, time};
use super::{Refusal, Request};
use crate::said;

/// What the `link_type` of our own attributes begins with.
pub const OURS: &str = "tomoni:";

/// JSON takes far more memory than its bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// Whether a file begins like JSON.
pub fn is_json(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(start.trim_ascii_start().first(), Some(b'{' | b'['))
}

/// The proposals in a service, a list of services, or a page of the API.
///
/// # Errors
/// When it is not JSON, or no services are in it.
pub fn read(request: &Request<'_>, kind: Option<Kind>) -> Result<(Vec<Read>, Encoding), Refusal> {
    if request.bytes.len() > LARGEST {
        return Err(too_large());
    }
    let (text, encoding) = decode(request.bytes)?;
    let json: Value = serde_json::from_str(&text).map_err(|error| Refusal {
        what: said!(
            "JSON として読めません（{error}）。",
            "It cannot be read as JSON ({error})."
        ),
        what_to_do: said!("取得し直してください。", "Fetch it again."),
    })?;
    let services = services(&json).ok_or_else(|| Refusal {
        what: said!(
            "HSDS のサービスがありません。",
            "There are no HSDS services in it."
        ),
        what_to_do: said!(
            "サービス一つ、サービスのリスト、または contents のあるページを取り込んでください。",
            "Import one service, a list of services, or a page with \"contents\"."
        ),
    })?;
    let mut reads = Vec::new();
    for (place, service) in services.iter().enumerate() {
        let spots = list(service, &["service_at_locations"]);
        match spots {
            [] => reads.push(read_service(
                request,
                kind,
                place + 1,
                service,
                &Value::Null,
                None,
            )),
            [spot] => reads.push(read_service(request, kind, place + 1, service, spot, None)),
            several => reads.extend(several.iter().map(|spot| {
                read_service(
                    request,
                    kind,
                    place + 1,
                    service,
                    spot,
                    Some(text_of(spot, "id")),
                )
            })),
        }
    }
    Ok((reads, encoding))
}

fn services(json: &Value) -> Option<&[Value]> {
    let is_service = |value: &Value| value.get("id").is_some() && value.get("name").is_some();
    let found = match json {
        Value::Array(services) => services.as_slice(),
        Value::Object(page) => match page.get("contents").or_else(|| page.get("services")) {
            Some(Value::Array(services)) => services.as_slice(),
            Some(_) | None => std::slice::from_ref(json),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    };
    found.iter().any(is_service).then_some(found)
}

fn read_service(
    request: &Request<'_>,
    kind: Option<Kind>,
    row: usize,
    service: &Value,
    spot: &Value,
    spot_id: Option<String>,
) -> Read {
    let name = text::name(&text_of(service, "name"));
    let skipped = |why| Read::Skipped {
        row,
        name: name.clone(),
        why,
    };
    let location = spot.get("location").unwrap_or(&Value::Null);
    let address = list(location, &["addresses", "addresss"])
        .first()
        .unwrap_or(&Value::Null);
    if name.is_empty() {
        return skipped(Skip::NoName);
    }
    let Some(prefecture) = prefecture_of(service, address) else {
        return skipped(Skip::NoPrefecture);
    };
    // What the publisher says it is counts only in our own words; else the editor says it.
    let Some(kind) = attribute(service, "kind").parse().ok().or(kind) else {
        return skipped(Skip::NoKind);
    };
    let dated = dated(service).or(request.credit.source_date);
    let mut draft = Draft::default();
    draft.cells.insert("kind", kind.name().to_owned());
    draft.set("name", &name);
    draft.cells.insert("prefecture", prefecture.to_string());
    put_address(
        &mut draft,
        address,
        prefecture,
        &attribute(service, "address"),
    );
    draft.set("place", &text_of(location, "description"));
    put_words(&mut draft, service);
    put_reach(&mut draft, service, spot, location);
    draft.set(
        "languages",
        &names(list(service, &["languages"]), &["code", "name"]),
    );
    let accessibility = list(location, &["accessibility", "accessibilitys"]);
    draft.set("accessibility", &names(accessibility, &["description"]));
    draft.coordinates(
        &text_of(location, "latitude"),
        &text_of(location, "longitude"),
    );
    let schedules = [service, spot, location]
        .into_iter()
        .map(|owner| list(owner, &["schedules"]))
        .find(|schedules| !schedules.is_empty())
        .unwrap_or_default();
    let (meetings, opening): (Vec<Value>, Vec<Value>) =
        schedules.iter().cloned().partition(is_meeting);
    let hours = hours(&opening);
    draft.note(
        "集まり",
        &meetings
            .iter()
            .map(schedule_words)
            .collect::<Vec<_>>()
            .join("、"),
    );
    draft.hours(kind, dated, hours);
    draft.credit(&request.credit, dated);
    let id = text_of(service, "id");
    let origin = match (id.is_empty(), spot_id) {
        (true, _) => Origin::Nameless,
        (false, None) => Origin::Sure("hsds", id),
        (false, Some(spot)) => Origin::Sure("hsds", format!("{id}:{spot}")),
    };
    let is_closed = matches!(text_of(service, "status").as_str(), "inactive" | "defunct");
    let texts = [
        name.clone(),
        text_of(service, "description"),
        text_of(service, "alternate_name"),
    ];
    let not_new = is_closed
        .then_some(Skip::Closed)
        .or_else(|| unwanted(request, prefecture, &texts.each_ref().map(String::as_str)));
    draft.finish(row, origin, not_new)
}

fn put_address(draft: &mut Draft, address: &Value, prefecture: Prefecture, as_written: &str) {
    let lines = [text_of(address, "address_1"), text_of(address, "address_2")].join(" ");
    let city = clean(&text_of(address, "city"));
    let line = clean(&lines);
    let whole = if as_written.is_empty() {
        place::full_address(&line, &city, prefecture)
    } else {
        as_written.to_owned()
    };
    let municipality = if city.is_empty() {
        place::municipality_in(&whole)
    } else {
        city
    };
    draft.set("municipality", &municipality);
    draft.set("address", &whole);
    draft.set_read("postal_code", &text_of(address, "postal_code"), postal_code);
}

fn put_words(draft: &mut Draft, service: &Value) {
    let organization = service.get("organization").unwrap_or(&Value::Null);
    // HSDS requires an organization; where we know none, the export repeats the name.
    let name = text_of(organization, "name");
    let is_other = name != text_of(service, "name");
    let organization = if is_other {
        name
    } else {
        attribute(service, "organization")
    };
    draft.set("organization", &organization);
    draft.set("who_can_use", &text_of(service, "eligibility_description"));
    draft.set_fee("fee", &text_of(service, "fees_description"));
    for (column, name) in [
        ("alias", "alias"),
        ("name_kana", "kana"),
        ("referral", "referral"),
        ("channels", "channels"),
        ("roles", "roles"),
        ("tags", "tags"),
    ] {
        draft.set(column, &attribute(service, name));
    }
    for (label, field) in [
        ("別名", "alternate_name"),
        ("説明", "description"),
        ("申込", "application_process"),
        ("通訳", "interpretation_services"),
        ("お知らせ", "alert"),
    ] {
        draft.note(label, &text_of(service, field));
    }
}

/// The numbers of the service, else of the service at this place, else of the place.
fn put_reach(draft: &mut Draft, service: &Value, spot: &Value, location: &Value) {
    let phones = [service, spot, location]
        .into_iter()
        .map(|owner| list(owner, &["phones"]))
        .find(|phones| !phones.is_empty())
        .unwrap_or_default();
    let is_fax = |phone: &&Value| text_of(phone, "type") == "fax";
    let mut voices = phones.iter().filter(|phone| !is_fax(phone));
    for (number, extension, note) in [
        ("phone", Some("phone_ext"), "phone_note"),
        ("phone2", None, "phone2_note"),
    ] {
        let phone = voices.next().unwrap_or(&Value::Null);
        let digits = super::reach::phones(&text_of(phone, "number"), &mut draft.repairs)
            .into_iter()
            .next();
        let is_known = digits.is_some();
        draft.cells.insert(number, digits.unwrap_or_default());
        let said = |text: String| if is_known { text } else { String::new() };
        if let Some(extension) = extension {
            let number = text_of(phone, "extension");
            let other = if number.is_empty() {
                attribute(phone, "extension")
            } else {
                number
            };
            draft.set(extension, &said(other));
        }
        draft.set(note, &said(text_of(phone, "description")));
    }
    let fax = phones
        .iter()
        .find(is_fax)
        .map(|phone| text_of(phone, "number"))
        .unwrap_or_default();
    let fax = super::reach::phones(&fax, &mut draft.repairs)
        .into_iter()
        .next();
    draft.cells.insert("fax", fax.unwrap_or_default());
    draft.set_read("email", &text_of(service, "email"), email);
    draft.set_read("url", &text_of(service, "url"), url);
}

fn prefecture_of(service: &Value, address: &Value) -> Option<Prefecture> {
    let areas = list(service, &["service_areas"]);
    place::prefecture(&text_of(address, "state_province"))
        .or_else(|| place::prefecture_in(&text_of(address, "address_1")))
        .or_else(|| {
            areas
                .iter()
                .find_map(|area| place::prefecture(&text_of(area, "name")))
        })
}

/// When the publisher says that the facts were looked at: our own `source_date`, else the assured date, else the last change.
fn dated(service: &Value) -> Option<Date> {
    [
        attribute(service, "checked_on"),
        text_of(service, "assured_date"),
        text_of(service, "last_modified"),
    ]
    .iter()
    .find_map(|text| date(text))
    .map(|(date, _)| date)
}

fn hours(schedules: &[Value]) -> Hours {
    let words: Vec<String> = schedules
        .iter()
        .map(schedule_words)
        .filter(|words| !words.is_empty())
        .collect();
    let syntax = schedules
        .iter()
        .map(|schedule| attribute(schedule, "opening_hours"));
    Hours {
        words: words.join("、"),
        syntax: syntax
            .into_iter()
            .find(|syntax| !syntax.is_empty())
            .unwrap_or_default(),
        closed: String::new(),
    }
}

/// Whether a schedule of ours says when people meet, not when somebody is there.
fn is_meeting(schedule: &Value) -> bool {
    !attribute(schedule, "meeting").is_empty()
}

/// A schedule in words: those of the publisher, or days and times.
fn schedule_words(schedule: &Value) -> String {
    let words = clean(&text_of(schedule, "description"));
    if !words.is_empty() || !attribute(schedule, "opening_hours").is_empty() {
        return words;
    }
    let clock = |field: &str| {
        let text = text_of(schedule, field);
        let local = text.split(['+', 'Z']).next().unwrap_or_default();
        time(local).map_or(String::new(), |(time, _)| time)
    };
    let (opens, closes) = (clock("opens_at"), clock("closes_at"));
    let times = if opens.is_empty() || closes.is_empty() {
        String::new()
    } else {
        format!("{opens}〜{closes}")
    };
    let days = text_of(schedule, "byday");
    let days = [
        ("MO", "月"),
        ("TU", "火"),
        ("WE", "水"),
        ("TH", "木"),
        ("FR", "金"),
        ("SA", "土"),
        ("SU", "日"),
        (",", "・"),
    ]
    .iter()
    .fold(days, |days, (code, name)| days.replace(code, name));
    [days.as_str(), times.as_str()].join(" ").trim().to_owned()
}

/// The values of these objects, separated by semicolons; of each the first field that is filled.
fn names(objects: &[Value], fields: &[&str]) -> String {
    objects
        .iter()
        .map(|object| {
            fields
                .iter()
                .map(|field| text_of(object, field))
                .find(|text| !text.is_empty())
                .unwrap_or_default()
        })
        .map(|name| name.split([';', ' ', '　']).collect::<Vec<_>>().join("・"))
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(";")
}

/// The value of our own attribute of this type.
fn attribute(owner: &Value, link_type: &str) -> String {
    list(owner, &["attributes"])
        .iter()
        .find(|attribute| text_of(attribute, "link_type").strip_prefix(OURS) == Some(link_type))
        .map(|attribute| text_of(attribute, "value"))
        .unwrap_or_default()
}

fn list<'a>(owner: &'a Value, fields: &[&str]) -> &'a [Value] {
    fields
        .iter()
        .find_map(|field| owner.get(field)?.as_array())
        .map_or(&[], Vec::as_slice)
}

fn text_of(owner: &Value, field: &str) -> String {
    match owner.get(field) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => {
            String::new()
        }
    }
}
