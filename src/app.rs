//! The one component with a state: events in, effects performed, the view drawn.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Pack;
#[cfg(feature = "whole")]
use domain::directory::{Prefecture, PrefectureEntries};
#[cfg(feature = "whole")]
use domain::text::Guide;
use domain::text::{Lang, Words};
#[cfg(feature = "whole")]
use session::CounterEffect;
#[cfg(feature = "whole")]
use session::aloud::Heard;
use session::{Begin, Effect, Event, Model, Route};
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, Properties};

#[cfg(feature = "whole")]
use crate::along::performed;
#[cfg(feature = "whole")]
use crate::desk;
use crate::ports::files::Files;
use crate::ports::intl::Intl;
use crate::ports::{address, clock, config, focus, network, page, storage, whole};
#[cfg(feature = "whole")]
use crate::ports::{settings, speech};
use crate::screens::page::page as page_of;

/// Fetches what the app needs and draws it; says so on the static page when that cannot be had.
pub fn start() {
    spawn_local(async {
        match load().await {
            Some(begun) => draw(begun, page::root()),
            None => page::cannot_load(),
        }
    });
}

/// The whole app with everything it needs, before it takes the visit over from the first.
#[cfg(feature = "whole")]
#[derive(Debug)]
pub struct Whole {
    site: Rc<Site>,
    pack: Pack,
    words: Words,
    guide: Guide,
}

#[cfg(feature = "whole")]
impl Whole {
    /// Fetches what is needed in the language with this code; `None` when that cannot be had.
    pub async fn prepare(code: &str) -> Option<Self> {
        let lang = Lang::from_code(code)?;
        let files = Files::read()?;
        let page_lang = files.lang()?;
        let (pack, fingerprint) = Pack::decode(&network::bytes(files.rules()).await?).ok()?;
        let words = words(&files, lang, fingerprint).await?;
        let guide = network::bytes(files.guide(lang)).await?;
        let guide = Guide::decode(&guide, fingerprint).ok()?;
        let site = Rc::new(Site {
            pictures: files.pictures(),
            files,
            page_lang,
            fingerprint,
        });
        Some(Self {
            site,
            pack,
            words,
            guide,
        })
    }

    /// Goes on with a visit that has these answers, in the place of the app that is drawn.
    pub fn take_over(self, kept: &str) {
        let (model, effects) = Model::begin(Begin {
            pack: Rc::new(self.pack),
            words: Rc::new(self.words),
            route: address::current(),
            guide: Some(Rc::new(self.guide)),
            kept: kept.to_owned(),
            saved: storage::saved(),
            fingerprint: self.site.fingerprint,
            has_picked_lang: true,
            home: self.site.files.home(),
            now: clock::now(),
            format: Rc::new(Intl::default()),
        });
        let begun = Begun {
            model,
            effects,
            site: self.site,
            focus: Focus::Heading,
        };
        draw(begun, page::root_beside());
    }
}

/// What stays the same during a visit.
#[derive(Debug)]
struct Site {
    files: Files,
    pictures: String,
    page_lang: Lang,
    fingerprint: u32,
}

/// A visit at its beginning.
struct Begun {
    model: Model,
    effects: Vec<Effect>,
    site: Rc<Site>,
    focus: Focus,
}

/// A file that is fetched during a visit.
#[derive(Clone, Copy)]
enum Wanted {
    Words(Lang),
    #[cfg(feature = "whole")]
    Guide(Lang),
    #[cfg(feature = "whole")]
    Entries(Prefecture),
}

async fn load() -> Option<Begun> {
    let files = Files::read()?;
    let page_lang = files.lang()?;
    let picked = storage::lang(page_lang);
    let lang = picked.unwrap_or(page_lang);
    let (pack, fingerprint) = Pack::decode(&network::bytes(files.rules()).await?).ok()?;
    let words = match words(&files, lang, fingerprint).await {
        Some(words) => words,
        None => words(&files, page_lang, fingerprint).await?,
    };
    let (mut model, mut effects) = Model::begin(Begin {
        pack: Rc::new(pack),
        words: Rc::new(words),
        route: address::current(),
        // Whoever opens the page of another language has picked it by doing so.
        has_picked_lang: picked.is_some() || page_lang != Lang::Ja,
        guide: None,
        kept: storage::answers(),
        saved: storage::saved(),
        fingerprint,
        now: clock::now(),
        #[cfg(feature = "whole")]
        home: files.home(),
        format: Rc::new(Intl::default()),
    });
    for event in model.picked_before(&page::picks()) {
        effects.extend(model.update(event));
    }
    let site = Rc::new(Site {
        pictures: files.pictures(),
        files,
        page_lang,
        fingerprint,
    });
    #[cfg(feature = "whole")]
    let effects = take_link(&mut model, effects).await;
    Some(Begun {
        model,
        effects,
        site,
        focus: Focus::Element(focus::current()),
    })
}

