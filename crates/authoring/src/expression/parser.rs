//! Expressions as they are written, before their names mean anything.

use core::fmt;

use domain::condition::Comparison;

use super::lexer::{Token, TokenKind, tokens};
use super::problem::{Syntax, SyntaxError};

/// The functions of the subset.
pub const FUNCTIONS: [&str; 5] = ["selected", "count-selected", "not", "true", "false"];

/// Deeper than any condition a person could still read.
const MAX_DEPTH: usize = 24;

/// A name with the character where it stands, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub at: usize,
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A text in quotation marks.
    Text(Name),
    /// A whole number, 0 to 65,535.
    Number(u16),
    /// `true()` or `false()`
    Truth(bool),
    /// The answer to a question: `${name}`.
    Question(Name),
    /// The answer to the question itself: `.`; where it stands.
    Own(usize),
    /// A column of `choices`.
    Column(Name),
    /// `selected(of, choice)`
    Selected(Box<Expression>, Box<Expression>),
    /// `count-selected(of)`
    Count(Box<Expression>),
    /// Two sides compared; where the sign stands.
    Compare(Box<Expression>, Comparison, Box<Expression>, usize),
    /// Parts joined by `and`, at least two.
    All(Vec<Expression>),
    /// Parts joined by `or`, at least two.
    Any(Vec<Expression>),
    /// `not(part)`
    Not(Box<Expression>),
}

/// The expression in a text.
///
/// # Errors
/// At the first character that does not fit; also when parentheses are nested too deeply.
pub fn parse(text: &str) -> Result<Expression, SyntaxError> {
    let tokens = tokens(text)?;
    let mut parser = Parser {
        tokens: &tokens,
        end: text.chars().count() + 1,
        depth: 0,
    };
    let expression = parser.any()?;
    match parser.tokens {
        [] => Ok(expression),
        [next, ..] => Err(unexpected(next)),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    end: usize,
    depth: usize,
}

fn unexpected(token: &Token) -> SyntaxError {
    SyntaxError {
        at: token.at,
        cause: Syntax::Unexpected(token.kind.written()),
    }
}

impl<'t> Parser<'t> {
    fn next(&mut self) -> Result<&'t Token, SyntaxError> {
        let (first, rest) = self.tokens.split_first().ok_or(SyntaxError {
            at: self.end,
            cause: Syntax::Ends,
        })?;
        self.tokens = rest;
        Ok(first)
    }

    fn take(&mut self, wanted: &TokenKind) -> Result<(), SyntaxError> {
        let next = self.next()?;
        if next.kind == *wanted {
            Ok(())
        } else {
            Err(unexpected(next))
        }
    }

    fn take_word(&mut self, wanted: &str) -> bool {
        match self.tokens {
            [
                Token {
                    kind: TokenKind::Word(word),
                    ..
                },
                rest @ ..,
            ] if word == wanted => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn any(&mut self) -> Result<Expression, SyntaxError> {
        let first = self.all()?;
        let mut parts = vec![first];
        while self.take_word("or") {
            parts.push(self.all()?);
        }
        Ok(joined(parts, Expression::Any))
    }

    fn all(&mut self) -> Result<Expression, SyntaxError> {
        let first = self.comparison()?;
        let mut parts = vec![first];
        while self.take_word("and") {
            parts.push(self.comparison()?);
        }
        Ok(joined(parts, Expression::All))
    }

    fn comparison(&mut self) -> Result<Expression, SyntaxError> {
        let left = self.operand()?;
        let [
            Token {
                kind: TokenKind::Compare(comparison),
                at,
            },
            rest @ ..,
        ] = self.tokens
        else {
            return Ok(left);
        };
        self.tokens = rest;
        let right = self.operand()?;
        Ok(Expression::Compare(
            Box::new(left),
            *comparison,
            Box::new(right),
            *at,
        ))
    }

    /// Whatever contains itself does so through an operand, so that the depth is counted here.
    fn operand(&mut self) -> Result<Expression, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(SyntaxError {
                at: self.tokens.first().map_or(self.end, |token| token.at),
                cause: Syntax::TooDeep,
            });
        }
        let operand = self.shallow_operand();
        self.depth -= 1;
        operand
    }

    fn shallow_operand(&mut self) -> Result<Expression, SyntaxError> {
        let token = self.next()?;
        let name = |text: &String| Name {
            text: text.clone(),
            at: token.at,
        };
        match &token.kind {
            TokenKind::Text(text) => Ok(Expression::Text(name(text))),
            TokenKind::Number(number) => Ok(Expression::Number(*number)),
            TokenKind::Question(question) => Ok(Expression::Question(name(question))),
            TokenKind::Dot => Ok(Expression::Own(token.at)),
            TokenKind::Open => {
                let inside = self.any()?;
                self.take(&TokenKind::Close)?;
                Ok(inside)
            }
            TokenKind::Word(word) if word != "and" && word != "or" => {
                if self.tokens.first().map(|next| &next.kind) == Some(&TokenKind::Open) {
                    self.function(word, token.at)
                } else {
                    Ok(Expression::Column(name(word)))
                }
            }
            TokenKind::Word(_) | TokenKind::Comma | TokenKind::Close | TokenKind::Compare(_) => {
                Err(unexpected(token))
            }
        }
    }

    fn function(&mut self, name: &str, at: usize) -> Result<Expression, SyntaxError> {
        self.take(&TokenKind::Open)?;
        let expression = match name {
            "selected" => {
                let of = self.operand()?;
                self.take(&TokenKind::Comma)?;
                Expression::Selected(Box::new(of), Box::new(self.operand()?))
            }
            "count-selected" => Expression::Count(Box::new(self.operand()?)),
            "not" => Expression::Not(Box::new(self.any()?)),
            "true" => Expression::Truth(true),
            "false" => Expression::Truth(false),
            _ => {
                return Err(SyntaxError {
                    at,
                    cause: Syntax::UnknownFunction(name.to_owned()),
                });
            }
        };
        self.take(&TokenKind::Close)?;
        Ok(expression)
    }
}

