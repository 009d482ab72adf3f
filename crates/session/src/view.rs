//! What is shown, with every word resolved. Screens draw it and decide nothing.

#[cfg(feature = "whole")]
mod change;
mod contact;
#[cfg(feature = "whole")]
mod counter;
#[cfg(feature = "whole")]
mod hospital;
#[cfg(feature = "whole")]
mod keep;
#[cfg(feature = "whole")]
mod leaflet;
mod open;
mod pages;
#[cfg(feature = "whole")]
mod places;
mod question;
#[cfg(feature = "whole")]
mod result;
#[cfg(feature = "whole")]
mod settings;
#[cfg(feature = "whole")]
mod sheet;
#[cfg(feature = "whole")]
mod sources;
mod waiting;

use std::rc::Rc;

use domain::Date;
#[cfg(feature = "whole")]
use domain::SupportId;
use domain::text::{Key, Lang, Text, Told, in_both, plain};

#[cfg(feature = "whole")]
pub use change::{ChangeButton, ChangeView, GoneView};
pub use contact::{ContactView, Fact, Link, PhoneView};
#[cfg(feature = "whole")]
pub use counter::{CameraView, CounterView, OpenedView};
#[cfg(feature = "whole")]
pub use hospital::HospitalView;
#[cfg(feature = "whole")]
pub use keep::{HeldRow, KeepView, PictureView, ReminderView, SaveView, ShareView, SharedView};
#[cfg(feature = "whole")]
pub use leaflet::{
    ContactsLeaflet, CrisisLines, GuideLeaflet, IndexLeaflet, KindGroup, LeafletBody, LeafletLink,
    LeafletView, LinkGroup, NotFoundLine,
};
pub use open::OpenView;
pub use pages::{CrisisView, Door, PageView, Section, StartView, StaticTexts};
#[cfg(feature = "whole")]
pub use places::{
    DateView, DatesView, FiltersView, MistakeView, PickView, PlaceView, PlacesView, SearchView,
    WidenView,
};
pub use question::{ChoiceView, Input, QuestionView, ReviewRow, ReviewView};
#[cfg(feature = "whole")]
pub use result::{Card, EndingView, GroupView, MissingRow, Places, ResultView, SupportView};
#[cfg(feature = "whole")]
pub use settings::{AloudView, LookView, SettingView, SettingsView};
#[cfg(feature = "whole")]
pub use sheet::{AskView, Both, CodeView, Line, PaperView, Row, SheetView, Size};
#[cfg(feature = "whole")]
pub use sources::SourceRow;
pub use waiting::WaitingView;

use crate::format;
use crate::model::Model;
use crate::route::Route;

/// A text ready to be drawn: furigana still as `{漢字|かんじ}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The text; where it is a draft, with the Japanese after it.
    pub text: Rc<str>,
    /// The language, where it is not that of the page, or where two languages stand side by side.
    pub lang: Option<&'static str>,
    /// How it is told: alone, in Japanese because the translation has a gap, or as a draft with the Japanese beside it.
    pub told: Told,
}

impl Phrase {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text without furigana and without the Japanese beside it, for attributes and titles.
    pub fn plain(&self) -> String {
        match self.told {
            Told::Own | Told::Gap => plain(&self.text),
            Told::Draft => plain(in_both(&self.text).map_or(&self.text, |(own, _)| own)),
        }
    }
}

/// One language of the switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LangView {
    /// The language.
    pub lang: Lang,
    /// Its name in itself.
    pub name: &'static str,
    /// Whether the page is in it.
    pub is_current: bool,
}

/// What stands around every screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The name of the app.
    pub app_name: Phrase,
    /// "Jump to the content".
    pub skip: Phrase,
    /// The label of the language switch.
    pub language_label: Phrase,
    /// "Language" in English, where the page is in another language: who opened it in one they cannot read finds the switch by it.
    pub language_word: Option<Phrase>,
    /// The languages.
    pub langs: Vec<LangView>,
    /// The button that reads the screen aloud; `None` where this device has no voice of its own.
    #[cfg(feature = "whole")]
    pub aloud: Option<AloudView>,
    /// The crisis strip; `None` on the crisis screen itself.
    pub crisis: Option<Phrase>,
    /// The label of the links at the foot.
    pub footer_label: Phrase,
    /// "Start", "Display settings", "About", "Privacy".
    pub links: Vec<(Phrase, Route)>,
    /// "No medical device".
    pub not_medical: Phrase,
    /// Mark beside a text in another language.
    pub only_japanese: Phrase,
}

