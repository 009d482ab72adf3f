//! Which compressed form a browser wants.

/// How content is compressed on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// Not at all.
    Identity,
}

/// What a browser says it wants, as weights from 0 (never) to 1000 (most).
///
/// Source: RFC 9110, 12.5.3 and 12.4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    brotli: u16,
    gzip: u16,
    identity: u16,
}

impl Wanted {
    /// Reads the values of `Accept-Encoding`; none at all means only uncompressed. What cannot be read is passed over.
    pub fn read<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let (mut brotli, mut gzip, mut identity, mut others) = (None, None, None, None);
        for element in values.flat_map(|value| value.split(',')) {
            let mut parts = element.split(';').map(str::trim);
            let coding = parts.next().unwrap_or_default();
            let Some(weight) = parts.next().map_or(Some(1000), weight) else {
                continue;
            };
            match coding.to_ascii_lowercase().as_str() {
                "br" => brotli = Some(weight),
                "gzip" | "x-gzip" => gzip = Some(weight),
                "identity" => identity = Some(weight),
                "*" => others = Some(weight),
                _ => {}
            }
        }
        Self {
            brotli: brotli.or(others).unwrap_or(0),
            gzip: gzip.or(others).unwrap_or(0),
            // What is not named may always be sent, but everything that is named comes first.
            identity: identity.or(others).unwrap_or(1),
        }
    }

    /// The compressed form to send among those that are `there`; `None` when it is better not compressed.
    ///
    /// Of equal weights the first wins.
    pub fn best<T>(&self, there: impl Iterator<Item = (Coding, T)>) -> Option<(Coding, T)> {
        let mut best = None;
        let mut most = 0;
        for (coding, form) in there {
            let weight = self.weight(coding);
            if weight > most && weight >= self.identity {
                most = weight;
                best = Some((coding, form));
            }
        }
        best
    }

    fn weight(&self, coding: Coding) -> u16 {
        match coding {
            Coding::Brotli => self.brotli,
            Coding::Gzip => self.gzip,
            Coding::Identity => self.identity,
        }
    }
}

/// `q=0.5` is 500; `None` when it is no weight.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    let value: f32 = value.trim().parse().ok()?;
    let is_weight = name.trim().eq_ignore_ascii_case("q") && (0.0..=1.0).contains(&value);
    is_weight.then_some((value * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    use Coding::{Brotli, Gzip, Identity};
    use proptest::prelude::*;

    fn chosen(accept: &[&str]) -> Coding {
        let there = [(Brotli, ()), (Gzip, ())].into_iter();
        Wanted::read(accept.iter().copied())
            .best(there)
            .map_or(Identity, |(coding, ())| coding)
    }

    #[test]
    fn brotli_comes_before_gzip_when_both_are_wanted_alike() {
        assert_eq!(chosen(&["gzip, deflate, br, zstd"]), Brotli);
        assert_eq!(chosen(&["gzip", "br"]), Brotli);
        assert_eq!(chosen(&["gzip, deflate"]), Gzip);
        assert_eq!(chosen(&["X-GZIP"]), Gzip);
        assert_eq!(chosen(&["*"]), Brotli);
        assert_eq!(chosen(&["br;q=0.001"]), Brotli);
    }

    #[test]
    fn weights_decide_before_our_order() {
        assert_eq!(chosen(&["br;q=0.5, gzip;q=0.8"]), Gzip);
        assert_eq!(chosen(&["br; Q=0.5 , gzip;q=0.3"]), Brotli);
        assert_eq!(chosen(&["br;q=0, gzip"]), Gzip);
        assert_eq!(chosen(&["*;q=0.5, br;q=0"]), Gzip);
        assert_eq!(chosen(&["br;q=0.5, identity"]), Identity);
        assert_eq!(chosen(&["identity;q=0.5, gzip;q=0.6, *;q=0"]), Gzip);
    }

    #[test]
    fn nothing_known_or_readable_means_uncompressed() {
        assert_eq!(chosen(&[]), Identity);
        assert_eq!(chosen(&[""]), Identity);
        assert_eq!(chosen(&["zstd, deflate"]), Identity);
        assert_eq!(
            chosen(&["br;q=2, gzip;q=-1, gzip;q=NaN, br;level=4, ;;,="]),
            Identity
        );
        assert_eq!(chosen(&["*;q=0"]), Identity);
    }

    proptest! {
        #[test]
        fn a_coding_that_is_refused_is_never_chosen(accept in "[brgzip*;q=,.01 ]{0,40}") {
            prop_assert_ne!(chosen(&[&accept, "br;q=0"]), Brotli);
            prop_assert_ne!(chosen(&[&accept, "gzip;q=0, x-gzip;q=0"]), Gzip);
        }
    }
}
