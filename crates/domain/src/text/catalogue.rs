//! The catalogue: every word that the app itself says. Rows `ui.<name>` of the `text-app` sheet.

#[cfg(test)]
mod tests;

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
        /// Link to the settings of how the screen looks, and heading of that screen. 12 characters.
        ToSettings = "frame.settings",
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
        /// Link at the end, to the page for counselors: open a hand-over sheet from its number.
        AboutCounter = "about.counter",
        /// Heading of the privacy page.
        PrivacyTitle = "crisis-privacy-title",
        /// Answers stay in this tab and go when it is closed; they stay on the device only where the person saved them; whoever gets a link can see
        /// what is in it.
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

        // Leaflets: pages that are read without the app. Late: no screen of the app shows them.
        /// Heading over the links to the leaflets at the end of the start page, where it stands without the app. 12 characters.
        LeafletRead = "leaflet.read",
        /// Heading of the list of all kinds of help, one page each; also the link to it.
        GuideIndexTitle = "leaflet.guide",
        /// Under it: what each page says, and where to ask when one is not sure.
        GuideIndexLead = "leaflet.guide-lead",
        /// Heading over the kinds of help that are there for every worry.
        GuideAlways = "leaflet.guide-always",
        /// Folded part at the end of that list, for what nobody is told unasked (the end of life, bereavement): says no topic.
        GuideLater = "leaflet.guide-later",
        /// Heading of the list of prefectures; also the link to it.
        ContactsIndexTitle = "leaflet.contacts",
        /// Under it: open the page of the prefecture where you live or where the hospital is.
        ContactsIndexLead = "leaflet.contacts-lead",
        /// Heading of the page of one prefecture. Placeholder {prefecture}.
        ContactsTitle = "leaflet.contacts-of",
        /// Under it: please check by phone or on the official page before going. Placeholder {prefecture}.
        ContactsLead = "leaflet.contacts-of-lead",
        /// Label of the links to the parts of a long page.
        LeafletParts = "leaflet.parts",
        /// At the foot of the leaflets, honest: unlike the app, these are ordinary pages, and a history or a server can show which one was opened.
        LeafletSeen = "leaflet.seen",
        // Taking something along: saved, sent, drawn, remembered; and a link that was opened.
        /// Link on the result: save, send to somebody close, be reminded. 16 characters.
        ToKeep = "result.keep",
        /// Heading of the screen of taking along: save, send, picture, reminder. 10 characters.
        KeepTitle = "keep.title",
        /// Under it: use what you need; nothing happens by itself.
        KeepLead = "keep.lead",
        /// Heading: save the answers on this device.
        SaveTitle = "save.title",
        /// Under it: what is saved, and what for.
        SaveNote = "save.note",
        /// Who could see what is saved, and that it can be erased. Stands before the button.
        SaveWhoSees = "save.who-sees",
        /// Button: save.
        Save = "save.do",
        /// Said after saving.
        SaveDone = "save.done",
        /// Said when the browser refuses to save, or has no room.
        SaveRefused = "save.refused",
        /// Says that what is saved is older than the answers.
        SaveOlder = "save.older",
        /// On the review, when what was saved belongs to an older version.
        SavedChanged = "save.changed",
        /// Heading: send a link.
        ShareTitle = "share.title",
        /// What the link is.
        ShareNote = "share.note",
        /// Who can read the link.
        ShareWhoSees = "share.who-sees",
        /// Over the two choices of what to send.
        ShareWhat = "share.what",
        /// First choice: only the names of the supports.
        ShareSupports = "share.supports",
        /// Second choice: the answers too.
        ShareAnswers = "share.answers",
        /// Heading of the preview.
        SharePreview = "share.preview",
        /// Says that the answers about the time ahead are not in the link; shown only where there are some.
        ShareLeftOut = "share.left-out",
        /// Button: hand the link to another app.
        ShareSend = "share.send",
        /// Button: copy the link.
        ShareCopy = "share.copy",
        /// Said after the link was handed to another app.
        ShareDone = "share.done",
        /// Said after the link was copied.
        ShareCopied = "share.copied",
        /// Said when the link cannot be copied; it stands below.
        ShareByHand = "share.by-hand",
        /// Label of the link that is to be copied by hand.
        ShareLink = "share.link",
        /// Heading: a picture or paper.
        PictureTitle = "picture.title",
        /// What the picture holds.
        PictureNote = "picture.note",
        /// Button: make a picture.
        PictureMake = "picture.make",
        /// Link to the result, where it can be printed.
        PictureToPrint = "picture.to-print",
        /// Said after the picture was handed on or saved.
        PictureMade = "picture.made",
        /// Said when the picture cannot be made.
        PictureFailed = "picture.failed",
        /// Heading on the picture; neutral, as others may see the picture.
        PictureHeading = "picture.heading",
        /// At the foot of the picture. Placeholder {date}.
        PictureMadeOn = "picture.made-on",
        /// Heading: a day to look again.
        ReminderTitle = "reminder.title",
        /// What the reminder is for, and why its title is neutral.
        ReminderNote = "reminder.note",
        /// Button: the day in so many months. Placeholder {n}: 1, 3 or 6.
        ReminderMonths = "reminder.months",
        /// Label of the day.
        ReminderDay = "reminder.day",
        /// Label of the title.
        ReminderName = "reminder.name",
        /// The neutral title. No word of illness.
        ReminderDefault = "reminder.default",
        /// Button: make the file for the calendar.
        ReminderMake = "reminder.make",
        /// Error: no day, or one that is over.
        ReminderNoDay = "reminder.no-day",
        /// Said after the file was made.
        ReminderMade = "reminder.made",
        /// Said when the file cannot be made.
        ReminderFailed = "reminder.failed",
        /// Heading of the screen of an opened link. 12 characters.
        SharedTitle = "shared.title",
        /// Under it: who it is from, and that looking keeps nothing.
        SharedLead = "shared.lead",
        /// Warning: the link belongs to another version.
        SharedOtherPack = "shared.other-pack",
        /// Warning: some numbers mean nothing here. Placeholder {n}.
        SharedUnknown = "shared.unknown",
        /// Asked before the answers of a link take the place of one's own.
        SharedOwn = "shared.own",
        /// Button: go on with the answers of the link, where there are none of one's own.
        SharedAdopt = "shared.adopt",
        /// Button: put the answers of the link in the place of one's own.
        SharedReplace = "shared.replace",
        /// Button: leave the link, own answers stay.
        SharedKeepOwn = "shared.keep-own",
        /// Button: leave the link and go to the start page.
        SharedDecline = "shared.decline",
        /// Heading over the answers of the link.
        SharedAnswers = "shared.answers",
        /// Heading over the supports of the link.
        SharedSupports = "shared.supports",
        /// Stands in the place of a reason, where a link holds only supports.
        SharedReason = "shared.reason",
        /// Heading when a link is damaged, incomplete or of another version.
        SharedDamaged = "shared.damaged",
        /// Under it: nothing was used; it can be sent again; one can start fresh.
        SharedDamagedNote = "shared.damaged-note",
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

        // Searching and narrowing down the directory, meetings, mistakes.
        /// Label of the field in which one types a part of a name, of its reading or of a place.
        SearchLabel = "places.search",
        /// Label of the list of municipalities: the one picked comes first in the list, the others stay.
        MunicipalityLabel = "places.municipality",
        /// First row of the municipalities: none.
        NoMunicipality = "places.no-municipality",
        /// Opens the lists that narrow the directory down.
        Filters = "places.filters",
        /// The same when something is picked. Placeholder {n}: how many lists.
        FiltersPicked = "places.filters-picked",
        /// Over these lists: places of which it is not known are left out. One sentence.
        FiltersNote = "places.filters-note",
        /// Button: take back all that was picked and typed, the prefecture and municipality stay.
        ClearFilters = "places.clear",
        /// Label: how to be in contact.
        ChannelLabel = "places.channel",
        /// Label of a list: who looks for a place.
        RoleLabel = "places.role",
        /// Label: languages that are spoken there.
        SpokenLabel = "places.spoken",
        /// Label: what is there for people with disabilities.
        AccessibilityLabel = "places.accessibility",
        /// Label: what a hospital does for the whole prefecture, by the council's list ア to ケ.
        TagLabel = "places.tag",
        /// Going there.
        ChannelVisit = "channel.visit",
        /// By phone.
        ChannelPhone = "channel.phone",
        /// By mail.
        ChannelMail = "channel.mail",
        /// By video or chat.
        ChannelOnline = "channel.online",
        /// One task of the council's list. Placeholders {tag} (a kana) and {name}.
        TagNamed = "tag.named",
        /// ア, in plain words: drug therapy that only some hospitals give.
        TagDrugs = "tag.a",
        /// イ: surgery that is best done at a few hospitals.
        TagSurgery = "tag.i",
        /// ウ: special radiotherapy, and interventional radiology (IVR).
        TagRadiation = "tag.u",
        /// エ: palliative care, in a center, ward or hospice, with nerve blocks or urgent radiotherapy.
        TagPalliative = "tag.e",
        /// オ: rare cancers and cancers that are hard to treat.
        TagRare = "tag.o",
        /// カ: follow-up for many years after cancer in childhood.
        TagChildhood = "tag.ka",
        /// キ: support for adolescents and young adults.
        TagYoung = "tag.ki",
        /// ク: cancer and fertility.
        TagFertility = "tag.ku",
        /// ケ: genome medicine.
        TagGenome = "tag.ke",
        /// How many were found, and how many of them are shown. Placeholders {n}, {shown}.
        FoundShown = "places.found-shown",
        /// Button: show more of them. Placeholder {n}.
        ShowMore = "places.more",
        /// Nothing has all that was picked and typed. Calm; it does not mean that there is nobody.
        NothingFits = "places.nothing",
        /// Under it: with fewer conditions something may be found; the official search and the contacts for all of Japan below can be used, too.
        WidenLead = "places.widen",
        /// Button: leave one condition out. Placeholders {name} (the condition), {n} (how many are found then).
        Without = "places.without",
        /// Heading over the next dates of a meeting.
        NextDates = "places.dates",
        /// A date with its times. Placeholders {date}, {weekday}, {from}, {to}.
        DateTimes = "places.date",
        /// Button: make a file for the person's calendar. Placeholder {when}.
        KeepDate = "places.keep-date",
        /// Under these dates: they are worked out from the usual days and may change; please check before going.
        DatesNote = "places.dates-note",
        /// Said after the file for the calendar was made.
        DateKept = "places.date-kept",
        /// Said when the browser does not let us make the file.
        DateNotKept = "places.date-not-kept",
        /// Title of the date in the calendar. Others may see it: it says nothing of cancer.
        CalendarTitle = "calendar.title",
        /// Text of the date in the calendar; a phone number may follow. It says nothing of cancer.
        CalendarNote = "calendar.note",
        /// Opens how to say that something about a place is wrong.
        MistakeTitle = "places.mistake",
        /// In it. Placeholders {name} (who runs the site), {id} (letters and digits that tell which place it is).
        MistakeLead = "places.mistake-lead",
        /// Stands for {name} where those who run the site gave no name.
        Operator = "places.operator",
        /// Link: write a mail. Placeholder {address}.
        MistakeMail = "places.mistake-mail",
        /// Link to the page of those who run the site.
        MistakePage = "places.mistake-page",


        // The hand-over sheet.
        /// Link on a result and in the directory: make one page that can be handed to a counselor.
        SheetLink = "sheet.link",
        /// Heading of the screen and of the paper: one page to hand to a counselor. 12 characters.
        SheetTitle = "sheet.title",
        /// Under the heading, short and warm: if talking is hard, showing this page is enough.
        SheetLead = "sheet.lead",
        /// Label of a text field: in your own words, if you like.
        SheetOwn = "sheet.own",
        /// Under the text field: what is written is sent nowhere, kept nowhere, in no code; no name is needed.
        SheetOwnNote = "sheet.own-note",
        /// Label of a tick box, on the screen and on paper: the first visit to a consultation center.
        SheetFirstVisit = "sheet.first-visit",
        /// Heading over three to five questions to ask, on the screen and on paper.
        SheetAsks = "sheet.asks",
        /// Under that heading, on the screen only.
        SheetAsksNote = "sheet.asks-note",
        /// Heading over the page as it is printed.
        SheetPaper = "sheet.paper",
        /// Said where nothing was answered yet, before a link to the questions.
        SheetEmpty = "sheet.empty",
        /// Link to the first question, after that sentence.
        SheetToCheck = "sheet.to-check",
        /// On paper, label: role, time in the illness, age. 10 characters.
        SheetMe = "sheet.me",
        /// On paper, label of the worry that comes first.
        SheetMost = "sheet.most",
        /// On paper, label of the worries, where none comes first.
        SheetWorries = "sheet.worries",
        /// On paper, label of the other worries.
        SheetOthers = "sheet.others",
        /// On paper, label of what the person wrote.
        SheetWords = "sheet.words",
        /// On paper, label of the wishes and channels.
        SheetWishes = "sheet.wishes",
        /// On paper, label of the access needs and the language.
        SheetAccess = "sheet.access",
        /// On paper, and nothing else about it: what the person would rather not talk about now.
        SheetNotYet = "sheet.not-yet",
        /// On paper, label of ruled lines to write on.
        SheetNotes = "sheet.notes",
        /// On paper, label of the number and the QR code, said to the counselor.
        SheetCode = "sheet.code",
        /// On paper, said to the counselor: how to open the same page; it holds no name and no words. Two short sentences.
        SheetCodeNote = "sheet.code-note",
        /// On paper, where the code would be too long. Placeholder {n}: how many are left out.
        SheetLeftOut = "sheet.left-out",
        /// What screen readers say for the QR code. Placeholder {code}: the number in groups of five.
        SheetQr = "sheet.qr",
        /// On paper: when it was made. Placeholder {date}.
        SheetPrinted = "sheet.printed",
        /// On paper, at the foot: no diagnosis, not a medical device. Short sentences.
        SheetNotMedical = "sheet.not-medical",
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

        // The counselor's page, and files for hospitals.
        /// Heading of the counselor's page: open a hand-over sheet from its number. 16 characters.
        CounterTitle = "counter.title",
        /// Under it, to counselors: what the page is for. Two short sentences.
        CounterLead = "counter.lead",
        /// Label of the line for the number.
        CounterLabel = "counter.label",
        /// Under the label: what can stand in the line, and that readers work there.
        CounterHint = "counter.hint",
        /// Button: open the sheet.
        CounterOpen = "counter.open",
        /// Button: use the camera.
        CounterCamera = "counter.camera",
        /// Button: stop the camera.
        CounterStop = "counter.stop",
        /// Said while the camera runs.
        CounterAim = "counter.aim",
        /// Said when there is no camera, or it may not be used.
        CounterRefused = "counter.refused",
        /// What becomes of the number and of the camera's pictures: nothing leaves this device, nothing is kept. Two or three short sentences.
        CounterNote = "counter.note",
        /// Error: nothing was entered.
        CounterEmpty = "counter.empty",
        /// Error: a character that no number has. Placeholder {character}.
        CounterCharacter = "counter.character",
        /// Error: the number is not complete, or too long.
        CounterLength = "counter.length",
        /// Error: the check group does not fit.
        CounterCheck = "counter.check",
        /// Error: a later version made the number.
        CounterLater = "counter.later",
        /// Error: the number is from a link for somebody close, not for a counselor.
        CounterOtherUse = "counter.other-use",
        /// After an error, where it can be told: which group of five to look at again. Placeholder {n}.
        CounterGroup = "counter.group",
        /// After an error: correct it and open again; nothing of it was used.
        CounterAgain = "counter.again",
        /// After an error: it works without the number, too, as the paper says everything.
        CounterWithoutCode = "counter.without",
        /// Heading over an opened sheet. 12 characters.
        CounterOpened = "counter.opened",
        /// Warning: the number was made with another version of the content.
        CounterOtherPack = "counter.other-pack",
        /// Warning: some numbers mean nothing here; they stand below as they are. Placeholder {n}.
        CounterUnknown = "counter.unknown",
        /// Heading over the supports that the rules suggest for these answers.
        CounterSupports = "counter.supports",
        /// Under it: they follow from the answers by this version of the rules; the person may not have read them.
        CounterSupportsNote = "counter.supports-note",
        /// Button: clear everything for the next person.
        CounterNext = "counter.next",
        /// A fold on the hand-over sheet: the same for a hospital's own computer system.
        HospitalTitle = "hospital.title",
        /// In the fold: what the file is, and what is not in it.
        HospitalNote = "hospital.note",
        /// Tick box: put what the person wrote into the file, too.
        HospitalOwnWords = "hospital.own-words",
        /// Button: save the answers as a file.
        HospitalAnswers = "hospital.answers",
        /// Button: save the questions as a file; the same for everybody.
        HospitalQuestions = "hospital.questions",
        /// Said after a file was made.
        HospitalMade = "hospital.made",
        /// Said when the file cannot be made.
        HospitalFailed = "hospital.failed",
        // Settings and reading aloud.
        /// Under the heading of the settings: it changes at once and holds until this tab is closed. Two short sentences.
        SettingsLead = "settings.lead",
        /// Heading of a setting: how large the text is.
        SettingsText = "settings.text",
        /// One size of the text. Placeholder {percent}, 100 to 200.
        SettingsPercent = "settings.percent",
        /// Heading of a setting: how strong lines and colors are.
        SettingsContrast = "settings.contrast",
        /// Choice of two settings: as this device is set.
        SettingsSystem = "settings.system",
        /// Choice: stronger lines and colors.
        SettingsContrastMore = "settings.contrast-more",
        /// Heading of a setting: furigana. Only seen in easy Japanese.
        SettingsFurigana = "settings.furigana",
        /// Choice: furigana is shown.
        SettingsFuriganaOn = "settings.furigana-on",
        /// Choice: furigana is hidden.
        SettingsFuriganaOff = "settings.furigana-off",
        /// Heading of a setting: whether things on the screen move.
        SettingsMotion = "settings.motion",
        /// Choice: nothing moves.
        SettingsMotionLess = "settings.motion-less",
        /// On the settings screen: the button at the top reads the screen aloud, with a voice of this device alone; nothing is sent.
        AloudNote = "aloud.note",
        /// Button in the header: read this screen aloud. 8 characters.
        ReadAloud = "aloud.read",
        /// The same button while the screen is being read: stop. 8 characters.
        StopReading = "aloud.stop",
    }
}
