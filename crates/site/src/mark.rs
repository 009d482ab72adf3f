//! What stands over every screen of a site that is not for everybody.

use serde::{Deserialize, Serialize};

/// Whether a page says that it is not for everybody.
///
/// The words stand outside what the app draws: they are there before it, with it, without it, and on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// It is for everybody.
    #[default]
    None,
    /// Content that nobody has answered for yet.
    Sample,
    /// Content of the page for editors, on the editor's own computer.
    Preview,
}

const SAMPLE: &str = "<section class=\"stamp\" aria-label=\"見本\"><p><strong><ruby>見本<rp>(</rp><rt>みほん</rt><rp>)</rp></ruby></strong> \
     まだ<ruby>確<rp>(</rp><rt>たし</rt><rp>)</rp></ruby>かめていません。<ruby>案内<rp>(</rp><rt>あんない</rt><rp>)</rp></ruby>には\
     <ruby>使<rp>(</rp><rt>つか</rt><rp>)</rp></ruby>えません。 <span lang=\"en\">Sample. Not reviewed, not for use.</span></p></section>";
const PREVIEW: &str = "<section class=\"stamp\" aria-label=\"下見\"><p><strong>下見</strong> このコンピューターの中だけの画面です。 \
     <span lang=\"en\">Preview, on this computer only.</span></p></section>";

const STYLE: &str = "html{scroll-padding-top:6rem}\
    .stamp{position:sticky;top:0;z-index:2;margin:0;padding:.25rem 1rem;border-bottom:.25rem dashed var(--alarm);\
    background:var(--heed-tint);color:var(--text);font-size:.875rem;line-height:1.5;text-align:center}\
    .stamp p{margin:0}@media print{.stamp{position:fixed;inset:0 0 auto}body{padding-top:4rem}}";

impl Mark {
    /// What stands at the top of the page, as HTML.
    pub(crate) fn html(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Sample => SAMPLE,
            Self::Preview => PREVIEW,
        }
    }

    /// The style sheet with what the mark needs.
    pub(crate) fn style(self, style: &str) -> String {
        match self {
            Self::None => style.to_owned(),
            Self::Sample | Self::Preview => [style, STYLE].concat(),
        }
    }
}
