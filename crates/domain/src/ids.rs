//! Ids as types. Inside a pack an id is a place in that pack's table; the name an editor gave stands beside it.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the table, from 0.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// The id of the `index`th row, or `None` beyond what a pack can hold (65,536 rows).
            pub fn at(index: usize) -> Option<Self> {
                u16::try_from(index).ok().map(Self)
            }
        }
    };
}

id!(
    /// A question of the survey, in the survey's order.
    QuestionId
);
id!(
    /// A choice within one question's list, in the list's order.
    ChoiceId
);
id!(
    /// A need, N01 to N25, in the order of `needs.csv`.
    NeedId
);
id!(
    /// A support, in the order of `supports.csv`.
    SupportId
);
id!(
    /// An extra sentence, in the order of `sentences.csv`.
    SentenceId
);
id!(
    /// A source, in the order of `sources.csv`.
    SourceId
);
id!(
    /// A question to ask, in the order of `ask.csv`.
    AskId
);
