//! Visits as data: JSON lines in, JSON lines out, for editors and tests.
//!
//! Source: the design's "A visit as data".

mod answer;
mod input;
mod moment;
mod output;

use std::io::{self, BufRead, BufReader, Read, Write};
use std::num::NonZero;
use std::thread;

use crate::compile::Compiled;
pub use answer::Answerer;

/// Below this number of lines another thread costs more than it saves.
const LINES_PER_THREAD: usize = 32;
const BUFFER: usize = 1 << 20;

/// Answers every line of `input`, in order; a line that cannot be read is answered with an error.
///
/// Whatever has been read is answered before more is waited for, so that a program may ask one visit at a time.
///
/// # Errors
/// When `input` cannot be read or `output` not be written.
pub fn run(compiled: &Compiled, input: impl Read, mut output: impl Write) -> io::Result<()> {
    let answerer = Answerer::new(compiled);
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut reader = BufReader::with_capacity(BUFFER, input);
    let mut pending = Vec::new();
    let mut n_answered = 0;
    loop {
        let read = reader.fill_buf()?;
        let n_read = read.len();
        let is_end = n_read == 0;
        let n_complete = match read.iter().rposition(|byte| *byte == b'\n') {
            Some(last) => pending.len() + last + 1,
            None if is_end => pending.len(),
            None => 0,
        };
        pending.extend_from_slice(read);
        reader.consume(n_read);
        let rest = pending.split_off(n_complete);
        let lines: Vec<&[u8]> = pending
            .trim_ascii_end()
            .split(|byte| *byte == b'\n')
            .collect();
        answer_all(&answerer, &lines, n_answered, n_threads, &mut output)?;
        n_answered += pending.iter().filter(|byte| **byte == b'\n').count();
        if is_end {
            return Ok(());
        }
        pending = rest;
    }
}

/// Answers the lines on several threads and writes the answers in the order of the lines.
fn answer_all(
    answerer: &Answerer<'_>,
    lines: &[&[u8]],
    n_before: usize,
    n_threads: usize,
    output: &mut impl Write,
) -> io::Result<()> {
    let n_parts = n_threads.min(lines.len() / LINES_PER_THREAD).max(1);
    let part_length = lines.len().div_ceil(n_parts).max(1);
    let answer_part = |index: usize, part: &[&[u8]]| {
        let mut answers = Vec::new();
        for (line, number) in part.iter().zip(n_before + index * part_length + 1..) {
            answerer.answer(line, number, &mut answers);
        }
        answers
    };
    if n_parts == 1 {
        output.write_all(&answer_part(0, lines))?;
    } else {
        let answer_part = &answer_part;
        thread::scope(|scope| {
            let threads: Vec<_> = lines
                .chunks(part_length)
                .enumerate()
                .map(|(index, part)| scope.spawn(move || answer_part(index, part)))
                .collect();
            threads.into_iter().try_for_each(|thread| {
                let answers = thread
                    .join()
                    .map_err(|_| io::Error::other("a thread stopped"))?;
                output.write_all(&answers)
            })
        })?;
    }
    output.flush()
}