/// A screen with everything it shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// The start page.
    Start(StartView),
    /// One question.
    Question(QuestionView),
    /// All answers.
    #[cfg(feature = "whole")]
    Review(ReviewView),
    /// The result.
    #[cfg(feature = "whole")]
    Result(ResultView),
    /// The warm short ending for a person without worries today.
    #[cfg(feature = "whole")]
    Ending(EndingView),
    /// Something is on its way, or did not come.
    Waiting(WaitingView),
    /// One support.
    #[cfg(feature = "whole")]
    Support(Box<SupportView>),
    /// The directory.
    #[cfg(feature = "whole")]
    Places(Box<PlacesView>),
    /// Saving, sharing, and being reminded.
    #[cfg(feature = "whole")]
    Keep(Box<KeepView>),
    /// What an opened link holds.
    #[cfg(feature = "whole")]
    Shared(Box<SharedView>),
    /// The hand-over sheet.
    #[cfg(feature = "whole")]
    Sheet(Box<SheetView>),
    /// The counselor's page before a code is read.
    #[cfg(feature = "whole")]
    Counter(Box<CounterView>),
    /// A sheet that a code brought to the counselor's page.
    #[cfg(feature = "whole")]
    Opened(Box<OpenedView>),
    /// How the screen looks.
    #[cfg(feature = "whole")]
    Settings(SettingsView),
    /// Help now.
    Crisis(CrisisView),
    /// A page of text.
    Page(PageView),
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Around the screen.
    pub frame: Frame,
    /// The screen.
    pub screen: Screen,
}

impl Model {
    /// What is on the screen now.
    pub fn view(&self) -> View {
        let screen = match self.route {
            Route::Start => Screen::Start(self.start_view()),
            Route::Question(_) => match self.question_view() {
                Some(view) => Screen::Question(view),
                None => Screen::Start(self.start_view()),
            },
            #[cfg(feature = "whole")]
            Route::Review => Screen::Review(self.review_view()),
            #[cfg(feature = "whole")]
            Route::Result => self.result_screen(),
            #[cfg(feature = "whole")]
            Route::Support(place) => self.support_screen(place),
            #[cfg(feature = "whole")]
            Route::Places => self.places_screen(),
            #[cfg(feature = "whole")]
            Route::Keep => self.keep_screen(),
            #[cfg(feature = "whole")]
            Route::Shared => self.shared_screen(),
            #[cfg(feature = "whole")]
            Route::Sheet => self.sheet_screen(),
            #[cfg(feature = "whole")]
            Route::Counter => self.counter_screen(),
            #[cfg(feature = "whole")]
            Route::Settings => self.settings_screen(),
            #[cfg(not(feature = "whole"))]
            Route::Review
            | Route::Result
            | Route::Support(_)
            | Route::Places
            | Route::Keep
            | Route::Shared
            | Route::Sheet
            | Route::Counter
            | Route::Settings => self.waits(
                self.title_of_screen().unwrap_or(Key::ResultTitle),
                self.guide_failed(),
            ),
            Route::Crisis => Screen::Crisis(self.crisis_view()),
            Route::About => Screen::Page(self.about_view()),
            Route::Privacy => Screen::Page(self.privacy_view()),
            Route::NotFound => Screen::Page(self.not_found_view()),
        };
        View {
            frame: self.frame(),
            screen,
        }
    }

    /// The title of the window, and the language of the page: the app and the kind of screen, never a topic or an answer.
    pub fn title(&self) -> (String, &'static str) {
        let screen = match self.route {
            Route::Question(place) => Some(self.progress(place)),
            // The heading of some screens comes later than the screen.
            _ => { self.title_of_screen().map(|key| self.say(key)) }
                .filter(|title| !title.is_empty()),
        };
        let app_name = self.say(Key::AppName).plain();
        // Late words come after the screen.
        let title = match screen.filter(|screen| !screen.is_empty()) {
            Some(screen) => [screen.plain().as_str(), " | ", &app_name].concat(),
            None => app_name,
        };
        (title, self.lang().html())
    }

    fn title_of_screen(&self) -> Option<Key> {
        match self.route {
            Route::Review => Some(Key::ReviewTitle),
            Route::Result | Route::Support(_) => Some(Key::ResultTitle),
            Route::Places => Some(Key::PlacesTitle),
            Route::Keep => Some(Key::KeepTitle),
            Route::Shared => Some(Key::SharedTitle),
            Route::Sheet => Some(Key::SheetTitle),
            Route::Counter => Some(Key::CounterTitle),
            Route::Settings => Some(Key::ToSettings),
            Route::About => Some(Key::AboutTitle),
            Route::Privacy => Some(Key::PrivacyTitle),
            Route::NotFound => Some(Key::NotFoundTitle),
            // The crisis screen has the title of the start page: whoever looks at the list of tabs learns nothing.
            Route::Start | Route::Question(_) | Route::Crisis => None,
        }
    }

