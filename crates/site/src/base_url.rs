//! Where a site is on the web, for the few links that must say it in full.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Url;

/// The address of the top of a site; it ends with a slash.
///
/// Search engines take canonical links, `hreflang` and site maps only in full. Everything else in a site is relative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BaseUrl(Url);

/// Why a text is no address of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// It is no address at all.
    #[error("not an address; write it as https://example.org/ or https://example.org/folder/")]
    NoUrl,
    /// It is no address of the web.
    #[error("an address of a site begins with https:// or http://")]
    Scheme,
    /// It holds what no page of a site has in its address.
    #[error("the address of a site has no `?`, no `#` and no user name")]
    Extra,
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let mut url = Url::parse(text).map_err(|_| BaseUrlError::NoUrl)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(BaseUrlError::Scheme);
        }
        let has_user = !url.username().is_empty() || url.password().is_some();
        if url.query().is_some() || url.fragment().is_some() || has_user {
            return Err(BaseUrlError::Extra);
        }
        if !url.path().ends_with('/') {
            let path = [url.path(), "/"].concat();
            url.set_path(&path);
        }
        Ok(Self(url))
    }
}

impl TryFrom<String> for BaseUrl {
    type Error = BaseUrlError;

    fn try_from(text: String) -> Result<Self, BaseUrlError> {
        text.parse()
    }
}

impl From<BaseUrl> for String {
    fn from(base: BaseUrl) -> Self {
        base.0.into()
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, BaseUrlError> {
        text.parse::<BaseUrl>().map(|base| base.to_string())
    }

    #[test]
    fn it_ends_with_a_slash_whether_or_not_it_was_given() {
        for text in ["https://tomoni.example/a", "https://tomoni.example/a/"] {
            assert_eq!(read(text).as_deref(), Ok("https://tomoni.example/a/"));
        }
        assert_eq!(
            read("https://tomoni.example").as_deref(),
            Ok("https://tomoni.example/")
        );
    }

    #[test]
    fn what_no_page_could_stand_under_is_refused() {
        assert_eq!(read("tomoni.example"), Err(BaseUrlError::NoUrl));
        assert_eq!(read("ftp://tomoni.example/"), Err(BaseUrlError::Scheme));
        for text in [
            "https://a.example/?b",
            "https://a.example/#b",
            "https://b@a.example/",
        ] {
            assert_eq!(read(text), Err(BaseUrlError::Extra), "{text}");
        }
    }

    #[test]
    fn nothing_in_it_can_leave_an_attribute() {
        let base = read("https://tomoni.example/\"><script>").unwrap();
        assert!(!base.contains(['"', '<', '>']), "{base}");
    }
}
