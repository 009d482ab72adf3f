//! From the files of a content folder to findings and, if nothing is wrong, the pack.

use std::path::Path;

use domain::directory::PrefectureEntries;
use domain::pack::Pack;
use domain::text::{Guide, Lang, Words};
use sha2::{Digest, Sha256};

use crate::directory::{check_municipalities, compile_contacts, compile_entries};
use crate::finding::{Finding, Findings, Place};
use crate::reviews::Review;
use crate::said;
use crate::table::{Files, Folder, files_of};
use crate::words::{self, Parts};
use crate::{reviews, rules, survey};

/// What reading a content folder gives.
#[derive(Debug)]
pub struct Reading {
    /// Everything that is wrong or worth knowing: by file, the gravest first, then by row.
    pub findings: Vec<Finding>,
    /// The compiled content; `None` as soon as there is one error.
    pub compiled: Option<Compiled>,
}

/// Compiled content. The same tables always give the same bytes.
#[derive(Debug)]
pub struct Compiled {
    /// The rules.
    pub pack: Pack,
    /// The rules as a file.
    pub rules: Vec<u8>,
    /// The words of each language, and as a file, in the order of [`Lang::ALL`].
    pub words: Vec<(Lang, Words, Vec<u8>)>,
    /// The words of the supports of each language, and as a file, in the order of [`Lang::ALL`].
    pub guides: Vec<(Lang, Guide, Vec<u8>)>,
    /// The entries of each prefecture that has some, and as a file, by code.
    pub entries: Vec<(PrefectureEntries, Vec<u8>)>,
    /// The version that the settings sheet gives it; empty when there is none.
    pub version: String,
    /// Who has read which version.
    pub reviews: Vec<Review>,
}

impl Compiled {
    /// What tells this content from any other: 16 hex digits over all its files.
    pub fn fingerprint(&self) -> String {
        let words = self.words.iter().map(|(_, _, bytes)| bytes);
        let guides = self.guides.iter().map(|(_, _, bytes)| bytes);
        let entries = self.entries.iter().map(|(_, bytes)| bytes);
        let mut all = Sha256::new();
        for bytes in std::iter::once(&self.rules)
            .chain(words)
            .chain(guides)
            .chain(entries)
        {
            all.update(Sha256::digest(bytes));
        }
        let digest = all.finalize();
        digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The words of a language.
    pub fn words_in(&self, lang: Lang) -> Option<&Words> {
        self.words
            .iter()
            .find(|(known, ..)| *known == lang)
            .map(|(_, words, _)| words)
    }

    /// The words of the supports in a language.
    pub fn guide_in(&self, lang: Lang) -> Option<&Guide> {
        self.guides
            .iter()
            .find(|(known, ..)| *known == lang)
            .map(|(_, guide, _)| guide)
    }
}

/// Reads, checks and compiles a content folder.
pub fn read(dir: &Path) -> Reading {
    match files_of(dir) {
        Ok(files) => read_files(&files),
        Err(error) => {
            let mut findings = Findings::default();
            let cause = error.source.to_string();
            findings.error(
                Place::table(&error.path),
                said!("読めません（{cause}）。", "It cannot be read ({cause})."),
                said!(
                    "フォルダーの名前と、開いている表計算ソフトがないかを確かめてください。",
                    "Check the folder's name, and whether a spreadsheet program has it open."
                ),
            );
            Reading {
                findings: findings.sorted(),
                compiled: None,
            }
        }
    }
}

/// Reads, checks and compiles the files of a content folder, by name.
pub fn read_files(files: &Files) -> Reading {
    let mut findings = Findings::default();
    let folder = Folder::from_files(files, &mut findings);
    let survey = survey::compile(&folder, &mut findings);
    let rules = rules::compile(&folder, &survey, &mut findings);
    let contacts = compile_contacts(&folder, &rules.support_names, &mut findings);
    let entries = compile_entries(&folder, &survey, &mut findings);
    check_municipalities(&folder, &survey, &entries, &mut findings);
    let parts = Parts {
        survey: &survey,
        rules: &rules,
        contacts: &contacts,
    };
    words::check_tags(&folder, &mut findings);
    let texts = words::compile(&folder, parts, &mut findings);
    let reviews = reviews::compile(&folder, &mut findings);
    let pack = rules
        .general
        .zip(rules.crisis)
        .map(|(general, crisis)| Pack {
            survey: survey.survey.clone(),
            needs: rules.needs.clone(),
            supports: rules.supports.clone(),
            sentences: rules.sentences.clone(),
            sources: rules.sources.clone(),
            contacts: contacts
                .iter()
                .map(|compiled| compiled.contact.clone())
                .collect(),
            general,
            crisis,
            prefectures: entries.iter().map(|file| file.prefecture).collect(),
        });
    let compiled = pack.filter(|_| !findings.has_errors()).and_then(|pack| {
        match encode(pack, entries, &texts, parts) {
            Ok(compiled) => Some(Compiled {
                version: reviews::version(&folder),
                reviews,
                ..compiled
            }),
            Err(error) => {
                findings.error(
                    Place::default(),
                    said!(
                        "パックを書き出せません（{error}）。",
                        "The pack cannot be written ({error})."
                    ),
                    said!("開発者に知らせてください。", "Tell the developers."),
                );
                None
            }
        }
    });
    Reading {
        findings: findings.sorted(),
        compiled,
    }
}

fn encode(
    pack: Pack,
    entries: Vec<PrefectureEntries>,
    texts: &words::Texts<'_>,
    parts: Parts<'_>,
) -> Result<Compiled, postcard::Error> {
    let rules = pack.encode()?;
    let made_for = Pack::fingerprint(&rules);
    let mut words = Vec::with_capacity(Lang::ALL.len());
    let mut guides = Vec::with_capacity(Lang::ALL.len());
    for lang in Lang::ALL {
        let in_lang = words::words_in(lang, made_for, texts, parts);
        let bytes = in_lang.encode()?;
        words.push((lang, in_lang, bytes));
        let guide = words::guide_in(lang, made_for, texts, parts);
        let bytes = guide.encode()?;
        guides.push((lang, guide, bytes));
    }
    let entries = entries
        .into_iter()
        .map(|file| {
            let bytes = file.encode()?;
            Ok((file, bytes))
        })
        .collect::<Result<_, postcard::Error>>()?;
    Ok(Compiled {
        pack,
        rules,
        words,
        guides,
        entries,
        version: String::new(),
        reviews: Vec::new(),
    })
}