    fn frame(&self) -> Frame {
        let in_english = || Phrase {
            text: "Language".into(),
            lang: Some(Lang::En.html()),
            told: Told::Own,
        };
        Frame {
            skip: self.say(Key::SkipToContent),
            language_label: self.say(Key::LanguageLabel),
            language_word: (self.lang() != Lang::En).then(in_english),
            langs: self
                .pack
                .langs
                .iter()
                .map(|lang| LangView {
                    lang: *lang,
                    name: lang.name(),
                    is_current: *lang == self.lang(),
                })
                .collect(),
            #[cfg(feature = "whole")]
            aloud: self.aloud_view(),
            crisis: (self.route != Route::Crisis).then(|| self.say(Key::CrisisStrip)),
            footer_label: self.say(Key::FooterLabel),
            links: vec![
                (self.say(Key::ToStart), Route::Start),
                (self.say(Key::ToSettings), Route::Settings),
                (self.say(Key::ToAbout), Route::About),
                (self.say(Key::ToPrivacy), Route::Privacy),
            ],
            not_medical: self.say(Key::NotMedical),
            only_japanese: self.say(Key::OnlyJapanese),
            app_name: self.say(Key::AppName),
        }
    }

    /// One of the app's own words.
    pub(crate) fn say(&self, key: Key) -> Phrase {
        self.phrase(self.app(key))
    }

    /// The same with its placeholders filled.
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> Phrase {
        self.phrase(&self.app(key).fill(values))
    }

    fn app(&self, key: Key) -> &Text {
        match self.guide() {
            Some(guide) if key.is_late() => guide.app(key),
            Some(_) | None => self.words.app(key),
        }
    }

    pub(crate) fn phrase(&self, text: &Text) -> Phrase {
        let own = self.lang().html();
        Phrase {
            text: text.text.as_str().into(),
            lang: match text.told {
                Told::Own => None,
                Told::Gap => (own != "ja").then_some("ja"),
                Told::Draft => Some(own),
            },
            told: text.told,
        }
    }

    /// A fact of the directory, which is Japanese in every language.
    pub(crate) fn fact(&self, text: &str) -> Phrase {
        Phrase {
            text: text.into(),
            lang: (self.lang().html() != "ja").then_some("ja"),
            told: Told::Own,
        }
    }

    /// One of the app's own late words that count something, as it is said of this number. The placeholder `{n}` is the number.
    #[cfg(feature = "whole")]
    pub(crate) fn count(&self, key: Key, number: usize, values: &[(&str, &str)]) -> Phrase {
        let form = self.format.plural(self.lang(), number);
        let text = self
            .guide()
            .map_or_else(|| self.app(key), |guide| guide.counted(key, form));
        let number = self.number(number);
        self.phrase(&text.fill(values).fill(&[("n", &number)]))
    }

    /// A number as the language writes it.
    #[cfg(feature = "whole")]
    pub(crate) fn number(&self, number: usize) -> String {
        self.format.number(self.lang(), number)
    }

    /// Some things as one list.
    #[cfg(feature = "whole")]
    pub(crate) fn list(&self, things: &[String]) -> String {
        self.format.list(self.lang(), things)
    }

    /// A date as the language writes it.
    pub(crate) fn date(&self, date: Date) -> Phrase {
        Phrase {
            text: format::date(&*self.format, self.lang(), date).into(),
            ..Phrase::default()
        }
    }

    /// When something was last checked, in words.
    pub(crate) fn checked(&self, date: Option<Date>) -> Phrase {
        match date {
            Some(date) => self.fill(Key::CheckedOn, &[("date", &self.date(date).text)]),
            None => self.say(Key::CheckedUnknown),
        }
    }

    /// The name of the role that counts, as a voice; `patient` when none was given.
    pub(crate) fn role_voice(&self) -> &str {
        let role = self.pack.role(&self.path.answers);
        let question = self
            .pack
            .survey
            .with_purpose(&domain::survey::Purpose::Role);
        question
            .and_then(|question| self.pack.survey.get(question)?.choices.get(role?.index()))
            .map_or("patient", |choice| choice.name.as_str())
    }

    /// The address of a support in the present result.
    #[cfg(feature = "whole")]
    pub(crate) fn support_route(
        &self,
        results: &[domain::matching::Match<'_>],
        id: SupportId,
    ) -> Route {
        results
            .iter()
            .position(|found| found.id == id)
            .map_or(Route::Result, |index| Route::Support(index + 1))
    }
}
