//! The page as it stands before any script: drawn on the build machine from the same parts as the app.

mod leaflet;

use std::future::Future;

use domain::text::Lang;
use session::view::{
    CrisisView, Frame, LangView, LinkGroup, Phrase, QuestionView, StartView, StaticTexts, View,
};
use session::{Event, Model};
use yew::{AttrValue, Callback, Html, LocalServerRenderer, Properties, component, html};

use crate::components::fixtures;
use crate::components::frame::{aloud, framed, langs, switch};
use crate::components::heading::heading;
use crate::components::words::paragraph;
use crate::components::{Level, Pen};
use crate::screens::{self, crisis, question, start};

pub use leaflet::{Ways, leaflet};

/// The words of the page around the app.
pub fn texts(model: &Model) -> StaticTexts {
    model.static_texts()
}

/// The body of the static copy in the language of `model`, which must stand at the start of a visit and have the words of
/// the supports. `base` leads from the copy to the root of the site: `./` or `../`.
pub fn static_page(model: &Model, base: &str) -> impl Future<Output = String> + use<> {
    let (start, question, crisis) = model.static_views();
    let props = StaticProps {
        frame: model.view().frame,
        start,
        question,
        crisis,
        loading: model.static_texts().loading,
        leaflets: model.leaflet_links(),
        base: AttrValue::from(base.to_owned()),
    };
    LocalServerRenderer::<Static>::with_props(props)
        .hydratable(false)
        .render()
}

/// The body of the app showing `view`, as a browser would draw it.
pub fn page(view: View) -> impl Future<Output = String> {
    LocalServerRenderer::<Page>::with_props(PageProps { view })
        .hydratable(false)
        .render()
}

/// Every fixture of every component under its name, for the tests of accessibility and the pictures.
pub fn gallery() -> impl Future<Output = String> {
    LocalServerRenderer::<Gallery>::new()
        .hydratable(false)
        .render()
}

/// Where the pictograms are, seen from the gallery.
const PICTURES: &str = "pictograms.svg";

#[derive(Clone, Debug, PartialEq, Properties)]
struct PageProps {
    view: View,
}

