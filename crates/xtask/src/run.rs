//! Running other programs.

use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// Runs a program in the open; an error when it cannot be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("`{}` cannot be started", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a program unseen and gives what it printed, whether it failed or not.
pub fn output(command: &mut Command) -> Result<Output> {
    command
        .output()
        .with_context(|| format!("`{}` cannot be started", shown(command)))
}

/// What a program printed, and whether it was content.
pub struct Heard {
    /// Everything on its standard output.
    pub text: String,
    /// Whether it ended well.
    pub is_success: bool,
}

/// Runs a program in the open and keeps what it printed on its standard output.
pub fn hear(command: &mut Command) -> Result<Heard> {
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` cannot be started", shown(command)))?;
    let text = match child.stdout.take() {
        Some(stdout) => pass_on(stdout, &mut io::stdout())?,
        None => String::new(),
    };
    Ok(Heard {
        text,
        is_success: child.wait()?.success(),
    })
}

/// Passes every line on as it comes, and keeps it.
fn pass_on(from: impl Read, to: &mut impl Write) -> io::Result<String> {
    let mut from = BufReader::new(from);
    let mut text = String::new();
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        to.write_all(&line)?;
        to.flush()?;
        text.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(text)
}

/// The command as one would type it, without the folder that the program is in.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or_default().to_string_lossy();
    let words = command
        .get_args()
        .map(|arg| arg.to_string_lossy().into_owned());
    std::iter::once(program.into_owned())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_is_also_shown() {
        let mut seen = Vec::new();
        let text = pass_on(&b"one\ntwo \xff\nthree"[..], &mut seen).unwrap();
        assert_eq!(seen, b"one\ntwo \xff\nthree");
        assert_eq!(text, "one\ntwo \u{fffd}\nthree");
    }

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut cargo = Command::new("bin/cargo");
        assert_eq!(shown(cargo.args(["fmt", "--check"])), "cargo fmt --check");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(Command::new("no-such-program").arg("--now")).unwrap_err();
        assert!(error.to_string().contains("no-such-program --now"));
    }
}
