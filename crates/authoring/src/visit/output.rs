//! What a visit is answered with.

use serde::Serialize;

/// One line of the output.
#[derive(Debug, Serialize)]
pub struct Answered<'a> {
    /// The questions on the path.
    pub asked: Vec<&'a str>,
    /// The supports to begin with, at most 3.
    pub first: Vec<&'a str>,
    /// All supports, best first.
    pub results: Vec<Shown<'a>>,
    /// Supports that further answers would bring.
    pub not_suggested: Vec<NotSuggested<'a>>,
    /// What of the answers was not understood.
    pub dropped: Vec<String>,
}

/// One support that is shown.
#[derive(Debug, Serialize)]
pub struct Shown<'a> {
    /// Its id.
    pub support: &'a str,
    /// The answers that led to it; empty only for the general support.
    pub reasons: Vec<Ticked<'a>>,
    /// Its entries in the prefecture, then the national contacts that can be called from there.
    pub entries: Vec<&'a str>,
}

/// One support that is not shown.
#[derive(Debug, Serialize)]
pub struct NotSuggested<'a> {
    /// Its id.
    pub support: &'a str,
    /// The answers that would bring it.
    pub would_need: Vec<Ticked<'a>>,
}

/// One ticked choice.
#[derive(Debug, Serialize)]
pub struct Ticked<'a> {
    /// The question.
    pub question: &'a str,
    /// The choice.
    pub choice: &'a str,
}

/// The answer to a line that cannot be read.
#[derive(Debug, Serialize)]
pub struct Refused {
    /// What is wrong with it.
    pub error: String,
    /// The line, from 1.
    pub line: usize,
}
