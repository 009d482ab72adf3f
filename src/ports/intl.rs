//! Numbers, dates and lists as the browser writes them.

use std::cell::RefCell;

use domain::Date;
use domain::text::{Lang, Plural};
use js_sys::{Array, Function, JSON, Reflect, global};
use session::{Format, tag};
use wasm_bindgen::{JsCast, JsValue};

/// What the browser knows of languages. A browser that lacks a part of it writes numbers in digits, dates as 2026-11-24
/// and lists with commas; one that lacks a language (Chromium knows no Nepali) writes as in English.
#[derive(Debug, Default)]
pub struct Intl {
    /// What was made before: making one takes the browser longer than all it does with it.
    made: RefCell<Vec<(Kind, Lang, JsValue)>>,
}

/// A class of `Intl` with its options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plural,
    Number,
    List,
    Day,
    Month,
    Year,
}

impl Kind {
    /// The class, its options as JSON, and the method that writes.
    fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Plural => ("PluralRules", "{}", "select"),
            Self::Number => ("NumberFormat", "{}", "format"),
            Self::List => ("ListFormat", "{}", "format"),
            Self::Day => (
                "DateTimeFormat",
                r#"{"timeZone":"UTC","year":"numeric","month":"long","day":"numeric"}"#,
                "format",
            ),
            Self::Month => (
                "DateTimeFormat",
                r#"{"timeZone":"UTC","year":"numeric","month":"long"}"#,
                "format",
            ),
            Self::Year => (
                "DateTimeFormat",
                r#"{"timeZone":"UTC","year":"numeric"}"#,
                "format",
            ),
        }
    }
}

impl Intl {
    /// What the browser makes of a value; `None` when it cannot.
    fn written(&self, kind: Kind, lang: Lang, value: &JsValue) -> Option<String> {
        let (_, _, method) = kind.parts();
        let writer = self.writer(kind, lang)?;
        let method: Function = Reflect::get(&writer, &method.into())
            .ok()?
            .dyn_into()
            .ok()?;
        method.call1(&writer, value).ok()?.as_string()
    }

    fn writer(&self, kind: Kind, lang: Lang) -> Option<JsValue> {
        let made = self.made.try_borrow().ok()?;
        let is_it = |(a, b, _): &&(Kind, Lang, JsValue)| *a == kind && *b == lang;
        if let Some((_, _, writer)) = made.iter().find(is_it) {
            return Some(writer.clone());
        }
        drop(made);
        let (class, options, _) = kind.parts();
        let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
        // Left alone, a browser that lacks a language would take its own.
        let tags = Array::of2(&tag(lang).into(), &Lang::En.html().into());
        let writer =
            Reflect::construct(&class, &Array::of2(&tags, &JSON::parse(options).ok()?)).ok()?;
        let mut made = self.made.try_borrow_mut().ok()?;
        made.push((kind, lang, writer.clone()));
        Some(writer)
    }
}

impl Format for Intl {
    fn plural(&self, lang: Lang, number: usize) -> Plural {
        self.written(Kind::Plural, lang, &JsValue::from(number as f64))
            .map_or(Plural::Other, |name| Plural::from_name(&name))
    }

    fn number(&self, lang: Lang, number: usize) -> String {
        self.written(Kind::Number, lang, &JsValue::from(number as f64))
            .unwrap_or_else(|| number.to_string())
    }

    fn date(&self, lang: Lang, date: Date) -> String {
        let kind = match (date.month(), date.day()) {
            (Some(_), Some(_)) => Kind::Day,
            (Some(_), None) => Kind::Month,
            (None, _) => Kind::Year,
        };
        // ECMAScript takes a text of this form, also without day or month, as UTC.
        let text = date.to_string();
        self.written(kind, lang, &js_sys::Date::new(&text.as_str().into()))
            .unwrap_or(text)
    }

    fn list(&self, lang: Lang, things: &[String]) -> String {
        let all: Array = things
            .iter()
            .map(|thing| JsValue::from(thing.as_str()))
            .collect();
        self.written(Kind::List, lang, &all)
            .unwrap_or_else(|| things.join(", "))
    }
}
