//! イベント一覧: an event to a row of `events`.

use domain::directory::Kind;

use super::super::Request;
use super::super::dataset::Data;
use super::super::proposal::{Draft, Read, unwanted};
use super::super::reach::url;
use super::super::report::{Repair, Skip};
use super::super::value::{date, time};
use super::{Place, Record, is_over};

impl Record<'_> {
    pub(super) fn event(&self, mut draft: Draft, request: &Request<'_>, place: Place) -> Read {
        let origin = self.listed(Data::Event, &place, &mut draft);
        draft.set("name", self.cell("name"));
        draft.set("organizer", self.cell("organizer"));
        place.put(&mut draft);
        draft.set(
            "place",
            [self.cell("venue"), self.cell("building")].join(" ").trim(),
        );
        let when = self.when(&mut draft);
        draft.set("schedule_text", &when);
        draft.phones(self.cell("phone"), self.cell("phone_ext"));
        draft.cells.remove("phone2");
        let extension = draft.cells.remove("phone_ext").unwrap_or_default();
        draft.note("内線", &extension);
        let page = [self.cell("page"), self.cell("url")]
            .into_iter()
            .find(|page| !page.is_empty());
        draft.set_read("url", page.unwrap_or_default(), url);
        draft.set("who_can_use", self.cell("audience"));
        let fee = [self.cell("fee"), self.cell("fee_detail")].join(" ");
        draft.set_fee("fee", fee.trim());
        draft.coordinates(self.cell("latitude"), self.cell("longitude"));
        for (label, key) in [
            ("サブタイトル", "subtitle"),
            ("概要", "summary"),
            ("説明", "body"),
            ("申込", "apply"),
            ("申込期限", "apply_by"),
            ("連絡先", "contact"),
            ("状態", "state"),
            ("種類", "kind"),
            ("備考", "note"),
        ] {
            draft.note(label, self.cell(key));
        }
        draft.credit(&request.credit, request.credit.source_date);
        let not_new = self
            .not_new_event(request)
            .or_else(|| unwanted(request, place.prefecture, &self.texts()));
        draft.finish(self.number, origin, not_new)
    }

    fn not_new_event(&self, request: &Request<'_>) -> Option<Skip> {
        let state = self.cell("state");
        if ["中止", "延期", "終了"]
            .iter()
            .any(|word| state.contains(word))
        {
            return Some(Skip::Closed);
        }
        let day = |key: &str| date(self.cell(key)).map(|(date, _)| date);
        let end = day("end_date").or_else(|| day("start_date"));
        is_over(end, request.credit.retrieved).then_some(Skip::Over)
    }

    /// When it takes place, in words: 2027-04-01 13:00〜15:00. Words that are no date stay words.
    fn when(&self, draft: &mut Draft) -> String {
        let mut day = |key: &str| {
            let cell = self.cell(key);
            match date(cell) {
                Some((date, repair)) => {
                    draft.repairs.extend(repair);
                    date.to_string()
                }
                None => {
                    draft
                        .repairs
                        .extend((!cell.is_empty()).then_some(Repair::DateKeptAsNote));
                    cell.to_owned()
                }
            }
        };
        let (start, end) = (day("start_date"), day("end_date"));
        let mut clock = |key: &str| match time(self.cell(key)) {
            Some((time, repair)) => {
                draft.repairs.extend(repair);
                time
            }
            None => self.cell(key).to_owned(),
        };
        let (opens, closes) = (clock("opens"), clock("closes"));
        let span = |from: String, to: String| match (from.is_empty(), to.is_empty()) {
            (_, true) => from,
            (true, false) => format!("〜{to}"),
            (false, false) if from == to => from,
            (false, false) => format!("{from}〜{to}"),
        };
        [
            span(start, end),
            span(opens, closes),
            self.cell("time_note").to_owned(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
    }
}

/// The kind that an event has on screen.
pub const KIND: Kind = Kind::Salon;
