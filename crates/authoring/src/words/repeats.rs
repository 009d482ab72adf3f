//! Sentences that stand in many supports: somebody who reads the third card learns nothing new from them.

use std::collections::{BTreeMap, BTreeSet};

use domain::text::Lang;

use super::strings::{Saying, sentences};
use crate::finding::Findings;
use crate::rules::CRISIS;
use crate::said;
use crate::table::Cell;

/// In how many supports of a language the same sentence may stand.
const MOST_SUPPORTS: usize = 3;

/// How many supports a finding names.
const N_NAMED: usize = 5;

/// The first part of the key of a sentence that may stand anywhere: `fixed.free`.
pub const FIXED: &str = "fixed.";

/// Points out the sentences that stand in more than three supports of a language. The crisis lines and the sentences under `fixed.` are apart.
pub fn check(sayings: &[Saying<'_>], findings: &mut Findings) {
    for lang in Lang::ALL {
        let said_by = |saying: &Saying<'_>| sentences(saying.wording.cell(lang).value, lang);
        let fixed: BTreeSet<String> = sayings
            .iter()
            .filter(|saying| saying.key.starts_with(FIXED))
            .flat_map(said_by)
            .collect();
        let mut found: BTreeMap<String, (Cell<'_>, BTreeSet<&str>)> = BTreeMap::new();
        for saying in sayings {
            let Some(support) = support_of(&saying.key).filter(|support| *support != CRISIS) else {
                continue;
            };
            for sentence in said_by(saying) {
                let cell = saying.wording.cell(lang);
                let (_, supports) = found.entry(sentence).or_insert((cell, BTreeSet::new()));
                supports.insert(support);
            }
        }
        found.retain(|sentence, (_, supports)| {
            supports.len() > MOST_SUPPORTS && !fixed.contains(sentence)
        });
        for (sentence, (cell, supports)) in found {
            let n_supports = supports.len();
            let named: Vec<&str> = supports.into_iter().take(N_NAMED).collect();
            let more = if n_supports > N_NAMED { " …" } else { "" };
            let named = [named.join(" ").as_str(), more].concat();
            findings.warning(
                cell,
                said!(
                    "「{sentence}」が {n_supports} 個の支援にあります（{named}）。",
                    "\"{sentence}\" stands in {n_supports} supports ({named})."
                ),
                said!(
                    "その支援だけのことを書いてください。どこでも同じでよい短い文なら、text の表に fixed. で始まる行を作れます。",
                    "Say what is special to each. A short sentence that may be the same everywhere can have a row fixed.… in a text table."
                ),
            );
        }
    }
}

/// The support that a key of the text table belongs to.
fn support_of(key: &str) -> Option<&str> {
    let (support, _) = key.strip_prefix("support.")?.split_once('.')?;
    Some(support)
}
