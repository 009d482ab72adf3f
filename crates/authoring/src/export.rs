//! The directory as Open Referral HSDS 3: services with their organization and place, as its API gives them.
//!
//! Only what screens may show is in the compiled content, so no number that may not ship can get out. What HSDS has no field
//! for stands in `attributes`, whose `link_type` begins with `tomoni:`; what is not verified says so in `alert`.
//!
//! Source: Open Referral HSDS 3.0 and 3.1; schemas service, service_at_location, location, address, phone, schedule, language,
//! accessibility, attribute, organization, and the page of a list.

mod object;

use domain::Date;
use domain::directory::{Channel, Contact, Entry, Mark, Origin, Phone, Prefecture};
use domain::survey::{Purpose, Question};
use domain::text::Lang;
use serde_json::Value;

use crate::Compiled;
use crate::import::{full_address, prefecture_name};
use object::{Object, attribute, id};

/// What an unverified service says of itself, in the language of the data and in English.
///
/// Source: docs/decisions/0005-contact-marks.md.
const TO_VERIFY: &str =
    "要確認: 電話をかけて確かめてはいません。 / To be verified: nobody has called to check.";

/// All entries and national contacts as one page of services, as JSON. The same content gives the same bytes on the same day.
///
/// # Errors
/// When it cannot be written, which text and numbers never cause.
pub fn hsds(compiled: &Compiled, today: Date) -> serde_json::Result<String> {
    let roles = compiled
        .pack
        .survey
        .with_purpose(&Purpose::Role)
        .and_then(|role| compiled.pack.survey.get(role));
    let mut services: Vec<Value> = Vec::new();
    for (file, _) in &compiled.entries {
        services.extend(
            file.entries
                .iter()
                .map(|entry| service(entry, file.prefecture, roles, today)),
        );
    }
    let words = compiled.words_in(Lang::Ja);
    for (place, contact) in compiled.pack.contacts.iter().enumerate() {
        let name = words
            .and_then(|words| words.contacts.get(place))
            .map_or("", |words| words.name.text.as_str());
        services.push(national(contact, name, today));
    }
    let n_services = services.len();
    let page = Object::default()
        .with("total_items", n_services)
        .with("total_pages", 1)
        .with("page_number", 1)
        .with("size", n_services)
        .with("first_page", true)
        .with("last_page", true)
        .with("empty", n_services == 0)
        .with("contents", services);
    serde_json::to_string_pretty(&page.done())
}

fn service(entry: &Entry, prefecture: Prefecture, roles: Option<&Question>, today: Date) -> Value {
    let own = id("service", &entry.id);
    let organization = if entry.organization.is_empty() {
        &entry.name
    } else {
        &entry.organization
    };
    let role_names = entry
        .roles
        .iter()
        .filter_map(|role| roles?.choices.get(usize::from(role.0)))
        .map(|choice| choice.name.as_str());
    let tags: Vec<String> = entry.tags.iter().map(char::to_string).collect();
    let (line, is_split) = address_line(entry, prefecture);
    let attributes = [
        ("id", entry.id.clone()),
        ("kind", entry.kind.name().to_owned()),
        ("kana", entry.kana.clone()),
        ("alias", entry.alias.clone()),
        (
            "address",
            if is_split {
                String::new()
            } else {
                entry.address.clone()
            },
        ),
        (
            "organization",
            if organization == &entry.name {
                entry.organization.clone()
            } else {
                String::new()
            },
        ),
        ("referral", entry.referral.clone()),
        (
            "channels",
            entry
                .channels
                .iter()
                .copied()
                .map(channel)
                .collect::<Vec<_>>()
                .join(";"),
        ),
        ("roles", role_names.collect::<Vec<_>>().join(";")),
        ("tags", tags.join(";")),
    ];
    let languages = entry.languages.iter().map(|code| {
        Object::default()
            .with("id", id("language", &format!("{}/{code}", entry.id)))
            .text("code", code)
            .done()
    });
    let area = Object::default()
        .with("id", id("area", &entry.id))
        .with("name", prefecture_name(prefecture));
    Object::default()
        .with("id", own.clone())
        .with("name", entry.name.clone())
        .with("status", "active")
        .text("url", &entry.url)
        .text("email", &entry.email)
        .text("fees_description", &entry.fee)
        .text("eligibility_description", &entry.who)
        .text("alert", alert(entry.mark(Some(today))))
        .list("phones", phones(&entry.id, &entry.phones, &entry.fax))
        .list("schedules", schedules(entry))
        .list("languages", languages.collect())
        .list("service_areas", vec![area.done()])
        .list(
            "service_at_locations",
            location(entry, prefecture, &line).into_iter().collect(),
        )
        .with("organization", organization_of(organization))
        .list(
            "attributes",
            attributes_of(
                &own,
                &attributes,
                &entry.origin,
                (entry.checked_on, entry.check_by),
                entry.mark(Some(today)),
            ),
        )
        .done()
}

