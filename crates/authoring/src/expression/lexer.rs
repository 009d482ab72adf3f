//! An expression cut into tokens.

use super::problem::{Syntax, SyntaxError};
use domain::condition::Comparison;

/// One token with the character where it starts, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it starts.
    pub at: usize,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `'text'` or `"text"`
    Text(String),
    /// `12`
    Number(u16),
    /// `${name}`
    Question(String),
    /// `name`, also `and`, `or` and the names of functions
    Word(String),
    /// `.`
    Dot,
    /// `,`
    Comma,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `=` and its like
    Compare(Comparison),
}

/// The tokens of an expression.
///
/// # Errors
/// At the first character that starts no token.
pub fn tokens(text: &str) -> Result<Vec<Token>, SyntaxError> {
    let mut cursor = Cursor { rest: text, at: 1 };
    let mut found = Vec::new();
    loop {
        cursor.take_while(char::is_whitespace);
        let at = cursor.at;
        let Some(first) = cursor.next() else {
            return Ok(found);
        };
        let kind = cursor
            .token(first)
            .map_err(|cause| SyntaxError { at, cause })?;
        found.push(Token { kind, at });
    }
}

struct Cursor<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next()?;
        self.rest = characters.as_str();
        self.at += 1;
        Some(next)
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self
            .rest
            .find(|character: char| !fits(character))
            .unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.at += taken.chars().count();
        taken
    }

    /// Everything up to `end`, which is taken, too.
    fn take_until(&mut self, end: char, missing: Syntax) -> Result<&'a str, Syntax> {
        let taken = self.take_while(|character| character != end);
        self.next().map(|_| taken).ok_or(missing)
    }

    fn is_next(&mut self, wanted: char) -> bool {
        let is_next = self.rest.starts_with(wanted);
        if is_next {
            self.next();
        }
        is_next
    }

    fn token(&mut self, first: char) -> Result<TokenKind, Syntax> {
        Ok(match first {
            '(' => TokenKind::Open,
            ')' => TokenKind::Close,
            ',' => TokenKind::Comma,
            '.' => TokenKind::Dot,
            '=' => TokenKind::Compare(Comparison::Equal),
            '!' if self.is_next('=') => TokenKind::Compare(Comparison::NotEqual),
            '<' if self.is_next('=') => TokenKind::Compare(Comparison::AtMost),
            '<' => TokenKind::Compare(Comparison::Less),
            '>' if self.is_next('=') => TokenKind::Compare(Comparison::AtLeast),
            '>' => TokenKind::Compare(Comparison::More),
            '\'' | '"' => TokenKind::Text(self.take_until(first, Syntax::OpenText)?.to_owned()),
            '$' if self.is_next('{') => {
                let name = self.take_until('}', Syntax::OpenName)?;
                TokenKind::Question(name.trim().to_owned())
            }
            digit if digit.is_ascii_digit() => {
                let rest = self.take_while(|character| character.is_ascii_digit());
                let digits = [digit.to_string().as_str(), rest].concat();
                TokenKind::Number(digits.parse().map_err(|_| Syntax::LargeNumber)?)
            }
            letter if letter.is_ascii_alphabetic() || letter == '_' => {
                let rest = self.take_while(is_in_word);
                TokenKind::Word([letter.to_string().as_str(), rest].concat())
            }
            other => return Err(Syntax::Unexpected(other.to_string())),
        })
    }
}

fn is_in_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

impl TokenKind {
    /// The token as it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => super::parser::quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Question(name) => ["${", name, "}"].concat(),
            Self::Word(word) => word.clone(),
            Self::Dot => ".".to_owned(),
            Self::Comma => ",".to_owned(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
            Self::Compare(comparison) => super::parser::sign(*comparison).to_owned(),
        }
    }
}
