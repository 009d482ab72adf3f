//! Opening hours from the columns for days and times.

use unicode_normalization::UnicodeNormalization;

use super::super::proposal::{Draft, Hours};
use super::super::value::time;
use super::Record;

/// The days of the week in Japanese and in the opening_hours syntax.
pub const DAYS: [(char, &str); 7] = [
    ('月', "Mo"),
    ('火', "Tu"),
    ('水', "We"),
    ('木', "Th"),
    ('金', "Fr"),
    ('土', "Sa"),
    ('日', "Su"),
];

impl Record<'_> {
    /// The hours of a facility: 月;火 09:00〜17:00, and what is said beside them.
    pub fn hours(&self, draft: &mut Draft) -> Hours {
        let mut clock = |key: &str| {
            let (time, repair) = time(self.cell(key))?;
            draft.repairs.extend(repair);
            Some(time)
        };
        let (opens, closes) = (clock("opens"), clock("closes"));
        let days = self.cell("days");
        let times = match (&opens, &closes) {
            (Some(opens), Some(closes)) => format!("{opens}〜{closes}"),
            _ => [self.cell("opens"), self.cell("closes")]
                .join(" ")
                .trim()
                .to_owned(),
        };
        let words = [days, &times, self.cell("time_note")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        // A remark may say anything, also that the days are others.
        let is_simple = self.cell("time_note").is_empty();
        let syntax = match (plain_days(days), opens, closes) {
            (Some(days), Some(opens), Some(closes)) if is_simple && opens < closes => {
                format!("{days} {opens}-{closes}")
            }
            _ => String::new(),
        };
        Hours {
            words,
            syntax,
            closed: String::new(),
        }
    }
}

/// `Mo,Tu` for 月;火, where nothing else is said.
fn plain_days(text: &str) -> Option<String> {
    let days: Option<Vec<&str>> = text
        .nfkc()
        .filter(|c| !matches!(c, ';' | ',' | '、' | '・' | ' '))
        .map(|c| {
            DAYS.iter()
                .find(|(day, _)| *day == c)
                .map(|(_, name)| *name)
        })
        .collect();
    days.filter(|days| !days.is_empty())
        .map(|days| days.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_days_are_known_and_others_are_left_to_words() {
        assert_eq!(plain_days("月;火；水").as_deref(), Some("Mo,Tu,We"));
        assert_eq!(plain_days("月火木金").as_deref(), Some("Mo,Tu,Th,Fr"));
        for text in ["", "月〜金", "平日", "第2水"] {
            assert_eq!(plain_days(text), None, "{text}");
        }
    }
}