fn joined(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            join(parts)
        }
    }
}

/// How a comparison is written.
pub fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::More => ">",
        Comparison::AtLeast => ">=",
    }
}

/// A text in quotation marks that it does not contain.
pub fn quoted(text: &str) -> String {
    let mark = if text.contains('\'') { "\"" } else { "'" };
    [mark, text, mark].concat()
}

/// An expression where it may need parentheses.
struct Operand<'a>(&'a Expression);

impl fmt::Display for Operand<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Expression::All(_) | Expression::Any(_) | Expression::Compare(..) => {
                write!(formatter, "({})", self.0)
            }
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Truth(_)
            | Expression::Question(_)
            | Expression::Own(_)
            | Expression::Column(_)
            | Expression::Selected(..)
            | Expression::Count(_)
            | Expression::Not(_) => write!(formatter, "{}", self.0),
        }
    }
}

fn write_joined(
    formatter: &mut fmt::Formatter<'_>,
    parts: &[Expression],
    word: &str,
) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            write!(formatter, " {word} ")?;
        }
        write!(formatter, "{}", Operand(part))?;
    }
    Ok(())
}

impl fmt::Display for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(formatter, "{}", quoted(&text.text)),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Truth(truth) => write!(formatter, "{truth}()"),
            Self::Question(name) => write!(formatter, "${{{}}}", name.text),
            Self::Own(_) => write!(formatter, "."),
            Self::Column(name) => write!(formatter, "{}", name.text),
            Self::Selected(of, choice) => {
                write!(formatter, "selected({}, {})", Operand(of), Operand(choice))
            }
            Self::Count(of) => write!(formatter, "count-selected({})", Operand(of)),
            Self::Compare(left, comparison, right, _) => {
                let sign = sign(*comparison);
                write!(formatter, "{} {sign} {}", Operand(left), Operand(right))
            }
            Self::All(parts) => write_joined(formatter, parts, "and"),
            Self::Any(parts) => write_joined(formatter, parts, "or"),
            Self::Not(part) => write!(formatter, "not({part})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn again(text: &str) -> String {
        parse(text).unwrap().to_string()
    }

    fn error(text: &str) -> (usize, Syntax) {
        let error = parse(text).unwrap_err();
        (error.at, error.cause)
    }

    #[test]
    fn and_binds_more_tightly_than_or() {
        assert_eq!(again("a or b and c"), "a or (b and c)");
        assert_eq!(again("(a or b) and c"), "(a or b) and c");
    }

    #[test]
    fn every_form_of_the_subset_can_be_read() {
        for text in [
            "selected(${worries}, 'money')",
            "selected(., 'not_yet')",
            "selected('a b c', name)",
            "count-selected(.) > 1",
            "count-selected(${worries}) <= 2",
            "${prefecture} != ''",
            "prefecture = ${prefecture}",
            "not(${role} = 'bereaved')",
            "true()",
            "false()",
        ] {
            assert_eq!(again(text), text);
        }
    }

    #[test]
    fn spaces_and_quotation_marks_make_no_difference() {
        assert_eq!(
            again(" selected(\n${ worries },\u{3000}\"money\" )"),
            "selected(${worries}, 'money')"
        );
    }

    #[test]
    fn an_error_says_at_which_character() {
        assert_eq!(error(""), (1, Syntax::Ends));
        assert_eq!(error("a and"), (6, Syntax::Ends));
        assert_eq!(error("a b"), (3, Syntax::Unexpected("b".into())));
        assert_eq!(error("病"), (1, Syntax::Unexpected("病".into())));
        assert_eq!(error("selected(${a, 'b')"), (10, Syntax::OpenName));
        assert_eq!(error("${a} = 'b"), (8, Syntax::OpenText));
        assert_eq!(error("a = 70000"), (5, Syntax::LargeNumber));
        assert_eq!(
            error("a or count('x')"),
            (6, Syntax::UnknownFunction("count".into()))
        );
    }

    #[test]
    fn very_deep_nesting_is_refused_however_it_is_built() {
        for opening in ["(", "not(", "selected(", "count-selected(", "a and (b = "] {
            let text = opening.repeat(20_000);
            assert_eq!(error(&text).1, Syntax::TooDeep, "{opening}");
        }
    }

    fn expressions() -> impl Strategy<Value = Expression> {
        let name = |text: &str| Name {
            text: text.to_owned(),
            at: 1,
        };
        let leaf = prop_oneof![
            Just(Expression::Text(name("it's"))),
            any::<u16>().prop_map(Expression::Number),
            any::<bool>().prop_map(Expression::Truth),
            Just(Expression::Question(name("worries"))),
            Just(Expression::Own(1)),
            Just(Expression::Column(name("prefecture"))),
        ];
        let comparison = prop_oneof![
            Just(Comparison::Equal),
            Just(Comparison::NotEqual),
            Just(Comparison::Less),
            Just(Comparison::AtMost),
            Just(Comparison::More),
            Just(Comparison::AtLeast),
        ];
        leaf.prop_recursive(4, 24, 4, move |inner| {
            let one = || inner.clone().prop_map(Box::new);
            let many = || proptest::collection::vec(inner.clone(), 2..4);
            prop_oneof![
                (one(), one()).prop_map(|(of, choice)| Expression::Selected(of, choice)),
                one().prop_map(Expression::Count),
                (one(), comparison.clone(), one())
                    .prop_map(|(left, sign, right)| Expression::Compare(left, sign, right, 1)),
                many().prop_map(Expression::All),
                many().prop_map(Expression::Any),
                one().prop_map(Expression::Not),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,60}") {
            let _ = parse(&text);
        }

        #[test]
        fn no_sequence_of_tokens_makes_the_parser_panic(
            words in proptest::collection::vec(
                prop_oneof![
                    Just("("), Just(")"), Just(","), Just("."), Just("and"), Just("or"), Just("not("), Just("selected("),
                    Just("count-selected("), Just("true("), Just("${a}"), Just("'b'"), Just("="), Just("!="), Just("7"), Just("name"),
                ],
                0..40,
            )
        ) {
            let _ = parse(&words.join(" "));
        }

        #[test]
        fn a_printed_expression_is_read_as_the_same(expression in expressions()) {
            let printed = expression.to_string();
            prop_assert_eq!(again(&printed), printed);
        }
    }
}
