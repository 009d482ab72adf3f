//! The style sheet without what only its writers read.

/// The sheet without comments and without the white space that means nothing.
///
/// It takes away only what no grammar of CSS gives a meaning. (The `minifier` crate makes `2vw + 1rem` into `2vw+1rem`, which
/// browsers refuse; `lightningcss` is right but takes a minute to compile.)
pub fn shrink(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut had_space = false;
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                let mut before = ' ';
                for letter in rest.by_ref() {
                    if before == '*' && letter == '/' {
                        break;
                    }
                    before = letter;
                }
                had_space = true;
            }
            letter if letter.is_ascii_whitespace() => had_space = true,
            quote @ ('"' | '\'') => {
                separate(&mut small, quote, had_space);
                small.push(quote);
                let mut is_escaped = false;
                for letter in rest.by_ref() {
                    small.push(letter);
                    if letter == quote && !is_escaped {
                        break;
                    }
                    is_escaped = letter == '\\' && !is_escaped;
                }
                had_space = false;
            }
            letter => {
                separate(&mut small, letter, had_space);
                if letter == '}' && small.ends_with(';') {
                    small.pop();
                }
                small.push(letter);
                had_space = false;
            }
        }
    }
    small
}

/// Puts the one space that may mean something between what is written and `next`.
fn separate(small: &mut String, next: char, had_space: bool) {
    // A space before `:` means "any descendant"; one after it never means anything.
    let is_free_after = small.ends_with(['{', '}', ';', ',', ':']) || small.is_empty();
    let is_free_before = matches!(next, '{' | '}' | ';' | ',');
    if had_space && !is_free_after && !is_free_before {
        small.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_space_go() {
        assert_eq!(
            shrink("/* a */\n:root {\n  --gap: 1rem; /* b */\n}\n\na,\nb { color: red; }\n"),
            ":root{--gap:1rem}a,b{color:red}"
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        for css in [
            "a :hover{width:clamp(1rem,2vw + 1rem,3rem)}",
            "@media (forced-colors:active) and (width > 40rem){a > b + c ~ d{e:f}}",
            ".a{& > b{inset:auto 0 env(safe-area-inset-bottom,0) 0}}",
            "a{margin:-1px auto 0 -2px!important}",
        ] {
            assert_eq!(shrink(css), css);
        }
        assert_eq!(shrink("a/* */b{}"), "a b{}");
    }

    #[test]
    fn strings_are_left_alone() {
        let css = r#"a{content:"/* no */  {  \"  ;  }";b:'  '}"#;
        assert_eq!(shrink(css), css);
    }
}
