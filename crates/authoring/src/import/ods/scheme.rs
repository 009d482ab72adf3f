//! 支援制度情報: a scheme to an entry of a `subsidy_…` kind. Amounts stay with the source.

use domain::directory::Kind;

use super::super::Request;
use super::super::dataset::Data;
use super::super::proposal::{Draft, Origin, Read, unwanted};
use super::super::reach::{email, postal_code, url};
use super::super::report::Skip;
use super::super::value::date;
use super::{Place, Record, is_over};

impl Record<'_> {
    pub(super) fn scheme(
        &self,
        mut draft: Draft,
        request: &Request<'_>,
        kind: Kind,
        place: Place,
    ) -> Read {
        let origin = match self.own_id("id", &mut draft) {
            Some(id) => Origin::Sure("support", format!("{}-{id}", place.code)),
            None => self.listed(Data::SupportSystem, &place, &mut draft),
        };
        // The date on which the scheme was published is the date of the page.
        let dated = date(self.cell("published")).map(|(date, repair)| {
            draft.repairs.extend(repair);
            date
        });
        draft.cells.insert("kind", kind.name().to_owned());
        draft.set("name", self.cell("name"));
        draft.set("alias", self.cell("alias"));
        let owner = [self.cell("owner"), self.cell("org")]
            .into_iter()
            .find(|name| !name.is_empty());
        draft.set("organization", owner.unwrap_or_default());
        place.put(&mut draft);
        draft.set("who_can_use", self.cell("audience"));
        draft.phones(self.cell("phone"), self.cell("phone_ext"));
        let is_known = !draft.cells.get("phone").is_none_or(String::is_empty);
        draft.set(
            "phone_note",
            if is_known {
                self.cell("contact_name")
            } else {
                ""
            },
        );
        draft.set_read("email", self.cell("email"), email);
        draft.set_read("postal_code", self.cell("postal_code"), postal_code);
        let page = [self.cell("page"), self.cell("url"), self.cell("online")]
            .into_iter()
            .find(|page| url(page).is_some());
        draft.set_read("url", page.unwrap_or_default(), url);
        for (label, key) in [
            ("概要", "summary"),
            ("内容", "body"),
            ("対象地域", "area"),
            ("申請", "apply"),
            ("募集時期", "season"),
            ("受付開始", "start_date"),
            ("受付終了", "end_date"),
            ("問い合わせ", "contact"),
            ("備考", "note"),
        ] {
            draft.note(label, self.cell(key));
        }
        draft.credit(&request.credit, dated.or(request.credit.source_date));
        let not_new = self
            .not_new_scheme(request)
            .or_else(|| unwanted(request, place.prefecture, &self.texts()));
        draft.finish(self.number, origin, not_new)
    }

    fn not_new_scheme(&self, request: &Request<'_>) -> Option<Skip> {
        // 1 person, 2 business, 3 municipality.
        let is_for_others = matches!(self.cell("kind"), "2" | "3" | "事業者" | "自治体");
        let end = date(self.cell("end_date")).map(|(date, _)| date);
        if is_for_others {
            Some(Skip::NotForPeople)
        } else {
            is_over(end, request.credit.retrieved).then_some(Skip::Over)
        }
    }
}
