//! The catalogue: every word that the app itself says. Rows `ui.<name>` of the `text-app` sheet.

macro_rules! catalogue {
    (
        early { $($(#[$early_doc:meta])* $early:ident = $early_name:literal),+ $(,)? }
        late { $($(#[$late_doc:meta])* $late:ident = $late_name:literal),+ $(,)? }
    ) => {
        /// One of the app's own words. The comment tells a translator where it stands and how long it may be.
        ///
        /// The early ones come with the start page. The late ones come with the [guide](super::Guide), which is fetched with the first question:
        /// what is needed only on a result, in the directory or later costs the start page nothing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Key {
            $($(#[$early_doc])* $early,)+
            $($(#[$late_doc])* $late,)+
        }

        impl Key {
            /// The keys whose words come with the start page, in their order there.
            pub const EARLY: &'static [Self] = &[$(Self::$early),+];

            /// The keys whose words come with the guide, in their order there.
            pub const LATE: &'static [Self] = &[$(Self::$late),+];

            /// The name in the table, after `ui.`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$early => $early_name,)+
                    $(Self::$late => $late_name,)+
                }
            }

            /// All keys, early and late.
            pub fn all() -> impl Iterator<Item = Self> {
                Self::EARLY.iter().chain(Self::LATE).copied()
            }

            /// Whether its words come with the guide.
            pub fn is_late(self) -> bool {
                matches!(self.place(), Place::Late(_))
            }

            /// Its place among the early ones, or among the late ones.
            pub(super) fn place(self) -> Place {
                let index = self as usize;
                match index.checked_sub(Self::EARLY.len()) {
                    None => Place::Early(index),
                    Some(index) => Place::Late(index),
                }
            }
        }
    };
}

/// Where the words of a key are.
pub(super) enum Place {
    /// At this place of the words.
    Early(usize),
    /// At this place of the guide.
    Late(usize),
}

catalogue! {
    early {
        // The frame of every screen.
        /// The name of the app, in the header and in the title of the window. 10 characters.
        AppName = "app.name",
        /// The first link of a page, for keyboards and screen readers: jump to the content.
        SkipToContent = "frame.skip",
        /// The label of the language switch, read by screen readers.
        LanguageLabel = "frame.language",
        /// The crisis strip, on every screen: for somebody who cannot bear it now. A link; 20 characters at most.
        CrisisStrip = "crisis-strip",
        /// The label of the links at the foot, read by screen readers.
        FooterLabel = "frame.footer",
        /// Link to the start page.
        ToStart = "frame.start",
        /// Link to the page about the app.
        ToAbout = "frame.about",
        /// Link to the privacy page.
        ToPrivacy = "frame.privacy",
        /// At the foot of every screen: it is no medical device, it gives no diagnosis, it shows where to ask. One sentence.
        NotMedical = "frame.not-medical",
        /// Mark beside a text that is only there in Japanese. 8 characters.
        OnlyJapanese = "frame.only-japanese",
        /// Said after a link that opens another site, for screen readers and in small type.
        OtherSite = "frame.other-site",

        // Start page.
        /// Heading of the start page: you need not look for it alone. 20 characters.
        StartTitle = "start.title",
        /// Under the heading, two short sentences: a few questions, then who can help near you. No name is asked.
        StartLead = "start.lead",
        /// First door: begin the self-check.
        StartCheck = "start.check",
        /// Under the first door: it takes a few minutes, every question can be skipped, answers stay on this device.
        StartCheckNote = "start.check-note",
        /// Second door: look for places to talk, without the self-check.
        StartPlaces = "start.places",
        /// Under the second door: choose a prefecture and see the consultation desks.
        StartPlacesNote = "start.places-note",
        /// Third door: I cannot bear it now.
        StartCrisis = "crisis-door",
        /// Under the third door: phone lines where somebody listens; nothing is recorded.
        StartCrisisNote = "crisis-door-note",
        /// Button: go on with the answers given before, on this tab.
        StartContinue = "start.continue",
        /// Button: forget the answers given before.
        StartErase = "start.erase",
        /// Said once after the answers were erased.
        Erased = "start.erased",
        /// Heading over the contacts that stand on the start page before the app has loaded.
        StartContacts = "start.contacts",
        /// Under that heading: at the main number of any hospital with a center, ask to be connected to the consultation center.
        StartContactsNote = "start.contacts-note",
        /// Heading of the short list of promises.
        PromiseTitle = "start.promise",
        /// Promise: answers stay on this device, nothing is sent.
        PromiseDevice = "start.promise-device",
        /// Promise: no name, no account.
        PromiseName = "start.promise-name",
        /// Promise: every proposal says why, and when it was checked.
        PromiseWhy = "start.promise-why",
        /// Shown while the app loads under the static page; the contacts can be used already.
        Loading = "start.loading",
        /// Shown when the app cannot start on this browser; the contacts below can still be used.
        CannotStart = "start.cannot",
        /// Shown when the app's files cannot be fetched or are damaged; the contacts below can still be used, and reloading may help.
        CannotLoad = "start.cannot-load",
        /// Button: load the page again.
        Reload = "start.reload",

        // Questions.
        /// Progress over a question. Placeholders {n} (this one), {total} (all on the present path).
        Progress = "question.progress",
        /// Says that more than one choice may be ticked.
        ManyAllowed = "question.many",
        /// Says that one choice is to be ticked.
        OneAllowed = "question.one",
        /// The empty first row of a drop-down list: choose.
        ChooseOne = "question.choose",
        /// Button: next question.
        Next = "question.next",
        /// Button: previous question.
        Back = "question.back",
        /// Button: go on without answering.
        SkipQuestion = "question.skip",
        /// Button: take the ticks of this question away.
        ClearAnswer = "question.clear",
        /// Before an error text, for screen readers: there is something to correct.
        ErrorPrefix = "question.error",
        /// On the symptoms question, on symptom and palliative cards, and on the crisis screen, the same for everybody: sudden breathlessness, high fever,
        /// bleeding that does not stop, clouded mind: the emergency contact of the hospital that treats you, or 119. Fixed wording, see docs/SAFETY.md.
        BodyEmergency = "crisis-body",

        // Review.
        /// Heading of the page that lists all answers.
        ReviewTitle = "review.title",
        /// Under it: change what you like; what you skipped can stay empty.
        ReviewLead = "review.lead",
        /// Stands where a question was skipped.
        NotAnswered = "review.not-answered",
        /// Link beside an answer: change. Placeholder {question} is read by screen readers only.
        Change = "review.change",
        /// Button: see who can help.
        ToResult = "review.result",

        // Result.
        /// Heading of the result.
        ResultTitle = "result.title",
        /// While the entries of the prefecture load.
        LoadingEntries = "result.loading",
        /// When they cannot be loaded: the proposals hold, only the places are missing.
        EntriesFailed = "result.entries-failed",
        /// Button: try to load again.
        TryAgain = "result.try-again",

        // Support page; labels before the texts of a support.
        /// When the facts were last checked. Placeholder {date}.
        CheckedOn = "support.checked",
        /// The date of the last check is unknown.
        CheckedUnknown = "support.checked-unknown",
        /// The twelve months as they stand in a date, with commas between them.
        Months = "date.months",
        /// A date with year, month and day. Placeholders {year}, {month}, {day}.
        DateFull = "date.full",
        /// A date with year and month. Placeholders {year}, {month}.
        DateMonth = "date.month",
        /// A year. Placeholder {year}.
        DateYear = "date.year",

        // Entries.
        /// No entry is known for the prefecture: says so plainly. Placeholder {prefecture}.
        NoEntry = "entry.none",
        /// Link to the official search page for consultation centers.
        OfficialSearch = "entry.official-search",
        /// What to say at the main number of any hospital: please connect me to the consultation center.
        AskAtHospital = "entry.ask-hospital",
        /// Button: call. Placeholder {number}; read as a whole by screen readers.
        Call = "entry.call",
        /// Extension of a number. Placeholder {extension}.
        Extension = "entry.extension",
        /// Mark 要確認 beside digits: not called to check.
        ToVerify = "entry.to-verify",
        /// Explains the mark in one sentence: we have not called; if it does not work, see the official page.
        ToVerifyNote = "entry.to-verify-note",
        /// Link to the official page.
        OfficialPage = "entry.official-page",
        /// Hours.
        HoursLabel = "entry.hours",
        /// When people meet.
        MeetingsLabel = "entry.meetings",
        /// Who may use it.
        MayUseLabel = "entry.who",
        /// Name in the house.
        AliasLabel = "entry.alias",
        /// Where in the building.
        PlaceLabel = "entry.place",
        /// Address.
        AddressLabel = "entry.address",
        /// Fee.
        FeeLabel = "entry.fee",
        /// Booking or letter.
        ReferralLabel = "entry.referral",
        /// Fax.
        FaxLabel = "entry.fax",
        /// Mail.
        MailLabel = "entry.mail",
        /// Source of an entry. Placeholder {source}.
        SourceLabel = "entry.source",

        // Directory.
        /// Heading of the directory.
        PlacesTitle = "places.title",

        // Crisis screen. Texts whose names begin with `crisis-` are the short fixed sentences: in a language without a reviewer they stand with the
        // Japanese, and no other text of a crisis, consent or kiosk screen is there in that language.
        /// Mark on the crisis and privacy screens while these sentences are drafts: this is a draft translation, and the Japanese is below. The Japanese
        /// is 「下書きの訳です」.
        CrisisDraft = "crisis-draft",
        /// Heading: for when it is too much now. Calm; 16 characters.
        CrisisTitle = "crisis-title",
        /// Under it: you need not explain, you need not be sure; somebody listens.
        CrisisLead = "crisis-lead",
        /// Heading: danger now.
        CrisisDanger = "crisis-danger",
        /// Under it: 119; 110 when another person is dangerous.
        CrisisDangerNote = "crisis-danger-note",
        /// In a hospital: tell a nurse or doctor nearby.
        CrisisInHospital = "crisis-in-hospital",
        /// Heading: lines to talk.
        CrisisListen = "crisis-listen",
        /// Under it: these listen to feelings; questions about cancer and treatment are answered elsewhere.
        CrisisListenNote = "crisis-listen-note",
        /// Heading: the official list of all lines, also by chat.
        CrisisIndex = "crisis-index",
        /// Heading and link: when you worry about somebody dear.
        CrisisOther = "crisis-other",
        /// Text of that part: be near, listen, do not judge, call 119 when there is danger; the same lines may be used by you. Three short sentences.
        CrisisOtherText = "crisis-other-text",
        /// The feelings of those who are near matter too; the consultation center also listens to family.
        CrisisOtherCenter = "crisis.other-center",
        /// What you saw on this screen is told to nobody.
        CrisisPrivate = "crisis-private",

        // About and privacy.
        /// Heading of the page about the app.
        AboutTitle = "about.title",
        /// What it is, for whom. Three short sentences.
        AboutWhat = "about.what",
        /// What it is not: no medical device, no diagnosis, no judgment of hospitals.
        AboutNot = "about.not",
        /// Where the facts come from, what 要確認 means, that no number has been called.
        AboutFacts = "about.facts",
        /// Which texts the questions and supports follow: the basic plan and the guideline of 2022.
        AboutBasis = "about.basis",
        /// Heading of the privacy page.
        PrivacyTitle = "crisis-privacy-title",
        /// Answers stay in this tab; they go when it is closed.
        PrivacyAnswers = "crisis-privacy-answers",
        /// The two requests that may depend on you: the language file and the file of the prefecture you open. Nothing else.
        PrivacyRequests = "crisis-privacy-requests",
        /// No cookies, no tracking, nothing from third parties.
        PrivacyNoThird = "crisis-privacy-third",
        /// Erase at any time with the button; what it erases.
        PrivacyErase = "crisis-privacy-erase",
        /// What others at the same device could see: the browser's list of pages shows that you were here, not what you answered.
        PrivacyDevice = "crisis-privacy-device",

        // Unknown address.
        /// Heading when an address leads nowhere.
        NotFoundTitle = "not-found.title",
        /// Under it: the start page is one tap away.
        NotFoundLead = "not-found.lead",
    }
    late {
        // Result.
        /// Under it: you need not do all of it; one call is enough.
        ResultLead = "result.lead",
        /// Heading of the first three: first, here.
        ResultFirst = "result.first",
        /// Heading of the others: there is also.
        ResultMore = "result.more",
        /// Heading of the short ending for a person without worries today.
        NoneTitle = "result.none-title",
        /// Under it, warm and short: good; and if something comes up, one call is enough, at any time.
        NoneLead = "result.none-lead",
        /// The reason on a card. Placeholder {answers}: the person's own answers in quotation marks.
        Because = "result.because",
        /// The reason on the general card: everybody may go.
        BecauseEverybody = "result.because-everybody",
        /// Puts one answer into quotation marks. Placeholder {answer}.
        Quoted = "result.quoted",
        /// Joins two quoted answers into a list. Placeholders {first}, {second}.
        AnswerJoin = "result.join",
        /// Mark on a card where time matters.
        Urgent = "result.urgent",
        /// Link from a card to everything about that support.
        More = "result.details",
        /// Button: look at the answers again.
        ToReview = "result.review",
        /// Button: print.
        Print = "result.print",
        /// Button: erase all answers and go to the start.
        Erase = "result.erase",
        /// Link back from a support to the result.
        BackToResult = "result.back",
        /// Folded list: what was not proposed, and which answer would bring it.
        NotSuggested = "result.not-suggested",
        /// One row of it. Placeholders {support}, {answers}.
        WouldNeed = "result.would-need",
        /// On paper: printed on {date}; facts may have changed, please check before going.
        PrintedOn = "result.printed",

        // Support page; labels before the texts of a support.
        /// Who answers.
        WhoLabel = "support.who",
        /// What happens when one goes or calls.
        WhatLabel = "support.what",
        /// What to say first.
        SayLabel = "support.say",
        /// What it costs.
        CostLabel = "support.cost",
        /// What to bring.
        BringLabel = "support.bring",
        /// Where it is: heading over the entries.
        WhereLabel = "support.where",
        /// Heading over national contact points.
        ContactsLabel = "support.contacts",
        /// Where to ask when no place is known.
        AskLabel = "support.ask",
        /// Why it is shown.
        WhyLabel = "support.why",
        /// Heading over the sources of a support.
        SourcesLabel = "support.sources",
        /// A source without a date.
        Undated = "support.undated",

        // Entries.
        /// No place was given: with the prefecture, places near can be shown.
        NoPlace = "entry.no-place",
        /// Link to the question about the prefecture.
        GivePlace = "entry.give-place",

        // Directory.
        /// Under it: choose a prefecture.
        PlacesLead = "places.lead",
        /// Label of the list of prefectures.
        PrefectureLabel = "places.prefecture",
        /// Label of the list of kinds.
        KindLabel = "places.kind",
        /// First row of the kinds: all.
        AllKinds = "places.all-kinds",
        /// How many were found. Placeholder {n}.
        Found = "places.found",
        /// Heading over the national contacts below the list.
        NationalTitle = "places.national",

        // Kinds of entries, in the plural as in a list.
        /// がん相談支援センター.
        KindSupportCenter = "kind.support_centre",
        /// 地域統括相談支援センター.
        KindPrefecturalHub = "kind.prefectural_hub",
        /// Hospitals that treat cancer.
        KindCare = "kind.care",
        /// Palliative outpatient clinics.
        KindPalliativeOutpatient = "kind.palliative_outpatient",
        /// Second opinion clinics.
        KindSecondOpinion = "kind.second_opinion",
        /// Salons.
        KindSalon = "kind.salon",
        /// Patient groups.
        KindPatientGroup = "kind.patient_group",
        /// Care at home.
        KindHomeCare = "kind.home_care",
        /// Palliative wards.
        KindPalliativeWard = "kind.palliative_ward",
        /// Genome medicine.
        KindGenome = "kind.genome",
        /// Occupational health desks.
        KindEmploymentDesk = "kind.employment_desk",
        /// Hello Work desks.
        KindHelloworkDesk = "kind.hellowork_desk",
        /// Labor consultants.
        KindLaborDesk = "kind.labour_desk",
        /// Appearance care.
        KindAppearance = "kind.appearance",
        /// Subsidies for wigs and the like.
        KindAppearanceSubsidy = "kind.subsidy_appearance",
        /// Fertility preservation.
        KindFertility = "kind.fertility",
        /// Subsidies for it.
        KindFertilitySubsidy = "kind.subsidy_fertility",
        /// Assisted reproduction afterwards.
        KindFertilityAfter = "kind.fertility_after",
        /// Childhood cancer hubs.
        KindChildhoodHub = "kind.childhood_hub",

        // Whether somebody is there.
        /// Somebody is there now. Placeholder {time}: until when, as 17:00. A promise of hours, not of a free line.
        OpenUntil = "open.until",
        /// Somebody is there day and night.
        OpenAlways = "open.always",
        /// Nobody is there now, and when next. Placeholder {when}: one of the three below.
        OpensNext = "open.next",
        /// Nobody is there now; when next is not known.
        ClosedNow = "open.closed",
        /// Part of a sentence: later today. Placeholder {time}, as 9:00.
        OpensToday = "open.today",
        /// Part of a sentence: tomorrow. Placeholder {time}.
        OpensTomorrow = "open.tomorrow",
        /// Part of a sentence: on another day. Placeholders {date}, {weekday}, {time}.
        OpensOn = "open.on",
        /// The seven days of the week from Monday, short, with commas between them.
        Weekdays = "open.weekdays",
        /// In small after it: the hours it is worked out from are those checked on {date}.
        OpenAge = "open.age",

        // On a card, and changing an answer there.
        /// Label of a fact of a support: how long it takes.
        TimeLabel = "support.time",
        /// Folded part of a short card: who answers, what happens, what it costs, what to say first.
        HowItGoes = "result.how",
        /// The same as the next where the reason above names one question only; screen readers hear the answers after it.
        ChangeThis = "change.this",
        /// Button under the reason of a card: opens the choices there. Placeholder {answers}: the person's own answers in quotation marks. It
        /// looks again at an answer; it never says to change a loss.
        ChangeAnswer = "change.open",
        /// Button beside what was not proposed: opens the choices there. Placeholder {answers}: the answers that would bring it, in quotation marks.
        GiveAnswer = "change.give",
        /// Button under the choices: closes them.
        CloseChange = "change.close",
        /// The same where the wanted support has come: goes to its card.
        SeeCard = "change.see",
        /// Announced after a pick. Placeholders {answers}: the answers now, in quotation marks; {n}: how many supports are shown now.
        ChangedTo = "change.to",
        /// The same when the question has no answer now. Placeholder {n}.
        ChangedToNone = "change.to-none",
        /// In the place of a card that the changed answer took away: not shown with these answers; it comes back with the answer.
        CardGone = "change.gone",
        /// In the place of a row of what was not proposed: it is shown now. Placeholder {support}.
        CardCame = "change.came",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_name_of_its_own() {
        let mut names: Vec<&str> = Key::all().map(Key::name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Key::all().count());
    }

    #[test]
    fn keys_stand_in_the_order_of_the_words_pack() {
        for (index, key) in Key::all().enumerate() {
            assert_eq!(key as usize, index);
        }
    }

    #[test]
    fn what_a_crisis_screen_says_comes_with_the_start_page() {
        assert!(
            Key::LATE
                .iter()
                .all(|key| !key.name().starts_with("crisis"))
        );
    }
}
