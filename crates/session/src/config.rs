//! What the operator of a site set in its `config.json`. What is missing or cannot be read is as if it were not there.

#[cfg(feature = "whole")]
use domain::directory::Prefecture;
use domain::text::Lang;

/// The settings of a site.
///
/// `feedback`, `kiosk`, `banner` and `here` are reserved: a line here and one in [`Config::read`] for whoever needs them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The first language of somebody who chose none.
    pub language: Option<Lang>,
    /// The prefecture that the directory begins with.
    #[cfg(feature = "whole")]
    pub prefecture: Option<Prefecture>,
    /// Who is told of mistakes.
    #[cfg(feature = "whole")]
    pub contact: Option<Operator>,
}

/// How to reach those who run the site. What is empty is not there, but never number, mail address and page at once.
#[cfg(feature = "whole")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operator {
    /// Who they are.
    pub name: String,
    /// Their number: digits, hyphens and spaces, maybe after a `+`.
    pub phone: String,
    /// Their mail address.
    pub email: String,
    /// Their page.
    pub url: String,
}

impl Config {
    /// The settings, where `at` gives the text at a path like `contact.email`.
    pub fn read(at: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            language: at("language").and_then(|code| Lang::from_code(&code)),
            #[cfg(feature = "whole")]
            prefecture: at("prefecture").and_then(|code| code.parse().ok()),
            #[cfg(feature = "whole")]
            contact: Operator::read(|name| at(&["contact.", name].concat())),
        }
    }
}

#[cfg(feature = "whole")]
impl Operator {
    /// `None` when nobody can be reached.
    fn read(at: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let valid = |name: &str, is_valid: fn(&str) -> bool| {
            at(name)
                .map(|text| text.trim().to_owned())
                .filter(|text| is_valid(text))
                .unwrap_or_default()
        };
        let read = Self {
            name: valid("name", |_| true),
            phone: valid("phone", is_phone),
            email: valid("email", is_email),
            url: valid("url", is_page),
        };
        let is_reachable = !(read.phone.is_empty() && read.email.is_empty() && read.url.is_empty());
        is_reachable.then_some(read)
    }
}

#[cfg(feature = "whole")]
fn is_phone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    digits.bytes().any(|byte| byte.is_ascii_digit())
        && (digits.bytes()).all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' '))
}

#[cfg(feature = "whole")]
/// Nothing that would put more into a `mailto:` than an address.
fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
        !name.is_empty() && host.contains('.') && name.bytes().chain(host.bytes()).all(is_plain)
    })
}

#[cfg(feature = "whole")]
/// Nothing that could be a script.
fn is_page(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()))
}

#[cfg(all(test, feature = "whole"))]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Config {
        Config::read(|path| {
            let (_, value) = settings.iter().find(|(name, _)| *name == path)?;
            Some((*value).to_owned())
        })
    }

    #[test]
    fn nothing_at_all_is_the_default() {
        assert_eq!(read(&[]), Config::default());
    }

    #[test]
    fn what_is_set_is_read() {
        let config = read(&[
            ("language", "en"),
            ("prefecture", "22"),
            ("contact.name", "見本の運営者"),
            ("contact.phone", "0120-000-000"),
            ("contact.email", "mihon@example.jp"),
            ("contact.url", "https://www.example.jp/mihon"),
        ]);
        assert_eq!(config.language, Some(Lang::En));
        assert_eq!(config.prefecture, Prefecture::new(22));
        let contact = config.contact.unwrap();
        assert_eq!(contact.name, "見本の運営者");
        assert_eq!(contact.phone, "0120-000-000");
        assert_eq!(contact.email, "mihon@example.jp");
        assert_eq!(contact.url, "https://www.example.jp/mihon");
    }

    #[test]
    fn what_is_broken_is_as_if_it_were_not_there() {
        let config = read(&[
            ("language", "xx"),
            ("prefecture", "48"),
            ("contact.name", "見本の運営者"),
            ("contact.phone", "call me"),
            ("contact.email", "mihon@example.jp?body=x"),
            ("contact.url", "javascript:alert(1)"),
        ]);
        assert_eq!(config, Config::default());
    }

    #[test]
    fn a_mail_address_brings_nothing_but_itself_into_a_link() {
        for text in [
            "",
            "@example.jp",
            "a@b",
            "a b@example.jp",
            "a@example.jp,b@example.jp",
            "a%0d@example.jp",
            "あ@example.jp",
        ] {
            assert!(!is_email(text), "{text}");
        }
        assert!(is_email("mihon+tomoni@mail.example.jp"));
    }
}
