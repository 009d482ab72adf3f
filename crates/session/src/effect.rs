//! What is to be done outside, as data.

use domain::directory::Prefecture;
use domain::text::Lang;

#[cfg(feature = "whole")]
use crate::counter::CounterEffect;
#[cfg(feature = "whole")]
use crate::keep::KeepEffect;
use crate::route::Route;

/// A file for the person, made here and sent nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; others may see the list of files.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
}

/// What the shell is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Go to a new address, so that "back" returns here.
    Go(Route),
    /// Put a better address in the place of the present one.
    Replace(Route),
    /// Keep this snapshot in the tab's storage.
    Keep(String),
    /// Remember the language for a reload of this tab.
    KeepLang(Lang),
    /// Remove what was kept, in the tab and on the device.
    Forget,
    /// Fetch the words of a language.
    LoadWords(Lang),
    /// Fetch the words of the supports in a language; in the first app, the whole app with them.
    LoadGuide(Lang),
    /// Let the whole app take over the visit with these answers, as a snapshot.
    HandOver(String),
    /// Fetch the entries of a prefecture.
    LoadEntries(Prefecture),
    /// Put the focus on the heading of the screen, once it is drawn.
    FocusHeading,
    /// Put the focus on the language switch, once it is drawn in the new language, unless it is elsewhere by now.
    FocusLanguage,
    /// Put the focus on the error message, once it is drawn.
    FocusError,
    /// Put the focus on this part of the directory's list, once it is drawn.
    #[cfg(feature = "whole")]
    FocusPart(usize),
    /// Let the person save this file.
    #[cfg(feature = "whole")]
    SaveFile(File),
    /// Keep the element with this id, and the focus, where they are on the screen while the rest is drawn anew.
    HoldStill(String),
    /// Put the focus on the element with this id, once it is drawn.
    Focus(String),
    /// Open the print dialog.
    Print,
    /// Something for the screens of taking along.
    #[cfg(feature = "whole")]
    ForKeep(KeepEffect),
    /// Something for the counselor's page.
    #[cfg(feature = "whole")]
    ForCounter(CounterEffect),
    /// Go to where the person came from.
    Return,
    /// Tell which classes of settings the screen has.
    ReadSettings,
    /// Give the screen these classes, and keep them for a reload.
    Look(String),
    /// Read the screen aloud.
    ReadAloud,
    /// Stop reading.
    StopReading,
}
