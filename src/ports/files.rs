//! The list of files that belong to this page, from the data block in its HTML.

#[cfg(feature = "whole")]
use domain::directory::Prefecture;
use domain::text::Lang;
use gloo::utils::document;
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// The files of this page.
#[derive(Clone, Debug)]
pub struct Files {
    block: JsValue,
    base: String,
}

impl Files {
    /// Reads the data block; `None` when the page has none that can be read.
    pub fn read() -> Option<Self> {
        let text = document().get_element_by_id("files")?.text_content()?;
        let block = JSON::parse(&text).ok()?;
        let base = text_at(&block, "base")?;
        Some(Self { block, base })
    }

    /// The language of the page as it came.
    pub fn lang(&self) -> Option<Lang> {
        Lang::from_code(&text_at(&self.block, "lang")?)
    }

    /// The address of the pictograms.
    pub fn pictures(&self) -> String {
        let name = text_at(&self.block, "pictures").unwrap_or_default();
        [self.base.as_str(), &name].concat()
    }

    /// The address of the rules.
    pub fn rules(&self) -> Option<String> {
        self.address(text_at(&self.block, "rules")?)
    }

    /// The address of the words of a language.
    pub fn words(&self, lang: Lang) -> Option<String> {
        self.address(text_at(
            &Reflect::get(&self.block, &"words".into()).ok()?,
            lang.code(),
        )?)
    }

    #[cfg(feature = "whole")]
    /// The address of the words of the supports in a language.
    pub fn guide(&self, lang: Lang) -> Option<String> {
        self.address(text_at(
            &Reflect::get(&self.block, &"guides".into()).ok()?,
            lang.code(),
        )?)
    }

    #[cfg(feature = "whole")]
    /// The address of the entries of a prefecture.
    pub fn entries(&self, prefecture: Prefecture) -> Option<String> {
        self.address(text_at(
            &Reflect::get(&self.block, &"entries".into()).ok()?,
            &prefecture.to_string(),
        )?)
    }

    /// The address of the operator's settings.
    pub fn config(&self) -> String {
        [self.base.as_str(), "config.json"].concat()
    }

    #[cfg(feature = "whole")]
    /// The address of the site's top, without what follows `#`.
    pub fn home(&self) -> String {
        let here = gloo::utils::window().location().href().unwrap_or_default();
        let top = ["./", self.base.as_str()].concat();
        web_sys::Url::new_with_base(&top, &here).map_or(here, |url| url.href())
    }

    fn address(&self, path: String) -> Option<String> {
        Some([self.base.as_str(), path.as_str()].concat())
    }
}

fn text_at(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}
