//! Needs N01 to N25: what people come with, in the terms of the consultation centers' task list.

use serde::{Deserialize, Serialize};

/// One need.
///
/// Source: task list of the consultation centers, 健発0801第16号 (2022-08-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The id in `needs.csv`, `N01` to `N25`.
    pub name: String,
}
