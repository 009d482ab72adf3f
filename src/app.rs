//! The one component with a state: events in, effects performed, the view drawn.

use std::rc::Rc;

use domain::Pack;
use domain::directory::{Prefecture, PrefectureEntries};
use domain::text::{Guide, Lang, Words};
use gloo::events::EventListener;
use session::{Begin, Effect, Event, Model, Route};
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, Properties};

use crate::ports::files::Files;
use crate::ports::{address, clock, focus, network, page, printer, storage};
use crate::screens::page::page as page_of;

/// Fetches what the app needs and draws it; says so on the static page when that cannot be had.
pub fn start() {
    spawn_local(async {
        match load().await {
            Some(begun) => draw(begun),
            None => page::cannot_load(),
        }
    });
}

/// A visit at its beginning.
struct Begun {
    model: Model,
    effects: Vec<Effect>,
    files: Files,
    page_lang: Lang,
    fingerprint: u32,
    focused: String,
}

async fn load() -> Option<Begun> {
    let files = Files::read()?;
    let page_lang = files.lang()?;
    let lang = storage::lang(page_lang).unwrap_or(page_lang);
    let rules = network::bytes(files.rules()).await?;
    let (pack, fingerprint) = Pack::decode(&rules).ok()?;
    let words = match words(&files, lang, fingerprint).await {
        Some(words) => words,
        None => words(&files, page_lang, fingerprint).await?,
    };
    let route = address::current();
    let (mut model, mut effects) = Model::begin(Begin {
        pack: Rc::new(pack),
        words: Rc::new(words),
        route,
        kept: storage::answers(),
        today: clock::today(),
    });
    for event in model.picked_before(&page::picks()) {
        effects.extend(model.update(event));
    }
    Some(Begun { model, effects, files, page_lang, fingerprint, focused: focus::current() })
}

async fn words(files: &Files, lang: Lang, fingerprint: u32) -> Option<Words> {
    Words::decode(&network::bytes(files.words(lang)).await?, fingerprint).ok()
}

async fn guide(files: &Files, lang: Lang, fingerprint: u32) -> Option<Guide> {
    Guide::decode(&network::bytes(files.guide(lang)).await?, fingerprint).ok()
}

async fn entries(files: &Files, prefecture: Prefecture) -> Option<PrefectureEntries> {
    PrefectureEntries::decode(&network::bytes(files.entries(prefecture)).await?).ok()
}

fn draw(begun: Begun) {
    match page::root() {
        Some(root) => {
            yew::Renderer::<App>::with_root_and_props(root, AppProps { begun: Rc::new(begun) }).render();
        }
        None => page::cannot_load(),
    }
}

#[derive(Clone, Properties)]
struct AppProps {
    begun: Rc<Begun>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begun, &other.begun)
    }
}

/// Where the focus goes after the next drawing.
enum Focus {
    Heading,
    Error,
    Element(String),
}

struct App {
    model: Model,
    focus: Option<Focus>,
    _address: EventListener,
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let begun = Rc::clone(&ctx.props().begun);
        let navigated = ctx.link().callback(Event::Navigated);
        let mut app = Self {
            model: begun.model.clone(),
            focus: Some(Focus::Element(begun.focused.clone())),
            _address: address::listen(move |route: Route| navigated.emit(route)),
        };
        for effect in &begun.effects {
            app.perform(ctx, effect.clone());
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        for effect in self.model.update(event) {
            self.perform(ctx, effect);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        page_of(&self.model.view(), &ctx.link().callback(|event: Event| event))
    }

    fn rendered(&mut self, _ctx: &Context<Self>, is_first: bool) {
        let frame = self.model.view().frame;
        page::describe(&frame.title, frame.lang);
        if is_first {
            page::reveal();
        }
        match self.focus.take() {
            Some(Focus::Heading) => focus::heading(),
            Some(Focus::Error) => focus::error(),
            Some(Focus::Element(id)) => focus::element(&id),
            None => {}
        }
    }
}

impl App {
    fn perform(&mut self, ctx: &Context<Self>, effect: Effect) {
        let begun = Rc::clone(&ctx.props().begun);
        let link = ctx.link().clone();
        match effect {
            Effect::Go(route) => address::go(route),
            Effect::Replace(route) => address::replace(route),
            Effect::Keep(snapshot) => storage::keep(&snapshot),
            Effect::KeepLang(lang) => storage::keep_lang(begun.page_lang, lang),
            Effect::Forget => storage::forget(),
            Effect::LoadWords(lang) => link.send_future(async move {
                match words(&begun.files, lang, begun.fingerprint).await {
                    Some(words) => Event::WordsLoaded(Rc::new(words)),
                    None => Event::WordsFailed(lang),
                }
            }),
            Effect::LoadGuide(lang) => link.send_future(async move {
                match guide(&begun.files, lang, begun.fingerprint).await {
                    Some(guide) => Event::GuideLoaded(Rc::new(guide)),
                    None => Event::GuideFailed(lang),
                }
            }),
            Effect::LoadEntries(prefecture) => link.send_future(async move {
                match entries(&begun.files, prefecture).await {
                    Some(file) => Event::EntriesLoaded(Rc::new(file)),
                    None => Event::EntriesFailed(prefecture),
                }
            }),
            Effect::FocusHeading => self.focus = Some(Focus::Heading),
            Effect::FocusError => self.focus = Some(Focus::Error),
            Effect::Print => printer::print(),
        }
    }
}
