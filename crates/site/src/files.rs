//! The files of a site while they are being put together.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Files by name: the path from the top of the site, joined by `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Adds a file whose content may change under its name.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes);
    }

    /// Adds a file that a browser may keep for ever, and gives its name: `assets/<stem>-<hash>.<extension>`.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("assets/{stem}-{}.{extension}", hash(&bytes));
        self.files.insert(name.clone(), bytes);
        name
    }
}

/// The first 16 hex digits of SHA-256.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether compressed copies stand beside the file.
///
/// An operator may change `config.json` in a built site; a compressed copy of it would then be the old one. A workbook
/// is compressed as it is.
pub fn has_copies(name: &str) -> bool {
    name != "config.json" && !name.ends_with(".xlsx")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_content_and_only_then() {
        let mut site = Site::default();
        let name = site.add_hashed("boot", "js", b"abc".to_vec());
        // Source: FIPS 180-4, the example of SHA-256 for "abc".
        assert_eq!(name, "assets/boot-ba7816bf8f01cfea.js");
        assert_eq!(site.add_hashed("boot", "js", b"abc".to_vec()), name);
        assert_ne!(site.add_hashed("boot", "js", b"abd".to_vec()), name);
        assert_eq!(site.files.len(), 2);
    }
}
