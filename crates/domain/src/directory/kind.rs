//! Kinds of contact points.

use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::UnknownName;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// What kind of contact point an entry is.
        ///
        /// Source: 健発0801第16号 (2022-08-01), the council's duty ⑦ names the first seven.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Kind {
            $($(#[$doc])* $variant),+
        }

        impl Kind {
            /// All kinds, in the order in which the directory lists them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in the tables.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

kinds! {
    /// がん相談支援センター.
    SupportCenter = "support_centre",
    /// 地域統括相談支援センター.
    PrefecturalHub = "prefectural_hub",
    /// A hospital that treats cancer.
    Care = "care",
    /// 緩和ケア外来.
    PalliativeOutpatient = "palliative_outpatient",
    /// セカンドオピニオン外来.
    SecondOpinion = "second_opinion",
    /// 患者サロン.
    Salon = "salon",
    /// 患者会.
    PatientGroup = "patient_group",
    /// 在宅医療.
    HomeCare = "home_care",
    /// 緩和ケア病棟.
    PalliativeWard = "palliative_ward",
    /// がんゲノム医療.
    Genome = "genome",
    /// 産業保健総合支援センター and its branch desks.
    EmploymentDesk = "employment_desk",
    /// ハローワーク 長期療養者就職支援.
    HelloworkDesk = "hellowork_desk",
    /// 社会保険労務士の相談.
    LaborDesk = "labour_desk",
    /// アピアランスケア.
    Appearance = "appearance",
    /// ウィッグなどの助成.
    AppearanceSubsidy = "subsidy_appearance",
    /// 妊孕性温存.
    Fertility = "fertility",
    /// 妊孕性温存療法の助成.
    FertilitySubsidy = "subsidy_fertility",
    /// 温存後生殖補助医療.
    FertilityAfter = "fertility_after",
    /// 小児がん拠点病院.
    ChildhoodHub = "childhood_hub",
}

impl FromStr for Kind {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.name() == text)
            .ok_or(UnknownName)
    }
}
