//! The leaflets: pages beside the app, one for each support and each prefecture, for whoever reads without a script.
//!
//! Their addresses name a topic, so no screen of a visit ever leads to them. See docs/decisions/0017-leaflets.md.

use domain::directory::Prefecture;
use domain::survey::Purpose;
use domain::{Pack, SupportId};

/// One of the leaflets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaflet {
    /// The list of the supports.
    GuideIndex,
    /// One support.
    Guide(SupportId),
    /// The list of the prefectures.
    ContactsIndex,
    /// One prefecture.
    Contacts(Prefecture),
}

impl Leaflet {
    /// All leaflets of this content: the supports in table order, then the prefectures by code.
    pub fn all(pack: &Pack) -> Vec<Self> {
        let supports = pack.iter_supports().map(|(id, _)| Self::Guide(id));
        let prefectures = prefectures(pack).into_iter().map(Self::Contacts);
        std::iter::once(Self::GuideIndex)
            .chain(supports)
            .chain([Self::ContactsIndex])
            .chain(prefectures)
            .collect()
    }

    /// The folder it stands in, seen from the start page of its language: `guide/acp/`.
    pub fn folder(self, pack: &Pack) -> String {
        match self {
            Self::GuideIndex => "guide/".to_owned(),
            Self::Guide(id) => {
                let support = pack.support(id);
                let name = support.map_or("", |support| support.name.as_str());
                ["guide/", name, "/"].concat()
            }
            Self::ContactsIndex => "contacts/".to_owned(),
            Self::Contacts(prefecture) => format!("contacts/{prefecture}/"),
        }
    }
}

/// The prefectures that the survey knows: those of Japan by code, and the sample where it is part of the content.
pub(crate) fn prefectures(pack: &Pack) -> Vec<Prefecture> {
    let question = pack.survey.with_purpose(&Purpose::Prefecture);
    let Some(question) = question.and_then(|id| pack.survey.get(id)) else {
        return Vec::new();
    };
    (1..=47)
        .filter_map(Prefecture::new)
        .chain([Prefecture::SAMPLE])
        .filter(|prefecture| question.choice(&prefecture.to_string()).is_some())
        .collect()
}
