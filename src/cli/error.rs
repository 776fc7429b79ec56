//! What went wrong and what to do about it.

use crate::load::LoadError;
use std::fmt;
use std::io;
use std::path::Path;

/// Trouble that ends the program: one line for people, exit status 2.
#[derive(Debug)]
pub(super) struct Error {
    message: String,
    /// What the user can do.
    hint: Option<String>,
    /// Whether it only means that nobody reads on.
    broken_pipe: bool,
}

impl Error {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: None,
            broken_pipe: false,
        }
    }

    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// `path` could not be written.
    pub(super) fn writing(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("{}: {}", path.display(), plain(error)))
            .hint("check the folder, its permissions and the space left, or name another file")
    }

    /// `name` could not be read.
    pub(super) fn reading(name: &str, error: &io::Error) -> Self {
        Self::new(format!("{name}: {}", plain(error))).hint("check the path and its permissions")
    }

    /// What went wrong, without the hint.
    pub(super) fn message(&self) -> &str {
        &self.message
    }

    /// Whether the reader of the output went away, which is no trouble.
    pub(super) fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // "{:#}" is for where the program's name is known and room is short.
        if f.alternate() {
            return f.write_str(&printable(&self.message));
        }
        write!(f, "parallax: {}", printable(&self.message))?;
        match &self.hint {
            Some(hint) => write!(f, "; {}", printable(hint)),
            None => Ok(()),
        }
    }
}

impl From<LoadError> for Error {
    fn from(error: LoadError) -> Self {
        match error {
            // One bad file is the whole trouble: one line that names it.
            LoadError::TooFew { problems, .. } if problems.len() == 1 => {
                let problem: String = problems.iter().map(ToString::to_string).collect();
                Self::new(problem).hint("a comparison needs at least two articles")
            }
            _ => Self::new(error.to_string()),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self {
            message: format!("cannot write: {}", plain(&error)),
            hint: None,
            broken_pipe: error.kind() == io::ErrorKind::BrokenPipe,
        }
    }
}

/// The system's words without "(os error 2)".
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    text.chars().take(end).collect::<String>().to_lowercase()
}

/// The same without control characters but line breaks: a file name may hold escape sequences,
/// which must not reach the terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() && c != '\n' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}
