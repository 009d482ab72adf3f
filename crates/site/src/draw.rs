//! The compiled content as files of the site, and as the static copies that are drawn from it.

use std::rc::Rc;

use authoring::Compiled;
use domain::text::{Lang, direction, spans};
use html_escape::encode_text;
use session::view::Phrase;
use session::{Begin, Model, Route};
use tokio::runtime;
use tokio::task::LocalSet;
use tomoni::prerender;

use crate::cldr::Cldr;
use crate::files::Site;
use crate::kit::Kit;
use crate::page::{Files, Shown};

/// Puts the packs into the site, and says under which names they and the app stand there.
pub fn place(compiled: &Compiled, kit: &Kit, site: &mut Site) -> Files {
    let mut files = Files {
        app: kit.app.clone(),
        wasm: kit.wasm.clone(),
        whole: kit.whole.clone(),
        pictures: kit.head().pictures.clone(),
        rules: site.add_hashed("rules", "bin", compiled.rules.clone()),
        ..Files::default()
    };
    for (lang, _, bytes) in &compiled.words {
        let name = site.add_hashed(&format!("words-{}", lang.code()), "bin", bytes.clone());
        files.words.insert(lang.code().to_owned(), name);
    }
    for (lang, _, bytes) in &compiled.guides {
        let name = site.add_hashed(&format!("guide-{}", lang.code()), "bin", bytes.clone());
        files.guides.insert(lang.code().to_owned(), name);
    }
    for (entries, bytes) in &compiled.entries {
        let code = entries.prefecture.to_string();
        let name = site.add_hashed(&format!("entries-{code}"), "bin", bytes.clone());
        files.entries.insert(code, name);
    }
    files
}

/// Why a page cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The content has no words in a language.
    #[error("there are no words in {}", .0.code())]
    NoWords(Lang),
    /// The system gives nothing to draw with.
    #[error("nothing can be drawn")]
    System(#[from] std::io::Error),
}

/// A visit without answers, at the start page, with the words of the supports.
///
/// # Errors
/// When the content has no words in this language.
pub fn model(compiled: &Compiled, lang: Lang) -> Result<Model, DrawError> {
    let words = compiled.words_in(lang).ok_or(DrawError::NoWords(lang))?;
    let guide = compiled.guide_in(lang).ok_or(DrawError::NoWords(lang))?;
    let (model, _) = Model::begin(Begin {
        pack: Rc::new(compiled.pack.clone()),
        words: Rc::new(words.clone()),
        route: Route::Start,
        guide: Some(Rc::new(guide.clone())),
        has_picked_lang: false,
        kept: String::new(),
        saved: String::new(),
        fingerprint: 0,
        home: String::new(),
        // The day of building means nothing to whoever reads the page later; the app marks what is past its date.
        now: None,
        format: Rc::new(Cldr),
    });
    Ok(model)
}

/// The page as it stands before any script, drawn by the components of the app for this visit.
///
/// # Errors
/// As [`drawn`].
pub fn static_page(model: &Model, base: &str) -> Result<Shown, DrawError> {
    let body = drawn(prerender::static_page(model, base))?;
    let texts = prerender::texts(model);
    Ok(Shown {
        title: texts.title,
        description: texts.description,
        cannot_start: html(&texts.cannot_start),
        cannot_load: html(&texts.cannot_load),
        reload: html(&texts.reload),
        body,
    })
}

/// Yew draws within a tokio task of the present thread.
///
/// # Errors
/// When the system gives no runtime. Must not be called from within one.
pub fn drawn(drawing: impl Future<Output = String>) -> Result<String, DrawError> {
    let runtime = runtime::Builder::new_current_thread().build()?;
    Ok(LocalSet::new().block_on(&runtime, drawing))
}

/// A phrase as HTML, with its furigana and in its language.
fn html(phrase: &Phrase) -> String {
    let spans = spans(&phrase.text).into_iter().map(|span| {
        let base = encode_text(span.base);
        match span.ruby {
            "" => base.into_owned(),
            ruby => format!(
                "<ruby>{base}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>",
                encode_text(ruby)
            ),
        }
    });
    let text: String = spans.collect();
    match phrase.lang {
        Some(lang) => format!(
            "<span lang=\"{lang}\" dir=\"{}\">{text}</span>",
            direction(lang)
        ),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_keeps_its_furigana_and_its_language() {
        let phrase = |lang| Phrase {
            text: "{話|はな}す < 1".into(),
            lang,
            ..Phrase::default()
        };
        let ruby = "<ruby>話<rp>(</rp><rt>はな</rt><rp>)</rp></ruby>す &lt; 1";
        assert_eq!(html(&phrase(None)), ruby);
        assert_eq!(
            html(&phrase(Some("ja"))),
            format!("<span lang=\"ja\" dir=\"ltr\">{ruby}</span>")
        );
    }
}
