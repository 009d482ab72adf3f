//! The page as it stands before any script: drawn on the build machine from the same parts as the app.

use std::future::Future;

use session::view::{CrisisView, Frame, LangView, Phrase, QuestionView, StartView, StaticTexts, View};
use session::{Event, Model};
use yew::{AttrValue, Callback, Html, LocalServerRenderer, Properties, component, html};

use crate::components::fixtures;
use crate::components::frame::{framed, switch};
use crate::components::heading::heading;
use crate::components::words::paragraph;
use crate::components::{Level, Pen};
use crate::screens::{self, crisis, question, start};

/// The words of the page around the app.
pub fn texts(model: &Model) -> StaticTexts {
    model.static_texts()
}

/// The body of the static copy in the language of `model`, which must stand at the start of a visit. `base` leads from
/// the copy to the root of the site: `./` or `../`.
pub fn static_page(model: &Model, base: &str) -> impl Future<Output = String> + use<> {
    let (start, question, crisis) = model.static_views();
    let props = StaticProps {
        frame: model.view().frame,
        start,
        question,
        crisis,
        loading: model.static_texts().loading,
        base: AttrValue::from(base.to_owned()),
    };
    LocalServerRenderer::<Static>::with_props(props).hydratable(false).render()
}

/// The body of the app showing `view`, as a browser would draw it.
pub fn page(view: View) -> impl Future<Output = String> {
    LocalServerRenderer::<Page>::with_props(PageProps { view }).hydratable(false).render()
}

/// Every fixture of every component under its name, for the tests of accessibility and the pictures.
pub fn gallery() -> impl Future<Output = String> {
    LocalServerRenderer::<Gallery>::new().hydratable(false).render()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PageProps {
    view: View,
}

#[component]
fn Page(props: &PageProps) -> Html {
    screens::page::page(&props.view, &Callback::noop())
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct StaticProps {
    frame: Frame,
    start: StartView,
    question: Option<QuestionView>,
    crisis: CrisisView,
    loading: Phrase,
    base: AttrValue,
}

/// The ids are the addresses of the app, so that its doors open without it: `#/help` finds `/help`.
#[component]
fn Static(props: &StaticProps) -> Html {
    let pen = Pen { only_japanese: &props.frame.only_japanese, on_event: &Callback::noop() };
    let screens = html! {
        <>
            if let Some(view) = &props.question {
                <section id="/check/1" class="target">
                    {question::asked(pen, Level::Part, view)}
                    {paragraph(pen, "notice", &props.loading)}
                </section>
            }
            <section id="/">{start::doors(pen, &props.start)}</section>
            <section id="/places">{start::to_call(pen, &props.start)}</section>
            <section id="/help">{crisis::crisis(pen, Level::Part, &props.crisis)}</section>
        </>
    };
    framed(pen, &props.frame, links(&props.frame, &props.base), screens)
}

/// The language switch as links to the other static copies.
fn links(frame: &Frame, base: &str) -> Html {
    let link = |view: &LangView| {
        let code = view.lang.code();
        let folder = if view.lang == domain::text::Lang::Ja { base.to_owned() } else { [base, code, "/"].concat() };
        let lang = view.lang.html();
        html! { <a href={folder} {lang} hreflang={code} aria-current={view.is_current.then_some("page")}>{view.name}</a> }
    };
    html! {
        <nav class="langs" aria-label={frame.language_label.plain()}>{for frame.langs.iter().map(link)}</nav>
    }
}

#[component]
fn Gallery() -> Html {
    let frame = fixtures::frame();
    let on_event: Callback<Event> = Callback::noop();
    let pen = Pen { only_japanese: &frame.only_japanese, on_event: &on_event };
    let shown = fixtures::all(pen).into_iter().map(|fixture| {
        html! { <section key={fixture.name}><h2>{fixture.name}</h2>{fixture.html}</section> }
    });
    let screen = html! { <>{heading(pen, Level::Title, &frame.app_name)}{for shown}</> };
    framed(pen, &frame, switch(pen, &frame), screen)
}