fn national(contact: &Contact, name: &str, today: Date) -> Value {
    let own = id("service", &contact.id);
    let name = if name.is_empty() { &contact.id } else { name };
    let mark = contact.mark(Some(today));
    let prefectures: Vec<String> = contact
        .prefectures
        .iter()
        .map(Prefecture::to_string)
        .collect();
    let attributes = [
        ("id", contact.id.clone()),
        ("kind", "national_contact".to_owned()),
        ("prefectures", prefectures.join(";")),
    ];
    Object::default()
        .with("id", own.clone())
        .with("name", name)
        .with("status", "active")
        .text("url", &contact.url)
        .text("alert", alert(mark))
        .list("phones", phones(&contact.id, &contact.phones, ""))
        .with("organization", organization_of(name))
        .list(
            "attributes",
            attributes_of(
                &own,
                &attributes,
                &contact.origin,
                (contact.checked_on, contact.check_by),
                mark,
            ),
        )
        .done()
}

fn alert(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "",
        Mark::ToVerify | Mark::ToVerifyBelowPage => TO_VERIFY,
    }
}

/// The attributes of a service: its own, and where its facts come from.
fn attributes_of(
    owner: &str,
    own: &[(&str, String)],
    origin: &Origin,
    (checked_on, check_by): (Option<Date>, Option<Date>),
    mark: Mark,
) -> Vec<Value> {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let state = match mark {
        Mark::None => "current",
        Mark::ToVerify | Mark::ToVerifyBelowPage => "to-verify",
    };
    let credit = [
        ("source_name", origin.name.clone()),
        ("source_url", origin.url.clone()),
        ("checked_on", date(checked_on)),
        ("check_by", date(check_by)),
        ("state", state.to_owned()),
    ];
    own.iter()
        .chain(&credit)
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| attribute(owner, "service", name, value))
        .collect()
}

/// HSDS requires a description of an organization; nothing is known, so it is empty.
fn organization_of(name: &str) -> Value {
    Object::default()
        .with("id", id("organization", name))
        .with("name", name)
        .with("description", "")
        .done()
}

fn phones(owner: &str, phones: &[Phone], fax: &str) -> Vec<Value> {
    let own = |number: &str| id("phone", &format!("{owner}/{number}"));
    let voice = |phone: &Phone| {
        let is_number = !phone.extension.starts_with('0') && phone.extension.parse::<u32>().is_ok();
        let object = Object::default()
            .with("id", own(&phone.digits))
            .with("number", phone.digits.clone())
            .with("type", "voice")
            .text("description", &phone.note);
        // HSDS takes numbers only; any other extension goes beside it.
        match phone.extension.parse::<u32>() {
            Ok(extension) if is_number => object.with("extension", extension).done(),
            Ok(_) | Err(_) if phone.extension.is_empty() => object.done(),
            Ok(_) | Err(_) => {
                let extension =
                    attribute(&own(&phone.digits), "phone", "extension", &phone.extension);
                object.list("attributes", vec![extension]).done()
            }
        }
    };
    let fax = (!fax.is_empty()).then(|| {
        Object::default()
            .with("id", own(&format!("fax/{fax}")))
            .with("number", fax)
            .with("type", "fax")
            .done()
    });
    phones.iter().map(voice).chain(fax).collect()
}

