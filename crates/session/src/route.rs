//! Addresses. They carry places on a path, never an answer and never a topic.

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    Start,
    /// The question at this place of the path, from 1.
    Question(usize),
    /// All answers.
    Review,
    /// The result.
    Result,
    /// The support at this place of the result, from 1.
    Support(usize),
    /// The directory.
    Places,
    /// Saving, sharing, and being reminded.
    Keep,
    /// What an opened link holds. What it held is taken out of the address before; the address says only that there was one.
    Shared,
    /// The hand-over sheet.
    Sheet,
    /// The counselor's page. A code is taken out of the address before; the address says only that there may have been one.
    Counter,
    /// How the screen looks.
    Settings,
    /// Help now.
    Crisis,
    /// About the app.
    About,
    /// Privacy.
    Privacy,
    /// An address that leads nowhere.
    NotFound,
}

impl Route {
    /// Reads the part of an address from `#` on; nothing at all is the start page.
    pub fn from_fragment(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let place = |text: &str| {
            text.parse::<usize>()
                .ok()
                .filter(|place| *place > 0 && text.len() < 5)
        };
        let route = match (parts.next().unwrap_or_default(), parts.next()) {
            ("", None) => Self::Start,
            ("check", Some(number)) => place(number).map_or(Self::NotFound, Self::Question),
            ("review", None) => Self::Review,
            ("result", None) => Self::Result,
            ("result", Some(number)) => place(number).map_or(Self::NotFound, Self::Support),
            ("places", None) => Self::Places,
            ("keep", None) => Self::Keep,
            ("s", _) => Self::Shared,
            ("sheet", None) => Self::Sheet,
            ("counter", _) => Self::Counter,
            ("settings", None) => Self::Settings,
            ("help", None) => Self::Crisis,
            ("about", None) => Self::About,
            ("privacy", None) => Self::Privacy,
            _ => Self::NotFound,
        };
        if parts.next().is_some() {
            Self::NotFound
        } else {
            route
        }
    }

    /// Whether the screen belongs to the whole app; the first app knows the others.
    pub fn needs_whole(self) -> bool {
        match self {
            Self::Review
            | Self::Result
            | Self::Support(_)
            | Self::Places
            | Self::Keep
            | Self::Shared
            | Self::Sheet
            | Self::Counter
            | Self::Settings => true,
            Self::Start
            | Self::Question(_)
            | Self::Crisis
            | Self::About
            | Self::Privacy
            | Self::NotFound => false,
        }
    }

    /// Whether an address of this screen may have held a code, so that the same screen may be meant anew.
    pub fn may_hold_code(self) -> bool {
        matches!(self, Self::Shared | Self::Counter)
    }

    /// The address from `#` on.
    pub fn fragment(self) -> String {
        match self {
            Self::Start | Self::NotFound => "#/".into(),
            Self::Question(place) => format!("#/check/{place}"),
            Self::Review => "#/review".into(),
            Self::Result => "#/result".into(),
            Self::Support(place) => format!("#/result/{place}"),
            Self::Places => "#/places".into(),
            Self::Keep => "#/keep".into(),
            Self::Shared => "#/s".into(),
            Self::Sheet => "#/sheet".into(),
            Self::Counter => "#/counter".into(),
            Self::Settings => "#/settings".into(),
            Self::Crisis => "#/help".into(),
            Self::About => "#/about".into(),
            Self::Privacy => "#/privacy".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        for route in [
            Route::Start,
            Route::Question(3),
            Route::Review,
            Route::Result,
            Route::Support(12),
            Route::Places,
            Route::Keep,
            Route::Shared,
            Route::Sheet,
            Route::Counter,
            Route::Settings,
            Route::Crisis,
            Route::About,
            Route::Privacy,
        ] {
            assert_eq!(Route::from_fragment(&route.fragment()), route);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_is_told_from_the_start_page() {
        for fragment in [
            "#/nowhere",
            "#/check/0",
            "#/check/x",
            "#/check/1/2",
            "#/check/99999",
            "#/result/-1",
            "#/help/1",
        ] {
            assert_eq!(
                Route::from_fragment(fragment),
                Route::NotFound,
                "{fragment}"
            );
        }
        assert_eq!(Route::from_fragment(""), Route::Start);
        assert_eq!(Route::from_fragment("#"), Route::Start);
    }

    proptest! {
        #[test]
        fn any_text_is_an_address_of_some_screen(text in ".*") {
            let route = Route::from_fragment(&text);
            prop_assert!(route == Route::NotFound || Route::from_fragment(&route.fragment()) == route);
        }
    }
}
