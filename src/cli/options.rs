//! What was typed, made definite by where the program runs.

use super::args::{self, LookArgs, When};
use crate::report::{Form, Format, Look};
use crate::tui::Place;
use crate::tui::outside::clipboard::Carrier;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};

/// The width of printed text where nothing narrower is at hand.
const WIDTH: u16 = 80;

/// Where the program runs: the only place that asks the terminal and the environment.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Surroundings {
    /// Whether standard output is a terminal that can show the split view.
    pub terminal: bool,
    /// Whether colours are welcome on standard output.
    pub colour: bool,
    /// Columns of the terminal, where there is one.
    pub columns: Option<u16>,
    /// Whether the terminal shows nothing but ASCII.
    pub ascii: bool,
    /// Whether the terminal is that of another machine: there the mouse is slow, and what it marks
    /// is wanted here.
    pub remote: bool,
}

impl Surroundings {
    /// Those of this process.
    pub(super) fn of_process() -> Self {
        let stdout = io::stdout();
        let is_terminal = stdout.is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let size = is_terminal.then(crossterm::terminal::size);
        let choice = anstream::AutoStream::choice(&stdout);
        Self {
            terminal: is_terminal && !dumb,
            colour: choice != anstream::ColorChoice::Never,
            columns: size.and_then(Result::ok).map(|(columns, _)| columns),
            ascii: is_terminal && !speaks_utf8(),
            remote: std::env::var_os("SSH_CONNECTION").is_some(),
        }
    }

    /// The look of printed output, into a file or not.
    pub(super) fn look(self, typed: &LookArgs, into_file: bool) -> Look {
        let columns = self.columns.filter(|columns| *columns > 0 && !into_file);
        let width = typed.width.unwrap_or(columns.unwrap_or(WIDTH).min(WIDTH));
        Look {
            width: width.into(),
            colour: self.colour(typed.color.unwrap_or(When::Auto), into_file),
            ascii: typed.ascii || (self.ascii && !into_file),
            ..Look::default()
        }
    }

    /// Whether colours are written.
    pub(super) fn colour(self, when: When, into_file: bool) -> bool {
        match when {
            When::Always => true,
            When::Never => false,
            When::Auto => self.colour && !into_file,
        }
    }
}

/// What a variable of the environment holds.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).and_then(|value| value.into_string().ok())
}

/// What the split view has to know of where it runs.
pub(super) fn place() -> Place {
    let editor = variable("VISUAL").filter(|it| !it.trim().is_empty());
    Place {
        clipboard: Carrier::of(&variable),
        editor: editor.or_else(|| variable("EDITOR")),
    }
}

/// Whether the locale's encoding is UTF-8, which it is where nothing is said.
fn speaks_utf8() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let utf = |value: &OsStr| value.to_string_lossy().to_lowercase().contains("utf");
    locale.is_none_or(|value| utf(&value))
}

impl From<args::Format> for Format {
    fn from(format: args::Format) -> Self {
        match format {
            args::Format::Text => Self::Text,
            args::Format::Markdown => Self::Markdown,
            args::Format::Html => Self::Html,
            args::Format::Json => Self::Json,
            args::Format::Csv => Self::Csv,
        }
    }
}

impl From<args::Form> for Form {
    fn from(form: args::Form) -> Self {
        match form {
            args::Form::Text => Self::Text,
            args::Form::Json => Self::Json,
        }
    }
}
