//! A comparison for screen readers: one finding at a time in plain lines, asked for line by line.
//!
//! Nothing is drawn, moved or coloured. [`answer`] is a function of the story, of where the reader
//! stands, and of the line that was typed; [`run`] alone reads and writes.

mod told;

use crate::model::{Comparison, FindingId};
use crate::text::clean::clean;
use std::io::{self, BufRead, Write};

/// How many findings a list holds at a time.
const LISTED: usize = 20;

const HELP: &str = "\
n or an empty line: next finding. p: previous finding. r: this finding again.
w: why it is one, and why its passages are set together.
q: who is quoted in its passages, in which words.
l: list of the findings from here on. l 40: from finding 40 on.
g 12, or 12: to finding 12.
s: what is compared, with the counts.
x: leave. So does the end of the input.
";

/// Where the reader stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The finding, as a place in the story's list; `None` before the first.
    pub at: Option<usize>,
    /// Whether the reader has left.
    pub left: bool,
}

/// What is said before the first line is asked for.
pub fn opening(story: &Comparison) -> String {
    let mut lines = told::summary(story);
    lines.push("Type ? and Enter for help.".to_owned());
    said(&lines)
}

/// What a line asks for: where the reader then stands, and what is said.
pub fn answer(story: &Comparison, state: State, line: &str) -> (State, String) {
    let (state, lines) = obey(story, state, line);
    (state, said(&lines))
}

/// Lines as they are printed; nothing in them steers a terminal.
fn said(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| clean(line) + "\n");
    lines.collect()
}

fn obey(story: &Comparison, state: State, line: &str) -> (State, Vec<String>) {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let stay = |text: Vec<String>| (state, text);
    match (word.to_lowercase().as_str(), rest.trim()) {
        ("" | "n" | "next", _) => step(story, state, 1),
        ("p" | "previous", _) => step(story, state, -1),
        ("r" | "repeat", _) => match state.at {
            Some(at) => stay(told::finding(story, id(at))),
            None => stay(told::summary(story)),
        },
        ("w" | "why", _) => stay(of_finding(story, state, told::why)),
        ("q" | "quotes" | "quote", _) => stay(of_finding(story, state, told::quotes)),
        ("l" | "list", from) => stay(list(story, state, from)),
        ("g" | "go", number) => go(story, state, number),
        ("s" | "story", _) => stay(told::summary(story)),
        ("?" | "h" | "help", _) => stay(HELP.lines().map(str::to_owned).collect()),
        ("x" | "exit" | "quit", _) => (
            State {
                left: true,
                ..state
            },
            Vec::new(),
        ),
        (number, "") if number.parse::<usize>().is_ok() => go(story, state, number),
        _ => stay(one(&format!("“{line}” is no command. ? lists them."))),
    }
}

/// Asks for lines and answers them until the reader leaves or the input ends. Where somebody types,
/// `asks`, each answer ends with a line that says what can be typed.
pub fn run(
    story: &Comparison,
    asks: bool,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut state = State::default();
    let mut text = opening(story);
    loop {
        out.write_all(text.as_bytes())?;
        if asks && !state.left {
            writeln!(out, "n, p, w, q, l, g, ? or x:")?;
        }
        out.flush()?;
        let mut line = Vec::new();
        if state.left || input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        (state, text) = answer(story, state, &String::from_utf8_lossy(&line));
    }
}

fn one(line: &str) -> Vec<String> {
    vec![line.to_owned()]
}

fn id(at: usize) -> FindingId {
    FindingId(at as u32)
}

fn step(story: &Comparison, state: State, by: isize) -> (State, Vec<String>) {
    let all = story.findings.len();
    if all == 0 {
        return (state, one("There are no findings."));
    }
    let next = match state.at {
        None => Some(0),
        Some(at) => at.checked_add_signed(by).filter(|next| *next < all),
    };
    match next {
        Some(at) => to(story, state, at),
        None if by > 0 => (state, one("That was the last finding.")),
        None => (state, one("That was the first finding.")),
    }
}

fn to(story: &Comparison, state: State, at: usize) -> (State, Vec<String>) {
    let state = State {
        at: Some(at),
        ..state
    };
    (state, told::finding(story, id(at)))
}

fn go(story: &Comparison, state: State, number: &str) -> (State, Vec<String>) {
    let all = story.findings.len();
    match number.parse::<usize>() {
        Ok(number) if (1..=all).contains(&number) => to(story, state, number - 1),
        _ if all == 0 => (state, one("There are no findings.")),
        _ => {
            let text = format!("The findings have numbers from 1 to {all}: type, say, g {all}.");
            (state, one(&text))
        }
    }
}

fn of_finding(
    story: &Comparison,
    state: State,
    tell: fn(&Comparison, FindingId) -> Vec<String>,
) -> Vec<String> {
    match state.at {
        Some(at) => tell(story, id(at)),
        None => one("No finding yet: n goes to the first."),
    }
}

fn list(story: &Comparison, state: State, from: &str) -> Vec<String> {
    let all = story.findings.len();
    let from = match from.parse::<usize>() {
        Ok(number) => number.saturating_sub(1),
        Err(_) => state.at.unwrap_or(0),
    };
    let end = (from + LISTED).min(all);
    if from >= end {
        return one(&format!("There are {all} findings."));
    }
    let mut lines: Vec<String> = (from..end).map(|at| told::line(story, id(at))).collect();
    if end < all {
        lines.push(format!("{} more: l {} goes on.", all - end, end + 1));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{State, answer, opening};
    use crate::model::Comparison;

    #[test]
    fn a_story_without_findings_is_no_trouble() {
        let story = Comparison::default();
        assert!(opening(&story).contains('?'));
        for line in [
            "", "n", "p", "w", "q", "l", "l 7", "g 3", "3", "r", "s", "?", "zzz",
        ] {
            let (state, text) = answer(&story, State::default(), line);
            assert_eq!(state, State::default(), "{line}");
            assert!(text.ends_with('\n'), "{line}: {text:?}");
        }
        assert!(answer(&story, State::default(), "x").0.left);
    }
}
