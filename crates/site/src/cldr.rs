//! Numbers, dates and lists of the static pages, from the same data that browsers have.

use domain::Date;
use domain::text::{Lang, Plural};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as Writer;
use icu_datetime::fieldsets::{M, Y, YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use session::{Format, tag};

/// CLDR as ICU4X brings it. What it lacks is written as a browser without `Intl` writes it.
///
/// Source: <https://cldr.unicode.org>.
#[derive(Clone, Copy, Debug)]
pub struct Cldr;

fn locale(lang: Lang) -> Locale {
    Locale::try_from_str(tag(lang)).unwrap_or(Locale::UNKNOWN)
}

/// The date in words; `None` when it is no day of the calendar.
fn written(lang: Lang, date: Date) -> Option<String> {
    let locale = locale(lang);
    let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
    let first = icu_calendar::Date::try_new_gregorian(i32::from(date.year()), month, day).ok()?;
    let text = match (date.month(), date.day()) {
        (Some(_), Some(_)) => {
            let writer = Writer::<Gregorian, _>::try_new(locale.into(), YMD::long()).ok()?;
            writer.format(&first).to_string()
        }
        // ICU4X 2.4 forgets the digits of this pattern, `MMMM 'de' y`.
        (Some(_), None) if lang == Lang::PtBr => {
            let writer = Writer::<Gregorian, _>::try_new(locale.into(), M::long()).ok()?;
            format!("{} de {}", writer.format(&first), date.year())
        }
        (Some(_), None) => {
            let writer = Writer::<Gregorian, _>::try_new(locale.into(), YM::long()).ok()?;
            writer.format(&first).to_string()
        }
        (None, _) => {
            let writer = Writer::<Gregorian, _>::try_new(locale.into(), Y::long()).ok()?;
            writer.format(&first).to_string()
        }
    };
    Some(text)
}

impl Format for Cldr {
    fn plural(&self, lang: Lang, number: usize) -> Plural {
        let rules = PluralRules::try_new(locale(lang).into(), Default::default());
        match rules.map(|rules| rules.category_for(number)) {
            Ok(PluralCategory::Zero) => Plural::Zero,
            Ok(PluralCategory::One) => Plural::One,
            Ok(PluralCategory::Two) => Plural::Two,
            Ok(PluralCategory::Few) => Plural::Few,
            Ok(PluralCategory::Many) => Plural::Many,
            Ok(PluralCategory::Other) | Err(_) => Plural::Other,
        }
    }

    fn number(&self, lang: Lang, number: usize) -> String {
        let writer = DecimalFormatter::try_new(locale(lang).into(), Default::default());
        let decimal = Decimal::from(number);
        writer.map_or_else(
            |_| number.to_string(),
            |writer| writer.format(&decimal).to_string(),
        )
    }

    fn date(&self, lang: Lang, date: Date) -> String {
        written(lang, date).unwrap_or_else(|| date.to_string())
    }

    fn list(&self, lang: Lang, things: &[String]) -> String {
        let options = ListFormatterOptions::default();
        let writer = ListFormatter::try_new_and(locale(lang).into(), options);
        writer.map_or_else(
            |_| things.join(", "),
            |writer| writer.format(things.iter()).to_string(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `Intl` says of 2026-11-24, 2026-11 and 2026, of 12345, and of a list of three.
    ///
    /// Source: a browser with CLDR 48; and CLDR 49 for the day in Vietnamese, which had a comma before the year until then.
    const BROWSER: [(Lang, [&str; 5]); 9] = [
        (
            Lang::Ja,
            [
                "2026年11月24日",
                "2026年11月",
                "2026年",
                "12,345",
                "A、B、C",
            ],
        ),
        (
            Lang::JaEasy,
            [
                "2026年11月24日",
                "2026年11月",
                "2026年",
                "12,345",
                "A、B、C",
            ],
        ),
        (
            Lang::En,
            [
                "November 24, 2026",
                "November 2026",
                "2026",
                "12,345",
                "A, B, and C",
            ],
        ),
        (
            Lang::ZhHans,
            [
                "2026年11月24日",
                "2026年11月",
                "2026年",
                "12,345",
                "A、B和C",
            ],
        ),
        (
            Lang::Ko,
            [
                "2026년 11월 24일",
                "2026년 11월",
                "2026년",
                "12,345",
                "A, B 및 C",
            ],
        ),
        (
            Lang::Vi,
            [
                "24 tháng 11 2026",
                "tháng 11 năm 2026",
                "2026",
                "12.345",
                "A, B và C",
            ],
        ),
        (
            Lang::PtBr,
            [
                "24 de novembro de 2026",
                "novembro de 2026",
                "2026",
                "12.345",
                "A, B e C",
            ],
        ),
        (
            Lang::Tl,
            [
                "Nobyembre 24, 2026",
                "Nobyembre 2026",
                "2026",
                "12,345",
                "A, B, at C",
            ],
        ),
        (
            Lang::Ne,
            [
                "2026 नोभेम्बर 24",
                "2026 नोभेम्बर",
                "2026",
                "12,345",
                "A, B र C",
            ],
        ),
    ];

    #[test]
    fn static_pages_write_dates_numbers_and_lists_as_a_browser_does() {
        let things = ["A", "B", "C"].map(str::to_owned);
        for (lang, expected) in BROWSER {
            let date = |text: &str| Cldr.date(lang, text.parse().unwrap());
            let said = [
                date("2026-11-24"),
                date("2026-11"),
                date("2026"),
                Cldr.number(lang, 12_345),
                Cldr.list(lang, &things),
            ];
            assert_eq!(said, expected, "{lang:?}");
        }
    }

    #[test]
    fn a_number_asks_for_the_form_that_its_language_has() {
        // Source: CLDR, language plural rules. Vietnamese has a singular since CLDR 49.
        let form = |lang, number| Cldr.plural(lang, number);
        for lang in [Lang::Ja, Lang::JaEasy, Lang::ZhHans, Lang::Ko] {
            assert_eq!(form(lang, 1), Plural::Other, "{lang:?}");
        }
        for lang in [Lang::En, Lang::PtBr, Lang::Tl, Lang::Ne] {
            assert_eq!(form(lang, 1), Plural::One, "{lang:?}");
        }
        assert_eq!(form(Lang::PtBr, 0), Plural::One);
        assert_eq!(form(Lang::En, 0), Plural::Other);
        assert_eq!(form(Lang::Tl, 5), Plural::One);
        assert_eq!(form(Lang::Tl, 4), Plural::Other);
    }
}