/// Reads a link that was followed, and gives the effects that are left: a shared list is drawn as what it is.
#[cfg(feature = "whole")]
async fn take_link(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let mut left = Vec::new();
    for effect in effects {
        match effect {
            Effect::ForKeep(effect) => {
                left.extend(model.update(Event::Keep(performed(effect).await)));
            }
            other => left.push(other),
        }
    }
    left
}

async fn words(files: &Files, lang: Lang, fingerprint: u32) -> Option<Words> {
    Words::decode(&network::bytes(files.words(lang)).await?, fingerprint).ok()
}

/// Fetches a file; what comes of it, or that nothing came.
async fn fetched(site: Rc<Site>, wanted: Wanted) -> Event {
    let address = match wanted {
        Wanted::Words(lang) => site.files.words(lang),
        #[cfg(feature = "whole")]
        Wanted::Guide(lang) => site.files.guide(lang),
        #[cfg(feature = "whole")]
        Wanted::Entries(prefecture) => site.files.entries(prefecture),
    };
    let bytes = network::bytes(address).await.unwrap_or_default();
    match wanted {
        Wanted::Words(lang) => Words::decode(&bytes, site.fingerprint)
            .map_or(Event::WordsFailed(lang), |words| {
                Event::WordsLoaded(Rc::new(words))
            }),
        #[cfg(feature = "whole")]
        Wanted::Guide(lang) => Guide::decode(&bytes, site.fingerprint)
            .map_or(Event::GuideFailed(lang), |guide| {
                Event::GuideLoaded(Rc::new(guide))
            }),
        #[cfg(feature = "whole")]
        Wanted::Entries(prefecture) => PrefectureEntries::decode(&bytes)
            .map_or(Event::EntriesFailed(prefecture), |file| {
                Event::EntriesLoaded(Rc::new(file))
            }),
    }
}

