//! From the content to findings and, if nothing is wrong, the pack.

use std::path::Path;

use domain::directory::{Prefecture, PrefectureEntries};
use domain::pack::Pack;
use domain::text::{Guide, Lang, Words};
use sha2::{Digest, Sha256};

use crate::directory::{check_municipalities, compile_contacts, compile_entries, holidays};
use crate::facts::{check_double_numbers, check_wrong_numbers};
use crate::finding::{Finding, Findings, Place};
use crate::form::Form;
use crate::given::{Given, Naming, folder_of, folder_of_files};
use crate::never::{self, Never};
use crate::reviews::Review;
use crate::said;
use crate::table::sheets::ENTRIES;
use crate::table::{Files, Folder};
use crate::words::{self, Parts};
use crate::{asks, codes, nearest, reviews, rules, survey};

/// What reading the content gives.
#[derive(Debug)]
pub struct Reading {
    /// Everything that is wrong or worth knowing: by file, the gravest first, then by row.
    pub findings: Vec<Finding>,
    /// The compiled content; `None` as soon as there is one error.
    pub compiled: Option<Compiled>,
    /// The tables as they were read.
    pub(crate) folder: Folder,
    /// What they are called in findings.
    pub(crate) naming: Naming,
}

/// Compiled content. The same tables always give the same bytes.
#[derive(Debug)]
pub struct Compiled {
    /// What it is called.
    pub form: Form,
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
    /// What must never be shown; the proof holds the rules to it, and no pack carries it.
    pub never: Vec<Never>,
    /// The tables it was read from, so that a finding can say where something stands.
    pub(crate) folder: Folder,
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

impl Reading {
    /// Nothing could be read; the findings say why.
    pub(crate) fn failed(findings: Vec<Finding>) -> Self {
        Self {
            findings,
            compiled: None,
            folder: Folder::default(),
            naming: Naming::default(),
        }
    }
}

/// Reads, checks and compiles a content folder or a workbook.
pub fn read(path: &Path) -> Reading {
    match Given::at(path) {
        Ok(given) => read_given(&given),
        Err(findings) => Reading::failed(findings),
    }
}

/// Reads, checks and compiles the files of a content folder, by name.
pub fn read_files(files: &Files) -> Reading {
    let mut findings = Findings::default();
    let folder = folder_of_files(files, &mut findings);
    compile(folder, Use::Publishing, findings)
}

/// Reads, checks and compiles what an editor gave. The findings name its files or sheets.
pub fn read_given(given: &Given) -> Reading {
    let mut findings = Findings::default();
    let naming = given.naming();
    let reading = match folder_of(given, &mut findings) {
        Some(folder) => compile(folder, Use::Publishing, findings),
        None => Reading::failed(findings.sorted()),
    };
    Reading {
        findings: naming.in_findings(reading.findings),
        naming,
        ..reading
    }
}

/// What content is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// For everybody: the sample prefecture may not be in it.
    Publishing,
    /// To be shown to people who know that it is a sample.
    Showing,
}

/// Checks and compiles tables; `findings` are those of reading them.
pub(crate) fn compile(folder: Folder, purpose: Use, mut findings: Findings) -> Reading {
    nearest::start_anew();
    let survey = survey::compile(&folder, &mut findings);
    let rules = rules::compile(&folder, &survey, &mut findings);
    let asks = asks::compile(&folder, &survey, &mut findings);
    let ledger = codes::compile(&folder, &survey, &rules, &asks, &mut findings);
    let contacts = compile_contacts(&folder, &rules.support_names, &mut findings);
    let entries = compile_entries(&folder, &survey, &mut findings);
    check_municipalities(&folder, &survey, &entries, &mut findings);
    if purpose == Use::Publishing {
        refuse_sample(&entries, &mut findings);
    }
    let parts = Parts {
        survey: &survey,
        rules: &rules,
        contacts: &contacts,
        ledger: &ledger,
        asks: &asks,
    };
    check_double_numbers(&folder, &mut findings);
    check_wrong_numbers(&folder, &mut findings);
    let never = never::compile(&folder, &survey, &rules.support_names, &mut findings);
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
            langs: texts.langs(),
            holidays: holidays(),
        });
    let compiled = pack.filter(|_| !findings.has_errors()).and_then(|pack| {
        match encode(Form::of(&folder), pack, entries, &texts, parts) {
            Ok(compiled) => Some(Compiled {
                never,
                folder: folder.clone(),
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
        folder,
        naming: Naming::default(),
    }
}

/// An error where the sample prefecture stands in what is for everybody.
fn refuse_sample(entries: &[PrefectureEntries], findings: &mut Findings) {
    if entries
        .iter()
        .any(|file| file.prefecture == Prefecture::SAMPLE)
    {
        findings.error(
            Place::column(&ENTRIES.file(), "prefecture"),
            said!(
                "見本の都道府県（00）の窓口があります。",
                "There are entries of the sample prefecture (00)."
            ),
            said!(
                "見本は sample フォルダーに置いてください。公開する表には入れません。",
                "Keep the sample in the folder `sample`. It never stands in tables that are published."
            ),
        );
    }
}

fn encode(
    form: Form,
    pack: Pack,
    entries: Vec<PrefectureEntries>,
    texts: &words::Texts<'_>,
    parts: Parts<'_>,
) -> Result<Compiled, postcard::Error> {
    let rules = pack.encode()?;
    let made_for = Pack::fingerprint(&rules);
    let mut words = Vec::with_capacity(pack.langs.len());
    let mut guides = Vec::with_capacity(pack.langs.len());
    for lang in pack.langs.iter().copied() {
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
        form,
        pack,
        rules,
        words,
        guides,
        entries,
        never: Vec::new(),
        folder: Folder::default(),
        reviews: Vec::new(),
    })
}