#[component]
fn Page(props: &PageProps) -> Html {
    screens::page::page(&props.view, PICTURES, &Callback::noop())
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct StaticProps {
    frame: Frame,
    start: StartView,
    question: Option<QuestionView>,
    crisis: CrisisView,
    loading: Phrase,
    leaflets: LinkGroup,
    base: AttrValue,
}

/// The ids are the addresses of the app, so that its doors open without it: `#/help` finds `/help`.
#[component]
fn Static(props: &StaticProps) -> Html {
    let pen = Pen {
        only_japanese: &props.frame.only_japanese,
        // No question with pictograms stands before the app.
        pictures: "",
        on_event: &Callback::noop(),
    };
    let screens = html! {
        <>
            <section id="/">{start::doors(pen, &props.start)}</section>
            if let Some(view) = &props.question {
                // Without its buttons: they would do nothing yet.
                <section id="/check/1" class="only-target">
                    {question::asked(pen, Level::Part, view)}
                    {paragraph(pen, "notice", &props.loading)}
                </section>
            }
            <section id="/places">{start::to_call(pen, &props.start)}</section>
            <section id="/help">{crisis::crisis(pen, Level::Part, &props.crisis)}</section>
            // Here and on no screen of the app: the address of a leaflet names a topic.
            <section>{leaflet::links(pen, "./", &props.leaflets)}</section>
        </>
    };
    framed(
        pen,
        &props.frame,
        languages(pen, &props.frame, &props.base, ""),
        screens,
    )
}

/// The language switch as links to the same page in the other languages: it stands in this folder of each.
fn languages(pen: Pen<'_>, frame: &Frame, base: &str, folder: &str) -> Html {
    let link = |view: &LangView| {
        let code = view.lang.code();
        let address = [base, &lang_folder(view.lang), folder].concat();
        let lang = view.lang.html();
        html! { <a href={address} {lang} hreflang={code} aria-current={view.is_current.then_some("page")}>{view.name}</a> }
    };
    langs(pen, frame, frame.langs.iter().map(link).collect())
}

/// The folder of a language, seen from the root of the site.
fn lang_folder(lang: Lang) -> String {
    match lang {
        Lang::Ja => String::new(),
        lang => [lang.code(), "/"].concat(),
    }
}

#[component]
fn Gallery() -> Html {
    let frame = fixtures::frame();
    let on_event: Callback<Event> = Callback::noop();
    let pen = Pen {
        only_japanese: &frame.only_japanese,
        pictures: PICTURES,
        on_event: &on_event,
    };
    let shown = fixtures::all(pen).into_iter().map(|fixture| {
        html! { <section key={fixture.name}><h2>{fixture.name}</h2>{fixture.html}</section> }
    });
    let screen = html! { <>{heading(pen, Level::Title, &frame.app_name)}{for shown}</> };
    let tools = html! { <>{switch(pen, &frame)}{aloud(pen, &frame)}</> };
    framed(pen, &frame, tools, screen)
}

/// What a future gives that waits for nothing.
#[cfg(test)]
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    use std::task::{Context, Poll, Waker};
    let mut future = std::pin::pin!(future);
    loop {
        if let Poll::Ready(value) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::fixtures::phrase;
    use crate::screens::fixtures;
    use session::view::Input;

    fn copy(base: &str, current: Lang) -> String {
        let mut frame = crate::components::fixtures::frame();
        for view in &mut frame.langs {
            view.is_current = view.lang == current;
        }
        let props = StaticProps {
            frame,
            start: fixtures::start(),
            question: Some(fixtures::question(Input::Radios)),
            crisis: fixtures::crisis(),
            loading: phrase("読み込んでいます。"),
            leaflets: LinkGroup {
                title: phrase("ページで読む"),
                links: Vec::new(),
            },
            base: AttrValue::from(base.to_owned()),
        };
        now(LocalServerRenderer::<Static>::with_props(props)
            .hydratable(false)
            .render())
    }

    #[test]
    fn the_doors_of_the_static_copy_open_by_their_address_alone() {
        let html = copy("./", Lang::Ja);
        for place in ["/check/1", "/places", "/help"] {
            assert!(html.contains(&format!(r##"href="#{place}""##)), "{place}");
            assert_eq!(
                html.matches(&format!(r#"<section id="{place}""#)).count(),
                1,
                "{place}"
            );
        }
        assert!(html.contains(r#"<section id="/check/1" class="only-target">"#));
    }

    #[test]
    fn the_static_copy_has_one_heading_of_the_first_level_and_can_be_used_as_it_is() {
        let html = copy("./", Lang::Ja);
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(html.contains(r#"href="tel:05000000000""#));
        assert!(html.contains("<aside"));
        assert!(!html.contains("<form") && !html.contains(" style="));
    }

    #[test]
    fn a_question_without_the_app_has_no_button_that_would_do_nothing() {
        let html = copy("./", Lang::Ja);
        let (_, question) = html.split_once(r#"id="/check/1""#).unwrap();
        let (question, _) = question.split_once("</section>").unwrap();
        assert!(!question.contains("<button"));
        assert!(question.contains("読み込んでいます。"));
        assert_eq!(question.matches(r#"autocomplete="off""#).count(), 2);
    }

    #[test]
    fn the_languages_are_links_from_any_copy_to_any_other() {
        let link = |folder: &str, code: &str, lang: &str, rest: &str| {
            format!(r#"<a href="{folder}" lang="{lang}" hreflang="{code}"{rest}>"#)
        };
        let html = copy("./", Lang::Ja);
        assert!(
            html.contains(&link("./", "ja", "ja", r#" aria-current="page""#)),
            "{html}"
        );
        assert!(html.contains(&link("./ja-x-easy/", "ja-x-easy", "ja", "")));
        let html = copy("../", Lang::En);
        assert!(html.contains(&link("../", "ja", "ja", "")));
        assert!(html.contains(&link("../en/", "en", "en", r#" aria-current="page""#)));
    }

    #[test]
    fn no_id_stands_twice_in_the_gallery() {
        let html = now(gallery());
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        ids.sort_unstable();
        let mut twice = ids.windows(2).filter(|pair| pair[0] == pair[1]);
        assert_eq!(twice.next(), None);
    }
}