fn draw(begun: Begun, root: Option<page::Root>) {
    match root {
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
#[derive(Debug)]
enum Focus {
    Heading,
    Language,
    Error,
    Element(String),
    Held(focus::Held),
}

struct App {
    visit: Option<Visit>,
}

struct Visit {
    model: Model,
    site: Rc<Site>,
    focus: Option<Focus>,
    _address: address::Listener,
    _minutes: clock::Minutes,
    _whole: whole::Listener,
    #[cfg(feature = "whole")]
    _voices: speech::Listener,
    #[cfg(feature = "whole")]
    reading: Option<speech::Reading>,
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let Some(begun) = ctx.props().begun.take() else {
            return Self { visit: None };
        };
        let navigated = ctx.link().callback(Event::Navigated);
        let passed = ctx.link().callback(Event::MinutePassed);
        let called = ctx.link().callback(|event: Event| event);
        let mut visit = Visit {
            model: begun.model,
            site: begun.site,
            focus: Some(begun.focus),
            _address: address::listen(move |route: Route| navigated.emit(route)),
            _minutes: clock::minutes(move |now| passed.emit(now)),
            _whole: whole::listen(move |lang, is_there| {
                called.emit(if is_there {
                    Event::WholeReady(lang)
                } else {
                    Event::GuideFailed(lang)
                });
            }),
            #[cfg(feature = "whole")]
            _voices: {
                let heard = ctx.link().callback(Event::Aloud);
                speech::listen(move |news| heard.emit(news))
            },
            #[cfg(feature = "whole")]
            reading: None,
        };
        let next = visit.perform_all(ctx, begun.effects);
        Self {
            visit: (next == Next::Draw).then_some(visit),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, event: Event) -> bool {
        let Some(visit) = &mut self.visit else {
            return false;
        };
        let effects = visit.model.update(event);
        match visit.perform_all(ctx, effects) {
            Next::Draw => true,
            Next::End => {
                // What is drawn stays until the whole app is drawn in its place.
                self.visit = None;
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(visit) = &self.visit else {
            return Html::default();
        };
        page_of(
            &visit.model.view(),
            &visit.site.pictures,
            &ctx.link().callback(|event: Event| event),
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let Some(visit) = &mut self.visit else { return };
        let (title, lang) = visit.model.title();
        page::describe(&title, lang);
        if is_first {
            page::reveal();
            let address = visit.site.files.config();
            ctx.link()
                .send_future(async { Event::ConfigLoaded(config::read(address).await) });
        }
        match visit.focus.take() {
            Some(Focus::Heading) => focus::heading(),
            Some(Focus::Language) => focus::language(),
            Some(Focus::Error) => focus::error(),
            Some(Focus::Element(id)) => focus::element(&id),
            Some(Focus::Held(held)) => focus::hold(&held),
            None => {}
        }
    }
}

/// What follows on the effects of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Draw,
    /// The whole app has the visit.
    End,
}

impl Visit {
    fn perform_all(&mut self, ctx: &Context<App>, effects: Vec<Effect>) -> Next {
        effects
            .into_iter()
            .fold(Next::Draw, |next, effect| match self.perform(ctx, effect) {
                Next::Draw => next,
                Next::End => Next::End,
            })
    }

    fn perform(&mut self, ctx: &Context<App>, effect: Effect) -> Next {
        match effect {
            Effect::Go(route) => address::go(route),
            Effect::Replace(route) => address::replace(route),
            Effect::Keep(snapshot) => storage::keep(&snapshot),
            Effect::KeepLang(lang) => storage::keep_lang(self.site.page_lang, lang),
            Effect::Forget => storage::forget(),
            Effect::LoadWords(lang) => self.fetch(ctx, Wanted::Words(lang)),
            Effect::FocusHeading => self.focus = Some(Focus::Heading),
            Effect::FocusLanguage => self.focus = Some(Focus::Language),
            Effect::Focus(id) => self.focus = Some(Focus::Element(id)),
            Effect::HoldStill(id) => self.focus = Some(Focus::Held(focus::measure(id))),
            Effect::FocusError => self.focus = Some(Focus::Error),
            #[cfg(feature = "whole")]
            Effect::FocusPart(part) => {
                self.focus = Some(Focus::Element(crate::screens::places::part_id(part)))
            }
            #[cfg(feature = "whole")]
            Effect::SaveFile(file) => {
                let made = crate::ports::download::text(file.kind, &file.text);
                let is_kept =
                    made.is_some_and(|made| crate::ports::download::save(&file.name, &made));
                let told = session::places::Event::DateKept(is_kept);
                ctx.link().send_message(Event::Places(told));
            }
            #[cfg(feature = "whole")]
            Effect::LoadGuide(lang) => self.fetch(ctx, Wanted::Guide(lang)),
            #[cfg(feature = "whole")]
            Effect::LoadEntries(prefecture) => self.fetch(ctx, Wanted::Entries(prefecture)),
            #[cfg(feature = "whole")]
            Effect::Print => crate::ports::printer::print(),
            #[cfg(not(feature = "whole"))]
            Effect::LoadGuide(lang) => whole::call(lang),
            #[cfg(feature = "whole")]
            Effect::ForCounter(CounterEffect::FocusLine) => {
                self.focus = Some(Focus::Element(desk::LINE.to_owned()));
            }
            #[cfg(feature = "whole")]
            Effect::ForCounter(effect) => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    if let Some(event) = desk::performed(effect).await {
                        link.send_message(Event::Counter(event));
                    }
                });
            }
            #[cfg(feature = "whole")]
            Effect::ForKeep(effect) => ctx
                .link()
                .send_future(async { Event::Keep(performed(effect).await) }),
            Effect::HandOver(kept) => {
                if whole::hand_over(&kept) {
                    return Next::End;
                }
                ctx.link()
                    .send_message(Event::GuideFailed(self.model.lang()));
            }
            #[cfg(feature = "whole")]
            Effect::Return => address::back(),
            #[cfg(feature = "whole")]
            Effect::ReadSettings => ctx
                .link()
                .send_message(Event::SettingsRead(settings::current())),
            #[cfg(feature = "whole")]
            Effect::Look(classes) => settings::set(&classes),
            #[cfg(feature = "whole")]
            Effect::ReadAloud => {
                let ended = ctx.link().callback(|()| Event::Aloud(Heard::Ended));
                self.reading = speech::read(move || ended.emit(()));
            }
            #[cfg(feature = "whole")]
            Effect::StopReading => self.reading = None,
            #[cfg(not(feature = "whole"))]
            Effect::LoadEntries(_)
            | Effect::Print
            | Effect::Return
            | Effect::ReadSettings
            | Effect::Look(_)
            | Effect::ReadAloud
            | Effect::StopReading => {}
        }
        Next::Draw
    }

    fn fetch(&self, ctx: &Context<App>, wanted: Wanted) {
        ctx.link()
            .send_future(fetched(Rc::clone(&self.site), wanted));
    }
}
