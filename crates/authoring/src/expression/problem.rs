//! What can be wrong with an expression.

use crate::finding::Said;
use crate::nearest::did_you_mean;
use crate::said;

/// Where and how an expression cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at character {at}: {cause}")]
pub struct SyntaxError {
    /// The character, from 1.
    pub at: usize,
    /// Why.
    pub cause: Syntax,
}

/// Why an expression cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Syntax {
    /// It stops in the middle.
    #[error("the expression stops in the middle")]
    Ends,
    /// Something stands where it cannot.
    #[error("\"{0}\" cannot stand here")]
    Unexpected(String),
    /// A text in quotation marks has no end.
    #[error("the closing quotation mark is missing")]
    OpenText,
    /// A `${` has no `}`.
    #[error("the closing }} is missing")]
    OpenName,
    /// A function that is not in the subset.
    #[error("there is no function \"{0}\"")]
    UnknownFunction(String),
    /// A number above 65,535.
    #[error("the number is too large")]
    LargeNumber,
    /// Parentheses in parentheses in parentheses.
    #[error("too many parentheses within each other")]
    TooDeep,
}

impl SyntaxError {
    /// What is wrong, for an editor.
    pub fn what(&self) -> Said {
        let at = self.at;
        let ja = match &self.cause {
            Syntax::Ends => "式が途中で終わっています".to_owned(),
            Syntax::Unexpected(text) => format!("ここに「{text}」は置けません"),
            Syntax::OpenText => "閉じる引用符がありません".to_owned(),
            Syntax::OpenName => "閉じる } がありません".to_owned(),
            Syntax::UnknownFunction(name) => format!("「{name}」という関数はありません"),
            Syntax::LargeNumber => "数が大きすぎます".to_owned(),
            Syntax::TooDeep => "かっこの入れ子が深すぎます".to_owned(),
        };
        Said {
            ja: format!("式の {at} 文字目: {ja}。"),
            en: format!("The expression, at character {at}: {}.", self.cause),
        }
    }

    /// What to do about it.
    pub fn what_to_do(&self) -> Said {
        match &self.cause {
            Syntax::UnknownFunction(name) => {
                did_you_mean(name, super::parser::FUNCTIONS, "README.md")
            }
            Syntax::Ends
            | Syntax::Unexpected(_)
            | Syntax::OpenText
            | Syntax::OpenName
            | Syntax::LargeNumber
            | Syntax::TooDeep => said!(
                "例: selected(${{worries}}, 'money') and not(selected(${{role}}, 'bereaved'))。記号は半角で書いてください。",
                "An example: selected(${{worries}}, 'money') and not(selected(${{role}}, 'bereaved'))."
            ),
        }
    }
}

/// What an expression says that cannot be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The character, from 1.
    pub at: usize,
    /// What is wrong.
    pub what: Said,
    /// What to do about it.
    pub what_to_do: Said,
}