fn schedules(entry: &Entry) -> Vec<Value> {
    let mut all = Vec::new();
    if !entry.hours.is_empty() || !entry.schedule.is_empty() {
        let own = id("schedule", &entry.id);
        let mut object = Object::default()
            .with("id", own.clone())
            .text("description", &entry.hours);
        if let Some((days, opens, closes)) = weekly(&entry.schedule) {
            object = object
                .with("freq", "WEEKLY")
                .with("byday", days)
                .with("opens_at", format!("{opens}+09:00"))
                .with("closes_at", format!("{closes}+09:00"));
        }
        if !entry.schedule.is_empty() {
            object = object.list(
                "attributes",
                vec![attribute(
                    &own,
                    "schedule",
                    "opening_hours",
                    &entry.schedule,
                )],
            );
        }
        all.push(object.done());
    }
    for (place, meeting) in entry.meetings.iter().enumerate() {
        let own = id("schedule", &format!("{}/{place}", entry.id));
        let object = Object::default()
            .with("id", own.clone())
            .text("description", &meeting.words);
        all.push(
            object
                .list(
                    "attributes",
                    vec![attribute(&own, "schedule", "meeting", "yes")],
                )
                .done(),
        );
    }
    all
}

/// Days, opening and closing of hours that are the same all days: `Mo-Fr 09:00-16:00` or `Mo,We 09:00-12:00`.
fn weekly(syntax: &str) -> Option<(String, &str, &str)> {
    const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let (days, times) = syntax.split_once(' ')?;
    let (opens, closes) = times.split_once('-')?;
    let is_time = |text: &str| {
        text.len() == 5
            && text.split_once(':').is_some_and(|(hours, minutes)| {
                hours.parse::<u8>().is_ok_and(|hours| hours < 24)
                    && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60)
            })
    };
    let place = |day: &str| DAYS.iter().position(|known| *known == day);
    let mut named = Vec::new();
    for part in days.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let span = DAYS.get(place(from)?..=place(to)?)?;
        named.extend(span.iter().map(|day| day.to_uppercase()));
    }
    (is_time(opens) && is_time(closes)).then(|| (named.join(","), opens, closes))
}

/// The line of the address under prefecture and municipality, and whether the three together give the address again.
fn address_line(entry: &Entry, prefecture: Prefecture) -> (String, bool) {
    let address = entry.address.as_str();
    let rest = address
        .strip_prefix(prefecture_name(prefecture))
        .unwrap_or(address);
    let line = rest
        .strip_prefix(entry.municipality.as_str())
        .unwrap_or(rest)
        .to_owned();
    let is_split = full_address(&line, &entry.municipality, prefecture) == address;
    (line, is_split)
}

fn location(entry: &Entry, prefecture: Prefecture, line: &str) -> Option<Value> {
    let has_address = !entry.address.is_empty() || !entry.municipality.is_empty();
    if !has_address && entry.place.is_empty() && entry.accessibility.is_empty() {
        return None;
    }
    let address = Object::default()
        .with("id", id("address", &entry.id))
        .with("address_1", line)
        .with("city", entry.municipality.clone())
        .with("state_province", prefecture_name(prefecture))
        .with("postal_code", entry.postal_code.clone())
        .with("country", "JP")
        .with("address_type", "physical");
    let accessibility = entry.accessibility.iter().map(|words| {
        Object::default()
            .with("id", id("accessibility", &format!("{}/{words}", entry.id)))
            .text("description", words)
            .done()
    });
    let location = Object::default()
        .with("id", id("location", &entry.id))
        .with("location_type", "physical")
        .text("description", &entry.place)
        .list(
            "addresses",
            has_address.then(|| address.done()).into_iter().collect(),
        )
        .list("accessibility", accessibility.collect());
    let spot = Object::default().with("id", id("service-at-location", &entry.id));
    Some(spot.with("location", location.done()).done())
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Visit => "visit",
        Channel::Phone => "phone",
        Channel::Mail => "mail",
        Channel::Online => "online",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_that_are_the_same_all_days_are_said_in_the_terms_of_hsds() {
        assert_eq!(
            weekly("Mo-We,Fr 09:00-16:00"),
            Some(("MO,TU,WE,FR".into(), "09:00", "16:00"))
        );
        for syntax in [
            "",
            "Mo 09:00-12:00,13:00-16:00",
            "Fr-Mo 09:00-16:00",
            "Mo[2] 09:00-16:00",
            "24/7",
        ] {
            assert_eq!(weekly(syntax), None, "{syntax}");
        }
    }
}
