//! The one component with a state: events in, effects performed, the view drawn.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Pack;
use domain::directory::{Prefecture, PrefectureEntries};
use domain::text::{Guide, Lang, Words};
use session::{Begin, Effect, Event, Model, Route};
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, Properties};

use crate::ports::files::Files;
use crate::ports::intl::Intl;
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

/// What stays the same during a visit.
struct Site {
    files: Files,
    page_lang: Lang,
    fingerprint: u32,
}

/// A visit at its beginning.
struct Begun {
    model: Model,
    effects: Vec<Effect>,
    site: Rc<Site>,
    focused: String,
}

/// A file that is fetched during a visit.
#[derive(Clone, Copy)]
enum Wanted {
    Words(Lang),
    Guide(Lang),
    Entries(Prefecture),
}

async fn load() -> Option<Begun> {
    let files = Files::read()?;
    let page_lang = files.lang()?;
    let lang = storage::lang(page_lang).unwrap_or(page_lang);
    let (pack, fingerprint) = Pack::decode(&network::bytes(files.rules()).await?).ok()?;
    let words = match words(&files, lang, fingerprint).await {
        Some(words) => words,
        None => words(&files, page_lang, fingerprint).await?,
    };
    let (mut model, mut effects) = Model::begin(Begin {
        pack: Rc::new(pack),
        words: Rc::new(words),
        route: address::current(),
        kept: storage::answers(),
        today: clock::today(),
        format: Rc::new(Intl::default()),
    });
    for event in model.picked_before(&page::picks()) {
        effects.extend(model.update(event));
    }
    let site = Rc::new(Site {
        files,
        page_lang,
        fingerprint,
    });
    Some(Begun {
        model,
        effects,
        site,
        focused: focus::current(),
    })
}

async fn words(files: &Files, lang: Lang, fingerprint: u32) -> Option<Words> {
    Words::decode(&network::bytes(files.words(lang)).await?, fingerprint).ok()
}

/// Fetches a file; what comes of it, or that nothing came.
async fn fetched(site: Rc<Site>, wanted: Wanted) -> Event {
    let address = match wanted {
        Wanted::Words(lang) => site.files.words(lang),
        Wanted::Guide(lang) => site.files.guide(lang),
        Wanted::Entries(prefecture) => site.files.entries(prefecture),
    };
    let bytes = network::bytes(address).await.unwrap_or_default();
    match wanted {
        Wanted::Words(lang) => Words::decode(&bytes, site.fingerprint)
            .map_or(Event::WordsFailed(lang), |words| {
                Event::WordsLoaded(Rc::new(words))
            }),
        Wanted::Guide(lang) => Guide::decode(&bytes, site.fingerprint)
            .map_or(Event::GuideFailed(lang), |guide| {
                Event::GuideLoaded(Rc::new(guide))
            }),
        Wanted::Entries(prefecture) => PrefectureEntries::decode(&bytes)
            .map_or(Event::EntriesFailed(prefecture), |file| {
                Event::EntriesLoaded(Rc::new(file))
            }),
    }
}

fn draw(begun: Begun) {
    match page::root() {
        Some(root) => {
            let begun = Rc::new(RefCell::new(Some(begun)));
            yew::Renderer::<App>::with_root_and_props(root, AppProps { begun }).render();
        }
        None => page::cannot_load(),
    }
}

/// Handed over once, when the app is created.
#[derive(Clone, Properties)]
struct AppProps {
    begun: Rc<RefCell<Option<Begun>>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begun, &other.begun)
    }
}

/// Where the focus goes after the next drawing.
enum Focus {
    Heading,
    Language,
    Error,
    Element(String),
}

struct App {
    visit: Option<Visit>,
}

struct Visit {
    model: Model,
    site: Rc<Site>,
    focus: Option<Focus>,
    _address: address::Listener,
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let Some(begun) = ctx.props().begun.take() else {
            return Self { visit: None };
        };
        let navigated = ctx.link().callback(Event::Navigated);
        let mut visit = Visit {
            model: begun.model,
            site: begun.site,
            focus: Some(Focus::Element(begun.focused)),
            _address: address::listen(move |route: Route| navigated.emit(route)),
        };
        for effect in begun.effects {
            visit.perform(ctx, effect);
        }
        Self { visit: Some(visit) }
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        let Some(visit) = &mut self.visit else {
            return false;
        };
        for effect in visit.model.update(event) {
            visit.perform(ctx, effect);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(visit) = &self.visit else {
            return Html::default();
        };
        page_of(
            &visit.model.view(),
            &ctx.link().callback(|event: Event| event),
        )
    }

    fn rendered(&mut self, _ctx: &Context<Self>, is_first: bool) {
        let Some(visit) = &mut self.visit else { return };
        let (title, lang) = visit.model.title();
        page::describe(&title, lang);
        if is_first {
            page::reveal();
        }
        match visit.focus.take() {
            Some(Focus::Heading) => focus::heading(),
            Some(Focus::Language) => focus::language(),
            Some(Focus::Error) => focus::error(),
            Some(Focus::Element(id)) => focus::element(&id),
            None => {}
        }
    }
}

impl Visit {
    fn perform(&mut self, ctx: &Context<App>, effect: Effect) {
        match effect {
            Effect::Go(route) => address::go(route),
            Effect::Replace(route) => address::replace(route),
            Effect::Keep(snapshot) => storage::keep(&snapshot),
            Effect::KeepLang(lang) => storage::keep_lang(self.site.page_lang, lang),
            Effect::Forget => storage::forget(),
            Effect::LoadWords(lang) => self.fetch(ctx, Wanted::Words(lang)),
            Effect::LoadGuide(lang) => self.fetch(ctx, Wanted::Guide(lang)),
            Effect::LoadEntries(prefecture) => self.fetch(ctx, Wanted::Entries(prefecture)),
            Effect::FocusHeading => self.focus = Some(Focus::Heading),
            Effect::FocusLanguage => self.focus = Some(Focus::Language),
            Effect::FocusError => self.focus = Some(Focus::Error),
            Effect::Print => printer::print(),
        }
    }

    fn fetch(&self, ctx: &Context<App>, wanted: Wanted) {
        ctx.link()
            .send_future(fetched(Rc::clone(&self.site), wanted));
    }
}
