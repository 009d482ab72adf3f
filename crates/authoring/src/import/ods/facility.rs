//! 医療機関一覧, 介護サービス事業所一覧 and 公共施設一覧: a place to an entry.

use domain::directory::Kind;

use super::super::Request;
use super::super::dataset::Data;
use super::super::proposal::{Draft, Origin, Read, unwanted};
use super::super::reach::{email, phones, postal_code, url};
use super::super::report::{Repair, Skip};
use super::super::text::clean;
use super::super::value::is_exponent;
use super::{Place, Record};

impl Record<'_> {
    pub(super) fn facility(
        &self,
        mut draft: Draft,
        request: &Request<'_>,
        data: Data,
        kind: Kind,
        place: Place,
    ) -> Read {
        let origin = self.facility_origin(data, &place, &mut draft);
        let state = self.cell("state");
        let is_closed = ["廃止", "閉院", "閉鎖", "閉所"]
            .iter()
            .any(|word| state.contains(word));
        draft.cells.insert("kind", kind.name().to_owned());
        draft.set("name", self.cell("name"));
        place.put(&mut draft);
        for (column, key) in [
            ("name_kana", "kana"),
            ("alias", "alias"),
            ("organization", "organization"),
            ("place", "building"),
        ] {
            if self.has(key) {
                draft.set(column, self.cell(key));
            }
        }
        self.put_reach(&mut draft);
        draft.coordinates(self.cell("latitude"), self.cell("longitude"));
        let hours = self.hours(&mut draft);
        draft.hours(kind, request.credit.source_date, hours);
        // What a hospital or a service offers says nothing on cancer; the editor reads it and decides.
        for (label, key) in [
            ("種類", "type"),
            ("診療科目", "departments"),
            ("時間外", "after_hours"),
            ("実施サービス", "service"),
            ("状況", "state"),
            ("バリアフリー", "barrier_free"),
            ("行き方", "access"),
            ("説明", "body"),
            ("備考", "note"),
        ] {
            draft.note(label, self.cell(key));
        }
        if is_exponent(self.cell("corporate_number")) {
            draft.repairs.push(Repair::Exponent);
        }
        draft.credit(&request.credit, request.credit.source_date);
        let not_new = is_closed
            .then_some(Skip::Closed)
            .or_else(|| unwanted(request, place.prefecture, &self.texts()));
        draft.finish(self.number, origin, not_new)
    }

    fn put_reach(&self, draft: &mut Draft) {
        if self.has("phone") {
            draft.phones(self.cell("phone"), self.cell("phone_ext"));
        }
        if self.has("fax") {
            let fax = phones(self.cell("fax"), &mut draft.repairs)
                .into_iter()
                .next();
            draft.cells.insert("fax", fax.unwrap_or_default());
        }
        if self.has("email") {
            draft.set_read("email", self.cell("email"), email);
        }
        if self.has("postal_code") {
            draft.set_read("postal_code", self.cell("postal_code"), postal_code);
        }
        if self.has("url") {
            draft.set_read("url", self.cell("url"), url);
        }
    }

    /// The code that insurance gave the place, which outlives a new list, before the number in this one.
    fn facility_origin(&self, data: Data, place: &Place, draft: &mut Draft) -> Origin {
        let scheme = match data {
            Data::Hospital => "medical",
            Data::CareService => "care",
            Data::Event
            | Data::PublicFacility
            | Data::SupportSystem
            | Data::MhlwHospital
            | Data::Hsds => {
                return self.listed(data, place, draft);
            }
        };
        let code: String = self.own_id("code", draft).map(clean).unwrap_or_default();
        let is_code = code.len() >= 7 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_code {
            // Seven digits are a number within the prefecture.
            Origin::Sure(scheme, format!("{}-{code}", place.prefecture))
        } else {
            self.listed(data, place, draft)
        }
    }
}
