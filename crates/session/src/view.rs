//! What is shown, with every word resolved. Screens draw it and decide nothing.

mod change;
mod contact;
mod open;
mod pages;
mod places;
mod question;
mod result;
mod waiting;

use std::rc::Rc;

use domain::text::{Key, Lang, Text, Told, in_both, plain};
use domain::{Date, SupportId};

pub use change::{ChangeButton, ChangeView, GoneView};
pub use contact::{ContactView, Fact, Link, PhoneView};
pub use open::OpenView;
pub use pages::{CrisisView, Door, PageView, Section, StartView, StaticTexts};
pub use places::{PickView, PlacesView};
pub use question::{ChoiceView, Input, QuestionView, ReviewRow, ReviewView};
pub use result::{
    Card, EndingView, GroupView, MissingRow, Places, ResultView, SupportView,
};
pub use waiting::WaitingView;

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
    /// The languages.
    pub langs: Vec<LangView>,
    /// The crisis strip; `None` on the crisis screen itself.
    pub crisis: Option<Phrase>,
    /// The label of the links at the foot.
    pub footer_label: Phrase,
    /// "Start", "About", "Privacy".
    pub links: Vec<(Phrase, Route)>,
    /// "No medical device".
    pub not_medical: Phrase,
    /// Mark beside a text in another language.
    pub only_japanese: Phrase,
}

/// A screen with everything it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start page.
    Start(StartView),
    /// One question.
    Question(QuestionView),
    /// All answers.
    Review(ReviewView),
    /// The result.
    Result(ResultView),
    /// The warm short ending for a person without worries today.
    Ending(EndingView),
    /// Something is on its way, or did not come.
    Waiting(WaitingView),
    /// One support.
    Support(Box<SupportView>),
    /// The directory.
    Places(PlacesView),
    /// Help now.
    Crisis(CrisisView),
    /// A page of text.
    Page(PageView),
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
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
            Route::Review => Screen::Review(self.review_view()),
            Route::Result => self.result_screen(),
            Route::Support(place) => self.support_screen(place),
            Route::Places => self.places_screen(),
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
            Route::Review => Some(self.say(Key::ReviewTitle)),
            Route::Result | Route::Support(_) => Some(self.say(Key::ResultTitle)),
            Route::Places => Some(self.say(Key::PlacesTitle)),
            Route::About => Some(self.say(Key::AboutTitle)),
            Route::Privacy => Some(self.say(Key::PrivacyTitle)),
            Route::NotFound => Some(self.say(Key::NotFoundTitle)),
            // The crisis screen has the title of the start page: whoever looks at the list of tabs learns nothing.
            Route::Start | Route::Crisis => None,
        };
        let app_name = self.say(Key::AppName).plain();
        let title = match screen {
            Some(screen) => [screen.plain().as_str(), " | ", &app_name].concat(),
            None => app_name,
        };
        (title, self.lang().html())
    }

    fn frame(&self) -> Frame {
        let name = |lang: Lang| match lang {
            Lang::Ja => "日本語",
            Lang::JaEasy => "やさしい日本語",
            Lang::En => "English",
        };
        Frame {
            skip: self.say(Key::SkipToContent),
            language_label: self.say(Key::LanguageLabel),
            langs: Lang::ALL
                .into_iter()
                .map(|lang| LangView {
                    lang,
                    name: name(lang),
                    is_current: lang == self.lang(),
                })
                .collect(),
            crisis: (self.route != Route::Crisis).then(|| self.say(Key::CrisisStrip)),
            footer_label: self.say(Key::FooterLabel),
            links: vec![
                (self.say(Key::ToStart), Route::Start),
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

    /// A date in the words of the language.
    pub(crate) fn date(&self, date: Date) -> Phrase {
        let year = date.year().to_string();
        let months = self.say(Key::Months).text;
        let month = date
            .month()
            .and_then(|month| months.split(',').nth(usize::from(month) - 1));
        match (month, date.day()) {
            (Some(month), Some(day)) => self.fill(
                Key::DateFull,
                &[("year", &year), ("month", month), ("day", &day.to_string())],
            ),
            (Some(month), None) => self.fill(Key::DateMonth, &[("year", &year), ("month", month)]),
            (None, _) => self.fill(Key::DateYear, &[("year", &year)]),
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
